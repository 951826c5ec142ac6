"""What the store keeps of notices; a part of it with a door of its own."""

import datetime as dt
from collections.abc import Mapping, Sequence

from focusdesk.filing.edit import Cause
from focusdesk.filing.filing import Filing
from focusdesk.filing.notice import NoticeRow
from focusdesk.store.database import Database
from focusdesk.store.told_notices import (
    happened_to_notice,
    read_last_changes,
    read_notice_rows,
)
from focusdesk.store.writing import FilingWriter


class SqliteNoticeStore:
    """Implements `focusdesk.filing.ports.NoticeStore` on the file of a store."""

    def __init__(self, database: Database, writer: FilingWriter) -> None:
        """Share an open store's file.

        Args:
            database: The file.
            writer: Writes what happens to its filings.
        """
        self._database, self._writer = database, writer

    def now(self) -> dt.datetime:
        """Tell the time by the clock that stamps the rows, in UTC."""
        return self._writer.now()

    def write(self, filing: Filing, rows: Sequence[NoticeRow], cause: Cause) -> None:
        """Keep what happened to notices, all of it in one durable transaction.

        Raises:
            StoreConflict: another program changed the filing since it was read.
            StoreError: nothing was written; the sentence says why.
        """
        happened = [happened_to_notice(row) for row in rows]
        self._writer.change(filing, lambda _: happened, cause.value)

    def rows(self, filing: Filing) -> tuple[NoticeRow, ...]:
        """Read all that happened to a filing's notices, oldest first.

        Raises:
            StoreDamaged: the journal does not say it.
        """
        with self._database.reading() as connection:
            return read_notice_rows(connection, filing)

    def last_changes(self, filing: Filing) -> Mapping[str, int]:
        """Give the number of the journal's last row of each box and carried figure."""
        with self._database.reading() as connection:
            return read_last_changes(connection, filing)
