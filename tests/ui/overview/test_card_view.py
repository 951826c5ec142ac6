"""A card says how a pool stands, in words, and shows only what has changed anew."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from focusdesk.filing.edit import Cause, Edit
from focusdesk.filing.overview import overview_of
from focusdesk.filing.session import FilingSession
from focusdesk.ui.look.zoom import Zoom
from focusdesk.ui.overview.card_view import CardView


@pytest.fixture
def card(light: QApplication, qtbot: QtBot, january: FilingSession) -> CardView:
    del light
    view = CardView()
    qtbot.addWidget(view)
    view.show_card(overview_of(january).cards[0])
    return view


def test_the_heading_says_what_and_how_it_stands(card: CardView) -> None:
    assert card.words == "Segregation: above target"
    assert card.lines.accessibleName() == card.words


def test_how_much_could_leave_stands_at_the_foot_and_is_spoken(card: CardView) -> None:
    assert card.headroom == (
        "40,164,174 could leave before the target (7198), 87,608,087 before zero (7190). "
        "The excess is 9.2 % of the requirement (7190 / 7060)."
    )
    assert card.lines.accessibleDescription() == card.headroom


def test_a_deficiency_is_told_in_words_and_colour(card: CardView, january: FilingSession) -> None:
    january.apply(Edit({"7100": None}, Cause.TYPED))
    card.show_card(overview_of(january).cards[0])

    assert card.words == "Segregation: deficient"
    assert card.lines.rows[2].words == "Deficiency"
    assert card.lines.rows[2].severity is not None


def test_a_larger_size_makes_a_larger_card(card: CardView) -> None:
    before = card.sizeHint().height()
    card.show_zoom(Zoom(200))

    assert card.sizeHint().height() > 1.5 * before
