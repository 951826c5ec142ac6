"""How many months leave the desk at once: into files or to the printer, with cancel at every month.

The months are drawn one a turn of the event loop, so that the window answers between them. Nothing
is written into the store: a month that is open gives its figures as they stand on the desk, any
other is read for the length of its turn.
"""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from focusdesk.filing.copies import PrintOrder
from focusdesk.filing.filing import Filing
from focusdesk.ui.edges import EdgeRefused
from focusdesk.ui.preview.month_prints import (
    Came,
    Destination,
    IntoFolder,
    MonthPrints,
    Together,
    bundle_path,
    files_there,
    summary,
)
from focusdesk.ui.preview.months_choices import MonthsChoices, MonthsOrder, Way
from focusdesk.ui.preview.months_dialog import MonthsDialog
from focusdesk.ui.preview.preview_pages import PreviewPages
from focusdesk.ui.preview.printer import NoPrinter, PrintDoors, PrintJob, pages_wanted

DrawMonth = Callable[[Filing, PrintOrder], bytes]
"""Draws a month; raises `EdgeRefused` or `StoreError`."""

_OPENS = {Way.EACH: "Open the folder", Way.BUNDLE: "Open the file", Way.PAPER: ""}


class MonthsRelease(QObject):
    """Asks what is wanted of several months, and does it."""

    said = Signal(str)
    """What came of it, for the status line."""

    def __init__(self, doors: PrintDoors, window: QWidget) -> None:
        super().__init__(window)
        self._doors, self._window = doors, window

    def ask(self, filings: Sequence[Filing], draw: DrawMonth) -> MonthsDialog:
        """Ask what is wanted of months, and do it when the user agrees.

        Args:
            filings: The months, the oldest first.
            draw: Draws one.
        """
        choices = MonthsChoices(filings, self._doors.edges.documents_folder, self._doors.files)
        dialog = MonthsDialog(filings, choices, self._window)

        def start() -> None:
            run = MonthsRun(dialog, choices.order, draw, self._doors)
            run.said.connect(self.said)
            run.start()

        dialog.asked.connect(start)
        dialog.open()
        return dialog


class MonthsRun(QObject):
    """One order while it is being done; it ends with its dialog."""

    said = Signal(str)
    """What came of it."""

    def __init__(
        self, dialog: MonthsDialog, order: MonthsOrder, draw: DrawMonth, doors: PrintDoors
    ) -> None:
        """Take an order, ready to be started.

        Args:
            dialog: Shows how far it is.
            order: What is wanted.
            draw: Draws a month.
            doors: The way out.
        """
        super().__init__(dialog)
        self._dialog, self._order, self._doors = dialog, order, doors
        self._bundle = bundle_path(order.folder, order.filings, order.order.copy)
        self._printer = ""
        self._job: PrintJob | None = None
        self._prints = MonthPrints(
            order.filings, lambda filing: draw(filing, order.order), self._destination()
        )
        self._turn = QTimer(self, singleShot=True, interval=0)
        self._turn.timeout.connect(self._step)
        dialog.stopped.connect(self._stop)
        dialog.opening.clicked.connect(self._show)

    def start(self) -> None:
        """Give the first month its turn."""
        self._dialog.show_running(self._prints)
        self._turn.start()

    def _destination(self) -> Destination:
        order, edges = self._order, self._doors.edges
        if order.way is Way.EACH:
            return IntoFolder(order.folder, order.order.copy, edges.write_file, order.may_replace)
        out = self._ask_printer if order.way is Way.PAPER else self._write_bundle
        return Together(edges.new_bundle(), out)

    def _step(self) -> None:
        self._prints.step()
        self._dialog.show_running(self._prints)
        if not self._prints.finished:
            self._turn.start()
        elif self._job is not None:
            self._dialog.show_page(0, self._job.count)
            self._job.start()
        else:
            self._end()

    def _stop(self) -> None:
        """Do no more months, by Esc or the button; what lies on paper stays."""
        self._turn.stop()
        if self._job is not None:
            self._job.cancel()
        self._prints.cancel()
        self._end()

    def _write_bundle(self, content: bytes) -> None:
        if self._bundle not in self._order.may_replace and files_there([self._bundle]):
            message = f"{self._bundle} was not written: a file of that name has come meanwhile."
            raise EdgeRefused(message)
        self._doors.edges.write_file(self._bundle, content)

    def _ask_printer(self, content: bytes) -> None:
        """Ask where to print what has been joined; it goes there once the months are through."""
        first, last = self._order.filings[0], self._order.filings[-1]
        title = f"{first.title} to {last.title}" if first != last else first.title
        pages = PreviewPages(content)
        count = len(pages)
        pages.close()
        try:
            printer = self._doors.printers.printer(self._dialog, title, count)
        except NoPrinter as error:
            raise EdgeRefused(str(error)) from error
        if printer is None:
            self._prints.cancel()
            return
        self._printer = printer.printerName() or "the printer"
        job = self._job = PrintJob(content, printer, pages_wanted(printer, count, 0), self)
        job.progressed.connect(self._on_page_sent)
        job.printed.connect(self._end)
        job.failed.connect(self._on_print_failed)

    def _on_page_sent(self, sent: int) -> None:
        if self._job is not None:
            self._dialog.show_page(sent, self._job.count)

    def _on_print_failed(self, sentence: str) -> None:
        self._prints.refuse(sentence)
        self._end()

    def _end(self) -> None:
        """Say what came of it, and offer to open what was written."""
        sentences = summary(self._prints, self._arrived)
        opens = _OPENS[self._order.way] if self._prints.came(Came.DONE) else ""
        self._dialog.show_end(self._prints, sentences, opens)
        self.said.emit(" ".join(sentences))

    @property
    def _place(self) -> Path:
        return self._bundle if self._order.way is Way.BUNDLE else self._order.folder

    @property
    def _arrived(self) -> str:
        if self._order.way is not Way.PAPER:
            return f"saved in {self._place}"
        pages = self._job.count if self._job else 0
        return f"sent to {self._printer}, {pages} {'page' if pages == 1 else 'pages'}"

    def _show(self) -> None:
        if not self._doors.edges.show_file(self._place):
            self.said.emit(f"No viewer opened: {self._place}")
