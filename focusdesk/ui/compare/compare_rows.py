"""What the comparison shows line by line: headings as on the form, then the boxes under them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto

from focusdesk.filing.compare import Comparison, ComparisonRow
from focusdesk.form.edition import Edition
from focusdesk.form.schedule import LineItem


class RowKind(Enum):
    """What a row of the comparison is."""

    SCHEDULE = auto()
    CAPTION = auto()
    PARENT = auto()
    BOX = auto()


@dataclass(frozen=True, slots=True)
class ShownRow:
    """One row of the comparison as it stands on the screen.

    Attributes:
        kind: A heading of one of three depths, or a box with its figures.
        number: The printed line number, ``7.A``; empty where the form prints none.
        words: The heading, or the line's words.
        row: The box and its figures; `None` for a heading.
        schedule: The id of its schedule.
        title: The schedule's short name.
    """

    kind: RowKind
    number: str
    words: str
    row: ComparisonRow | None = None
    schedule: str = ""
    title: str = ""

    @property
    def can_be_current(self) -> bool:
        """Whether the keyboard stops here: at boxes, and at schedules, which fold."""
        return self.row is not None or self.kind is RowKind.SCHEDULE

    @property
    def text(self) -> str:
        """Number and words in one line, as the line column shows them."""
        return f"{self.number}  {self.words}" if self.number else self.words


def shown_rows(comparison: Comparison) -> tuple[ShownRow, ...]:
    """Put the form's headings over a comparison's boxes: schedule, caption, the lines they are in.

    "A. Cash" says nothing without the line that it belongs to, so a line without a box of its own
    stands over its parts, as on paper.
    """
    return tuple(_rows(comparison))


def renewed_rows(shown: Sequence[ShownRow], comparison: Comparison) -> tuple[ShownRow, ...] | None:
    """Put newer figures under the headings that stand; what did not differ stays the same object.

    Args:
        shown: What is on the screen.
        comparison: The same months, as they stand now.

    Returns:
        The rows, or `None` where others are to be shown than before.
    """
    rows = iter(comparison.rows)
    renewed: list[ShownRow] = []
    for each in shown:
        if each.row is None:
            renewed.append(each)
            continue
        row = next(rows, None)
        if row is None or _place(row) != _place(each.row):
            return None
        renewed.append(each if row is each.row or row == each.row else replace(each, row=row))
    return None if next(rows, None) is not None else tuple(renewed)


def _place(row: ComparisonRow) -> tuple[str, str, str, tuple[str, ...]]:
    return row.schedule, row.caption, row.code, row.codes


def _rows(comparison: Comparison) -> Iterator[ShownRow]:
    schedule = caption = ""
    parents: tuple[LineItem, ...] = ()
    for row in comparison.rows:
        at = row.schedule, row.schedule_title
        if row.schedule != schedule:
            schedule, caption, parents = row.schedule, "", ()
            yield ShownRow(RowKind.SCHEDULE, "", row.schedule_title, None, *at)
        if row.caption != caption:
            caption, parents = row.caption, ()
            yield ShownRow(RowKind.CAPTION, "", row.caption, None, *at)
        above = _lines_above(row, comparison)
        for line in above:
            if line not in parents:
                yield ShownRow(RowKind.PARENT, line.number, line.text, None, *at)
        parents = above
        yield ShownRow(RowKind.BOX, row.number, row.label, row, *at)


def _lines_above(row: ComparisonRow, comparison: Comparison) -> tuple[LineItem, ...]:
    """Give the lines without boxes that a box's line is a part of, the outermost first."""
    editions = (month.edition for month in reversed(comparison.months))
    edition = next((edition for edition in editions if row.code in edition.boxes), None)
    if edition is None or "." not in row.number:
        return ()
    return tuple(_enclosing(edition, row.code, row.number))


def _enclosing(edition: Edition, code: str, number: str) -> Iterator[LineItem]:
    numbers = number.split(".")
    lines = {line.number: line for line in edition.schedule_of(code).line_items if not line.boxes}
    for depth in range(1, len(numbers)):
        line = lines.get(".".join(numbers[:depth]))
        if line is not None:
            yield line
