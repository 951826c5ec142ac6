"""The store is written, and cannot be read a moment later: the edit is kept, and that is said."""

import sqlite3
from collections.abc import Callable, Generator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from focusdesk.filing.notice_book import NoticeBook
from focusdesk.store.filing_store import SqliteFilingStore
from tests.ui.window_words import Window, copied, open_window
from tests.ui.words import CTRL, JANUARY, press, write


@pytest.fixture
def window(light: QApplication, qtbot: QtBot, two_months: Path, tmp_path: Path) -> Window:
    del light
    window = open_window(qtbot, tmp_path, copied(two_months, tmp_path))
    window.desk.show_month(window.month(JANUARY), "7080")
    NoticeBook(window.session).mark_complete("segregation")
    return window


@contextmanager
def locked_after(
    window: Window, write: str, monkeypatch: pytest.MonkeyPatch
) -> Generator[None, None, None]:
    """Let another program lock the file as soon as something has been written."""
    store = window.desk.register.store
    assert isinstance(store, SqliteFilingStore)
    driver = store._database.driver  # pyright: ignore[reportPrivateUsage]
    driver.execute("PRAGMA busy_timeout = 0")  # a test does not wait
    locker = sqlite3.connect(store.path, isolation_level=None)
    written: Callable[..., object] = getattr(store, write)

    def write_and_lose(*given: object, **named: object) -> object:
        result = written(*given, **named)
        locker.execute("BEGIN EXCLUSIVE")
        return result

    with monkeypatch.context() as patch:
        patch.setattr(store, write, write_and_lose)
        try:
            yield
        finally:
            locker.close()


def test_an_edit_is_kept_told_and_can_be_undone(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    with locked_after(window, "record", monkeypatch):
        write("5")
        press(Qt.Key.Key_Return)

    assert window.said.startswith("7080  ")
    assert window.notice.windowTitle() == "Saved, but its marks could not be read"
    assert window.notice.sentence.startswith('Another program is using "')
    assert "Nothing was saved" not in window.notice.sentence
    assert window.session.value("7080") == 5
    window.notice.accept()

    press(Qt.Key.Key_Z, CTRL)

    assert window.session.value("7080") is None
    assert window.said.startswith("Undone: 7080  5 \u2192 blank")
    assert NoticeBook(window.session).complete_schedules() == frozenset()


def test_a_note_is_kept_and_its_mark_comes_with_the_next_change(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    with locked_after(window, "write_note", monkeypatch):
        window.session.write_note("7080", "from the ledger")
    assert window.notice.windowTitle() == "Saved, but its marks could not be read"
    window.notice.accept()

    window.session.write_note("7090", "from the broker")

    page = window.tabs.current_page()
    assert page is not None
    told = str(page.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole))
    assert "has a note" in told


def test_an_undo_says_that_it_took_a_complete_page_into_work(window: Window) -> None:
    write("5")
    press(Qt.Key.Key_Return)
    assert window.said.endswith(" \u00b7 Segregation is in work again")
    NoticeBook(window.session).mark_complete("segregation")

    window.do("undo")

    assert window.said == "Undone: 7080  5 \u2192 blank \u00b7 Segregation is in work again"
    window.do("redo")
    assert window.said == "Done again: 7080  blank \u2192 5"
