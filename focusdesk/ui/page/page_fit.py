"""Gives a page its columns and rows: as wide as the window has room, as high as their words need.

Widths and heights are reckoned at 100 % (`page_measures`) and set as large as the page is shown.
"""

from PySide6.QtCore import QModelIndex, QObject, Qt, Signal
from PySide6.QtWidgets import QHeaderView, QTableView

from focusdesk.form.box import BoxKind
from focusdesk.ui.look.widths_dialog import NARROWEST, WidthRow
from focusdesk.ui.page.box_delegate import BoxDelegate
from focusdesk.ui.page.page_header import PageHeader
from focusdesk.ui.page.page_measures import PageMeasures
from focusdesk.ui.page.page_style import ADJUSTABLE, PageStyle, width_key
from focusdesk.ui.page.schedule_grid import ColumnKind
from focusdesk.ui.page.schedule_model import ScheduleModel

_BESIDE = (ColumnKind.BASELINE, ColumnKind.CHANGE)


class PageFit(QObject):
    """The columns and rows of one page.

    Attributes:
        fitted: Widths, heights or the size of everything has changed.
        width_chosen: The key of a column that the user has made wider or narrower, and its width
            at 100 %; 0 to let it have its share again.
        measures: How wide columns and how high rows are at 100 %.
        style: How the page is shown.
    """

    fitted = Signal()
    width_chosen = Signal(str, int)

    def __init__(self, view: QTableView, model: ScheduleModel, measures: PageMeasures) -> None:
        super().__init__(view)
        self._view, self._page = view, model
        self.measures = measures
        self.style = PageStyle()
        self._shows_baseline = False
        self._fitting = False
        self._header = PageHeader(view)
        self._header.setAccessibleName(f"{model.grid.schedule.tab}: columns")
        view.setHorizontalHeader(self._header)

    def begin(self) -> None:
        """Fit the page of a view that has its model now, without last month's figures."""
        for at, column in enumerate(self._page.grid.columns):
            if column.kind in ADJUSTABLE:
                self._header.setSectionResizeMode(at, QHeaderView.ResizeMode.Interactive)
        self._header.sectionResized.connect(self._on_resized)
        self._header.sectionHandleDoubleClicked.connect(self._on_handle_clicked)
        self._page.dataChanged.connect(self._on_data_changed)
        self.show_baseline(shown=False)

    def show_baseline(self, *, shown: bool) -> None:
        """Show or hide last month's figures and the change."""
        grid = self._page.grid
        self._shows_baseline = shown and grid.column_of(ColumnKind.BASELINE) is not None
        for kind in _BESIDE:
            column = grid.column_of(kind)
            if column is not None:
                self._view.setColumnHidden(column, not shown)
        titled = any(column.title for column in grid.columns)
        self._header.setVisible(self._shows_baseline or titled)
        self.fit()

    def show_style(self, style: PageStyle, delegate: BoxDelegate) -> None:
        """Show the page in another size, or with other widths."""
        if style == self.style:
            return
        self.style, delegate.zoom = style, style.zoom
        self._header.show_zoom(style.zoom)
        self._view.viewport().setFont(style.zoom.font())  # of what stands at a box
        self.fit(anew=True)
        self._view.viewport().update()

    def widths(self) -> list[WidthRow]:
        """List the columns that can be made wider or narrower, as wide as they are at 100 %."""
        return [
            WidthRow(self._key(at), self._words(at), self.measures.widths[at])
            for at, column in enumerate(self._page.grid.columns)
            if column.kind in ADJUSTABLE and self.measures.widths[at]
        ]

    def _words(self, section: int) -> str:
        role = Qt.ItemDataRole.AccessibleTextRole
        return f"{self._page.headerData(section, Qt.Orientation.Horizontal, role)} column"

    def fit(self, *, anew: bool = False) -> None:
        """Share the room among the columns; with `anew` set them even where none differs."""
        room = self.style.zoom.room(self._view.viewport().width())
        chosen = self.style.chosen(self._page.grid.schedule)
        differs = self.measures.fit(room, with_baseline=self._shows_baseline, chosen=chosen)
        if not (differs or anew):
            return
        self._fitting = True
        for column, width in enumerate(self.style.zoom.edges(self.measures.widths)):
            if width:
                self._view.setColumnWidth(column, width)
        self._fitting = False
        for row in range(self._page.rowCount()):
            self._fit_row(row)
        self.fitted.emit()

    def _fit_row(self, row: int) -> None:
        words = {
            column: str(self._page.index(row, column).data())
            for column, box in self._page.grid.rows[row].boxes
            if box.kind is BoxKind.TEXT
        }
        height = self.style.zoom.grown(self.measures.height(row, words))
        if height != self._view.rowHeight(row):
            self._view.setRowHeight(row, height)

    def _on_data_changed(self, first: QModelIndex, last: QModelIndex) -> None:
        """Give a row the height that its words need now."""
        for row in range(first.row(), last.row() + 1):
            boxes = self._page.grid.rows[row].boxes
            if any(box.kind is BoxKind.TEXT for _, box in boxes):
                self.measures.forget(row)
                self._fit_row(row)

    def _on_resized(self, section: int, _: int, width: int) -> None:
        """Keep the width that a column has been drawn to; one that is hidden has none."""
        if not self._fitting and width and not self._view.isColumnHidden(section):
            wide = max(NARROWEST, self.style.zoom.room(width))
            self.width_chosen.emit(self._key(section), wide)

    def _on_handle_clicked(self, section: int) -> None:
        self.width_chosen.emit(self._key(section), 0)

    def _key(self, section: int) -> str:
        return width_key(self._page.grid.schedule, self._page.grid.columns[section].kind)
