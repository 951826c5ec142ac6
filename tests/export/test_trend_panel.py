"""One panel: what is below zero, gaps, the words at the ends of lines."""

import itertools
from xml.etree import ElementTree as ET

from focusdesk.export.trend_chart import TrendChart
from focusdesk.filing.compare import compare
from focusdesk.filing.trend import trend_of
from focusdesk.filing.trend_picture import TrendLook
from focusdesk.form.edition import Edition
from tests.export.trend_words import month, through

SVG = "{http://www.w3.org/2000/svg}"


def drawn(form: Edition, code: str, *amounts: int | None) -> TrendChart:
    """Draw the panels of a form in which one line has amounts."""
    return TrendChart(trend_of(through(form, code, amounts)), TrendLook(800, 600))


def words(chart: TrendChart) -> list[str]:
    root = ET.fromstring(chart.picture().svg)  # noqa: S314 -- our own
    return [str(each.text) for each in root.iter(f"{SVG}text")]


def shapes(chart: TrendChart) -> int:
    return len(chart.sheet.drawing.contents)


def test_the_line_stands_within_its_frame_lower_for_less(form: Edition) -> None:
    chart = drawn(form, "7190", 5_000_000, -2_000_000, None, 9_000_000)
    frame, spots = chart.frames[0], [spot for spot in chart.spots if spot.line == 0]
    high = [spot.y for spot in spots]
    assert high[2] is None
    ys = [y for y in high if y is not None]
    assert ys[1] > ys[0] > ys[2]
    assert all(frame.y <= y <= frame.to_y for y in ys)
    assert all(frame.x <= spot.x <= frame.to_x for spot in spots)
    assert sorted(spot.x for spot in spots) == [spot.x for spot in spots]


def test_what_is_below_zero_is_hatched_and_its_lowest_amount_written(form: Edition) -> None:
    above, below = drawn(form, "7190", 5, 4, 3), drawn(form, "7190", 5, -4, -3)
    assert shapes(below) > shapes(above)
    assert "(4)" in words(below)
    assert "(3)" not in [each for each in words(below) if "7190" not in each]
    assert "(4)" not in words(above)


def test_lines_are_named_where_they_end_with_their_code_and_last_amount(form: Edition) -> None:
    said = words(drawn(form, "7190", 80_000_000, 87_608_087, None))
    assert "Excess over requirement" in said
    assert "7190  87.6" in said
    assert "millions of dollars" in said


def test_a_pool_without_figures_says_so(form: Edition) -> None:
    said = words(drawn(form, "7190", 5, 4))
    assert said.count("Blank in all these months") == 3


def test_made_up_months_are_called_so_at_the_foot(form: Edition) -> None:
    assert words(drawn(form, "7190", 5, 4)).count("illustrative") == 4


def test_words_at_the_ends_of_close_lines_stand_apart(form: Edition) -> None:
    same = [month(form, at, {"7190": 100, "7194": 100, "7198": 100}) for at in (0, 1)]
    chart = TrendChart(trend_of(compare(same)), TrendLook(800, 600))
    root = ET.fromstring(chart.picture().svg)  # noqa: S314 -- our own
    high = sorted(
        float(each.attrib["y"])
        for each in root.iter(f"{SVG}text")
        if str(each.text).startswith(("7190 ", "7194 ", "7198 "))
    )
    assert len(high) == 3
    assert all(b - a > 20 for a, b in itertools.pairwise(high))
