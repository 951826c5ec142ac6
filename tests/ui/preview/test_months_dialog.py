from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QProgressBar
from pytestqt.qtbot import QtBot

from focusdesk.filing.copies import Copy
from focusdesk.filing.filing import Filing
from focusdesk.form.period import Period
from focusdesk.ui.look.desk_style import desk_style
from focusdesk.ui.look.theme import apply_theme, theme_named
from focusdesk.ui.preview.month_prints import Came, IntoFolder, MonthOutcome, MonthPrints
from focusdesk.ui.preview.months_choices import MonthsChoices, Way
from focusdesk.ui.preview.months_dialog import MonthRows, MonthsDialog
from tests.ui.preview_words import cut_off
from tests.ui.window_words import Answers
from tests.ui.words import focused

MONTHS = tuple(Filing(at, Period(2013, 11).plus(at), "2014-01") for at in range(3))


def _shown(qtbot: QtBot, folder: Path, *filings: Filing) -> MonthsDialog:
    dialog = MonthsDialog(filings, MonthsChoices(filings, folder, Answers()))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(dialog)
    dialog.open()
    assert QTest.qWaitForWindowActive(dialog)
    return dialog


@pytest.fixture
def dialog(light: QApplication, qtbot: QtBot, tmp_path: Path) -> MonthsDialog:
    del light
    return _shown(qtbot, tmp_path, *MONTHS)


@pytest.fixture
def prints(tmp_path: Path) -> MonthPrints:
    def write(path: Path, content: bytes) -> None:
        path.write_bytes(content)

    into = IntoFolder(tmp_path, Copy.FILING, write)
    return MonthPrints(MONTHS, lambda filing: filing.stem.encode(), into)


def test_enter_does_what_the_button_says(dialog: MonthsDialog, qtbot: QtBot) -> None:
    assert dialog.start.text() == "Save 3 files"
    assert focused() is dialog.choices.way
    with qtbot.waitSignal(dialog.asked):
        QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.isVisible()


