"""The keys of entry do the same at every box of every schedule."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from focusdesk.form.box import Box, BoxKind, Value
from tests.ui.page.test_page_moves import SCHEDULES
from tests.ui.words import CTRL, NO_KEY, SHIFT, Pages, editor, focused, press, write

Key = Qt.Key
TICKED = (BoxKind.CHECK, BoxKind.YES_NO)
WRITTEN: dict[BoxKind, tuple[str, Value]] = {
    BoxKind.AMOUNT: ("17", 17),
    BoxKind.TEXT: ("ZZ", "ZZ"),
    BoxKind.DATE: ("02/03/14", dt.date(2014, 2, 3)),
    BoxKind.CHECK: ("x", True),
    BoxKind.YES_NO: ("n", False),
}
LEAVING = (
    (Key.Key_Return, NO_KEY),
    (Key.Key_Enter, NO_KEY),
    (Key.Key_Return, SHIFT),
    (Key.Key_Tab, NO_KEY),
    (Key.Key_Backtab, SHIFT),
    (Key.Key_Down, NO_KEY),
    (Key.Key_Up, NO_KEY),
    (Key.Key_PageDown, NO_KEY),
    (Key.Key_PageUp, NO_KEY),
)


@pytest.fixture(params=SCHEDULES)
def page(request: pytest.FixtureRequest, pages: Pages) -> Pages:
    """Each schedule of the form in its turn."""
    pages.tabs.setCurrentIndex(SCHEDULES.index(request.param))
    return pages


def boxes(page: Pages, *, computed: bool) -> list[Box]:
    every = (page.model.box(code) for code in page.model.grid.cells)
    return [box for box in every if box.is_computed is computed]


def typed_boxes(page: Pages) -> list[Box]:
    """The boxes that are typed into, and not ticked."""
    return [box for box in boxes(page, computed=False) if box.kind not in TICKED]


def test_typing_replaces_and_every_key_that_leaves_takes_the_entry(page: Pages) -> None:
    for at, box in enumerate(typed_boxes(page)):
        text, value = WRITTEN[box.kind]
        page.tabs.go_to(box.code)
        write(text)
        open_ = editor(page)
        assert open_ is not None
        assert open_.text() == text, box.code
        press(*LEAVING[at % len(LEAVING)])
        assert page.session.value(box.code) == value, box.code
        assert editor(page) is None


@pytest.mark.parametrize(("key", "modifiers"), LEAVING)
def test_the_key_that_leaves_an_entry_leads_to_where_it_leads_without_one(
    pages: Pages, key: Qt.Key, modifiers: Qt.KeyboardModifier
) -> None:
    for code in ("13", "7110", "7230", "7315", "7540", "8520", "7465"):
        pages.tabs.go_to(code)
        press(key, modifiers)
        there = pages.tabs.current_code()
        pages.tabs.go_to(code)
        write(WRITTEN[pages.model.box(code).kind][0])
        press(key, modifiers)
        assert pages.tabs.current_code() == there


def test_escape_restores_whatever_was_typed(page: Pages) -> None:
    before = page.session.worksheet.values()
    for box in typed_boxes(page):
        page.tabs.go_to(box.code)
        write(WRITTEN[box.kind][0])
        press(Key.Key_Escape)
        assert page.tabs.current_code() == box.code
        press(Key.Key_Backspace)
        press(Key.Key_Escape)
        assert editor(page) is None
    assert page.session.worksheet.values() == before
    assert page.changed == []


def test_f2_edits_at_the_end_and_changes_nothing_by_itself(page: Pages) -> None:
    before = page.session.worksheet.values()
    for box in typed_boxes(page):
        page.tabs.go_to(box.code)
        press(Key.Key_F2)
        open_ = editor(page)
        assert open_ is not None
        assert open_.cursorPosition() == len(open_.text())
        assert not open_.hasSelectedText()
        press(Key.Key_Return)
    assert page.session.worksheet.values() == before
    assert page.changed == []


def test_delete_blanks_at_once_and_undo_brings_it_back(page: Pages) -> None:
    for box in boxes(page, computed=False):
        page.tabs.go_to(box.code)
        before = page.session.value(box.code)
        press(Key.Key_Delete)
        assert page.session.value(box.code) is None
        assert page.tabs.current_code() == box.code
        if before is not None:
            page.undo.undo()
        assert page.session.value(box.code) == before


def test_a_tick_and_an_answer_are_given_by_their_letter_and_turned_by_space(page: Pages) -> None:
    for box in boxes(page, computed=False):
        if box.kind not in TICKED:
            continue
        page.tabs.go_to(box.code)
        press(Key.Key_Delete)
        write(WRITTEN[box.kind][0].upper())
        assert page.session.value(box.code) is WRITTEN[box.kind][1], box.code
        press(Key.Key_Space)
        turned = None if box.kind is BoxKind.CHECK else True
        assert page.session.value(box.code) is turned
        press(Key.Key_F2)
        assert editor(page) is None


def test_a_computed_box_lets_every_key_of_entry_know_why_it_takes_none(page: Pages) -> None:
    for box in boxes(page, computed=True):
        for act in (
            lambda: write("5"),
            lambda: press(Key.Key_F2),
            lambda: press(Key.Key_Delete),
            lambda: press(Key.Key_Backspace),
        ):
            page.tabs.go_to(box.code)
            page.refused.clear()
            act()
            assert [code for code, _ in page.refused] == [box.code]
            assert page.refused[0][1].startswith(f"{box.code} is computed")
            assert editor(page) is None
    assert page.changed == []


def test_home_and_end_move_within_what_is_typed(page: Pages) -> None:
    box = typed_boxes(page)[0]
    page.tabs.go_to(box.code)
    write("12")
    press(Key.Key_Home)
    write("3")
    open_ = editor(page)
    assert open_ is not None
    assert open_.text() == "312"
    press(Key.Key_End)
    write("4")
    assert open_.text() == "3124"
    press(Key.Key_A, CTRL)
    QTest.keyClicks(focused(), "5")
    assert open_.text() == "5"
