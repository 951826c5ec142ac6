"""The rows of a pasted block: what would become of each cell and the box that it is for."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from focusdesk.calc.checks import Severity
from focusdesk.calc.figures import show_figure
from focusdesk.calc.worksheet import Worksheet
from focusdesk.filing.cell_entry import read_cell
from focusdesk.filing.outcome import StatedTotal
from focusdesk.filing.placed_block import PlacedCell
from focusdesk.form.amount import quoted
from focusdesk.form.box import Value
from focusdesk.form.entry import EntryPreview


class RowState(StrEnum):
    """What would become of a row.

    - ``changed``: its box would hold something else.
    - ``same``: its box holds that already.
    - ``agrees``, ``differs``: its box is computed; what is stated agrees or not, and is not stored.
    - ``refused``: it cannot be taken.
    - ``asked``: a minus stands where the form itself subtracts; what was meant is to be answered.
    - ``left out``: the user does not want it.
    - ``skipped``: it is blank, and blanks are to leave their boxes as they are.
    """

    CHANGED = "changed"
    SAME = "same"
    AGREES = "agrees"
    DIFFERS = "differs"
    REFUSED = "refused"
    ASKED = "asked"
    LEFT_OUT = "left out"
    SKIPPED = "skipped"

    @property
    def stands_in_the_way(self) -> bool:
        """Whether nothing can be applied while there is such a row."""
        return self in (RowState.REFUSED, RowState.ASKED)

    @property
    def says_something_new(self) -> bool:
        """Whether such a row would change a box, or states another total than the form's."""
        return self in (RowState.CHANGED, RowState.DIFFERS)

    @property
    def is_settled(self) -> bool:
        """Whether nothing comes of such a row, and nobody need look at it."""
        return self in (RowState.SAME, RowState.AGREES, RowState.SKIPPED)


@dataclass(frozen=True, slots=True)
class PasteRow:
    """A row of the preview.

    Attributes:
        key: What names the row to `PastePreview.without`.
        where: Its place in the block: ``row 3``.
        code: The box; what the block has for a code where the form has no such box.
        name: What the box is called: ``Line 1.A, Cash``; empty where there is none.
        text: What the block says.
        state: What would become of it.
        old: What the box holds.
        new: What it would hold; for a computed box, what its formula would give.
        shown: How the text would be kept, where that is not as it stands: ``1,234.56 -> 1,234``.
        sentence: Why it is refused, what is asked, or what else is to be said; may be empty.
        rounded: Whether cents were dropped.
        severity: What a total that differs weighs; `None` for any other row.
    """

    key: int
    where: str
    code: str
    name: str
    text: str
    state: RowState
    old: Value = None
    new: Value = None
    shown: str = ""
    sentence: str = ""
    rounded: bool = False
    severity: Severity | None = None

    @property
    def words(self) -> str:
        """Say all of the row: ``row 3, 7010: "abc" is not an amount ...``."""
        place = ", ".join(part for part in (self.where, self.code) if part)
        change = f"{show_figure(self.old)} to {show_figure(self.new)}"
        what = change if self.state is RowState.CHANGED else self.state.value
        return f"{place}: {' '.join(part for part in (self.shown, self.sentence) if part) or what}"


@dataclass(frozen=True, slots=True)
class PasteChoices:
    """What the user has settled about a block.

    Attributes:
        left_out: The keys of the rows that are not wanted.
        taken_in: The keys of the rows that are wanted though they would be left out of themselves.
        mended: What the user typed instead of what a row brings, by the keys of the rows.
        skip_blanks: Blank cells leave their boxes as they are; else they blank them.
        as_printed: A minus before an amount that the form itself subtracts is the form's own, and
            the amount positive; `False` keeps it negative; `None` has not been answered.
    """

    left_out: frozenset[int] = frozenset()
    taken_in: frozenset[int] = frozenset()
    mended: Mapping[int, str] = field(default_factory=dict[int, str])
    skip_blanks: bool = False
    as_printed: bool | None = None


def read_rows(
    cells: Iterable[PlacedCell], worksheet: Worksheet, choices: PasteChoices
) -> tuple[PasteRow, ...]:
    """Read the cells of a block as their boxes ask.

    A row for a computed box is given as one that agrees, with what it states as its new value;
    whether it does is to be seen when all other rows are applied (`held_against`). A blank cell for
    a computed box states nothing and gives no row.
    """
    rows = [_row(key, cell, worksheet, choices) for key, cell in enumerate(cells)]
    return _without_doubles(row for row in rows if row is not None)


