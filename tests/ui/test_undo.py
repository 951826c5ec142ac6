from collections.abc import Sequence

import pytest
from PySide6.QtGui import QUndoStack
from pytestqt.qtbot import QtBot

from focusdesk.filing.edit import Cause, Change, Edit, EditRefused
from focusdesk.filing.ports import StoreFailed
from focusdesk.filing.session import FilingSession
from focusdesk.ui.undo import Failure, enter

WORDS = "7100: 93,296,699 to 0"


@pytest.fixture
def stack(qtbot: QtBot) -> QUndoStack:
    del qtbot
    return QUndoStack()


def test_an_edit_is_made_once_and_named_in_the_menu(
    january: FilingSession, stack: QUndoStack
) -> None:
    made = enter(stack, january, Edit({"7100": 0}, Cause.TYPED, WORDS))
    assert [change.code for change in made.changes] == ["7100"]
    assert stack.undoText() == WORDS
    assert len(january.store.journal(january.filing, "7100")) == 2


def test_undo_and_redo_are_edits_of_their_own(january: FilingSession, stack: QUndoStack) -> None:
    enter(stack, january, Edit({"7100": 0, "7110": None}, Cause.TYPED, "two"))
    stack.undo()
    assert (january.value("7100"), january.value("7110")) == (93_296_699, 319_844_340)
    stack.redo()
    assert (january.value("7100"), january.value("7110")) == (0, None)
    causes = [entry.cause for entry in january.store.journal(january.filing, "7100")]
    assert causes == ["sample", "typed", "undo", "redo"]


def test_an_edit_that_changes_nothing_is_no_step(january: FilingSession, stack: QUndoStack) -> None:
    enter(stack, january, Edit({"7100": 93_296_699}, Cause.TYPED, "nothing"))
    assert not stack.canUndo()


def test_a_refused_edit_is_no_step(january: FilingSession, stack: QUndoStack) -> None:
    with pytest.raises(EditRefused):
        enter(stack, january, Edit({"7190": 0}, Cause.TYPED, "computed"))
    assert not stack.canUndo()


def test_a_step_that_cannot_be_undone_stays_on_the_stack_and_says_why(
    january: FilingSession, stack: QUndoStack, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[Failure] = []
    enter(stack, january, Edit({"7100": 0}, Cause.TYPED, WORDS), told.append)

    def full(*_: object) -> Sequence[Change]:
        message = "The disk is full. Nothing was saved."
        raise StoreFailed(message)

    with monkeypatch.context() as broken:
        broken.setattr(january.store, "record", full)
        stack.undo()
    assert [str(each) for each in told] == ["The disk is full. Nothing was saved."]
    assert january.value("7100") == 0
    qtbot.waitUntil(stack.canUndo)
    stack.undo()
    assert january.value("7100") == 93_296_699
