"""Where a box prints: the page of the filing's PDF, its own name, the line and the column."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from focusdesk.filing.copies import PrintOrder
from focusdesk.form.box import Box
from focusdesk.form.edition import Edition
from focusdesk.form.ornaments import furniture_of
from focusdesk.form.schedule import LineItem, Schedule


@dataclass(frozen=True, slots=True)
class PrintedPlace:
    """Where a box stands in the PDF of a whole filing.

    Attributes:
        page: The page, counted from 1.
        pages: How many there are.
        label: The page's own name, ``T10-1``; empty where it has none.
        line: The number of the line; empty where none is printed.
        column: The column, by the name that the form or its geometry gives it; empty for a box
            that stands in none.
        within_words: It stands within the words of its line.
        also: The other pages that show what it holds, around their own boxes.
    """

    page: int
    pages: int
    label: str = ""
    line: str = ""
    column: str = ""
    within_words: bool = False
    also: tuple[int, ...] = ()

    @property
    def words(self) -> str:
        """Say it: ``Prints on page 2 of 7, T10-1, line 7.A, outer column``."""
        line = f"line {self.line}" if self.line else ""
        if self.within_words:
            line = f"within the words of {line or 'its line'}"
        column = f"{self.column} column" if self.column else ""
        label = f"the form's own page {self.label}" if self.label.isdigit() else self.label
        where = (f"page {self.page} of {self.pages}", label, line, column)
        also = f" Also shown on {_pages(self.also)}." if self.also else ""
        return f"Prints on {', '.join(part for part in where if part)}.{also}"


def printed_place(edition: Edition, code: str) -> PrintedPlace | None:
    """Say where a box stands in the PDF of a whole filing; `None` for one that is not printed.

    Raises:
        KeyError: the edition has no such box.
    """
    schedules = PrintOrder().pages(edition)
    box, line, schedule = edition.boxes[code], edition.line_of(code), edition.schedule_of(code)
    if not (box.printed and line.printed):
        return None
    page = schedules.index(schedule) + 1
    return PrintedPlace(
        page,
        len(schedules),
        schedule.page_label,
        line.number,
        _column(schedule, box),
        _within_words(line, box),
        tuple(at for at in _showing(edition, schedules, code) if at != page),
    )


def _column(schedule: Schedule, box: Box) -> str:
    """Name the column, where there are several to tell apart."""
    if not box.column or len(schedule.page.columns) == 1:
        return ""
    title = schedule.page.column(box.column).title
    return " ".join(title.split()) or box.column


def _within_words(line: LineItem, box: Box) -> bool:
    return "{" + box.code + "}" in line.label


def _showing(edition: Edition, schedules: Sequence[Schedule], code: str) -> Iterator[int]:
    """Give the pages whose furniture shows what a box holds."""
    shown = "{" + code + "}"
    for at, schedule in enumerate(schedules, start=1):
        furniture = furniture_of(schedule.page, edition.furniture)
        if any(shown in ornament.text for ornament in furniture):
            yield at


def _pages(pages: Sequence[int]) -> str:
    """Write ``page 3``, ``pages 2 to 7`` or ``pages 2, 3 and 5``."""
    first, last = pages[0], pages[-1]
    if len(pages) == 1:
        return f"page {first}"
    if last - first + 1 == len(pages):
        return f"pages {first} to {last}"
    return f"pages {', '.join(str(page) for page in pages[:-1])} and {last}"
