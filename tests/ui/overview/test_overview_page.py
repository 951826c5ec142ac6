"""The month at a glance: walked by the arrows, live while it is seen, empty states in words."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from focusdesk.filing.edit import Cause, Edit
from focusdesk.filing.overview import Overview, overview_of
from focusdesk.filing.ports import StoreError
from focusdesk.filing.session import FilingSession
from focusdesk.ui.overview.overview_page import OverviewPage
from tests.ui.words import focused, press


class Looks:
    """What the page is told when it looks, and how often it did."""

    def __init__(self, session: FilingSession) -> None:
        self.session = session
        self.times = 0
        self.fails = False
        self.nothing_remains = False

    def look(self) -> Overview:
        self.times += 1
        if self.fails:
            message = "The store cannot be read."
            raise StoreError(message)
        overview = overview_of(self.session)
        if self.nothing_remains:
            return replace(overview, kinds=(), remaining=())
        return overview


@pytest.fixture
def looks(january: FilingSession) -> Looks:
    return Looks(january)


@pytest.fixture
def page(light: QApplication, qtbot: QtBot, looks: Looks) -> OverviewPage:
    del light
    page = OverviewPage(looks.look, lambda: "Due 26 Feb 2014", looks.session.edition.boxes)
    qtbot.addWidget(page)
    page.resize(800, 700)
    page.show()
    page.activateWindow()
    page.setFocus()
    qtbot.waitUntil(lambda: page.isAncestorOf(focused()) and focused() is not page)
    return page


def at(page: OverviewPage) -> tuple[str, int]:
    """The list that the keyboard is at, and the row."""
    rows = next(each for each in page.lists if each.hasFocus())
    return rows.accessibleName().partition(":")[0], rows.row


def test_the_head_says_when_it_is_due_and_against_what_changes_are_told(
    page: OverviewPage,
) -> None:
    assert page.heading == "Due 26 Feb 2014 \u00b7 changes since December 2013"


def test_the_keyboard_begins_at_the_first_figure(page: OverviewPage) -> None:
    assert at(page) == ("Segregation", 0)


def test_the_arrows_lead_from_card_to_card_in_the_same_line(page: OverviewPage) -> None:
    press(Qt.Key.Key_Down, times=2)
    press(Qt.Key.Key_Right)
    assert at(page) == ("Secured (30.7)", 2)
    press(Qt.Key.Key_Right)
    assert at(page) == ("Secured (30.7)", 2), "there is none to the right"
    press(Qt.Key.Key_Left)
    assert at(page) == ("Segregation", 2)


def test_the_arrows_lead_down_to_what_remains_and_up_again(page: OverviewPage) -> None:
    press(Qt.Key.Key_Down, times=5)
    assert at(page) == ("Cleared swaps", 0)
    press(Qt.Key.Key_Down, times=5)
    assert at(page) == ("Findings by kind", 0)
    press(Qt.Key.Key_Down, times=len(page.kinds.rows))
    assert at(page) == ("Before printing", 0)
    press(Qt.Key.Key_Down, times=20)
    assert at(page) == ("Before printing", len(page.remaining.rows) - 1)
    press(Qt.Key.Key_Up, times=len(page.remaining.rows) + len(page.kinds.rows))
    assert at(page) == ("Cleared swaps", 4)


def test_the_row_that_the_keyboard_is_at_is_seen(page: OverviewPage) -> None:
    press(Qt.Key.Key_Down, times=30)
    last = page.remaining.place_of_row()
    place = page.remaining.viewport().mapTo(page, last.bottomLeft())

    assert page.rect().contains(place)


def test_the_keyboard_comes_back_to_the_row_that_it_left(page: OverviewPage) -> None:
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Down, times=3)
    page.lists[0].clearFocus()
    page.setFocus()

    assert at(page) == ("Secured (30.7)", 3)


def test_enter_goes_to_the_box_of_the_row(page: OverviewPage) -> None:
    codes: list[str] = []
    page.code_activated.connect(codes.append)
    press(Qt.Key.Key_Down, times=2)
    press(Qt.Key.Key_Return)

    assert codes == ["7190"]


def test_coming_to_a_row_has_its_box_explained(page: OverviewPage) -> None:
    codes: list[str] = []
    page.code_reached.connect(codes.append)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Right)

    assert codes == ["7180", "7770"]


def test_a_figure_that_is_not_known_leads_to_where_it_is_given(page: OverviewPage) -> None:
    codes: list[str] = []
    figures: list[str] = []
    page.code_activated.connect(codes.append)
    page.figure_activated.connect(figures.append)
    page.grid.cards[3].lines.setFocus()
    page.grid.cards[3].lines.choose(1)
    press(Qt.Key.Key_Return)

    assert not codes
    assert figures == ["anc"]
    assert page.grid.cards[3].lines.rows[1].tip.startswith("Adjusted net capital is not known")


def test_an_edit_shows_at_once_and_only_where_figures_moved(
    page: OverviewPage, looks: Looks
) -> None:
    cards = [card.card for card in page.grid.cards]
    looks.session.apply(Edit({"7100": 0}, Cause.TYPED))
    page.follow_figures()

    assert page.grid.cards[0].words == "Segregation: deficient"
    assert [view.card is card for view, card in zip(page.grid.cards, cards, strict=True)] == [
        False,
        True,
        True,
        True,
    ]


def test_what_is_not_seen_is_looked_at_once_it_is(page: OverviewPage, looks: Looks) -> None:
    page.hide()
    before = looks.times
    looks.session.apply(Edit({"7100": 0}, Cause.TYPED))
    page.follow_figures()
    page.follow_figures()
    assert looks.times == before

    page.show()
    assert looks.times == before + 1
    assert page.grid.cards[0].words == "Segregation: deficient"
    page.hide()
    page.show()
    assert looks.times == before + 1


def test_when_nothing_remains_it_says_so(page: OverviewPage, looks: Looks) -> None:
    looks.nothing_remains = True
    page.follow_figures()

    assert page.words == "Nothing remains before printing."
    assert page.remaining.isHidden()
    assert page.kinds.isHidden()
    assert page.remaining not in page.lists


def test_a_store_that_cannot_be_read_is_told_and_what_was_shown_stays(
    page: OverviewPage, looks: Looks
) -> None:
    failed: list[str] = []
    page.store_failed.connect(failed.append)
    looks.fails = True
    page.follow_figures()

    assert failed == ["The store cannot be read."]
    assert page.grid.cards[0].words == "Segregation: above target"


def test_a_due_date_that_cannot_be_read_is_told_likewise(
    light: QApplication, qtbot: QtBot, looks: Looks
) -> None:
    del light
    refused: list[str] = []

    def due() -> str:
        if refused:
            raise StoreError(refused[0])
        return "Due 26 Feb 2014"

    page = OverviewPage(looks.look, due, looks.session.edition.boxes)
    qtbot.addWidget(page)
    page.show()
    failed: list[str] = []
    page.store_failed.connect(failed.append)
    refused.append("The store cannot be read.")
    page.follow_figures()

    assert failed == ["The store cannot be read."]
    assert page.heading.startswith("Due 26 Feb 2014")
