from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from focusdesk.filing.row_history import Figures
from focusdesk.ui.compare.curve_paint import CURVE_WIDTH, curve_area, curve_points, paint_curve
from focusdesk.ui.look.theme import theme_named

CELL = QRect(0, 0, CURVE_WIDTH, 25)


def _painted(figures: Figures) -> QImage:
    image = QImage(CELL.size(), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    paint_curve(painter, CELL, figures, theme_named("light"))
    painter.end()
    return image


def _inked(image: QImage, columns: range) -> int:
    white = QImage(1, 1, image.format())
    white.fill(Qt.GlobalColor.white)
    paper = white.pixelColor(0, 0)
    rows = range(image.height())
    return sum(image.pixelColor(QPoint(x, y)) != paper for x in columns for y in rows)


def test_the_months_are_spread_over_the_width_and_the_greatest_is_at_the_top() -> None:
    area = curve_area(CELL)
    points = curve_points(area, (5, 10, 0))
    assert [(point.x(), point.y()) for point in points if point] == [
        (area.left(), area.center().y()),
        (area.center().x(), area.top()),
        (area.right(), area.bottom()),
    ]


def test_a_line_that_never_moved_lies_in_the_middle() -> None:
    area = curve_area(CELL)
    heights = {point.y() for point in curve_points(area, (7, 7, 7)) if point}
    assert heights == {area.center().y()}


def test_a_blank_month_leaves_a_gap(light: QApplication) -> None:
    del light
    whole, broken = _painted((1, 2, 3, 4, 5)), _painted((1, 2, None, 4, 5))
    middle = range(CURVE_WIDTH // 2 - 4, CURVE_WIDTH // 2 + 4)
    assert _inked(whole, middle)
    assert not _inked(broken, middle)


def test_the_latest_month_ends_in_a_dot_and_a_blank_one_in_nothing(light: QApplication) -> None:
    del light
    end, begin = range(CURVE_WIDTH - 6, CURVE_WIDTH), range(6)
    flat = _painted((3, 3, 3))
    assert _inked(flat, end) > 2 * _inked(flat, begin)
    assert not _inked(_painted((3, 3, None)), end)


def test_the_zero_line_is_drawn_where_the_sign_changes_and_nowhere_else(
    light: QApplication,
) -> None:
    del light
    beyond = range(CURVE_WIDTH - 20, CURVE_WIDTH - 8)
    assert _inked(_painted((-5, 5, None, None, None, None)), beyond)
    assert not _inked(_painted((1, 11, None, None, None, None)), beyond)


def test_nothing_is_drawn_of_a_line_without_amounts(light: QApplication) -> None:
    del light
    assert not _inked(_painted(()), range(CURVE_WIDTH))
