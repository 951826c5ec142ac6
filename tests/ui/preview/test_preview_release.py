from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from focusdesk.filing.copies import Copy, PrintOrder
from focusdesk.filing.edit import Cause, Edit
from focusdesk.filing.filing import Status
from focusdesk.filing.notice_book import NoticeBook
from focusdesk.filing.ports import StoreConflict, StoreError
from focusdesk.filing.session import FilingSession
from focusdesk.ui.edges import Edges
from focusdesk.ui.look.lasting_question import LastingQuestion
from focusdesk.ui.look.notices import Notice
from focusdesk.ui.preview.preview_pages import PreviewPages
from focusdesk.ui.preview.preview_release import Print, PrintRelease
from focusdesk.ui.preview.printer import PrintDoors, PrintProgress
from tests.ui.preview_words import PrinterAnswers, answer, file_printer, notice_over
from tests.ui.window_words import Answers, edges_in
from tests.ui.words import JANUARY

SIGNATURE = PrintOrder(Copy.SIGNATURE)


@dataclass
class Outside:
    """What stands round a release, and what it has said."""

    window: QWidget
    edges: Edges
    folder: Path
    files: Answers = field(default_factory=Answers)
    printers: PrinterAnswers = field(default_factory=PrinterAnswers)
    said: list[str] = field(default_factory=list[str])

    def release(self) -> PrintRelease:
        release = PrintRelease(PrintDoors(self.edges, self.files, self.printers), self.window)
        release.said.connect(self.said.append)
        return release

    def drawn(self, session: FilingSession, order: PrintOrder = PrintOrder()) -> Print:  # noqa: B008 -- a frozen value
        content = self.edges.draw_report(session, order)
        pages = PreviewPages(content)
        count = len(pages)
        pages.close()
        return Print(session, order, content, count, 0)


@pytest.fixture
def outside(light: QApplication, qtbot: QtBot, tmp_path: Path) -> Outside:
    del light
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return Outside(window, edges_in(tmp_path, []), tmp_path)


def status(session: FilingSession) -> Status:
    """How far the filing has come, as the store keeps it."""
    return session.store.find(JANUARY).status


def test_saving_writes_the_file_byte_by_byte(outside: Outside, january: FilingSession) -> None:
    wanted = outside.drawn(january)
    path = outside.files.answer = outside.folder / "out.pdf"
    outside.release().save(wanted)
    assert path.read_bytes() == wanted.content
    assert outside.files.asked == [("Save as PDF", outside.folder / "FOCUS 2014-01.pdf")]
    assert outside.said == [f"Written: {path}"]
    assert status(january) is Status.DRAFT


@pytest.mark.parametrize(
    ("copy", "name"),
    [(Copy.REVIEW, "FOCUS 2014-01 review.pdf"), (Copy.PUBLIC, "FOCUS 2014-01 public set.pdf")],
)
def test_the_name_of_the_file_says_which_copy_it_is(
    outside: Outside, january: FilingSession, copy: Copy, name: str
) -> None:
    outside.release().save(outside.drawn(january, PrintOrder(copy)))
    assert outside.files.asked[0][1].name == name
    assert outside.said == [], "thinking again writes nothing"


def test_a_file_that_cannot_be_written_is_told_and_marks_nothing(
    outside: Outside, january: FilingSession
) -> None:
    outside.files.answer = outside.folder / "no folder" / "out.pdf"
    outside.release().save(outside.drawn(january, SIGNATURE))
    answer(outside.window, "Save")
    notice = notice_over(outside.window)
    assert notice.windowTitle() == "The file was not written"
    assert "no folder" in notice.sentence
    assert status(january) is Status.DRAFT


def test_a_signature_copy_says_first_what_it_does(outside: Outside, january: FilingSession) -> None:
    outside.release().save(outside.drawn(january, SIGNATURE))
    notice = notice_over(outside.window)
    assert notice.windowTitle() == "Make the signature copy of January 2014?"
    assert notice.sentence == (
        "This marks January 2014 as printed: from then on the desk shows what has changed since. "
        "2 errors stand open, and would be signed so: C04 (15), C06."
    )
    notice.reject()
    assert outside.files.asked == []
    assert status(january) is Status.DRAFT


