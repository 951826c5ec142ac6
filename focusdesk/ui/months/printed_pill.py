"""What the desk says of a signature copy: when it was made, and what has changed since.

It stands in the header in the place of the word "Printed". Pressed, it lists the boxes that hold
something else now, and leads to each of them.
"""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QMenu, QSizePolicy
from typing_extensions import override

from focusdesk.filing.filing import PrintRecord
from focusdesk.filing.session import FilingSession
from focusdesk.ui.edges import day_words
from focusdesk.ui.look.bar_button import BarButton
from focusdesk.ui.look.pills import give_look
from focusdesk.ui.page.spoken import done_words

_DOT = "\u25cf"  # as it stands at the boxes themselves
_MOST_NAMED = 8
_MOST_LISTED = 20


def printed_words(record: PrintRecord) -> str:
    """Say when a signature copy was made, by the local clock: ``Printed 26 Feb 2014 14:03``."""
    at = record.printed.astimezone()
    return f"Printed {day_words(at.date())} {at:%H:%M}"


def changed_words(codes: Sequence[str]) -> str:
    """Count the boxes that have changed: ``3 boxes changed since it was printed``."""
    boxes = "1 box" if len(codes) == 1 else f"{len(codes)} boxes"
    return f"{boxes} changed since it was printed"


def since_print(record: PrintRecord, codes: Sequence[str]) -> str:
    """Say all of it: ``Printed 26 Feb 2014 14:03 by ana, unchanged since.``."""
    made = f"{printed_words(record)} by {record.user}"
    if not codes:
        return f"{made}, unchanged since."
    more = len(codes) - _MOST_NAMED
    named = ", ".join(codes[:_MOST_NAMED]) + (f" and {more} more" if more > 0 else "")
    return f"{made}. {changed_words(codes)} ({named})."


class PrintedPill(BarButton):
    """A word in a round frame that can be pressed.

    Attributes:
        words: All that it says where there is room.
    """

    code_activated = Signal(str)
    """A box was picked from the list; carries its code."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("printed_pill")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setPopupMode(BarButton.ToolButtonPopupMode.InstantPopup)
        self.setMenu(QMenu(self))
        self.menu().aboutToShow.connect(self._list)
        self._session: FilingSession | None = None
        self._codes: tuple[str, ...] = ()
        self.words = self._brief_words = ""
        self._brief = False

    def show_session(self, session: FilingSession) -> bool:
        """Say it of an open filing; `False` where no signature copy was made of it.

        Raises:
            StoreError: the store cannot be read.
        """
        record = session.print_record()
        self._session = session
        if record is None:
            return False
        self._codes = session.changed_since_print()
        count = len(self._codes)
        self.words = f"{_DOT} {changed_words(self._codes)}" if count else printed_words(record)
        self._brief_words = f"{_DOT} {count} changed since print" if count else "Printed"
        sentence = since_print(record, self._codes)
        self.setToolTip(sentence)
        self.setAccessibleName(sentence)
        give_look(self, "warning" if count else "good")
        self._show_words()
        return True

    def be_brief(self, *, brief: bool) -> None:
        """Say less where the bar is narrow; the whole sentence stays in the tool tip."""
        self._brief = brief
        self._show_words()

    @override
    def minimumSizeHint(self) -> QSize:
        """Give the room for the few words."""
        size = self.fontMetrics().size
        shown = size(Qt.TextFlag.TextShowMnemonic, self.text())
        return self.sizeHint() - shown + size(Qt.TextFlag.TextShowMnemonic, self._brief_words)

    def _show_words(self) -> None:
        self.setText(self._brief_words if self._brief else self.words)

    def _list(self) -> None:
        """Fill the menu: what was printed, then each box with what the paper says and it holds."""
        menu, session = self.menu(), self._session
        menu.clear()
        record = session.print_record() if session else None
        if session is None or record is None:
            return
        made = f"{printed_words(record)} by {record.user}"
        menu.addAction(made if self._codes else f"{made}, unchanged since").setEnabled(False)
        menu.addSeparator()
        for code in self._codes[:_MOST_LISTED]:
            box = session.edition.boxes[code]
            words = done_words(box, session.printed_value(code), session.value(code))
            action = menu.addAction(words.replace("&", "&&"))
            action.triggered.connect(partial(self.code_activated.emit, code))
        more = len(self._codes) - _MOST_LISTED
        if more > 0:
            menu.addAction(f"and {more} more, marked by a dot on their pages").setEnabled(False)
