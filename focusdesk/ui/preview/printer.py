"""From the desk to paper: the system's dialog, the pages as the printer's own dots, the progress.

A point of the file is a point on paper: nothing is scaled. Where the paper is of another size than
the page, the page stands in its middle.
"""

import math
from dataclasses import dataclass

from PySide6.QtCore import QObject, QRectF, QSize, QSizeF, QTimer, Signal
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from focusdesk.ui.edges import Edges
from focusdesk.ui.file_questions import FileQuestions
from focusdesk.ui.preview.preview_layout import POINTS_AN_INCH
from focusdesk.ui.preview.preview_pages import PreviewPages

MOST_DOTS = 600
"""Dots an inch beyond which small type gains nothing; a letter page of them in grey is 34 MB."""

_PROGRESS_WIDTH = 360


_NO_PRINTER = (
    "Your system knows no printer. Set one up and print again, or save as PDF and print that file "
    "elsewhere."
)


class NoPrinter(Exception):
    """There is nothing to print on; the message is a sentence that says what to do instead."""


class PrinterQuestions:
    """Asks by the system's dialog: which printer, which pages, how many, on both sides or not."""

    def printer(self, parent: QWidget, title: str, count: int) -> QPrinter | None:
        """Ask; `None` when the user thinks again.

        Args:
            parent: The window.
            title: What the print is called, on the printer too.
            count: How many pages there are.

        Raises:
            NoPrinter: the system knows no printer.
        """
        if not QPrinterInfo.availablePrinterNames():
            raise NoPrinter(_NO_PRINTER)
        printer = letter_printer(title)
        dialog = QPrintDialog(printer, parent)
        dialog.setWindowTitle(f"Print {title}")
        # A file from here would be a picture without its words: "Save as PDF" writes the true one.
        dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintToFile, on=False)
        dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintCurrentPage)
        dialog.setMinMax(1, count)
        dialog.setFromTo(1, count)
        answer = dialog.exec()
        dialog.deleteLater()
        return printer if answer else None


@dataclass(frozen=True, slots=True)
class PrintDoors:
    """What prints need to leave the desk.

    Attributes:
        edges: Draw, join, write and show them.
        files: Asks where to write.
        printers: Asks what to print on.
    """

    edges: Edges
    files: FileQuestions
    printers: PrinterQuestions


