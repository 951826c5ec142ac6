"""What stands around the boxes of a page: numbers, labels, last month's figures, the change."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPainter

from focusdesk.ui.look.theme import theme_named
from focusdesk.ui.page.box_painter import Look
from focusdesk.ui.page.page_measures import PageMeasures
from focusdesk.ui.page.page_painter import PagePainter
from focusdesk.ui.page.schedule_grid import ColumnKind
from tests.ui.words import Pages

CELL = QRect(0, 0, 220, 40)


def drawn(pages: Pages, kind: ColumnKind, code: str, look: Look | None = None) -> QImage:
    """Draw the cell of a kind in the row of a box."""
    assert pages.tabs.go_to(code)
    measures = PageMeasures(pages.model.grid)
    measures.fit(790, with_baseline=True)
    painter = PagePainter(pages.model, measures)
    painter.theme = theme_named("dark")
    image = QImage(CELL.size(), QImage.Format.Format_RGB32)
    image.fill(painter.theme.paper)
    brush = QPainter(image)
    column = pages.model.grid.column_of(kind)
    assert column is not None
    painter.paint(brush, CELL, (pages.model.grid.cells[code][0], column), look or Look())
    brush.end()
    return image


def inked(image: QImage) -> int:
    paper = theme_named("dark").paper
    points = ((x, y) for x in range(CELL.width()) for y in range(CELL.height() - 2))
    return sum(image.pixelColor(*point) != paper for point in points)


@pytest.mark.parametrize(
    "kind", [ColumnKind.NUMBER, ColumnKind.LABEL, ColumnKind.BASELINE, ColumnKind.CHANGE]
)
def test_every_column_beside_a_box_is_written(pages: Pages, kind: ColumnKind) -> None:
    assert inked(drawn(pages, kind, "7040")) > 0


def test_the_row_of_the_current_box_has_a_bar_in_the_accent(pages: Pages) -> None:
    bar = drawn(pages, ColumnKind.NUMBER, "7040", Look(current_row=True))
    assert bar.pixelColor(1, 20) == theme_named("dark").accent
    assert drawn(pages, ColumnKind.NUMBER, "7040").pixelColor(1, 20) == theme_named("dark").paper
