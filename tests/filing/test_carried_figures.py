"""Carried figures: given with their source, not known without; the checks judge them at once."""

import datetime as dt
from dataclasses import replace

import pytest

from focusdesk.calc.checks import State
from focusdesk.filing import headroom
from focusdesk.filing.carried_figures import (
    FigureField,
    FigureRefused,
    KnownFigure,
    staying_behind_words,
)
from focusdesk.filing.edit import Cause, ChangeSet, Edit, EditRefused
from focusdesk.filing.filing import Status
from focusdesk.filing.filing_due import HandIn
from focusdesk.filing.hand_in import record_hand_in, withdraw_hand_in
from focusdesk.filing.kept_text import LONGEST_SOURCE
from focusdesk.filing.notice_book import NoticeBook
from focusdesk.filing.notice_words import figures_words
from focusdesk.filing.overview import overview_of
from focusdesk.filing.register import Register
from focusdesk.filing.session import FilingSession
from focusdesk.form.box import Value
from focusdesk.form.edition import Edition
from focusdesk.form.period import Period

SOURCE = "net capital computation of 31 Jan, workbook NC-2014-01, cell H44"
CAPITAL: dict[str, Value] = {
    "7415": 946_524_093,
    "7435": 697_944_162,
    "7465": 1_000_000,
    "firm.retail_forex": False,
}
"""7490 is 131,557,460, and the early warning level 7495 is 144,713,206."""
TRAP: dict[str, Value] = {"7415": 15_000_000, "7465": 1_000_000, "firm.retail_forex": False}
"""The form's level is 1,320,000, and that of Rule 1.12(b) 1,500,000."""


@pytest.fixture
def january(register: Register) -> FilingSession:
    return register.start_month(Period(2014, 1))


def enter(session: FilingSession, values: dict[str, Value]) -> None:
    session.apply(Edit(values, Cause.TYPED))


def known(session: FilingSession, code: str) -> KnownFigure:
    return next(each for each in session.carried.known() if each.figure.code == code)


def events(session: FilingSession) -> list[str]:
    return [each.duty.event for each in session.findings() if each.duty]


def states(session: FilingSession, check: str) -> set[State]:
    return {each.state for each in session.checks.judgements() if each.id == check}


def message(session: FilingSession, check: str) -> str:
    return next(each.message for each in session.findings() if each.id == check)


def test_nothing_is_known_that_nobody_has_given(january: FilingSession) -> None:
    enter(january, CAPITAL)

    assert not any(each.given for each in january.carried.known())
    for check in ("X08", "N05", "N06", "N07"):
        assert states(january, check) == {State.NOT_EVALUATED}
    assert known(january, "anc").origin.startswith("Nobody has given it")


def test_a_figure_is_kept_with_its_source_author_and_time(
    january: FilingSession, register: Register
) -> None:
    january.give_figure("anc", " $650,000,000 ", f"  {SOURCE}\n")

    anc = known(register.open(january.filing), "anc")
    assert (anc.value, anc.shown) == (650_000_000, "650,000,000")
    assert anc.given
    assert anc.given.source == SOURCE
    assert anc.given.author
    assert anc.origin.startswith(f"{SOURCE} (")


def test_the_listeners_are_told_once_and_not_of_the_same_again(january: FilingSession) -> None:
    told: list[ChangeSet] = []
    january.subscribe(told.append)

    january.give_figure("anc", "650m", SOURCE)
    january.give_figure("anc", "650,000,000", SOURCE)

    assert told == [ChangeSet((), (), Cause.GIVEN)]
    assert len(january.carried.history("anc")) == 1


def test_a_blank_withdraws_it_and_the_past_stays(january: FilingSession) -> None:
    enter(january, CAPITAL)
    january.give_figure("anc", "100", SOURCE)
    assert State.FAILS in states(january, "N05")

    january.give_figure("anc", " ", "")

    assert states(january, "N05") == {State.NOT_EVALUATED}
    assert [each.value for each in january.carried.history("anc")] == [100, None]
    january.give_figure("anc", "", "")
    assert len(january.carried.history("anc")) == 2


