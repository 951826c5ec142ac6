"""The colours of a trend are those of the desk, and can be seen."""

import pytest
from PySide6.QtGui import QColor

from focusdesk.export.trend_colours import TREND_COLOURS
from focusdesk.filing.trend import TrendPart
from focusdesk.ui.look.theme import THEMES, contrast


@pytest.mark.parametrize("name", TREND_COLOURS)
def test_words_stand_at_four_and_a_half_and_lines_at_three_to_one(name: str) -> None:
    colours = TREND_COLOURS[name]
    ground = QColor(colours.ground)
    assert contrast(QColor(colours.ink), ground) >= 4.5
    assert contrast(QColor(colours.soft), ground) >= 4.5
    for part in TrendPart:
        assert contrast(QColor(colours.of(part)), ground) >= 3


@pytest.mark.parametrize("name", THEMES)
def test_the_ground_and_the_ink_are_those_of_the_theme(name: str) -> None:
    colours, theme = TREND_COLOURS[name], THEMES[name]
    assert (colours.ground, colours.ink) == (theme.paper.name(), theme.ink.name())
    assert colours.soft == theme.soft.name()


def test_lines_of_one_panel_have_colours_of_their_own() -> None:
    for colours in TREND_COLOURS.values():
        pool_parts = (TrendPart.EXCESS, TrendPart.TARGET, TrendPart.OVER_TARGET)
        assert len({colours.of(part) for part in pool_parts}) == len(pool_parts)
