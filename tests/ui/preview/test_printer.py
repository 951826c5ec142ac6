from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QObject, QSize, Qt
from PySide6.QtGui import QPageLayout, QPageRanges, QPageSize
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from focusdesk.app.joined import desk_edges
from focusdesk.filing.copies import Copy, PrintOrder
from focusdesk.filing.session import FilingSession
from focusdesk.ui.preview.preview_pages import PreviewPages
from focusdesk.ui.preview.printer import (
    NoPrinter,
    PrinterQuestions,
    PrintJob,
    PrintProgress,
    letter_printer,
    pages_wanted,
)
from tests.ui.preview_words import file_printer, ink_edges, levels_apart


def printed(qtbot: QtBot, content: bytes, printer: QPrinter, wanted: tuple[int, ...]) -> Path:
    """Print pages into the file that a printer stands for."""
    owner = QObject()
    job = PrintJob(content, printer, wanted, owner)
    with qtbot.waitSignal(job.printed):
        job.start()
    return Path(printer.outputFileName())


@pytest.fixture
def printer(light: QApplication, tmp_path: Path) -> QPrinter:
    del light
    return file_printer(tmp_path / "printed.pdf")


def test_every_page_comes_out_of_the_printer(
    qtbot: QtBot, printer: QPrinter, january_print: bytes
) -> None:
    pages = PreviewPages(printed(qtbot, january_print, printer, tuple(range(7))).read_bytes())
    assert len(pages) == 7
    assert {size.toTuple() for size in pages.sizes} == {(612, 792)}
    pages.close()


def test_a_point_of_the_file_is_a_point_on_paper(
    qtbot: QtBot, printer: QPrinter, january_print: bytes, january_pages: PreviewPages
) -> None:
    printer.setResolution(144)
    paper = PreviewPages(printed(qtbot, january_print, printer, (1,)).read_bytes())
    dots = QSize(1224, 1584)  # 144 an inch, as the printer prints
    assert levels_apart(paper.draw_grey(0, dots), january_pages.draw_grey(1, dots)) <= 1
    paper.close()


def test_on_other_paper_the_page_stands_in_the_middle_as_large_as_it_is(
    qtbot: QtBot, printer: QPrinter, january_print: bytes, january_pages: PreviewPages
) -> None:
    printer.setResolution(288)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    paper = PreviewPages(printed(qtbot, january_print, printer, (1,)).read_bytes())
    assert [round(side) for side in paper.sizes[0].toTuple()] == [595, 842]
    scan = paper.draw_grey(0, (paper.sizes[0] * 4).toSize())
    meant = january_pages.draw_grey(1, QSize(612, 792) * 4)
    left, top, right, bottom = ink_edges(scan)
    first, above, last, below = ink_edges(meant)
    assert right - left == pytest.approx(last - first, abs=2)
    assert bottom - top == pytest.approx(below - above, abs=2)
    assert left == pytest.approx(first - 4 * (612 - 595) / 2, abs=3)
    assert top == pytest.approx(above + 4 * (842 - 792) / 2, abs=3)
    paper.close()


def test_paper_lies_as_the_page_does(qtbot: QtBot, printer: QPrinter, january_print: bytes) -> None:
    printer.setPageOrientation(QPageLayout.Orientation.Landscape)
    paper = PreviewPages(printed(qtbot, january_print, printer, (1, 2)).read_bytes())
    assert {size.toTuple() for size in paper.sizes} == {(612, 792)}
    paper.close()


def test_a_range_a_page_or_all_are_printed_as_the_dialog_says(printer: QPrinter) -> None:
    assert pages_wanted(printer, 7, 3) == tuple(range(7))
    printer.setPrintRange(QPrinter.PrintRange.CurrentPage)
    assert pages_wanted(printer, 7, 3) == (3,)
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 4)
    assert pages_wanted(printer, 7, 3) == (1, 2, 3)
    printer.setPageRanges(QPageRanges.fromString("1-2,6"))
    assert pages_wanted(printer, 7, 3) == (0, 1, 5)
    printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    assert pages_wanted(printer, 7, 3) == (5, 1, 0)


def test_copies_that_the_printer_cannot_make_itself_are_sent_one_by_one(printer: QPrinter) -> None:
    assert not printer.supportsMultipleCopies()
    printer.setCopyCount(2)
    printer.setCollateCopies(True)
    assert pages_wanted(printer, 3, 0) == (0, 1, 2, 0, 1, 2)
    printer.setCollateCopies(False)
    assert pages_wanted(printer, 3, 0) == (0, 0, 1, 1, 2, 2)


