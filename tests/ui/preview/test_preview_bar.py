from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from focusdesk.ui.preview.preview_bar import PreviewBar
from focusdesk.ui.preview.preview_layout import ZOOM_STEPS, Fit, Zoom
from tests.ui.words import press, write


@pytest.fixture
def bar(light: QApplication, qtbot: QtBot) -> Iterator[PreviewBar]:
    del light
    window, bar = QWidget(), PreviewBar()
    qtbot.addWidget(window)
    bar.setParent(window)
    bar.resize(700, 44)
    bar.show_page(2, 7)
    bar.show_zoom(Fit.WIDTH, 83.7)
    window.show()
    bar.show()
    bar.activateWindow()
    qtbot.waitUntil(bar.isActiveWindow)
    yield bar
    window.close()


def test_it_says_which_page_of_how_many(bar: PreviewBar) -> None:
    assert (bar.page.text(), bar.of.text()) == ("3", "of 7")
    assert bar.page.accessibleName() == "Page, of 7"
    bar.show_page(0, 7)
    assert not bar.earlier.isEnabled()
    assert bar.later.isEnabled()
    bar.show_page(6, 7)
    assert not bar.later.isEnabled()


def test_a_number_that_is_typed_goes_to_its_page(bar: PreviewBar) -> None:
    asked: list[int] = []
    bar.page_asked.connect(asked.append)
    bar.page.setFocus()
    bar.page.selectAll()
    write("5")
    press(Qt.Key.Key_Return)
    assert asked == [4]


@pytest.mark.parametrize("typed", ["0", "8", "x", "\u00b2"])
def test_a_number_that_no_page_has_is_refused_in_a_sentence(bar: PreviewBar, typed: str) -> None:
    asked: list[int] = []
    said: list[str] = []
    bar.page_asked.connect(asked.append)
    bar.said.connect(said.append)
    bar.page.setFocus()
    bar.page.selectAll()
    write(typed)
    press(Qt.Key.Key_Return)
    assert asked == []
    assert said == [f'There is no page "{typed}": this print has 7 pages.']
    assert bar.page.text() == "3", "the field says again what is shown"


def test_buttons_turn_one_page(bar: PreviewBar) -> None:
    asked: list[int] = []
    bar.page_asked.connect(asked.append)
    bar.later.click()
    bar.earlier.click()
    assert asked == [3, 1]


def test_a_size_is_chosen_from_the_list(bar: PreviewBar) -> None:
    chosen: list[Zoom] = []
    bar.zoom_asked.connect(chosen.append)
    offered = [bar.zoom.itemText(at) for at in range(bar.zoom.count())]
    assert offered[:3] == ["Fit width", "Fit page", "50 %"]
    assert offered[-1] == "400 %"
    assert len(offered) == len(ZOOM_STEPS) + 2
    bar.zoom.setFocus()
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Down)
    assert chosen == [Fit.PAGE, 50]
    assert isinstance(chosen[0], Fit), "the word is a zoom again"
    bar.show_zoom(125, 125.0)
    assert bar.zoom.currentText() == "125 %"
    assert bar.zoom.accessibleDescription() == "125 % of the size on paper"


def test_steps_of_size_and_the_other_buttons_are_told(bar: PreviewBar, qtbot: QtBot) -> None:
    steps: list[object] = []
    bar.zoom_step_asked.connect(steps.append)
    bar.larger.click()
    bar.smaller.click()
    assert steps == [True, False]
    with qtbot.waitSignal(bar.continuous_asked):
        bar.continuous.click()
    with qtbot.waitSignal(bar.find_asked):
        bar.find_button.click()


def test_every_control_has_a_name(bar: PreviewBar) -> None:
    controls = [
        control
        for kind in (QToolButton, QComboBox, QLineEdit)
        for control in bar.findChildren(kind)
    ]
    assert len(controls) == 8
    for control in controls:
        accessible = QAccessible.queryAccessibleInterface(control)
        assert accessible.text(QAccessible.Text.Name).strip(), control


def test_where_it_is_narrow_what_keys_do_gives_way(bar: PreviewBar) -> None:
    bar.resize(bar.minimumSizeHint().width() + 140, 44)
    assert bar.given_up == {bar.earlier, bar.later}
    bar.resize(bar.minimumSizeHint().width() + 60, 44)
    assert bar.given_up == {bar.earlier, bar.later, bar.smaller, bar.larger}
    bar.resize(bar.minimumSizeHint().width(), 44)
    assert not bar.of.isVisible(), "the foot of the window says it too"
    assert bar.page.isVisible()
    assert bar.zoom.isVisible()
