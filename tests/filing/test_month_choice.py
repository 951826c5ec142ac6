"""Which months are laid side by side."""

from dataclasses import replace

import pytest

from focusdesk.filing.edit import Cause, Edit
from focusdesk.filing.filing import Filing
from focusdesk.filing.month_choice import (
    MonthChoice,
    MonthsRefused,
    Preset,
    any_months,
    in_time_order,
    offers,
    preset_months,
    printed_month,
    side_by_side,
)
from focusdesk.filing.register import Register
from focusdesk.form.period import Period

FIRST = Period(2012, 11)
MONTHS = [Filing(number, FIRST.plus(number), "2014-01") for number in range(15)]
"""November 2012 to January 2014."""

NEWEST_FIRST = MONTHS[::-1]
JANUARY = MONTHS[-1]
AMENDED = replace(JANUARY, id=99, amendment=1)


def months(choice: MonthChoice) -> list[str]:
    return [filing.stem for filing in choice.filings]


def chosen(preset: Preset, filing: Filing = JANUARY, *without: str) -> MonthChoice:
    there = [each for each in NEWEST_FIRST if str(each.period) not in without]
    return preset_months(preset, filing, there, printed=True)


def test_months_stand_in_the_order_of_time_each_once_and_amendments_after_their_original() -> None:
    assert in_time_order([AMENDED, JANUARY, MONTHS[0], JANUARY]) == (MONTHS[0], JANUARY, AMENDED)


def test_any_2_to_36_months_can_be_chosen() -> None:
    many = [Filing(number, FIRST.plus(number), "2014-01") for number in range(37)]

    assert months(any_months([JANUARY, MONTHS[0]])) == ["2012-11", "2014-01"]
    assert len(any_months(many[:36]).filings) == 36
    with pytest.raises(MonthsRefused, match="at most 36 months, and these are 37"):
        any_months(many)


@pytest.mark.parametrize("few", [[], [JANUARY], [JANUARY, JANUARY]])
def test_one_month_alone_is_no_comparison(few: list[Filing]) -> None:
    with pytest.raises(MonthsRefused, match="at least two months"):
        any_months(few)


@pytest.mark.parametrize(
    ("preset", "expected"),
    [
        (Preset.LAST_MONTH, ["2013-12", "2014-01"]),
        (Preset.LAST_YEAR, ["2013-01", "2014-01"]),
        (Preset.QUARTER_ENDS, ["2012-12", "2013-03", "2013-06", "2013-09", "2013-12", "2014-01"]),
    ],
)
def test_a_preset_gives_its_months(preset: Preset, expected: list[str]) -> None:
    assert months(chosen(preset)) == expected
    assert chosen(preset).remark == ""


def test_the_last_13_months_begin_with_the_same_month_a_year_before() -> None:
    assert months(chosen(Preset.THIRTEEN_MONTHS)) == [
        str(Period(2013, 1).plus(n)) for n in range(13)
    ]


def test_of_a_month_that_ends_a_quarter_the_last_five_are_enough() -> None:
    assert months(chosen(Preset.QUARTER_ENDS, MONTHS[13], "2013-03")) == [
        *("2012-12", "2013-06", "2013-09", "2013-12"),
    ]
    assert chosen(Preset.QUARTER_ENDS, MONTHS[13], "2013-03").remark == (
        "The store has no filing for March 2013."
    )


def test_missing_months_are_passed_over_and_said() -> None:
    choice = chosen(Preset.THIRTEEN_MONTHS, JANUARY, "2013-02", "2013-05", "2013-06", "2013-07")

    assert len(choice.filings) == 9
    assert choice.remark == (
        "The store has no filing for February 2013, May 2013, June 2013 and 1 more month."
    )


def test_of_a_month_with_amendments_the_latest_stands_for_it() -> None:
    december = replace(MONTHS[13], id=98, amendment=1)

    choice = preset_months(
        Preset.LAST_MONTH, JANUARY, [AMENDED, december, *NEWEST_FIRST], printed=False
    )

    assert months(choice) == ["2013-12 amendment 1", "2014-01"]


def test_the_original_stands_before_its_amendment() -> None:
    second = replace(JANUARY, id=100, amendment=2)
    there = [second, AMENDED, *NEWEST_FIRST]

    for_each = {
        filing.amendment: months(preset_months(Preset.AMENDMENT, filing, there, printed=False))
        for filing in (JANUARY, AMENDED, second)
    }

    assert for_each == {
        0: ["2014-01", "2014-01 amendment 2"],
        1: ["2014-01", "2014-01 amendment 1"],
        2: ["2014-01", "2014-01 amendment 2"],
    }


@pytest.mark.parametrize(
    ("preset", "why"),
    [
        (Preset.LAST_MONTH, "no filing for October 2012, the month before November 2012."),
        (Preset.LAST_YEAR, "November 2011, the same month a year before November 2012."),
        (Preset.THIRTEEN_MONTHS, "no other month in the year up to November 2012."),
        (Preset.QUARTER_ENDS, "no other month at the end of an earlier quarter."),
        (Preset.AMENDMENT, "November 2012 has no amendment."),
        (Preset.LAST_PRINT, "No signature copy of November 2012 was printed yet"),
    ],
)
def test_what_cannot_be_had_says_why(preset: Preset, why: str) -> None:
    with pytest.raises(MonthsRefused, match=why):
        preset_months(preset, MONTHS[0], NEWEST_FIRST, printed=False)


def test_a_menu_has_every_preset_and_the_reason_of_those_that_cannot_be_had() -> None:
    offered = offers(JANUARY, NEWEST_FIRST, printed=True)

    assert [offer.preset for offer in offered] == list(Preset)
    assert [offer.preset for offer in offered if offer.choice is None] == [Preset.AMENDMENT]
    assert offered[4].why_not == "January 2014 has no amendment."
    assert offered[5].choice == MonthChoice((JANUARY,), from_print=True)
    assert offered[0].preset.words == "Last month"


def test_the_last_print_is_read_back_and_stands_before_the_figures_of_now(
    register: Register,
) -> None:
    session = register.start_month(Period(2014, 1))
    session.apply(Edit({"7070": 5, "7010": 3}, Cause.TYPED))
    with pytest.raises(MonthsRefused, match="No signature copy of January 2014"):
        printed_month(session)
    session.mark_printed(b"file")
    session.apply(Edit({"7070": 8}, Cause.TYPED))

    then, now = side_by_side(register, MonthChoice((session.filing,), from_print=True))

    assert (then.heading, now.heading) == ("Jan 2014 as printed", "Jan 2014")
    assert [month.values["7070"] for month in (then, now)] == [5, 8]
    assert [month.values["7190"] for month in (then, now)] == [2, 5]


def test_months_are_read_without_opening_them(register: Register) -> None:
    for month in (12, 11):
        register.start_month(Period(2013, month))
    choice = any_months(register.store.filings())

    assert [month.stem for month in side_by_side(register, choice)] == ["2013-11", "2013-12"]
