"""Asks at the box what a minus means that was typed where the form itself prints parentheses.

The keyboard stays in the entry: a key answers there, a click here. Nothing is dimmed or blocked.
"""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QKeyEvent,
    QMouseEvent,
    QPaintEvent,
)
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from focusdesk.form.amount import format_amount
from focusdesk.form.entry import SignQuestion
from focusdesk.ui.look.zoom import Zoom
from focusdesk.ui.page.callout import (
    UNZOOMED,
    WIDEST,
    Flash,
    at_least_full,
    paint_callout,
    place_at,
)

_ENTER_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_NEGATIVE = frozenset("nN-\u2212")
_LEAST_TARGET = 26  # pixels; WCAG 2.2, 2.5.8 asks for 24
_NOT_ASKED = "No question about a sign"


class SignChoice(QFrame):
    """A question under a box, with its two answers and the way back.

    Attributes:
        printed_meant: The figure within the form's parentheses was meant.
        negative_meant: A negative was meant.
        taken_back: The user goes on typing.
    """

    printed_meant = Signal()
    negative_meant = Signal()
    taken_back = Signal()

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._flash = Flash(self)
        self._sentence = QLabel()
        self._sentence.setWordWrap(True)
        self._sentence.setTextFormat(Qt.TextFormat.PlainText)
        self._as_printed = self._button(self.printed_meant.emit)
        self._negative = self._button(self.negative_meant.emit)
        self._back = self._button(self.taken_back.emit)
        self._as_printed.setText("Enter: as printed")
        self._negative.setText("N: a negative")
        self._back.setText("Esc: back to typing")
        self._column = layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 8, 8)
        layout.setSpacing(4)
        for part in (self._sentence, self._as_printed, self._negative, self._back):
            layout.addWidget(part)
        self.setAccessibleName(_NOT_ASKED)
        self.hide()

    @property
    def choices(self) -> tuple[QPushButton, QPushButton, QPushButton]:
        """The figure as printed, the negative, and the way back to typing."""
        return self._as_printed, self._negative, self._back

    def ask(self, question: SignQuestion) -> None:
        """Take the question, and have it read out with its answers."""
        printed, negative = question.as_printed, question.negative
        self._sentence.setText(question.sentence)
        self._as_printed.setText(f"Enter: {printed:,}, printed as {format_amount(-printed)}")
        self._negative.setText(f"N or \u2212: a negative, \u2212{-negative:,}")
        answers = ". ".join(button.text() for button in self.choices)
        self.setAccessibleName(f"{question.sentence} {answers}.")
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.accessibleName()))

    def show_at(self, frame: QRect, zoom: Zoom = UNZOOMED) -> None:
        """Show the question under a box, or over it where there is no room below.

        Args:
            frame: Where the box stands on the page.
            zoom: How large the page is shown; words are never smaller than at full size.
        """
        zoom = at_least_full(zoom)
        for part in (self._sentence, *self.choices):
            part.setFont(zoom.font())
        self.setFixedWidth(min(zoom.grown(WIDEST), self._page.width()))
        self.setFixedHeight(self._column.totalHeightForWidth(self.width()))
        place_at(self, frame, self._page.rect())

    def flash(self) -> None:
        """Call the eyes to the question for a moment."""
        self._flash.begin()

    def leave(self) -> None:
        """Ask no longer."""
        self.hide()
        self.setAccessibleName(_NOT_ASKED)

    def answers(self, event: QKeyEvent) -> bool:
        """Let a key in the entry answer; `False` for one that does not.

        A key that is held down answers nothing: the question may not have been seen yet. Nor does
        one with Ctrl or Alt, which asks for something else.
        """
        if event.modifiers() & (
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        ):
            return False
        enters = Qt.Key(event.key()) in _ENTER_KEYS
        if event.isAutoRepeat():
            return enters
        if enters:
            self.printed_meant.emit()
        elif event.text() in _NEGATIVE and event.text():
            self.negative_meant.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.taken_back.emit()
        else:
            return False
        return True

    def _button(self, pressed: object) -> QPushButton:
        """Make an answer that leaves the keyboard where it is."""
        button = QPushButton()
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setMinimumHeight(_LEAST_TARGET)
        button.clicked.connect(pressed)
        return button

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Keep a click beside the answers from the page underneath."""
        event.accept()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        paint_callout(
            self,
            lambda theme: (theme.information_ground, theme.accent),
            flashing=self._flash.is_on,
        )
