"""A trend as a file."""

from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from focusdesk.app.joined import desk_edges
from focusdesk.app.trend_files import WRITE_TREND, trend_png, trend_svg
from focusdesk.catalog.loader import load_editions
from focusdesk.filing.trend import Trend, trend_of
from focusdesk.ui.edges import EdgeRefused
from focusdesk.ui.look.theme import load_fonts
from tests.ui.window_words import side_by_side


@pytest.fixture
def trend(qapp: QApplication) -> Trend:
    del qapp
    load_fonts()
    values = {"13": "FIRM & CO", "7070": 5_000_000}
    return trend_of(side_by_side(load_editions()["2014-01"], {"7010": 4}, dict(values)))


def test_the_drawing_of_a_file_says_whose_and_of_which_months_it_is(trend: Trend) -> None:
    svg = trend_svg(trend).decode()
    assert "FIRM &amp; CO" in svg
    assert "Oct 2013 to Nov 2013, 2 months" in svg
    assert "illustrative" in svg


def test_the_picture_of_pixels_is_fine_enough_for_a_report(trend: Trend) -> None:
    image = QImage.fromData(trend_png(trend))
    assert image.width() == 2000
    shades = {image.pixelColor(x, y).lightness() for x in range(30, 200) for y in range(20, 50)}
    assert min(shades) < 100 < max(shades)


def test_a_suffix_that_is_not_known_is_refused_with_those_that_are(
    trend: Trend, tmp_path: Path
) -> None:
    assert list(WRITE_TREND) == [".png", ".svg", ".pdf"]
    with pytest.raises(EdgeRefused, match=r"Name it with \.png, \.svg, \.pdf"):
        desk_edges().write_trend(trend, tmp_path / "trends.gif")
