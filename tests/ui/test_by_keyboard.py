"""All of the desk by keyboard: where it begins, what Enter and Esc do, which key does what."""

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import SIGNAL, QObject, Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QMenu,
    QPushButton,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from focusdesk.ui.desk.action_table import ACTIONS, ActionRow
from tests.ui.accessible_words import name_of
from tests.ui.every_window import (
    WINDOWS,
    Arrive,
    Opening,
    comparison,
    controls_in,
    print_preview,
    segregation,
)
from tests.ui.window_words import Window, copied, open_window
from tests.ui.words import focused, press, reached_by_tab

ASKING = [each for each in WINDOWS if each.begins_at]
ANSWERED = [each for each in WINDOWS if each.answers]
DIALOGS = [each for each in ASKING if each.with_store]
NATIVE = QKeySequence.SequenceFormat.NativeText


@pytest.fixture
def window(light: QApplication, qtbot: QtBot, two_months: Path, tmp_path: Path) -> Window:
    del light
    return open_window(qtbot, tmp_path, copied(two_months, tmp_path))


def letters(texts: Iterable[str]) -> list[str]:
    """Give the letters that are underlined in words, small."""
    keys = (QKeySequence.mnemonic(text).toString() for text in texts)
    return [key.removeprefix("Alt+").casefold() for key in keys if key]


def twice(keys: Iterable[str]) -> list[str]:
    """Give what is there more than once."""
    return [key for key, count in Counter(keys).items() if count > 1]


def words_with_letters(window: QWidget) -> Iterator[str]:
    """Give the words of a window whose underlined letters would do something now."""
    for each in window.findChildren(QWidget):
        if not each.isVisible() or each.window() is not window.window():
            continue
        if isinstance(each, QAbstractButton) or (isinstance(each, QLabel) and each.buddy()):
            yield each.text()
        elif isinstance(each, QTabBar):
            yield from (each.tabText(at) for at in range(each.count()))
        yield from (action.text() for action in _bar_of(each))


def _bar_of(widget: QWidget) -> list[QAction]:
    return widget.actions() if widget.metaObject().className() == "QMenuBar" else []


@pytest.mark.parametrize("opening", ASKING, ids=lambda opening: opening.name)
def test_a_window_begins_with_the_keyboard_where_it_is_needed(
    arrive: Arrive, opening: Opening
) -> None:
    arrive(opening)
    assert name_of(focused()).startswith(opening.begins_at)


@pytest.mark.parametrize("opening", ANSWERED, ids=lambda opening: opening.name)
def test_enter_gives_the_answer_that_stands_out(arrive: Arrive, opening: Opening) -> None:
    _, shown = arrive(opening)
    (button,) = (each for each in shown.findChildren(QPushButton) if each.isDefault())
    assert button.text().replace("&", "").removesuffix("\u2026") == opening.answers
    assert button.isEnabled()
    pressed: list[str] = []
    button.clicked.disconnect()
    button.clicked.connect(lambda: pressed.append("once"))
    press(Qt.Key.Key_Return)
    assert pressed == ["once"]


@pytest.mark.parametrize("opening", DIALOGS, ids=lambda opening: opening.name)
def test_enter_presses_the_button_that_has_the_keyboard_and_no_other(
    arrive: Arrive, opening: Opening
) -> None:
    _, shown = arrive(opening)
    pressed: list[QPushButton] = []
    buttons = [each for each in shown.findChildren(QPushButton) if each.isVisibleTo(shown)]
    for each in buttons:
        QObject.disconnect(each, SIGNAL("clicked(bool)"), None, None)  # pyright: ignore[reportCallIssue, reportArgumentType] -- any slot
        each.clicked.connect(partial(pressed.append, each))
    reached = [each for each in controls_in(shown) if isinstance(each, QPushButton)]
    for each in reached:
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            pressed.clear()
            each.setFocus()
            press(key)
            assert pressed == [each]


@pytest.mark.parametrize("opening", DIALOGS, ids=lambda opening: opening.name)
def test_esc_closes_every_dialog(arrive: Arrive, qtbot: QtBot, opening: Opening) -> None:
    window, shown = arrive(opening)
    kind = type(shown)
    press(Qt.Key.Key_Escape, times=2 if "seeking" in opening.name else 1)
    qtbot.waitUntil(lambda: not [*_shown(window, kind)])


def _shown(window: Window, kind: type[QWidget]) -> Iterator[QWidget]:
    return (each for each in window.frame.findChildren(kind) if each.isVisible())


def test_esc_leads_back_from_the_comparison(window: Window) -> None:
    window.do("compare")
    press(Qt.Key.Key_Escape)
    assert window.main.pages.currentWidget() is window.desk
    assert focused() is window.tabs.current_page()


@pytest.mark.parametrize("opening", WINDOWS, ids=lambda opening: opening.name)
def test_an_underlined_letter_stands_for_one_thing(arrive: Arrive, opening: Opening) -> None:
    _, shown = arrive(opening)
    assert not twice(letters(words_with_letters(shown)))


def test_an_underlined_letter_stands_for_one_thing_in_every_menu(window: Window) -> None:
    for menu in window.frame.findChildren(QMenu):
        seen = [action.text() for action in menu.actions() if action.isVisible()]
        assert not twice(letters(seen)), menu.title()


@pytest.mark.parametrize("row", ACTIONS, ids=lambda row: row.id)
def test_whatever_can_be_done_stands_in_a_menu_with_its_letter_and_its_key(
    window: Window, row: ActionRow
) -> None:
    table = window.main.actions_table
    action = table[row.id]
    assert action in table.menu(row.menu).actions()
    assert letters([action.text()])
    if row.keys:
        beside = action.text().partition("\t")[2] or action.shortcut().toString(NATIVE)
        assert QKeySequence(beside) == QKeySequence(row.keys[0])


@pytest.mark.parametrize(
    "opening",
    [each for each in WINDOWS if each.open in (segregation, comparison, print_preview)],
    ids=lambda opening: opening.name,
)
def test_no_key_does_two_things(arrive: Arrive, opening: Opening) -> None:
    _, shown = arrive(opening)
    assert not twice(keys_of(shown))


def keys_of(window: QWidget) -> Iterator[str]:
    """Give the keys that a window reads wherever in it the keyboard is."""
    reading = (
        Qt.ShortcutContext.WindowShortcut,
        Qt.ShortcutContext.ApplicationShortcut,
    )
    for action in window.findChildren(QAction):
        if action.shortcutContext() in reading and _window_of(action) is window:
            yield from (keys.toString() for keys in action.shortcuts())
    for shortcut in window.findChildren(QShortcut):
        if shortcut.context() in reading and shortcut.isEnabled():
            yield shortcut.key().toString()


def _window_of(action: QAction) -> QWidget | None:
    parent = action.parent()
    while isinstance(parent, QMenu):
        parent = parent.parentWidget()
    return parent.window() if isinstance(parent, QWidget) else None


def test_tab_and_f6_lead_everywhere_on_the_desk_and_out_again(window: Window) -> None:
    assert window.tabs.go_to("7047")
    press(Qt.Key.Key_9, times=10)
    press(Qt.Key.Key_Return)  # a finding, so that there is a list of them
    reached: set[QWidget] = set()
    panes: list[QWidget] = []
    while focused() not in panes:
        panes.append(focused())
        reached |= reached_by_tab()
        panes[-1].setFocus()
        press(Qt.Key.Key_F6)
    assert len(panes) >= 4
    assert {*controls_in(window.frame)} <= reached
