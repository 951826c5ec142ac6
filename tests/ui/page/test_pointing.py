"""Arithmetic that waits for a box takes the one that is clicked, or that an arrow leads to."""

import pytest
from PySide6.QtCore import Qt

from tests.ui.words import NO_KEY, SHIFT, Pages, click, editor, focused, press, write

Key = Qt.Key


@pytest.fixture
def waiting(pages: Pages) -> Pages:
    """An equals sign has been typed into 7100."""
    pages.tabs.go_to("7100")
    write("=")
    return pages


def typed(pages: Pages) -> str:
    line = editor(pages)
    assert line is not None
    assert focused() is line, "the keyboard stays where it types"
    return line.text()


def test_a_click_writes_the_code_of_the_box(waiting: Pages) -> None:
    click(waiting, "7010")
    assert typed(waiting) == "=[7010]"
    write("+")
    click(waiting, "7060")
    assert typed(waiting) == "=[7010]+[7060]"
    press(Key.Key_Return)
    assert waiting.session.value("7100") == 347_295_282 + 948_878_264
    assert waiting.session.typed("7100") == "=[7010]+[7060]"


def test_another_click_points_at_another_box_instead(waiting: Pages) -> None:
    click(waiting, "7010")
    click(waiting, "7020")
    assert typed(waiting) == "=[7020]"
    click(waiting, "7030", twice=True)
    assert typed(waiting) == "=[7030]"


def test_arrows_point_and_go_on_from_there(waiting: Pages) -> None:
    press(Key.Key_Up)
    assert typed(waiting) == "=[7090]"
    press(Key.Key_Up)
    assert typed(waiting) == "=[7080]"
    press(Key.Key_Down)
    assert typed(waiting) == "=[7090]"
    write("*2")
    assert typed(waiting) == "=[7090]*2"
    assert waiting.tabs.current_code() == "7100"


def test_the_box_that_is_pointed_at_shows_it(waiting: Pages) -> None:
    click(waiting, "7010")
    assert waiting.model.has_moved("7010")


@pytest.mark.parametrize("text", ["=5", "=5+3", "=[7010]"])
def test_arithmetic_that_could_be_taken_is_left_by_an_arrow(pages: Pages, text: str) -> None:
    pages.tabs.go_to("7100")
    write(text)
    press(Key.Key_Down)
    assert pages.tabs.current_code() == "7110"


def test_neither_the_box_itself_nor_words_are_pointed_at(pages: Pages) -> None:
    pages.tabs.go_to("7520")
    write("=")
    click(pages, "7510")
    line = editor(pages)
    assert line is not None
    assert line.text() == "=", "a name is no amount"
    press(Key.Key_Escape)
    write("=")
    click(pages, "7520")
    assert typed(pages) == "="


@pytest.mark.parametrize("modifiers", [NO_KEY, SHIFT])
def test_words_in_a_box_are_never_arithmetic(pages: Pages, modifiers: Qt.KeyboardModifier) -> None:
    pages.tabs.go_to("13")
    write("=")
    press(Key.Key_Down, modifiers)
    assert pages.session.value("13") == "="


def test_once_the_entry_is_closed_a_click_goes_to_a_box_again(waiting: Pages) -> None:
    click(waiting, "7010")
    press(Key.Key_Escape)
    assert waiting.session.value("7100") == 93_296_699
    click(waiting, "7020")
    assert waiting.tabs.current_code() == "7020"
    assert focused() is waiting.view
