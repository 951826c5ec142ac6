import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMainWindow
from pytestqt.qtbot import QtBot

from focusdesk.filing.filing import Filing
from focusdesk.form.edition import Edition
from focusdesk.form.period import Period
from focusdesk.ui.going.palette_rows import (
    Offer,
    action_offers,
    code_in,
    month_offers,
    palette_rows,
    plain_words,
)
from focusdesk.ui.look.found_list import FoundRow

MONTHS = [Filing(at, Period(2013, 11).plus(at), "2014-01") for at in (2, 1, 0)]


@pytest.fixture
def edition(editions: dict[str, Edition]) -> Edition:
    return editions["2014-01"]


@pytest.fixture
def window(light: QApplication, qtbot: QtBot) -> QMainWindow:
    """A window with a few menus."""
    del light
    window = QMainWindow()
    qtbot.addWidget(window)
    edit, go = window.menuBar().addMenu("&Edit"), window.menuBar().addMenu("&Go")
    undo = edit.addAction("&Undo 7100: 1 to 2")
    undo.setEnabled(False)
    undo.setObjectName("undo")
    edit.addAction("&Blank the box\tDel").setObjectName("blank_box")
    edit.addSeparator()
    find = edit.addAction("&Find\u2026")
    find.setShortcut("Ctrl+F")
    find.setObjectName("find")
    go.addAction(find)
    inner = go.addMenu("Open &recent store")
    inner.addAction("/home/firm && sons.focusdesk")
    go.addAction("Segregation").setShortcut("Alt+2")
    go.addAction("Co&mmand palette\u2026").setObjectName("palette")
    return window


@pytest.fixture
def offers(window: QMainWindow, edition: Edition) -> list[Offer]:
    return [*action_offers(window.menuBar(), edition), *month_offers(MONTHS)]


def listed(rows: tuple[FoundRow, ...]) -> list[tuple[str, str]]:
    return [(row.kind, row.mark or row.words) for row in rows]


def test_the_actions_are_those_of_the_menus_each_once(offers: list[Offer]) -> None:
    actions = {offer.row.words: offer.row.aside for offer in offers if offer.row.kind == "Action"}
    assert actions == {
        "Undo 7100: 1 to 2": "Edit",
        "Blank the box": "Edit  Del",
        "Find\u2026": "Edit  Ctrl+F",
        "/home/firm & sons.focusdesk": "Open recent store",
    }


def test_a_schedule_of_the_menu_is_a_schedule(offers: list[Offer], edition: Edition) -> None:
    rows = palette_rows(offers, edition, "segregation", ())
    assert listed(rows)[0] == ("Schedule", "Segregation")
    assert all(kind == "Box" for kind, _ in listed(rows)[1:])


@pytest.mark.parametrize("typed", ["dec 13", "2013-12", "December", "12/2013", "dec 2013"])
def test_a_month_is_found_however_it_is_written(
    offers: list[Offer], edition: Edition, typed: str
) -> None:
    assert listed(palette_rows(offers, edition, typed, ()))[0] == ("Month", "December 2013")


def test_a_code_finds_its_box_first_then_what_begins_so(
    offers: list[Offer], edition: Edition
) -> None:
    assert listed(palette_rows(offers, edition, "7190", ()))[0] == ("Box", "7190")
    begun = listed(palette_rows(offers, edition, "719", ()))
    assert begun[:3] == [("Box", "7190"), ("Box", "7194"), ("Box", "7198")]


def test_words_of_a_line_find_its_box(offers: list[Offer], edition: Edition) -> None:
    assert ("Box", "7190") in listed(palette_rows(offers, edition, "excess segreg", ()))


def test_letters_that_begin_words_are_tried_when_nothing_else_answers(
    offers: list[Offer], edition: Edition
) -> None:
    assert listed(palette_rows(offers, edition, "btb", ())) == [("Action", "Blank the box")]
    assert palette_rows(offers, edition, "xqz", ()) == ()


def test_what_cannot_be_done_is_listed_only_where_it_is_sought(
    offers: list[Offer], edition: Edition
) -> None:
    (undo,) = [row for row in palette_rows(offers, edition, "undo", ()) if row.kind == "Action"]
    assert not undo.takes
    assert undo not in palette_rows(offers, edition, "", ())


def test_what_was_used_last_stands_first_when_nothing_is_typed(
    offers: list[Offer], edition: Edition
) -> None:
    recent = ("box:7190", "action:find", "box:gone", "action:undo")
    rows = listed(palette_rows(offers, edition, "", recent))
    assert rows[:2] == [("Box", "7190"), ("Action", "Find\u2026")]
    assert rows.count(("Action", "Find\u2026")) == 1
    assert ("Month", "January 2014") in rows


def test_without_a_month_there_are_no_boxes(offers: list[Offer]) -> None:
    assert palette_rows(offers, None, "7190", ()) == ()


def test_the_words_of_a_menu_are_read_without_mnemonic_and_keys() -> None:
    assert plain_words("&Blank the box\tDel") == "Blank the box"
    assert plain_words("Smith && S&ons") == "Smith & Sons"


def test_a_key_says_whether_it_is_a_box() -> None:
    assert code_in("box:7150.describe") == "7150.describe"
    assert code_in("action:find") == ""


def test_an_action_is_the_menus_own(offers: list[Offer], window: QMainWindow) -> None:
    (find,) = [offer.action for offer in offers if offer.row.key == "action:find"]
    assert find is window.findChild(QAction, "find")
