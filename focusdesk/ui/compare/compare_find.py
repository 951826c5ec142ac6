"""Words or a code sought in a comparison: only the lines that have them are shown."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QWidget
from typing_extensions import override

from focusdesk.ui.look.bar_button import BarButton
from focusdesk.ui.look.pills import give_look

_TO_THE_LINES = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down)
_ASKED = "Find lines: words, parts of words, a code"


class CompareFind(QFrame):
    """The bar under the table; the lines follow each letter.

    Attributes:
        sought: The words.
        count: How many lines have them.
    """

    typed = Signal(str)
    """Other words are sought."""

    entered = Signal()
    """The keyboard is to go to the lines."""

    closed = Signal()
    """Nothing is sought any more."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page_find")
        self.sought = QLineEdit()
        self.sought.setAccessibleName("Find lines")
        self.sought.setPlaceholderText(_ASKED)
        self.sought.setMinimumWidth(80)
        self.sought.setMaximumWidth(460)
        self.count = QLabel()
        self.close_button = BarButton("Close", "Show all lines again  Esc")
        self.setFocusProxy(self.sought)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 6, 10, 6)
        row.setSpacing(8)
        row.addWidget(self.sought, 1)
        row.addWidget(self.count)
        row.addStretch(0)
        row.addWidget(self.close_button)
        self.sought.textEdited.connect(self.typed)
        self.close_button.clicked.connect(self.closed)
        self.hide()

    def take_keyboard(self) -> None:
        """Show the bar and let what is typed next replace what was sought."""
        self.show()
        self.sought.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.sought.selectAll()

    def show_count(self, lines: int, sought: str) -> None:
        """Say how many lines have the words.

        Args:
            lines: How many are shown.
            sought: The words; empty for none.
        """
        if not sought.strip():
            words = ""
        else:
            words = f"{lines} line{'' if lines == 1 else 's'}" if lines else "no line has it"
        if words != self.count.text():
            self.count.setText(words)
            give_look(self.count, "plain" if lines else "warning")
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and the arrow down go to the lines; Esc shows all of them again."""
        if event.key() in _TO_THE_LINES:
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
