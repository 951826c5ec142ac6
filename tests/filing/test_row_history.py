from collections.abc import Sequence

import pytest

from focusdesk.catalog.loader import load_editions
from focusdesk.filing.compare import ComparedMonth, compare
from focusdesk.filing.filing import Filing
from focusdesk.filing.row_history import RowHistory, form_of, row_history
from focusdesk.form.box import Box, BoxKind, Value
from focusdesk.form.edition import Edition
from focusdesk.form.page import PageLayout
from focusdesk.form.period import Period
from focusdesk.form.schedule import LineItem, Schedule

LAST = Period(2014, 2)
RENUMBERED = Box("20", BoxKind.AMOUNT, renamed_from="2")


@pytest.fixture(scope="module")
def editions() -> dict[str, Edition]:
    return load_editions()


def _edition(name: str, *boxes: Box) -> Edition:
    lines = tuple(LineItem("1", box.code, (box,)) for box in boxes)
    page = Schedule("page", "Page", ("PAGE",), 10, lines, PageLayout())
    return Edition(name, "Test", LAST, (page,))


def _filing(back: int, amendment: int = 0) -> Filing:
    return Filing(100 - back + 1000 * amendment, LAST.plus(-back), "2014-01", amendment=amendment)


def _month(edition: Edition, filing: Filing, **entered: Value) -> ComparedMonth:
    values = dict.fromkeys(edition.boxes) | {code[1:]: value for code, value in entered.items()}
    return ComparedMonth(filing, edition, values)


def _figures(history: RowHistory, months: Sequence[ComparedMonth]) -> object:
    shown = compare(months)
    row = next(row for row in shown.rows if row.code == "7070")
    return history.figures(row, form_of(shown, row))


def test_thirteen_months_are_read_and_those_that_are_shown_are_not_read_again(
    editions: dict[str, Edition],
) -> None:
    form, asked = editions["2014-01"], list[Filing]()

    def read(filings: Sequence[Filing]) -> list[ComparedMonth]:
        asked.extend(filings)
        return [_month(form, filing, b7070=filing.id) for filing in filings]

    shown = [_month(form, _filing(back), b7070=back) for back in (1, 0)]
    filings = [_filing(back) for back in range(20)]
    history = row_history(compare(shown), filings, read)
    assert [filing.period for filing in asked] == [LAST.plus(at) for at in range(-12, -1)]
    assert _figures(history, shown) == (*range(88, 99), 1, 0)


def test_a_month_that_the_store_has_not_got_and_a_blank_one_leave_gaps(
    editions: dict[str, Edition],
) -> None:
    form = editions["2014-01"]
    shown = [_month(form, _filing(2), b7070=5), _month(form, _filing(0))]
    history = row_history(compare(shown))
    assert _figures(history, shown) == (*[None] * 10, 5, None, None)
    assert history.words((*[None] * 10, 5, None, None)) == "Dec 2013  5\nFeb 2014  blank"


def test_of_a_month_that_is_not_shown_its_last_amendment_counts(
    editions: dict[str, Edition],
) -> None:
    form = editions["2014-01"]
    shown = [_month(form, _filing(1)), _month(form, _filing(0), b7070=1)]
    filings = [_filing(2, amendment=1), _filing(2)]
    history = row_history(
        compare(shown), filings, lambda those: [_month(form, each, b7070=each.id) for each in those]
    )
    assert _figures(history, shown) == (*[None] * 10, 1098, None, 1)


def test_what_holds_no_amount_has_no_figures(editions: dict[str, Edition]) -> None:
    form = editions["2014-01"]
    shown = [_month(form, _filing(at), b13="ACME", b16=True) for at in (1, 0)]
    comparison, history = compare(shown), row_history(compare(shown))
    for row in comparison.rows:
        assert history.figures(row, form) == ()


def test_a_renumbered_box_is_followed_into_its_earlier_edition() -> None:
    old, new = _edition("old", Box("2", BoxKind.AMOUNT)), _edition("new", RENUMBERED)
    months = [
        ComparedMonth(_filing(1), old, {"2": 7}),
        ComparedMonth(_filing(0), new, {"20": 8}),
    ]
    for shown in (months, months[::-1]):
        comparison = compare(shown)
        (row,) = comparison.rows
        figures = row_history(comparison).figures(row, form_of(comparison, row))
        assert figures[-2:] == (7, 8)


def test_a_month_after_an_edit_is_put_in_its_place(editions: dict[str, Edition]) -> None:
    form = editions["2014-01"]
    shown = [_month(form, _filing(at), b7070=at) for at in (1, 0)]
    history = row_history(compare(shown))
    edited = history.after_edit(_month(form, _filing(1), b7070=9))
    assert _figures(edited, shown) == (*[None] * 11, 9, 0)
    assert history.after_edit(_month(form, _filing(7))) is history
