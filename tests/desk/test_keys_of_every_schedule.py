"""Every key of the desk means the same in every schedule, and every command stands in a menu."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from focusdesk.catalog.loader import load_editions
from focusdesk.ui.desk.action_table import ACTIONS, ActionRow
from tests.desk.keyboard_words import keys, typed
from tests.desk.page_words import PageAtHand, begin_again, title_in_front
from tests.ui.conftest import PatientBot
from tests.ui.window_words import Window, open_window
from tests.ui.words import focused

SCHEDULES = [schedule.id for schedule in load_editions()["2014-01"].schedules]


@pytest.fixture(scope="module")
def window(
    light: QApplication,
    two_months: Path,
    tmp_path_factory: pytest.TempPathFactory,
    request: pytest.FixtureRequest,
) -> Iterator[Window]:
    """One window for all keys: each begins again where it was."""
    del light
    folder = tmp_path_factory.mktemp("keys")
    store = Path(shutil.copy(two_months, folder / "firm.focusdesk"))
    window = open_window(PatientBot(request), folder, store)
    yield window
    window.frame.close()


@pytest.fixture(params=SCHEDULES)
def page(window: Window, qtbot: QtBot, request: pytest.FixtureRequest) -> Iterator[PageAtHand]:
    del qtbot
    at = SCHEDULES.index(request.param)
    begin_again(window, at + 1)
    page = PageAtHand(window, window.session.edition.schedules[at])
    assert page.here == page.rows[0][0]
    assert page.has_keyboard
    yield page
    begin_again(window, at + 1)


def a_character_replaces_what_the_box_holds(page: PageAtHand) -> None:
    code = page.go_to_a_figure()
    typed("7")
    assert page.typing is not None
    assert page.typing.text() == "7"
    keys("Enter")
    assert page.held(code) in (7, "7")


def f2_goes_on_at_the_end_of_what_the_box_holds(page: PageAtHand) -> None:
    code = page.go_to_a_figure()
    held = page.held(code)
    keys("F2")
    assert page.typing is not None
    assert page.typing.text() == str(held)
    assert page.typing.cursorPosition() == len(str(held))
    typed("7")
    keys("Enter")
    assert page.held(code) == (int(f"{held}7") if isinstance(held, int) else f"{held}7")


def esc_gives_up_what_was_typed(page: PageAtHand) -> None:
    code = page.go_to_a_figure()
    held = page.held(code)
    typed("7")
    keys("Esc")
    assert page.typing is None
    assert (page.here, page.held(code)) == (code, held)
    assert page.has_keyboard


def enter_goes_to_the_next_line_that_can_be_entered(page: PageAtHand) -> None:
    lines = page.rows_to_enter
    for line, stop in zip(lines, page.walk("Enter"), strict=True):
        assert stop in line
    for line, stop in zip(reversed(lines), page.walk("Shift+Enter"), strict=True):
        assert stop in line


def tab_goes_to_the_next_box_that_can_be_entered(page: PageAtHand) -> None:
    assert page.walk("Tab") == page.entered
    assert page.walk("Shift+Tab") == page.entered[::-1]


def the_arrows_reach_every_line_and_every_box_of_it(page: PageAtHand) -> None:
    reached: set[str] = set()
    for line, stop in zip(page.rows, page.walk("Down"), strict=True):
        assert stop in line
    for line, stop in zip(reversed(page.rows), page.walk("Up"), strict=True):
        assert stop in line
    for _ in page.rows:
        keys("Home")
        assert page.walk("Right") == page.row
        assert page.walk("Left") == page.row[::-1]
        reached.update(page.row)
        keys("Down")
    assert reached == {box.code for box in page.boxes}


def home_and_end_go_to_the_ends_of_the_line(page: PageAtHand) -> None:
    for _ in page.rows:
        keys("End")
        assert page.here == page.row[-1]
        keys("Home")
        assert page.here == page.row[0]
        keys("Down")


def ctrl_home_and_ctrl_end_go_to_the_ends_of_the_page(page: PageAtHand) -> None:
    keys("Ctrl+End")
    assert page.here == page.rows[-1][-1]
    keys("Ctrl+Home")
    assert page.here == page.rows[0][0]
    shown = page.window.tabs.current_page()
    assert shown is not None
    assert shown.selection.codes == (page.here,), "Del would blank what is selected"


def page_down_and_page_up_go_as_far_as_is_seen(page: PageAtHand) -> None:
    down = page.walk("PgDown")
    assert page.here in page.rows[-1]
    assert len(down) < len(page.rows)
    page.walk("PgUp")
    assert page.here in page.rows[0]


def ctrl_page_down_turns_to_the_next_schedule(page: PageAtHand) -> None:
    at, tabs = page.window.tabs.currentIndex(), page.window.tabs
    keys("Ctrl+PgDown")
    assert tabs.currentIndex() == min(at + 1, tabs.count() - 1)
    assert page.has_keyboard
    # The overview stands before the first schedule, and Alt+1 leads to that.
    keys(f"Alt+{at}", "Ctrl+PgUp")
    assert tabs.currentIndex() == at - 1
    assert page.has_keyboard or (tabs.shows_front and tabs.isAncestorOf(focused()))


def del_blanks_what_can_be_entered_and_nothing_else(page: PageAtHand) -> None:
    code = page.go_to_a_figure()
    keys("Del")
    assert page.held(code) is None
    for computed in page.computed[:1]:
        held = page.held(computed)
        assert page.window.tabs.go_to(computed)
        keys("Del")
        assert page.held(computed) == held


def ctrl_c_copies_and_ctrl_v_pastes(page: PageAtHand) -> None:
    code = page.go_to_a_figure()
    held = page.held(code)
    keys("Ctrl+C")
    assert QGuiApplication.clipboard().text().strip() == str(held)
    keys("Del", "Ctrl+V")
    assert page.held(code) == held


def ctrl_x_copies_and_blanks(page: PageAtHand) -> None:
    code = page.go_to_a_figure()
    held = page.held(code)
    keys("Ctrl+X")
    assert page.held(code) is None
    assert QGuiApplication.clipboard().text().strip() == str(held)


def ctrl_z_undoes_and_ctrl_y_or_ctrl_shift_z_does_it_again(page: PageAtHand) -> None:
    code = page.go_to_a_figure()
    held = page.held(code)
    for redo in ("Ctrl+Y", "Ctrl+Shift+Z"):
        typed("7")
        keys("Enter", "Ctrl+Z")
        assert (page.here, page.held(code)) == (code, held)
        keys(redo)
        assert (page.here, page.held(code)) == (code, 7 if isinstance(held, int) else "7")
        keys("Ctrl+Z")


def ctrl_d_takes_last_months_value(page: PageAtHand) -> None:
    code = page.go_to_a_figure()
    typed("7")
    keys("Enter", "Ctrl+Z", "Ctrl+Y", "Ctrl+D")
    assert page.held(code) == page.held_in_december(code)


def ctrl_g_goes_to_a_code(page: PageAtHand) -> None:
    code = page.boxes[-1].code
    keys("Ctrl+G")
    assert not page.has_keyboard
    typed(code)
    keys("Return")
    assert page.here == code
    assert page.has_keyboard


def ctrl_f_finds_words_and_esc_leaves(page: PageAtHand) -> None:
    keys("Ctrl+F")
    typed(page.boxes[-1].code)
    assert page.here == page.boxes[-1].code
    keys("Esc")
    assert page.here == page.boxes[-1].code
    assert page.has_keyboard


def f8_goes_to_the_next_finding_and_shift_f8_back(page: PageAtHand) -> None:
    for code in ("7045", "7315"):  # below what is subtracted from it; below zero
        assert page.window.tabs.go_to(code)
        typed("-1")
        keys("Enter")
    findings = [set(finding.codes) for finding in page.window.session.checks.for_review()]
    assert len(findings) > 1
    keys(f"Alt+{SCHEDULES.index(page.schedule.id) + 1}", "F8")
    first = page.here
    assert any(first in codes for codes in findings)
    keys("F8")
    assert any(page.here in codes for codes in findings)
    keys("Shift+F8")
    assert page.here == first


def f9_says_why_and_esc_comes_back(page: PageAtHand) -> None:
    here = page.here
    keys("F9")
    explain = page.window.desk.explain
    there = QApplication.focusWidget()
    assert there is not None
    assert explain is there or explain.isAncestorOf(there)
    keys("Esc")
    assert page.here == here
    assert page.has_keyboard


def ctrl_brackets_go_to_what_feeds_a_box_and_to_what_it_feeds(page: PageAtHand) -> None:
    formulas = page.window.session.plan.calculation.formulas
    for computed in page.computed[:1]:
        assert page.window.tabs.go_to(computed)
        keys("Ctrl+[")
        if QApplication.activePopupWidget() is not None:
            keys("Return")
        read = page.here
        assert read in formulas[computed].codes
        keys("Ctrl+]")
        if QApplication.activePopupWidget() is not None:
            keys("Return")
        assert read in formulas[page.here].codes
    if not page.computed:
        keys("Ctrl+[")
        assert page.window.said == f"{page.here} is entered and follows from no other box."


def shift_f2_writes_a_note(page: PageAtHand) -> None:
    code = page.go_to_a_figure()
    keys("Shift+F2")
    assert title_in_front().startswith("Note")
    keys("Ctrl+A")
    typed("ask Tiberio")
    keys("Ctrl+Return")
    assert page.has_keyboard
    assert page.window.session.notes()[code].text == "ask Tiberio"


def ctrl_k_opens_the_palette(page: PageAtHand) -> None:
    keys("Ctrl+K")
    assert not page.has_keyboard
    keys("Esc")
    assert page.has_keyboard


def f1_helps_on_the_line_and_pressed_again_shows_the_keys(page: PageAtHand) -> None:
    keys("F1")
    assert page.here in page.window.said
    assert page.has_keyboard
    keys("F1")
    assert title_in_front().startswith("Keys")
    keys("Esc")
    assert page.has_keyboard


def ctrl_p_shows_the_print(page: PageAtHand) -> None:
    keys("Ctrl+P")
    assert title_in_front() != page.window.frame.windowTitle()
    keys("Esc")
    assert page.has_keyboard


def alt_left_goes_back_and_alt_right_forward(page: PageAtHand) -> None:
    here, there = page.here, "7240" if page.schedule.id != "dealer_options" else "7190"
    keys("Ctrl+G")
    typed(there)
    keys("Return", "Alt+Left")
    assert page.here == here
    assert page.has_keyboard
    keys("Alt+Right")
    assert page.here == there
    assert page.has_keyboard


RULES: list[Callable[[PageAtHand], None]] = [
    a_character_replaces_what_the_box_holds,
    f2_goes_on_at_the_end_of_what_the_box_holds,
    esc_gives_up_what_was_typed,
    enter_goes_to_the_next_line_that_can_be_entered,
    tab_goes_to_the_next_box_that_can_be_entered,
    the_arrows_reach_every_line_and_every_box_of_it,
    home_and_end_go_to_the_ends_of_the_line,
    ctrl_home_and_ctrl_end_go_to_the_ends_of_the_page,
    page_down_and_page_up_go_as_far_as_is_seen,
    ctrl_page_down_turns_to_the_next_schedule,
    del_blanks_what_can_be_entered_and_nothing_else,
    ctrl_c_copies_and_ctrl_v_pastes,
    ctrl_x_copies_and_blanks,
    ctrl_z_undoes_and_ctrl_y_or_ctrl_shift_z_does_it_again,
    ctrl_d_takes_last_months_value,
    ctrl_g_goes_to_a_code,
    ctrl_f_finds_words_and_esc_leaves,
    f8_goes_to_the_next_finding_and_shift_f8_back,
    f9_says_why_and_esc_comes_back,
    ctrl_brackets_go_to_what_feeds_a_box_and_to_what_it_feeds,
    shift_f2_writes_a_note,
    ctrl_k_opens_the_palette,
    f1_helps_on_the_line_and_pressed_again_shows_the_keys,
    ctrl_p_shows_the_print,
    alt_left_goes_back_and_alt_right_forward,
]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_in_every_schedule(page: PageAtHand, rule: Callable[[PageAtHand], None]) -> None:
    rule(page)


def _in_menus(menu: QMenu) -> Iterator[QAction]:
    for action in menu.actions():
        yield action
        submenu = action.menu()
        if isinstance(submenu, QMenu):
            yield from _in_menus(submenu)


@pytest.mark.parametrize("row", ACTIONS, ids=lambda row: row.id)
def test_every_command_stands_in_a_menu_with_its_keys(window: Window, row: ActionRow) -> None:
    menus = [action.menu() for action in window.frame.menuBar().actions()]
    listed = [each for menu in menus if isinstance(menu, QMenu) for each in _in_menus(menu)]
    action = window.main.actions_table[row.id]
    assert action in listed
    if row.keys:
        shown = QKeySequence(row.keys[0]).toString(QKeySequence.SequenceFormat.NativeText)
        assert action.text().endswith(f"\t{row.keys[0]}") or action.shortcut().toString() == shown


def test_every_key_of_the_specification_is_in_the_table_of_commands() -> None:
    specified = (
        *("F2", "Del", "Ctrl+C", "Ctrl+X", "Ctrl+V", "Ctrl+Z", "Ctrl+Y", "Ctrl+Shift+Z"),
        *("Ctrl+D", "Ctrl+G", "Ctrl+F", "F8", "Shift+F8", "F9", "Ctrl+[", "Ctrl+]", "Shift+F2"),
        *("Ctrl+K", "F1", "Ctrl+P", "Alt+Left", "Alt+Right", "Ctrl+PgUp", "Ctrl+PgDown"),
        *("Ctrl++", "Ctrl+-", "Ctrl+0"),
    )
    listed = {key for row in ACTIONS for key in row.keys}
    assert set(specified) <= listed