def test_errors_that_stand_open_are_said_before_they_are_signed(
    outside: Outside, january: FilingSession
) -> None:
    january.apply(Edit({"7047": 968_254}, Cause.TYPED))
    outside.release().print(outside.drawn(january, SIGNATURE))
    assert (
        "3 errors stand open, and would be signed so: C04 (15), C06, S01 (7045 7047)."
        in notice_over(outside.window).sentence
    )


def lasting_question(window: QWidget) -> LastingQuestion:
    (asked,) = (each for each in window.findChildren(LastingQuestion) if each.isVisible())
    return asked


def test_asking_for_a_signature_copy_says_first_what_goes_on_record(
    outside: Outside, january: FilingSession
) -> None:
    january.apply(Edit({"7020": 900_000_000}, Cause.TYPED))
    outside.release().print(outside.drawn(january, SIGNATURE))
    asked = lasting_question(outside.window)
    assert asked.windowTitle() == "2 notices will go on record, stamped now."
    assert "a deficiency of 261,119,029 (7190)" in asked.listed.toPlainText()
    assert NoticeBook(january).notices() == ()

    asked.agree.click()

    assert notice_over(outside.window).sentence.endswith(
        "The figures call for notice, and that is on record now: under-segregated (N01), "
        "below the target for residual interest (N04)."
    )
    notice_over(outside.window).reject()
    assert [each.event.check for each in NoticeBook(january).notices()] == ["N01", "N04"]
    assert status(january) is Status.DRAFT


def test_going_back_from_there_records_nothing_and_makes_no_copy(
    outside: Outside, january: FilingSession
) -> None:
    january.apply(Edit({"7020": 900_000_000}, Cause.TYPED))
    outside.release().print(outside.drawn(january, SIGNATURE))

    lasting_question(outside.window).reject()

    assert NoticeBook(january).notices() == ()
    assert not [each for each in outside.window.findChildren(Notice) if each.isVisible()]
    assert status(january) is Status.DRAFT


def test_saving_a_signature_copy_marks_the_month_with_that_file(
    outside: Outside, january: FilingSession
) -> None:
    wanted = outside.drawn(january, SIGNATURE)
    path = outside.files.answer = outside.folder / "signed.pdf"
    outside.release().save(wanted)
    answer(outside.window, "Save")
    assert path.read_bytes() == wanted.content
    assert status(january) is Status.PRINTED
    assert january.print_record() is not None
    assert outside.said == [f"Written: {path} \u00b7 January 2014 is marked as printed"]


def printing(qtbot: QtBot, outside: Outside, begin: Callable[[], object]) -> None:
    before = len(outside.said)
    begin()
    qtbot.waitUntil(lambda: len(outside.said) > before)


def test_printing_sends_the_pages_that_the_dialog_says(
    outside: Outside, january: FilingSession, qtbot: QtBot
) -> None:
    printer = file_printer(outside.folder / "paper.pdf")
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 3)
    outside.printers.answer = printer
    wanted = outside.drawn(january)
    printing(qtbot, outside, lambda: outside.release().print(wanted))
    assert outside.printers.asked == [("January 2014", 7)]
    assert outside.said == ["2 pages sent to the printer"]
    paper = PreviewPages((outside.folder / "paper.pdf").read_bytes())
    assert len(paper) == 2
    paper.close()
    assert status(january) is Status.DRAFT


def test_of_a_signature_copy_all_pages_are_printed_or_none(
    outside: Outside, january: FilingSession
) -> None:
    printer = outside.printers.answer = file_printer(outside.folder / "paper.pdf")
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 3)
    outside.release().print(outside.drawn(january, SIGNATURE))
    answer(outside.window, "Print")
    notice = notice_over(outside.window)
    assert notice.windowTitle() == "Nothing was printed"
    assert "all pages of a signature copy are printed" in notice.sentence
    assert not (outside.folder / "paper.pdf").exists()
    assert status(january) is Status.DRAFT


def test_printing_a_signature_copy_marks_the_month(
    outside: Outside, january: FilingSession, qtbot: QtBot
) -> None:
    outside.printers.answer = file_printer(outside.folder / "paper.pdf")
    outside.release().print(outside.drawn(january, SIGNATURE))
    printing(qtbot, outside, lambda: answer(outside.window, "Print"))
    assert outside.printers.asked == [("January 2014, signature copy", 7)]
    assert outside.said[0].endswith("\u00b7 January 2014 is marked as printed")
    assert status(january) is Status.PRINTED


