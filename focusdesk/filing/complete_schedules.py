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
        again_words: Which of them the last change has taken into work again: `` \u00b7 Segregation
            is in work again``; empty for none.
    """

    def __init__(self, session: FilingSession) -> None:
        """Read which are.

        Raises:
            StoreError: the store cannot be read.
        """
        self._book, self._edition = NoticeBook(session), session.edition
        self._is_behind = False
        self.now: frozenset[str] = self._book.complete_schedules()
        self.again_words = ""

    def follow(self, changed: ChangeSet) -> None:
        """Take in what has happened to the filing; an edit costs nothing while none is complete.

        Raises:
            StoreError: the store cannot be read.
        """
        moved = changed.codes or changed.cause is Cause.GIVEN
        before, self.again_words = self.now, ""
        if not (self._is_behind or changed.cause is Cause.COMPLETED or (moved and self.now)):
            return
        self._is_behind, self.now = True, frozenset()
        self.now = self._book.complete_schedules()
        self._is_behind = False
        if changed.cause is not Cause.COMPLETED:
            self.again_words = self._again(before - self.now)

    def _again(self, taken_back: frozenset[str]) -> str:
        tabs = [each.tab for each in self._edition.schedules if each.id in taken_back]
        are = "is" if len(tabs) == 1 else "are"
        return f" \u00b7 {' and '.join(tabs)} {are} in work again" if tabs else ""
