"""Where the commands of the window work: what stands in it now, and what they may ask.

A feature is one class that knows what some rows of the table of actions do. The window lists the
features once; each is built with the workplace and finds the desk there whenever it is needed.
"""

from collections.abc import Callable, Mapping
from typing import Protocol

from PySide6.QtCore import QRect

from focusdesk.filing.session import FilingSession
from focusdesk.ui.desk.actions import Slot
from focusdesk.ui.desk.desk import Desk
from focusdesk.ui.edges import Edges
from focusdesk.ui.file_questions import FileQuestions
from focusdesk.ui.look.status_line import StatusLine
from focusdesk.ui.page.page_measures import shown_frame
from focusdesk.ui.page.schedule_tabs import ScheduleTabs
from focusdesk.ui.page.schedule_view import ScheduleView
from focusdesk.ui.settings import Settings
from focusdesk.ui.window_frame import WindowFrame


class Feature(Protocol):
    """What some of the actions do."""

    def slots(self) -> Mapping[str, Slot]:
        """Say what each of its actions does, by the action's id."""
        ...

    def follow(self, desk: Desk) -> None:
        """Work with another store's desk from now on."""
        ...


class Workplace:
    """What a feature works with.

    Attributes:
        frame: The window.
        edges: The store, the paper, the files, the calendar.
        settings: What the desk remembers of its user.
        questions: Asks for files.
        status: The line at the foot of the window.
        desk: The desk of the open store; `None` where none is open.
        figure_asked: The carried figure with which the list of them opens; empty for the first.
    """

    def __init__(
        self,
        frame: WindowFrame,
        edges: Edges,
        settings: Settings,
        questions: FileQuestions,
        status: StatusLine,
    ) -> None:
        self.frame = frame
        self.edges = edges
        self.settings = settings
        self.questions = questions
        self.status = status
        self.desk: Desk | None = None
        self.figure_asked = ""
        self._keepers: list[Callable[[], bool]] = []

    @property
    def session(self) -> FilingSession | None:
        """The open month's figures; `None` where no month is open."""
        return self.desk.session if self.desk else None

    @property
    def tabs(self) -> ScheduleTabs | None:
        """The open month's pages; `None` where no month is open."""
        return self.desk.tabs if self.desk else None

    @property
    def page(self) -> ScheduleView | None:
        """The page that is in front of the others; `None` where no month is open."""
        return self.tabs.current_page() if self.tabs else None

    def box_on_screen(self) -> QRect | None:
        """Give where the current box stands on the screen; `None` where it is not seen."""
        page, session = self.page, self.session
        if page is None or session is None or not page.current_code:
            return None
        cell = page.visualRect(page.currentIndex())
        if not page.viewport().rect().intersects(cell):
            return None
        frame = shown_frame(page.zoom, cell, session.edition.boxes[page.current_code])
        return QRect(page.viewport().mapToGlobal(frame.topLeft()), frame.size())

    def settle(self) -> bool:
        """Take what is being typed; `False` when it is refused and must be mended first."""
        return self.desk is None or self.desk.finish_entry()

    def keep_before_leaving(self, keep: Callable[[], bool]) -> None:
        """Have something kept before a store is left.

        Args:
            keep: Keeps what is being written; `False` when it is refused, and it says why.
        """
        self._keepers.append(keep)

    def may_leave(self) -> bool:
        """Take what is being typed and keep what is being written, before the store is left.

        `False` when something would be lost and must be mended first.
        """
        return self.settle() and all(keep() for keep in self._keepers)

    def with_desk(self, do: Callable[[Desk], object]) -> Slot:
        """Make a slot that acts on the desk, if there is one."""

        def slot() -> None:
            if self.desk is not None:
                do(self.desk)

        return slot

    def settled(self, do: Slot) -> Slot:
        """Make a slot that acts once what is being typed has been taken.

        An entry that is refused says so at its box, and nothing else happens.
        """

        def slot() -> None:
            if self.settle():
                do()

        return slot

    def leaving(self, do: Slot) -> Slot:
        """Make a slot that may leave the store, once nothing would be lost by it."""

        def slot() -> None:
            if self.may_leave():
                do()

        return slot

    def once_settled(self, do: Callable[[Desk], object]) -> Slot:
        """Make a slot that acts on the desk, likewise once it is settled."""
        return self.settled(self.with_desk(do))

    def with_session(self, do: Callable[[FilingSession], object]) -> Slot:
        """Make a slot that acts on the open month, likewise."""
        return self.once_settled(lambda desk: do(desk.session) if desk.session else None)
