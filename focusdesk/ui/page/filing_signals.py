"""From the open filing to Qt: one signal for each edit, whatever made it."""

from PySide6.QtCore import QObject, Signal

from focusdesk.filing.session import FilingSession


class FilingSignals(QObject):
    """Tells Qt of every change set of a filing, once it is on the disk.

    Attributes:
        boxes_changed: Carries the `ChangeSet`.
    """

    boxes_changed = Signal(object)

    def __init__(self, session: FilingSession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._end = session.subscribe(self.boxes_changed.emit)
        self._open = True

    def close(self) -> None:
        """Stop listening to the filing; closing twice does nothing."""
        if self._open:
            self._open = False
            self._end()
