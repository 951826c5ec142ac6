"""A month's checks know the firm's store beside its figures, and keep up with its edits."""

import datetime as dt
import random

import pytest

from focusdesk.calc.checks import CheckPlan, Finding, State
from focusdesk.calc.likely_causes import Slip
from focusdesk.calc.worksheet import Worksheet
from focusdesk.filing.edit import Cause, Edit
from focusdesk.filing.filing_due import HandIn
from focusdesk.filing.hand_in import record_hand_in, withdraw_hand_in
from focusdesk.filing.register import Register
from focusdesk.filing.session import FilingSession
from focusdesk.filing.thresholds import Threshold, Thresholds, keep_thresholds
from focusdesk.form.box import BoxKind, Value
from focusdesk.form.edition import Edition
from focusdesk.form.period import Period
from focusdesk.store.filing_store import SqliteFilingStore

JANUARY, DECEMBER = Period(2014, 1), Period(2013, 12)


def typed(session: FilingSession, **boxes: Value) -> None:
    values = {code.removeprefix("c").replace("__", "."): value for code, value in boxes.items()}
    session.apply(Edit(values, Cause.TYPED))


def ids(session: FilingSession, code: str) -> list[str]:
    """The checks that do not hold and look at a box first."""
    return [finding.id for finding in session.findings() if finding.codes[0] == code]


def why_not(session: FilingSession, check: str) -> set[str]:
    """Why a check was not judged."""
    judged = session.checks.judgements()
    return {it.words for it in judged if it.id == check and it.state is State.NOT_EVALUATED}


def test_last_month_is_looked_at_and_its_edits_are_noticed(register: Register) -> None:
    january = register.start_month(JANUARY)
    typed(january, c7020=500)
    assert why_not(january, "P02") == {"The month before is not in the store."}

    december = register.start_month(DECEMBER)
    typed(december, c7020=500)
    assert ids(january, "7020") == ["P02"]

    typed(december, c7020=490)
    assert ids(january, "7020") == []


def test_the_months_before_end_where_the_store_has_none(register: Register) -> None:
    for period in (JANUARY, DECEMBER, Period(2013, 10)):
        session = register.start_month(period)
    del session

    earlier = register.earlier_months(register.store.find(JANUARY))
    assert [month.label for month in earlier] == ["December 2013"]


def test_illustrative_months_bring_no_trend(register: Register) -> None:
    for back, excess in enumerate((40, 50, 60, 70)):
        session = register.start_month(JANUARY.plus(-back))
        typed(session, c7010=100, c7070=100 + excess, c7194=10)
    january = register.open(register.store.find(JANUARY))
    assert "P04" in ids(january, "7190")

    for back in range(4):
        early = register.start_month(Period(2013, 6).plus(-back))
        typed(early, c7010=100, c7070=140 + 10 * back, c7194=10)
    june = register.open(register.store.find(Period(2013, 6)))
    assert june.filing.illustrative
    assert why_not(june, "P04") >= {
        "One of the last three months is illustrative, or has no target."
    }


def test_the_firms_thresholds_take_the_place_of_ten_percent(register: Register) -> None:
    december = register.start_month(DECEMBER)
    typed(december, c7010=1_000, c7020=1_000)
    january = register.start_month(JANUARY)
    typed(january, c7010=1_050, c7020=1_500)
    assert (ids(january, "7010"), ids(january, "7020")) == ([], ["P01"])

    of_line = {"7020": Threshold(dollars=600)}
    keep_thresholds(register, Thresholds(Threshold(dollars=40), of_line))
    again = register.open(january.filing)
    assert (ids(again, "7010"), ids(again, "7020")) == (["P01"], [])


def test_a_figure_typed_over_an_import_is_told_until_it_is_undone(register: Register) -> None:
    session = register.start_month(JANUARY)
    typed(session, c7020=1)
    session.findings()
    session.apply(Edit({"7010": 5}, Cause.IMPORTED))
    assert "P03" not in ids(session, "7010")

    over = session.apply(Edit({"7010": 6}, Cause.TYPED))
    assert "P03" in ids(session, "7010")

    session.apply(over.inverse(Cause.UNDO))
    assert "P03" not in ids(session, "7010")


def test_officers_are_asked_for_when_somebody_is_to_sign(register: Register) -> None:
    session = register.start_month(JANUARY)

    assert "C06" not in {finding.id for finding in session.findings()}
    assert "C06" in {finding.id for finding in session.checks.before_signing()}


def test_what_a_file_states_is_judged_beside_the_figures(register: Register) -> None:
    session = register.start_month(JANUARY)
    typed(session, c7045=10, c7047=3)

    judged = session.checks.against_stated({"7050": 8, "7040": None})
    assert [it.id for it in judged if it.id[0] == "F" and it.state is State.FAILS] == ["F02"]


