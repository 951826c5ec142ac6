"""Ctrl+K: whatever the desk can do and wherever it can go, by typing what one remembers of it."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from focusdesk.filing.filing import Filing
from focusdesk.form.edition import Edition
from focusdesk.ui.compare.comparing import Comparing
from focusdesk.ui.desk.actions import Slot
from focusdesk.ui.desk.desk import Desk
from focusdesk.ui.desk.workplace import Workplace
from focusdesk.ui.going.finder import Finder
from focusdesk.ui.going.palette_rows import (
    Offer,
    action_offers,
    code_in,
    month_offers,
    palette_rows,
)
from focusdesk.ui.look.found_list import FoundRow

_NOTHING = "No action, schedule, box or month answers to this."


class PaletteSearch(Finder):
    """The palette; `chosen` carries the row that the user wants."""

    def __init__(
        self,
        offers: Sequence[Offer],
        edition: Edition | None,
        recent: Sequence[str],
        window: QWidget,
    ) -> None:
        """List what can be done.

        Args:
            offers: Everything but boxes.
            edition: The form of the open month; `None` for none.
            recent: What was chosen last.
            window: The window.
        """
        asked = "An action, a code, words of a line, a schedule, a month"
        super().__init__("Command palette", (asked, "What to do or find", "Found"), window)
        self._offers, self._edition, self._recent = offers, edition, recent
        self.refresh()

    @override
    def found(self, text: str) -> Sequence[FoundRow]:
        return palette_rows(self._offers, self._edition, text, self._recent)

    @override
    def counted(self, rows: Sequence[FoundRow]) -> str:
        return f"{len(rows)} found. Enter does it, Esc leaves." if rows else _NOTHING


class Palette(QObject):
    """Opens the palette and does what is chosen in it, with the keyboard back on the page."""

    def __init__(self, workplace: Workplace, comparing: Comparing) -> None:
        """Serve a window.

        Args:
            workplace: The window.
            comparing: Puts the desk in front where a box or a month is chosen.
        """
        super().__init__(workplace.frame)
        self._workplace, self._comparing = workplace, comparing
        self._offers: dict[str, Offer] = {}

    def slots(self) -> Mapping[str, Slot]:
        """Say what its action does."""
        return {"palette": self._workplace.settled(self._open)}

    def follow(self, desk: Desk) -> None:
        """Offer nothing of another store: what is offered is gathered whenever it is opened."""

    def _open(self) -> None:
        here = self._workplace
        edition = here.session.edition if here.session else None
        offers = [
            *action_offers(here.frame.menuBar(), edition),
            *month_offers(here.desk.filings if here.desk else ()),
        ]
        self._offers = {offer.row.key: offer for offer in offers}
        dialog = PaletteSearch(offers, edition, here.settings.recent_choices, here.frame)
        dialog.chosen.connect(self._on_chosen)
        dialog.open()

    def _on_chosen(self, row: FoundRow) -> None:
        self._workplace.settings.remember_choice(row.key)
        offer = self._offers.get(row.key)
        session = self._workplace.session
        if offer is None:
            if session is not None:
                self._comparing.go_to_box(session.filing, code_in(row.key))
                self._focus_page()
        elif offer.filing is not None:
            self._open_month(offer.filing)
        elif offer.action is not None:
            offer.action.trigger()

    def _open_month(self, filing: Filing) -> None:
        desk = self._workplace.desk
        if desk is not None and desk.show_month(filing):
            if self._comparing.page is not None:
                self._comparing.show_desk()
            self._focus_page()

    def _focus_page(self) -> None:
        desk = self._workplace.desk
        if desk is not None and desk.tabs is not None:
            desk.tabs.focus_page()
