"""What stands at a box keeps within the page and off the box."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from focusdesk.ui.look.theme import theme_named
from focusdesk.ui.look.zoom import Zoom
from focusdesk.ui.page.callout import Callout


@pytest.fixture
def callout(light: QApplication, qtbot: QtBot) -> Callout:
    del light
    page = QWidget()
    page.resize(500, 300)
    qtbot.addWidget(page)
    page.show()
    callout = Callout(page, lambda theme: (theme.warning_ground, theme.warning))
    callout.setText("7100 stands here, and it is not covered. " * 3)
    return callout


@pytest.mark.parametrize("box", [QRect(x, y, 90, 22) for x in (0, 200, 410) for y in (0, 140, 278)])
def test_it_stands_whole_within_the_page_and_never_over_its_box(
    callout: Callout, box: QRect
) -> None:
    callout.show_at(box)
    assert callout.isVisible()
    page = callout.parentWidget()
    assert page is not None
    assert page.rect().contains(callout.geometry())
    assert not callout.geometry().intersects(box)


def test_it_grows_with_the_page_but_never_shrinks_with_it(callout: Callout) -> None:
    box = QRect(200, 100, 90, 22)
    callout.show_at(box)
    size, words = callout.size(), callout.font().pixelSize()
    callout.show_at(box, Zoom(75))
    assert callout.size() == size
    callout.show_at(box, Zoom(125))
    assert callout.font().pixelSize() > words
    assert callout.width() > size.width()


def test_it_is_drawn_on_its_own_ground_with_a_bar_at_its_left(callout: Callout) -> None:
    callout.show_at(QRect(200, 100, 90, 22))
    picture, light = callout.grab().toImage(), theme_named("light")
    assert picture.pixelColor(1, 5) == light.warning
    assert picture.pixelColor(picture.width() - 3, 3) == light.warning_ground


def test_it_calls_the_eyes_with_a_heavy_edge_for_a_moment(callout: Callout, qtbot: QtBot) -> None:
    light = theme_named("light")

    def edge() -> str:
        picture = callout.grab().toImage()
        return picture.pixelColor(picture.width() - 3, picture.height() // 2).name()

    callout.show_at(QRect(200, 100, 90, 22))
    callout.flash()
    assert edge() == light.warning.name()
    qtbot.waitUntil(lambda: edge() == light.warning_ground.name())
