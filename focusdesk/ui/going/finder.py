"""One line and the list that it narrows: the shape of every search by typing.

It lies in the window itself and is no window of its own: what is typed right after its keys reaches
it whatever the window system does meanwhile, and once it is closed the keyboard is at once where it
was before.
"""

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QLineEdit, QVBoxLayout, QWidget
from shiboken6 import isValid
from typing_extensions import override

from focusdesk.ui.look.found_list import FoundList, FoundRow
from focusdesk.ui.look.small_screen import room_for

_LIST_KEYS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
_LARGEST = QSize(620, 460)
_MARGIN = QSize(24, 24)
_FROM_TOP = 44


class Finder(QFrame):
    """The search; what is found and what choosing does is its children's."""

    chosen = Signal(object)
    """A `FoundRow` that the user wants; the search is closed by then."""

    def __init__(self, title: str, named: tuple[str, str, str], window: QWidget) -> None:
        """Lay out an empty search; `refresh` fills it and `open` shows it.

        Args:
            title: What stands over it.
            named: What the line asks for, the names of the line and of the list.
            window: The window that it lies in.
        """
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("finder")
        self.setAccessibleName(title)
        self.sought = QLineEdit()
        self.sought.setPlaceholderText(named[0])
        self.sought.setAccessibleName(named[1])
        self.list = FoundList()
        self.list.setAccessibleName(named[2])
        self._count = QLabel()
        self._count.setObjectName("hint")
        self._count.setWordWrap(True)
        self._around = window
        self._before: QWidget | None = None
        self.hide()
        self._lay_out(title)
        self._tie()

    def _lay_out(self, title: str) -> None:
        heading = QLabel(title.upper())
        heading.setObjectName("section_heading")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 10, 14, 10)
        layout.setSpacing(8)
        for widget in (heading, self.sought, self.list, self._count):
            layout.addWidget(widget)

    def _tie(self) -> None:
        self.sought.textChanged.connect(self.refresh)
        self.sought.returnPressed.connect(self._choose)
        self.list.itemActivated.connect(self._choose)
        self.list.itemClicked.connect(self._choose)
        for watched in (self.sought, self.list, self._around):
            watched.installEventFilter(self)

    def open(self) -> None:
        """Show it at the head of the window, with the keyboard in its line; no other stays open."""
        for other in self._around.findChildren(Finder):
            if other.isVisible():
                other.leave()
        self._before = QApplication.focusWidget()
        self._place()
        self.show()
        self.raise_()
        self.sought.setFocus(Qt.FocusReason.PopupFocusReason)
        self._application().focusChanged.connect(self._on_focus_changed)

    def leave(self) -> None:
        """Close it; the keyboard returns to where it was."""
        self._application().focusChanged.disconnect(self._on_focus_changed)
        self.hide()
        before = self._before
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.PopupFocusReason)
        self.close()

    @property
    def says(self) -> str:
        """What stands under the list."""
        return self._count.text()

    @property
    def rows(self) -> tuple[FoundRow, ...]:
        """What is listed."""
        return self.list.rows

    def found(self, text: str) -> Sequence[FoundRow]:
        """Give what answers the text, best first."""
        raise NotImplementedError

    def counted(self, rows: Sequence[FoundRow]) -> str:
        """Say how many rows there are, and what Enter does."""
        raise NotImplementedError

    def refusal(self, row: FoundRow) -> str:
        """Say why a row cannot be chosen now."""
        return f"{row.words} cannot be done now."

    def refresh(self) -> None:
        """List what answers the text in the line."""
        rows = self.found(self.sought.text())
        self.list.show_rows(rows)
        self.say(self.counted(rows))

    def say(self, words: str) -> None:
        """Say something under the list, and aloud where it is new."""
        if words != self._count.text():
            self._count.setText(words)
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let the arrows move in the list while the text keeps the focus."""
        if event.key() in _LIST_KEYS:
            self.list.event(event)
        elif event.key() == Qt.Key.Key_Escape:
            self.leave()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the window's shortcuts from acting behind it, and stand in the middle."""
        if watched is self._around:
            if event.type() is QEvent.Type.Resize and self.isVisible():
                self._place()
        elif event.type() is QEvent.Type.ShortcutOverride:
            event.accept()
        return super().eventFilter(watched, event)

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        """Let Tab go between the line and the list, and not out of here."""
        del next
        other = self.list if self.sought.hasFocus() else self.sought
        other.setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _choose(self) -> None:
        row = self.list.current
        if row is None:
            return
        if not row.takes:
            self.say(self.refusal(row))
            return
        self.leave()
        self.chosen.emit(row)

    def _on_focus_changed(self, _: QWidget | None, now: QWidget | None) -> None:
        """Leave when the keyboard is taken elsewhere in the window: by a click on the page."""
        if now is not None and now.window() is self.window() and not self.isAncestorOf(now):
            self._before = None
            self.leave()

    def _place(self) -> None:
        window = self._around
        self.setFixedSize(_LARGEST.boundedTo(window.size() - _MARGIN).boundedTo(room_for(self)))
        top = min(_FROM_TOP, (window.height() - self.height()) // 2)
        self.move(QPoint((window.width() - self.width()) // 2, top))

    @staticmethod
    def _application() -> QApplication:
        return cast("QApplication", QApplication.instance())
