"""From the desk to files: the report, the figures, the comparison. Asks where to, writes, shows."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from focusdesk.filing.compare import Comparison
from focusdesk.filing.copies import Copy, PrintOrder
from focusdesk.filing.register import Register
from focusdesk.filing.session import FilingSession
from focusdesk.filing.trend import Trend
from focusdesk.ui.edges import EdgeRefused, Edges
from focusdesk.ui.file_questions import FileQuestions
from focusdesk.ui.look.notices import tell
from focusdesk.ui.preview.copy_words import print_file

_FIGURES = "Excel workbook (*.xlsx);;CSV (*.csv);;JSON (*.json)"
_KINDS = {
    ".pdf": "PDF (*.pdf)",
    ".xlsx": "Excel workbook (*.xlsx)",
    ".csv": "CSV (*.csv)",
    ".json": "JSON (*.json)",
}


class Exports(QObject):
    """Writes what is on the desk to files that the user names."""

    said = Signal(str)
    """What the status line says when a file has been written."""

    def __init__(self, edges: Edges, questions: FileQuestions, window: QWidget) -> None:
        super().__init__(window)
        self._edges, self._questions, self._window = edges, questions, window

    def report(self, session: FilingSession) -> None:
        """Write the filing's pages and open them with the system's viewer."""
        path = self._ask("Export PDF", print_file(session.filing.stem, Copy.FILING), _KINDS[".pdf"])
        if path is not None and self._write(lambda: self._report(session, path)):
            self._show(path)

    def figures(self, session: FilingSession) -> None:
        """Write the filing's boxes to a workbook, a CSV or a JSON file."""
        path = self._ask("Export data", f"FOCUS {session.filing.stem}.xlsx", _FIGURES)
        if path is not None and self._write(lambda: self._edges.write_filing(session, path)):
            self.said.emit(f"Written: {path}")

    def comparison(
        self, register: Register, comparison: Comparison, suffix: str, drawn: Trend | None = None
    ) -> None:
        """Write what the comparison shows; a PDF is opened with the system's viewer.

        Args:
            register: The store of its months.
            comparison: What is shown.
            suffix: What the file's name ends in, such as ``.xlsx`` or `` with trends.pdf``.
            drawn: Its months as lines, for a PDF; `None` for none.
        """
        first, last = (comparison.months[at].filing.stem for at in (0, -1))
        name = f"FOCUS {first} to {last}{suffix}"
        path = self._ask("Export the comparison", name, _KINDS[Path(name).suffix])
        if path is None:
            return
        if self._write(lambda: self._edges.write_comparison(register, comparison, path, drawn)):
            if path.suffix.casefold() == ".pdf":
                self._show(path)
            else:
                self.said.emit(f"Written: {path}")

    def _ask(self, title: str, name: str, kinds: str) -> Path | None:
        proposed = self._edges.documents_folder / name
        return self._questions.file_to_write(self._window, title, proposed, kinds)

    def _report(self, session: FilingSession, path: Path) -> None:
        self._edges.write_file(path, self._edges.draw_report(session, PrintOrder()))

    def _write(self, write: Callable[[], None]) -> bool:
        try:
            write()
        except EdgeRefused as error:
            tell(self._window, "The file was not written", str(error))
            return False
        return True

    def _show(self, path: Path) -> None:
        shown = self._edges.show_file(path)
        self.said.emit(f"Written: {path}" if shown else f"Written, but no viewer opened: {path}")
