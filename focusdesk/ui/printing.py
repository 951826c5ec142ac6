"""What is printed from the desk: the open month by its preview, several months by their dialog.

There is one preview at a time, of the month for which it was last asked.
"""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog

from focusdesk.filing.copies import PrintOrder
from focusdesk.filing.filing import Filing
from focusdesk.filing.session import FilingSession
from focusdesk.ui.desk import Desk
from focusdesk.ui.edges import Edges
from focusdesk.ui.file_questions import FileQuestions
from focusdesk.ui.settings import Settings
from focusdesk.ui.window_frame import WindowFrame


class Printing(QObject):
    """Opens the preview and tells it what happens on the desk; asks about several months.

    The preview is made, and PDFium imported, when it is first asked for: it is tied by signals.
    """

    said = Signal(str)
    """What came of printing or saving."""

    _month_shown = Signal(object, object)
    _month_changed = Signal()

    def __init__(
        self, edges: Edges, settings: Settings, files: FileQuestions, frame: WindowFrame
    ) -> None:
        super().__init__(frame)
        self._edges, self._settings, self._files, self._frame = edges, settings, files, frame
        self._window: QDialog | None = None
        self._months: QDialog | None = None
        self._session: FilingSession | None = None

    def follow(self, desk: Desk) -> None:
        """Keep the preview as the desk is from now on."""
        desk.open_filings.filing_changed.connect(self._on_filing_changed)
        desk.month_opened.connect(lambda: self._on_month_opened(desk))

    def preview(self, desk: Desk) -> None:
        """Show the print of the desk's month in front."""
        if desk.session is None:
            return
        if self._window is None:
            self._window = self._make()
        self._show(desk, desk.session)
        self._window.show()
        self._window.raise_()
        self._window.activateWindow()

    def print_months(self, desk: Desk) -> None:
        """Ask what is to be printed or saved of the months that are selected, and do it."""
        from focusdesk.ui.months_release import MonthsDoors, MonthsRelease  # noqa: PLC0415
        from focusdesk.ui.printer import PrinterQuestions  # noqa: PLC0415 -- as in `_make`

        def draw(filing: Filing, order: PrintOrder) -> bytes:
            return self._edges.draw_report(desk.open_filings.to_read(filing), order)

        doors = MonthsDoors(self._edges, self._files, PrinterQuestions())
        release = MonthsRelease(doors, self._frame)
        release.said.connect(self.said)
        dialog = self._months = release.ask(desk.side.months.selected, draw)
        dialog.finished.connect(release.deleteLater)
        dialog.finished.connect(self._on_months_closed)

    def close(self) -> None:
        """Close the preview and stop months that are on their way, before the store is closed."""
        for window in (self._window, self._months):
            if window is not None:
                window.close()

    def _make(self) -> QDialog:
        from focusdesk.ui.preview_window import PreviewDoors, PreviewWindow  # noqa: PLC0415
        from focusdesk.ui.printer import PrinterQuestions  # noqa: PLC0415 -- PDFium, on use

        doors = PreviewDoors(self._edges, self._settings, self._files, PrinterQuestions())
        window = PreviewWindow(doors, self._frame)
        self._month_shown.connect(window.show_month)
        self._month_changed.connect(window.month_changed)
        window.said.connect(self.said)
        window.finished.connect(self._on_closed)
        return window

    def _show(self, desk: Desk, session: FilingSession) -> None:
        self._session = session
        here = session.filing.period
        others = dict.fromkeys(it.period for it in desk.filings if it.period != here)
        self._month_shown.emit(session, tuple(others))

    def _on_filing_changed(self, filing: Filing) -> None:
        if self._session is not None and filing.id == self._session.filing.id:
            self._month_changed.emit()

    def _on_month_opened(self, desk: Desk) -> None:
        """Take the month's new session when it has been read again; another month waits."""
        session, shown = desk.session, self._session
        if session is not None and shown is not None and session.filing.id == shown.filing.id:
            self._show(desk, session)

    def _on_closed(self) -> None:
        self._window = self._session = None

    def _on_months_closed(self) -> None:
        self._months = None
