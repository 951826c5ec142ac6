"""The bar over a preview: which page, how large, one page or all, and the search."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit

from focusdesk.ui.look.bar_button import BarButton
from focusdesk.ui.look.giving_bar import GivingBar
from focusdesk.ui.preview.preview_layout import ZOOM_STEPS, Fit, Zoom, zoom_from, zoom_words

_PAGE_FIELD = 44
_GLYPH = 34
_ZOOM = 104


class PreviewBar(GivingBar):
    """The controls that change what is seen, and nothing of the file."""

    page_asked = Signal(int)
    """Go to a page, counted from 0."""

    zoom_asked = Signal(object)
    """Show pages in a size: a `Zoom`."""

    zoom_step_asked = Signal(bool)
    """Show pages one step larger, or smaller."""

    continuous_asked = Signal(bool)
    """Show pages one under the other, or one at a time."""

    find_asked = Signal()
    """Open the search."""

    said = Signal(str)
    """Why a page could not be gone to."""

    def __init__(self) -> None:
        super().__init__("preview_bar")
        self._row.setContentsMargins(10, 6, 10, 6)
        self._row.setSpacing(6)
        self.earlier = BarButton("\u2039", "Previous page  PgUp")
        self.later = BarButton("\u203a", "Next page  PgDn")
        self.page = QLineEdit()
        self.page.setFixedWidth(_PAGE_FIELD)
        self.page.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.of = QLabel()
        self.smaller = BarButton("\u2212", "Smaller  Ctrl+-")
        self.larger = BarButton("+", "Larger  Ctrl++")
        self.zoom = QComboBox()
        self.zoom.setAccessibleName("Zoom")
        self.zoom.setFixedWidth(_ZOOM)
        self.zoom.setToolTip("Ctrl+0: 100 %, Ctrl+1: fit page, Ctrl+2: fit width")
        for zoom in (Fit.WIDTH, Fit.PAGE, *ZOOM_STEPS):
            self.zoom.addItem(zoom_words(zoom))
        self.continuous = BarButton("Continuous", "All pages, one under the other")
        self.continuous.setCheckable(True)
        self.find_button = BarButton("Find\u2026", "Find text on the pages  Ctrl+F")
        self._shown, self._count = 0, 0
        self._lay_out()
        self._tie()

    def show_page(self, page: int, count: int) -> None:
        """Say which page is looked at, counted from 0, and of how many; of none, nothing."""
        self._shown, self._count = page, count
        self.page.setText(str(page + 1) if count else "")
        self.page.setAccessibleName(f"Page, of {count}")
        self.of.setText(f"of {count}" if count else "")
        self.earlier.setEnabled(page > 0)
        self.later.setEnabled(page + 1 < count)

    def show_zoom(self, zoom: Zoom, percent: float) -> None:
        """Say how large pages are shown."""
        self.zoom.setCurrentIndex(self.zoom.findText(zoom_words(zoom)))
        self.zoom.setAccessibleDescription(f"{percent:.0f} % of the size on paper")

    def _lay_out(self) -> None:
        for button in (self.earlier, self.later, self.smaller, self.larger):
            button.setFixedWidth(_GLYPH)
        pages = (self.earlier, self.later, self.page, self.of)
        sizes = (self.smaller, self.zoom, self.larger)
        self.take(
            (*pages, None, *sizes, None, self.continuous, self.find_button),
            gives_up=[(self.earlier, self.later), (self.smaller, self.larger), (self.of,)],
        )

    def _tie(self) -> None:
        self.earlier.clicked.connect(lambda: self.page_asked.emit(self._shown - 1))
        self.later.clicked.connect(lambda: self.page_asked.emit(self._shown + 1))
        self.page.returnPressed.connect(self._on_page_typed)
        self.page.editingFinished.connect(lambda: self.show_page(self._shown, self._count))
        self.smaller.clicked.connect(lambda: self.zoom_step_asked.emit(False))  # noqa: FBT003 -- a signal
        self.larger.clicked.connect(lambda: self.zoom_step_asked.emit(True))  # noqa: FBT003
        self.zoom.activated.connect(self._on_zoom_chosen)
        self.continuous.toggled.connect(self.continuous_asked)
        self.find_button.clicked.connect(self.find_asked)

    def _on_zoom_chosen(self) -> None:
        self.zoom_asked.emit(zoom_from(self.zoom.currentText()))

    def _on_page_typed(self) -> None:
        typed = self.page.text().strip()
        if typed.isdecimal() and 1 <= int(typed) <= self._count:
            self.page_asked.emit(int(typed) - 1)
        else:
            pages = "page" if self._count == 1 else "pages"
            self.said.emit(f'There is no page "{typed}": this print has {self._count} {pages}.')
