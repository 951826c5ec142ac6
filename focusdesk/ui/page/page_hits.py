"""Where words, codes or figures stand in a filing: on all its pages, in its help and its notes."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from focusdesk.filing.filing import Note
from focusdesk.filing.session import FilingSession
from focusdesk.form.box import Box, BoxKind, show_value
from focusdesk.ui.page.schedule_grid import GridRow, ScheduleGrid

LABEL, NUMBER, HELP = "the label", "the line number", "the help"
NAME, CODE, FIGURE = "the box's name", "the code", "the figure"
TEXT, NOTE = "the text", "the note"

_FIGURE_SIGNS = str.maketrans({"\u2212": "-", "$": None, ",": None})

Place = tuple[int, int, int]
"""A schedule by its place in the form, a row and a column of it."""


@dataclass(frozen=True, slots=True)
class PageHit:
    """One box or line in which something was found.

    Attributes:
        schedule: The schedule's place in the form.
        row: The row of its page.
        column: The box's column; -1 for a line that has no box of its own.
        code: The box to go to.
        fields: In what it was found, such as `LABEL`; at least one.
    """

    schedule: int
    row: int
    column: int
    code: str
    fields: tuple[str, ...]

    @property
    def place(self) -> Place:
        """Where it stands, so that hits can be put in the order of the form."""
        return self.schedule, self.row, self.column

    @property
    def words(self) -> str:
        """In what it was found: ``in the label and the note``."""
        *others, last = self.fields
        return f"in {', '.join(others)} and {last}" if others else f"in {last}"


@dataclass(frozen=True, slots=True)
class FoundHere:
    """What is found on one page, as far as it shows.

    Attributes:
        sought: The text.
        rows: The rows in whose labels it stands.
        codes: The boxes that hold it, or in whose help, note or number it stands.
        current: The row that the search stands at; -1 where it is on another page.
    """

    sought: str = ""
    rows: frozenset[int] = frozenset()
    codes: frozenset[str] = frozenset()
    current: int = -1


NOTHING_FOUND = FoundHere()


class PageSearch:
    """Searches one filing; its form is laid out once, its figures are read anew each time."""

    def __init__(self, session: FilingSession) -> None:
        self._session = session
        edition = session.edition
        self._grids = tuple(
            ScheduleGrid(schedule, edition.firm_code) for schedule in edition.schedules
        )

    def place_of(self, code: str) -> Place:
        """Give where a box stands; the beginning of the form for a code that it does not have."""
        for at, grid in enumerate(self._grids):
            if code in grid.cells:
                return (at, *grid.cells[code])
        return 0, 0, 0

    def hits(self, text: str) -> tuple[PageHit, ...]:
        """Find a text in the order of the form; capitals and spaces around it do not matter.

        Raises:
            StoreError: the notes cannot be read.
        """
        sought = " ".join(text.casefold().split())
        if not sought:
            return ()
        notes = self._session.notes()
        return tuple(
            hit
            for at, grid in enumerate(self._grids)
            for row in range(len(grid.rows))
            for hit in self._in_row((at, row), sought, notes)
        )

    def found_on_pages(
        self, text: str, hits: Sequence[PageHit], current: PageHit | None = None
    ) -> dict[str, FoundHere]:
        """Give what of some hits shows on each page, by the ids of the schedules.

        Args:
            text: What is sought.
            hits: Where it was found.
            current: The hit that the search stands at.
        """
        sought = " ".join(text.split())
        return {
            grid.schedule.id: replace(
                _found_here(sought, [hit for hit in hits if hit.schedule == at]),
                current=current.row if current is not None and current.schedule == at else -1,
            )
            for at, grid in enumerate(self._grids)
        }

    def _in_row(
        self, at: tuple[int, int], sought: str, notes: Mapping[str, Note]
    ) -> Iterator[PageHit]:
        """Find in one row: in its boxes, or else in its line, which sends one to its last box."""
        grid = self._grids[at[0]]
        row = grid.rows[at[1]]
        of_line = tuple(_fields_of_line(row, sought))
        own = [
            PageHit(*at, column, box.code, (*of_line, *fields))
            for column, box in row.boxes
            if (fields := tuple(self._fields_of_box(row, box, sought, notes)))
        ]
        if own or not of_line:
            yield from own
        elif row.boxes:
            column, box = row.boxes[-1]
            yield PageHit(*at, column, box.code, of_line)
        elif near := _nearest(grid, at[1]):
            yield PageHit(*at, -1, near, of_line)

    def _fields_of_box(
        self, row: GridRow, box: Box, sought: str, notes: Mapping[str, Note]
    ) -> Iterator[str]:
        if sought in _plain(box.label) and sought not in _plain(row.label):
            yield NAME
        if sought in box.code.casefold():
            yield CODE
        shown = show_value(self._session.value(box.code))
        if box.kind is BoxKind.AMOUNT and _is_in_figure(sought, shown):
            yield FIGURE
        if box.kind not in (BoxKind.AMOUNT, BoxKind.CHECK) and sought in _plain(shown):
            yield TEXT
        note = notes.get(box.code)
        if note is not None and sought in _plain(note.text):
            yield NOTE


def _found_here(sought: str, hits: Sequence[PageHit]) -> FoundHere:
    return FoundHere(
        sought,
        frozenset(hit.row for hit in hits if LABEL in hit.fields),
        frozenset(hit.code for hit in hits if _marks_box(hit)),
    )


def _marks_box(hit: PageHit) -> bool:
    """Whether a hit shows at its box: where it is not, or not alone, in words that are marked."""
    return hit.column >= 0 and any(field != LABEL for field in hit.fields)


def _fields_of_line(row: GridRow, sought: str) -> Iterator[str]:
    if sought in _plain(row.label):
        yield LABEL
    number = row.line.number.casefold()
    if number and row.mark and sought in (number, f"line {number}"):
        yield NUMBER
    if sought in _plain(row.line.help):
        yield HELP


def _is_in_figure(sought: str, shown: str) -> bool:
    """Whether a figure holds what is sought, written with commas or without, or with a minus."""
    if not shown:
        return False
    plain = shown.replace(",", "")
    signed = f"-{plain[1:-1]}" if plain.startswith("(") else plain
    bare = sought.translate(_FIGURE_SIGNS).strip()
    return bool(bare) and (sought in shown or bare in plain or bare in signed)


def _nearest(grid: ScheduleGrid, row: int) -> str:
    """Give the first box below a row, or the last one above it."""
    below = (code for code, (at, _) in grid.cells.items() if at > row)
    return next(below, next(reversed(grid.cells), ""))


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())
