"""Explaining a change on the desk: the panel stands where the box is explained otherwise."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, QTimer

from focusdesk.filing.compare import Comparison, compare
from focusdesk.filing.edit import ChangeSet
from focusdesk.filing.filing import Filing
from focusdesk.filing.ports import StoreError
from focusdesk.ui.compare.comparing import Comparing
from focusdesk.ui.desk.actions import Slot
from focusdesk.ui.desk.desk import Desk
from focusdesk.ui.desk.workplace import Workplace
from focusdesk.ui.explain.change_panel import ChangePanel
from focusdesk.ui.explain.change_story import ChangeAsked
from focusdesk.ui.months.last_month import month_before
from focusdesk.ui.page.schedule_tabs import ScheduleTabs

_AT_REST = 40  # milliseconds


class Explaining(QObject):
    """Shows why the current box moved since last month, and follows it until it is left.

    Attributes:
        panel: The panel of the desk that is open; `None` until it is asked for.
    """

    def __init__(self, workplace: Workplace, comparing: Comparing) -> None:
        """Explain in a window.

        Args:
            workplace: The window.
            comparing: Knows the comparison, which has a panel of its own.
        """
        super().__init__(workplace.frame)
        self._workplace, self._comparing = workplace, comparing
        self.panel: ChangePanel | None = None
        self._tabs: ScheduleTabs | None = None
        self._comparison: Comparison | None = None
        # Laid side by side once the keyboard rests, never within a keystroke.
        self._soon = QTimer(self, singleShot=True, interval=_AT_REST)
        self._soon.timeout.connect(self._show)
        workplace.keep_before_leaving(self.keep)

    def slots(self) -> Mapping[str, Slot]:
        """Say what its action does."""
        return {"explain_change": self._workplace.once_settled(self._explain)}

    def follow(self, desk: Desk) -> None:
        """Explain the changes of another store."""
        self.panel = self._tabs = self._comparison = None
        desk.month_opened.connect(self._on_month_opened)
        desk.leaving.connect(self._on_leaving)
        desk.open_filings.filing_changed.connect(self._on_filing_changed)

    def keep(self) -> bool:
        """Keep what is being written; `False` when it is refused, and it says why."""
        return self.panel is None or self.panel.keep()

    def _explain(self, desk: Desk) -> None:
        if self._comparing.side is not None:
            self._comparing.side.write()
            return
        session = desk.session
        if session is None or not desk.current_code:
            return
        if month_before(desk.filings, session.filing) is None:
            label = session.filing.period.label
            sentence = f"The store has no month before {label}, so nothing has moved since."
            self._workplace.status.say(sentence)
            return
        panel = self.panel or self._made(desk)
        desk.right.put_in_front(panel)
        desk.right.show()
        self._show()
        panel.write()

    def _made(self, desk: Desk) -> ChangePanel:
        panel = self.panel = ChangePanel(desk.register)
        panel.code_activated.connect(desk.go_to)
        panel.left.connect(self._on_left)
        panel.said.connect(self._workplace.status.say)
        panel.show_zoom(desk.right.zoom)
        desk.right.zoomed.connect(panel.show_zoom)
        panel.conflict_met.connect(desk.ask_to_read_again)
        return panel

    @property
    def _is_shown(self) -> bool:
        desk = self._workplace.desk
        return desk is not None and self.panel is not None and desk.right.in_front is self.panel

    def _show(self) -> None:
        """Tell why the current box moved."""
        self._soon.stop()
        desk, panel = self._workplace.desk, self.panel
        if desk is None or desk.session is None or panel is None or not self._is_shown:
            return
        if desk.tabs is not None and desk.tabs is not self._tabs:
            self._tabs = desk.tabs
            self._tabs.box_selected.connect(self._on_box_selected)
        try:
            asked = self._asked(desk, desk.current_code)
        except StoreError as error:
            desk.store_failed.emit(str(error))
            return
        panel.show_change(asked, desk.session if asked else None)

    def _asked(self, desk: Desk, code: str) -> ChangeAsked | None:
        """Lay the open month beside the one before it, unless that was done since the last edit.

        Raises:
            StoreError: a month cannot be read.
        """
        filing = desk.session.filing if desk.session else None
        before = filing and month_before(desk.filings, filing)
        if filing is None or before is None:
            return None
        if self._comparison is None:
            self._comparison = compare(desk.open_filings.figures_of((before, filing)))
        rows = self._comparison.rows
        row = next((row for row in rows if row.codes[-1] == code), None)
        return ChangeAsked(self._comparison, row, (0, 1)) if row else None

    def _on_box_selected(self, code: str) -> None:
        if code and self.sender() is self._tabs:
            self._show()

    def _on_month_opened(self) -> None:
        self._comparison = None
        desk = self._workplace.desk
        if self._is_shown and desk is not None and desk.session is not None:
            if month_before(desk.filings, desk.session.filing) is None:
                desk.right.give_back()
            self._show()

    def _on_filing_changed(self, filing: Filing, changed: ChangeSet) -> None:
        del filing
        if changed.codes:
            self._comparison = None
        if self._is_shown:
            self._soon.start()

    def _on_leaving(self) -> None:
        """Keep what is written before the store is closed."""
        self.keep()
        self.panel = None

    def _on_left(self) -> None:
        """Explain the box again, with the keyboard on the page."""
        desk = self._workplace.desk
        if desk is not None:
            desk.right.give_back()
            desk.focus_page()
