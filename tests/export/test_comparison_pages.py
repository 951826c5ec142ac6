"""The pages of a printed comparison: headings on each, nothing torn from its heading."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

import pytest

from focusdesk.export.comparison_columns import column_groups
from focusdesk.export.comparison_pages import ComparisonPager
from focusdesk.export.table_pages import HEIGHT, WIDTH
from focusdesk.filing.compare import ComparedMonth, Comparison, compare
from focusdesk.filing.filing import Filing
from focusdesk.form.box import Value
from focusdesk.form.edition import Edition
from focusdesk.form.period import Period
from focusdesk.form.placed import PlacedPage, Role
from focusdesk.form.written import PlacingError

Values = dict[str, Value]


@pytest.fixture(scope="module")
def comparison(form: Edition, every_box: Values) -> Comparison:
    return comparison_of(form, every_box, 2)


def comparison_of(form: Edition, values: Values, count: int) -> Comparison:
    last = Period(2014, 1)
    return compare(
        [
            ComparedMonth(
                Filing(number, last.plus(-number), form.id, illustrative=number > 0), form, values
            )
            for number in reversed(range(count))
        ]
    )


def pages_of(comparison: Comparison) -> list[PlacedPage]:
    return [
        page
        for columns in column_groups(comparison)
        for page in ComparisonPager(comparison, columns, ("HSBC", "Dec and Jan")).pages()
    ]


def words(page: PlacedPage, *roles: Role) -> list[str]:
    return [text.text for text in page.texts if text.role in roles]


def codes(pages: Iterable[PlacedPage]) -> list[str]:
    """Give the codes in their order, each once for all its columns."""
    found = [text.code for page in pages for text in page.texts if text.role is Role.CODE]
    return list(dict.fromkeys(found))


def test_every_box_stands_once_in_the_order_of_the_form(comparison: Comparison) -> None:
    assert codes(pages_of(comparison)) == [row.code for row in comparison.rows]


def test_the_headings_stand_on_every_page(comparison: Comparison) -> None:
    pages = pages_of(comparison)

    assert len(pages) > 3
    for page in pages:
        headings = words(page, Role.HEADING)
        assert headings[:3] == ["Line", "Line item", "Code"]
        months = "Change Dec 2013 to Jan 2014"
        assert " ".join(headings[3:]) == (
            f"Dec 2013 illustrative Jan 2014 {months} in dollars illustrative "
            f"{months} in percent illustrative"
        )
        assert words(page, Role.TITLE)[:2] == ["HSBC", "Dec and Jan"]
        assert (page.width, page.height) == (WIDTH, HEIGHT)


def test_the_mark_of_made_up_figures_stands_under_its_own_month(comparison: Comparison) -> None:
    page = pages_of(comparison)[0]
    headings = [text for text in page.texts if text.role is Role.HEADING]
    [december] = [text for text in headings if text.text == "Dec 2013"]
    mark = next(text for text in headings if text.text == "illustrative")

    assert mark.right == pytest.approx(december.right)
    assert mark.y > december.y
    marked = [text.column for text in headings if text.text == "illustrative"]
    assert marked == [2, 4, 5], "and under the change from it"


def test_a_page_goes_on_under_the_headings_of_the_one_before(comparison: Comparison) -> None:
    pages = pages_of(comparison)

    for page in pages[1:]:
        first = words(page, Role.TITLE)[2]
        starts = [row.schedule_title for row in comparison.rows if row.code == codes([page])[0]]
        assert first in (f"{starts[0]} (continued)", starts[0])
    continued = [word for page in pages for word in words(page, Role.CAPTION)]
    assert "FUNDS DEPOSITED IN SEPARATE REGULATION 30.7 ACCOUNTS (continued)" in continued


def test_no_heading_stands_at_the_foot_without_a_row(comparison: Comparison) -> None:
    for page in pages_of(comparison):
        lowest = max(page.texts, key=lambda text: text.y)
        assert lowest.role not in (Role.TITLE, Role.CAPTION, Role.HEADING)


def test_everything_stays_within_the_page_and_nothing_overlaps(comparison: Comparison) -> None:
    for page in pages_of(comparison):
        for text in page.texts:
            assert text.x >= 36.0
            assert text.right <= 756.0
            assert text.y < 575.0
        lines: dict[float, list[tuple[float, float]]] = {}
        for text in page.texts:
            lines.setdefault(round(text.y, 3), []).append((text.x, text.right))
        for spans in lines.values():
            spans.sort()
            assert all(one[1] < other[0] for one, other in pairwise(spans))


def test_pages_are_named_after_the_schedules_that_begin_on_them(comparison: Comparison) -> None:
    names = [page.name for page in pages_of(comparison) if page.name]

    assert names[:2] == ["Cover", "Segregation"]
    assert "CFTC capital" in names


def test_groups_of_months_repeat_the_labels_and_say_which_months_they_have(
    form: Edition, every_box: Values
) -> None:
    pages = pages_of(comparison_of(form, every_box, 13))
    names = [page.name for page in pages if page.name.startswith("Cover")]

    assert names == [
        "Cover, Jan 2013 to Apr 2013",
        "Cover, May 2013 to Aug 2013",
        "Cover, Sep 2013 to Jan 2014",
    ]
    heads = [words(page, Role.HEADING) for page in pages]
    assert ["in dollars" in each for each in heads] == ["Sep 2013" in each for each in heads]
    cash = [page for page in pages if "7010" in words(page, Role.CODE)]
    assert len(cash) == 3
    assert all("Cash" in words(page, Role.LABEL) for page in cash)


def test_a_group_is_named_after_its_own_months_and_not_those_of_a_change_far_away(
    form: Edition, every_box: Values
) -> None:
    pages = pages_of(comparison_of(form, every_box, 13).looking_at([(0, 5)]))
    names = [page.name for page in pages if page.name.startswith("Cover")]

    assert names[-1] == "Cover, Oct 2013 to Jan 2014"
    headings = " ".join(words(pages[-1], Role.HEADING))
    assert headings.startswith(
        "Line Line item Code Jan 2013 illustrative Jun 2013 illustrative Oct"
    )
    assert "Change Jan 2013 to Jun 2013 in percent" in headings


def test_between_which_of_several_months_changes_are_told_is_said(
    form: Edition, every_box: Values
) -> None:
    three = comparison_of(form, every_box, 3)
    chosen = three.looking_at([(0, 2)]).showing(three.rows[:1], "totals only")
    each = three.looking_at([(0, 1), (1, 2)])

    assert words(pages_of(chosen)[0], Role.NOTE) == [
        "Change: Nov 2013 to Jan 2014. Shown: totals only."
    ]
    assert words(pages_of(each)[0], Role.NOTE) == ["Change: each month to the next."]


@pytest.mark.parametrize("count", [13, 36])
def test_changes_of_many_neighbours_stay_within_the_page_and_nothing_overlaps(
    form: Edition, every_box: Values, count: int
) -> None:
    whole = comparison_of(form, every_box, count)
    few = whole.showing([row for row in whole.rows if row.total], "totals only")
    each = few.looking_at(pairwise(range(count)))
    test_everything_stays_within_the_page_and_nothing_overlaps(each)
    assert {tuple(codes([page])) for page in pages_of(each)} <= {
        tuple(row.code for row in few.rows)[start:end]
        for start in range(len(few.rows))
        for end in range(start, len(few.rows) + 1)
    }


def test_nothing_to_show_is_said(comparison: Comparison) -> None:
    [page] = pages_of(replace(comparison, rows=()))

    assert words(page, Role.NOTE) == ["Nothing differs between these months."]


def test_that_no_line_is_as_was_asked_is_said(comparison: Comparison) -> None:
    [page] = pages_of(comparison.showing((), "above 5,000,000"))

    assert words(page, Role.NOTE) == [
        "Shown: above 5,000,000.", "These months have no such lines: above 5,000,000.",
    ]  # fmt: skip


def test_a_letter_that_cannot_be_printed_is_named_with_its_box(
    form: Edition, every_box: Values
) -> None:
    with pytest.raises(PlacingError, match=r"7510 cannot be printed"):
        pages_of(comparison_of(form, {**every_box, "7510": "銀行"}, 2))


def test_a_very_long_statement_of_what_is_shown_is_wrapped_at_its_full_size(
    comparison: Comparison,
) -> None:
    stated = "lines with " + "many words " * 60
    [page] = pages_of(comparison.showing(comparison.rows[:1], stated.strip()))

    told = [text for text in page.texts if text.role is Role.NOTE]
    assert " ".join(text.text for text in told) == f"Shown: {stated.strip()}."
    assert len(told) > 2
    assert {text.lettering.size for text in told} == {8.5}
    first = min(text.y for text in page.texts if text.role is Role.HEADING)
    assert max(text.y for text in told) < first - 4.0
    assert first < min(text.y for text in page.texts if text.role is Role.LABEL)
