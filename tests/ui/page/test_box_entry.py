from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtGui import QUndoStack
from pytestqt.qtbot import QtBot

from focusdesk.filing.edit import Cause, Change, Edit
from focusdesk.filing.filing import Status
from focusdesk.filing.ports import StoreFailed
from focusdesk.filing.register import Register
from focusdesk.filing.session import FilingSession
from focusdesk.store.opening import open_store
from focusdesk.ui.page.box_entry import BoxEntry
from tests.ui.words import JANUARY


@pytest.fixture
def stack(qtbot: QtBot) -> QUndoStack:
    del qtbot
    return QUndoStack()


@pytest.fixture
def entry(january: FilingSession, stack: QUndoStack) -> BoxEntry:
    return BoxEntry(january, stack)


def test_what_is_typed_is_read_as_the_box_reads_it(
    entry: BoxEntry, january: FilingSession, stack: QUndoStack
) -> None:
    done: list[str] = []
    entry.entry_done.connect(done.append)
    assert entry.enter_text("7130", "(1,234)") == ""
    assert january.value("7130") == -1234
    assert done[0].startswith("7130  (14,796,490) \u2192 (1,234) \u00b7 7180 ")
    assert done[0].count("\u00b7") == 3, "the last three that moved"
    assert stack.undoText() == "7130: (14,796,490) to (1,234)"


def test_an_entry_that_nothing_follows_from_names_no_other_box(
    entry: BoxEntry, january: FilingSession
) -> None:
    done: list[str] = []
    entry.entry_done.connect(done.append)
    assert entry.enter_text("13", "ACME") == ""
    assert done == ["13  HSBC SECURITIES (USA) INC. \u2192 ACME"]
    assert january.value("13") == "ACME"


def test_what_the_box_cannot_read_changes_nothing_and_says_why(
    entry: BoxEntry, january: FilingSession, stack: QUndoStack
) -> None:
    assert entry.enter_text("7100", "abc").startswith('"abc" is not an amount.')
    assert january.value("7100") == 93_296_699
    assert not stack.canUndo()


def test_empty_text_blanks_a_box(entry: BoxEntry, january: FilingSession) -> None:
    assert entry.enter_text("7100", " ") == ""
    assert january.value("7100") is None


def test_a_computed_box_takes_nothing_and_says_why(entry: BoxEntry) -> None:
    assert not entry.takes("7190")
    sentence = "7190 is computed: subtract line 6 from line 13."
    assert entry.enter_text("7190", "1") == sentence
    assert entry.enter_value("7190", 1) == sentence
    assert entry.blank(("7190",)) == ("7190", sentence)


def test_a_total_that_would_overflow_is_refused_at_the_box(
    entry: BoxEntry, january: FilingSession
) -> None:
    assert "overflow" in entry.enter_text("7010", str(2**63 - 1))
    assert january.value("7010") == 347_295_282


def test_several_boxes_are_blanked_as_one_step(
    entry: BoxEntry, january: FilingSession, stack: QUndoStack
) -> None:
    assert entry.blank(("7010", "7020", "7030", "7040")) == ("7010", "")
    assert [january.value(code) for code in ("7010", "7020", "7030")] == [None] * 3
    assert stack.undoText() == "Clear 3 boxes"
    stack.undo()
    assert january.value("7010") == 347_295_282


def test_computed_boxes_among_others_are_passed_over_and_alone_they_are_refused(
    entry: BoxEntry, january: FilingSession
) -> None:
    assert entry.blank(("7040", "7050"))[1].startswith("All selected boxes are computed.")
    assert entry.blank(("7040", "7010")) == ("7010", "")
    assert january.value("7010") is None


def test_what_is_blanked_is_journalled_as_cleared(entry: BoxEntry, january: FilingSession) -> None:
    entry.blank(("7010",))
    assert january.store.journal(january.filing)[-1].cause == Cause.CLEARED


def test_only_boxes_that_hold_something_are_counted_as_blanked(
    entry: BoxEntry, january: FilingSession, stack: QUndoStack
) -> None:
    assert january.value("7080") is None
    assert entry.blank(("7070", "7080", "7100")) == ("7070", "")
    assert stack.undoText() == "Clear 2 boxes"
    assert entry.blank(("7070", "7080")) == ("7070", "")
    assert entry.blank(("7080", "7110"))[1] == ""
    assert stack.undoText() == "7110: 319,844,340 to blank"


def test_a_disk_that_refuses_is_told_and_nothing_has_changed(
    entry: BoxEntry, january: FilingSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> Sequence[Change]:
        message = "The disk is full. Nothing was saved."
        raise StoreFailed(message)

    failed: list[str] = []
    entry.store_failed.connect(failed.append)
    monkeypatch.setattr(january.store, "record", full)
    assert entry.enter_text("7100", "0") == "The disk is full. Nothing was saved."
    assert failed == ["The disk is full. Nothing was saved."]
    assert january.value("7100") == 93_296_699


def test_a_sealed_filing_takes_nothing_and_says_why(register: Register, stack: QUndoStack) -> None:
    sealed = register.store.set_status(register.store.find(JANUARY), Status.SEALED)
    entry = BoxEntry(register.open(sealed), stack)
    assert not entry.takes("7100")
    assert entry.enter_text("7100", "0") == "January 2014 is sealed and cannot be changed."


def test_a_store_that_can_only_be_read_takes_nothing_and_says_why(
    january: FilingSession, stack: QUndoStack, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(type(january.store), "read_only", property(lambda _: True))
    entry = BoxEntry(january, stack)
    assert entry.enter_value("16", None).startswith("This store can only be read")
    assert january.value("16") is True


def test_a_change_by_another_program_is_told_apart_from_a_disk_that_refuses(
    entry: BoxEntry, january: FilingSession, store_path: Path
) -> None:
    failed: list[str] = []
    met: list[str] = []
    entry.store_failed.connect(failed.append)
    entry.conflict_met.connect(met.append)
    with open_store(store_path) as elsewhere:
        register = Register(elsewhere, {january.edition.id: january.edition})
        register.open(january.filing).apply(Edit({"7110": 1}, Cause.SET))
    sentence = entry.enter_text("7100", "0")
    assert sentence.startswith("Another program changed January 2014")
    assert (met, failed) == ([sentence], [])