def held_against(rows: Iterable[PasteRow], totals: Iterable[StatedTotal]) -> tuple[PasteRow, ...]:
    """Hold the stated totals against what the form's formulas give."""
    by_place = {(total.where, total.code): total for total in totals}
    return tuple(
        _held_against(row, by_place[row.where, row.code]) if row.state is RowState.AGREES else row
        for row in rows
    )


def _row(
    key: int, cell: PlacedCell, worksheet: Worksheet, choices: PasteChoices
) -> PasteRow | None:
    box = worksheet.edition.boxes.get(cell.code)
    if box is None or cell.refusal:
        left_out = key in choices.left_out
        state = RowState.LEFT_OUT if left_out else RowState.REFUSED
        return PasteRow(key, cell.where, cell.code, "", cell.text, state, sentence=cell.refusal)
    if box.is_computed and not cell.text:
        return None
    name, old = worksheet.edition.name_of(cell.code), worksheet.value(cell.code)
    plain = PasteRow(key, cell.where, cell.code, name, cell.text, RowState.SAME, old, old)
    if key in choices.left_out:
        return replace(plain, state=RowState.LEFT_OUT)
    text = choices.mended.get(key, cell.text)
    if not text and choices.skip_blanks:
        return replace(plain, state=RowState.SKIPPED)
    row = _read(plain, read_cell(text, box), choices)
    if cell.unwanted and key not in choices.taken_in and row.state is not RowState.SAME:
        return replace(plain, state=RowState.LEFT_OUT, sentence=cell.unwanted)
    if box.is_computed and not row.state.stands_in_the_way:
        row = replace(row, state=RowState.AGREES)
    typed = f"You typed {quoted(text) or 'nothing'} here." if key in choices.mended else cell.remark
    remarks = (row.sentence, typed)
    return replace(row, sentence=" ".join(remark for remark in remarks if remark))


def _read(row: PasteRow, read: EntryPreview, choices: PasteChoices) -> PasteRow:
    """Say what an entered box would hold."""
    if read.refusal:
        return replace(row, state=RowState.REFUSED, sentence=read.refusal)
    value = read.value
    # What the box holds already was meant when it was entered.
    if read.question is not None and value != row.old:
        if choices.as_printed is None:
            return replace(row, state=RowState.ASKED, sentence=read.question.sentence)
        value = read.question.as_printed if choices.as_printed else read.question.negative
    state = RowState.SAME if value == row.old else RowState.CHANGED
    rounded = bool(read.amount and read.amount.rounded)
    return replace(
        row, state=state, new=value, shown=read.shown, sentence=read.hint, rounded=rounded
    )


def _without_doubles(rows: Iterable[PasteRow]) -> tuple[PasteRow, ...]:
    """Refuse all rows for a box that stands in more than one."""
    kept = tuple(rows)
    by_code: defaultdict[str, list[PasteRow]] = defaultdict(list)
    for row in kept:
        if row.state not in (RowState.REFUSED, RowState.LEFT_OUT, RowState.SKIPPED):
            by_code[row.code].append(row)
    doubles = {row.key: same for same in by_code.values() if len(same) > 1 for row in same}
    return tuple(_refused_double(row, doubles) for row in kept)


def _refused_double(row: PasteRow, doubles: Mapping[int, list[PasteRow]]) -> PasteRow:
    if row.key not in doubles:
        return row
    others = ", ".join(same.where for same in doubles[row.key] if same.key != row.key)
    sentence = f"{row.code} stands in {others} as well. Leave all but one of them out."
    return replace(row, state=RowState.REFUSED, new=row.old, shown="", sentence=sentence)


def _held_against(row: PasteRow, total: StatedTotal) -> PasteRow:
    if total.severity is None:
        return replace(row, new=total.computed, severity=None)
    near = " It is no more than roundings may add up to."
    sentence = total.sentence + (near if total.severity is Severity.INFORMATION else "")
    return replace(
        row,
        state=RowState.DIFFERS,
        new=total.computed,
        severity=total.severity,
        sentence=f"{sentence[0].upper()}{sentence[1:]}",
    )