def test_undo_does_not_reach_it(january: FilingSession, register: Register) -> None:
    enter(january, {"7010": 5})
    january.give_figure("anc", "100", SOURCE)

    history = register.open(january.filing).history()
    assert [step.words for step in history.undoable] == [
        step.words for step in january.history().undoable
    ]
    assert len(history.undoable) == 1
    assert history.redoable == ()


@pytest.mark.parametrize(
    ("given", "field", "words"),
    [
        (("anc", "650000000", " "), FigureField.SOURCE, "Where does 650,000,000 come from?"),
        (("anc", "", SOURCE), FigureField.AMOUNT, "a source alone says nothing"),
        (("anc", "a lot", SOURCE), FigureField.AMOUNT, '"a lot"'),
        (("anc", "5.50", SOURCE), FigureField.AMOUNT, "has cents"),
        (("anc", "1", "x" * (LONGEST_SOURCE + 1)), FigureField.SOURCE, "at most 400"),
        (("anc", "1", "H\x0044"), FigureField.SOURCE, "characters that are no text"),
        (("7190", "1", SOURCE), FigureField.FIGURE, "no carried figure"),
        (("policy.7194", "1", SOURCE), FigureField.FIGURE, "no carried figure"),
        (("firm.alternative_standard", "5", SOURCE), FigureField.AMOUNT, '"5"'),
    ],
)
def test_what_is_refused_is_refused_at_its_field(
    january: FilingSession, given: tuple[str, str, str], field: FigureField, words: str
) -> None:
    with pytest.raises(FigureRefused) as refused:
        january.give_figure(*given)

    assert (refused.value.field, refused.value.code) == (field, given[0])
    assert words in str(refused.value)
    assert not january.carried.standing()


def test_a_sealed_month_takes_none(january: FilingSession, register: Register) -> None:
    sealed = register.store.set_status(january.filing, Status.SEALED)

    with pytest.raises(EditRefused, match="is sealed"):
        register.open(sealed).give_figure("anc", "5", SOURCE)


def test_the_minimum_on_page_6_is_held_against_line_d(january: FilingSession) -> None:
    enter(january, CAPITAL)

    january.give_figure("3760", "131,557,459", SOURCE)
    assert "131,557,459, less than the 131,557,460 of line D" in message(january, "X08")

    january.give_figure("3760", "131,557,460", SOURCE)
    assert states(january, "X08") == {State.HOLDS}


def test_below_the_minimum_both_notices_are_called_for(january: FilingSession) -> None:
    enter(january, CAPITAL)

    january.give_figure("anc", "131,557,459", SOURCE)

    assert events(january) == ["adjusted net capital below the minimum", "early warning"]
    assert message(january, "N05") == (
        "Adjusted net capital of 131,557,459 is below the minimum of 131,557,460 (7490). "
        "Notice is due immediately, with documentation of the firm's capital."
    )


@pytest.mark.parametrize(
    ("anc", "called_for"),
    [("1,499,999", ["early warning"]), ("1,500,000", []), ("1,320,000", ["early warning"])],
)
def test_the_early_warning_is_that_of_the_rule_beside_the_form_s(
    january: FilingSession, anc: str, called_for: list[str]
) -> None:
    enter(january, TRAP)

    january.give_figure("anc", anc, SOURCE)

    assert events(january) == called_for
    if called_for:
        assert "below the rule's early warning level of 1,500,000; the form's own is 1,320,000" in (
            message(january, "N05")
        )
    assert "1,320,000 (7495), and Rule 1.12(b)" in message(january, "X10")


def test_the_sec_s_amount_is_a_limb_of_its_own(january: FilingSession) -> None:
    enter(january, CAPITAL)
    january.give_figure("anc", "150m", SOURCE)
    january.give_figure("sec_early_warning", "160m", SOURCE)

    assert events(january) == ["early warning by the SEC's amount"]
    finding = next(each for each in january.findings() if each.id == "N05")
    assert finding.cite.endswith("(unverified)")


