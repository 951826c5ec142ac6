"""A trend as one drawing."""

from xml.etree import ElementTree as ET

import pytest

from focusdesk.export.trend_chart import (
    LEAST_HEIGHT,
    draw_trend,
    least_height,
    panels_across,
    parts_of,
    told_of,
)
from focusdesk.filing.trend import Trend, trend_of
from focusdesk.filing.trend_picture import TrendLook
from focusdesk.form.edition import Edition
from tests.export.trend_words import through


@pytest.fixture(scope="module")
def trend(form: Edition) -> Trend:
    """Three months of which one is below zero, and an added line."""
    return trend_of(through(form, "7190", (5_000_000, -2_000_000, 9_000_000)), ["7010"])


def test_the_same_trend_gives_the_same_bytes(trend: Trend) -> None:
    look = TrendLook(800, 600, "dark", title="Trends", firm="FIRM & CO")
    assert draw_trend(trend, look) == draw_trend(trend, look)


def test_every_figure_has_its_spot_line_by_line(trend: Trend) -> None:
    picture = draw_trend(trend, TrendLook(800, 600))
    places = [(spot.line, spot.month) for spot in picture.spots]
    assert places == [(line, at) for line in range(len(trend.lines)) for at in range(3)]
    assert len(picture.frames) == len(trend.panels) == 5
    assert (picture.width, picture.height) == (800, 600)


def test_panels_do_not_lie_on_each_other_in_any_room(trend: Trend) -> None:
    for width in (320, 500, 720, 1000, 1600):
        height = least_height(5, width)
        frames = draw_trend(trend, TrendLook(width, height)).frames
        for at, one in enumerate(frames):
            assert 0 <= one.x < one.to_x <= width
            assert 0 <= one.y < one.to_y <= height
            for other in frames[at + 1 :]:
                beside = one.to_x <= other.x or other.to_x <= one.x
                assert beside or one.to_y <= other.y


def test_a_picture_of_its_own_says_whose_it_is_and_one_of_the_window_does_not(
    trend: Trend,
) -> None:
    own = draw_trend(trend, TrendLook(800, 600, title="Trends", firm="FIRM & CO")).svg
    texts = "".join(ET.fromstring(own).itertext())  # noqa: S314 -- our own
    assert "FIRM & CO" in texts
    assert "Nov 2013 to Jan 2014, 3 months" in texts
    window = draw_trend(trend, TrendLook(800, 600)).svg
    assert b"FIRM" not in window
    assert b"illustrative" in window


def test_it_is_told_to_those_who_do_not_see_it(trend: Trend) -> None:
    told = told_of(trend)
    assert "7010 Cash" in told
    assert told.endswith("Below zero: 7190 Excess over requirement in Dec 2013.")
    assert told.encode() in draw_trend(trend, TrendLook(800, 600)).svg


def test_a_page_takes_so_many_panels(trend: Trend) -> None:
    parts = parts_of(trend, 4)
    assert [len(part.panels) for part in parts] == [4, 1]
    assert sum((part.panels for part in parts), ()) == trend.panels


def test_words_that_are_larger_need_more_room() -> None:
    assert panels_across(4, 800) == 2
    assert panels_across(4, 800, 200) == 1
    assert panels_across(6, 1000) == 3
    assert panels_across(1, 1000) == 1
    assert least_height(4, 800) == 2 * LEAST_HEIGHT
    assert least_height(4, 800, 200) == 8 * LEAST_HEIGHT
