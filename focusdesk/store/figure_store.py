"""What the store keeps of carried figures; a part of it with a door of its own."""

from focusdesk.filing.edit import Cause
from focusdesk.filing.filing import Filing
from focusdesk.filing.given_figure import FigureValue, GivenFigure
from focusdesk.store.database import Database
from focusdesk.store.given_figures import figure_row, read_figures
from focusdesk.store.writing import FilingWriter


class SqliteFigureStore:
    """Implements `focusdesk.filing.ports.FigureStore` on the file of a store."""

    def __init__(self, database: Database, writer: FilingWriter) -> None:
        """Share an open store's file.

        Args:
            database: The file.
            writer: Writes what happens to its filings.
        """
        self._database, self._writer = database, writer

    def write(self, filing: Filing, code: str, value: FigureValue, source: str) -> None:
        """Keep what a carried figure is and where it comes from; `None` withdraws it.

        Raises:
            StoreConflict: another program changed the filing since it was read.
            StoreError: nothing was written; the sentence says why.
        """
        row = figure_row(code, value, source)
        self._writer.change(filing, lambda _: [row], Cause.GIVEN.value)

    def rows(self, filing: Filing) -> tuple[GivenFigure, ...]:
        """Read all that was given for a filing's carried figures, oldest first.

        Raises:
            StoreDamaged: the journal does not say it.
        """
        with self._database.reading() as connection:
            return read_figures(connection, filing)
