"""What was typed for a command that could not be had is kept out of the entry that stands."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from focusdesk.ui.page.entry_hold import EntryHold, Held

Key = Qt.Key


def _event(key: Qt.Key, text: str = "") -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, text)


def test_without_a_command_everything_is_let_through() -> None:
    hold = EntryHold()
    for key, text in ((Key.Key_7, "7"), (Key.Key_Return, "\r"), (Key.Key_Escape, "")):
        assert hold.key(_event(key, text)) is Held.LET_THROUGH


def test_what_types_is_kept_out_and_so_is_the_enter_that_ends_it() -> None:
    hold = EntryHold()
    hold.begin()
    assert hold.key(_event(Key.Key_7, "7")) is Held.KEPT_OUT
    assert hold.key(_event(Key.Key_Return, "\r")) is Held.KEPT_OUT
    assert hold.key(_event(Key.Key_Return, "\r")) is Held.LET_THROUGH, "this one is meant"
    assert hold.key(_event(Key.Key_7, "7")) is Held.KEPT_OUT, "and it mends nothing"


def test_enter_with_nothing_typed_before_it_is_meant_for_the_entry() -> None:
    hold = EntryHold()
    hold.begin()
    assert hold.key(_event(Key.Key_Return, "\r")) is Held.LET_THROUGH


@pytest.mark.parametrize("key", [Key.Key_Backspace, Key.Key_Left, Key.Key_Home, Key.Key_Delete])
def test_a_key_that_mends_lets_typing_through_from_then_on(key: Qt.Key) -> None:
    hold = EntryHold()
    hold.begin()
    assert hold.key(_event(key)) is Held.LET_THROUGH
    assert hold.key(_event(Key.Key_7, "7")) is Held.LET_THROUGH


def test_f2_mends_and_escape_gives_up() -> None:
    hold = EntryHold()
    hold.begin()
    assert hold.key(_event(Key.Key_Escape)) is Held.GIVES_UP
    assert hold.key(_event(Key.Key_F2)) is Held.MENDS
    assert hold.key(_event(Key.Key_7, "7")) is Held.LET_THROUGH


def test_a_key_that_is_only_held_down_with_others_ends_nothing() -> None:
    hold = EntryHold()
    hold.begin()
    assert hold.key(_event(Key.Key_7, "7")) is Held.KEPT_OUT
    assert hold.key(_event(Key.Key_Control)) is Held.LET_THROUGH
    assert hold.key(_event(Key.Key_7, "7")) is Held.KEPT_OUT
