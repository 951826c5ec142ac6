from PySide6.QtGui import QImage

from focusdesk.ui.look.theme import theme_named
from focusdesk.ui.page.page_header import PageHeader
from focusdesk.ui.page.schedule_grid import ColumnKind
from tests.ui.words import Pages


def test_a_heading_ends_where_its_figures_end(pages: Pages) -> None:
    pages.tabs.go_to("7010")
    header = pages.view.horizontalHeader()
    assert isinstance(header, PageHeader)
    column = pages.model.grid.column_of(ColumnKind.BASELINE)
    assert column is not None
    image = header.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    soft = theme_named("light").soft.rgb()
    inked = [
        x
        for x in range(image.width())
        if any(image.pixel(x, y) == soft for y in range(image.height()))
    ]
    left = header.sectionViewportPosition(column)
    right = left + header.sectionSize(column)
    assert any(left < x < right for x in inked)
    assert not any(x < left for x in inked)


def test_headings_are_not_buttons(pages: Pages) -> None:
    pages.tabs.go_to("7010")
    header = pages.view.horizontalHeader()
    assert not header.sectionsClickable()
    assert header.height() == 24
    assert header.accessibleName() == "Segregation: columns"


def test_no_edge_is_drawn_where_there_is_no_heading(pages: Pages) -> None:
    pages.tabs.go_to("7010")
    header = pages.view.horizontalHeader()
    image = header.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    rule, middle = theme_named("light").rule.rgb(), image.height() // 2
    edges = [x for x in range(image.width()) if image.pixel(x, middle) == rule]
    column = pages.model.grid.column_of(ColumnKind.BASELINE)
    assert column is not None
    assert edges
    assert min(edges) > header.sectionViewportPosition(column)
