from dataclasses import replace

from focusdesk.filing.compare import Comparison, compare
from focusdesk.form.edition import Edition
from focusdesk.form.period import Period
from focusdesk.ui.compare.compare_columns import ColumnKind, columns_of, pair_words
from tests.ui.window_words import compared

MONTH, CHANGE, PERCENT = ColumnKind.MONTH, ColumnKind.CHANGE, ColumnKind.PERCENT


def _months(editions: dict[str, Edition], *periods: Period) -> Comparison:
    return compare([compared(editions["2014-01"], period, {}) for period in periods])


def _kinds(comparison: Comparison) -> list[ColumnKind]:
    return [column.kind for column in columns_of(comparison)]


def test_one_change_stands_behind_the_months_and_the_curve_behind_it(
    editions: dict[str, Edition],
) -> None:
    months = _months(editions, Period(2013, 11), Period(2013, 12), Period(2014, 1))
    ends = [ColumnKind.CURVE, ColumnKind.SAID]
    assert _kinds(months)[2:] == [MONTH, MONTH, MONTH, CHANGE, PERCENT, *ends]
    told = _kinds(months.looking_at([(0, 1), (1, 2)]))[2:]
    assert told == [MONTH, MONTH, CHANGE, PERCENT, MONTH, CHANGE, PERCENT, *ends]


def test_a_month_is_about_the_change_up_to_it(editions: dict[str, Edition]) -> None:
    periods = (Period(2013, 10), Period(2013, 11), Period(2013, 12), Period(2014, 1))
    months = _months(editions, *periods).looking_at([(0, 3)])
    pairs = [column.pair for column in columns_of(months) if column.kind is MONTH]
    assert pairs == [(0, 3), (0, 1), (1, 2), (0, 3)]


def test_the_months_of_a_change_are_named_in_short(editions: dict[str, Edition]) -> None:
    near = _months(editions, Period(2013, 12), Period(2014, 1))
    far = _months(editions, Period(2013, 1), Period(2014, 1))
    assert pair_words(near, (0, 1)) == "Jan \u2212 Dec"
    assert pair_words(far, (0, 1)) == "Jan 2014 \u2212 Jan 2013"


def test_versions_of_a_month_are_told_apart(editions: dict[str, Edition]) -> None:
    now = compared(editions["2014-01"], Period(2014, 1), {})
    printed = replace(now, version="as printed")
    amended = replace(now, filing=replace(now.filing, amendment=1))
    assert pair_words(compare([printed, now]), (0, 1)) == "now \u2212 as printed"
    assert pair_words(compare([now, amended]), (0, 1)) == "amendment 1 \u2212 original"
