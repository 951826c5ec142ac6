"""The words in which the tests of the print preview speak."""

from pathlib import Path

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QComboBox,
    QLabel,
    QWidget,
)
from typing_extensions import override

from focusdesk.ui.look.notices import Notice
from focusdesk.ui.look.status_line import SaidLabel
from focusdesk.ui.preview.printer import NoPrinter, PrinterQuestions, letter_printer


def levels_apart(first: QImage, second: QImage) -> int:
    """How far two pictures are apart where they differ most, in the 256 levels of a colour."""
    assert first.size() == second.size()
    form = QImage.Format.Format_RGB32
    apart = first.convertToFormat(form)
    painter = QPainter(apart)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Difference)
    painter.drawImage(0, 0, second.convertToFormat(form))
    painter.end()
    colours = bytes(apart.constBits())
    return max(max(colours[channel::4]) for channel in range(3))


def ink_edges(picture: QImage) -> tuple[int, int, int, int]:
    """The first and the last column and row with dark ink: left, top, right, bottom."""
    grey = picture.convertToFormat(QImage.Format.Format_Grayscale8)
    width, bits, step = grey.width(), bytes(grey.constBits()), grey.bytesPerLine()
    rows = [bits[at : at + width] for at in range(0, len(bits), step)]
    dark = [at for at, row in enumerate(rows) if min(row) < 100]
    columns = [min(row[at] for row in rows[dark[0] : dark[-1] + 1]) < 100 for at in range(width)]
    return columns.index(True), dark[0], width - 1 - columns[::-1].index(True), dark[-1]


def cut_off(window: QWidget) -> list[str]:
    """The words in a window that have no room, or that lie beyond its edge."""
    buttons = [(it, it.text(), _pressed(it)) for it in window.findChildren(QAbstractButton)]
    labels = [(it, it.text(), _needed(it)) for it in window.findChildren(QLabel)]
    boxes = [(it, it.currentText(), QSize()) for it in window.findChildren(QComboBox)]
    return [
        text
        for widget, text, needed in (*buttons, *labels, *boxes)
        if text and widget.isVisible() and not _has_room(widget, needed, window)
    ]


def _pressed(button: QAbstractButton) -> QSize:
    """What a button needs; of one that stands for a sign and no words, the sign."""
    if len(button.text()) > 1:
        return button.sizeHint()
    return button.fontMetrics().size(Qt.TextFlag.TextSingleLine, button.text())


def _needed(label: QLabel) -> QSize:
    if label.wordWrap():
        return QSize(0, label.heightForWidth(label.width()))
    return QSize() if isinstance(label, SaidLabel) else label.sizeHint()


def _has_room(widget: QWidget, needed: QSize, window: QWidget) -> bool:
    area = widget.parentWidget()
    while area is not None and area is not window and not isinstance(area, QAbstractScrollArea):
        area = area.parentWidget()
    within = widget.rect().translated(widget.mapTo(area or window, QPoint()))
    # What a scroll area holds may lie below its edge, but not beside it.
    fits = within.left() >= 0 and within.right() < (area or window).width()
    inside = fits and (area is not window or within.bottom() < window.height())
    return inside and widget.width() >= needed.width() and widget.height() >= needed.height()


def file_printer(path: Path) -> QPrinter:
    """A printer whose paper is a PDF file; 72 dots an inch, a point each, to be quick."""
    printer = letter_printer("a test")
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    printer.setResolution(72)
    return printer


class PrinterAnswers(PrinterQuestions):
    """Answers the system's print dialog; `None` thinks again, a sentence is a missing printer."""

    def __init__(self, answer: QPrinter | str | None = None) -> None:
        self.answer = answer
        self.asked: list[tuple[str, int]] = []

    @override
    def printer(self, parent: QWidget, title: str, count: int) -> QPrinter | None:
        self.asked.append((title, count))
        if isinstance(self.answer, str):
            raise NoPrinter(self.answer)
        return self.answer


def notice_over(window: QWidget) -> Notice:
    """The notice that is open over a window."""
    notices = [each for each in window.findChildren(Notice) if each.isVisible()]
    assert len(notices) == 1
    return notices[0]


def answer(window: QWidget, words: str) -> None:
    """Press a button of the notice that is open."""
    buttons = notice_over(window).buttons.buttons()
    (button,) = (each for each in buttons if each.text().rstrip("\u2026") == words)
    button.click()
