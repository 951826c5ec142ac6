"""The line in which a box is typed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from focusdesk.ui.box_editor import BoxEditor
from tests.ui.words import CTRL, Pages, editor, press, write

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
