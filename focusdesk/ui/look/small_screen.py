"""Windows on a small screen: none is larger, and what has no room is looked at in pieces."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget
from typing_extensions import override

_AROUND = QSize(8, 44)
"""What a window manager puts round a window; its true measures are known only once it is shown."""


def room_for(window: QWidget) -> QSize:
    """Give how large a window may be on the screen that it stands on."""
    return window.screen().availableGeometry().size() - _AROUND


def fit_screen(window: QWidget, size: QSize) -> None:
    """Give a window a size, or as much of it as the screen has."""
    window.resize(size.boundedTo(room_for(window)))


class InPieces(QScrollArea):
    """Holds a part of a window: all of it, but where the screen is small as much as there is."""

    def __init__(self, part: QWidget, beside: int) -> None:
        """Take the part.

        Args:
            part: What is looked at in pieces where it has to be.
            beside: The pixels over and under it that the window needs for all else.
        """
        super().__init__()
        self._part, self._beside = part, beside
        self.setObjectName("in_pieces")
        self.setWidget(part)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    @override
    def minimumSizeHint(self) -> QSize:
        width, wanted = self._part.minimumSizeHint().toTuple()
        layout = self._part.layout()
        if layout is not None and layout.hasHeightForWidth():
            wanted = layout.minimumHeightForWidth(max(width, self.viewport().width()))
        return QSize(width, min(wanted, room_for(self.window()).height() - self._beside))

    @override
    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Grow and shrink with the part."""
        if event.type() is QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)
