"""The pages of a preview on the screen: one under the other, or one at a time."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QScrollBar, QWidget
from typing_extensions import override

from focusdesk.ui.look.theme import Theme, theme_of
from focusdesk.ui.preview.preview_layout import (
    GAP,
    POINTS_AN_INCH,
    Fit,
    PlacedPages,
    Room,
    Zoom,
    next_zoom,
    place_pages,
)
from focusdesk.ui.preview.preview_pages import Hit, PreviewPages
from focusdesk.ui.preview.preview_tiles import PageTiles

_LINE = 40
_NOTCH = 120
_TOP = QPoint(0, 0)
HIT_INK = QColor(255, 196, 0, 96)
CURRENT_INK = QColor(255, 160, 0, 96)
CURRENT_FRAME = QColor("#8a3b00")
"""Hits lie on paper, which is white in every theme; the current one also has a frame."""


class PreviewView(QAbstractScrollArea):
    """The pages, as large as the user wishes.

    Keys: PgUp and PgDn turn a page, Home and End go to the first and the last, arrows and Space
    scroll.
    """

    page_changed = Signal(int)
    """Another page is the one that is looked at, counted from 0."""

    zoom_changed = Signal()
    """The pages are shown in another size."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("preview_view")
        self.setAccessibleName("Pages")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # A bar that comes and goes would change the width that pages are fitted to.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._pages: PreviewPages | None = None
        self._tiles: PageTiles | None = None
        self._zoom: Zoom = Fit.WIDTH
        self._continuous = True
        self._page = 0
        self._placed = PlacedPages(1.0, {}, QSize())
        self._hits: tuple[Hit, ...] = ()
        self._current_hit: Hit | None = None
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    @property
    def page(self) -> int:
        """The page that is looked at, counted from 0."""
        return self._page

    @property
    def zoom(self) -> Zoom:
        """How large pages are shown."""
        return self._zoom

    @property
    def percent(self) -> float:
        """How large pages are shown, per cent of their size on paper."""
        return self._placed.scale * POINTS_AN_INCH / self.logicalDpiX() * 100

    @property
    def continuous(self) -> bool:
        """Whether pages stand one under the other."""
        return self._continuous

    def frame_of(self, page: int) -> QRect:
        """Give where a page stands in the window's part for pages; empty when it is not shown."""
        return self._placed.frames.get(page, QRect()).translated(-self._origin())

    def show_pages(self, pages: PreviewPages) -> None:
        """Show a file's pages, at the page and the place that were looked at before."""
        self._pages, self._tiles = pages, PageTiles(pages)
        self._hits, self._current_hit = (), None
        self._place(max(0, min(self._page, len(pages) - 1)))

    def let_go(self) -> None:
        """Show nothing: the file is about to be closed. The page and the place are kept."""
        self._pages, self._tiles = None, None

    def set_zoom(self, zoom: Zoom) -> None:
        """Show pages in another size; what is in the middle of the window stays there."""
        if zoom != self._zoom:
            self._zoom = zoom
            self._place(self._page, self.viewport().rect().center())
            self.zoom_changed.emit()

    def zoom_step(self, *, larger: bool) -> None:
        """Show pages one step larger, or smaller."""
        self.set_zoom(next_zoom(self.percent, larger=larger))

    def set_continuous(self, *, continuous: bool) -> None:
        """Show pages one under the other, or one at a time."""
        if continuous != self._continuous:
            self._continuous = continuous
            self._place(self._page)

    def go_to(self, page: int) -> None:
        """Show a page from its top; a number past the ends goes to the first or the last."""
        if self._pages is not None:
            target = max(0, min(page, len(self._pages) - 1))
            self._look_at(target)
            self.verticalScrollBar().setValue(self._placed.frames[target].top() - GAP)
            self._look_at(target)  # the last page may be too short to come to the top

    def show_hits(self, hits: Sequence[Hit], current: Hit | None) -> None:
        """Mark where sought words stand, the current place more than the others."""
        self._hits, self._current_hit = tuple(hits), current
        self.viewport().update()

    def go_to_hit(self, hit: Hit) -> None:
        """Bring sought words into sight, moving no more than is needed."""
        self._look_at(hit.page)
        self._bring_into_sight(self._on_screen(hit.page, hit.parts[0]))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self.palette())
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), theme.ground)
        for page in self._placed.frames:
            frame = self.frame_of(page)
            if frame.adjusted(-1, -1, 1, 1).intersects(event.rect()):
                self._paint_page(painter, page, event.rect(), theme)
        painter.end()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place(self._page)
        if isinstance(self._zoom, Fit):
            self.zoom_changed.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar, screen = self.verticalScrollBar(), self.viewport().height() - _LINE
        back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        match event.key():
            case Qt.Key.Key_PageDown:
                self.go_to(self._page + 1)
            case Qt.Key.Key_PageUp:
                self.go_to(self._page - 1)
            case Qt.Key.Key_Home:
                self.go_to(0)
            case Qt.Key.Key_End:
                self.go_to(len(self._pages or ()) - 1)
            case Qt.Key.Key_Space:
                self._scroll(bar, -screen if back else screen)
            case Qt.Key.Key_Down:
                self._scroll(bar, _LINE)
            case Qt.Key.Key_Up:
                self._scroll(bar, -_LINE)
            case _:
                super().keyPressEvent(event)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if event.angleDelta().y():
                self.zoom_step(larger=event.angleDelta().y() > 0)
            event.accept()
            return
        before = self.verticalScrollBar().value()
        super().wheelEvent(event)
        notches = int(
            event.angleDelta().y() / _NOTCH
        )  # a touch pad's many small steps turn no page
        if notches and not self._continuous and self.verticalScrollBar().value() == before:
            self._turn(-1 if notches > 0 else 1)

    def _scroll(self, bar: QScrollBar, by: int) -> None:
        """Scroll; a page that is shown alone turns over at its ends."""
        before = bar.value()
        bar.setValue(before + by)
        if not self._continuous and bar.value() == before:
            self._turn(1 if by > 0 else -1)

    def _turn(self, step: int) -> None:
        """Turn to a page that is shown alone: to its top, or going back to its foot."""
        if self._pages is not None and 0 <= self._page + step < len(self._pages):
            self.go_to(self._page + step)
            if step < 0:
                self.verticalScrollBar().setValue(self.verticalScrollBar().maximum())

    def _place(self, page: int, kept: QPoint = _TOP) -> None:
        """Lay the pages out anew, and keep what stands at a place of the window there."""
        if self._pages is None:
            return
        old, begins = self.frame_of(self._page), not self.verticalScrollBar().value()
        across, down = _share(kept - old.topLeft(), old.size())
        self._page = page
        self._lay_out()
        new = self._placed.frames[page]
        place = new.topLeft() + QPoint(round(across * new.width()), round(down * new.height()))
        if not old.isEmpty():
            self.horizontalScrollBar().setValue(place.x() - kept.x())
            self.verticalScrollBar().setValue(0 if begins else place.y() - kept.y())
        self._look_at(page)
        self.viewport().update()

    def _lay_out(self) -> None:
        if self._pages is None:
            return
        shown = range(len(self._pages)) if self._continuous else (self._page,)
        room = Room(self.viewport().size(), self.logicalDpiX())
        self._placed = place_pages(self._pages.sizes, shown, self._zoom, room)
        spare = self._placed.extent - self.viewport().size()
        for bar, most, page in (
            (self.horizontalScrollBar(), spare.width(), self.viewport().width()),
            (self.verticalScrollBar(), spare.height(), self.viewport().height()),
        ):
            bar.blockSignals(True)  # noqa: FBT003 -- Qt's own signature
            bar.setRange(0, max(0, most))
            bar.setPageStep(page)
            bar.setSingleStep(_LINE)
            bar.blockSignals(False)  # noqa: FBT003

    def _look_at(self, page: int) -> None:
        if page != self._page:
            self._page = page
            if not self._continuous:
                self._lay_out()
                self.viewport().update()
            self.page_changed.emit(page)

    def _on_scrolled(self) -> None:
        if self._continuous and self._placed.frames:
            third = self.verticalScrollBar().value() + self.viewport().height() // 3
            self._look_at(self._placed.page_at(third))
        self.viewport().update()

    def _bring_into_sight(self, place: QRectF) -> None:
        seen = QRectF(self.viewport().rect()).adjusted(GAP, GAP, -GAP, -GAP)
        if not seen.contains(place):
            off = place.center() - seen.center()
            for bar, by in (
                (self.horizontalScrollBar(), off.x()),
                (self.verticalScrollBar(), off.y()),
            ):
                bar.setValue(bar.value() + round(by))

    def _origin(self) -> QPoint:
        return QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def _on_screen(self, page: int, part: QRectF) -> QRectF:
        """Turn points of a page into pixels of the window's part for pages."""
        scale, corner = self._placed.scale, self.frame_of(page).topLeft()
        return QRectF(
            corner.x() + part.x() * scale,
            corner.y() + part.y() * scale,
            part.width() * scale,
            part.height() * scale,
        )

    def _paint_page(self, painter: QPainter, page: int, exposed: QRect, theme: Theme) -> None:
        frame = self.frame_of(page)
        if self._tiles is not None:
            self._tiles.paint(painter, page, frame, exposed)
        painter.setPen(QPen(theme.frame, 0))
        painter.drawRect(frame.adjusted(-1, -1, 0, 0))
        for hit in self._hits:
            if hit.page == page:
                self._paint_hit(painter, hit)

    def _paint_hit(self, painter: QPainter, hit: Hit) -> None:
        current = hit == self._current_hit
        for part in hit.parts:
            place = self._on_screen(hit.page, part).adjusted(-3, -3, 3, 3)
            painter.fillRect(place, CURRENT_INK if current else HIT_INK)
            if current:
                painter.setPen(QPen(CURRENT_FRAME, 2))
                painter.drawRect(place)


def _share(place: QPoint, size: QSize) -> tuple[float, float]:
    """Say how far across and down a page a place is, as parts of one."""
    return place.x() / max(1, size.width()), place.y() / max(1, size.height())
