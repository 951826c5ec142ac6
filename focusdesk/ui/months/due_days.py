"""When the months are due: the calendar takes longer to load than all else, and is asked last."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from focusdesk.filing.filing import Filing
from focusdesk.ui.edges import DueDay

_ONCE_SEEN = 150  # milliseconds: the pages and their explanation are painted by then


class DueDays(QObject):
    """Asks the calendar once the page has been seen, and answers from then on.

    Attributes:
        known: The calendar can be asked now.
        are_known: Whether it has been asked.
    """

    known = Signal()

    def __init__(
        self, due_day: Callable[[Filing], DueDay | None], parent: QObject | None = None
    ) -> None:
        """Ask nothing yet.

        Args:
            due_day: Gives when a filing is due; `None` where no calendar knows.
            parent: Whose child it is.
        """
        super().__init__(parent)
        self._due_day = due_day
        self._soon = QTimer(self, singleShot=True, interval=_ONCE_SEEN)
        self._soon.timeout.connect(self.ask)
        self._has_been_seen = False
        self.are_known = False

    def of(self, filing: Filing) -> DueDay | None:
        """Say when a filing is due; `None` where nobody knows, or the calendar is not there yet."""
        return self._due_day(filing) if self.are_known else None

    def see(self) -> None:
        """Ask soon: the page is being painted."""
        if not self._has_been_seen:
            self._has_been_seen = True
            self._soon.start()

    def ask(self) -> None:
        """Ask the calendar now."""
        self._has_been_seen = self.are_known = True
        self._soon.stop()
        self.known.emit()

    def leave(self) -> None:
        """Ask no more: the store is being closed."""
        self._has_been_seen = True
        self._soon.stop()