def test_the_sec_s_notices_are_judged_by_the_firm_s_standard(january: FilingSession) -> None:
    for code, amount in {
        "net_capital": "110",
        "sec_minimum": "100",
        "aggregate_indebtedness": "1,321",
        "aggregate_debit_items": "2,201",
    }.items():
        january.give_figure(code, amount, SOURCE)
    below = "net capital below 120 percent of the SEC's minimum"
    of_finra = "net capital below FINRA's early warning level"
    assert events(january) == [below, of_finra]

    january.give_figure("firm.alternative_standard", "no", "letter to the DEA of 2010")
    assert events(january) == [
        below,
        "aggregate indebtedness above 1,200 percent",
        of_finra,
        "aggregate indebtedness above FINRA's early warning level",
    ]

    january.give_figure("firm.alternative_standard", "yes", "letter to the DEA of 2010")
    few = "net capital below 5 percent of aggregate debit items"
    assert events(january) == [below, few, of_finra]


def test_a_fall_is_held_against_the_last_report_that_was_filed(
    register: Register, january: FilingSession
) -> None:
    enter(january, CAPITAL)
    january.give_figure("anc", "1,000", SOURCE)
    march = register.start_month(Period(2014, 3))
    march.give_figure("anc", "800", "NC-2014-03, H44")
    # January lies here, but nobody has filed it.
    assert State.FAILS not in states(march, "N07")
    assert known(march, "anc.filed").value is None

    january.mark_printed(b"a signature copy")

    assert events(march) == ["adjusted net capital down by 20 percent"]
    assert message(march, "N07").startswith(
        "Adjusted net capital fell by 200, from 1,000 in the last filed report to 800, which is"
    )
    filed = known(march, "anc.filed")
    assert filed.origin.startswith(f"January 2014: {SOURCE} (")
    march.give_figure("anc", "801", "NC-2014-03, H44")
    assert events(march) == []


def test_what_is_on_record_as_handed_in_was_filed_without_a_signature_copy(
    register: Register, january: FilingSession
) -> None:
    january.give_figure("anc", "1,000", SOURCE)
    march = register.start_month(Period(2014, 3))
    march.give_figure("anc", "800", "NC-2014-03, H44")
    assert events(march) == []

    told = HandIn(january.filing.period, dt.date(2014, 2, 26), "FINRA eFOCUS")
    record_hand_in(register.store, told, dt.date(2014, 4, 1))
    assert march.checks.hand_in_changed()
    assert events(march) == ["adjusted net capital down by 20 percent"]

    withdraw_hand_in(register.store, january.filing.period, "it bounced")
    assert march.checks.hand_in_changed()
    assert events(march) == []


def test_what_is_given_for_the_last_report_counts_before_what_is_looked_up(
    register: Register, january: FilingSession
) -> None:
    january.give_figure("anc", "1,000", SOURCE)
    january.mark_printed(b"a signature copy")
    february = register.start_month(Period(2014, 2))
    february.give_figure("anc", "800", SOURCE)

    february.give_figure("anc.filed", "900", "the report as amended on paper")

    assert events(february) == []


def test_a_figure_is_not_carried_into_the_next_month(
    register: Register, january: FilingSession
) -> None:
    january.give_figure("anc", "650m", SOURCE)

    february = register.start_month(Period(2014, 2), source=january.filing, with_amounts=True)

    assert not february.carried.standing()
    assert known(february, "anc").value is None
    earlier = february.carried.earlier("anc")
    assert earlier
    assert (earlier.month, earlier.given) == ("January 2014", january.carried.standing()["anc"])
    assert earlier.not_carried == "January 2014 had 650,000,000: it is not carried over."
    assert february.carried.earlier("3760") is None
    assert january.carried.earlier("anc") is None


def test_why_a_figure_is_withdrawn_is_kept_where_it_is_said(january: FilingSession) -> None:
    january.give_figure("anc", "100", SOURCE)
    january.give_figure("anc", "", SOURCE)
    january.give_figure("anc", "200", SOURCE)
    january.give_figure("anc", "", "the workbook was of December")

    assert [(each.value, each.source) for each in january.carried.history("anc")] == [
        (100, SOURCE),
        (None, ""),
        (200, SOURCE),
        (None, "the workbook was of December"),
    ]
    assert not january.carried.standing()


def test_made_up_figures_are_never_filed(register: Register) -> None:
    june = register.start_month(Period(2013, 6))
    assert june.filing.illustrative
    june.mark_printed(b"a copy")

    assert register.last_filed(register.start_month(Period(2013, 9)).filing) is None


