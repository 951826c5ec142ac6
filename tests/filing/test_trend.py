"""The figures of chosen months as lines."""

from dataclasses import replace

import pytest

from focusdesk.catalog.reading import _CHOICES as CHOICES  # pyright: ignore[reportPrivateUsage]
from focusdesk.filing.compare import ComparedMonth, Comparison, compare
from focusdesk.filing.filing import Filing
from focusdesk.filing.trend import (
    MOST_ADDED,
    LineNotAdded,
    TrendPart,
    line_named,
    lines_found,
    trend_of,
    trend_with,
)
from focusdesk.form.box import Box, Value
from focusdesk.form.edition import Edition
from focusdesk.form.period import Period
from tests.filing.conftest import OCTOBER

POOLS = {
    "Segregation": ["7190", "7194", "7198"],
    "30.7 funds": ["7380", "7780", "7785"],
    "Cleared swaps": ["8730", "8760", "8770"],
    "CFTC capital": ["7490", "7495"],
}


def month(form: Edition, period: Period, values: dict[str, Value]) -> ComparedMonth:
    return ComparedMonth(Filing(period.month, period, form.id), form, values)


def months(form: Edition, *values: dict[str, Value]) -> Comparison:
    return compare([month(form, Period(2013, 10).plus(at), of) for at, of in enumerate(values)])


@pytest.mark.parametrize("edition", ["2014-01", "2026-03"])
def test_each_pool_and_the_capital_page_are_drawn_by_what_the_form_says(
    editions: dict[str, Edition], edition: str
) -> None:
    trend = trend_of(months(editions[edition], {}, {}))

    drawn = {panel.title: [line.code for line in panel.lines] for panel in trend.panels}
    assert drawn == POOLS
    assert {line.code for line in trend.lines if line.part.is_level} == {
        *("7194", "7780", "8760", "7495"),
    }


def test_the_form_names_no_part_that_a_trend_does_not_know() -> None:
    known = [part.value for part in TrendPart if part is not TrendPart.ADDED]
    assert list(CHOICES[Box, "trend"]) == known


def test_a_blank_and_a_box_that_the_edition_lacks_leave_a_gap_and_zero_does_not(
    form: Edition,
) -> None:
    without = replace(
        form,
        schedules=tuple(each for each in form.schedules if each.id != "segregation"),
    )
    first = month(without, Period(2013, 10), {})
    others = [
        month(form, Period(2013, 11).plus(at), {"7194": value, "7190": None})
        for at, value in enumerate((5, 0, None, 7))
    ]
    trend = trend_of(compare([first, *others]))

    target = next(line for line in trend.lines if line.code == "7194")
    assert target.amounts == (None, 5, 0, None, 7)
    assert target.runs == ((1, 2), (4,))
    assert [target.shown(at) for at in range(5)] == [
        *("not in its edition", "5", "0", "blank", "7"),
    ]


def test_a_line_goes_on_under_the_code_that_a_later_edition_gives_it(form: Edition) -> None:
    schedules = [
        replace(
            schedule,
            line_items=tuple(
                replace(line, boxes=tuple(_renamed(box) for box in line.boxes))
                for line in schedule.line_items
            ),
        )
        for schedule in form.schedules
    ]
    later = replace(form, id="2020-01", schedules=tuple(schedules))
    comparison = compare(
        [
            month(form, Period(2013, 12), {"7190": -5, "7010": 1}),
            month(later, Period(2014, 1), {"9190": 6, "9010": 2}),
        ]
    )

    trend = trend_of(comparison, ["7010"])

    assert trend.lines[0].code == "9190"
    assert trend.lines[0].amounts == (-5, 6)
    assert trend.added == ("9010",)
    assert trend.lines[-1].amounts == (1, 2)


def _renamed(box: Box) -> Box:
    if box.code not in {"7190", "7010"}:
        return box
    return replace(box, code=f"9{box.code[1:]}", renamed_from=box.code, formula="")


def test_what_is_below_zero_is_said_in_words(form: Edition) -> None:
    trend = trend_of(months(form, {"7190": 5}, {"7190": -1_234}, {"7190": -1}))

    assert trend.lines[0].below_zero == (1, 2)
    assert trend.below_zero == "7190 Excess over requirement in Nov 2013, Dec 2013"
    assert trend.said(0, 1) == (
        "Segregation, 7190 Excess over requirement, Nov 2013: (1,234), below zero"
    )
    assert trend.said(0, 0) == "Segregation, 7190 Excess over requirement, Oct 2013: 5"
    assert trend_of(months(form, {"7190": 5}, {})).below_zero == ""


def test_any_amount_is_added_by_its_code_or_by_words_that_stand_in_it_alone(
    comparison: Comparison,
) -> None:
    trend = trend_of(comparison).adding("7010").adding(" open futures 7030 ")

    assert trend.added == ("7010", "7030")
    assert trend.panels[-2].title == "Segregation: Cash"
    assert trend.panels[-2].lines[0].name == "Cash"
    assert trend.without("7010").added == ("7030",)
    assert trend.without("7190").lines == trend.lines


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("7190", "7190 is drawn already."),
        ("13", "13 holds no amount, and only amounts can be drawn."),
        (
            "9999",
            'No amount has "9999" in its code or its line. Write a code like 7010.',
        ),
        ("  ", 'No amount has "" in its code or its line. Write a code like 7010.'),
    ],
)
def test_what_cannot_be_added_is_refused_with_a_sentence(
    comparison: Comparison, text: str, sentence: str
) -> None:
    with pytest.raises(LineNotAdded) as refused:
        trend_of(comparison).adding(text)
    assert str(refused.value) == sentence


def test_words_of_several_lines_ask_for_a_code(comparison: Comparison) -> None:
    found = lines_found(comparison, "cash")
    assert len(found) > 6
    with pytest.raises(LineNotAdded, match=rf'"cash" stands in {len(found)} lines: 7010, .*more'):
        line_named(comparison, "cash")


def test_so_many_lines_are_added_and_no_more(comparison: Comparison) -> None:
    drawn = trend_of(comparison).lines
    codes = [row.code for row in lines_found(comparison, "7")]
    others = [code for code in codes if code not in {line.code for line in drawn}]
    trend = trend_of(comparison, others[:MOST_ADDED])
    with pytest.raises(LineNotAdded, match="At most 12 lines"):
        trend.adding(others[MOST_ADDED])


def test_months_stand_as_far_apart_as_they_are_in_time(form: Edition) -> None:
    filings = [month(form, period, {}) for period in (Period(2013, 9), Period(2013, 12))]
    filings.append(month(form, Period(2014, 1), {}))
    assert trend_of(compare(filings)).places == (0, 3, 4)
    assert trend_of(compare([filings[0], filings[0]])).places == (0, 1)


def test_the_same_lines_are_drawn_through_other_months(
    comparison: Comparison, form: Edition
) -> None:
    other = months(form, dict(OCTOBER), dict(OCTOBER))
    trend = trend_of(comparison, ["7010"]).of(other)
    assert trend.comparison is other
    assert trend.added == ("7010",)
    assert trend.span == "Oct 2013 to Nov 2013, 2 months"
    assert trend.rows == tuple(line.row for line in trend.lines)


def test_lines_that_other_months_lack_or_draw_anyway_are_left_out(form: Edition) -> None:
    comparison = months(form, {}, {})
    trend = trend_with(comparison, ("7010", "0815", "7190"))
    assert trend.added == ("7010",)
    assert trend.of(comparison).added == ("7010",)
