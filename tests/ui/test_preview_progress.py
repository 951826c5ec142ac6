from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from focusdesk.ui.preview_print import PrintJob
from focusdesk.ui.preview_progress import PrintProgress
from tests.ui.preview_words import file_printer
from tests.ui.words import press


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
    progress.activateWindow()
    qtbot.waitUntil(progress.isActiveWindow)
    with qtbot.waitSignal(progress.cancelled):
        press(Qt.Key.Key_Escape)
    QCoreApplication.processEvents()
    assert printed == []
    assert not progress.isVisible()


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_print_that_fails_ends_it(
    window: QWidget, january_print: bytes, tmp_path: Path, qtbot: QtBot
) -> None:
    job = PrintJob(january_print, file_printer(tmp_path / "no" / "out.pdf"), (0,), window)
    progress = PrintProgress(window, "January 2014", job)
    with qtbot.waitSignal(job.failed):
        progress.start()
    assert not progress.isVisible()
