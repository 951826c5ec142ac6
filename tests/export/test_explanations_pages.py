"""Explanations on paper."""

import datetime as dt

import pytest

from focusdesk.export.explanations_pages import ExplanationsPager
from focusdesk.filing.compare import ComparedMonth
from focusdesk.filing.comparison_annex import ALL_LINES, ExplainedLine
from focusdesk.filing.difference import difference
from focusdesk.filing.explanation import Explanation, Subject, line, pool
from focusdesk.filing.filing import Filing
from focusdesk.form.box import BoxKind
from focusdesk.form.edition import Edition
from focusdesk.form.period import Period
from focusdesk.form.placed import PlacedPage, Role
from focusdesk.form.written import PlacingError

WRITTEN = dt.datetime(2014, 2, 3, 9, 30, tzinfo=dt.UTC)
DECEMBER = Period(2013, 12)
LONG = "Two new clients moved their accounts to the firm at the end of the year. " * 8
STATEMENT = "The firm asks why boxes moved. " * 20


def explained(form: Edition, subject: Subject, text: str | None) -> ExplainedLine:
    month = ComparedMonth(Filing(1, Period(2014, 1), form.id), form, {})
    moved = difference(50_000, -12_345, BoxKind.AMOUNT)
    said = text and Explanation(subject, text, DECEMBER, "ana", WRITTEN)
    label = ALL_LINES if subject.is_pool else "Excess"
    return ExplainedLine(
        month, DECEMBER, subject, "segregation", "Segregation", "14", label,
        None if subject.is_pool else moved, said or None,
    )  # fmt: skip


def words(page: PlacedPage, *roles: Role) -> list[str]:
    return [text.text for text in page.texts if text.role in roles]


def test_each_stands_with_its_figures_its_words_its_author_and_its_time(form: Edition) -> None:
    said = [explained(form, line("7190"), "rates"), explained(form, pool("segregation"), "all")]
    [page] = ExplanationsPager(said, (), ("HSBC", "Explanations")).pages()

    assert words(page, Role.TITLE) == ["HSBC", "Explanations", "Jan 2014 against Dec 2013"]
    assert words(page, Role.CAPTION) == ["Segregation"]
    assert words(page, Role.LABEL) == ["Excess", ALL_LINES]
    assert words(page, Role.VALUE) == ["50,000", "(12,345)", "(62,345)", "(124.7) %"]
    assert words(page, Role.CODE) == ["7190"]
    assert words(page, Role.NOTE) == [
        "rates (ana, 2014-02-03 09:30 UTC)", "all (ana, 2014-02-03 09:30 UTC)",
    ]  # fmt: skip


def test_what_lacks_words_stands_apart_after_the_others(form: Edition) -> None:
    said = [explained(form, line("7190"), "rates")]
    lacking = [explained(form, line("7198"), None)]
    [page] = ExplanationsPager(said, lacking, ("HSBC", "Explanations")).pages()

    assert words(page, Role.TITLE)[2:] == [
        "Jan 2014 against Dec 2013", "Not explained yet: Jan 2014 against Dec 2013",
    ]  # fmt: skip
    assert words(page, Role.NOTE)[-1] == "Nobody has said why yet."


def test_long_words_and_a_long_statement_are_wrapped_and_nothing_is_cut(form: Edition) -> None:
    said = [explained(form, line("7190"), LONG)] * 9
    pages = list(ExplanationsPager(said, (), ("HSBC", "Explanations"), STATEMENT).pages())

    notes = " ".join(" ".join(words(page, Role.NOTE)) for page in pages)
    assert notes.count(LONG.strip()) == 9
    assert notes.count(STATEMENT.strip()) == len(pages) > 1
    for page in pages:
        assert all(text.right <= 756.0 + 4.0 and text.y < 580.0 for text in page.texts)
        head = max(text.y for text in page.texts if "firm asks" in text.text)
        assert head < min(text.y for text in page.texts if text.role is Role.HEADING)


def test_nothing_said_and_nothing_asked_is_said() -> None:
    [page] = ExplanationsPager((), (), ("HSBC", "Explanations")).pages()

    assert words(page, Role.NOTE) == ["Nothing is explained, and the firm asks for nothing."]


@pytest.mark.parametrize(
    ("subject", "named"), [(line("7190"), "line 7190"), (pool("segregation"), "pool segregation")]
)
def test_one_that_cannot_be_printed_is_named(form: Edition, subject: Subject, named: str) -> None:
    pager = ExplanationsPager([explained(form, subject, "銀行")], (), ("HSBC", "Explanations"))

    with pytest.raises(PlacingError, match=f"explanation of the {named} cannot be printed: .*銀"):
        list(pager.pages())