def test_the_printer_stands_on_the_whole_of_a_letter_page(light: QApplication) -> None:
    del light
    printer = letter_printer("January 2014")
    assert printer.docName() == "January 2014"
    assert printer.fullPage()
    assert printer.pageLayout().pageSize().id() is QPageSize.PageSizeId.Letter
    assert printer.colorMode() is QPrinter.ColorMode.GrayScale


@pytest.mark.parametrize("copy", list(Copy))
def test_nothing_is_lost_in_grey(january: FilingSession, copy: Copy) -> None:
    pages = PreviewPages(desk_edges().draw_report(january, PrintOrder(copy)))
    for page in range(len(pages)):
        picture = pages.draw(page, QSize(306, 396))
        assert picture.isGrayscale(), f"page {page + 1} has a colour; print it in colours"
    pages.close()


def test_a_print_that_is_cancelled_sends_no_more_pages(
    qtbot: QtBot, printer: QPrinter, january_print: bytes
) -> None:
    owner = QObject()
    job = PrintJob(january_print, printer, tuple(range(7)), owner)
    sent: list[int] = []

    def stop(count: int) -> None:
        sent.append(count)
        if count == 2:
            job.cancel()

    job.progressed.connect(stop)
    told: list[str] = []
    job.failed.connect(told.append)
    job.printed.connect(lambda: told.append("printed"))
    job.start()
    qtbot.waitUntil(lambda: sent == [1, 2])
    QCoreApplication.processEvents()  # the turn that the next page would have had
    assert sent == [1, 2]
    assert told == [], "what the user wants is no fault of the printer"


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_refuses_is_told_in_a_sentence(
    qtbot: QtBot, light: QApplication, tmp_path: Path, january_print: bytes
) -> None:
    del light
    owner = QObject()
    job = PrintJob(january_print, file_printer(tmp_path / "no" / "such.pdf"), (0, 1), owner)
    told: list[str] = []
    job.failed.connect(told.append)
    with qtbot.waitSignal(job.failed):
        job.start()
    assert told[0].startswith("The printer stopped after 0 of 2 pages.")


def test_without_a_printer_the_user_is_told_what_to_do(
    light: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    del light
    window = QWidget()
    qtbot.addWidget(window)
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", list)
    with pytest.raises(NoPrinter, match="or save as PDF"):
        PrinterQuestions().printer(window, "January 2014", 7)


@pytest.fixture
def window(light: QApplication, qtbot: QtBot) -> QWidget:
    del light
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return window


@pytest.fixture
def job(window: QWidget, january_print: bytes, tmp_path: Path) -> PrintJob:
    return PrintJob(january_print, file_printer(tmp_path / "out.pdf"), (0, 1, 2), window)


def words_of(progress: PrintProgress) -> str:
    return progress.findChildren(QLabel)[0].text()


def test_it_says_how_many_pages_have_gone_and_leaves(
    window: QWidget, job: PrintJob, qtbot: QtBot
) -> None:
    progress = PrintProgress(window, "January 2014", job)
    shown: list[tuple[int, str]] = []
    job.progressed.connect(lambda: shown.append((progress.bar.value(), words_of(progress))))
    assert words_of(progress) == "Page 1 of 3"
    with qtbot.waitSignal(job.printed):
        progress.start()
        assert progress.isVisible()
        assert progress.isModal(), "no figure changes while it is printed"
    assert shown == [(1, "Page 2 of 3"), (2, "Page 3 of 3"), (3, "Page 3 of 3")]
    assert not progress.isVisible()


def test_esc_stops_the_print(window: QWidget, job: PrintJob, qtbot: QtBot) -> None:
    progress = PrintProgress(window, "January 2014", job)
    printed: list[int] = []
    job.printed.connect(lambda: printed.append(1))
    progress.start()
    with qtbot.waitSignal(progress.cancelled):
        QTest.keyClick(progress, Qt.Key.Key_Escape)
    assert not progress.isVisible()
    QCoreApplication.processEvents()
    assert printed == []


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_print_that_fails_ends_it(
    window: QWidget, january_print: bytes, tmp_path: Path, qtbot: QtBot
) -> None:
    job = PrintJob(january_print, file_printer(tmp_path / "no" / "out.pdf"), (0,), window)
    progress = PrintProgress(window, "January 2014", job)
    with qtbot.waitSignal(job.failed):
        progress.start()
    assert not progress.isVisible()