def letter_printer(title: str) -> QPrinter:
    """Make a printer that stands on the whole of a letter page, in shades of grey."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.Letter))
    printer.setFullPage(True)  # the pages have margins of their own
    printer.setColorMode(QPrinter.ColorMode.GrayScale)
    return printer


def pages_wanted(printer: QPrinter, count: int, current: int) -> tuple[int, ...]:
    """Give the pages to print, counted from 0, in the order in which they leave the program.

    Args:
        printer: What the user has chosen.
        count: How many pages there are.
        current: The page that is looked at.
    """
    chosen = printer.printRange()
    ranges = printer.pageRanges()
    if chosen is QPrinter.PrintRange.CurrentPage:
        pages = [current]
    elif chosen is QPrinter.PrintRange.PageRange and not ranges.isEmpty():
        pages = [page for page in range(count) if ranges.contains(page + 1)]
    else:
        pages = list(range(count))
    if printer.pageOrder() is QPrinter.PageOrder.LastPageFirst:
        pages.reverse()
    if printer.supportsMultipleCopies():  # the printer repeats them itself
        return tuple(pages)
    if printer.collateCopies():
        return tuple(pages * printer.copyCount())
    return tuple(page for page in pages for _ in range(printer.copyCount()))


class PrintJob(QObject):
    """Sends pages to a printer, one a turn of the event loop, so that it can be cancelled."""

    progressed = Signal(int)
    """So many pages have been sent."""

    printed = Signal()
    """All pages have been sent."""

    failed = Signal(str)
    """The printer refused; carries the sentence."""

    def __init__(
        self, content: bytes, printer: QPrinter, wanted: tuple[int, ...], parent: QObject
    ) -> None:
        """Take a print, ready to be started.

        Args:
            content: The file.
            printer: Where to.
            wanted: The pages, counted from 0, in their order.
            parent: The window.
        """
        super().__init__(parent)
        self._pages = PreviewPages(content)
        self._printer, self._wanted = printer, wanted
        self._painter = QPainter()
        self._sent = 0
        self._cancelled = False
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._send_next)

    @property
    def count(self) -> int:
        """How many pages are to be sent, every copy counted."""
        return len(self._wanted)

    def start(self) -> None:
        """Begin to print."""
        self._turn_paper()
        if self._wanted and self._painter.begin(self._printer):
            self._painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)
            self._next.start()
        else:
            self._fail()

    def cancel(self) -> None:
        """Print no more pages, and have the printer drop those that it has not printed yet."""
        self._cancelled = True
        self._next.stop()
        self._printer.abort()
        self._end()

    def _send_next(self) -> None:
        self._turn_paper()
        if self._sent and not self._printer.newPage():
            self._fail()
            return
        self._send(self._wanted[self._sent])
        self._sent += 1
        self.progressed.emit(self._sent)
        if self._cancelled:  # whoever was told wants no more
            return
        if self._sent < len(self._wanted):
            self._next.start()
        elif self._end() and self._printer.printerState() is not QPrinter.PrinterState.Error:
            self.printed.emit()
        else:
            self.failed.emit(self._sentence())

    def _turn_paper(self) -> None:
        """Lay the paper as the next page lies, whatever the dialog says: else it would be cut."""
        size = self._pages.sizes[self._wanted[self._sent]] if self._wanted else QSizeF()
        wide = size.width() > size.height()
        way = QPageLayout.Orientation.Landscape if wide else QPageLayout.Orientation.Portrait
        self._printer.setPageOrientation(way)

    def _send(self, page: int) -> None:
        dots = self._printer.resolution()
        fine = math.ceil(dots / MOST_DOTS)  # so many of the printer's dots are one of ours
        size = self._pages.sizes[page]
        pixels = QSize(*(round(side * dots / fine / POINTS_AN_INCH) for side in size.toTuple()))
        picture = self._pages.draw_grey(page, pixels)
        paper = self._printer.paperRect(QPrinter.Unit.DevicePixel)
        self._painter.drawImage(_in_the_middle(paper, size * (dots / POINTS_AN_INCH)), picture)

    def _end(self) -> bool:
        self._pages.close()
        return self._painter.isActive() and self._painter.end()

    def _fail(self) -> None:
        if self._painter.isActive():
            self._painter.end()
        self._pages.close()
        self.failed.emit(self._sentence())

    def _sentence(self) -> str:
        name = self._printer.printerName() or "The printer"
        sent = f"{self._sent} of {len(self._wanted)} pages"
        return f"{name} stopped after {sent}. See that it is on and has paper, and print again."


class PrintProgress(QDialog):
    """Lies over the desk, so that no figure changes while it is being printed."""

    cancelled = Signal()
    """The user wants no more pages."""

    def __init__(self, parent: QWidget, title: str, job: PrintJob) -> None:
        super().__init__(parent)
        self._job = job
        self.setWindowTitle(f"Printing {title}")
        self.setMinimumWidth(_PROGRESS_WIDTH)
        self._words = QLabel()
        self.bar = QProgressBar()
        self.bar.setAccessibleName("Pages printed")
        self.bar.setTextVisible(False)
        self.bar.setRange(0, job.count)
        buttons = QDialogButtonBox()
        buttons.addButton("Cancel", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 18, 22, 18)
        layout.setSpacing(10)
        for widget in (self._words, self.bar, buttons):
            layout.addWidget(widget)
        self._show_sent(0)
        job.progressed.connect(self._show_sent)
        job.printed.connect(self.accept)
        job.failed.connect(self.accept)
        self.finished.connect(self._on_finished)

    def start(self) -> None:
        """Print, with this in front of the desk."""
        self.open()
        self._job.start()

    @override
    def reject(self) -> None:
        """Stop the print, by the button or by Esc."""
        self._job.cancel()
        self.cancelled.emit()
        super().reject()

    def _on_finished(self) -> None:
        self._job.deleteLater()
        self.deleteLater()

    def _show_sent(self, sent: int) -> None:
        self.bar.setValue(sent)
        self._words.setText(f"Page {min(sent + 1, self.bar.maximum())} of {self.bar.maximum()}")


def _in_the_middle(paper: QRectF, size: QSizeF) -> QRectF:
    place = QRectF(0, 0, size.width(), size.height())
    place.moveCenter(paper.center())
    return place
