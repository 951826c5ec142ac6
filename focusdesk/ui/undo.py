"""Undo and redo: an adapter from Qt's stack to the one door; the journal holds the truth.

Undoing applies the inverse edit, which the journal records as an edit of its own, so the stack may
be lost at any time without harm.
"""

from collections.abc import Callable
from typing import TypeAlias

from PySide6.QtCore import QTimer
from PySide6.QtGui import QUndoCommand, QUndoStack
from typing_extensions import override

from focusdesk.filing.edit import Cause, ChangeSet, Edit, EditRefused
from focusdesk.filing.ports import StoreError
from focusdesk.filing.session import FilingSession

Failure: TypeAlias = EditRefused | StoreError
Told: TypeAlias = Callable[[Failure], None]


class EnterValues(QUndoCommand):
    """One edit that has been applied, as a step that can be undone and redone."""

    def __init__(
        self,
        stack: QUndoStack,
        session: FilingSession,
        change_set: ChangeSet,
        words: str,
        told: Told,
    ) -> None:
        """Keep what an edit did.

        Args:
            stack: The stack that the step will stand on.
            session: The filing.
            change_set: What the edit changed; it is on the disk already.
            words: What the Edit menu calls the step.
            told: Called with the reason when undoing or redoing fails.
        """
        super().__init__(words)
        self._stack = stack
        self._session = session
        self._change_set = change_set
        self._told = told
        self._made = True

    @override
    def undo(self) -> None:
        self._move(self._change_set.inverse(Cause.UNDO), back=self._stack.redo)

    @override
    def redo(self) -> None:
        self._move(self._change_set.again(Cause.REDO), back=self._stack.undo)

    def _move(self, edit: Edit, back: Callable[[], None]) -> None:
        """Apply an edit unless it is made already; if it fails, take the step back on the stack."""
        if self._made:
            self._made = False
            return
        try:
            self._session.apply(edit)
        except (EditRefused, StoreError) as error:
            # The stack moves only after this returns: move it back then, and without an edit.
            self._made = True
            QTimer.singleShot(0, self._stack, back)
            self._told(error)


def enter(
    stack: QUndoStack, session: FilingSession, edit: Edit, told: Told = lambda _: None
) -> ChangeSet:
    """Apply an edit through the one door, then put it on the stack as one step.

    Args:
        stack: The filing's undo stack.
        session: The filing.
        edit: The edit; its words name the step in the Edit menu.
        told: Called with the reason when undoing or redoing the step fails later.

    Raises:
        EditRefused: a box cannot take its value; nothing has changed.
        StoreError: the disk refused; nothing has changed.
    """
    change_set = session.apply(edit)
    if change_set.changes:
        stack.push(EnterValues(stack, session, change_set, edit.words, told))
    return change_set
