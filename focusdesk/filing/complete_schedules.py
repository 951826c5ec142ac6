"""Which schedules of an open month are marked complete, kept up with its edits."""

from focusdesk.filing.edit import Cause, ChangeSet
from focusdesk.filing.notice_book import NoticeBook
from focusdesk.filing.session import FilingSession


class CompleteSchedules:
    """Reads the journal where a schedule may have become complete, or may be so no longer.

    What cannot be read is read again with the next change, whatever that is; until then a schedule
    that may have been taken into work does not count as complete.

    Attributes:
        now: The ids of the schedules that are complete.
        taken_back: The ids of those that the last change has taken into work again.
    """

    def __init__(self, session: FilingSession) -> None:
        """Read which are.

        Raises:
            StoreError: the store cannot be read.
        """
        self._book, self._edition = NoticeBook(session), session.edition
        self._is_behind = False
        self.now: frozenset[str] = self._book.complete_schedules()
        self.taken_back: tuple[str, ...] = ()

    def follow(self, changed: ChangeSet) -> None:
        """Take in what has happened to the filing; an edit costs nothing while none is complete.

        Raises:
            StoreError: the store cannot be read.
        """
        moved = changed.codes or changed.cause is Cause.GIVEN
        before, self.taken_back = self.now, ()
        if not (self._is_behind or changed.cause is Cause.COMPLETED or (moved and self.now)):
            return
        self._is_behind, self.now = True, frozenset()
        self.now = self._book.complete_schedules()
        self._is_behind = False
        if changed.cause is not Cause.COMPLETED:
            again = before - self.now
            self.taken_back = tuple(it.id for it in self._edition.schedules if it.id in again)
