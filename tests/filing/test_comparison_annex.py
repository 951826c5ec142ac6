"""What goes with a comparison: what is said of its changes, and what nobody has said."""

import pytest

from focusdesk.filing.compare import Comparison, compare
from focusdesk.filing.comparison_annex import (
    ALL_LINES,
    NOTHING_SAID,
    ComparisonAnnex,
    comparison_annex,
    review_annex,
)
from focusdesk.filing.comparison_rows import RowFilter, filtered
from focusdesk.filing.edit import Cause, Edit
from focusdesk.filing.explanation import line, pool
from focusdesk.filing.register import Register
from focusdesk.filing.session import FilingSession
from focusdesk.filing.thresholds import Thresholds, keep_thresholds, parse_threshold
from focusdesk.form.period import Period

JANUARY = Period(2014, 1)


@pytest.fixture
def sessions(register: Register) -> list[FilingSession]:
    """November to January, each with a million more in segregation, and the firm's thresholds."""
    keep_thresholds(register, Thresholds(parse_threshold("500k")))
    sessions = [register.start_month(JANUARY.plus(back)) for back in (-2, -1, 0)]
    for number, session in enumerate(sessions, start=5):
        session.apply(Edit({"7070": number * 1_000_000, "7010": 1_000_000}, Cause.TYPED))
    return sessions


def side_by_side(register: Register) -> Comparison:
    return compare(register.look_at(sorted(register.store.filings(), key=lambda it: it.period)))


def told(annex: ComparisonAnnex) -> list[tuple[str, str, str]]:
    return [
        (each.months, each.subject.name, each.explanation.text if each.explanation else "")
        for each in annex.said
    ]


def test_what_is_said_of_each_month_stands_in_the_order_of_the_months(
    register: Register, sessions: list[FilingSession]
) -> None:
    november, december, january = sessions
    january.explain_change(line("7190"), "since November", november.filing.period)
    january.explain_change(line("7070"), "two new clients")
    january.explain_change(pool("segregation"), "the year's end")
    december.explain_change(line("7070"), "one new client")
    december.explain_change(line("7070"), "of a month that is not shown", Period(2012, 12))

    annex = comparison_annex(register, side_by_side(register))

    assert told(annex) == [
        ("Dec 2013 against Nov 2013", "7070", "one new client"),
        ("Jan 2014 against Dec 2013", "segregation", "the year's end"),
        ("Jan 2014 against Dec 2013", "7070", "two new clients"),
        ("Jan 2014 against Nov 2013", "7190", "since November"),
    ]
    whole, own, since_november = annex.said[1:]
    assert (whole.label, whole.code, whole.moved) == (ALL_LINES, "", None)
    assert own.moved is not None
    assert own.moved.change == 1_000_000
    assert since_november.moved is not None
    assert since_november.moved.change == 2_000_000


def test_lines_that_are_not_shown_bring_no_explanation_and_lack_one_all_the_same(
    register: Register, sessions: list[FilingSession]
) -> None:
    sessions[-1].explain_change(line("7100"), "nothing moved here")
    sessions[-1].explain_change(line("8600"), "another schedule")
    shown = filtered(side_by_side(register), RowFilter(schedules=("cleared_swaps",)))

    annex = comparison_annex(register, shown)

    assert told(annex) == [("Jan 2014 against Dec 2013", "8600", "another schedule")]
    assert [each.code for each in annex.lacking] == ["7190", "7198"]
    assert all(each.words == NOTHING_SAID for each in annex.lacking)
    assert annex.rule.endswith("moved by more than 500,000")


def test_the_last_two_months_are_those_of_which_words_are_asked(
    register: Register, sessions: list[FilingSession]
) -> None:
    sessions[-1].explain_change(line("7070"), "two new clients")

    assert comparison_annex(register, side_by_side(register)).lacking == ()


def test_where_changes_of_other_months_are_told_words_are_asked_of_those(
    register: Register, sessions: list[FilingSession]
) -> None:
    sessions[-1].explain_change(line("7070"), "two new clients")
    whole = side_by_side(register)

    chosen = comparison_annex(register, whole.looking_at([(0, 2)]))
    each = comparison_annex(register, whole.looking_at([(0, 1), (1, 2)]))

    assert {line.months for line in chosen.lacking} == {"Jan 2014 against Nov 2013"}
    assert {line.months for line in each.lacking} == {"Dec 2013 against Nov 2013"}


def test_a_row_has_its_own_words_those_of_its_pool_and_what_is_lacking(
    register: Register, sessions: list[FilingSession]
) -> None:
    sessions[-1].explain_change(line("7070"), "own")
    sessions[1].explain_change(pool("segregation"), "pool")
    comparison = side_by_side(register)
    annex = comparison_annex(register, comparison)
    rows = {row.code: row for row in comparison.rows}

    assert [each.subject.name for each in annex.of(rows["7070"])] == ["segregation", "7070"]
    assert [each.subject.name for each in annex.of(rows["7190"])] == ["segregation"]
    assert annex.of(rows["7010"]) == annex.of(rows["8600"]) == ()


def test_a_review_shows_all_that_is_said_of_the_month_the_newest_earlier_month_first(
    register: Register, sessions: list[FilingSession]
) -> None:
    *_, december, january = sessions
    january.explain_change(line("7070"), "a year", Period(2013, 1))
    january.explain_change(line("7190"), "a month")
    december.explain_change(line("7190"), "not of this month")
    before, month = register.look_at([december.filing, january.filing])

    beside = review_annex(before, month, january.explanations(), Thresholds())
    alone = review_annex(None, month, january.explanations(), Thresholds())

    assert (
        told(beside)
        == told(alone)
        == [
            ("Jan 2014 against Dec 2013", "7190", "a month"),
            ("Jan 2014 against Jan 2013", "7070", "a year"),
        ]
    )
    assert [each.moved is None for each in beside.said] == [False, True]
    assert (alone.lacking, alone.rule) == ((), "")
    assert beside.rule


def test_made_up_months_are_marked_wherever_they_are_named(
    register: Register, sessions: list[FilingSession]
) -> None:
    february = register.start_month(Period(2013, 1))
    assert february.filing.illustrative
    sessions[0].explain_change(line("7070"), "since a made-up month", Period(2013, 1))
    comparison = compare(register.look_at([february.filing, sessions[0].filing]))

    annex = comparison_annex(register, comparison)

    assert annex.said[0].months == "Nov 2013 against Jan 2013 (illustrative)"
    assert {each.months for each in annex.lacking} == {"Nov 2013 against Jan 2013 (illustrative)"}
