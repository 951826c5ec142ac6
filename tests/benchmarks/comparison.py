"""Months side by side: opening 24 and 120 of them, scrolling, and an edit while they are open."""

import os
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from itertools import count
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
from typing import cast

from PySide6.QtWidgets import QApplication

from benchmarks.edit import bare_store, commit
from benchmarks.measure import Measurement, in_turns, median, p99
from benchmarks.scratch import sample_store
from focusdesk.catalog.loader import load_editions
from focusdesk.filing.beside_months import beside_months
from focusdesk.filing.compare import ComparedMonth, Comparison, compare
from focusdesk.filing.comparison_update import after_edit
from focusdesk.filing.edit import Cause, ChangeSet, Edit
from focusdesk.filing.filing import Filing
from focusdesk.filing.register import Register
from focusdesk.store.opening import open_store
from focusdesk.ui.compare.compare_model import CompareModel
from focusdesk.ui.compare.compare_view import CompareView
from focusdesk.ui.look.theme import apply_theme, load_fonts, theme_named

MONTHS = (24, 120)
PAINTING = 0.060
"""Seconds that painting may take beside what the rows take to read."""

FRAME = 1 / 60
CODE = "7100"
ROUNDS = 15
STEPS = 200
EDITS = 300


def measurements() -> Iterator[Measurement]:
    """Compare with bare sqlite3, with a frame of the screen and with a bare commit."""
    app = cast("QApplication", QApplication.instance() or QApplication([]))
    load_fonts()
    apply_theme(app, theme_named("light"))
    with sample_store() as path, open_store(path) as store:
        register = Register(store, load_editions())
        filings = _many_months(register)
        for months in MONTHS:
            yield _opening(app, path, register, filings[-months:])
        view = _open(app, register, filings[-MONTHS[0] :])
        yield _scrolling(app, view)
        with closing(bare_store(path.with_name("bare.sqlite"))) as bare:
            ours, floor = in_turns(_editing(app, view, register), commit(bare), EDITS)
        yield Measurement(
            f"one edit with {MONTHS[0]} months open, p99",
            p99(ours), p99(floor), "a bare two-row commit", 5.0,
        )  # fmt: skip
        view.close()


def _many_months(register: Register) -> Sequence[Filing]:
    """Roll the sample's last month forward until there are as many as are ever compared."""
    filings = sorted(register.store.filings(), key=lambda filing: filing.period)
    last = filings[-1]
    for months in range(1, MONTHS[-1] - len(filings) + 1):
        register.start_month(last.period.plus(months), source=last, with_amounts=True)
    return sorted(register.store.filings(), key=lambda filing: filing.period)


def _open(app: QApplication, register: Register, filings: Sequence[Filing]) -> CompareView:
    """Read months, lay them side by side and paint them."""
    comparison = compare(register.look_at(filings))
    beside = beside_months(comparison, register, register.look_at)
    view = CompareView(CompareModel(comparison, beside=beside))
    view.resize(1280, 760)
    view.show()
    view.go_to(CODE)
    app.processEvents()
    return view


def _opening(
    app: QApplication, path: Path, register: Register, filings: Sequence[Filing]
) -> Measurement:
    views: list[CompareView] = []

    def ours() -> None:
        views.append(_open(app, register, filings))

    with closing(sqlite3.connect(path)) as bare:
        rows = "SELECT code, value FROM entry WHERE filing = ?"
        times, floor = in_turns(
            ours, lambda: [bare.execute(rows, (each.id,)).fetchall() for each in filings], ROUNDS
        )
    for view in views:
        view.close()
        view.deleteLater()
    app.processEvents()
    allowed = 2 * median(floor) + PAINTING
    name = f"opening the comparison of {len(filings)} months"
    return Measurement(name, median(times), allowed, "bare sqlite3 twice and 60 ms", 1.0)


def _scrolling(app: QApplication, view: CompareView) -> Measurement:
    bar = view.months.verticalScrollBar()

    def scroll() -> None:
        bar.setValue((bar.value() + 60) % bar.maximum())
        app.processEvents()

    ours, _ = in_turns(scroll, lambda: None, STEPS)
    return Measurement("scrolling one step, p99", p99(ours), FRAME, "a frame of the screen", 1.0)


def _editing(app: QApplication, view: CompareView, register: Register) -> Callable[[], None]:
    """Edit the last month that is shown, and repaint what differs."""
    model = view.months.model()
    if not isinstance(model, CompareModel):
        message = "The benchmark's table has no comparison."
        raise TypeError(message)
    session = register.open(model.comparison.months[-1].filing)
    figures = count(90_000_000)

    def show(told: ChangeSet) -> None:
        month = ComparedMonth(session.filing, session.edition, session.worksheet.values())
        shown: Comparison = after_edit(model.comparison, month, told.codes)
        beside = model.beside
        model.update(shown, beside.after_edit(month, told.cause) if beside else None)

    session.subscribe(show)

    def edit() -> None:
        session.apply(Edit({CODE: next(figures)}, Cause.TYPED))
        app.processEvents()

    return edit