def test_what_cannot_be_done_is_said_and_cannot_be_asked_for(
    dialog: MonthsDialog, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog.choices.folder.setText(str(tmp_path / "none"))
    assert dialog.sentence.startswith(f"There is no folder {tmp_path / 'none'}.")
    assert not dialog.start.isEnabled()
    with qtbot.assertNotEmitted(dialog.asked):
        QTest.keyClick(dialog, Qt.Key.Key_Return)
    dialog.choices.folder.setText(str(tmp_path))
    assert dialog.sentence == ""
    assert dialog.start.isEnabled()


def test_with_one_month_the_user_learns_how_to_select_several(
    light: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    del light
    dialog = _shown(qtbot, tmp_path, MONTHS[0])
    assert "Ctrl+A" in dialog.sentence
    assert dialog.start.text() == "Save 1 file"


def test_while_months_are_done_the_one_in_turn_is_named_and_nothing_else_can_be_asked_for(
    dialog: MonthsDialog, prints: MonthPrints, qtbot: QtBot
) -> None:
    dialog.show_running(prints)
    prints.step()
    dialog.show_running(prints)
    assert dialog.sentence == "December 2013, 2 of 3"
    assert _bar(dialog) == (1, 3)
    assert dialog.rows.texts[1] == "December 2013  \u00b7  being drawn"
    assert not dialog.choices.isEnabled()
    with qtbot.assertNotEmitted(dialog.asked):
        QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert dialog.isVisible()


def test_escape_stops_what_is_running_and_then_closes(
    dialog: MonthsDialog, prints: MonthPrints, qtbot: QtBot
) -> None:
    dialog.show_running(prints)
    with qtbot.waitSignal(dialog.stopped):
        QTest.keyClick(focused(), Qt.Key.Key_Escape)
    assert dialog.isVisible()
    prints.cancel()
    dialog.show_end(prints, ["Nothing was done."], "")
    assert dialog.sentence == "Nothing was done."
    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_on_the_way_to_the_printer_pages_are_counted(
    dialog: MonthsDialog, prints: MonthPrints
) -> None:
    dialog.show_running(prints)
    dialog.show_page(4, 21)
    assert dialog.sentence == "Page 5 of 21 to the printer"
    assert _bar(dialog) == (4, 21)


def test_at_the_end_enter_closes_and_what_was_written_can_be_opened(
    dialog: MonthsDialog, prints: MonthPrints
) -> None:
    dialog.show_running(prints)
    dialog.show_end(prints, ["Done.", "And more."], "Open the folder")
    assert dialog.sentence == "Done.\nAnd more."
    assert dialog.opening.isVisible()
    assert dialog.opening.text() == "Open the folder"
    assert not dialog.start.isVisible()
    assert not dialog.progress.isVisible()
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert not dialog.isVisible()


@pytest.mark.parametrize("way", list(Way))
def test_nothing_is_cut_off_on_a_small_screen(
    dialog: MonthsDialog, qtbot: QtBot, tmp_path: Path, way: Way
) -> None:
    (tmp_path / "FOCUS 2013-11.pdf").touch()
    (tmp_path / "FOCUS 2013-11 to 2014-01.pdf").touch()
    dialog.setStyleSheet(desk_style(theme_named("light")))
    dialog.choices.way.setCurrentIndex(dialog.choices.way.findData(way))
    dialog.choices.folder.setText(f"{tmp_path} ")  # it looks again
    dialog.resize(632, 356)  # a screen of 1280 by 800 at 200 per cent, without the frame round it
    assert dialog.height() <= 356
    qtbot.waitUntil(lambda: not cut_off(dialog))


def _bar(dialog: MonthsDialog) -> tuple[int, int]:
    bar = dialog.findChild(QProgressBar)
    assert isinstance(bar, QProgressBar)
    assert bar.isVisible()
    return bar.value(), bar.maximum()


DECEMBER = Filing(1, Period(2013, 12), "2014-01", illustrative=True)
JANUARY = Filing(2, Period(2014, 1), "2014-01")
FEBRUARY = Filing(3, Period(2014, 2), "2014-01")
FAILED = MonthOutcome(DECEMBER, Came.FAILED, "The disk is full.")


@pytest.fixture
def rows(light: QApplication, qtbot: QtBot) -> Iterator[MonthRows]:
    rows = MonthRows((DECEMBER, JANUARY, FEBRUARY))
    qtbot.addWidget(rows)
    yield rows
    apply_theme(light, theme_named("light"))


def test_each_month_is_named_with_the_file_that_it_will_be(rows: MonthRows) -> None:
    rows.announce({2: "FOCUS 2014-01.pdf, there already"})
    assert rows.texts == (
        "December 2013  \u00b7  illustrative",
        "January 2014  \u00b7  FOCUS 2014-01.pdf, there already",
        "February 2014",
    )


def test_each_month_says_what_came_of_it(rows: MonthRows) -> None:
    kept = MonthOutcome(JANUARY, Came.KEPT, "FOCUS 2014-01.pdf is there already.")
    rows.show_outcomes((FAILED, kept, MonthOutcome(FEBRUARY)), 2)
    assert rows.texts == (
        "December 2013  \u00b7  illustrative  \u00b7  failed. The disk is full.",
        "January 2014  \u00b7  left alone: FOCUS 2014-01.pdf is there already.",
        "February 2014  \u00b7  being drawn",
    )
    assert rows.currentRow() == 2


def test_at_the_end_the_first_that_failed_is_in_view(rows: MonthRows) -> None:
    rows.show_end((MonthOutcome(DECEMBER, Came.DONE), MonthOutcome(JANUARY, Came.FAILED), FAILED))
    assert rows.currentRow() == 1
    rows.show_end((MonthOutcome(DECEMBER, Came.DONE), *[MonthOutcome(JANUARY, Came.CANCELLED)] * 2))
    assert rows.texts[1] == "January 2014  \u00b7  cancelled"
    assert rows.currentRow() == 2


@pytest.mark.parametrize("theme", ["light", "dark", "high_contrast"])
def test_what_came_of_a_month_is_written_in_a_colour_of_the_theme(
    light: QApplication, rows: MonthRows, theme: str
) -> None:
    apply_theme(light, theme_named(theme))
    rows.setStyleSheet("QListWidget { background: #123456; }")
    rows.show_end((FAILED, MonthOutcome(JANUARY, Came.DONE), MonthOutcome(FEBRUARY)))
    inks = [QColor(rows.item(row).foreground().color()) for row in (0, 1)]
    assert inks == [theme_named(theme).error, theme_named(theme).good]