def test_the_overview_shows_it_with_its_source_and_the_distance(january: FilingSession) -> None:
    enter(january, CAPITAL)
    january.give_figure("anc", "150,000,000", SOURCE)

    capital = overview_of(january).cards[-1]

    line = next(each for each in capital.lines if each.code == "anc")
    assert (line.shown, line.remark) == ("150,000,000", "")
    assert line.origin.startswith(SOURCE)
    assert capital.headroom[3:5] == (
        "5,286,794 is left above the early warning level (150,000,000 \u2212 144,713,206).",
        "18,442,540 is left above the minimum (150,000,000 \u2212 131,557,460).",
    )


def test_the_overview_goes_by_the_minimum_that_the_notice_goes_by(january: FilingSession) -> None:
    enter(january, CAPITAL)
    for code, amount in {
        "anc": "180,000,000",
        "sec_minimum": "200,000,000",
        "sec_early_warning": "100,000,000",
    }.items():
        january.give_figure(code, amount, SOURCE)

    capital = overview_of(january).cards[-1]

    assert events(january) == ["adjusted net capital below the SEC's minimum"]
    assert (capital.state, capital.before_zero) == (headroom.State.BELOW_MINIMUM, 0)
    assert capital.headroom[0].startswith("The minimum is 200,000,000, the SEC's")
    assert "20,000,000 is lacking to the minimum" in capital.headroom[3]
    assert "sec_minimum" in [line.code for line in capital.lines]


def test_a_complete_page_is_in_work_again_once_a_figure_that_it_asks_for_is_given(
    january: FilingSession,
) -> None:
    enter(january, CAPITAL)
    book = NoticeBook(january)
    book.mark_complete("cftc_capital")
    january.give_figure("undermargined.segregation", "5", SOURCE)
    assert "cftc_capital" in book.complete_schedules()

    january.give_figure("anc", "5", SOURCE)

    assert "cftc_capital" not in book.complete_schedules()
    assert book.notices() == ()
    recorded = book.mark_complete("cftc_capital")
    assert [each.event.check for each in recorded] == ["N05", "N05"]


def test_a_notice_of_capital_records_all_that_its_own_statement_was_judged_by(
    january: FilingSession,
) -> None:
    enter(january, CAPITAL)
    given = {
        "anc": "50,000,000",
        "net_capital": "60,000,000",
        "sec_minimum": "200,000,000",
        "sec_early_warning": "240,000,000",
    }
    for code, amount in given.items():
        january.give_figure(code, amount, SOURCE)

    NoticeBook(january).mark_complete("cftc_capital")

    events = {each.event.name: each.event for each in NoticeBook(january).notices()}
    event = events["adjusted net capital below the SEC's minimum"]
    assert event.figures == {"7490": 131_557_460, "anc": 50_000_000, "sec_minimum": 200_000_000}
    assert event.codes == ("7490",)
    assert figures_words(event) == (
        "7490 131,557,460; adjusted net capital 50,000,000; "
        "the SEC's minimum net capital 200,000,000"
    )
    assert set(events["adjusted net capital below the minimum"].figures) == {"7490", "anc"}


def test_who_asks_for_a_figure_and_what_came_of_it_is_known(january: FilingSession) -> None:
    enter(january, CAPITAL)
    january.give_figure("anc", "140m", SOURCE)

    came_to = [(each.statement[:18], each.state) for each in january.checks.asking("anc")]

    assert came_to == [
        ("[anc] >= [7490]", State.HOLDS),
        ("[anc] >= [sec_mini", State.NOT_EVALUATED),
        ("[anc] >= [7495.rul", State.FAILS),
        ("[anc] >= [sec_earl", State.NOT_EVALUATED),
        ("[anc.filed] - [anc", State.NOT_EVALUATED),
        ("[planned_cut] < 0.", State.NOT_EVALUATED),
    ]
    # Undermargined amounts are asked for since November 2014.
    assert january.checks.asking("undermargined.segregation") == ()


def test_a_new_month_is_told_that_they_stay_behind(form: Edition) -> None:
    words = "Adjusted net capital and 12 other figures that no box holds stay behind"
    assert staying_behind_words(form) == f"{words}: give each anew."

    capital = next(each for each in form.figures if each.code == "anc")
    alone = "Adjusted net capital, which no box holds, stays behind: give it anew."
    assert staying_behind_words(replace(form, figures=(capital,))) == alone
    assert staying_behind_words(replace(form, figures=())) == ""