def test_a_print_that_is_cancelled_marks_nothing(outside: Outside, january: FilingSession) -> None:
    outside.printers.answer = file_printer(outside.folder / "paper.pdf")
    outside.release().print(outside.drawn(january, SIGNATURE))
    answer(outside.window, "Print")
    (progress,) = (each for each in outside.window.findChildren(PrintProgress) if each.isVisible())
    progress.reject()
    QCoreApplication.processEvents()  # the turn that the first page would have had
    assert outside.said == ["Printing was cancelled."]
    assert status(january) is Status.DRAFT


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_stops_is_told_and_marks_nothing(
    outside: Outside, january: FilingSession
) -> None:
    outside.printers.answer = file_printer(outside.folder / "no folder" / "paper.pdf")
    outside.release().print(outside.drawn(january, SIGNATURE))
    answer(outside.window, "Print")
    assert notice_over(outside.window).windowTitle() == "Not everything was printed"
    assert status(january) is Status.DRAFT


def test_without_a_printer_the_sentence_says_so(outside: Outside, january: FilingSession) -> None:
    outside.printers.answer = "Your system knows no printer."
    outside.release().print(outside.drawn(january))
    assert notice_over(outside.window).sentence == "Your system knows no printer."


def test_thinking_again_at_the_print_dialog_prints_nothing(
    outside: Outside, january: FilingSession
) -> None:
    outside.release().print(outside.drawn(january))
    assert outside.printers.asked == [("January 2014", 7)]
    assert outside.said == []


def test_of_a_store_that_can_only_be_read_nothing_is_signed(
    outside: Outside, january: FilingSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted = outside.drawn(january, SIGNATURE)
    monkeypatch.setattr(type(january.store), "read_only", property(lambda _: True))
    outside.release().save(wanted)
    notice = notice_over(outside.window)
    assert notice.windowTitle() == "No signature copy was made"
    assert "this store can only be read" in notice.sentence


def test_of_a_sealed_month_nothing_is_signed_anew(outside: Outside, january: FilingSession) -> None:
    wanted = outside.drawn(january, SIGNATURE)
    january.filing = replace(january.filing, status=Status.SEALED)
    outside.release().save(wanted)
    assert notice_over(outside.window).sentence.startswith("January 2014 is sealed")
    assert outside.files.asked == []


def test_a_mark_that_the_store_refuses_is_told_once_the_file_is_written(
    outside: Outside, january: FilingSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        sentence = "The disk is full."
        raise StoreError(sentence)

    wanted = outside.drawn(january, SIGNATURE)
    path = outside.files.answer = outside.folder / "signed.pdf"
    monkeypatch.setattr(type(january.store), "mark_printed", refuse)
    outside.release().save(wanted)
    answer(outside.window, "Save")
    notice = notice_over(outside.window)
    assert notice.windowTitle() == "The month was not marked as printed"
    assert notice.sentence == (
        f"The file {path} is written, but the store does not know of it. The disk is full."
    )
    assert outside.said == []


def test_a_month_that_was_changed_while_the_file_was_chosen_can_be_read_again(
    outside: Outside, january: FilingSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        sentence = "Another program changed January 2014."
        raise StoreConflict(sentence)

    path = outside.files.answer = outside.folder / "signed.pdf"
    release, asked = outside.release(), list[bool]()
    release.read_again_asked.connect(lambda: asked.append(True))
    monkeypatch.setattr(type(january.store), "mark_printed", refuse)
    release.save(outside.drawn(january, SIGNATURE))
    answer(outside.window, "Save")
    assert notice_over(outside.window).sentence.startswith(f"The file {path} is written, but the")
    answer(outside.window, "Read the month again")
    assert asked == [True]


def test_a_store_that_cannot_be_read_signs_nothing(
    outside: Outside, january: FilingSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        sentence = "The disk cannot be read."
        raise StoreError(sentence)

    wanted = outside.drawn(january, SIGNATURE)
    monkeypatch.setattr(type(january.store), "entered_many", refuse)
    outside.release().save(wanted)
    assert notice_over(outside.window).sentence == "The disk cannot be read."
    assert outside.files.asked == []
