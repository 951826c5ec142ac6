"""Findings on the desk: explained in place, filtered, printed."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject

from focusdesk.calc.finding import Finding
from focusdesk.filing.edit import ChangeSet
from focusdesk.filing.explained_warnings import can_be_explained
from focusdesk.filing.filing import Filing
from focusdesk.filing.listed_findings import Standing
from focusdesk.filing.session import FilingSession
from focusdesk.ui.desk.actions import Slot
from focusdesk.ui.desk.desk import Desk
from focusdesk.ui.desk.workplace import Workplace
from focusdesk.ui.edges import EdgeRefused, PrintedSheet
from focusdesk.ui.explain.warning_panel import WarningPanel
from focusdesk.ui.look.note_words import count_of
from focusdesk.ui.look.notices import tell
from focusdesk.ui.page.schedule_tabs import ScheduleTabs


class Answering(QObject):
    """Explains warnings where the box is explained otherwise, until that is left.

    Attributes:
        panel: The panel of the desk that is open; `None` until it is asked for.
    """

    def __init__(self, workplace: Workplace, show_sheet: Callable[[PrintedSheet], None]) -> None:
        """Work in a window.

        Args:
            workplace: The window.
            show_sheet: Shows a sheet from where it is printed or saved.
        """
        super().__init__(workplace.frame)
        self._workplace, self._show_sheet = workplace, show_sheet
        self.panel: WarningPanel | None = None
        self._tabs: ScheduleTabs | None = None
        workplace.keep_before_leaving(self.keep)

    def slots(self) -> Mapping[str, Slot]:
        """Say what its actions do."""
        work = self._workplace
        return {
            "explain_finding": work.once_settled(self._explain),
            "filter_findings": work.with_desk(self._filter),
            "print_findings": work.once_settled(self._print),
        }

    def follow(self, desk: Desk) -> None:
        """Explain the warnings of another store."""
        self.panel = self._tabs = None
        desk.month_opened.connect(self._on_month_opened)
        desk.leaving.connect(self._on_leaving)
        desk.open_filings.filing_changed.connect(self._on_filing_changed)

    def keep(self) -> bool:
        """Keep what is being written; `False` when it is refused, and it says why."""
        return self.panel is None or self.panel.keep()

    @property
    def _is_shown(self) -> bool:
        desk = self._workplace.desk
        return desk is not None and self.panel is not None and desk.right.in_front is self.panel

    def _explain(self, desk: Desk) -> None:
        session = desk.session
        if session is None:
            return
        finding = _finding_to_explain(desk, session)
        if finding is None:
            sentence = "No warning of the month can be explained."
            self._workplace.status.say(sentence)
            return
        self._show(desk, session, finding)

    def _show(self, desk: Desk, session: FilingSession, finding: Finding) -> None:
        panel = self.panel or self._made(desk)
        if not panel.show_finding(finding, session):
            return
        desk.right.put_in_front(panel)
        desk.right.show()
        if finding.codes and desk.current_code not in finding.codes:
            desk.go_to(finding.codes[0])
        if desk.tabs is not None and desk.tabs is not self._tabs:
            self._tabs = desk.tabs
            self._tabs.box_selected.connect(self._on_box_selected)
        panel.write()

    def _made(self, desk: Desk) -> WarningPanel:
        panel = self.panel = WarningPanel(desk.register)
        panel.code_activated.connect(desk.go_to)
        panel.left.connect(self._on_left)
        panel.said.connect(self._workplace.status.say)
        panel.conflict_met.connect(desk.ask_to_read_again)
        panel.finding_asked.connect(self._on_finding_asked)
        panel.show_zoom(desk.right.zoom)
        desk.right.zoomed.connect(panel.show_zoom)
        return panel

    def _filter(self, desk: Desk) -> None:
        desk.right.show()
        desk.findings.show_filter()

    def _print(self, desk: Desk) -> None:
        session = desk.session
        if session is None:
            return
        listed, panel = desk.findings.shown, desk.findings
        left_out = len(panel.findings) - sum(
            each.standing is not Standing.NOT_EVALUATED for each in listed
        )
        words = _sheet_words(session.filing, left_out)
        try:
            content = self._workplace.edges.draw_findings(session, listed, words)
        except EdgeRefused as error:
            tell(self._workplace.frame, "The findings cannot be printed", str(error))
            return
        name = f"FOCUS {session.filing.stem} findings.pdf"
        title = f"Findings of {session.filing.title}"
        self._show_sheet(PrintedSheet(title, name, words, content))

    def _on_finding_asked(self, finding: Finding) -> None:
        desk = self._workplace.desk
        if desk is not None and desk.session is not None:
            self._show(desk, desk.session, finding)

    def _on_box_selected(self, code: str) -> None:
        """Give the place back once the user is at another box."""
        panel, desk = self.panel, self._workplace.desk
        if not code or panel is None or panel.finding is None or desk is None or not self._is_shown:
            return
        if code not in panel.finding.codes and panel.keep():
            desk.right.give_back()

    def _on_month_opened(self) -> None:
        desk = self._workplace.desk
        if self._is_shown and desk is not None:
            desk.right.give_back()

    def _on_filing_changed(self, filing: Filing, changed: ChangeSet) -> None:
        del filing, changed
        if self._is_shown and self.panel is not None:
            self.panel.refresh()

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


def _finding_to_explain(desk: Desk, session: FilingSession) -> Finding | None:
    """Give the warning that was chosen in the list, else one of the box, else the first open."""
    found = [each for each in session.checks.for_review() if can_be_explained(each)]
    chosen, code = desk.findings.chosen, desk.current_code
    if chosen in found and code in (*chosen.codes, ""):
        return chosen
    here = [each for each in found if code in each.codes]
    unanswered = [each for each in found if each in session.checks.unanswered()]
    return next(iter((*here, *unanswered, *found)), None)


def _sheet_words(filing: Filing, left_out: int) -> str:
    """Say which findings are on the sheet; whoever reads it does not see the filter."""
    which = f"The findings of {filing.title} as the desk lists them"
    if not left_out:
        return f"{which}, all of them."
    verb = "is" if left_out == 1 else "are"
    return f"{which}. By the filter, {count_of(left_out, 'finding')} {verb} left out."
