"""How a figure is written inside a sentence."""

import datetime as dt
from decimal import Decimal

import pytest

from focusdesk.calc.figures import Shown, show_figure


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, "blank"),
        (0, "0"),
        (-14796490, "(14,796,490)"),
        (True, "yes"),
        (False, "no"),
        (Decimal("1.10"), "1.1"),
        (Decimal("144713206.00"), "144,713,206"),
        (Decimal("75721927.44"), "75,721,927.44"),
        (Decimal(-3), "(3)"),
        (dt.date(2014, 1, 31), "01/31/14"),
        ("HARRIS TRUST", "HARRIS TRUST"),
    ],
)
def test_a_figure_is_written_so_that_a_blank_is_said(value: Shown, words: str) -> None:
    assert show_figure(value) == words
