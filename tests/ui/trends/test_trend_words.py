"""What is written at a figure."""

from focusdesk.filing.trend import trend_of
from focusdesk.form.edition import Edition
from focusdesk.ui.trends.trend_words import callout_words, column_words, full_column_words
from tests.ui.window_words import side_by_side


def test_a_figure_below_zero_and_a_blank_are_told_in_words(editions: dict[str, Edition]) -> None:
    trend = trend_of(side_by_side(editions["2014-01"], {"7070": 5}, {"7010": 9}))
    said = callout_words(trend, 0, 0, 1).splitlines()
    assert said[0] == "Segregation, Nov 2013, illustrative"
    assert said[1].endswith("7190 Excess over requirement: (9)  below zero")
    assert said[2] == "7194 Target: blank"


def test_a_long_column_is_cut_and_told_in_full(editions: dict[str, Edition]) -> None:
    comparison = side_by_side(editions["2014-01"], {}, {})
    line = trend_of(comparison, ["7030"]).lines[-1]
    assert column_words(line).splitlines()[0] == "Segregation"
    assert column_words(line).endswith("\N{HORIZONTAL ELLIPSIS}")
    assert full_column_words(line).endswith(line.row.label)
