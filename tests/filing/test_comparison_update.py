from dataclasses import replace

import pytest

from focusdesk.calc.worksheet import Worksheet
from focusdesk.catalog.loader import load_editions
from focusdesk.filing.compare import ComparedMonth, Comparison, compare
from focusdesk.filing.comparison_update import after_edit
from focusdesk.filing.filing import Filing
from focusdesk.form.box import Value
from focusdesk.form.edition import Edition
from focusdesk.form.period import Period

MOVED = ("7070", "7180", "7190", "7198")


@pytest.fixture(scope="module")
def edition() -> Edition:
    return load_editions()["2014-01"]


def _month(edition: Edition, number: int, entered: dict[str, Value]) -> ComparedMonth:
    filing = Filing(number, Period(2014, number), edition.id)
    return ComparedMonth(filing, edition, Worksheet(edition, entered).values())


@pytest.fixture
def months(edition: Edition) -> list[ComparedMonth]:
    return [_month(edition, at, {"7070": at * 100}) for at in (1, 2, 3)]


def _same(one: Comparison, other: Comparison) -> bool:
    return one.rows == other.rows and one.months == other.months


def test_it_is_what_comparing_everything_anew_gives(
    edition: Edition, months: list[ComparedMonth]
) -> None:
    for number in (1, 2, 3):
        newer = _month(edition, number, {"7070": 7})
        anew = [newer if month.filing.id == number else month for month in months]
        assert _same(after_edit(compare(months), newer, MOVED), compare(anew))


def test_lines_that_did_not_move_stay_the_same_objects(
    edition: Edition, months: list[ComparedMonth]
) -> None:
    before = compare(months)
    after = after_edit(before, _month(edition, 3, {"7070": 7}), MOVED)
    apart = [new.code for old, new in zip(before.rows, after.rows, strict=True) if old is not new]
    assert apart == list(MOVED)


def test_a_month_that_is_not_shown_changes_nothing(
    edition: Edition, months: list[ComparedMonth]
) -> None:
    before = compare(months[:2])
    assert after_edit(before, _month(edition, 3, {"7070": 7}), MOVED) is before


def test_the_last_print_of_a_month_stays_as_it_was_printed(
    edition: Edition, months: list[ComparedMonth]
) -> None:
    printed = replace(months[2], version="as printed")
    after = after_edit(compare([printed, months[2]]), _month(edition, 3, {"7070": 7}), MOVED)
    row = next(row for row in after.rows if row.code == "7070")
    assert row.values == (300, 7)
    assert row.difference().change == -293
