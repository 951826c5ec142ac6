"""A refused entry says why at its box, keeps what was typed, and lets nobody past by accident."""

from collections.abc import Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from focusdesk.filing.edit import Change
from focusdesk.filing.ports import StoreFailed
from focusdesk.ui.page.refusal import Refusal
from tests.ui.words import CTRL, Pages, click, editor, frame_of, press, shown, write

Key = Qt.Key
NOT_AN_AMOUNT = '"12x" is not an amount. Type whole dollars: 1,234 or (1,234) for a negative.'


def sentence(pages: Pages) -> str:
    """The sentence that stands on the page; empty when none does."""
    notes = [note for note in pages.view.findChildren(Refusal) if note.isVisible()]
    assert len(notes) <= 1
    return notes[0].text() if notes else ""


def open_editor(pages: Pages) -> QLineEdit:
    line = editor(pages)
    assert line is not None
    return line


@pytest.fixture
def refused(pages: Pages) -> Pages:
    """12x has been typed into 7100 and refused."""
    pages.tabs.go_to("7100")
    write("12x")
    press(Key.Key_Return)
    return pages


def test_the_sentence_stands_at_the_box_and_what_was_typed_stays(refused: Pages) -> None:
    assert sentence(refused) == NOT_AN_AMOUNT
    assert open_editor(refused).text() == "12x"
    assert refused.tabs.current_code() == "7100"
    assert refused.refused == [("7100", NOT_AN_AMOUNT)]
    assert refused.session.value("7100") == 93_296_699
    note = next(note for note in refused.view.findChildren(Refusal) if note.isVisible())
    box = frame_of(refused, "7100")
    assert note.geometry().top() > box.bottom() or note.geometry().bottom() < box.top()
    assert refused.view.viewport().rect().contains(note.geometry())


def test_the_next_key_takes_the_sentence_away_and_mends_the_entry(refused: Pages) -> None:
    press(Key.Key_Backspace)
    assert sentence(refused) == ""
    assert open_editor(refused).text() == "12"
    press(Key.Key_Return)
    assert refused.session.value("7100") == 12


def test_escape_gives_a_refused_entry_up(refused: Pages) -> None:
    press(Key.Key_Escape)
    assert sentence(refused) == ""
    assert editor(refused) is None
    assert shown(refused, "7100") == "93,296,699"


def test_a_click_elsewhere_does_not_lose_a_refused_entry(refused: Pages) -> None:
    click(refused, "7070")
    assert open_editor(refused).text() == "12x"
    assert refused.tabs.current_code() == "7100"
    assert not refused.tabs.go_to("7520")


def test_a_refused_entry_waits_on_its_page_and_typing_comes_back_to_it(refused: Pages) -> None:
    refused.tabs.setCurrentIndex(2)
    refused.tabs.setCurrentIndex(1)
    assert open_editor(refused).text() == "12x"
    refused.view.setFocus()
    press(Key.Key_Backspace)
    assert open_editor(refused).text() == "12"


def test_a_key_ends_where_the_editor_cannot_have_the_keyboard(refused: Pages) -> None:
    page, elsewhere = refused.view, QLineEdit()
    refused.tabs.setCurrentIndex(2)
    elsewhere.show()
    elsewhere.activateWindow()
    assert QTest.qWaitForWindowActive(elsewhere)
    QTest.keyClick(page, Key.Key_F9)  # wanted by nobody, so it comes back to the page
    QTest.keyClick(page, Key.Key_Backspace)
    refused.tabs.setCurrentIndex(1)
    assert open_editor(refused).text() == "12"
    elsewhere.close()


def test_leaving_by_a_click_takes_a_good_entry(pages: Pages) -> None:
    pages.tabs.go_to("7100")
    write("77")
    click(pages, "7070")
    assert pages.session.value("7100") == 77
    assert pages.tabs.current_code() == "7070"


def test_leaving_for_another_part_of_the_desk_takes_a_good_entry(pages: Pages) -> None:
    pages.tabs.go_to("7100")
    write("77")
    pages.tabs.tabBar().setFocus(Qt.FocusReason.TabFocusReason)
    assert pages.session.value("7100") == 77
    assert editor(pages) is None


def test_leaving_for_another_program_leaves_the_entry_open(pages: Pages) -> None:
    pages.tabs.go_to("7100")
    write("77")
    away = QFocusEvent(QFocusEvent.Type.FocusOut, Qt.FocusReason.ActiveWindowFocusReason)
    QApplication.sendEvent(open_editor(pages), away)
    assert open_editor(pages).text() == "77"
    assert pages.session.value("7100") == 93_296_699


