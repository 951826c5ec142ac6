"""The line in which a box is typed: it keeps what was typed, and marks where that goes wrong."""

from PySide6.QtCore import QPersistentModelIndex, QPoint, Qt
from PySide6.QtGui import (
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from focusdesk.ui.schedule_model import Index
from focusdesk.ui.theme import theme_of

_WAVE = 3


class BoxEditor(QLineEdit):
    """The line in which a box is typed.

    Attributes:
        index: The box's cell.
        data_before: What the box held when the editor was opened, as it is edited.
    """

    def __init__(self, parent: QWidget, index: Index, name: str) -> None:
        super().__init__(parent)
        self.index = QPersistentModelIndex(index)
        self.data_before = str(index.data(Qt.ItemDataRole.EditRole))
        self.setFrame(False)
        self.setAccessibleName(name)
        self._wrong = False

    def show_refused(self, *, refused: bool) -> None:
        """Stand on the ground of a refused entry, or on the usual one."""
        theme = theme_of(self.palette())
        palette = self.palette()
        ground = theme.error_ground if refused else theme.paper
        palette.setColor(QPalette.ColorRole.Base, ground)
        self.setPalette(palette)
        self._wrong = False
        self.update()

    def mark(self, column: int) -> None:
        """Select the character at which an entry goes wrong, and underline it.

        Args:
            column: The character, counted from 1, one past the last for the end; 0 for none.
        """
        if not column:
            return
        self.end(False)  # noqa: FBT003 -- Qt's own argument: without marking
        if column <= len(self.text()):
            self.setSelection(column, -1)  # backwards, so that the cursor stands before it
        self._wrong = True
        self.update()

    @property
    def marked(self) -> int:
        """The character that is marked as wrong, counted from 1; 0 for none."""
        return self.cursorPosition() + 1 if self._wrong else 0

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._wrong:
            self._underline()

    def _underline(self) -> None:
        """Draw a wave under the character at the cursor, so that no colour alone marks it."""
        at = self.cursorRect().center().x()
        character = self.text()[self.cursorPosition() :][:1] or "0"
        end = at + max(self.fontMetrics().horizontalAdvance(character), _WAVE)
        foot = self.height() - 2
        steps = range(at, end + _WAVE, _WAVE)
        wave = [QPoint(x, foot - _WAVE * (turn % 2)) for turn, x in enumerate(steps)]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme_of(self.palette()).error, 1.5))
        painter.drawPolyline(wave)
        painter.end()

    # The clipboard

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Paste one cell as Excel copies it, without the line's end that comes along."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self.insert(QGuiApplication.clipboard().text().strip())
            return
        super().keyPressEvent(event)
