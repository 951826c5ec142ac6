"""Ctrl+F in the preview: words are sought while they are typed, and one goes from hit to hit."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QWidget
from typing_extensions import override

from focusdesk.ui.bar_button import BarButton
from focusdesk.ui.pills import give_look
from focusdesk.ui.preview_pages import Hit, PreviewPages

_GLYPH = 34
_RESTED = 120  # milliseconds after the last letter


class PreviewFind(QFrame):
    """The line for what is sought, how often it was found, and the way to the next place."""

    found = Signal(object, object, bool)
    """The hits, a tuple; the current one, `None` when there is none; whether to go there."""

    closed = Signal()
    """The user wants the pages back."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("preview_find")
        self.sought = QLineEdit()
        self.sought.setAccessibleName("Find on the pages")
        self.sought.setPlaceholderText("Find: a code, an amount, words")
        self.sought.setClearButtonEnabled(True)
        self.count = QLabel()
        self.earlier = BarButton("\u2039", "Previous hit  Shift+F3")
        self.later = BarButton("\u203a", "Next hit  F3")
        self.close_button = BarButton("Close", "Close the search  Esc")
        self._pages: PreviewPages | None = None
        self._hits: tuple[Hit, ...] = ()
        self._at = 0
        self._from_page = 0
        self._rested = QTimer(self, singleShot=True, interval=_RESTED)
        self._lay_out()
        self._tie()

    def open(self, page: int) -> None:
        """Take the keyboard; the search begins at the page that is looked at."""
        self._from_page = page
        self.show()
        self.sought.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.sought.selectAll()
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

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the next hit, Shift+Enter to the one before."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.step(-1 if back else 1)
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        for button in (self.earlier, self.later):
            button.setFixedWidth(_GLYPH)
        self.sought.setMinimumWidth(80)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(10, 6, 10, 6)
        layout.setSpacing(8)
        layout.addWidget(self.sought, 1)
        for widget in (self.earlier, self.later, self.count, self.close_button):
            layout.addWidget(widget)

    def _tie(self) -> None:
        self._rested.timeout.connect(self._search)
        self.sought.textChanged.connect(self._on_typed)
        self.earlier.clicked.connect(lambda: self.step(-1))
        self.later.clicked.connect(lambda: self.step(1))
        self.close_button.clicked.connect(self.closed)

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
        self.count.setText(words if self.sought.text() else "")
        if go and self.sought.text():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))
        give_look(self.count, "plain" if self._hits else "warning")
        for button in (self.earlier, self.later):
            button.setEnabled(bool(self._hits))
        self.found.emit(self._hits, self._hits[self._at] if self._hits else None, go)
