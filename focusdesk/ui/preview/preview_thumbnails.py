"""The pages of a preview in small, at its left: drawn one by one, once the large page is seen."""

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QIcon, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QListView, QListWidget, QListWidgetItem, QWidget
from typing_extensions import override

from focusdesk.ui.look.theme import Theme, theme_now
from focusdesk.ui.preview.preview_pages import PreviewPages

_PICTURE = QSize(102, 132)
_CELL = QSize(140, 182)  # with two lines of words under the picture
_WIDTH = 168


class PreviewThumbnails(QListWidget):
    """A list of the pages; going along it turns the pages of the preview."""

    page_chosen = Signal(int)
    """The user wants to see a page, counted from 0."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages: PreviewPages | None = None
        self._theme: Theme | None = None
        self.setObjectName("preview_thumbnails")
        self.setAccessibleName("Pages in small")
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setFlow(QListView.Flow.TopToBottom)
        self.setWrapping(False)
        self.setMovement(QListView.Movement.Static)
        self.setIconSize(_PICTURE)
        self.setGridSize(_CELL)
        self.setUniformItemSizes(True)
        self.setWordWrap(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedWidth(_WIDTH)
        self._waiting: list[int] = []
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._draw_next)
        self.currentRowChanged.connect(self._on_row_changed)

    def show_pages(self, pages: PreviewPages, current: int) -> None:
        """List a file's pages; their pictures follow, from the current one on."""
        self._pages = pages
        self.blockSignals(True)  # noqa: FBT003 -- Qt's own signature
        self._fit_rows(len(pages))
        for page, name in enumerate(pages.names):
            self._item(page).setText(f"{page + 1}  {name}".rstrip())
            spoken = f"Page {page + 1} of {len(pages)}, {name}".removesuffix(", ")
            self._item(page).setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
            self._item(page).setToolTip(spoken)
        self.setCurrentRow(current)
        self.blockSignals(False)  # noqa: FBT003
        self._draw_all(current)

    def show_current(self, page: int) -> None:
        """Mark the page that is looked at."""
        self.blockSignals(True)  # noqa: FBT003
        self.setCurrentRow(page)
        self.blockSignals(False)  # noqa: FBT003

    def let_go(self) -> None:
        """Draw no more, and show none: the file is about to be closed."""
        self._next.stop()
        self._pages = None

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Frame the pages anew when the theme has changed."""
        super().changeEvent(event)
        if self._pages is not None and theme_now() is not self._theme:
            self._draw_all(max(0, self.currentRow()))

    def _draw_all(self, first: int) -> None:
        self._theme = theme_now()
        self._waiting = [*range(first, self.count()), *range(first)]
        self._next.start()

    def _fit_rows(self, count: int) -> None:
        while self.count() > count:
            self.takeItem(self.count() - 1)
        while self.count() < count:
            QListWidgetItem(self._icon(None), "", self).setSizeHint(_CELL)

    def _item(self, page: int) -> QListWidgetItem:
        return self.item(page)

    def _draw_next(self) -> None:
        if self._pages is None or not self._waiting:
            return
        page = self._waiting.pop(0)
        self._item(page).setIcon(self._icon(page))
        if self._waiting:
            self._next.start()

    def _icon(self, page: int | None) -> QIcon:
        """Draw a page in small on an even ground, framed; before its turn an empty sheet."""
        ratio, theme = self.devicePixelRatioF(), theme_now()
        size = _PICTURE * ratio
        if page is not None and self._pages is not None:
            picture = QPixmap.fromImage(self._pages.draw(page, size))
        else:
            picture = QPixmap(size)
            picture.fill(Qt.GlobalColor.white)
        picture.setDevicePixelRatio(ratio)
        painter = QPainter(picture)
        painter.setPen(QPen(theme.frame, 1))
        painter.drawRect(0, 0, _PICTURE.width() - 1, _PICTURE.height() - 1)
        painter.end()
        icon = QIcon(picture)
        icon.addPixmap(picture, QIcon.Mode.Selected)  # Qt would tint the paper
        return icon

    def _on_row_changed(self, row: int) -> None:
        if row >= 0:
            self.page_chosen.emit(row)
