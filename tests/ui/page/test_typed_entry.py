"""Nothing that is typed is guessed: it is shown, asked about or refused, always at the box."""

from collections.abc import Callable
from typing import TypeVar

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from focusdesk.filing.edit import Cause, Edit
from focusdesk.ui.page.box_editor import BoxEditor
from focusdesk.ui.page.entry_strip import EntryStrip
from focusdesk.ui.page.refusal import Refusal
from focusdesk.ui.page.sign_choice import SignChoice
from tests.ui.words import (
    CTRL,
    SHIFT,
    Pages,
    click,
    editor,
    frame_of,
    press,
    shown,
    type_into,
    write,
)

Key = Qt.Key
Standing = TypeVar("Standing", bound=QWidget)


def standing(pages: Pages, kind: type[Standing]) -> Standing | None:
    """What of a kind stands on the page that is shown, if anything does."""
    seen = [each for each in pages.view.findChildren(kind) if each.isVisible()]
    assert len(seen) <= 1
    return seen[0] if seen else None


def strip(pages: Pages) -> str:
    """What the strip at the box says; empty where none stands."""
    stands = standing(pages, EntryStrip)
    return stands.text() if stands else ""


def sentence(pages: Pages) -> str:
    """Why the entry at the box was not taken; empty where none was refused."""
    stands = standing(pages, Refusal)
    return stands.text() if stands else ""


def line(pages: Pages) -> BoxEditor:
    open_ = editor(pages)
    assert isinstance(open_, BoxEditor)
    return open_


@pytest.mark.parametrize(
    ("code", "typed", "says", "value"),
    [
        ("7100", "1,234.56", "1,234.56 -> 1,234", 1234),
        ("7033", "180000.17", "180,000.17 -> 180,001", 180_001),
        ("7130", "(1,234.56)", "(1,234.56) -> (1,235)", -1235),
        ("7100", "=1000+250", "=1000+250 -> 1,250", 1250),
        ("7100", "=10/4", "=10/4 -> 2.50 -> 2", 2),
        ("7100", "=[7010]+1", "=[7010]+1 -> 347,295,283", 347_295_283),
        ("7100", "1.2m", "1.2m -> 1,200,000", 1_200_000),
        ("7100", "3.5k", "3.5k -> 3,500", 3500),
        ("7100", "2b", "2b -> 2,000,000,000", 2_000_000_000),
        ("22", "nj", "nj -> NJ", "NJ"),
        ("23", "100182703", "100182703 -> 10018-2703", "10018-2703"),
        ("31", "212 555 0123", "212 555 0123 -> (212) 555-0123", "(212) 555-0123"),
        ("14", "008-41563", "008-41563 -> 8-41563", "8-41563"),
    ],
)
def test_what_would_be_stored_is_shown_before_it_is(
    pages: Pages, code: str, typed: str, says: str, value: object
) -> None:
    pages.tabs.go_to(code)
    write(typed)
    assert strip(pages).split("\n")[0] == says
    assert line(pages).accessibleDescription() == strip(pages)
    assert pages.session.value(code) != value
    press(Key.Key_Return)
    assert pages.session.value(code) == value
    assert strip(pages) == ""


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("1234", 1234),
        ("1,234", 1234),
        ("$1,234", 1234),
        ("(1,234)", -1234),
        ("-1234", -1234),
        ("1234-", -1234),
        ("0", 0),
    ],
)
def test_a_figure_that_is_stored_as_typed_needs_no_strip(
    pages: Pages, typed: str, value: int
) -> None:
    pages.tabs.go_to("7130")
    write(typed)
    assert strip(pages) == ""
    press(Key.Key_Return)
    assert pages.session.value("7130") == value


@pytest.mark.parametrize(
    ("cell", "value"), [("\u22121,234\r\n", -1234), ("1\u00a0234", 1234), (" $ (5) ", -5)]
)
def test_a_figure_is_pasted_into_the_editor_as_excel_or_a_web_page_writes_it(
    pages: Pages, cell: str, value: int
) -> None:
    pages.tabs.go_to("7130")
    press(Key.Key_Backspace)
    QGuiApplication.clipboard().setText(cell)
    press(Key.Key_V, CTRL)
    press(Key.Key_Return)
    assert pages.session.value("7130") == value


