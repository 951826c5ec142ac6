"""The words for a page of the form in the hands of somebody at the keyboard."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QApplication

from focusdesk.filing.filing import Filing
from focusdesk.form.box import Box, BoxKind, Value
from focusdesk.form.schedule import Schedule
from focusdesk.ui.going.finder import Finder
from focusdesk.ui.page.box_delegate import BoxEditor
from focusdesk.ui.page.schedule_grid import ScheduleGrid
from focusdesk.ui.page.schedule_view import ScheduleView
from tests.desk.keyboard_words import keys, turn, window_in_front
from tests.ui.window_words import Window
from tests.ui.words import DECEMBER

_TYPED = (BoxKind.AMOUNT, BoxKind.TEXT)


@dataclass(frozen=True)
class PageAtHand:
    """A schedule of January on the desk, at its first box."""

    window: Window
    schedule: Schedule

    @property
    def here(self) -> str:
        """The box that the keyboard is at."""
        return self.window.desk.current_code

    @property
    def row(self) -> list[str]:
        """The boxes of the line that the keyboard is at, left to right."""
        return next(row for row in self.rows if self.here in row)

    @property
    def rows(self) -> list[list[str]]:
        """The boxes of each line that has any, down the page."""
        grid = ScheduleGrid(self.schedule, self.window.session.edition.firm_code)
        lines: dict[int, list[str]] = {}
        for code, (row, _) in grid.cells.items():
            lines.setdefault(row, []).append(code)
        return list(lines.values())

    @property
    def boxes(self) -> list[Box]:
        """Its boxes in reading order."""
        boxes = self.window.session.edition.boxes
        return [boxes[code] for row in self.rows for code in row]

    @property
    def entered(self) -> list[str]:
        """The codes of those that can be entered."""
        return [box.code for box in self.boxes if not box.is_computed]

    @property
    def computed(self) -> list[str]:
        """The codes of those that follow from others."""
        return [box.code for box in self.boxes if box.is_computed]

    def held(self, code: str) -> Value:
        """What a box holds."""
        return self.window.session.value(code)

    def held_in_december(self, code: str) -> Value:
        """What a box held in the month before."""
        register = self.window.desk.register
        december: Filing = register.store.find(DECEMBER)
        return register.open(december).value(code)

    def go_to_a_figure(self) -> str:
        """Go by Tab to the first box of words or dollars that had something in December too."""
        while self._kind not in _TYPED or self.held_in_december(self.here) is None:
            keys("Tab")
        return self.here

    @property
    def _kind(self) -> BoxKind:
        return self.window.session.edition.boxes[self.here].kind

    @property
    def typing(self) -> BoxEditor | None:
        """The line in which something is being typed."""
        there = QApplication.focusWidget()
        return there if isinstance(there, BoxEditor) else None

    @property
    def has_keyboard(self) -> bool:
        """Whether the page itself has the keyboard."""
        there = QApplication.focusWidget()
        return isinstance(there, ScheduleView) and there is self.window.tabs.current_page()

    def walk(self, key: str) -> list[str]:
        """Press a key until it leads no further; give the boxes that it led to."""
        stops = [self.here]
        keys(key)
        while self.here != stops[-1]:
            stops.append(self.here)
            keys(key)
        return stops

    @property
    def rows_to_enter(self) -> Sequence[list[str]]:
        """The lines that have a box to enter, as those boxes."""
        entered = set(self.entered)
        lines = ([code for code in row if code in entered] for row in self.rows)
        return [line for line in lines if line]


def begin_again(window: Window, at: int) -> None:
    """Undo what was done, leave what was opened, and go to the first box of a schedule."""
    for over in _over(window):
        over.close()
    turn()
    keys("Esc", "Esc", f"Alt+{at}", "Esc")
    while window.main.actions_table["undo"].isEnabled():
        keys("Ctrl+Z")
    keys(f"Alt+{at}", "Ctrl+Home")


def _over(window: Window) -> Iterator[Finder]:
    finders = window.frame.findChildren(Finder)
    yield from (finder for finder in finders if finder.isVisible())


def title_in_front() -> str:
    """The title of the window in front."""
    front = window_in_front()
    return front.windowTitle() if front is not None else ""
