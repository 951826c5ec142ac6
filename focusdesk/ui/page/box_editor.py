"""The line in which a box is typed: it keeps what was typed, and marks where that goes wrong."""

from string import Template

from PySide6.QtCore import QEvent, QPersistentModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from focusdesk.ui.look.theme import Theme, theme_of
from focusdesk.ui.page.schedule_model import Index

_WAVE = 3
_FRAME = 2
_ROOM = 12  # pixels: what Qt keeps free at both ends, and the cursor
_EDGE = 2
_SHEET = Template("QLineEdit { background: $ground; border: 0; padding: 0; }")


class BoxEditor(QLineEdit):
    """The line in which a box is typed.

    Attributes:
        several_cells_met: More than one cell was to be pasted; nothing was.
        clicked: The mouse has put the cursor somewhere in it.
        index: The box's cell.
        data_before: What the box held when the editor was opened, as it is edited.
    """

    several_cells_met = Signal()
    clicked = Signal()

    def __init__(self, parent: QWidget, index: Index, name: str) -> None:
        super().__init__(parent)
        self.index = QPersistentModelIndex(index)
        self.data_before = str(index.data(Qt.ItemDataRole.EditRole))
        self.setFrame(False)
        self.setAccessibleName(name)
        self._wrong: tuple[int, int] | None = None
        self._refused = False
        self._ground = ""
        self._area, self._least = QRect(), 0
        self.textChanged.connect(self._fit)

    def lie_in(self, area: QRect, least: int) -> None:
        """Lie in the box, and beyond it for as long as what is typed needs more room.

        Args:
            area: Inside the box's frame.
            least: How wide to be at least.
        """
        self._area, self._least = area, least
        self._fit()

    @property
    def has_grown(self) -> bool:
        """Whether it lies beyond its box, so that all of what is typed can be seen."""
        return self.width() > self._area.width()

    @property
    def _theme(self) -> Theme:
        """The page's theme: its own palette no longer tells once it stands refused."""
        page = self.parentWidget()
        return theme_of(page.palette() if page is not None else self.palette())

    def _fit(self) -> None:
        need = max(self.fontMetrics().horizontalAdvance(self.text()) + _ROOM, self._least)
        area, page = self._area, self.parentWidget()
        if need > area.width() and page is not None:
            area = area.adjusted(0, -_FRAME, 0, _FRAME)
            if self.alignment() & Qt.AlignmentFlag.AlignRight:
                area.setLeft(max(_EDGE, area.right() + 1 - need))
            else:
                area.setRight(min(page.width() - _EDGE, area.left() + need - 1))
        if not area.isNull():
            self.setGeometry(area)

    def show_refused(self, *, refused: bool) -> None:
        """Stand on the ground of a refused entry, or on the usual one."""
        self._refused, self._wrong = refused, None
        self._stand_on_ground()
        self.update()

    def _stand_on_ground(self) -> None:
        theme, palette = self._theme, self.palette()
        ground = theme.error_ground if self._refused else theme.paper
        self._ground = ground.name()
        palette.setColor(QPalette.ColorRole.Base, ground)
        self.setPalette(palette)
        # Without a frame of its own Qt fills it with the page's colour, whatever its palette says.
        self.setStyleSheet(_SHEET.substitute(ground=self._ground) if self._refused else "")

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Stay refused in the colours of another theme."""
        super().changeEvent(event)
        changed = event.type() is QEvent.Type.PaletteChange and self._refused
        if changed and self._ground != self._theme.error_ground.name():
            self._stand_on_ground()

    def mark(self, column: int, length: int = 1) -> None:
        """Select what an entry goes wrong with, and underline it.

        Args:
            column: Its first character, counted from 1, one past the last for the end; 0 for none.
            length: How many characters it has.
        """
        if not column:
            return
        self.end(False)  # noqa: FBT003 -- Qt's own argument: without marking
        last = min(column - 1 + length, len(self.text()))
        if last >= column:
            self.setSelection(last, column - 1 - last)  # backwards: the cursor stands before it
        self._wrong = (column - 1, max(last, column - 1))
        self.update()

    @property
    def marked(self) -> int:
        """The first character that is marked as wrong, counted from 1; 0 for none."""
        return self._wrong[0] + 1 if self._wrong else 0

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.has_grown:
            self._frame()
        if self._wrong:
            self._underline(*self._wrong)

    def _frame(self) -> None:
        """Draw the frame of the box on around it; at its far end the box has its own."""
        theme = self._theme
        right = bool(self.alignment() & Qt.AlignmentFlag.AlignRight)
        frame = self.rect().adjusted(1 if right else -_ROOM, 1, _ROOM if right else -1, -1)
        painter = QPainter(self)
        painter.setPen(QPen(theme.error if self._refused else theme.accent, _FRAME))
        painter.drawRect(frame)
        painter.end()

    def _underline(self, first: int, last: int) -> None:
        """Draw a wave under what is wrong, so that no colour alone marks it."""
        written, measured = self.text(), self.fontMetrics().horizontalAdvance
        origin = self.cursorRect().center().x() - measured(written[: self.cursorPosition()])
        at = origin + measured(written[:first])
        end = at + max(measured(written[first:last] or "0"), _WAVE)
        foot = self.height() - 2
        steps = range(at, end + _WAVE, _WAVE)
        wave = [QPoint(x, foot - _WAVE * (turn % 2)) for turn, x in enumerate(steps)]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.error, 1.5))
        painter.drawPolyline(wave)
        painter.end()

    @override
    def mousePressEvent(self, arg__1: QMouseEvent) -> None:
        super().mousePressEvent(arg__1)
        self.clicked.emit()

    # The clipboard

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Paste one cell as Excel copies it, without the line's end that comes along."""
        if not event.matches(QKeySequence.StandardKey.Paste):
            super().keyPressEvent(event)
            return
        copied = QGuiApplication.clipboard().text().strip()
        if "\t" in copied or "\n" in copied:
            self.several_cells_met.emit()
        else:
            self.insert(copied)