def test_a_date_is_shown_as_the_form_writes_it(pages: Pages) -> None:
    pages.tabs.go_to("25")
    write("jan 31 2014")
    assert strip(pages) == "jan 31 2014 -> 01/31/14"


def test_the_strip_covers_neither_the_box_nor_what_is_typed(pages: Pages) -> None:
    for code in ("7010", "7194", "7510", "24"):
        pages.tabs.go_to(code)
        write("=1" if code != "24" else "1/2/2014")
        stands = standing(pages, EntryStrip)
        if stands is not None:
            assert not stands.geometry().intersects(line(pages).geometry()), code
            assert not stands.geometry().intersects(frame_of(pages, code)), code
            assert pages.view.viewport().rect().contains(stands.geometry())
        press(Key.Key_Escape)
        assert strip(pages) == ""


@pytest.mark.parametrize(
    ("code", "typed", "says"),
    [
        ("23", "1001", '"1001" has four digits: is it 01001?'),
        ("31", "555 0123", "no telephone number of the United States"),
        ("14", "12345", "no file number of a broker-dealer"),
        ("25", "01/30/14", "01/30/14 is not the last day of January 2014, 01/31/14."),
        ("24", "01/02/14", "01/02/14 is not the first day of January 2014"),
    ],
)
def test_what_is_unusual_is_said_while_typing_and_when_it_was_taken(
    pages: Pages, qtbot: QtBot, code: str, typed: str, says: str
) -> None:
    pages.tabs.go_to(code)
    write(typed)
    qtbot.waitUntil(lambda: says in strip(pages))
    press(Key.Key_Return)
    assert sentence(pages) == ""
    assert says in pages.done[-1]


def test_the_strip_says_why_cents_go_up_or_down(pages: Pages) -> None:
    pages.tabs.go_to("7100")
    write("1000.75")
    assert strip(pages) == "1,000.75 -> 1,000\ncents dropped: never above the valuation"
    press(Key.Key_Return)
    assert pages.session.typed("7100") == "1000.75"
    pages.tabs.go_to("7100")
    press(Key.Key_F2)
    assert line(pages).text() == "1000.75"
    press(Key.Key_Return)
    assert pages.undo.count() == 1
    pages.tabs.go_to("7033")
    write("180.25")
    assert strip(pages) == "180.25 -> 181\nshort valuation: cents go up"


def test_a_bare_number_that_is_a_code_is_told_from_the_box(pages: Pages, qtbot: QtBot) -> None:
    pages.tabs.go_to("7100")
    write("=7010+7020")
    says = "7010 and 7020 are the numbers; the boxes are [7010] and [7020]."
    qtbot.waitUntil(lambda: says in strip(pages))
    press(Key.Key_Return)
    assert says in pages.done[-1]


# Refused


def test_the_part_with_which_arithmetic_goes_wrong_is_marked(pages: Pages) -> None:
    pages.tabs.go_to("7100")
    write("=1000+x5")
    assert sentence(pages) == "", "a mistake may yet be mended"
    press(Key.Key_Return)
    assert sentence(pages).startswith('After "=1000+": "x5" is a cell of a spreadsheet.')
    assert line(pages).text() == "=1000+x5"
    assert line(pages).marked == 7
    assert line(pages).selectedText() == "x5"
    assert pages.tabs.current_code() == "7100"
    write("25")
    assert sentence(pages) == ""
    assert strip(pages) == "=1000+25 -> 1,025"
    press(Key.Key_Return)
    assert pages.session.value("7100") == 1025


def test_what_can_be_read_in_two_ways_is_refused_with_a_hint(pages: Pages) -> None:
    type_into(pages, "7100", "1.234,56")
    assert "1,234.56" in sentence(pages)
    assert line(pages).text() == "1.234,56"
    assert pages.session.value("7100") == 93_296_699


