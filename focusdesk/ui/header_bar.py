"""The bar over the desk: which month, how far it has come, when it is due; the three main doors.

Where it is narrow, it gives up first what is said or done elsewhere too.
"""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget
from typing_extensions import override

from focusdesk.filing.filing import Filing, Status
from focusdesk.filing.session import FilingSession
from focusdesk.ui.bar_button import BarButton
from focusdesk.ui.edges import DueDay, due_words
from focusdesk.ui.pills import give_look, make_pill
from focusdesk.ui.printed_pill import PrintedPill

_NEAR = 3


class HeaderBar(QFrame):
    """The month's name, its pills, and the buttons."""

    def __init__(self, buttons: Sequence[QAction], parent: QWidget | None = None) -> None:
        """Build the bar.

        Args:
            buttons: The actions at the right; the last one is the main one.
            parent: The desk.
        """
        super().__init__(parent)
        self.setObjectName("header_bar")
        self.period = QLabel()
        self.period.setObjectName("header_period")
        self.status, self.edition, self.due, self.illustrative = (make_pill() for _ in range(4))
        self.printed = PrintedPill()
        give_look(self.illustrative, "warning")
        self.illustrative.setText("Illustrative figures")
        self._buttons = [_button(action) for action in buttons]
        self._buttons[-1].setObjectName("main_button")
        self._words = (
            self.period,
            self.status,
            self.printed,
            self.edition,
            self.due,
            self.illustrative,
        )
        self._silent: set[QWidget] = {self.printed, self.due, self.illustrative}
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(14, 6, 14, 6)
        self._row.setSpacing(8)
        for each in self._words:
            self._row.addWidget(each)
        self._row.addStretch(1)
        for button in self._buttons:
            self._row.addWidget(button)

    @property
    def door(self) -> QWidget:
        """What takes the keyboard when one comes here: what can be pressed, from the left."""
        return next(each for each in (self.printed, *self._buttons) if not each.isHidden())

    def show_filing(self, filing: Filing, due: DueDay | None) -> None:
        """Show a filing's header."""
        self.period.setText(filing.title)
        self.status.setText(filing.status.capitalize())
        give_look(self.status, "good" if filing.status is Status.SEALED else "plain")
        self.edition.setText(f"Edition {filing.edition}")
        self._tell(self.illustrative, told=filing.illustrative)
        self.show_due(filing, due)

    def show_printed(self, session: FilingSession) -> None:
        """Show when a signature copy of the open filing was made, and what has changed since.

        Raises:
            StoreError: the store cannot be read.
        """
        told = self.printed.show_session(session)
        self._tell(self.printed, told=told)
        self._tell(self.status, told=not told or session.filing.status is not Status.PRINTED)
        self._fit()

    def show_due(self, filing: Filing, due: DueDay | None) -> None:
        """Show when the filing is due; nothing where no calendar knows."""
        self._tell(self.due, told=due is not None)
        if due is not None:
            self.due.setText(due_words(due))
            near = due.days_left is not None and due.days_left <= _NEAR
            draft = filing.status is Status.DRAFT
            give_look(self.due, "warning" if near and draft else "plain")
        self._fit()

    @override
    def minimumSizeHint(self) -> QSize:
        """Let the window be as narrow as what is never given up."""
        width = self._width_without({self.edition, self.due, *self._buttons[:-1]})
        if self.printed not in self._silent:
            width -= self.printed.sizeHint().width() - self.printed.minimumSizeHint().width()
        return QSize(width, super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        super().resizeEvent(event)

    def _tell(self, part: QWidget, *, told: bool) -> None:
        """Have something to say in a part of the bar, or nothing."""
        if told:
            self._silent.discard(part)
        else:
            self._silent.add(part)

    def _fit(self) -> None:
        """Give up one part after another until there is room for the others."""
        given_up: set[QWidget] = set()
        self.printed.be_brief(brief=False)
        for part in (self.edition, self.printed, self.due, *reversed(self._buttons[:-1])):
            if self._width_without(given_up) <= self.width():
                break
            if part is self.printed:
                self.printed.be_brief(brief=True)
            else:
                given_up.add(part)
        for part in (*self._words, *self._buttons):
            part.setVisible(part not in self._silent | given_up)
        self.updateGeometry()

    def _width_without(self, given_up: set[QWidget]) -> int:
        parts = {*self._words, *self._buttons} - self._silent - given_up
        sides = self._row.contentsMargins().left() + self._row.contentsMargins().right()
        between = self._row.spacing() * len(parts)  # one more, on each side of the stretch
        return sides + between + sum(part.sizeHint().width() for part in parts)


def _button(action: QAction) -> BarButton:
    button = BarButton()
    button.setDefaultAction(action)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keyboard on the page
    return button
