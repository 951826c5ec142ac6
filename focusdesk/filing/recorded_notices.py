"""What is on record of one month's notices, read once and again after each step."""

from focusdesk.filing.filing import Filing
from focusdesk.filing.notice import Notice, NoticeRow, notices_of
from focusdesk.filing.ports import FilingStore, StoreDamaged


class RecordedNotices:
    """The notices of one month.

    They change by what is done about notices alone, never by an edit, so that looking at them
    while figures are typed costs nothing. What other programs record is seen once the notices
    themselves are looked at (`focusdesk.filing.notice_book.NoticeBook` always reads them again), or
    once the user comes back from another program.
    """

    def __init__(self, filing: Filing, store: FilingStore) -> None:
        """Read nothing yet.

        Args:
            filing: The month's header.
            store: Where it is kept.
        """
        self._filing, self._store = filing, store
        self._rows: tuple[NoticeRow, ...] | None = None
        self._notices: tuple[Notice, ...] | None = None

    def forget(self) -> None:
        """Read again when they are next asked for."""
        self._rows = self._notices = None

    def read_again(self) -> bool:
        """Read what other programs have recorded since they were read; whether they have.

        Raises:
            StoreError: the store cannot be read.
        """
        if self._rows is None:
            return False
        now = self._store.notices.rows(self._filing)
        if now == self._rows:
            return False
        self._rows, self._notices = now, None
        return True

    def rows(self) -> tuple[NoticeRow, ...]:
        """Give all that happened to them, oldest first.

        Raises:
            StoreError: the store cannot be read.
        """
        if self._rows is None:
            self._rows = self._store.notices.rows(self._filing)
        return self._rows

    def notices(self) -> tuple[Notice, ...]:
        """Give them, oldest first, closed ones too.

        Raises:
            StoreError: the store cannot be read.
        """
        if self._notices is None:
            try:
                self._notices = notices_of(self.rows())
            except ValueError as error:
                message = (
                    f"{self._filing.title}: the journal does not say what was recorded "
                    f"({error}). The store is damaged; go back to a backup."
                )
                raise StoreDamaged(message) from error
        return self._notices

    def open_ones(self) -> tuple[Notice, ...]:
        """Give those that are neither given nor closed as an entry error, oldest first.

        Raises:
            StoreError: the store cannot be read.
        """
        return tuple(each for each in self.notices() if each.is_open)
