"""The carried figures of the open month, opened from the menu or from a line of the overview."""

from collections.abc import Mapping

from PySide6.QtCore import QObject

from focusdesk.filing.ports import StoreError
from focusdesk.filing.session import FilingSession
from focusdesk.ui.desk.actions import Slot
from focusdesk.ui.desk.desk import Desk
from focusdesk.ui.desk.workplace import Workplace
from focusdesk.ui.figures.figures_dialog import FiguresDialog
from focusdesk.ui.look.notices import tell


class GivingFigures(QObject):
    """Opens the list of carried figures."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace.frame)
        self._workplace = workplace

    def slots(self) -> Mapping[str, Slot]:
        """Say what its action does."""
        return {"carried_figures": self._workplace.with_session(self._show)}

    def follow(self, desk: Desk) -> None:
        """Keep nothing of another store: what is worked with is asked for whenever it is needed."""

    def _show(self, session: FilingSession) -> None:
        code, self._workplace.figure_asked = self._workplace.figure_asked, ""
        try:
            asked = FiguresDialog(session, code, self._workplace.frame)
        except StoreError as error:
            tell(self._workplace.frame, "The carried figures cannot be read", str(error))
            return
        asked.open()
        (asked.amount if code else asked.table).setFocus()
