"""What the store keeps of explained warnings; a part of it with a door of its own."""

from collections.abc import Mapping

from focusdesk.filing.edit import Cause
from focusdesk.filing.filing import Filing
from focusdesk.filing.fingerprint import JsonValue
from focusdesk.filing.warning_explanation import Warned, WarningExplanation
from focusdesk.store.database import Database
from focusdesk.store.explained_warnings import read_warnings, warning_row
from focusdesk.store.journal import Author
from focusdesk.store.writing import FilingWriter


class SqliteWarningStore:
    """Implements `focusdesk.filing.ports.WarningStore` on the file of a store."""

    def __init__(self, database: Database, writer: FilingWriter, author: Author) -> None:
        """Share an open store's file.

        Args:
            database: The file.
            writer: Writes what happens to its filings.
            author: Whom the journal names.
        """
        self._database, self._writer, self._author = database, writer, author

    def write(
        self, filing: Filing, warned: Warned, text: str, figures: Mapping[str, JsonValue]
    ) -> WarningExplanation:
        """Keep why a warning may stand; an empty text withdraws what was said.

        Raises:
            StoreConflict: another program changed the filing since it was read.
        """
        row = warning_row(warned, text, figures)
        moment = self._writer.change(filing, lambda _: [row], Cause.EXPLAINED.value).moment
        return WarningExplanation(warned, text, figures, self._author.user, moment)

    def explanations(self, filing: Filing) -> tuple[WarningExplanation, ...]:
        """Read every explanation ever written, oldest first; one without words is a withdrawal.

        Raises:
            StoreDamaged: the journal does not say of what.
        """
        with self._database.reading() as connection:
            return read_warnings(connection, filing)
