"""Whatever is clicked is at least 24 by 24 pixels large (WCAG 2.2, 2.5.8)."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QListView,
    QMenu,
    QMenuBar,
    QTabBar,
    QTableView,
    QWidget,
)

from focusdesk.form.box import BoxKind
from focusdesk.ui.page.box_delegate import BoxEditor
from focusdesk.ui.page.box_painter import answers
from focusdesk.ui.page.page_measures import click_area
from tests.ui.every_window import WINDOWS, Arrive, Opening, segregation
from tests.ui.words import Pages, frame_of

LEAST = 24
Target = tuple[str, QSize]


def targets_in(window: QWidget) -> Iterator[Target]:
    """Give all that can be clicked in a window, as large as it is."""
    for widget in window.findChildren(QWidget):
        if widget.isVisibleTo(window) and widget.window() is window.window():
            yield from _targets_of(widget)


def _targets_of(widget: QWidget) -> Iterator[Target]:
    name = widget.accessibleName() or widget.metaObject().className()
    if isinstance(widget, QComboBox):
        yield name, widget.size()
        yield f"{name}, first item", QSize(LEAST, _height_of_items(widget))
    elif isinstance(widget, QAbstractButton | QAbstractSpinBox | QLineEdit):
        if not _is_within(widget):
            yield name, widget.size()
    elif isinstance(widget, QTabBar):
        yield from ((widget.tabText(at), widget.tabRect(at).size()) for at in range(widget.count()))
    elif isinstance(widget, QMenuBar):
        yield from ((each.text(), widget.actionGeometry(each).size()) for each in widget.actions())
    elif isinstance(widget, QAbstractItemView):
        yield from _items_of(widget, name)


def _is_within(widget: QWidget) -> bool:
    """Whether it is clicked with what it lies in: a box of the page, a field for numbers."""
    return isinstance(widget, BoxEditor) or isinstance(widget.parentWidget(), QAbstractSpinBox)


def _height_of_items(combo: QComboBox) -> int:
    view = combo.view()
    spacing = 2 * view.spacing() if isinstance(view, QListView) else 0
    return view.sizeHintForRow(0) + spacing if combo.count() else LEAST


def _items_of(view: QAbstractItemView, name: str) -> Iterator[Target]:
    """Give the items that can be chosen; a heading only where it can be pressed."""
    model = view.model()
    for row in range(model.rowCount()):
        for column in range(model.columnCount() if isinstance(view, QTableView) else 1):
            index = model.index(row, column)
            size = view.visualRect(index).size()
            if index.flags() & Qt.ItemFlag.ItemIsSelectable and not size.isEmpty():
                yield f"{name}, {index.data()}", size
    header = view.horizontalHeader() if isinstance(view, QTableView) else None
    if isinstance(header, QHeaderView) and header.isVisible() and header.sectionsClickable():
        yield f"{name}, headings", QSize(header.sectionSize(0), header.height())


def small(targets: Iterator[Target]) -> list[str]:
    """Name the targets that are too small."""
    return [
        f"{name}: {size.width()} by {size.height()}"
        for name, size in targets
        if min(size.width(), size.height()) < LEAST
    ]


@pytest.mark.parametrize("opening", WINDOWS, ids=lambda opening: opening.name)
def test_whatever_is_clicked_is_large_enough(arrive: Arrive, opening: Opening) -> None:
    _, shown = arrive(opening)
    assert not small(targets_in(shown))


def test_so_are_the_arrows_of_tabs_that_have_no_room(arrive: Arrive) -> None:
    window, shown = arrive(Opening(segregation))
    window.frame.resize(640, 600)
    arrows = [
        each
        for each in window.tabs.tabBar().findChildren(QAbstractButton)
        if each.isVisibleTo(shown)
    ]
    assert arrows
    assert not small(("arrow", each.size()) for each in arrows)


def test_so_are_the_lines_of_every_menu(arrive: Arrive) -> None:
    window, _ = arrive(Opening(segregation))
    for menu in window.frame.findChildren(QMenu):
        menu.ensurePolished()
        lines = [each for each in menu.actions() if not each.isSeparator()]
        assert not small((each.text(), menu.actionGeometry(each).size()) for each in lines)


@pytest.mark.parametrize("aside", [-11, 11])
def test_a_square_is_ticked_by_a_click_beside_it_too(pages: Pages, aside: int) -> None:
    assert pages.tabs.go_to("17")
    at = frame_of(pages, "17").center() + QPoint(aside, aside)
    assert pages.session.value("17") is None
    QTest.mouseClick(pages.view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert pages.session.value("17") is True


def test_an_answer_is_large_enough(pages: Pages) -> None:
    code = next(
        code for code, box in pages.session.edition.boxes.items() if box.kind is BoxKind.YES_NO
    )
    assert pages.tabs.go_to(code)
    assert not small((code, click_area(area).size()) for _, area in answers(frame_of(pages, code)))
