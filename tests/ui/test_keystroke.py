"""The golden thread: what one keystroke does, from the key to the disk. Read this first."""

from random import Random

import pytest
from PySide6.QtCore import Qt

from focusdesk.calc.worksheet import Worksheet
from focusdesk.filing.register import Register
from focusdesk.form.box import show_value
from tests.ui.words import (
    CTRL,
    JANUARY,
    NO_KEY,
    SHIFT,
    Pages,
    editor,
    press,
    shown,
    tab_badge,
    type_into,
    write,
)


def test_a_figure_that_is_typed_moves_its_totals_and_is_in_the_store(
    pages: Pages, register: Register
) -> None:
    # 1-2: the box takes the keys; nothing happens to the figures before Enter.
    assert pages.tabs.go_to("7100")
    write("0")
    typing = editor(pages)
    assert typing is not None
    assert typing.text() == "0"
    assert pages.session.value("7100") == 93_296_699

    # 3-8: Enter takes it through the one door, which recomputes and writes it to the disk.
    press(Qt.Key.Key_Return)
    assert [change.code for change in pages.changed[-1].changes] == ["7100"]
    assert pages.changed[-1].codes == ("7100", "7180", "7190", "7198")

    # 9-11: the page shows every total that follows, and the keyboard is at the next box.
    assert shown(pages, "7100") == "0"
    assert shown(pages, "7180") == "943,189,652"
    assert shown(pages, "7190") == "(5,688,612)"
    assert shown(pages, "7198") == "(53,132,525)"
    assert pages.tabs.current_code() == "7110"
    assert pages.done == [
        "7100  93,296,699 \u2192 0 "
        "\u00b7 7180 943,189,652 \u00b7 7190 (5,688,612) \u00b7 7198 (53,132,525)"
    ]

    # The disk has it: another session reads it back, and the journal says who changed what.
    again = register.open(register.store.find(JANUARY))
    assert again.value("7190") == -5_688_612
    last = register.store.journal(again.filing, "7100")[-1]
    assert (last.old, last.new, last.cause) == ("93296699", "0", "typed")


def test_an_undo_goes_back_to_the_box_and_is_itself_in_the_journal(
    pages: Pages, register: Register
) -> None:
    type_into(pages, "7100", "0")
    assert pages.undo.undoText() == "7100: 93,296,699 to 0"
    assert pages.tabs.go_to("7520")
    pages.undo.undo()
    assert pages.tabs.current_code() == "7100"
    assert shown(pages, "7190") == "87,608,087"
    last = register.store.journal(pages.session.filing, "7100")[-1]
    assert (last.old, last.new, last.cause) == ("0", "93296699", "undo")

    pages.undo.redo()
    assert shown(pages, "7190") == "(5,688,612)"
    assert register.store.journal(pages.session.filing, "7100")[-1].cause == "redo"


def test_an_entry_that_breaks_a_rule_of_the_form_is_counted_on_its_tab(pages: Pages) -> None:
    before = tab_badge(pages, "Segregation")
    type_into(pages, "7047", "968,254")
    assert before == ""
    assert tab_badge(pages, "Segregation") == "1"
    pages.undo.undo()
    assert tab_badge(pages, "Segregation") == ""


def test_the_keyboard_alone_turns_the_pages(pages: Pages) -> None:
    assert pages.tabs.current_code() == "16"
    press(Qt.Key.Key_PageDown, CTRL, times=2)
    assert pages.tabs.current_code() == "7200"
    press(Qt.Key.Key_PageUp, CTRL)
    assert pages.tabs.current_code() == "7010"


def test_a_column_of_figures_is_typed_without_leaving_the_keys(pages: Pages) -> None:
    assert pages.tabs.go_to("7010")
    for figure in ("1", "2", "3", "4", "5"):
        write(figure)
        press(Qt.Key.Key_Return)
    codes = ("7010", "7020", "7030", "7032", "7033")
    assert [pages.session.value(code) for code in codes] == [1, 2, 3, 4, 5]
    assert shown(pages, "7040") == "5"
    assert pages.tabs.current_code() == "7045"


KEYS = (
    *(Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Down, Qt.Key.Key_Up) * 4,
    *(Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageDown),
    *(Qt.Key.Key_F2, Qt.Key.Key_Escape, Qt.Key.Key_Delete, Qt.Key.Key_Space) * 2,
)


@pytest.mark.parametrize("seed", [1, 2])
def test_whatever_is_typed_the_screen_the_disk_and_a_recount_agree(pages: Pages, seed: int) -> None:
    random, session = Random(seed), pages.session  # noqa: S311 -- no secret, only variety
    start = session.worksheet.values()
    for _ in range(1000):
        chance = random.random()
        if chance < 0.4:
            write(random.choice("0123456789,.()-$xny =+*k"))
        elif chance < 0.9:
            press(random.choice(KEYS), random.choice((SHIFT, NO_KEY, NO_KEY, NO_KEY)))
        elif chance < 0.94:
            pages.tabs.go_to(random.choice(tuple(session.edition.boxes)))
        else:
            (pages.undo.undo if chance < 0.97 else pages.undo.redo)()
    press(Qt.Key.Key_Escape, times=2)  # out of a question, then out of the entry
    assert len(pages.changed) > 20
    recount = Worksheet(session.edition, session.worksheet.entered())
    assert session.worksheet.values() == recount.values()
    assert session.store.entered(session.filing, session.edition) == recount.entered()
    for code in pages.model.grid.cells:
        value = session.value(code)
        assert shown(pages, code) in {show_value(value), "unanswered"}
    while pages.undo.canUndo():
        pages.undo.undo()
    assert session.worksheet.values() == start
