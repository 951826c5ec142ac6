"""The desk of one firm: its months, the open month's pages, what explains them, what does not hold.

It shows and passes on; every figure changes by the session's one door, every file by the edges.
"""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from focusdesk.filing.edit import Cause, ChangeSet
from focusdesk.filing.filing import Filing
from focusdesk.filing.ports import StoreError
from focusdesk.filing.register import Register
from focusdesk.filing.session import FilingSession
from focusdesk.ui.desk.desk_parts import DeskParts
from focusdesk.ui.edges import Edges
from focusdesk.ui.look.banner import READ_ONLY, make_banner
from focusdesk.ui.look.notices import ask, tell
from focusdesk.ui.look.panes import Pane, go_to_next
from focusdesk.ui.look.status_line import StatusLine
from focusdesk.ui.months.due_days import DueDays
from focusdesk.ui.months.header_bar import HeaderBar
from focusdesk.ui.months.last_month import last_month_of, month_before
from focusdesk.ui.months.open_filings import OpenFiling, OpenFilings
from focusdesk.ui.page.baseline import Baseline
from focusdesk.ui.page.page_style import PageStyle
from focusdesk.ui.page.schedule_tabs import ScheduleTabs
from focusdesk.ui.settings import Place


class Desk(QWidget):
    """One store's desk."""

    month_opened = Signal()
    """Another month is on the desk."""

    left = Signal(object)
    """The user has jumped to another box, schedule or month; carries the `Place` that was left."""

    store_failed = Signal(str)
    """The store could not do what was asked; carries the sentence."""

    width_chosen = Signal(str, int)
    """The user has made a column wider or narrower: its key, and its width at 100 %."""

    asked = Signal(str)
    """A key of the page or a link of its explanation asks for an action; carries its id."""

    leaving = Signal()
    """The store is about to be closed: what is still to be kept in it must be kept now."""

    def __init__(
        self, register: Register, edges: Edges, buttons: Sequence[QAction], status: StatusLine
    ) -> None:
        """Build an empty desk.

        Args:
            register: The firm's filings.
            edges: The parts that the desk does not know.
            buttons: The actions in the header bar.
            status: The line at the foot of the window.
        """
        super().__init__()
        self.register, self._status = register, status
        self.open_filings = OpenFilings(register, self)
        self.header = HeaderBar(buttons)
        self.parts = DeskParts()
        self.side, self.right = self.parts.side, self.parts.right
        self.explain, self.findings = self.right.explain, self.right.findings
        self.tabs: ScheduleTabs | None = None
        self._open: OpenFiling | None = None
        self._baseline: Baseline | None = None
        self._shows_baseline, self._unread_told = True, False
        self._style = PageStyle()
        self._due_days = DueDays(lambda filing: edges.due_of(register, filing), self)
        self._filings: tuple[Filing, ...] = ()
        self._lay_out()
        self._tie()
        self.reload()

    @property
    def place(self) -> Place | None:
        """Where the user is; `None` where no month is open."""
        if self._open is None:
            return None
        filing = self._open.session.filing
        return Place(str(filing.period), filing.amendment, self.current_code)

    @property
    def session(self) -> FilingSession | None:
        """The open month's figures."""
        return self._open.session if self._open else None

    @property
    def filings(self) -> tuple[Filing, ...]:
        """Every filing of the firm, the newest first."""
        return self._filings

    def reload(self) -> None:
        """Read the list of months again."""
        self._filings = self.register.store.filings()
        self.side.months.show_filings(self._filings)
        if self._due_days.are_known:  # else the store will be asked once the page has been seen
            self.side.months.show_changed(self.register.store.changed_since_print())
        self.parts.no_month.setVisible(not self._filings)

    def show_month(self, filing: Filing, code: str = "") -> bool:
        """Put a month on the desk, at a box if one is named.

        `False` when it cannot be read, or an entry that was refused must be mended first.
        """
        if not self.finish_entry():
            self._mark_open_month()
            return False
        before, left = self.tabs, self.place
        stays = not code and before is not None and before.shows_front
        try:
            code = code or self._same_line_in(filing)
            opened = self.open_filings.open(filing)
            baseline = last_month_of(self.open_filings, self._filings, filing)
            if opened is not self._open:
                self._put(opened, baseline)
        except StoreError as error:
            self.store_failed.emit(str(error))
            self._mark_open_month()
            return False
        if code:
            self.go_to(code)
        if stays and self.tabs is not None:
            self.tabs.show_front()
        if self.tabs is not before:
            self._follow_jumps(left)
        if self.tabs is not None and not self.side.months.hasFocus():
            self.tabs.focus_page()
        return True

    def read_again(self) -> None:
        """Read the open month as it is kept now; what has been typed meanwhile stays typed."""
        if self._open is None or self.tabs is None:
            return
        here, code, typed = self._open.session.filing, self.current_code, self.tabs.waiting_entries
        try:
            self.reload()
            filing = self.register.store.find(here.period, here.amendment)
            opened = self.open_filings.read_again(filing)
            self._put(opened, last_month_of(self.open_filings, self._filings, filing))
        except StoreError as error:
            self.store_failed.emit(str(error))
            return
        self.go_to(code)
        self._follow_jumps(None)
        self.tabs.focus_page()
        for entry in typed:
            self.tabs.resume_entry(*entry)
        self._status.say(f"{filing.period.label} has been read again.")

    def go_to(self, code: str) -> bool:
        """Make a box current; `False` when the month's form has no such box."""
        return self.tabs is not None and self.tabs.go_to(code)

    @property
    def current_code(self) -> str:
        """The box that is current; empty when no month is open."""
        return self.tabs.current_code() if self.tabs else ""

    def neighbour(self, step: int) -> Filing | None:
        """Give the filing so many places later in time than the open one, if there is one."""
        if self._open is None:
            return None
        numbers = [filing.id for filing in self._filings]
        at = numbers.index(self._open.session.filing.id) - step
        return self._filings[at] if 0 <= at < len(numbers) else None

    def pair(self) -> tuple[Filing, ...]:
        """Give the open month and the one before it, the older first; fewer when there are not."""
        if self._open is None:
            return tuple(reversed(self._filings[:2]))
        now = self._open.session.filing
        before = month_before(self._filings, now) or self.neighbour(-1)
        if before is None:
            later = self.neighbour(1)
            return (now, later) if later else (now,)
        return (before, now)

    def show_last_month(self, *, shown: bool) -> None:
        """Show last month's figures beside each box, or not."""
        self._shows_baseline = shown
        if self.tabs is not None:
            self.tabs.show_baseline(shown)

    def show_style(self, style: PageStyle) -> None:
        """Show the pages and their explanation in another size, or columns with other widths."""
        self._style = style
        self.right.show_zoom(style.zoom)
        if self.tabs is not None:
            self.tabs.show_style(style)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Ask the calendar once the page has been seen: it takes longer to load than all else."""
        super().paintEvent(event)
        self._due_days.see()

    def leave(self) -> None:
        """Take what is being typed and let go of the filings, before the store is closed."""
        self.leaving.emit()
        self._due_days.leave()
        self.finish_entry()
        self._open = None
        self._take_tabs_away()
        self.explain.refresh()  # now, not once the store is closed
        self.open_filings.close()

    def show_due_days(self) -> None:
        """Ask the calendar when the months are due, and the store which are not as printed."""
        self._due_days.ask()

    def _show_due_days(self) -> None:
        self.side.months.show_due(self._due_days.of)
        self.side.months.show_changed(self.register.store.changed_since_print())
        if self._open:
            filing = self._open.session.filing
            self.header.show_due(filing, self._due_days.of(filing))

    def next_pane(self) -> None:
        """Go on with the keyboard: header, months, page, explanation, findings if there are any."""
        self.right.show()
        go_to_next([Pane(self.header, self.header.door), *self.parts.panes()])
        self.parts.make_room()

    def step_month(self, step: int) -> None:
        """Open the month after the open one, or before it for a negative step."""
        filing = self.neighbour(step)
        if filing is not None:
            self.show_month(filing)

    def step_schedule(self, step: int) -> None:
        """Turn to the next schedule, or back."""
        if self.tabs is not None:
            self.tabs.turn(step)

    def show_schedule(self, at: int) -> None:
        """Turn to a schedule by its place in the form."""
        if self.tabs is not None:
            self.tabs.show_schedule(at)

    def focus_page(self) -> None:
        """Bring the keyboard to the page."""
        if self.tabs is not None:
            self.tabs.focus_page()

    def finish_entry(self) -> bool:
        """Take what is being typed; `False` when it is refused and must be mended first."""
        return self.tabs is None or self.tabs.finish_entry()

    def blank_box(self) -> None:
        """Blank the selected boxes."""
        if self.tabs is not None:
            self.tabs.blank()

    def edit_box(self) -> None:
        """Open the current box for editing, as F2 does on the page."""
        page = self.tabs.current_page() if self.tabs else None
        if page is not None:
            page.setFocus(Qt.FocusReason.OtherFocusReason)
            page.edit_box()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.header)
        if self.register.store.read_only:
            layout.addWidget(make_banner(READ_ONLY))
        layout.addWidget(self.parts, 1)

    def _tie(self) -> None:
        self._due_days.known.connect(self._show_due_days)
        self.side.months.month_chosen.connect(self.show_month)
        self.findings.code_activated.connect(self.go_to)
        self.explain.code_activated.connect(self.go_to)
        self.explain.left.connect(self.focus_page)
        self.right.asked.connect(self.asked)
        self.header.printed.code_activated.connect(self.go_to)
        self.open_filings.filing_changed.connect(self._on_filing_changed)
        self.open_filings.firm_changed.connect(self.show_due_days)

    def _put(self, opened: OpenFiling, baseline: Baseline | None) -> None:
        """Replace the pages on the desk by those of another month."""
        session = opened.session
        tabs = ScheduleTabs(session, opened.signals, opened.undo, baseline)
        self._take_tabs_away()
        self.tabs, self._open, self._baseline = tabs, opened, baseline
        tabs.show_baseline(self._shows_baseline)
        tabs.show_style(self._style)
        tabs.width_chosen.connect(self.width_chosen)
        tabs.box_selected.connect(self._on_box_selected)
        tabs.entry_done.connect(self._status.say)
        tabs.entry_refused.connect(self._on_entry_refused)
        tabs.refusal_ended.connect(self._status.end_refusal)
        tabs.store_failed.connect(self.store_failed)
        tabs.marks_failed.connect(self._tell_unread)
        tabs.asked.connect(self.asked)
        tabs.conflict_met.connect(self.ask_to_read_again)
        self.parts.put(tabs)
        self.open_filings.undo.setActiveStack(opened.undo)
        self.side.months.choose(session.filing)
        self.header.show_filing(session.filing, self._due_days.of(session.filing))
        self.side.show_firm(session)
        self._status.say("")
        self._show_figures()
        self._show_box(tabs.current_code())
        self.month_opened.emit()

    def _take_tabs_away(self) -> None:
        self.parts.take_away()
        self.tabs = None

    def _follow_jumps(self, left: Place | None) -> None:
        """Tell of jumps on new pages once they stand where they are to stand; that was one jump."""
        if left is not None:
            self.left.emit(left)
        if self.tabs is not None:
            self.tabs.left.connect(self._on_left)

    def _on_left(self, code: str) -> None:
        if self.place is not None:
            self.left.emit(replace(self.place, code=code))

    def _mark_open_month(self) -> None:
        if self._open:
            self.side.months.choose(self._open.session.filing)

    def _same_line_in(self, filing: Filing) -> str:
        """Give the current box by its code in another month's form; empty where it has none."""
        if self._open is None or filing.id == self._open.session.filing.id:
            return ""
        here, there = self._open.session.edition, self.register.edition_of(filing)
        return here.code_in(there, self.current_code)

    def _on_box_selected(self, code: str) -> None:
        self._status.come_to(code)
        if self._open and code:
            self._show_box(code)

    def _show_box(self, code: str) -> None:
        if self._open and code:
            self.explain.show_box(self._open.session, code, self._baseline)

    def _on_entry_refused(self, code: str, sentence: str) -> None:
        named = sentence if sentence.startswith(f"{code} ") else f"{code}: {sentence}"
        self._status.say(named, "error")

    def ask_to_read_again(self, sentence: str, over: QWidget | None = None) -> None:
        """Say that another program has changed the month, and offer to read it again.

        Args:
            sentence: What the store says.
            over: The window that asks, where that is not the desk's own.
        """
        ask(over or self, "Nothing was changed", sentence, "Read the month again", self.read_again)

    def _on_filing_changed(self, filing: Filing, changed: ChangeSet) -> None:
        self._unread_told = False
        try:
            if changed.cause is Cause.PRINTED:
                self.reload()
                self._mark_open_month()
            if self._open is not None and filing.id == self._open.session.filing.id:
                self._take_in(self._open.session, changed)
        except StoreError as error:
            self._tell_unread(str(error))

    def _take_in(self, session: FilingSession, changed: ChangeSet) -> None:
        self._show_figures()
        edition = session.edition
        if not {edition.firm_code, edition.file_number_code}.isdisjoint(changed.codes):
            self.side.show_firm(session)
        self._show_box(self.current_code)

    def _tell_unread(self, sentence: str) -> None:
        """Say once of a change that it is kept, though not all beside it could be read again."""
        if not self._unread_told:
            self._unread_told = True
            later = "Findings and marks are read again with the next change."
            tell(self, "Saved, but its marks could not be read", f"{sentence} {later}")

    def _show_figures(self) -> None:
        if self._open:
            session = self._open.session
            self.right.show_session(session)
            self._status.show_session(session)
            self._status.show_findings(self.findings.waiting)
            self.header.show_printed(session)
            changed = bool(session.changed_since_print())
            self.side.months.mark_changed(session.filing, changed=changed)
