"""Undo and redo: an adapter from Qt's stack to the one door; the journal holds the truth.

Undoing applies the inverse edit, which the journal records as an edit of its own. The stack is made
from the journal whenever a month is put on the desk, so that it survives closing the program, and
knows what the command line or another program has changed.
"""

from collections.abc import Callable
from typing import TypeAlias

from PySide6.QtCore import QTimer
from PySide6.QtGui import QUndoCommand, QUndoStack
from typing_extensions import override

from focusdesk.filing.edit import ChangeSet, Edit, EditRefused
from focusdesk.filing.kept_text import step_name
from focusdesk.filing.ports import StoreError
from focusdesk.filing.session import FilingSession
from focusdesk.filing.step import Step, step_words

Failure: TypeAlias = EditRefused | StoreError
Told: TypeAlias = Callable[[Failure], None]

_MADE = 1
_UNDONE = 2


class EnterValues(QUndoCommand):
    """One edit that is in the journal, as a step that can be undone and redone."""

    def __init__(
        self,
        stack: QUndoStack,
        session: FilingSession,
        step: Step,
        told: Told,
        passed_over: int = _MADE,
    ) -> None:
        """Keep what an edit did.

        Args:
            stack: The stack that the step will stand on.
            session: The filing.
            step: What the edit changed; it is on the disk already.
            told: Called with the reason when undoing or redoing fails.
            passed_over: How many of Qt's first calls are in the journal already: Qt redoes what is
                pushed, and undoes it when a step that was undone is put back into its place.
        """
        super().__init__(step.words)
        self._stack = stack
        self._session = session
        self._step = step
        self._told = told
        self._passed_over = passed_over

    @override
    def undo(self) -> None:
        self._move(self._step.undone(), back=self._stack.redo)

    @override
    def redo(self) -> None:
        self._move(self._step.redone(), back=self._stack.undo)

    def _move(self, edit: Edit, back: Callable[[], None]) -> None:
        """Apply an edit unless it is made already; if it fails, take the step back on the stack."""
        if self._passed_over:
            self._passed_over -= 1
            return
        try:
            self._session.apply(edit)
        except (EditRefused, StoreError) as error:
            # The stack moves only after this returns: move it back then, and without an edit.
            self._passed_over = 1
            QTimer.singleShot(0, self._stack, back)
            self._told(error)


def rebuild(stack: QUndoStack, session: FilingSession, told: Told = lambda _: None) -> None:
    """Put the steps on a stack that the filing's journal tells of, and nothing else.

    Args:
        stack: The filing's undo stack; what stood on it goes.
        session: The filing.
        told: Called with the reason when undoing or redoing a step fails later.

    Raises:
        StoreError: the journal cannot be read; the stack is empty then.
    """
    stack.clear()
    history = session.history()
    for step in history.undoable:
        stack.push(EnterValues(stack, session, step, told))
    for step in history.redoable:
        stack.push(EnterValues(stack, session, step, told, _UNDONE))
    stack.setIndex(len(history.undoable))


def enter(
    stack: QUndoStack, session: FilingSession, edit: Edit, told: Told = lambda _: None
) -> ChangeSet:
    """Apply an edit through the one door, then put it on the stack as one step.

    Args:
        stack: The filing's undo stack.
        session: The filing.
        edit: The edit; its words name the step in the Edit menu, or else its changes do.
        told: Called with the reason when undoing or redoing the step fails later.

    Raises:
        EditRefused: a box cannot take its value; nothing has changed.
        StoreError: the disk refused; nothing has changed.
    """
    change_set = session.apply(edit)
    if change_set.changes:
        told_by_changes = step_words(session.edition.boxes, change_set.changes, edit.cause)
        words = step_name(edit.words) or told_by_changes
        stack.push(EnterValues(stack, session, Step(words, change_set.changes), told))
    return change_set
