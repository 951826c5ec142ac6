"""The firm's targets on the desk: its policies, and back to them where a month differs."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QObject

from focusdesk.filing.edit import Edit, EditRefused
from focusdesk.filing.ports import StoreError
from focusdesk.filing.session import FilingSession
from focusdesk.filing.target_keeping import follow_policy
from focusdesk.filing.target_measure import TargetError
from focusdesk.ui.desk.actions import Slot
from focusdesk.ui.desk.desk import Desk
from focusdesk.ui.desk.workplace import Workplace
from focusdesk.ui.look.notices import tell
from focusdesk.ui.targets.overridden_dialog import OverriddenDialog
from focusdesk.ui.targets.targets_dialog import TargetsDialog


class SettingTargets(QObject):
    """Records target policies, and deals with targets that differ from them."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace.frame)
        self._workplace = workplace

    def slots(self) -> Mapping[str, Slot]:
        """Say what its actions do."""
        work = self._workplace
        return {
            "targets": work.once_settled(self._show),
            "overridden_targets": work.with_session(self._show_overridden),
        }

    def follow(self, desk: Desk) -> None:
        """Keep nothing of another store: what is worked with is asked for whenever it is needed."""

    def _show(self, desk: Desk) -> None:
        try:
            asked = TargetsDialog(desk.open_filings, desk.session, self._workplace.frame)
        except StoreError as error:
            tell(self._workplace.frame, "The targets cannot be read", str(error))
            return
        asked.settled.connect(self._workplace.status.say)
        asked.open()
        asked.measure.setFocus()

    def _show_overridden(self, session: FilingSession) -> None:
        page = self._workplace.page
        code = page.current_code if page else ""
        try:
            if not session.targets.overrides():
                self._workplace.status.say("Every target that has a policy follows it.")
                return
            asked = OverriddenDialog(session, code, self._workplace.frame)
        except StoreError as error:
            tell(self._workplace.frame, "The targets cannot be read", str(error))
            return
        asked.follow_asked.connect(partial(self._on_follow_asked, session))
        asked.open()
        asked.reason.setFocus()

    def _on_follow_asked(self, session: FilingSession, code: str) -> None:
        try:
            edit = follow_policy(session, code)
        except (StoreError, TargetError) as error:
            self._workplace.status.say(str(error))
            return
        self._apply(edit, f"{code} follows its policy again")

    def _apply(self, edit: Edit, done: str) -> None:
        tabs = self._workplace.tabs
        if tabs is None:
            return
        try:
            tabs.entry.take_all(edit, done)
        except EditRefused as error:
            self._workplace.status.say(str(error), "error")
        except StoreError as error:
            tabs.entry.tell(error)
