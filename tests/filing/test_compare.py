"""Months side by side: a change is that of the stored value, and a blank is not a zero."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

import pytest

from focusdesk.calc.worksheet import Worksheet
from focusdesk.filing.compare import (
    ABSENT,
    ComparedMonth,
    Comparison,
    ComparisonRow,
    TooFewMonths,
    compare,
    show_compared,
)
from focusdesk.filing.edition_plan import EditionPlan
from focusdesk.filing.filing import Filing
from focusdesk.form.box import Box, BoxKind, Value
from focusdesk.form.edition import Edition
from focusdesk.form.page import PageLayout
from focusdesk.form.period import Period
from focusdesk.form.schedule import LineItem, LineStyle, Schedule


@pytest.fixture
def months(form: Edition, form_plan: EditionPlan) -> tuple[ComparedMonth, ComparedMonth]:
    """December and January of the shipped form, a few boxes each."""
    december: Mapping[str, Value] = {
        "13": "HSBC",
        "25": dt.date(2013, 12, 31),
        "7033": 27_880_015,
        "7010": 200,
        "7030": -200,
        "7070": 0,
        "7080": 5,
        "7090": None,
        "7100": 0,
        "7110": None,
    }
    january: Mapping[str, Value] = {
        **december,
        "25": dt.date(2014, 1, 31),
        "7033": 29_234_336,
        "7010": 190,
        "7030": -150,
        "7070": 7,
        "7080": None,
        "7090": 0,
        "7100": 0,
        "7110": 9,
    }
    earlier, later = (
        ComparedMonth(
            Filing(number, period, form.id),
            form,
            Worksheet(form, entered, form_plan.calculation).values(),
        )
        for number, period, entered in (
            (1, Period(2013, 12), december),
            (2, Period(2014, 1), january),
        )
    )
    return earlier, later


def row(comparison: Comparison, code: str) -> ComparisonRow:
    (found,) = (each for each in comparison.rows if each.code == code)
    return found


def test_every_box_of_the_form_has_one_row_in_its_order(
    months: tuple[ComparedMonth, ComparedMonth], form: Edition
) -> None:
    assert [each.code for each in compare(months).rows] == list(form.boxes)


def test_a_row_says_where_its_box_stands(months: tuple[ComparedMonth, ComparedMonth]) -> None:
    excess = row(compare(months), "7190")

    assert (excess.schedule, excess.schedule_title) == ("segregation", "Segregation")
    assert excess.caption == "FUNDS IN SEGREGATED ACCOUNTS"
    assert excess.number == "14"
    assert excess.label.startswith("Excess (deficiency) funds in segregation")
    assert (excess.kind, excess.computed, excess.total) == (BoxKind.AMOUNT, True, True)
    assert row(compare(months), "7050").label.startswith("Deficits and debit balances, net")


def test_before_the_first_caption_a_row_has_none(
    months: tuple[ComparedMonth, ComparedMonth],
) -> None:
    assert row(compare(months), "7200").caption == ""


def test_a_deduction_that_grew_grew_whatever_the_form_prints_around_it(
    months: tuple[ComparedMonth, ComparedMonth],
) -> None:
    deduction = row(compare(months), "7033")

    assert deduction.values == (27_880_015, 29_234_336)
    assert deduction.difference().change == 1_354_321
    assert deduction.difference().shown_change == "+1,354,321"
    assert deduction.difference().shown_percent == "+4.9 %"


@pytest.mark.parametrize(
    ("code", "change", "percent", "shown"),
    [
        ("7010", -10, Decimal(-5), "(5.0) %"),
        ("7030", 50, Decimal(25), "+25.0 %"),
        ("7070", 7, None, "new"),
        ("7080", -5, Decimal(-100), "gone"),
        ("7090", 0, None, "new"),
        ("7100", 0, None, "-"),
        ("7110", 9, None, "new"),
        ("7120", None, None, ""),
        ("13", None, None, ""),
        ("25", None, None, ""),
    ],
)
def test_a_change_is_in_dollars_and_in_percent_of_the_earlier_amount(
    months: tuple[ComparedMonth, ComparedMonth],
    code: str,
    change: int | None,
    percent: Decimal | None,
    shown: str,
) -> None:
    found = row(compare(months), code).difference()

    assert (found.change, found.percent, found.shown_percent) == (change, percent, shown)


@pytest.mark.parametrize(
    ("earlier", "later", "shown"),
    [
        (1_000_000, 1_000_499, "0.0 %"),
        (1_000_000, 1_000_500, "+0.1 %"),
        (1_000_000, 999_501, "0.0 %"),
        (1, 1_001, "+100,000.0 %"),
        (200, 200, "0.0 %"),
    ],
)
def test_a_percentage_is_rounded_to_tenths(
    months: tuple[ComparedMonth, ComparedMonth], earlier: int, later: int, shown: str
) -> None:
    before, after = (
        replace(month, values={**month.values, "7010": amount})
        for month, amount in zip(months, (earlier, later), strict=True)
    )

    assert row(compare([before, after]), "7010").difference().shown_percent == shown


def test_only_rows_in_which_something_differs_are_kept_and_blank_differs_from_zero(
    months: tuple[ComparedMonth, ComparedMonth],
) -> None:
    changed = [each.code for each in compare(months).rows if each.changed]

    assert {"7010", "7080", "7090", "25", "7180", "7190"} <= set(changed)
    assert not {"13", "7100", "7120", "7200"} & set(changed)
    assert changed == [each.code for each in compare(months).rows if each.code in changed]


def test_a_change_between_earlier_months_keeps_the_row(
    months: tuple[ComparedMonth, ComparedMonth],
) -> None:
    december, january = months
    three = compare([december, january, january])

    assert row(three, "7010").difference().change == 0
    assert "7010" in [each.code for each in three.rows if each.changed]


def test_months_stand_in_the_order_given_under_their_headings(
    months: tuple[ComparedMonth, ComparedMonth],
) -> None:
    december, january = months
    amended = replace(january, filing=replace(january.filing, amendment=1))
    comparison = compare([amended, december])

    assert [month.heading for month in comparison.months] == ["Jan 2014 amendment 1", "Dec 2013"]
    assert row(comparison, "7010").difference().change == 10


@pytest.mark.parametrize("number", [0, 1])
def test_one_month_alone_is_not_compared(
    months: tuple[ComparedMonth, ComparedMonth], number: int
) -> None:
    with pytest.raises(TooFewMonths, match="at least two months"):
        compare(months[:number])


def edition(name: str, *boxes: Box) -> Edition:
    caption = LineItem(label=f"CAPTION {name}", style=LineStyle.CAPTION)
    lines = tuple(LineItem("1", box.code, (box,)) for box in boxes)
    page = Schedule("page", "Page", ("PAGE",), 10, (caption, *lines), PageLayout())
    return Edition(name, "Test", Period(2014, 1), (page,))


OLD = edition("old", Box("1", BoxKind.AMOUNT), Box("2", BoxKind.AMOUNT), Box("9", BoxKind.AMOUNT))
NEW = edition("new", Box("1", BoxKind.AMOUNT), Box("20", BoxKind.AMOUNT, renamed_from="2"))


def across(*months: tuple[Edition, Mapping[str, Value]]) -> Comparison:
    return compare([
        ComparedMonth(Filing(number, Period(2014, number), form.id), form, values)
        for number, (form, values) in enumerate(months, start=1)
    ])  # fmt: skip


def test_a_renumbered_box_is_one_row_through_the_editions() -> None:
    comparison = across((OLD, {"1": 5, "2": 7, "9": 3}), (NEW, {"1": 5, "20": 8}))

    assert [each.code for each in comparison.rows] == ["1", "20", "9"]
    assert row(comparison, "20").values == (7, 8)
    assert row(comparison, "20").difference().change == 1


def test_a_box_that_a_months_edition_lacks_is_absent_and_neither_blank_nor_zero() -> None:
    comparison = across(
        (OLD, {"1": 5, "2": 7, "9": 3}), (OLD, {"1": 5, "2": 7, "9": 3}), (NEW, {"1": 5, "20": 8})
    )
    withdrawn = row(comparison, "9")

    assert withdrawn.values == (3, 3, ABSENT)
    assert withdrawn.difference().change is None
    assert withdrawn.changed
    assert [show_compared(value) for value in withdrawn.values] == ["3", "3", "n/a"]


def test_a_box_that_is_new_was_absent_before() -> None:
    added = edition("added", Box("1", BoxKind.AMOUNT), Box("8", BoxKind.AMOUNT))
    comparison = across((OLD, {"1": 5, "2": 7, "9": None}), (added, {"1": 5, "8": 4}))

    assert row(comparison, "8").values == (ABSENT, 4)
    assert row(comparison, "8").difference().change is None
    assert row(comparison, "9").values == (None, ABSENT)


def test_a_renumbered_box_is_one_row_in_whatever_order_the_months_are_laid() -> None:
    comparison = across((NEW, {"1": 5, "20": 8}), (OLD, {"1": 5, "2": 7, "9": 3}))

    assert [each.code for each in comparison.rows] == ["1", "2", "9"]
    assert row(comparison, "2").values == (8, 7)


def test_a_box_of_one_edition_stands_where_it_stood_there_and_not_at_the_end() -> None:
    old = edition("old", *(Box(code, BoxKind.AMOUNT) for code in ("5", "1", "6", "7", "2")))
    first = replace(old, schedules=(*old.schedules, _schedule("last", "99")))
    new = edition("new", Box("1", BoxKind.AMOUNT), Box("20", BoxKind.AMOUNT, renamed_from="2"))
    second = replace(new, schedules=(*new.schedules, _schedule("last", "98", "99")))
    comparison = across((first, {}), (second, {}))

    assert [each.code for each in comparison.rows] == ["5", "1", "6", "7", "20", "98", "99"]
    assert {each.schedule for each in comparison.rows[:5]} == {"page"}


def test_one_caption_stands_over_what_two_editions_put_under_it() -> None:
    comparison = across((OLD, {}), (NEW, {}))

    assert {each.caption for each in comparison.rows} == {"CAPTION new"}


def test_a_schedule_of_one_edition_comes_after_those_of_the_last_month() -> None:
    more = replace(OLD, schedules=(_schedule("extra", "50", "51"), *OLD.schedules))

    comparison = across((more, {"50": 1}), (NEW, {}))

    assert [each.code for each in comparison.rows] == ["1", "20", "9", "50", "51"]
    assert row(comparison, "50").values == (1, ABSENT)


def _schedule(name: str, *codes: str) -> Schedule:
    lines = tuple(LineItem("1", code, (Box(code, BoxKind.AMOUNT),)) for code in codes)
    return Schedule(name, name, ("PAGE",), 20, lines, PageLayout())


@pytest.mark.parametrize(
    ("value", "shown"), [(None, ""), (0, "0"), (-5, "(5)"), ("HSBC", "HSBC"), (ABSENT, "n/a")]
)
def test_blank_zero_and_absent_are_told_apart(value: Value, shown: str) -> None:
    assert show_compared(value) == shown


def test_a_row_says_what_differs_between_any_two_of_its_months(
    months: tuple[ComparedMonth, ComparedMonth],
) -> None:
    found = row(compare([*months, months[0]]), "7010")

    assert found.difference(0, 1).change == -10
    assert found.difference() == found.difference(1, 2)
    assert found.difference().change == 10


def test_a_row_knows_the_code_that_its_box_has_in_each_month() -> None:
    comparison = across((OLD, {"2": 7, "9": 3}), (NEW, {"20": 8}))

    assert row(comparison, "20").codes == ("2", "20")
    assert row(comparison, "9").codes == ("9", "")


def test_a_month_is_named_after_its_version(months: tuple[ComparedMonth, ComparedMonth]) -> None:
    amended = replace(months[1].filing, amendment=1)
    printed = replace(months[1], filing=amended, version="as printed")

    assert printed.heading == "Jan 2014 amendment 1 as printed"
    assert printed.stem == "2014-01 amendment 1 as printed"


def test_one_pair_stands_behind_the_months_and_of_several_each_behind_its_later_month() -> None:
    three = across((OLD, {}), (OLD, {}), (OLD, {}))

    assert (three.columns, three.told) == ((0, 1, 2, (1, 2)), "Feb 2014 to Mar 2014")
    chosen = three.looking_at([(0, 2)])
    assert (chosen.columns, chosen.told) == ((0, 1, 2, (0, 2)), "Jan 2014 to Mar 2014")
    each = three.looking_at([(0, 1), (1, 2)])
    assert (each.columns, each.told) == ((0, 1, (0, 1), 2, (1, 2)), "each month to the next")
    both = three.looking_at([(0, 2), (1, 2)])
    assert both.columns == (0, 1, 2, (0, 2), (1, 2))
    assert both.told == "Jan 2014 to Mar 2014, Feb 2014 to Mar 2014"


def test_a_row_says_which_other_codes_its_box_had() -> None:
    rows = {row.code: row for row in across((OLD, {}), (NEW, {})).rows}

    assert rows["20"].described == "20 (formerly 2)"
    assert (rows["1"].described, rows["9"].described) == ("1", "9")


def test_the_firm_has_the_name_of_the_last_month_that_names_it() -> None:
    one, other = across((OLD, {"13": "Old"}), (OLD, {"13": "New"})).months
    form = replace(OLD, firm_code="13")

    named = [replace(month, edition=form) for month in (one, other)]

    assert compare(named).firm == "New"
    assert compare([*named, replace(named[1], values={})]).firm == "New"
    assert compare([replace(month, values={}) for month in named]).firm == ""
