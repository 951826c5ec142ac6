"""The line in which a search is typed, how often it was found, and the way from hit to hit."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QWidget
from typing_extensions import override

from focusdesk.ui.look.bar_button import BarButton
from focusdesk.ui.look.pills import give_look

_GLYPH = 34
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FindLine(QFrame):
    """A bar for a search; what is searched is its children's, or its owner's."""

    stepped = Signal(int)
    """The user wants the next hit, ``1``, or the one before, ``-1``."""

    closed = Signal()
    """The user wants the pages back."""

    def __init__(self, name: str, asked: str, parent: QWidget | None = None) -> None:
        """Lay out the bar.

        Args:
            name: What the line is called.
            asked: What stands in it while it is empty.
            parent: The widget that it belongs to.
        """
        super().__init__(parent)
        self.sought = QLineEdit()
        self.sought.setAccessibleName(name)
        self.sought.setPlaceholderText(asked)
        self.sought.setMinimumWidth(80)
        self.count = QLabel()
        self.earlier = BarButton("\u2039", "Previous hit  Shift+F3")
        self.later = BarButton("\u203a", "Next hit  F3")
        self.close_button = BarButton("Close", "Close the search  Esc")
        for button in (self.earlier, self.later):
            button.setFixedWidth(_GLYPH)
        self.setFocusProxy(self.sought)
        self.bar = QHBoxLayout(self)
        self.bar.setContentsMargins(10, 6, 10, 6)
        self.bar.setSpacing(8)
        self.bar.addWidget(self.sought, 1)
        for widget in (self.earlier, self.later, self.count, self.close_button):
            self.bar.addWidget(widget)
        self.earlier.clicked.connect(lambda: self.stepped.emit(-1))
        self.later.clicked.connect(lambda: self.stepped.emit(1))
        self.close_button.clicked.connect(self.closed)

    def take_keyboard(self) -> None:
        """Show the bar and let what is typed next replace what was sought."""
        self.show()
        self.sought.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.sought.selectAll()

    def show_count(self, words: str, *, found: bool, spoken: str = "") -> None:
        """Say how often it was found.

        Args:
            words: What stands in the bar.
            found: There is a hit, so that there is a way to it.
            spoken: What a screen reader says; nothing if it is empty.
        """
        self.count.setText(words)
        give_look(self.count, "plain" if found else "warning")
        for button in (self.earlier, self.later):
            button.setEnabled(found)
        if spoken:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, spoken))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the next hit, Shift+Enter to the one before."""
        if event.key() in _ENTER:
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.stepped.emit(-1 if back else 1)
        else:
            super().keyPressEvent(event)
