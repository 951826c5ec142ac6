"""A block laid over the page of a schedule, in each of the ways in which it may be meant."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from focusdesk.filing.placed_block import PageRows, PlacedCell
from focusdesk.form.box import Box


class Rows(StrEnum):
    """What of the page the rows of a block are for."""

    EACH = "each row of the page"
    WITH_BOX = "each row that has a box"
    ENTERED = "each row that can be entered"
    BOXES = "each box of the same kind"


@dataclass(frozen=True, slots=True)
class LayingPlan:
    """A way to lay a block on the page.

    Attributes:
        rows: What of the page the block's rows are for.
        by_column: Whether its columns are the page's; else they are the boxes of each row.
        gaps: Whether a blank row is for a row of the page; else it is passed over.
    """

    rows: Rows
    by_column: bool = False
    gaps: bool = True

    @property
    def words(self) -> str:
        """Say how the block is laid on the page."""
        columns = ", column by column" if self.by_column else ""
        gaps = "" if self.gaps else ", blank rows passed over"
        return f"By position, {self.rows.value}{columns}{gaps}"


PLANS = (
    LayingPlan(Rows.EACH, by_column=True),
    LayingPlan(Rows.EACH),
    *(
        LayingPlan(rows, by_column, gaps)
        for rows in (Rows.WITH_BOX, Rows.ENTERED)
        for gaps in (True, False)
        for by_column in (False, True)
    ),
    *(LayingPlan(Rows.BOXES, gaps=gaps) for gaps in (True, False)),
)
"""Among equals the first is the likeliest."""

_Target = list[Box | None]
"""The box for each column of a block in one of its rows."""


class LaidBlock:
    """The rows of a block over a page, beginning at the current box."""

    def __init__(self, rows: Sequence[Sequence[str]], page: PageRows, at_code: str) -> None:
        """Lay rows over a page.

        Args:
            rows: The rows of a block, without columns that are for no box. The first filled cell
                of the first row is for the current box.
            page: The rows of the schedule.
            at_code: The current box.

        Raises:
            KeyError: the box is not on the page.
        """
        self._rows = rows
        self._page = page
        self._row, self._column, self._box = current_box(page, at_code)
        self._width = len(rows[0])
        self._first = next((at for at, text in enumerate(rows[0]) if text), 0)

    def suits(self, plan: LayingPlan) -> bool:
        """Whether a plan begins at the current box, and is for blocks of this width."""
        if plan.rows is Rows.BOXES:
            return self._width == 1
        return plan.rows is not Rows.ENTERED or not self._box.is_computed

    def placed(self, plan: LayingPlan) -> Iterator[tuple[PlacedCell, Box | None]]:
        """Give every cell with its box; `None` where there is none."""
        targets = iter(self._targets(plan))
        nothing: _Target = [None] * self._width
        for number, row in enumerate(self._rows, start=1):
            if not plan.gaps and not any(row):
                continue
            target = next(targets, None)
            for text, box in zip(row, target or nothing, strict=True):
                yield _placed_cell(number, text, box, beyond=target is None), box

    def ends_with_page(self, plan: LayingPlan) -> bool:
        """Whether the last row of several is for the last of the page that has a box."""
        taken = sum(plan.gaps or any(row) for row in self._rows)
        with_box = [at for at, target in enumerate(self._targets(plan), start=1) if any(target)]
        return taken > 1 and taken == max(with_box, default=0)

    def _targets(self, plan: LayingPlan) -> list[_Target]:
        """Give the boxes for each of the block's rows, as far as the page goes."""
        below = self._page[self._row :]
        if plan.rows is Rows.BOXES:
            return [[box] for box in self._boxes_on(below)]
        entered = plan.rows is Rows.ENTERED
        columns = self._page_columns()
        targets = [
            [None if at is None else dict(row).get(at) for at in columns]
            if plan.by_column
            else self._in_turn(row, entered=entered)
            for row in below
        ]
        if plan.rows is Rows.EACH:
            return targets
        return [
            target
            for target in targets
            if any(box and not (entered and box.is_computed) for box in target)
        ]

    def _boxes_on(self, below: PageRows) -> Iterator[Box]:
        """Give the current box and all further ones of its kind, in reading order."""
        reached = False
        for _, box in (pair for row in below for pair in row):
            reached = reached or box is self._box
            if reached and box.kind is self._box.kind:
                yield box

    def _in_turn(self, row: Sequence[tuple[int, Box]], *, entered: bool) -> _Target:
        """Give the boxes of a row from left to right, from the current box's column on.

        A single column goes where Enter goes, but never from amounts to names: a name would take
        any figure.
        """
        if self._width > 1:
            right = [box for at, box in row if at >= self._column]
            return [*[None] * self._first, *right, *[None] * self._width][: self._width]
        boxes = [
            (at, box)
            for at, box in row
            if box.kind is self._box.kind and not (entered and box.is_computed)
        ]
        nearest = min(boxes, key=lambda pair: abs(pair[0] - self._column), default=None)
        return [nearest and nearest[1]]

    def _page_columns(self) -> list[int | None]:
        """Give the page's column for each column of the block."""
        used = sorted({at for row in self._page for at, _ in row})
        begin = used.index(self._column) - self._first
        places = range(begin, begin + self._width)
        return [used[at] if 0 <= at < len(used) else None for at in places]


def current_box(page: PageRows, code: str) -> tuple[int, int, Box]:
    """Give row, column and box of a code.

    Raises:
        KeyError: the box is not on the page.
    """
    for at, row in enumerate(page):
        for column, box in row:
            if box.code == code:
                return at, column, box
    raise KeyError(code)


def _placed_cell(row: int, text: str, box: Box | None, *, beyond: bool) -> PlacedCell:
    if box is not None:
        return PlacedCell(row, box.code, text)
    if not text:
        return PlacedCell(row, "", "")
    refusal = (
        "The page ends before this row." if beyond else "The form has no box where this cell falls."
    )
    return PlacedCell(row, "", text, refusal)
