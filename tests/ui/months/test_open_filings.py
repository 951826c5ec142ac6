import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from focusdesk.filing.edit import Cause, ChangeSet, Edit
from focusdesk.filing.filing import Filing, Status
from focusdesk.filing.filing_due import HandIn
from focusdesk.filing.hand_in import record_hand_in
from focusdesk.filing.notice_book import NoticeBook
from focusdesk.filing.ports import StoreConflict
from focusdesk.filing.register import Register
from focusdesk.filing.target_keeping import keep_policy
from focusdesk.filing.target_measure import parse_measure
from focusdesk.filing.target_policy import TargetPolicy
from focusdesk.form.edition import Edition
from focusdesk.store.opening import open_store
from focusdesk.ui.months.open_filings import OpenFilings
from focusdesk.ui.page.undo import enter
from tests.ui.words import DECEMBER, JANUARY


@pytest.fixture
def opened(qapp: QApplication, register: Register) -> Iterator[OpenFilings]:
    del qapp
    filings = OpenFilings(register)
    yield filings
    filings.close()


@pytest.fixture
def january_filing(register: Register) -> Filing:
    return register.store.find(JANUARY)


def test_a_filing_is_opened_once(opened: OpenFilings, january_filing: Filing) -> None:
    assert opened.open(january_filing) is opened.open(january_filing)


def test_each_filing_has_its_own_steps(
    opened: OpenFilings, january_filing: Filing, register: Register
) -> None:
    here, there = opened.open(january_filing), opened.open(register.store.find(DECEMBER))
    enter(here.undo, here.session, Edit({"7100": 1}, Cause.TYPED, "7100: to 1"))
    assert here.undo.count() == 1
    assert there.undo.count() == 0
    opened.undo.setActiveStack(there.undo)
    assert not opened.undo.canUndo()
    opened.undo.setActiveStack(here.undo)
    assert opened.undo.undoText() == "7100: to 1"


def test_a_change_is_told_with_its_filing(opened: OpenFilings, january_filing: Filing) -> None:
    told: list[tuple[Filing, ChangeSet]] = []
    opened.filing_changed.connect(lambda filing, changed: told.append((filing, changed)))  # pyright: ignore[reportUnknownLambdaType, reportUnknownArgumentType] -- a signal's arguments have no types
    opened.open(january_filing).session.apply(Edit({"7100": 1}, Cause.TYPED))
    assert [(filing, changed.changes[0].code) for filing, changed in told] == [
        (january_filing, "7100")
    ]


def test_to_be_read_an_open_filing_is_given_as_it_is_and_another_is_not_kept(
    opened: OpenFilings, january_filing: Filing, register: Register
) -> None:
    here = opened.open(january_filing).session
    december = register.store.find(DECEMBER)
    assert opened.to_read(january_filing) is here
    assert opened.to_read(december).value("7100") == 90_004_120
    assert opened.to_read(december) is not opened.open(december).session


def test_reading_an_open_filing_does_not_hide_what_another_program_changes_in_it(
    opened: OpenFilings,
    january_filing: Filing,
    store_path: Path,
    editions: dict[str, Edition],
) -> None:
    here = opened.open(january_filing).session
    with open_store(store_path) as store:
        elsewhere = Register(store, editions)
        elsewhere.open(january_filing).apply(Edit({"7200": 5}, Cause.TYPED))
    opened.to_read(january_filing)
    with pytest.raises(StoreConflict, match="Another program changed January 2014"):
        here.apply(Edit({"7100": 1}, Cause.TYPED))


def test_figures_of_open_months_are_as_they_stand_and_others_as_they_are_kept(
    opened: OpenFilings, january_filing: Filing, register: Register
) -> None:
    december = register.store.find(DECEMBER)
    opened.open(january_filing).session.apply(Edit({"7100": 1}, Cause.TYPED))
    then, now = opened.figures_of((december, january_filing))
    assert then.values["7100"] == 90_004_120
    assert then.values["7190"] == 94_204_312, "computed boxes too"
    assert now.values["7100"] == 1


def test_a_filing_that_is_read_again_is_as_it_is_kept_and_its_steps_are_gone(
    opened: OpenFilings, january_filing: Filing, register: Register
) -> None:
    told: list[object] = []
    opened.filing_changed.connect(lambda *_: told.append(1))  # pyright: ignore[reportUnknownLambdaType, reportUnknownArgumentType] -- a signal's arguments have no types
    before = opened.open(january_filing)
    enter(before.undo, before.session, Edit({"7100": 1}, Cause.TYPED, "7100: to 1"))
    register.open(january_filing).apply(Edit({"7100": 2}, Cause.SET))
    told.clear()
    again = opened.read_again(january_filing)
    assert again is opened.open(january_filing)
    assert again.session.value("7100") == 2
    assert again.undo.count() == 0
    assert opened.undo.stacks() == [again.undo]
    before.signals.boxes_changed.emit(None)
    again.session.apply(Edit({"7100": 3}, Cause.TYPED))
    assert told == [1, 1]


