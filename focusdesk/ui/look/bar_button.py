"""The buttons that stand in bars: framed words, pressed by Space and by Enter alike."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QToolButton
from typing_extensions import override

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_OPENERS = (*_ENTER, Qt.Key.Key_Down)


class BarButton(QToolButton):
    """A button of a bar; one that has a menu opens it, by the arrow down too."""

    def __init__(self, words: str = "", tip: str = "") -> None:
        """Make a button.

        Args:
            words: What stands on it, with an ampersand before the letter that presses it with
                Alt; keys, if it names any, follow two spaces.
            tip: What it does and, after two spaces, its keys; by default the words say so.
        """
        super().__init__()
        self.setObjectName("bar_button")
        self.setText(words)
        self.setToolTip(tip)
        named = (tip or words).partition("  ")[0].removesuffix("\u2026")
        self.setAccessibleName(named.replace("&", ""))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @override
    def sizeHint(self) -> QSize:
        """Leave room for the bold words of a button that is on."""
        hint = super().sizeHint()
        if not self.isCheckable():
            return hint
        bold = QFont(self.font())
        bold.setBold(True)
        plain = self.fontMetrics().horizontalAdvance(self.text())
        return hint + QSize(QFontMetrics(bold).horizontalAdvance(self.text()) - plain, 0)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.popupMode() is self.ToolButtonPopupMode.InstantPopup and event.key() in _OPENERS:
            self.showMenu()
        elif event.key() in _ENTER:
            self.click()
        else:
            super().keyPressEvent(event)
