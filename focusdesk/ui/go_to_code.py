"""Ctrl+G: type a code or words of its line; the list narrows; Enter goes there."""

from collections.abc import Iterator

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from focusdesk.form.edition import Edition
from focusdesk.ui.small_screen import room_for
from focusdesk.ui.spoken import printed_code

_CODE_ROLE = Qt.ItemDataRole.UserRole + 1
_LIST_KEYS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


def found_codes(edition: Edition, sought: str) -> tuple[str, ...]:
    """Find boxes by code or by words: the code itself, codes that begin so, then words.

    Every word must be in the code, the line's name or the schedule's; no words find every box.
    """
    typed = sought.casefold().strip()
    words = typed.split()
    found = [
        code for code in edition.boxes if all(word in _haystack(edition, code) for word in words)
    ]
    return tuple(sorted(found, key=lambda code: _rank(code.casefold(), typed)))


def _rank(code: str, typed: str) -> int:
    """Put the code that was typed first, then codes that begin with it; the form's order rests."""
    if code == typed:
        return 0
    return 1 if typed and code.startswith(typed) else 2


def _haystack(edition: Edition, code: str) -> str:
    schedule = edition.schedule_of(code)
    return f"{code} {edition.name_of(code)} {schedule.tab}".casefold()


class GoToCode(QDialog):
    """The dialog; `code_chosen` when the user has found the box."""

    code_chosen = Signal(str)

    def __init__(self, edition: Edition, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Go to code")
        self._edition = edition
        self.sought = QLineEdit()
        self.sought.setPlaceholderText("7190, or words: excess segregation")
        self.sought.setAccessibleName("Code or words")
        self.list = QListWidget()
        self.list.setAccessibleName("Boxes found")
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._count = QLabel()
        self._count.setObjectName("hint")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 14, 14, 10)
        layout.setSpacing(8)
        for widget in (self.sought, self.list, self._count):
            layout.addWidget(widget)
        self.setFixedSize(QSize(560, 420).boundedTo(room_for(self)))
        self.sought.textChanged.connect(self._find)
        self.sought.returnPressed.connect(self._go)
        self.list.itemActivated.connect(self._go)
        self.list.itemClicked.connect(self._go)
        self._find("")

    @property
    def says(self) -> str:
        """What stands under the list."""
        return self._count.text()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let the arrows move in the list while the text keeps the focus."""
        if event.key() in _LIST_KEYS:
            self.list.event(event)
            return
        super().keyPressEvent(event)

    def _find(self, sought: str) -> None:
        codes = found_codes(self._edition, sought)
        self.list.clear()
        for item in self._items(codes):
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        boxes = "1 box" if len(codes) == 1 else f"{len(codes)} boxes"
        nothing = "No box has this code or these words."
        self._count.setText(f"{boxes}. Enter goes there, Esc stays." if codes else nothing)

    def _items(self, codes: tuple[str, ...]) -> Iterator[QListWidgetItem]:
        for code in codes:
            name, tab = self._edition.name_of(code), self._edition.schedule_of(code).tab
            shown = "    ".join(part for part in (printed_code(code), name) if part)
            item = QListWidgetItem(f"{shown}  \u00b7  {tab}")
            item.setData(_CODE_ROLE, code)
            yield item

    def _go(self) -> None:
        item = self.list.currentItem()
        if self.list.count():
            code: str = item.data(_CODE_ROLE)
            self.accept()
            self.code_chosen.emit(code)