def test_nothing_is_kept_of_an_earlier_reading(
    opened: OpenFilings, january_filing: Filing, qtbot: QtBot
) -> None:
    before = opened.open(january_filing)
    with qtbot.waitSignals([before.signals.destroyed, before.undo.destroyed]):
        opened.read_again(january_filing)


def test_after_closing_nothing_is_told(opened: OpenFilings, january_filing: Filing) -> None:
    told: list[object] = []
    opened.filing_changed.connect(lambda *_: told.append(1))  # pyright: ignore[reportUnknownLambdaType, reportUnknownArgumentType] -- a signal's arguments have no types
    session = opened.open(january_filing).session
    opened.close()
    session.apply(Edit({"7100": 1}, Cause.TYPED))
    assert told == []


def test_open_filings_follow_the_firm_s_policies_as_steps_of_their_own(
    opened: OpenFilings, january_filing: Filing
) -> None:
    january = opened.open(january_filing)
    january.session.apply(Edit({"7194": None}, Cause.TYPED))
    policy = TargetPolicy("segregation", parse_measure("1m"), dt.date(2014, 1, 1), "x", "y")
    assert opened.sessions == (january.session,)

    kept = keep_policy(opened.register, policy, opened.sessions)
    opened.policies_changed(kept.left)

    assert january.session.value("7194") == 1_000_000
    assert january.undo.undoText() == "By policy 7194: blank to 1,000,000"


def test_other_thresholds_are_told_though_who_hears_it_opens_another_month(
    opened: OpenFilings, january_filing: Filing, register: Register
) -> None:
    opened.open(january_filing)
    heard: list[int] = []

    def hear(filing: Filing, told: ChangeSet) -> None:
        del told
        heard.append(filing.id)
        opened.open(register.store.find(DECEMBER))

    opened.filing_changed.connect(hear)
    opened.thresholds_changed()
    assert heard == [january_filing.id]
    assert len(opened.sessions) == 2


def test_a_filing_that_refuses_a_policy_is_named_and_the_others_follow(
    opened: OpenFilings, january_filing: Filing, register: Register
) -> None:
    december = opened.open(register.store.find(DECEMBER)).session
    january = opened.open(january_filing).session
    for session in (december, january):
        session.apply(Edit({"7194": None}, Cause.TYPED))
    policy = TargetPolicy("segregation", parse_measure("1m"), DECEMBER.first_day, "x", "y")
    kept = keep_policy(opened.register, policy, opened.sessions)
    assert {filing.id for filing, _ in kept.left} == {december.filing.id, january.filing.id}
    # Whichever comes first is sealed in the meantime, and takes nothing any more.
    first = opened.open(kept.left[0][0]).session
    first.filing = replace(first.filing, status=Status.SEALED)

    followed = opened.policies_changed(kept.left)

    (refused,) = followed.refused
    assert [filing.id for filing in followed.filled] == [kept.left[1][0].id]
    assert refused.startswith(f"{first.filing.title} was not filled: ")
    assert "sealed" in refused
    assert first.value("7194") is None
    (other,) = {december, january} - {first}
    assert other.value("7194") == 1_000_000


def test_a_policy_of_another_program_counts_once_the_user_comes_back(
    opened: OpenFilings, january_filing: Filing, store_path: Path, qapp: QApplication
) -> None:
    january = opened.open(january_filing).session
    assert january.targets.overrides() == ()
    with open_store(store_path) as elsewhere:
        other = Register(elsewhere, opened.register.editions)
        policy = TargetPolicy("segregation", parse_measure("1m"), JANUARY.first_day, "x", "y")
        keep_policy(other, policy)
    assert january.targets.override("7194") is None

    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)

    override = january.targets.override("7194")
    assert override is not None
    assert override.amount == 1_000_000


def test_a_notice_and_a_hand_in_of_another_program_count_once_the_user_comes_back(
    opened: OpenFilings, january_filing: Filing, store_path: Path, qapp: QApplication
) -> None:
    january = opened.open(january_filing).session
    january.apply(Edit({"7010": 9_000_000_000}, Cause.TYPED))
    assert january.checks.notices.open_ones() == ()
    assert {each.id for each in january.findings()}.isdisjoint({"C07"})
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
    told, firm = list[Cause](), list[bool]()
    january.subscribe(lambda change_set: told.append(change_set.cause))
    opened.firm_changed.connect(lambda: firm.append(True))

    with open_store(store_path) as elsewhere:
        other = Register(elsewhere, opened.register.editions)
        NoticeBook(other.open(other.store.find(JANUARY))).mark_complete("segregation")
        handed_in = HandIn(JANUARY, dt.date(2014, 2, 27), "eFOCUS")
        record_hand_in(elsewhere, handed_in, dt.date(2014, 3, 1))
    assert january.checks.notices.open_ones() == ()
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)

    assert january.checks.notices.open_ones() != ()
    assert january.checks.circumstances().figures["received"] == handed_in.on
    assert (told, firm) == ([Cause.NOTICED, Cause.GIVEN], [True])
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
    assert (len(told), len(firm)) == (2, 1), "nothing else has happened since"
