"""Reading a printed file: its pages in small and in large, the bar over them, the search."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSplitter, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from focusdesk.ui.preview.preview_bar import PreviewBar
from focusdesk.ui.preview.preview_find import PreviewFind
from focusdesk.ui.preview.preview_pages import Hit, PreviewPages
from focusdesk.ui.preview.preview_thumbnails import PreviewThumbnails
from focusdesk.ui.preview.preview_view import PreviewView

_WIDE_ENOUGH_FOR_THUMBNAILS = 520


class PreviewReader(QWidget):
    """Shows one file after another, always at the same page, place and size.

    Attributes:
        bar: The controls of what is seen.
        search: The line for sought words, when it is open.
        view: The pages.
        thumbnails: The pages in small.
        refusal: What stands in the place of the pages when there are none.
        pages: The file that is shown; `None` when there is none.
    """

    page_shown = Signal(str)
    """Another page is looked at; carries its place and name in words."""

    said = Signal(str)
    """Why a page could not be gone to."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bar, self.search = PreviewBar(), PreviewFind()
        self.view, self.thumbnails = PreviewView(), PreviewThumbnails()
        self.refusal = QLabel()
        self.refusal.setObjectName("preview_refusal")
        self.refusal.setWordWrap(True)
        self.refusal.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.search.hide()
        self.pages: PreviewPages | None = None
        self._lay_out()
        self._tie()

    def show_content(self, content: bytes) -> None:
        """Show a file; nothing happens when it is the one that is shown."""
        if self.pages is None or self.pages.content != content:
            self.clear()
            pages = self.pages = PreviewPages(content)
            self.view.show_pages(pages)
            self.thumbnails.show_pages(pages, self.view.page)
            self.search.show_pages(pages)
            self._on_page_changed(self.view.page)
            self._show_zoom()
        self._show_part(self.view)

    def refuse(self, sentence: str) -> None:
        """Say why there are no pages to be shown; the place that was looked at is kept."""
        self.clear()
        self.thumbnails.clear()
        self.refusal.setText(sentence)
        self._show_part(self.refusal)

    def clear(self) -> None:
        """Let go of the file."""
        if self.pages is not None:
            for part in (self.view, self.thumbnails, self.search):
                part.let_go()
            self.pages.close()
            self.pages = None
            self.bar.show_page(0, 0)

    def ask_page(self) -> None:
        """Let the user type the number of a page."""
        self.bar.page.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.bar.page.selectAll()

    def open_search(self) -> None:
        """Let the user type what is sought."""
        if self.pages is not None:
            self.search.open(self.view.page)

    def close_search(self) -> None:
        """Show the pages without marks."""
        self.search.hide()
        self.view.show_hits((), None)
        self.view.setFocus()

    def step_hit(self, step: int) -> None:
        """Go to the next place of what is sought, or back; opens the search first."""
        if self.search.isVisible():
            self.search.step(step)
        else:
            self.open_search()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where the window is narrow, all of it belongs to the large page."""
        self.thumbnails.setVisible(self.width() >= _WIDE_ENOUGH_FOR_THUMBNAILS)
        super().resizeEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes the search, if it is open."""
        if event.key() == Qt.Key.Key_Escape and self.search.isVisible():
            self.close_search()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        self._middle = QStackedWidget()
        self._middle.addWidget(self.view)
        self._middle.addWidget(self.refusal)
        self.parts = QSplitter(Qt.Orientation.Horizontal)
        self.parts.setHandleWidth(1)
        for at, part in enumerate((self.thumbnails, _stacked(self.search, self._middle))):
            self.parts.addWidget(part)
            self.parts.setStretchFactor(at, at)
            self.parts.setCollapsible(at, not at)
        self.parts.setSizes([self.thumbnails.width(), self.width()])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.bar)
        layout.addWidget(self.parts, 1)

    def _tie(self) -> None:
        self.bar.page_asked.connect(self._go_to)
        self.bar.zoom_asked.connect(self.view.set_zoom)
        self.bar.zoom_step_asked.connect(self._step_zoom)
        self.bar.continuous_asked.connect(self._show_continuous)
        self.bar.find_asked.connect(self.open_search)
        self.bar.said.connect(self.said)
        self.search.found.connect(self._show_hits)
        self.search.closed.connect(self.close_search)
        self.view.page_changed.connect(self._on_page_changed)
        self.view.zoom_changed.connect(self._show_zoom)
        self.thumbnails.page_chosen.connect(self.view.go_to)

    def _show_part(self, part: QWidget) -> None:
        """Show the pages, or why there are none; only pages can be looked through."""
        self._middle.setCurrentWidget(part)
        for widget in (self.thumbnails, self.bar, self.search):
            widget.setEnabled(part is self.view)

    def _go_to(self, page: int) -> None:
        self.view.go_to(page)
        if self.bar.page.hasFocus():
            self.view.setFocus()

    def _step_zoom(self, larger: bool) -> None:  # noqa: FBT001 -- a signal's argument
        self.view.zoom_step(larger=larger)

    def _show_continuous(self, continuous: bool) -> None:  # noqa: FBT001 -- likewise
        self.view.set_continuous(continuous=continuous)

    def _show_hits(self, hits: tuple[Hit, ...], current: Hit | None, go: bool) -> None:  # noqa: FBT001 -- likewise
        self.view.show_hits(hits, current)
        if go and current is not None:
            self.view.go_to_hit(current)

    def _on_page_changed(self, page: int) -> None:
        if self.pages is not None:
            count, name = len(self.pages), self.pages.names[page]
            self.bar.show_page(page, count)
            self.thumbnails.show_current(page)
            words = f"Page {page + 1} of {count}, {name}".removesuffix(", ")
            self.view.setAccessibleName(words)
            self.page_shown.emit(words)

    def _show_zoom(self) -> None:
        self.bar.show_zoom(self.view.zoom, self.view.percent)


def _stacked(*widgets: QWidget) -> QWidget:
    """Put widgets under each other, the last one as large as it may be."""
    stack = QWidget()
    layout = QVBoxLayout(stack)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    for widget in widgets:
        layout.addWidget(widget, int(widget is widgets[-1]))
    return stack
