"""Where the words of an explanation are typed: the keys that do something else on the page."""

from PySide6.QtCore import QEvent, Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget
from typing_extensions import override

from focusdesk.ui.look.zoom import Zoom

_LEAST = 54
_LINES, _AROUND = 4, 18


class ExplanationWords(QPlainTextEdit):
    """Takes its keys before the window does, as an editor over a page must.

    Attributes:
        done: Ctrl+Enter: the words are finished.
        left: Esc: the keyboard is to go back.
        earlier_asked: Ctrl+D: last month's words are wanted, as on the page last month's figures.
        next_asked: F8: the next line that lacks an explanation is wanted.
    """

    done = Signal()
    left = Signal()
    earlier_asked = Signal()
    next_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("note_words")
        self.setTabChangesFocus(True)
        self.show_zoom(Zoom())
        self.setPlaceholderText("Why did it move?")

    def show_zoom(self, zoom: Zoom) -> None:
        """Write in another size."""
        self.setFont(zoom.font())
        self.viewport().setFont(
            zoom.font()
        )  # else what stands there while nothing does stays small
        self.setMinimumHeight(_LEAST)
        self.setMaximumHeight(_LINES * self.fontMetrics().lineSpacing() + _AROUND)

    @override
    def event(self, e: QEvent) -> bool:
        asks = e.type() == QEvent.Type.ShortcutOverride
        if asks and isinstance(e, QKeyEvent) and self._own(e) is not None:
            e.accept()
            return True
        return super().event(e)

    @override
    def keyPressEvent(self, e: QKeyEvent) -> None:
        own = self._own(e)
        if own is None:
            super().keyPressEvent(e)
        else:
            own.emit()

    def _own(self, e: QKeyEvent) -> SignalInstance | None:
        """Give what a key asks for here; `None` for what any text takes."""
        keys = (e.modifiers() & ~Qt.KeyboardModifier.KeypadModifier, Qt.Key(e.key()))
        plain, ctrl = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
        return {
            (ctrl, Qt.Key.Key_Return): self.done,
            (ctrl, Qt.Key.Key_Enter): self.done,
            (ctrl, Qt.Key.Key_D): self.earlier_asked,
            (plain, Qt.Key.Key_Escape): self.left,
            (plain, Qt.Key.Key_F8): self.next_asked,
        }.get(keys)
