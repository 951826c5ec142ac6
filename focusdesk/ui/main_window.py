"""The window: one of three pages (first screen, desk, comparison), the menus, the status line."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from focusdesk.filing.filing import Filing
from focusdesk.filing.register import Register
from focusdesk.filing.session import FilingSession
from focusdesk.form.box import show_value
from focusdesk.ui.compare.compare_page import ComparePage
from focusdesk.ui.compare.comparing import Comparing
from focusdesk.ui.desk.actions import DeskActions, Slot
from focusdesk.ui.desk.desk import Desk
from focusdesk.ui.desk.desk_state import state_of
from focusdesk.ui.desk.page_menu import PageMenu
from focusdesk.ui.desk.workplace import Workplace
from focusdesk.ui.edges import Edges
from focusdesk.ui.exports import Exports
from focusdesk.ui.features import features_of
from focusdesk.ui.file_questions import FileQuestions
from focusdesk.ui.going.journey import Journey
from focusdesk.ui.look.notices import tell
from focusdesk.ui.look.status_line import StatusLine
from focusdesk.ui.preview.printing import Printing
from focusdesk.ui.settings import Settings
from focusdesk.ui.starts.start_page import StartPage
from focusdesk.ui.starts.starts import Starts
from focusdesk.ui.starts.store_door import StoreDoor, first_month
from focusdesk.ui.window_frame import WindowFrame
from focusdesk.ui.window_theme import THEME_CHOICES, WindowTheme


class MainWindow(QObject):
    """What stands in the window, and what its menus do."""

    def __init__(
        self,
        frame: WindowFrame,
        edges: Edges,
        settings: Settings,
        questions: FileQuestions | None = None,
    ) -> None:
        """Furnish the window around an empty page; `begin` opens a store.

        Args:
            frame: The window.
            edges: The store, the paper, the files, the calendar.
            settings: What the desk remembers of its user.
            questions: Asks for files; the system's own dialogs unless a test brings its own.
        """
        super().__init__(frame)
        self.frame = frame
        self._edges, self._settings = edges, settings
        self._theme = WindowTheme(frame, settings)
        self._store: Path | None = None
        self.start_page = StartPage()
        self.status = StatusLine()
        files = questions or FileQuestions()
        self.workplace = Workplace(frame, edges, settings, files, self.status)
        self.exports = Exports(edges, files, frame)
        self.printing = Printing(edges, settings, files, frame)
        self.starts = Starts(edges, files, frame)
        self.door = StoreDoor(edges, settings, files, frame)
        self.pages = QStackedWidget()
        self.comparing = Comparing(self.workplace, self.pages)
        self.journey = Journey(self.workplace)
        self.features = features_of(self.workplace, self.comparing, self.journey, self.printing)
        self._does = self._slots()
        self.actions_table = DeskActions(frame, self._does)
        self.page_menu = PageMenu(self.actions_table, frame)
        self._lay_out()
        self._tie()
        self.actions_table[f"theme_{settings.theme}"].setChecked(True)
        self.refresh()

    def begin(self, store: Path | None) -> None:
        """Open a store: the one named, the last one used, the default one; else ask on one screen.

        A store that cannot be opened gives its sentence on the first screen.
        """
        self.door.begin(store)

    def refresh(self) -> None:
        """Let the menus do what can be done now, and name the window after what is open."""
        desk, way = self.desk, self.journey
        state = state_of(
            desk,
            comparing=self.comparing.page is not None,
            back=way.has_back,
            forward=way.has_forward,
        )
        self.actions_table.show_state(state)
        if desk is not None:
            steps = desk.open_filings.undo
            self.actions_table.show_steps(steps.undoText(), steps.redoText())
        self.frame.setWindowTitle(self._title())

    @property
    def desk(self) -> Desk | None:
        """The desk of the open store; `None` where none is open."""
        return self.workplace.desk

    @property
    def comparison(self) -> ComparePage | None:
        """The comparison in front of the desk; `None` where the desk itself is."""
        return self.comparing.page

    @property
    def _session(self) -> FilingSession | None:
        return self.workplace.session

    def _lay_out(self) -> None:
        middle = QWidget()
        layout = QVBoxLayout(middle)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.pages, 1)
        layout.addWidget(self.status)
        self.frame.setCentralWidget(middle)
        # A layout would do so later; a window made active until then gives nobody the keyboard.
        middle.show()
        self.pages.addWidget(QWidget())
        self.pages.addWidget(self.start_page)
        self.actions_table["last_month"].setChecked(self._settings.shows_last_month)
        self.actions_table["enter_direction"].setChecked(self._settings.enter_goes_on)
        self.actions_table["go_to_code"].setIconText("Go to code\u2026  Ctrl+G")
        self.actions_table["compare"].setIconText("Compare months")
        self.actions_table["print"].setIconText("Print\u2026  Ctrl+P")
        self.comparing.ways = (self.actions_table["trends"],)

    def _tie(self) -> None:
        self.frame.settle = self.workplace.may_leave
        self.comparing.changed.connect(self.refresh)
        self.journey.changed.connect(self.refresh)
        self.comparing.export_asked.connect(self.exports.comparison)
        self.comparing.store_failed.connect(self._tell_store)
        self.frame.closing.connect(self._close_store)
        self.start_page.sample_asked.connect(self.door.open_sample)
        self.start_page.firm_asked.connect(self.starts.ask_firm)
        self.start_page.store_asked.connect(self.door.ask)
        self.start_page.recent_asked.connect(self.door.open)
        self.door.opened.connect(self._put_up)
        self.door.refused.connect(self._refuse_store)
        self.door.nothing_known.connect(self._show_start)
        self.exports.said.connect(self.status.say)
        self.printing.said.connect(self.status.say)
        self.starts.month_started.connect(self._on_month_started)
        self.starts.firm_started.connect(self._on_firm_started)

    def _slots(self) -> Mapping[str, Slot]:
        """Say what each action of the table does."""
        here = self.workplace
        slots: dict[str, Slot] = {
            "new_month": here.once_settled(self._ask_month),
            "open_store": here.leaving(self.door.ask),
            "new_firm": here.leaving(self.starts.ask_firm),
            "open_sample": here.leaving(self.door.open_sample),
            "print": here.settled(self.printing.preview),
            "print_months": here.settled(self.printing.print_months),
            "export_report": here.with_session(self.exports.report),
            "export_figures": here.with_session(self.exports.figures),
            "quit": self.frame.close,
            "undo": here.with_desk(lambda desk: desk.open_filings.undo.undo()),
            "redo": here.with_desk(lambda desk: desk.open_filings.undo.redo()),
            "blank_box": here.with_desk(Desk.blank_box),
            "edit_box": here.with_desk(Desk.edit_box),
            "earlier_month": here.with_desk(lambda desk: desk.step_month(-1)),
            "later_month": here.with_desk(lambda desk: desk.step_month(1)),
            "roll_forward": here.once_settled(
                lambda desk: self._ask_month(desk, desk.session.filing if desk.session else None)
            ),
            "next_schedule": here.with_desk(lambda desk: desk.step_schedule(1)),
            "earlier_schedule": here.with_desk(lambda desk: desk.step_schedule(-1)),
            **{f"theme_{name}": self._theme.choosing(name) for name in THEME_CHOICES},
            "last_month": self._show_last_month,
        }
        slots["page_menu"] = self._open_page_menu
        for feature in self.features:
            slots.update(feature.slots())
        return slots

    # Stores

    def _refuse_store(self, sentence: str) -> None:
        if self.desk is None:
            self._show_start(sentence)
        else:
            self._show_recent()
            tell(self.frame, "The store was not opened", sentence)

    def _put_up(self, path: Path, register: Register) -> None:
        """Put up the desk of a store that has been opened, in place of the one before."""
        self._close_store()
        self._store = path
        table = self.actions_table
        buttons = [table[name] for name in ("go_to_code", "compare", "print")]
        desk = self.workplace.desk = Desk(register, self._edges, buttons, self.status)
        desk.side.months.addAction(table["print_months"])
        desk.show_last_month(shown=self._settings.shows_last_month)
        desk.month_opened.connect(self._on_month_opened)
        desk.store_failed.connect(self._tell_store)
        desk.asked.connect(self._do)
        self.printing.follow(desk)
        for feature in self.features:
            feature.follow(desk)
        steps = desk.open_filings.undo
        for signal in (steps.undoTextChanged, steps.redoTextChanged):
            signal.connect(self.refresh)
        self.pages.addWidget(desk)
        self.pages.setCurrentWidget(desk)
        place = self._settings.place_in(path)
        first = first_month(desk.filings, place)
        if first is not None:
            desk.show_month(first, place.code if place else "")
        self._show_recent()
        self.refresh()

    def _close_store(self) -> None:
        """Let go of the store, remembering where in it the user was."""
        self._remember_place()
        self.printing.close()
        self.comparing.close()
        desk = self.desk
        if desk is not None:
            desk.leave()
            self._edges.close_store(desk.register)
            self.pages.removeWidget(desk)
            desk.deleteLater()
            self.workplace.desk = None

    def _remember_place(self) -> None:
        place = self.desk.place if self.desk else None
        if place is not None and self._store is not None:
            self._settings.remember_place(self._store, place)

    def _show_start(self, sentence: str = "") -> None:
        self.start_page.say(sentence)
        self._show_recent()
        self.pages.setCurrentWidget(self.start_page)
        self.start_page.setFocus()
        self.status.clear()
        self.refresh()

    def _show_recent(self) -> None:
        stores = self._settings.recent_stores
        self.start_page.show_recent(stores)
        self.actions_table.show_recent(stores, self._open_recent)

    def _open_recent(self, store: Path) -> None:
        if self.workplace.may_leave():
            self.door.open(store)

    # Dialogs

    def _ask_month(self, desk: Desk, source: Filing | None = None) -> None:
        self.starts.ask_month(desk.register, source)

    def _on_month_started(self, session: FilingSession) -> None:
        if self.desk is not None:
            self.desk.reload()
            self.desk.show_month(session.filing)
            self.desk.show_due_days()
            self.comparing.show_desk()
            self.status.say(f"{session.filing.period.label} has been started and saved.")

    def _on_firm_started(self, path: Path, register: Register) -> None:
        self._settings.remember_store(path)
        self._put_up(path.absolute(), register)
        self.status.say(f"Kept in {path}")

    def _tell_store(self, sentence: str) -> None:
        tell(self.frame, "Nothing was changed", sentence)

    # What the pages and the system tell

    def _do(self, action: str) -> None:
        """Do what a key of the page asks for; where it cannot be done, that is said at the box."""
        self._does[action]()

    def _open_page_menu(self) -> None:
        page = self.workplace.page
        if page is not None:
            self.page_menu.open_at(page.menu_point)

    def _on_month_opened(self) -> None:
        session = self._session
        if session is not None and self.desk is not None:
            tabs = [schedule.tab for schedule in session.edition.schedules]
            self.actions_table.show_schedules(tabs, self._show_schedule)
            if self.desk.tabs is not None:
                self.desk.tabs.add_front("Overview", "overview")
                self.desk.tabs.currentChanged.connect(self.refresh)
        self.refresh()

    def _show_schedule(self, at: int) -> None:
        """Turn to a schedule of the month, or go to it in the comparison in front."""
        session = self._session
        if self.comparing.page is not None and session is not None:
            self.comparing.page.go_to_schedule(session.edition.schedules[at].id)
        elif self.desk is not None:
            self.desk.show_schedule(at)

    def _show_last_month(self) -> None:
        shown = self.actions_table["last_month"].isChecked()
        self._settings.shows_last_month = shown
        if self.desk is not None:
            self.desk.show_last_month(shown=shown)

    def _title(self) -> str:
        session = self._session
        if session is None:
            return "focusdesk"
        firm = show_value(session.value(session.edition.firm_code))
        return " - ".join(part for part in (session.filing.title, firm, "focusdesk") if part)
