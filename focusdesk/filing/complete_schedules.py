"""Which schedules of an open month are marked complete, kept up with its edits."""

from focusdesk.filing.edit import Cause, ChangeSet
from focusdesk.filing.notice_book import NoticeBook
from focusdesk.filing.session import FilingSession


class CompleteSchedules:
    """Reads the journal where a schedule may have become complete, or may be so no longer.

    Attributes:
        now: The ids of the schedules that are complete.
    """

    def __init__(self, session: FilingSession) -> None:
        """Read which are.

        Raises:
            StoreError: the store cannot be read.
        """
        self._book = NoticeBook(session)
        self.now: frozenset[str] = self._book.complete_schedules()

    def follow(self, changed: ChangeSet) -> None:
        """Take in what has happened to the filing; an edit costs nothing while none is complete.

        Raises:
            StoreError: the store cannot be read.
        """
        moved = changed.codes or changed.cause is Cause.GIVEN
        if changed.cause is Cause.COMPLETED or (moved and self.now):
            self.now = self._book.complete_schedules()
