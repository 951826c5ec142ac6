"""The bar over the desk: which month, how far it has come, when it is due; the three main doors."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QWidget
from typing_extensions import override

from focusdesk.filing.filing import Filing, Status
from focusdesk.filing.session import FilingSession
from focusdesk.ui.edges import DueDay, due_words
from focusdesk.ui.look.bar_button import BarButton
from focusdesk.ui.look.giving_bar import GivingBar
from focusdesk.ui.look.pills import give_look, make_pill
from focusdesk.ui.months.printed_pill import PrintedPill


class HeaderBar(GivingBar):
    """The month's name, its pills, and the buttons."""

    def __init__(self, buttons: Sequence[QAction]) -> None:
        """Build the bar.

        Args:
            buttons: The actions at the right; the last one is the main one.
        """
        super().__init__("header_bar")
        self.period = QLabel()
        self.period.setObjectName("header_period")
        self.status, self.edition, self.due, self.illustrative = (make_pill() for _ in range(4))
        self.printed = PrintedPill()
        give_look(self.illustrative, "warning")
        self.illustrative.setText("Illustrative figures")
        self._buttons = [_button(action) for action in buttons]
        self._buttons[-1].setObjectName("main_button")
        words = (self.period, self.status, self.printed, self.edition, self.due, self.illustrative)
        others = reversed(self._buttons[:-1])
        self.take(
            (*words, None, *self._buttons),
            gives_up=[(part,) for part in (self.edition, self.due, *others)],
        )
        self._shown_printed = (False, True, "")
        for part in (self.printed, self.due, self.illustrative):
            self.tell(part, told=False)

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
        self.tell(self.illustrative, told=filing.illustrative)
        self.show_due(filing, due)

    def show_printed(self, session: FilingSession) -> None:
        """Show when a signature copy of the open filing was made, and what has changed since.

        Raises:
            StoreError: the store cannot be read.
        """
        told = self.printed.show_session(session)
        by_status = not told or session.filing.status is not Status.PRINTED
        shown = (told, by_status, self.printed.words)
        if shown != self._shown_printed:  # it is asked after every edit, and rarely differs
            self._shown_printed = shown
            self.tell(self.printed, told=told)
            self.tell(self.status, told=by_status)
            self.fit()

    def show_due(self, filing: Filing, due: DueDay | None) -> None:
        """Show when the filing is due; nothing where no calendar knows."""
        self.tell(self.due, told=due is not None)
        if due is not None:
            self.due.setText(due_words(due, filing.status))
            told = (each.signed for each in (due.override, due.handed_in) if each)
            self.due.setToolTip("\n".join(told))
            draft = filing.status is Status.DRAFT
            give_look(self.due, "warning" if due.is_pressing and draft else "plain")
        self.fit()

    @override
    def fit(self) -> None:
        """Say what was printed in few words before more than the edition is given up."""
        self.printed.be_brief(brief=False)
        super().fit()
        if self.given_up - {self.edition}:
            self.printed.be_brief(brief=True)
            super().fit()


def _button(action: QAction) -> BarButton:
    button = BarButton()
    button.setDefaultAction(action)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keyboard on the page
    return button
