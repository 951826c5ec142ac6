"""What is printed from the desk: the open month by its preview, several months by their dialog.

There is one preview at a time, of the month for which it was last asked.
"""

from PySide6.QtCore import QBuffer, QIODevice, QObject, Qt, Signal
from PySide6.QtGui import QPageSize, QPdfWriter, QTextDocument
from PySide6.QtWidgets import QDialog

from focusdesk.filing.copies import PrintOrder
from focusdesk.filing.filing import Filing
from focusdesk.filing.session import FilingSession
from focusdesk.ui.desk.desk import Desk
from focusdesk.ui.edges import Edges, PrintedSheet
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
        self._desk: Desk | None = None
        self._window: QDialog | None = None
        self._months: QDialog | None = None
        self._sheet: QDialog | None = None
        self._session: FilingSession | None = None

    def follow(self, desk: Desk) -> None:
        """Print from a desk, and keep the preview as that desk is from now on."""
        self._desk = desk
        desk.open_filings.filing_changed.connect(self._on_filing_changed)
        desk.month_opened.connect(self._on_month_opened)

    def preview(self) -> None:
        """Show the print of the desk's month in front."""
        if self._desk is None or self._desk.session is None:
            return
        window = self._window = self._window or self._make()
        # One that is an icon would stay one, and a print of what is not seen is not drawn.
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        self._show(self._desk, self._desk.session)
        window.show()
        window.raise_()
        window.activateWindow()

    def print_months(self) -> None:
        """Ask what is to be printed or saved of the months that are selected, and do it."""
        from focusdesk.ui.preview.months_release import MonthsRelease  # noqa: PLC0415 -- as in `_make`
        from focusdesk.ui.preview.printer import PrintDoors, PrinterQuestions  # noqa: PLC0415 -- likewise

        desk = self._desk
        if desk is None:
            return

        def draw(filing: Filing, order: PrintOrder) -> bytes:
            return self._edges.draw_report(desk.open_filings.to_read(filing), order)

        doors = PrintDoors(self._edges, self._files, PrinterQuestions())
        release = MonthsRelease(doors, self._frame)
        release.said.connect(self.said)
        dialog = self._months = release.ask(desk.side.months.selected, draw)
        dialog.finished.connect(release.deleteLater)
        dialog.finished.connect(self._on_months_closed)

    def show_sheet(self, sheet: PrintedSheet) -> None:
        """Show a sheet beside the form, from where it is printed or saved."""
        from focusdesk.ui.preview.printer import PrintDoors, PrinterQuestions  # noqa: PLC0415 -- likewise
        from focusdesk.ui.preview.sheet_window import SheetWindow  # noqa: PLC0415 -- likewise

        doors = PrintDoors(self._edges, self._files, PrinterQuestions())
        window = self._sheet = SheetWindow(doors, self._settings, self._frame)
        window.said.connect(self.said)
        window.finished.connect(self._on_sheet_closed)
        window.show_sheet(sheet)
        window.show()

    def print_words(self, title: str, words: QTextDocument) -> None:
        """Show a page of words, such as the sheet of keys, from where it is printed or saved."""
        content = QBuffer()
        content.open(QIODevice.OpenModeFlag.WriteOnly)
        paper = QPdfWriter(content)
        paper.setTitle(title)
        paper.setPageSize(QPageSize(QPageSize.PageSizeId.Letter))
        words.print_(paper)
        sheet = PrintedSheet(title, f"{title}.pdf", title, bytes(content.data().data()))
        self.show_sheet(sheet)

    def close(self) -> None:
        """Close the preview and stop months that are on their way, before the store is closed."""
        for window in (self._window, self._months, self._sheet):
            if window is not None:
                window.close()
        self._desk = None

    def _make(self) -> QDialog:
        from focusdesk.ui.preview.preview_window import PreviewWindow  # noqa: PLC0415 -- PDFium, on use
        from focusdesk.ui.preview.printer import PrintDoors, PrinterQuestions  # noqa: PLC0415 -- likewise

        doors = PrintDoors(self._edges, self._files, PrinterQuestions())
        window = PreviewWindow(doors, self._settings, self._settle, self._frame)
        self._month_shown.connect(window.show_month)
        self._month_changed.connect(window.month_changed)
        window.said.connect(self.said)
        window.read_again_asked.connect(self._read_again)
        window.finished.connect(self._on_closed)
        return window

    def _settle(self) -> bool:
        """Take what is being typed on the desk; where that is refused, the desk comes in front."""
        settled = self._frame.settle()
        if not settled:
            self._frame.activateWindow()
        return settled

    def _show(self, desk: Desk, session: FilingSession) -> None:
        self._session = session
        here = session.filing.period
        others = dict.fromkeys(it.period for it in desk.filings if it.period != here)
        self._month_shown.emit(session, tuple(others))

    def _read_again(self) -> None:
        """Read the month of the preview again, which puts it on the desk."""
        desk, session = self._desk, self._session
        if desk and session and desk.show_month(session.filing):
            desk.read_again()

    def _on_filing_changed(self, filing: Filing) -> None:
        if self._session is not None and filing.id == self._session.filing.id:
            self._month_changed.emit()

    def _on_month_opened(self) -> None:
        """Take the month's new session when it has been read again; another month waits."""
        session, shown = self._desk.session if self._desk else None, self._session
        if self._desk and session and shown and session.filing.id == shown.filing.id:
            self._show(self._desk, session)

    def _on_closed(self) -> None:
        self._window = self._session = None

    def _on_sheet_closed(self) -> None:
        self._sheet = None

    def _on_months_closed(self) -> None:
        self._months = None
