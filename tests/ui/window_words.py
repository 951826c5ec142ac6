"""The words in which the tests of the window speak: a real store, a real window, no file dialog."""

import datetime as dt
import shutil
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import TypeVar

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from focusdesk.app.joined import desk_edges
from focusdesk.calc.worksheet import Worksheet
from focusdesk.calendars.firm_due import FirmDue, days_left, due_year
from focusdesk.filing.compare import ComparedMonth, Comparison, compare
from focusdesk.filing.due_months import DueMonth
from focusdesk.filing.filing import Filing, Status
from focusdesk.filing.register import Register
from focusdesk.filing.session import FilingSession
from focusdesk.form.box import Value
from focusdesk.form.edition import Edition
from focusdesk.form.period import Period
from focusdesk.ui.compare.compare_page import ComparePage
from focusdesk.ui.desk.desk import Desk
from focusdesk.ui.edges import DueDay, Edges
from focusdesk.ui.file_questions import FileQuestions
from focusdesk.ui.look.notices import Notice
from focusdesk.ui.main_window import MainWindow
from focusdesk.ui.on_use import OnUse
from focusdesk.ui.page.schedule_tabs import ScheduleTabs
from focusdesk.ui.settings import Settings
from focusdesk.ui.window_frame import WindowFrame

TODAY = dt.date(2014, 2, 13)
AnyFeature = TypeVar("AnyFeature")


class Answers(FileQuestions):
    """Answers the questions that the system's dialogs would ask; `None` thinks again."""

    def __init__(self) -> None:
        self.answer: Path | None = None
        self.asked: list[tuple[str, Path]] = []

    @override
    def store(self, parent: QWidget, folder: Path) -> Path | None:
        self.asked.append(("store", folder))
        return self.answer

    @override
    def files(self, parent: QWidget, title: str, folder: Path) -> tuple[Path, ...]:
        self.asked.append((title, folder))
        return (self.answer,) if self.answer else ()

    @override
    def folder(self, parent: QWidget, title: str, proposed: Path) -> Path | None:
        self.asked.append((title, proposed))
        return self.answer

    @override
    def file_to_read(self, parent: QWidget, title: str, folder: Path, kinds: str) -> Path | None:
        self.asked.append((title, folder))
        return self.answer

    @override
    def file_to_write(self, parent: QWidget, title: str, proposed: Path, kinds: str) -> Path | None:
        self.asked.append((title, proposed))
        return self.answer


@dataclass
class Window:
    """A window of the program and what it has asked of the world."""

    frame: WindowFrame
    main: MainWindow
    answers: Answers
    shown_files: list[Path] = field(default_factory=list[Path])

    @property
    def desk(self) -> Desk:
        """The desk of the store that is open."""
        assert self.main.desk is not None
        return self.main.desk

    @property
    def tabs(self) -> ScheduleTabs:
        """The pages of the month that is open."""
        assert self.desk.tabs is not None
        return self.desk.tabs

    @property
    def session(self) -> FilingSession:
        """The month that is open."""
        assert self.desk.session is not None
        return self.desk.session

    @property
    def comparison(self) -> ComparePage:
        """The comparison in front of the desk."""
        assert self.main.comparison is not None
        return self.main.comparison

    @property
    def said(self) -> str:
        """What the status line says of the last entry."""
        return self.main.status.said.text()

    @property
    def notice(self) -> Notice:
        """The notice that is open."""
        notices = [each for each in self.frame.findChildren(Notice) if each.isVisible()]
        assert len(notices) == 1
        return notices[0]

    def feature(self, kind: type[AnyFeature]) -> AnyFeature:
        """Give a feature of the window; one that is loaded on use is loaded."""
        made = (each.feature if isinstance(each, OnUse) else each for each in self.main.features)
        return next(each for each in made if isinstance(each, kind))

    def do(self, action: str) -> None:
        """Do what an action of the menus does."""
        assert self.main.actions_table[action].isEnabled(), f"{action} cannot be done now"
        self.main.actions_table[action].trigger()

    def month(self, period: Period) -> Filing:
        """Find a filing of the open store."""
        return self.desk.register.store.find(period)


def edges_in(folder: Path, shown: list[Path]) -> Edges:
    """Join the real edges, with their files in a folder and the day standing still."""

    def show_file(path: Path) -> bool:
        shown.append(path)
        return True

    return replace(
        _real_edges(),
        default_store=folder / "desk.focusdesk",
        documents_folder=folder,
        show_file=show_file,
        today=lambda: TODAY,
        due_day=_due_day,
        due_year=_due_year,
    )


def open_window(
    qtbot: QtBot, folder: Path, store: Path | None, settings: Settings | None = None
) -> Window:
    """Open the program's window on a store, or on the first screen."""
    kept = settings or Settings(folder / "desk.ini")
    kept.theme = "light"
    frame = WindowFrame(kept)
    if settings is None:
        frame.resize(1280, 800)  # the screen in memory is smaller
    answers, shown = Answers(), list[Path]()
    main = MainWindow(frame, edges_in(folder, shown), kept, answers)

    def let_go(_: object) -> None:
        """Close the store of a window that a refused entry keeps from closing."""
        if main.desk and not main.desk.finish_entry():
            frame.closing.emit()

    qtbot.addWidget(frame, before_close_func=let_go)
    frame.show()
    frame.activateWindow()
    main.begin(store)
    assert QTest.qWaitForWindowActive(frame)
    return Window(frame, main, answers, shown)


def copied(store: Path, folder: Path) -> Path:
    """Copy a store, so that a test may change it."""
    return Path(shutil.copy(store, folder / "firm.focusdesk"))


def side_by_side(edition: Edition, *columns: dict[str, Value]) -> Comparison:
    """Lay months with a few figures beside each other, October 2013 first."""
    months = [
        compared(edition, Period(2013, 10).plus(at), values) for at, values in enumerate(columns)
    ]
    return compare(months)


def compared(edition: Edition, period: Period, entered: dict[str, Value]) -> ComparedMonth:
    """Work a month out from a few entered boxes; all but January 2014 are illustrative."""
    filing = Filing(period.month, period, edition.id, illustrative=period != Period(2014, 1))
    return ComparedMonth(filing, edition, Worksheet(edition, entered).values())


def filings(*periods: Period, status: Status = Status.DRAFT) -> Sequence[Filing]:
    """Make the headers of a few filings."""
    return [Filing(at, period, "2014-01", status=status) for at, period in enumerate(periods)]


@cache
def _real_edges() -> Edges:
    """Join the edges once: every window of a test run reads the same editions."""
    return desk_edges()


def _due_day(register: Register, period: Period) -> DueDay | None:
    found = FirmDue.read(register.store).of(period)
    if found.due is None:
        return None
    return DueDay(found.due, days_left(found, TODAY), found.override, found.handed_in)


def _due_year(register: Register, year: int) -> Sequence[DueMonth]:
    return due_year(register.store, year, TODAY)
