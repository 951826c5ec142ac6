"""Rows are drawn whole: figures at the right edge, long words wrapped, weights in two ways."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication, QStyle, QStyleOptionViewItem

from focusdesk.calc.checks import Severity
from focusdesk.ui.look.theme import theme_named
from focusdesk.ui.overview.overview_rows import OverviewRow
from focusdesk.ui.overview.row_list import RowsModel
from focusdesk.ui.overview.row_paint import RowPainter

WIDTH = 280
PLAIN = OverviewRow("Required", "948,878,264", "7060", "+31,010,326")
HEADED = OverviewRow("15 is blank.", "15", heading="Error C04", severity=Severity.ERROR)


@pytest.fixture
def painter(light: QApplication) -> RowPainter:
    return RowPainter(light)


def drawn(painter: RowPainter, row: OverviewRow, *, focus: bool = False) -> QImage:
    model = RowsModel()
    model.show_rows([row])
    painter.width = WIDTH
    image = QImage(WIDTH, painter.height_of(row), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    option = QStyleOptionViewItem()
    option.rect = QRect(0, 0, image.width(), image.height())
    if focus:
        option.state |= QStyle.StateFlag.State_HasFocus
    canvas = QPainter(image)
    painter.paint(canvas, option, model.index(0, 0))
    canvas.end()
    return image


def colours(image: QImage) -> set[str]:
    return {
        QColor(image.pixel(x, y)).name()
        for x in range(image.width())
        for y in range(image.height())
    }


def test_a_row_with_something_below_is_higher(painter: RowPainter) -> None:
    assert painter.height_of(PLAIN) > painter.height_of(OverviewRow("Required", "1"))


def test_what_stands_below_wraps_too(painter: RowPainter) -> None:
    source = "net capital computation of 31 Jan, workbook NC-2014-01, cell H44"
    one, long = OverviewRow("Capital", "1", "anc"), OverviewRow("Capital", "1", source)

    painter.width = 900
    assert painter.height_of(long) == painter.height_of(one)
    painter.width = WIDTH
    assert painter.height_of(long) > painter.height_of(one)


def test_long_words_wrap_beside_their_figure(painter: RowPainter) -> None:
    long = OverviewRow("The minimum net capital requirement of the page", "not known")

    painter.width = 600
    wide = painter.height_of(long)
    painter.width = WIDTH
    assert painter.height_of(long) > wide


def test_the_figure_ends_at_the_right_margin(painter: RowPainter) -> None:
    image = drawn(painter, OverviewRow("", "1"))
    dark = [
        x
        for x in range(image.width())
        for y in range(image.height())
        if QColor(image.pixel(x, y)).lightness() < 128
    ]

    assert WIDTH - 20 < max(dark) < WIDTH - 8


def test_the_weight_of_a_headed_row_is_its_heading_and_a_bar(painter: RowPainter) -> None:
    error = theme_named("light").error.name()
    image = drawn(painter, HEADED)

    assert QColor(image.pixel(1, image.height() // 2)).name() == error
    assert error not in colours(drawn(painter, PLAIN))


def test_the_focus_is_marked_by_a_frame(painter: RowPainter) -> None:
    accent = theme_named("light").accent.name()

    assert accent in colours(drawn(painter, PLAIN, focus=True))
    assert accent not in colours(drawn(painter, PLAIN))
