"""Zoom and widths on real pages: nothing is cut off, what was chosen holds."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest

from focusdesk.ui.look.theme import theme_named
from focusdesk.ui.look.zoom import Zoom
from focusdesk.ui.page.page_style import PageStyle
from focusdesk.ui.page.refusal import Refusal
from focusdesk.ui.page.schedule_grid import ColumnKind
from tests.ui.words import Pages, click, editor, frame_of, press, shown, write

SIZES = (75, 100, 150, 200)


def zoomed(pages: Pages, percent: int, **widths: int) -> None:
    pages.tabs.show_style(PageStyle(Zoom(percent), widths))


def column(pages: Pages, kind: ColumnKind) -> int:
    at = pages.model.grid.column_of(kind)
    assert at is not None
    return at


def picture(pages: Pages) -> QImage:
    return pages.view.viewport().grab().toImage()


@pytest.mark.parametrize("percent", SIZES)
def test_every_row_is_as_high_as_its_words_need_at_every_size(pages: Pages, percent: int) -> None:
    zoomed(pages, percent)
    for tab in range(pages.tabs.count()):
        pages.tabs.setCurrentIndex(tab)
        for row, line in enumerate(pages.model.grid.rows):
            height = pages.view.zoom.room(pages.view.rowHeight(row))
            assert height >= pages.view.measures.label_height(row), line.label
            for _, box in line.boxes:
                cell = pages.view.visualRect(pages.model.index_of(box.code))
                assert cell.contains(frame_of(pages, box.code)), box.code


@pytest.mark.parametrize("percent", [75, 100])
def test_a_page_that_has_room_is_not_scrolled_sideways(pages: Pages, percent: int) -> None:
    zoomed(pages, percent)
    for tab in range(pages.tabs.count()):
        pages.tabs.setCurrentIndex(tab)
        assert pages.view.horizontalScrollBar().maximum() == 0


@pytest.mark.parametrize("percent", SIZES)
def test_the_current_box_stays_in_sight_with_its_code(pages: Pages, percent: int) -> None:
    for code in ("7785", "7190", "7010"):
        assert pages.tabs.go_to(code)
        zoomed(pages, percent)
        cell = pages.view.visualRect(pages.model.index_of(code))
        assert pages.view.viewport().rect().contains(cell), code
        zoomed(pages, 100)


@pytest.mark.parametrize("percent", SIZES)
def test_a_box_is_drawn_where_it_is_clicked_and_typed_into(pages: Pages, percent: int) -> None:
    zoomed(pages, percent)
    assert pages.tabs.go_to("7080")
    press(Qt.Key.Key_Down)
    frame = frame_of(pages, "7080")
    theme, drawn = theme_named("light"), picture(pages)
    edge = [drawn.pixelColor(frame.center().x(), frame.top() + dy) for dy in (-1, 0, 1)]
    assert any(colour.lightness() < theme.paper.lightness() - 60 for colour in edge)
    click(pages, "7080")
    write("5")
    line = editor(pages)
    assert line is not None
    assert frame_of(pages, "7080").contains(line.geometry())
    assert line.fontMetrics().height() <= line.height() + 2
    press(Qt.Key.Key_Return)
    assert shown(pages, "7080") == "5"


@pytest.mark.parametrize("percent", [75, 200])
def test_a_tick_is_ticked_where_it_is_drawn(pages: Pages, percent: int) -> None:
    zoomed(pages, percent)
    assert pages.tabs.go_to("17")
    before = pages.session.value("17")
    click(pages, "17")
    assert pages.session.value("17") != before


def test_the_words_of_a_label_are_drawn_larger(pages: Pages) -> None:
    pages.tabs.go_to("7010")
    row, _ = pages.model.grid.cells["7010"]

    def inked() -> int:
        rect = pages.view.visualRect(pages.model.index(row, 1))
        drawn = pages.view.viewport().grab(rect).toImage()
        points = ((x, y) for x in range(drawn.width()) for y in range(drawn.height() - 3))
        return sum(drawn.pixelColor(QPoint(*point)).lightness() < 120 for point in points)

    small = inked()
    zoomed(pages, 200)
    assert inked() > 2 * small


def test_a_refusal_stands_at_its_box_at_every_size(pages: Pages) -> None:
    zoomed(pages, 150)
    pages.tabs.go_to("7080")
    write("x1")
    press(Qt.Key.Key_Return)
    assert pages.refused
    zoomed(pages, 75)
    said = pages.view.findChild(Refusal)
    assert said is not None
    frame, place = frame_of(pages, "7080"), said.geometry()
    assert 0 < place.top() - frame.bottom() < 8 or 0 < frame.top() - place.bottom() < 8


def test_a_column_that_was_drawn_wider_tells_its_width_at_full_size(pages: Pages) -> None:
    told: list[tuple[str, int]] = []
    pages.tabs.width_chosen.connect(lambda key, width: told.append((key, width)))  # pyright: ignore[reportUnknownLambdaType, reportUnknownArgumentType] -- a signal's arguments have no types
    zoomed(pages, 200)
    pages.tabs.go_to("7010")
    header = pages.view.horizontalHeader()
    at = column(pages, ColumnKind.CHANGE)
    pages.view.horizontalScrollBar().setValue(pages.view.horizontalScrollBar().maximum())
    edge = QPoint(header.sectionViewportPosition(at) - 1, 10)
    wide = header.sectionSize(at - 1)
    left, port = Qt.MouseButton.LeftButton, header.viewport()
    QTest.mousePress(port, left, pos=edge)
    QTest.mouseMove(port, edge + QPoint(40, 0))
    QTest.mouseRelease(port, left, pos=edge + QPoint(40, 0))
    assert told[-1] == ("baseline", (wide + 40) // 2)
    QTest.mouseDClick(port, left, pos=edge + QPoint(40, 0))
    assert told[-1] == ("baseline", 0)


def test_a_chosen_width_holds_and_the_rest_is_shared(pages: Pages) -> None:
    pages.tabs.go_to("7010")
    label = column(pages, ColumnKind.LABEL)
    shared = pages.view.columnWidth(label)
    pages.tabs.show_style(PageStyle(widths={"segregation.label": shared - 40, "change": 70}))
    assert pages.view.columnWidth(label) == shared - 40
    assert pages.view.columnWidth(column(pages, ColumnKind.CHANGE)) == 70
    assert {row.key: row.pixels for row in pages.view.widths()}["change"] == 70
    pages.tabs.show_style(PageStyle())
    assert pages.view.columnWidth(label) == shared


def test_columns_of_amounts_keep_the_room_that_their_figures_need(pages: Pages) -> None:
    pages.tabs.go_to("7010")
    keys = {row.key for row in pages.view.widths()}
    assert keys == {"segregation.label", "segregation.words", "baseline", "change"}
