"""Alt+Left and Alt+Right: back to where one was before a jump, and forward again.

It remembers places, never figures: undo is another thing. A jump is whatever does not go step by
step: to a code, a finding, a related box, a schedule, a month, the box of an undone step.
"""

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal

from focusdesk.filing.filing import Filing
from focusdesk.ui.desk.actions import Slot
from focusdesk.ui.desk.desk import Desk
from focusdesk.ui.desk.workplace import Workplace
from focusdesk.ui.settings import Place

MOST_PLACES = 200

_NO_WAY_BACK = "There is no earlier place to go back to."
_NO_WAY_ON = "There is no later place to go forward to."


class Journey(QObject):
    """The places that were left in one store, the last one last.

    Attributes:
        changed: There may be another place behind or ahead, or none any more.
    """

    changed = Signal()

    def __init__(self, workplace: Workplace) -> None:
        """Remember nothing yet.

        Args:
            workplace: The window.
        """
        super().__init__(workplace.frame)
        self._workplace = workplace
        self._behind: list[Place] = []
        self._ahead: list[Place] = []
        self._going = False

    @property
    def places(self) -> tuple[Place, ...]:
        """What lies behind, the last place that was left last."""
        return tuple(self._behind)

    @property
    def has_back(self) -> bool:
        """Whether a place lies behind."""
        return bool(self._behind)

    @property
    def has_forward(self) -> bool:
        """Whether a place lies ahead."""
        return bool(self._ahead)

    def slots(self) -> Mapping[str, Slot]:
        """Say what its actions do."""
        return {
            "back": self._workplace.settled(self.back),
            "forward": self._workplace.settled(self.forward),
        }

    def follow(self, desk: Desk) -> None:
        """Forget another store's places, and remember those that are left on this desk."""
        self._behind.clear()
        self._ahead.clear()
        self.changed.emit()
        desk.left.connect(self.leave)

    def leave(self, place: Place) -> None:
        """Remember a place that a jump has left; what lay ahead is forgotten."""
        if self._going:
            return
        self._ahead.clear()
        if not self._behind or self._behind[-1] != place:
            self._behind.append(place)
        del self._behind[:-MOST_PLACES]
        self.changed.emit()

    def back(self) -> None:
        """Go to the last place that was left."""
        self._go(self._behind, self._ahead, _NO_WAY_BACK)
        self.changed.emit()

    def forward(self) -> None:
        """Go to where the last step back has come from."""
        self._go(self._ahead, self._behind, _NO_WAY_ON)
        self.changed.emit()

    def _go(self, places: list[Place], others: list[Place], no_way: str) -> None:
        """Go to the last of some places that still is one, and keep the one left with others."""
        desk = self._workplace.desk
        here = desk.place if desk else None
        if desk is None or here is None:
            return
        # At the page about the whole month nobody stands at the box that was left for it.
        stands = None if desk.tabs is not None and desk.tabs.shows_front else here
        while places:
            place = places.pop()
            filing = _filing_at(desk, place)
            if place == stands or filing is None or not self._has_box(filing, place.code):
                continue
            if self._goes(desk, filing, place.code):
                others.append(here)
            else:
                places.append(place)
            return
        self._workplace.status.say(no_way)

    def _has_box(self, filing: Filing, code: str) -> bool:
        edition = self._workplace.edges.editions().get(filing.edition)
        return edition is not None and code in edition.boxes

    def _goes(self, desk: Desk, filing: Filing, code: str) -> bool:
        self._going = True
        try:
            went = desk.show_month(filing, code)
        finally:
            self._going = False
        if went and desk.tabs is not None:
            desk.tabs.focus_page()
            self._workplace.status.say(f"{filing.title}, {code}", of=code)
        return went


def _filing_at(desk: Desk, place: Place) -> Filing | None:
    """Give the filing of a place; `None` where it is gone."""
    for filing in desk.filings:
        if (str(filing.period), filing.amendment) == (place.period, place.amendment):
            return filing
    return None
