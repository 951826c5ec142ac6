"""The menu of months that are often laid side by side, and the way to any others."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu, QWidget

from focusdesk.filing.filing import Filing
from focusdesk.filing.month_choice import MonthChoice, Offer


class MonthsMenu(QObject):
    """Presets, each with what it would show or why it cannot be had; another month; any months.

    Attributes:
        menu: The menu.
    """

    preset_wanted = Signal(object)
    """A preset is wished for; carries its `Offer`."""

    month_wanted = Signal(object)
    """One more month is wished for; carries its `Filing`."""

    choosing = Signal()
    """The months are to be chosen one by one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.menu = QMenu(parent)
        self.menu.setToolTipsVisible(True)

    def show_offers(self, offers: Sequence[Offer], beside: Sequence[Filing]) -> None:
        """List what can be laid side by side now.

        Args:
            offers: The presets.
            beside: The months next to those that are shown, the earlier one first.
        """
        self.menu.clear()
        for filing in beside:
            action = self.menu.addAction(f"Add {filing.title}")
            action.triggered.connect(_giving(self.month_wanted.emit, filing))
        if beside:
            self.menu.addSeparator()
        for at, offer in enumerate(offers, 1):
            action = self.menu.addAction(f"&{at}  {offer.preset.words}")
            action.setEnabled(offer.choice is not None)
            action.setToolTip(offer.why_not or _months_words(offer.choice))
            action.triggered.connect(_giving(self.preset_wanted.emit, offer))
        self.menu.addSeparator()
        self.menu.addAction("&Choose months\u2026\tCtrl+M").triggered.connect(self.choosing)


def _months_words(choice: MonthChoice | None) -> str:
    """Say which months a choice has: ``Dec 2013, Jan 2014``, or the first and the last of many."""
    if choice is None:
        return ""
    labels = [filing.period.short_label for filing in choice.filings]
    if choice.from_print:
        return f"{labels[0]}, as printed and now"
    if len(labels) > _NAMED:
        labels = [f"{labels[0]} to {labels[-1]}, {len(labels)} months"]
    return ". ".join(filter(None, (", ".join(labels), choice.remark)))


_NAMED = 6


def _giving(emit: Callable[[object], None], what: object) -> Callable[[], None]:
    return lambda: emit(what)
