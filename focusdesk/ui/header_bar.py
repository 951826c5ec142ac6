"""The bar over the desk: which month, how far it has come, when it is due; the three main doors."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QWidget
from typing_extensions import override

from focusdesk.filing.filing import Filing, Status
from focusdesk.filing.session import FilingSession
from focusdesk.ui.edges import DueDay, due_words
from focusdesk.ui.pills import give_look, make_pill
from focusdesk.ui.printed_pill import PrintedPill

_WIDE_ENOUGH_FOR_EDITION = 1180
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
        give_look(self.illustrative, "warning")
        self.illustrative.setText("Illustrative figures")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 6, 14, 6)
        layout.setSpacing(8)
        self.printed = PrintedPill()
        shown = (self.period, self.status, self.printed, self.edition, self.due, self.illustrative)
        for each in shown:
            layout.addWidget(each)
        layout.addStretch(1)
        for action in buttons:
            button = QToolButton()
            button.setObjectName("main_button" if action is buttons[-1] else "bar_button")
            button.setDefaultAction(action)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            layout.addWidget(button)

    def show_filing(self, filing: Filing, due: DueDay | None) -> None:
        """Show a filing's header."""
        self.period.setText(filing.title)
        self.status.setText(filing.status.capitalize())
        give_look(self.status, "good" if filing.status is Status.SEALED else "plain")
        self.edition.setText(f"Edition {filing.edition}")
        self.illustrative.setVisible(filing.illustrative)
        self.show_due(filing, due)

    def show_printed(self, session: FilingSession) -> None:
        """Show when a signature copy of the open filing was made, and what has changed since.

        Raises:
            StoreError: the store cannot be read.
        """
        self.printed.show_session(session)
        told = session.filing.status is Status.PRINTED and not self.printed.isHidden()
        self.status.setHidden(told)

    def show_due(self, filing: Filing, due: DueDay | None) -> None:
        """Show when the filing is due; nothing where no calendar knows."""
        self.due.setVisible(due is not None)
        if due is not None:
            self.due.setText(due_words(due))
            near = due.days_left is not None and due.days_left <= _NEAR
            draft = filing.status is Status.DRAFT
            give_look(self.due, "warning" if near and draft else "plain")

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        wide = self.width() >= _WIDE_ENOUGH_FOR_EDITION
        self.edition.setVisible(wide)
        self.printed.be_brief(brief=not wide)
        super().resizeEvent(event)
