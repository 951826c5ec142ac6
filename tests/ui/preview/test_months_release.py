"""Many months leave a real store: as files that say what they hold, as one file, on paper."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from pikepdf import Pdf
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from focusdesk.filing.copies import Copy, PrintOrder
from focusdesk.filing.filing import Filing
from focusdesk.filing.ports import StoreDamaged
from focusdesk.filing.register import Register
from focusdesk.form.period import Period
from focusdesk.ui.months.open_filings import OpenFilings
from focusdesk.ui.preview.months_choices import Way
from focusdesk.ui.preview.months_dialog import MonthsDialog
from focusdesk.ui.preview.months_release import MonthsRelease
from focusdesk.ui.preview.printer import PrintDoors
from tests.cli.command import pages_of
from tests.ui.preview_words import PrinterAnswers, file_printer
from tests.ui.window_words import Answers, edges_in
from tests.ui.words import focused

DECEMBER, JANUARY, FEBRUARY = (Period(2013, 12).plus(at) for at in range(3))


@dataclass
class Leaving:
    """Three months about to leave the desk."""

    opened: OpenFilings
    filings: tuple[Filing, ...]
    folder: Path
    qtbot: QtBot
    printers: PrinterAnswers = field(default_factory=PrinterAnswers)
    said: list[str] = field(default_factory=list[str])
    shown: list[Path] = field(default_factory=list[Path])
    has_viewer: bool = True
    refuses: Callable[[Filing], Exception | None] = lambda _: None

    def ask(self, way: Way, copy: Copy = Copy.FILING) -> MonthsDialog:
        """Open the dialog over a window, and choose."""
        window = QWidget()
        self.qtbot.addWidget(window)
        edges = replace(edges_in(self.folder, []), show_file=self._show_file)
        release = MonthsRelease(PrintDoors(edges, Answers(), self.printers), window)
        release.said.connect(self.said.append)
        dialog = release.ask(self.filings, self._draw)
        assert QTest.qWaitForWindowActive(dialog)
        dialog.choices.way.setCurrentIndex(dialog.choices.way.findData(way))
        dialog.choices.copy.setCurrentIndex(dialog.choices.copy.findData(copy))
        return dialog

    def run(self, dialog: MonthsDialog) -> list[str]:
        """Press Enter, and wait until all is done; give what is said at the end."""
        QTest.keyClick(focused(), Qt.Key.Key_Return)
        self.qtbot.waitUntil(lambda: bool(self.said))
        assert self.said == [dialog.sentence.replace("\n", " ")]
        return dialog.sentence.split("\n")

    @property
    def files(self) -> list[str]:
        """The files in the folder."""
        return sorted(path.name for path in self.folder.iterdir())

    def _draw(self, filing: Filing, order: PrintOrder) -> bytes:
        if error := self.refuses(filing):
            raise error
        return edges_in(self.folder, []).draw_report(self.opened.to_read(filing), order)

    def _show_file(self, path: Path) -> bool:
        self.shown.append(path)
        return self.has_viewer


@pytest.fixture
def leaving(
    light: QApplication, qtbot: QtBot, register: Register, tmp_path: Path
) -> Iterator[Leaving]:
    del light
    register.start_month(FEBRUARY)
    folder = tmp_path / "prints"
    folder.mkdir()
    opened = OpenFilings(register)
    yield Leaving(opened, tuple(reversed(register.store.filings())), folder, qtbot)
    opened.close()


def _period_in(path: Path) -> str:
    with Pdf.open(path) as pdf:
        return json.loads(pdf.attachments["filing.json"].get_file().read_bytes())["period"]


def _press_escape_at(dialog: MonthsDialog, value: int, of: int = 3) -> None:
    """Have Esc pressed as soon as the bar has come to a place, before the next turn."""

    def see(now: int) -> None:
        if (now, dialog.progress.maximum()) == (value, of):
            QTimer.singleShot(0, lambda: QTest.keyClick(focused(), Qt.Key.Key_Escape))

    dialog.progress.valueChanged.connect(see)


def test_each_month_becomes_a_file_that_says_which_month_it_holds(leaving: Leaving) -> None:
    dialog = leaving.ask(Way.EACH)
    assert leaving.run(dialog) == [
        f"December 2013, January 2014 and February 2014 are saved in {leaving.folder}."
    ]
    assert leaving.files == ["FOCUS 2013-12.pdf", "FOCUS 2014-01.pdf", "FOCUS 2014-02.pdf"]
    for name in leaving.files:
        assert name == f"FOCUS {_period_in(leaving.folder / name)}.pdf"
    dialog.opening.click()
    assert leaving.shown == [leaving.folder]


def test_a_month_that_is_open_is_printed_as_it_is_on_the_desk_and_stays_open(
    leaving: Leaving, register: Register
) -> None:
    january = leaving.opened.open(register.store.find(JANUARY)).session
    leaving.run(leaving.ask(Way.EACH))
    assert leaving.opened.open(register.store.find(JANUARY)).session is january


def test_a_file_that_cannot_be_written_is_named_by_its_month_and_the_others_are_done(
    leaving: Leaving,
) -> None:
    (leaving.folder / "FOCUS 2014-01.pdf").mkdir()
    dialog = leaving.ask(Way.EACH)
    first, second = leaving.run(dialog)
    assert first == f"December 2013 and February 2014 are saved in {leaving.folder}."
    assert second.startswith("January 2014 failed. ")
    assert "it is a folder" in second
    assert _period_in(leaving.folder / "FOCUS 2014-02.pdf") == "2014-02"


def test_a_month_that_cannot_be_read_is_named_and_the_others_are_done(leaving: Leaving) -> None:
    def refuses(filing: Filing) -> Exception | None:
        return StoreDamaged("7010 is damaged.") if filing.period == DECEMBER else None

    leaving.refuses = refuses
    _, second = leaving.run(leaving.ask(Way.EACH))
    assert second == "December 2013 failed. 7010 is damaged."
    assert leaving.files == ["FOCUS 2014-01.pdf", "FOCUS 2014-02.pdf"]


def test_cancelled_after_the_first_month_one_file_is_there(leaving: Leaving) -> None:
    dialog = leaving.ask(Way.EACH)
    _press_escape_at(dialog, 1)
    assert leaving.run(dialog) == [
        f"December 2013 is saved in {leaving.folder}.",
        "January 2014 and February 2014 were cancelled.",
    ]
    assert leaving.files == ["FOCUS 2013-12.pdf"]
    assert dialog.rows.texts[2] == "February 2014  \u00b7  cancelled"
    assert dialog.isVisible()


def test_between_two_months_the_window_answers(leaving: Leaving) -> None:
    dialog = leaving.ask(Way.EACH)
    seen: list[int] = []
    dialog.progress.valueChanged.connect(seen.append)
    leaving.run(dialog)
    assert seen == [0, 1, 2, 3]


def test_files_that_are_there_are_announced_and_left_alone(leaving: Leaving) -> None:
    there = leaving.folder / "FOCUS 2014-01.pdf"
    there.write_bytes(b"signed")
    dialog = leaving.ask(Way.EACH)
    assert dialog.sentence == "1 file is there already and will stay; its month is left out."
    assert dialog.rows.texts[1] == "January 2014  \u00b7  FOCUS 2014-01.pdf, there already"
    said = leaving.run(dialog)
    assert said[1] == "January 2014 was left alone: its file is there already."
    assert there.read_bytes() == b"signed"


def test_files_that_are_there_are_replaced_when_the_user_says_so(leaving: Leaving) -> None:
    there = leaving.folder / "FOCUS 2014-01.pdf"
    there.write_bytes(b"old")
    dialog = leaving.ask(Way.EACH)
    QTest.keyClick(dialog.choices.replace, Qt.Key.Key_Space)
    leaving.run(dialog)
    assert _period_in(there) == "2014-01"


def test_a_public_set_has_the_published_pages_of_each_month(leaving: Leaving) -> None:
    leaving.run(leaving.ask(Way.EACH, Copy.PUBLIC))
    assert leaving.files[0] == "FOCUS 2013-12 public set.pdf"
    counts = [len(pages_of((leaving.folder / name).read_bytes())) for name in leaving.files]
    assert counts == [4, 4, 4]


def test_one_file_holds_all_months_and_what_travels_with_each(leaving: Leaving) -> None:
    dialog = leaving.ask(Way.BUNDLE)
    path = leaving.folder / "FOCUS 2013-12 to 2014-02.pdf"
    assert leaving.run(dialog)[0].endswith(f" are saved in {path}.")
    with Pdf.open(path) as bundle, bundle.open_outline() as outline:
        assert [item.title for item in outline.root] == [
            "December 2013",
            "January 2014",
            "February 2014",
        ]
        assert len(bundle.pages) == 21
        assert "2014-01/filing.json" in bundle.attachments
    dialog.opening.click()
    assert leaving.shown == [path]


def test_one_file_is_not_written_over_one_that_has_come_meanwhile(leaving: Leaving) -> None:
    dialog = leaving.ask(Way.BUNDLE)
    path = leaving.folder / "FOCUS 2013-12 to 2014-02.pdf"
    path.write_bytes(b"signed")
    assert leaving.run(dialog) == [
        f"{path} was not written: a file of that name has come meanwhile."
    ]
    assert path.read_bytes() == b"signed"
    assert not dialog.opening.isVisible()


def test_the_pages_of_all_months_go_to_the_printer(leaving: Leaving) -> None:
    leaving.printers.answer = file_printer(leaving.folder / "paper.pdf")
    dialog = leaving.ask(Way.PAPER, Copy.PUBLIC)
    assert leaving.run(dialog) == [
        "December 2013, January 2014 and February 2014 are sent to the printer, 12 pages."
    ]
    assert leaving.printers.asked == [("December 2013 to February 2014", 12)]
    with Pdf.open(leaving.folder / "paper.pdf") as paper:
        assert len(paper.pages) == 12
    assert not dialog.opening.isVisible()


def test_printing_can_be_cancelled_between_two_pages(leaving: Leaving) -> None:
    leaving.printers.answer = file_printer(leaving.folder / "paper.pdf")
    dialog = leaving.ask(Way.PAPER, Copy.PUBLIC)

    _press_escape_at(dialog, 2, of=12)
    assert leaving.run(dialog) == ["December 2013, January 2014 and February 2014 were cancelled."]


def test_thinking_again_at_the_printers_dialog_prints_nothing(leaving: Leaving) -> None:
    said = leaving.run(leaving.ask(Way.PAPER))
    assert said == ["December 2013, January 2014 and February 2014 were cancelled."]


def test_without_a_printer_the_user_is_told_what_to_do(leaving: Leaving) -> None:
    leaving.printers.answer = "Your system knows no printer."
    assert leaving.run(leaving.ask(Way.PAPER)) == ["Your system knows no printer."]


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_refuses_is_told_in_a_sentence(leaving: Leaving) -> None:
    leaving.printers.answer = file_printer(leaving.folder / "no" / "such.pdf")
    (said,) = leaving.run(leaving.ask(Way.PAPER))
    assert said.startswith("The printer stopped after 0 of 21 pages.")


def test_a_place_that_no_viewer_opens_is_said(leaving: Leaving) -> None:
    dialog = leaving.ask(Way.EACH)
    leaving.run(dialog)
    leaving.said.clear()
    leaving.has_viewer = False
    dialog.opening.click()
    assert leaving.said == [f"No viewer opened: {leaving.folder}"]
