"""Where Enter leads: down the page, as in a spreadsheet, or to the next box, as Tab does."""

from collections.abc import Mapping

from focusdesk.ui.desk.actions import Slot
from focusdesk.ui.desk.desk import Desk
from focusdesk.ui.desk.workplace import Workplace


class EnterDirection:
    """The choice in the Edit menu, remembered from one start to the next."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    def slots(self) -> Mapping[str, Slot]:
        """Say what each of its actions does."""
        return {"enter_direction": self._turn}

    def follow(self, desk: Desk) -> None:
        """Let Enter lead as chosen on another store's desk too."""
        desk.month_opened.connect(self._tell)

    def _turn(self) -> None:
        settings = self._workplace.settings
        settings.enter_goes_on = not settings.enter_goes_on
        self._tell()
        where = "to the next box, as Tab does" if settings.enter_goes_on else "down the page"
        self._workplace.status.say(f"Enter goes {where}.")

    def _tell(self) -> None:
        tabs = self._workplace.tabs
        if tabs is not None:
            tabs.let_enter_go_on(goes_on=self._workplace.settings.enter_goes_on)