def test_a_tie_that_breaks_and_a_wrong_total_have_causes(register: Register) -> None:
    december = register.start_month(DECEMBER)
    typed(december, c7020=480, c7090=290, c7120=190)
    january = register.start_month(JANUARY)
    typed(january, c7020=500, c7090=300, c7120=20)
    (broken,) = [finding for finding in january.findings() if finding.id == "X01"]

    first, *_ = january.checks.causes(broken)
    assert (first.code, first.slip, first.would_hold) == ("7120", Slip.SWAPPED, 200)
    typed(january, c7120=None, c7070=1)
    (broken,) = [finding for finding in january.findings() if finding.id == "X01"]
    first, *_ = january.checks.causes(broken)
    assert (first.code, first.slip, first.would_hold) == ("7120", Slip.MISSING, 200)

    right = Worksheet(january.edition, {**january.worksheet.entered(), "7070": -1})
    stated = {"7180": right.value("7180")}
    causes = january.checks.causes_of_stated(stated, january.worksheet)
    assert (causes["7180"][0].code, causes["7180"][0].slip) == ("7070", Slip.SIGN)


def test_a_finding_that_is_no_tie_has_no_causes(register: Register) -> None:
    session = register.start_month(JANUARY)

    assert session.checks.causes(session.findings()[0]) == ()


def test_facing_figures_are_told_though_they_agree_well_enough(register: Register) -> None:
    session = register.start_month(JANUARY)
    typed(session, c7032=1_000, c7132=995)

    ties = {tie.left: tie for tie in session.checks.ties()}
    assert (ties["7032",].difference, ties["7032",].state) == (5, State.HOLDS)


@pytest.mark.parametrize("seed", range(3))
def test_after_any_edits_the_findings_are_those_of_all_checks_judged_anew(
    register: Register, seed: int
) -> None:
    chance = random.Random(seed)  # noqa: S311 -- figures, not secrets
    typed(register.start_month(DECEMBER), c7010=100, c7070=100, c7194=3)
    session = register.start_month(JANUARY)
    codes = [
        code
        for code, box in session.edition.boxes.items()
        if box.kind is BoxKind.AMOUNT and not box.is_computed
    ]
    for _ in range(40):
        figures = {
            code: chance.choice((None, 0, -7, 100, 5_000)) for code in chance.sample(codes, 2)
        }
        session.apply(Edit(figures, Cause.TYPED))
        kept: tuple[Finding, ...] = session.findings()
        circumstances = session.checks.circumstances()
        assert kept == CheckPlan(session.edition).findings(session.worksheet, circumstances)


def test_a_month_handed_in_late_is_warned_of_until_that_is_withdrawn_or_it_is_due_later(
    store: SqliteFilingStore, editions: dict[str, Edition]
) -> None:
    due, asked = [dt.date(2014, 2, 26)], list[Period]()

    def due_on(period: Period) -> dt.date:
        asked.append(period)
        return due[-1]

    session = Register(store, editions, due_on).start_month(JANUARY)
    words = "The day on which the filing was received is not known: no receipt is recorded. "
    assert why_not(session, "C07") == {words + "Say how in Month > Handed in."}
    assert not session.checks.hand_in_changed()
    assert asked == []

    told = HandIn(JANUARY, dt.date(2014, 2, 27), "eFOCUS")
    record_hand_in(store, told, dt.date(2014, 3, 1))
    assert session.checks.hand_in_changed()
    (late,) = [each for each in session.findings() if each.id == "C07"]
    assert late.message == "The filing was received on 02/27/14, after it was due on 02/26/14."
    assert session.checks.behind(late).keys() >= {"received", "due"}
    typed(session, **{"7010": 1})
    assert asked == [JANUARY], "an edit does not ask the calendar"

    due.append(dt.date(2014, 2, 28))
    assert session.checks.hand_in_changed()
    assert {each.state for each in session.checks.judgements() if each.id == "C07"} == {State.HOLDS}
    withdraw_hand_in(store, JANUARY, "it bounced")
    assert session.checks.hand_in_changed()
    assert why_not(session, "C07") == {words + "Say how in Month > Handed in."}


def test_a_due_day_that_no_calendar_holds_is_asked_for(
    store: SqliteFilingStore, editions: dict[str, Edition]
) -> None:
    record = HandIn(JANUARY, dt.date(2014, 2, 27), "eFOCUS")
    session = Register(store, editions).start_month(JANUARY)
    record_hand_in(store, record, dt.date(2014, 3, 1))
    (why,) = why_not(session, "C07")
    assert why.endswith("set it in Month > Set another due date.")
