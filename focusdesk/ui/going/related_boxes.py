"""Ctrl+[ and Ctrl+]: to the boxes that a box follows from, and to those that follow from it.

With one such box one goes there at once; of several, a list at the box lets one choose.
"""

from collections.abc import Mapping, Sequence
from typing import cast

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from focusdesk.filing.session import FilingSession
from focusdesk.ui.desk.actions import Slot
from focusdesk.ui.desk.desk import Desk
from focusdesk.ui.desk.workplace import Workplace
from focusdesk.ui.explain.box_story import Related, inputs_of, readers_of
from focusdesk.ui.look.found_list import FoundList, FoundRow
from focusdesk.ui.page.beside_box import beside_on_screen

_SIZE = QSize(460, 300)
_BORDER = 8  # pixels that the frames of the list and of its window take
_HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
_HOLDING = (Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Shift, Qt.Key.Key_Meta)
_FUNCTION_KEYS = range(Qt.Key.Key_F1, Qt.Key.Key_F12 + 1)
_SIGNS = {"+": "plus", "\u2212": "less"}


class RelatedBoxes:
    """Goes along the formulas from box to box."""

    def __init__(self, workplace: Workplace) -> None:
        """Go about in a window.

        Args:
            workplace: The window.
        """
        self._workplace = workplace

    def slots(self) -> Mapping[str, Slot]:
        """Say what its actions do."""
        return {
            "inputs": self._workplace.with_session(self._show_inputs),
            "readers": self._workplace.with_session(self._show_readers),
        }

    def follow(self, desk: Desk) -> None:
        """Keep nothing of one desk for another."""

    def _show_inputs(self, session: FilingSession) -> None:
        code = self._code
        if code:
            none = f"{code} is entered and follows from no other box."
            self._offer(inputs_of(session, code), f"{code} follows from", none)

    def _show_readers(self, session: FilingSession) -> None:
        code = self._code
        if code:
            none = f"{code} feeds no other box."
            self._offer(readers_of(session, code), f"{code} feeds", none)

    @property
    def _code(self) -> str:
        return self._workplace.desk.current_code if self._workplace.desk else ""

    def _offer(self, related: Sequence[Related], heading: str, none: str) -> None:
        page = self._workplace.page
        if page is None:
            return
        if not related:
            self._workplace.status.say(none, of=self._code)
        elif len(related) == 1:
            self._go(related[0].code)
        else:
            offered = RelatedList(heading, [related_row(each) for each in related], page)
            offered.box_chosen.connect(self._go)
            offered.keys_left.connect(self._do)
            page.scrollTo(page.currentIndex())
            whole_page = QRect(page.mapToGlobal(page.rect().topLeft()), page.size())
            offered.open_at(self._workplace.box_on_screen() or whole_page)

    def _do(self, keys: QKeySequence) -> None:
        """Do what the window does by some keys."""
        for action in self._workplace.frame.findChildren(QAction):
            if keys in action.shortcuts():
                action.trigger()

    def _go(self, code: str) -> None:
        desk = self._workplace.desk
        if desk is not None and desk.tabs is not None and desk.go_to(code):
            desk.tabs.focus_page()


class RelatedList(QFrame):
    """Boxes to choose from, in a list that stands at the box it was asked of."""

    box_chosen = Signal(str)
    keys_left = Signal(QKeySequence)
    """Keys were pressed that the list has no use for, such as F9; it is closed by then."""

    def __init__(self, heading: str, rows: Sequence[FoundRow], page: QWidget) -> None:
        """Make the list.

        Args:
            heading: What stands over it, and what it is called.
            rows: The boxes.
            page: The page that it stands on.
        """
        super().__init__(page, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("related_boxes")
        self.setAccessibleName(heading)
        title = QLabel(f"{heading.upper()} \u00b7 {len(rows)} BOXES")
        title.setObjectName("section_heading")
        self.list = FoundList()
        self.list.setAccessibleName(heading)
        self.list.show_rows(rows)
        hint = QLabel("Enter goes there, Esc stays.")
        hint.setObjectName("hint")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 8, 10, 8)
        layout.setSpacing(6)
        for widget in (title, self.list, hint):
            layout.addWidget(widget)
        self.setFocusProxy(self.list)
        self.list.installEventFilter(self)
        self.list.itemActivated.connect(self._choose)
        self.list.itemClicked.connect(self._choose)

    def open_at(self, box: QRect) -> None:
        """Open the list under a box, or over it where the screen has no room below.

        Args:
            box: Where the box stands on the screen.
        """
        screen = self.screen().availableGeometry()
        size = QSize(_SIZE.width(), self._wanted_height()).boundedTo(screen.size())
        self.setGeometry(QRect(beside_on_screen(size, box, screen), size))
        self.show()
        self.list.setFocus(Qt.FocusReason.PopupFocusReason)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave to the window what it does by its keys: no list that is open swallows them."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            with_others = event.modifiers() & _HELD
            if event.key() not in _HOLDING and (with_others or event.key() in _FUNCTION_KEYS):
                self.close()
                self.keys_left.emit(QKeySequence(event.keyCombination()))
                return True
        return super().eventFilter(watched, event)

    def _wanted_height(self) -> int:
        """Give the height at which nothing must be scrolled, up to a bound."""
        self.ensurePolished()
        layout = cast("QVBoxLayout", self.layout())
        margins = layout.contentsMargins()
        inside = _SIZE.width() - margins.left() - margins.right() - _BORDER
        around = layout.sizeHint().height() - self.list.sizeHint().height()
        return min(around + self.list.height_of_rows(inside) + _BORDER, _SIZE.height())

    def _choose(self) -> None:
        row = self.list.current
        self.close()
        if row is not None:
            self.box_chosen.emit(row.key)


def related_row(related: Related) -> FoundRow:
    """Give the row of a related box: how it counts, its code, its words, its figure."""
    kind = "taken" if related.taken else _SIGNS.get(related.sign, "")
    return FoundRow(related.code, related.words, kind, related.code, related.figure)