def test_blanking_by_the_menu_while_typing_leaves_nothing_typed(pages: Pages) -> None:
    pages.tabs.go_to("7100")
    write("77")
    pages.tabs.blank()
    assert editor(pages) is None
    assert pages.session.value("7100") is None
    press(Key.Key_Down)
    assert pages.session.value("7100") is None


def test_typing_into_a_computed_box_says_in_place_why_not(pages: Pages) -> None:
    pages.tabs.go_to("7190")
    write("5")
    assert sentence(pages) == "7190 is computed: subtract line 6 from line 13."
    assert editor(pages) is None
    press(Key.Key_Up)
    assert sentence(pages) == ""
    press(Key.Key_Down)
    press(Key.Key_Delete)
    assert sentence(pages) == "7190 is computed: subtract line 6 from line 13."


def test_a_disk_that_refuses_keeps_the_entry_with_its_sentence(
    pages: Pages, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> Sequence[Change]:
        message = "The disk is full. Nothing was saved."
        raise StoreFailed(message)

    pages.tabs.go_to("7100")
    write("77")
    with monkeypatch.context() as broken:
        broken.setattr(pages.session.store, "record", full)
        press(Key.Key_Return)
    assert sentence(pages) == "The disk is full. Nothing was saved."
    assert pages.failed == ["The disk is full. Nothing was saved."]
    assert open_editor(pages).text() == "77"
    press(Key.Key_Return)
    assert pages.session.value("7100") == 77


def test_an_entry_that_changes_nothing_is_no_step(pages: Pages) -> None:
    pages.tabs.go_to("7100")
    press(Key.Key_F2)
    press(Key.Key_Return)
    write("93,296,699")
    press(Key.Key_Return)
    assert pages.tabs.current_code() == "7120"
    assert pages.undo.count() == 1  # 7110, which was typed over


def test_the_sentence_follows_its_box_when_the_page_is_laid_out_anew(refused: Pages) -> None:
    refused.tabs.resize(1100, 700)
    note = next(note for note in refused.view.findChildren(Refusal) if note.isVisible())
    assert abs(note.geometry().right() - frame_of(refused, "7100").right()) <= 1


def test_a_key_of_the_window_is_left_to_it_while_typing(pages: Pages) -> None:
    pages.tabs.go_to("7100")
    write("77")
    press(Key.Key_PageDown, CTRL)
    assert pages.tabs.current_code() == "7200"
    assert pages.session.value("7100") == 77


def test_a_sentence_ends_when_another_box_is_chosen_from_afar(pages: Pages) -> None:
    pages.tabs.go_to("7190")
    write("5")
    assert pages.tabs.go_to("7100")
    assert sentence(pages) == ""
    assert pages.mended == 1


def test_a_sentence_at_a_computed_box_ends_when_the_page_is_turned(pages: Pages) -> None:
    pages.tabs.go_to("7190")
    write("5")
    pages.tabs.turn(1)
    pages.tabs.turn(-1)
    assert sentence(pages) == ""
    assert pages.mended == 1


@pytest.mark.parametrize("key", [Key.Key_Escape, Key.Key_Backspace])
def test_that_a_refused_entry_is_given_up_or_mended_is_told(refused: Pages, key: Key) -> None:
    assert refused.mended == 0
    press(key)
    assert refused.mended == 1


def test_typing_on_a_tick_ticks_nothing_but_by_space_and_x(pages: Pages) -> None:
    pages.tabs.go_to("16")
    press(Key.Key_Delete)
    write("8-12345y")
    assert pages.session.value("16") is None
    assert sentence(pages) == "Space ticks this box, and unticks it."
    write("x")
    assert pages.session.value("16") is True
    assert sentence(pages) == ""
    write("0n")
    assert pages.session.value("16") is True
    press(Key.Key_Space)
    assert pages.session.value("16") is None


def test_typing_on_a_question_answers_nothing_but_by_space_y_and_n(pages: Pages) -> None:
    pages.tabs.go_to("firm.retail_forex")
    press(Key.Key_Delete)
    write("8-1x0")
    assert pages.session.value("firm.retail_forex") is None
    assert sentence(pages) == "Type y or n to answer; Space turns the answer over."
    write("n")
    assert pages.session.value("firm.retail_forex") is False
    write("Y")
    assert pages.session.value("firm.retail_forex") is True
