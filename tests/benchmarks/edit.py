"""A keystroke's whole journey: parse, recompute, store, signal, repaint."""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from itertools import count
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
from typing import cast

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from benchmarks.measure import Measurement, in_turns, p99
from benchmarks.scratch import sample_store
from focusdesk.app.joined import furnish
from focusdesk.filing.edit import Cause, Edit
from focusdesk.form.period import Period
from focusdesk.ui.main_window import MainWindow
from focusdesk.ui.page.undo import enter
from focusdesk.ui.settings import Settings
from focusdesk.ui.window_frame import WindowFrame

ROUNDS = 500
WARM_UP = 20
SETTLED = 600  # milliseconds
CODE = "7100"


def measurements() -> Iterator[Measurement]:
    """Compare with a bare two-row commit under the same pragmas."""
    app = cast("QApplication", QApplication.instance() or QApplication([]))
    with sample_store() as path, closing(bare_store(path.with_name("bare.sqlite"))) as bare:
        frame = WindowFrame(Settings(path.with_name("desk.ini")))
        frame.resize(1280, 800)
        window = furnish(frame, Settings(path.with_name("desk.ini")))
        frame.show()
        window.begin(path)
        edit = _edit(window, app)
        for _ in range(WARM_UP):
            edit()
        QTest.qWait(SETTLED)  # due dates are looked up once, a moment after the window is seen
        ours, floor = in_turns(edit, commit(bare), ROUNDS)
        frame.close()
    yield Measurement(
        "one edit, keystroke to repaint, p99", p99(ours), p99(floor), "a bare two-row commit", 5.0
    )


def _edit(window: MainWindow, app: QApplication) -> Callable[[], None]:
    """Make the edit that Enter makes, and paint whatever it changed on the open page."""
    desk = window.desk
    if desk is None or not desk.show_month(desk.register.store.find(Period(2014, 1)), CODE):
        message = "The benchmark's month is not on the desk."
        raise RuntimeError(message)
    session, stack = desk.session, desk.open_filings.undo.activeStack()
    if session is None:
        message = "The benchmark's month is not open."
        raise RuntimeError(message)
    box, figures = session.edition.boxes[CODE], count(90_000_000)

    def edit() -> None:
        value = box.parse(f"{next(figures):,}")
        enter(stack, session, Edit({CODE: value}, Cause.TYPED, "7100"))
        app.processEvents()

    return edit


def bare_store(path: Path) -> sqlite3.Connection:
    """Make a database of two tables with the pragmas of a store; the caller closes it."""
    bare = sqlite3.connect(path, isolation_level=None)
    bare.execute("PRAGMA journal_mode=DELETE")
    bare.execute("PRAGMA synchronous=EXTRA")
    bare.execute("CREATE TABLE entry (code TEXT PRIMARY KEY, value TEXT)")
    bare.execute("CREATE TABLE journal (sequence INTEGER PRIMARY KEY, code TEXT, new TEXT)")
    return bare


def commit(bare: sqlite3.Connection) -> Callable[[], None]:
    """Give the least that keeps an edit: two rows in one transaction."""
    figures = count(90_000_000)

    def commit() -> None:
        value = str(next(figures))
        bare.execute("BEGIN IMMEDIATE")
        bare.execute("INSERT OR REPLACE INTO entry VALUES (?, ?)", (CODE, value))
        bare.execute("INSERT INTO journal (code, new) VALUES (?, ?)", (CODE, value))
        bare.execute("COMMIT")

    return commit