def test_a_computed_box_says_its_formula_whatever_is_typed(pages: Pages) -> None:
    pages.tabs.go_to("7190")
    write("=")
    assert sentence(pages) == "7190 is computed: subtract line 6 from line 13."
    assert editor(pages) is None


def test_arithmetic_that_is_too_long_to_keep_stays_in_the_editor(pages: Pages) -> None:
    pages.tabs.go_to("7100")
    write("=" + "1+" * 110 + "1")
    press(Key.Key_Return)
    assert "at most 200 are kept" in sentence(pages)
    assert line(pages).text().startswith("=1+1+")


# A minus where the form prints parentheses


@pytest.fixture
def asked(pages: Pages) -> Pages:
    """A negative 500 has been typed into 7047, and Enter pressed."""
    pages.tabs.go_to("7047")
    write("-500")
    press(Key.Key_Return)
    return pages


def choice(pages: Pages) -> SignChoice:
    stands = standing(pages, SignChoice)
    assert stands is not None
    return stands


def test_a_minus_where_the_form_prints_parentheses_asks_at_the_box(asked: Pages) -> None:
    assert asked.session.value("7047") == 920_596
    assert asked.tabs.current_code() == "7047"
    assert line(asked).hasFocus()
    assert not choice(asked).geometry().intersects(frame_of(asked, "7047"))
    assert QApplication.activeModalWidget() is None
    assert sentence(asked) == strip(asked) == ""


@pytest.mark.parametrize(
    ("answer", "value"),
    [
        (lambda: press(Key.Key_Return), 500),
        (lambda: write("n"), -500),
        (lambda: write("-"), -500),
    ],
    ids=["Enter", "N", "minus"],
)
def test_a_key_answers_and_goes_on_to_where_enter_leads(
    asked: Pages, answer: Callable[[], None], value: int
) -> None:
    answer()
    assert asked.session.value("7047") == value
    assert standing(asked, SignChoice) is None
    assert asked.tabs.current_code() != "7047"
    assert asked.undo.count() == 1


@pytest.mark.parametrize(("at", "value"), [(0, 500), (1, -500)])
def test_a_click_answers_likewise(asked: Pages, at: int, value: int) -> None:
    QTest.mouseClick(choice(asked).choices[at], Qt.MouseButton.LeftButton)
    assert asked.session.value("7047") == value
    assert standing(asked, SignChoice) is None


def test_escape_goes_back_to_typing_and_another_one_gives_up(asked: Pages) -> None:
    press(Key.Key_Escape)
    assert standing(asked, SignChoice) is None
    assert line(asked).text() == "-500"
    press(Key.Key_Escape)
    assert editor(asked) is None
    assert shown(asked, "7047") == "920,596"


def test_typing_on_takes_the_question_back(asked: Pages) -> None:
    write("1")
    assert standing(asked, SignChoice) is None
    assert line(asked).text() == "-5001"
    press(Key.Key_Tab)
    assert standing(asked, SignChoice) is not None


def test_on_a_small_screen_the_page_makes_room_for_the_question(pages: Pages) -> None:
    pages.tabs.resize(500, 290)
    pages.tabs.go_to("7047")
    middle = pages.view.ScrollHint.PositionAtCenter
    pages.view.scrollTo(pages.model.index_of("7047"), middle)
    write("-500")
    press(Key.Key_Return)
    seen = pages.view.viewport().rect()
    assert seen.contains(choice(pages).geometry())
    assert seen.contains(frame_of(pages, "7047"))
    assert not choice(pages).geometry().intersects(frame_of(pages, "7047"))


def test_shift_tab_goes_back_once_the_question_is_answered(pages: Pages) -> None:
    pages.tabs.go_to("7047")
    write("-500")
    press(Key.Key_Backtab, SHIFT)
    write("n")
    assert pages.tabs.current_code() == "7045"


def test_nothing_leads_past_an_open_question(asked: Pages) -> None:
    assert not asked.tabs.go_to("7520")
    assert asked.tabs.current_code() == "7047"
    asked.tabs.setCurrentIndex(5)
    assert asked.tabs.current_code() == "7047"
    assert choice(asked).isVisible()
    press(Key.Key_Return)
    assert asked.session.value("7047") == 500


