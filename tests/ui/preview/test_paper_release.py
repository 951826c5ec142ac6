"""Papers leave the desk: as a file, or to a printer."""

from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from focusdesk.filing.session import FilingSession
from focusdesk.ui.preview.paper_release import Paper, PaperRelease
from focusdesk.ui.preview.printer import PrintDoors
from tests.ui.preview_words import PrinterAnswers, file_printer, notice_over
from tests.ui.window_words import Answers, edges_in


@dataclass
class Outside:
    """What stands round a release, and what has left."""

    window: QWidget
    paper: Paper
    release: PaperRelease
    files: Answers
    printers: PrinterAnswers
    left: list[tuple[str, Path | None]] = field(default_factory=list[tuple[str, Path | None]])

    def note(self, done: str, path: Path | None) -> None:
        self.left.append((done, path))


@pytest.fixture
def outside(light: QApplication, qtbot: QtBot, tmp_path: Path, january: FilingSession) -> Outside:
    del light
    window, edges = QWidget(), edges_in(tmp_path, [])
    qtbot.addWidget(window)
    window.show()
    paper = Paper("Findings", "findings.pdf", edges.draw_findings(january, [], ""), 1)
    files, printers = Answers(), PrinterAnswers()
    release = PaperRelease(PrintDoors(edges, files, printers), window)
    return Outside(window, paper, release, files, printers)


def test_a_file_has_the_bytes_that_were_shown(outside: Outside, tmp_path: Path) -> None:
    path = outside.files.answer = tmp_path / "out.pdf"
    outside.release.save(outside.paper, outside.note)
    assert path.read_bytes() == outside.paper.content
    assert outside.files.asked == [("Save as PDF", tmp_path / "findings.pdf")]
    assert outside.left == [(f"Written: {path}", path)]


def test_a_file_that_cannot_be_written_is_told_and_nothing_has_left(
    outside: Outside, tmp_path: Path
) -> None:
    outside.files.answer = tmp_path / "nowhere" / "out.pdf"
    outside.release.save(outside.paper, outside.note)
    assert "nowhere" in notice_over(outside.window).sentence
    assert outside.left == []


def test_pages_go_to_the_printer(outside: Outside, tmp_path: Path, qtbot: QtBot) -> None:
    outside.printers.answer = file_printer(tmp_path / "printed.pdf")
    outside.release.print(outside.paper, outside.note)
    qtbot.waitUntil(lambda: bool(outside.left))
    ((done, path),) = outside.left
    assert done.startswith("1 page sent to ")
    assert path is None
    assert (tmp_path / "printed.pdf").stat().st_size > 0


def test_without_a_printer_it_is_told_what_to_do_instead(outside: Outside) -> None:
    outside.printers.answer = "Your system knows no printer."
    outside.release.print(outside.paper, outside.note)
    assert notice_over(outside.window).sentence == "Your system knows no printer."
    assert outside.left == []


def test_a_paper_that_is_whole_or_nothing_is_not_printed_in_part(
    outside: Outside, tmp_path: Path
) -> None:
    printer = outside.printers.answer = file_printer(tmp_path / "printed.pdf")
    printer.setPrintRange(QPrinter.PrintRange.CurrentPage)
    whole = replace(outside.paper, count=2, whole="The officers sign all of it.")
    outside.release.print(whole, outside.note)
    assert notice_over(outside.window).sentence == "The officers sign all of it."
    assert outside.left == []
