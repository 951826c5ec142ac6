from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from focusdesk.ui.look.giving_bar import GivingBar, Shortened


class Bar(GivingBar):
    def __init__(self) -> None:
        super().__init__("header_bar")
        self.title, self.more, self.hint = QLabel("January"), QLabel("a draft"), QLabel("hint")
        self.field = QPushButton("Print")
        self.field.setFixedWidth(90)
        self.take(
            (self.title, self.more, None, self.hint, self.field),
            gives_up=[(self.hint,), (self.more,)],
        )

    @property
    def shown(self) -> list[str]:
        parts = (self.title, self.more, self.hint, self.field)
        return [part.text() for part in parts if not part.isHidden()]


@pytest.fixture
def bar(light: QApplication, qtbot: QtBot) -> Iterator[Bar]:
    del light
    window, bar = QWidget(), Bar()
    qtbot.addWidget(window)
    bar.setParent(window)
    bar.resize(600, 44)
    window.show()
    bar.show()
    yield bar
    window.close()


def test_parts_go_in_their_order_and_come_back(bar: Bar) -> None:
    seen: list[list[str]] = []
    widths = range(600, bar.minimumSizeHint().width() - 1, -1)
    for width in widths:
        bar.resize(width, 44)
        if bar.shown not in seen:
            seen.append(bar.shown)
    everything = ["January", "a draft", "hint", "Print"]
    assert seen == [everything, ["January", "a draft", "Print"], ["January", "Print"]]
    bar.resize(600, 44)
    assert bar.shown == everything


def test_nothing_is_cut_off_down_to_the_least_width(bar: Bar) -> None:
    for width in range(600, bar.minimumSizeHint().width() - 1, -7):
        bar.resize(width, 44)
        layout = bar.layout()
        assert layout is not None
        layout.activate()
        parts = [part for part in bar.findChildren(QWidget) if part.isVisible()]
        assert all(part.width() >= part.sizeHint().width() for part in parts)
        assert max(part.geometry().right() for part in parts) < width


def test_a_part_that_has_nothing_to_say_takes_no_room(bar: Bar) -> None:
    bar.resize(bar.minimumSizeHint().width(), 44)
    bar.tell(bar.title, told=False)
    bar.fit()
    assert bar.shown == ["a draft", "Print"]
    bar.tell(bar.title, told=True)
    bar.fit()
    assert bar.shown == ["January", "Print"]
    assert bar.given_up == {bar.more, bar.hint}


def test_a_part_says_it_in_short_before_another_goes(bar: Bar) -> None:
    def say(short: bool) -> None:  # noqa: FBT001 -- as the bar asks it
        bar.title.setText("Jan" if short else "January and its days")

    bar.take((), gives_up=[Shortened(bar.title, say), (bar.hint,), (bar.more,)])
    bar.fit()
    assert bar.shown[0] == "January and its days"
    wanted = sum(part.sizeHint().width() for part in (bar.title, bar.more, bar.hint, bar.field))
    bar.resize(wanted - 20, 44)
    assert bar.shown[0] == "Jan"
    assert bar.shortened == {bar.title}
    bar.resize(600, 44)
    assert bar.shown == ["January and its days", "a draft", "hint", "Print"]
    least = bar.minimumSizeHint().width()
    bar.resize(least, 44)
    assert bar.minimumSizeHint().width() == least
    assert bar.shown == ["Jan", "Print"]
