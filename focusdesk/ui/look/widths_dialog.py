"""The widths of columns and panes as numbers, for those who do not draw them with a mouse."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from focusdesk.ui.look.small_screen import InPieces

NARROWEST = 60
WIDEST = 1200
_STEP = 10
_FIELD = 28  # pixels
_AROUND = 180  # pixels over and under the fields


@dataclass(frozen=True, slots=True)
class WidthRow:
    """One width that can be chosen.

    Attributes:
        key: Under which it is kept.
        words: What is so wide.
        pixels: How wide it is now; a column at 100 %.
    """

    key: str
    words: str
    pixels: int


class WidthsDialog(QDialog):
    """A number for each width; what is behind it follows at once.

    Attributes:
        width_taken: The key of a width and its pixels.
        reset_asked: Everything is to have its share of the room again.
        fields: The numbers, by their keys.
    """

    width_taken = Signal(str, int)
    reset_asked = Signal()

    def __init__(self, rows: Sequence[WidthRow], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Widths")
        self.fields: dict[str, QSpinBox] = {}
        title = QLabel("Widths")
        title.setObjectName("dialog_title")
        hint = QLabel("Up and Down change a width by 10 pixels.")
        hint.setObjectName("hint")
        part = QWidget()
        form = QFormLayout(part)
        form.setContentsMargins(0, 0, 0, 0)
        form.setVerticalSpacing(8)
        for row in rows:
            field = self._field(row)
            label = QLabel(row.words)
            label.setBuddy(field)
            form.addRow(label, field)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 18, 22, 18)
        layout.setSpacing(10)
        layout.addWidget(title)
        layout.addWidget(InPieces(part, _AROUND))
        layout.addWidget(hint)
        layout.addLayout(self._buttons())
        self._close.setDefault(True)  # a dialog knows no button before it stands there
        for field in [*self.fields.values()][:1]:
            field.setFocus()

    def _buttons(self) -> QHBoxLayout:
        """Lay the buttons out; in a box of Qt's, Tab would leave the first one out."""
        reset = QPushButton("Reset widths")
        reset.clicked.connect(self.reset_asked)
        self._close = QPushButton("Close")
        self._close.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addWidget(reset)
        row.addStretch(1)
        row.addWidget(self._close)
        return row

    def show_widths(self, rows: Sequence[WidthRow]) -> None:
        """Show the widths as they are now."""
        for row in rows:
            field = self.fields[row.key]
            with QSignalBlocker(field):
                field.setValue(row.pixels)

    def _field(self, row: WidthRow) -> QSpinBox:
        field = QSpinBox()
        field.setRange(NARROWEST, WIDEST)
        field.setSingleStep(_STEP)
        field.setSuffix(" px")
        field.setValue(row.pixels)
        field.setAccessibleName(row.words)
        field.setMinimumHeight(_FIELD)
        field.setKeyboardTracking(False)
        field.lineEdit().setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # Tab comes to the field itself
        field.valueChanged.connect(self._taking(row.key))
        self.fields[row.key] = field
        return field

    def _taking(self, key: str) -> Callable[[int], None]:
        def take(pixels: int) -> None:
            self.width_taken.emit(key, pixels)

        return take