def test_a_click_elsewhere_leaves_the_question_where_it_is(asked: Pages) -> None:
    QTest.mouseClick(asked.view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(60, 200))
    assert choice(asked).isVisible()
    assert line(asked).hasFocus()


def test_parentheses_typed_as_the_form_prints_them_ask_nothing(pages: Pages) -> None:
    type_into(pages, "7047", "(500)")
    assert pages.session.value("7047") == 500
    assert standing(pages, SignChoice) is None


def test_what_stands_negative_there_already_is_not_asked_about_again(asked: Pages) -> None:
    write("n")
    asked.tabs.go_to("7047")
    press(Key.Key_F2)
    press(Key.Key_Return)
    assert standing(asked, SignChoice) is None
    assert asked.session.value("7047") == -500


# Arithmetic is kept


def test_arithmetic_is_kept_and_f2_shows_it_again(pages: Pages) -> None:
    type_into(pages, "7100", "=1000+250")
    assert pages.session.typed("7100") == "=1000+250"
    assert pages.done[-1].startswith("7100  93,296,699 \u2192 1,250 \u00b7 =1000+250")
    pages.tabs.go_to("7100")
    press(Key.Key_F2)
    assert line(pages).text() == "=1000+250"
    assert strip(pages) == "=1000+250 -> 1,250"
    write("+1")
    press(Key.Key_Return)
    assert pages.session.value("7100") == 1251
    assert pages.session.typed("7100") == "=1000+250+1"


def test_the_plain_figure_withdraws_it_even_where_nothing_else_changes(pages: Pages) -> None:
    type_into(pages, "7100", "=1000+250")
    type_into(pages, "7100", "1250")
    assert pages.session.typed("7100") == ""
    assert pages.done[-1] == "7100  typed as 1,250"
    assert pages.undo.undoText() == "7100: typed as 1,250"
    pages.undo.undo()
    assert pages.session.typed("7100") == "=1000+250"


def test_arithmetic_that_was_only_looked_at_is_no_step(pages: Pages) -> None:
    type_into(pages, "7100", "=1000+250")
    pages.tabs.go_to("7100")
    press(Key.Key_F2)
    press(Key.Key_Return)
    assert pages.undo.count() == 1


def test_arithmetic_with_a_box_that_has_moved_is_shown_and_taken_only_by_enter(
    pages: Pages,
) -> None:
    type_into(pages, "7100", "=[7010]+1")
    pages.session.apply(Edit({"7010": 10}, Cause.TYPED))
    assert pages.session.value("7100") == 347_295_283
    pages.tabs.go_to("7100")
    press(Key.Key_F2)
    assert strip(pages) == "=[7010]+1 -> 11"
    press(Key.Key_Escape)
    assert pages.session.value("7100") == 347_295_283
    press(Key.Key_F2)
    click(pages, "7110")
    assert pages.session.value("7100") == 347_295_283
    pages.tabs.go_to("7100")
    press(Key.Key_F2)
    press(Key.Key_Return)
    assert pages.session.value("7100") == 11


def test_several_cells_are_not_pasted_into_what_is_being_typed(pages: Pages) -> None:
    pages.tabs.go_to("7110")
    write("12")
    QGuiApplication.clipboard().setText("1\t2\n3\t4\n")
    press(Key.Key_V, CTRL)
    assert line(pages).text() == "12"
    assert sentence(pages).startswith("The clipboard holds several cells")
    press(Key.Key_Return)
    assert pages.session.value("7110") == 12


# Undo and paste inside the editor


def test_ctrl_z_undoes_typing_inside_the_editor_and_steps_outside_it(pages: Pages) -> None:
    type_into(pages, "7100", "5")
    pages.tabs.go_to("7110")
    write("12")
    press(Key.Key_Z, CTRL)
    assert line(pages).text() != "12"
    assert pages.session.value("7100") == 5
    press(Key.Key_Escape)
    assert pages.undo.count() == 1
