"""Ten thousand keys and commands at random: nothing breaks, and every figure can be taken back."""

from collections.abc import Generator, Mapping, Sized
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from focusdesk.calc.worksheet import Worksheet
from focusdesk.catalog.loader import load_editions
from focusdesk.filing.filing import Filing
from focusdesk.filing.listed_findings import FindingList
from focusdesk.filing.register import Register
from focusdesk.form.box import Value
from focusdesk.form.edition import Edition
from focusdesk.store.opening import open_store
from focusdesk.store.verify import verify
from tests.desk.desk_words import as_shown, shown_texts
from tests.desk.keyboard_words import keys
from tests.desk.restless_hand import RestlessHand
from tests.ui.window_words import Window, copied, open_window

SEEDS = range(10)
KEYS_AND_COMMANDS = 1000  # for each seed: ten thousand in all, shared out among the cores
LOOKS = 20

Figures = Mapping[int, Mapping[str, Value]]
"""What every box of every month holds, by the number of its filing."""


@cache
def _editions() -> Mapping[str, Edition]:
    return load_editions()


@contextmanager
def _told(hand: RestlessHand, seed: int) -> Generator[None]:
    """Say what the hand did last when something fails."""
    try:
        yield
    except BaseException as error:
        error.add_note(f"Seed {seed}. The last steps:\n  " + "\n  ".join(hand.done))
        raise


def _assert_screen_equals_store_equals_recompute(window: Window) -> None:
    session, boxes = window.session, window.session.edition.boxes
    kept = Register(session.store, _editions()).open(session.filing)
    recomputed = Worksheet(session.edition, kept.worksheet.entered()).values()
    assert session.worksheet.values() == recomputed
    assert kept.worksheet.values() == recomputed
    assert [session.typed(code) for code in boxes] == [kept.typed(code) for code in boxes]
    shown = shown_texts(window)
    assert shown == {code: as_shown(boxes, recomputed)[code] for code in shown}
    assert window.desk.findings.listed == FindingList(kept).listed()
    history = kept.history()
    steps = window.desk.open_filings.undo.activeStack()
    assert (steps.index(), steps.count()) == (
        len(history.undoable),
        len(history.undoable) + len(history.redoable),
    )


def _figures(store: Path) -> Figures:
    """Read every month of a store, as another program would."""
    with open_store(store) as kept:
        register = Register(kept, _editions())
        return {it.id: register.open(it).worksheet.values() for it in kept.filings()}


def _undo_all(window: Window) -> Mapping[int, int]:
    """Go as far back as every month's history goes; say how many steps each month had."""
    taken: dict[int, int] = {}
    for filing in window.desk.filings:
        assert window.desk.show_month(filing)
        taken[filing.id] = 0
        while window.main.actions_table["undo"].isEnabled():
            keys("Ctrl+Z")
            taken[filing.id] += 1
    return taken


def _redo(window: Window, taken: Mapping[int, int]) -> None:
    """Go forward again, by as many steps in each month."""
    for filing in window.desk.filings:
        assert window.desk.show_month(filing)
        keys(*["Ctrl+Y"] * taken[filing.id])


def _beginnings(store: Path, start: Figures) -> Figures:
    """Say where each month's history begins: the months of before, and those started since."""
    with open_store(store) as kept:
        register = Register(kept, _editions())
        return {it.id: start.get(it.id) or _as_started(register, it) for it in kept.filings()}


def _as_started(register: Register, filing: Filing) -> Mapping[str, Value]:
    edition = register.edition_of(filing)
    period = filing.period
    dates = {edition.begins_code: period.first_day, edition.as_of_code: period.last_day}
    return Worksheet(edition, dates).values()


def _put_down(window: Window) -> None:
    """Give up what is being typed, and go back to the desk."""
    keys("Esc", "Alt+1", "Esc", "Alt+1")
    assert window.main.comparison is None
    assert window.desk.finish_entry()


def _let_loose(window: Window, hand: RestlessHand, uncaught: Sized) -> None:
    while hand.pressed < KEYS_AND_COMMANDS:
        for _ in range(LOOKS):
            hand.step()
            assert not uncaught
        _assert_screen_equals_store_equals_recompute(window)
    _put_down(window)


@pytest.mark.parametrize("seed", SEEDS)
def test_whatever_is_pressed_the_figures_hold_and_can_be_taken_back(
    light: QApplication, qtbot: QtBot, two_months: Path, tmp_path: Path, seed: int
) -> None:
    del light
    store = copied(two_months, tmp_path)
    start = _figures(store)
    window = open_window(qtbot, tmp_path, store)
    hand = RestlessHand(window, seed)
    with _told(hand, seed), qtbot.capture_exceptions() as uncaught:
        _let_loose(window, hand, uncaught)
        end, beginning = _figures(store), _beginnings(store, start)

        taken = _undo_all(window)
        assert _figures(store) == beginning
        _redo(window, taken)
        assert _figures(store) == end
        window.frame.close()
        assert not verify(store)

        again = open_window(qtbot, tmp_path, store)
        assert _undo_all(again) == taken
        assert _figures(store) == beginning
        _redo(again, taken)
        assert _figures(store) == end
        _assert_screen_equals_store_equals_recompute(again)
        assert not uncaught
