"""Ctrl+F in the preview: words are sought while they are typed, and one goes from hit to hit."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from focusdesk.ui.look.find_line import FindLine
from focusdesk.ui.preview.preview_pages import Hit, PreviewPages

_RESTED = 120  # milliseconds after the last letter


class PreviewFind(FindLine):
    """Searches the pages of a print."""

    found = Signal(object, object, bool)
    """The hits, a tuple; the current one, `None` when there is none; whether to go there."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Find on the pages", "Find: a code, an amount, words", parent)
        self.setObjectName("preview_find")
        self._pages: PreviewPages | None = None
        self._hits: tuple[Hit, ...] = ()
        self._at = 0
        self._from_page = 0
        self._rested = QTimer(self, singleShot=True, interval=_RESTED)
        self._rested.timeout.connect(self._search)
        self.sought.textChanged.connect(self._on_typed)
        self.stepped.connect(self.step)

    def open(self, page: int) -> None:
        """Take the keyboard; the search begins at the page that is looked at."""
        self._from_page = page
        self.take_keyboard()
        self._search()

    def show_pages(self, pages: PreviewPages) -> None:
        """Search a file that has been drawn anew, and stay at the same hit of those there are."""
        self._pages = pages
        if self.isVisible() and self.sought.text():
            self._hits = pages.find(self.sought.text())
            self._at = min(self._at, max(0, len(self._hits) - 1))
            self._tell(go=False)

    def step(self, step: int) -> None:
        """Go to the next hit, or back; behind the last comes the first."""
        if self._rested.isActive():
            self._search()
        elif self._hits:
            self._at = (self._at + step) % len(self._hits)
            self._tell()

    def let_go(self) -> None:
        """Search no more: the file is about to be closed."""
        self._rested.stop()
        self._pages = None

    def _on_typed(self) -> None:
        self._rested.start()

    def _search(self) -> None:
        self._rested.stop()
        if self._pages is not None:
            self._hits = self._pages.find(self.sought.text())
            ahead = (at for at, hit in enumerate(self._hits) if hit.page >= self._from_page)
            self._at = next(ahead, 0)
            self._tell()

    def _tell(self, *, go: bool = True) -> None:
        words = f"{self._at + 1} of {len(self._hits)}" if self._hits else "Not found"
        sought = bool(self.sought.text())
        spoken = words if go and sought else ""
        self.show_count(words if sought else "", found=bool(self._hits), spoken=spoken)
        self.found.emit(self._hits, self._hits[self._at] if self._hits else None, go)
