"""The words in which the tests of the print preview speak."""

from pathlib import Path

from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrinter

from focusdesk.ui.preview_print import letter_printer


def levels_apart(first: QImage, second: QImage) -> int:
    """How far two pictures are apart where they differ most, in the 256 levels of a colour."""
    assert first.size() == second.size()
    form = QImage.Format.Format_RGB32
    one, other = first.convertToFormat(form), second.convertToFormat(form)
    pairs = zip(bytes(one.constBits()), bytes(other.constBits()), strict=True)
    return max(abs(level - another) for level, another in pairs)


def ink_edges(picture: QImage) -> tuple[int, int, int, int]:
    """The first and the last column and row with dark ink: left, top, right, bottom."""
    grey = picture.convertToFormat(QImage.Format.Format_Grayscale8)
    width, bits, step = grey.width(), bytes(grey.constBits()), grey.bytesPerLine()
    rows = [bits[at : at + width] for at in range(0, len(bits), step)]
    dark = [at for at, row in enumerate(rows) if min(row) < 100]
    columns = [min(row[at] for row in rows[dark[0] : dark[-1] + 1]) < 100 for at in range(width)]
    return columns.index(True), dark[0], width - 1 - columns[::-1].index(True), dark[-1]


def file_printer(path: Path) -> QPrinter:
    """A printer whose paper is a PDF file; 300 dots an inch, to be quick."""
    printer = letter_printer("a test")
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    printer.setResolution(300)
    return printer
