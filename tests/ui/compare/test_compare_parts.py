import pytest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from focusdesk.form.edition import Edition
from focusdesk.ui.compare.compare_model import CompareModel
from focusdesk.ui.compare.compare_parts import SIDE, CompareParts
from focusdesk.ui.compare.compare_view import CompareView
from tests.ui.window_words import side_by_side


@pytest.fixture
def parts(light: QApplication, qtbot: QtBot, editions: dict[str, Edition]) -> CompareParts:
    del light
    model = CompareModel(side_by_side(editions["2014-01"], {}, {}))
    parts = CompareParts(CompareView(model))
    qtbot.addWidget(parts)
    parts.resize(1280, 600)
    parts.show()
    return parts


def test_the_table_has_all_the_room_until_something_is_put_beside_it(
    parts: CompareParts, qtbot: QtBot
) -> None:
    assert parts.view.width() == 1280
    inner = parts.side.layout()
    assert inner is not None
    inner.addWidget(QPushButton("why"))
    parts.side.show()
    qtbot.waitUntil(lambda: abs(parts.sizes()[1] - SIDE) < 30)


def test_the_keyboard_goes_to_the_side_only_where_something_can_be_done(
    parts: CompareParts,
) -> None:
    table, side = parts.panes()
    assert table.door is parts.view
    assert side.door is None
    inner, button = parts.side.layout(), QPushButton("why")
    assert inner is not None
    inner.addWidget(button)
    parts.side.show()
    assert parts.panes()[1].door is button


def test_where_no_line_is_shown_the_keyboard_goes_to_the_way_back(parts: CompareParts) -> None:
    parts.show_lines(shown=False)
    assert not parts.shows_lines
    assert parts.panes()[0].door is parts.nothing.all_lines


def test_a_narrow_window_leaves_the_table_all_room_unless_the_keyboard_is_beside_it(
    parts: CompareParts,
) -> None:
    inner, button = parts.side.layout(), QPushButton("why")
    assert inner is not None
    inner.addWidget(button)
    parts.resize(640, 600)
    assert parts.side.isHidden()
    parts.open_side()
    button.setFocus()
    parts.make_room()
    assert parts.side.isVisible()
    parts.view.setFocus()
    assert parts.side.isHidden()
    parts.resize(1280, 600)
    assert parts.side.isVisible()


def test_a_side_that_is_not_kept_comes_for_the_keyboard_alone(parts: CompareParts) -> None:
    inner, button = parts.side.layout(), QPushButton("why")
    assert inner is not None
    inner.addWidget(button)
    parts.keep_side(shown=False)
    assert parts.side.isHidden()
    parts.open_side()
    button.setFocus()
    parts.make_room()
    assert parts.side.isVisible()
    parts.keep_side(shown=False)
    assert parts.view.months.hasFocus(), "the keyboard is not left in what is hidden"
    assert parts.side.isHidden()
    parts.keep_side(shown=True)
    assert parts.side.isVisible()
