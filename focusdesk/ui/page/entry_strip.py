"""The strip at a box that shows, while it is typed, what would be stored: ``1,234.56 -> 1,234``."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QColor
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from focusdesk.ui.look.theme import Theme
from focusdesk.ui.page.callout import Callout

REST_MILLISECONDS = 500

_MARGIN = 6
_NOTHING = "Nothing to show of this entry"


class EntryStrip(Callout):
    """What a box would hold, and what is unusual about that.

    What would be stored stands there from the key on that makes it differ from what is typed. What
    is unusual is said once the keyboard rests: half a ZIP code is no mistake yet. All of it is read
    out then.

    Attributes:
        rested: The keyboard rests, so that the strip may say more than before.
    """

    rested = Signal()

    def __init__(self, page: QWidget) -> None:
        super().__init__(page, self._colours_of)
        self.setMargin(_MARGIN)
        self._hint = ""
        self._rest = QTimer(self, singleShot=True, interval=REST_MILLISECONDS)
        self._rest.timeout.connect(self._on_rested)
        self.setAccessibleName(_NOTHING)

    def tell(self, shown: str, hint: str) -> None:
        """Take what to show at once and what to say once the keyboard rests; neither hides it."""
        self._hint = hint
        self._say(shown)
        self._rest.stop()
        if shown or hint:
            self._rest.start()

    @property
    def says_anything(self) -> bool:
        """Whether there is anything to show yet."""
        return bool(self.text())

    @override
    def natural_width(self, widest: int) -> int:
        lines = self.text().split("\n")
        need = max(self.fontMetrics().horizontalAdvance(line) for line in lines)
        beside = self.contentsMargins().left() + 2 * self.margin()
        return min(need + beside + 2, widest)

    def _say(self, words: str) -> None:
        self.setText(words)
        self.setAccessibleName(words or _NOTHING)
        if not words:
            self.hide()

    def _on_rested(self) -> None:
        if self._hint and self._hint not in self.text():
            self._say("\n".join(part for part in (self.text(), self._hint) if part))
        self.rested.emit()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.text()))

    def _colours_of(self, theme: Theme) -> tuple[QColor, QColor]:
        if self._hint and self._hint in self.text():
            return theme.warning_ground, theme.warning
        return theme.information_ground, theme.accent
