"""The line in which a box is typed."""

from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from focusdesk.ui.look.theme import apply_theme, theme_named
from focusdesk.ui.page.box_editor import BoxEditor
from tests.ui.words import CTRL, Pages, editor, frame_of, press, write

Key = Qt.Key


@pytest.fixture
def line(pages: Pages) -> BoxEditor:
    pages.tabs.go_to("7100")
    write("=1000+x")
    line = editor(pages)
    assert isinstance(line, BoxEditor)
    return line


def test_it_keeps_what_the_box_held_before(line: BoxEditor) -> None:
    assert line.data_before == "93296699"


def test_the_character_at_which_it_goes_wrong_is_selected_and_underlined(line: BoxEditor) -> None:
    plain = line.grab().toImage()
    line.mark(7)
    assert line.selectedText() == "x"
    assert line.marked == 7
    assert line.grab().toImage() != plain
    write("5")
    assert line.text() == "=1000+5"


def test_it_grows_with_what_is_typed_so_that_all_of_it_is_seen(
    line: BoxEditor, pages: Pages
) -> None:
    line.setText("5")
    box = line.geometry()
    assert not line.has_grown
    write("+[7010]+[7020]+[7030]")
    assert line.has_grown
    assert line.geometry().right() == box.right(), "amounts grow to the left"
    assert line.width() > line.fontMetrics().horizontalAdvance(line.text())
    write("9" * 200)
    page = line.parentWidget()
    assert page is not None
    assert page.rect().contains(line.geometry())
    assert line.geometry().bottom() <= frame_of(pages, "7100").bottom()
    line.setText("5")
    assert line.geometry() == box


def test_a_refused_entry_is_seen_on_its_ground(line: BoxEditor) -> None:
    line.show_refused(refused=True)
    assert line.grab().toImage().pixelColor(2, 2) == theme_named("light").error_ground
    line.show_refused(refused=False)
    assert line.grab().toImage().pixelColor(2, 2) == theme_named("light").paper


def test_a_refused_entry_is_drawn_in_the_theme_of_the_page(line: BoxEditor) -> None:
    apply_theme(cast("QApplication", QApplication.instance()), theme_named("dark"))
    try:
        write("9" * 40)
        line.show_refused(refused=True)
        dark = theme_named("dark")
        picture = line.grab().toImage()
        assert picture.pixelColor(picture.width() // 2, 0) == dark.error, "its frame"
        assert picture.pixelColor(4, 4) == dark.error_ground
        line.show_refused(refused=False)
        assert line.grab().toImage().pixelColor(4, 4) == dark.paper
    finally:
        apply_theme(cast("QApplication", QApplication.instance()), theme_named("light"))


def test_a_refused_entry_takes_on_the_theme_that_is_chosen_meanwhile(line: BoxEditor) -> None:
    line.show_refused(refused=True)
    try:
        apply_theme(cast("QApplication", QApplication.instance()), theme_named("dark"))
        assert line.grab().toImage().pixelColor(2, 2) == theme_named("dark").error_ground
    finally:
        apply_theme(cast("QApplication", QApplication.instance()), theme_named("light"))


def test_all_of_what_it_goes_wrong_with_stays_underlined_wherever_the_cursor_is(
    line: BoxEditor,
) -> None:
    line.setText("=1+[9999]+2")
    line.mark(4, 6)
    assert line.selectedText() == "[9999]"
    line.end(False)  # noqa: FBT003 -- Qt's own argument: without marking
    assert line.selectedText() == ""
    assert line.marked == 4


def test_an_entry_that_ends_too_soon_is_marked_at_its_end(line: BoxEditor) -> None:
    plain = line.grab().toImage()
    line.mark(8)
    assert line.selectedText() == ""
    assert line.marked == 8
    assert line.grab().toImage() != plain
    line.show_refused(refused=False)
    assert line.marked == 0


def test_no_column_marks_nothing(line: BoxEditor) -> None:
    line.mark(0)
    assert line.marked == 0


def test_a_cell_is_pasted_without_the_line_end_that_comes_along(line: BoxEditor) -> None:
    QGuiApplication.clipboard().setText("\t1,234\r\n")
    line.selectAll()
    press(Key.Key_V, CTRL)
    assert line.text() == "1,234"
