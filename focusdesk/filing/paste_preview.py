"""What a block or a file would change, row by row, before any of it is applied.

All or nothing: while a row stands that cannot be taken, there is no edit. A row can be left out by
name, and a question about a sign answered, until none is left.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from focusdesk.calc.checks import Severity
from focusdesk.calc.likely_causes import LikelyCause
from focusdesk.calc.worksheet import Worksheet
from focusdesk.filing.edit import Cause, Change, Edit, EditRefused
from focusdesk.filing.ground import Ground
from focusdesk.filing.outcome import Outcome, Stated, StatedTotal, outcome_of
from focusdesk.filing.paste_rows import PasteChoices, PasteRow, RowState, held_against, read_rows
from focusdesk.filing.placed_block import BlockReading
from focusdesk.form.box import Value

CausesOfStated: TypeAlias = Callable[
    [Mapping[str, Value], Worksheet], Mapping[str, Sequence[LikelyCause]]
]
"""Gives what would explain stated totals that are wrong, with the figures after a block."""

_MOST_TOLD = 2


def no_causes(stated: Mapping[str, Value], after: Worksheet) -> Mapping[str, Sequence[LikelyCause]]:
    """Know no causes, where nobody is there who would."""
    del stated, after
    return {}


@dataclass(frozen=True, slots=True)
class PastePreview:
    """What a block would do, as far as it is settled.

    Attributes:
        reading: How the block is read.
        choices: What the user has settled.
        rows: The rows that are for a box or should be, in the order of the block.
        changes: The entered boxes that would change.
        follows: The computed boxes that would change with them, in the order of the form.
        totals: The totals that the block states, agreeing or not.
        hindrance: The sentence that says why nothing at all can be applied; empty for no such.
    """

    reading: BlockReading
    choices: PasteChoices
    rows: tuple[PasteRow, ...]
    changes: tuple[Change, ...]
    follows: tuple[Change, ...]
    totals: tuple[StatedTotal, ...]
    hindrance: str
    _ground: Ground = field(repr=False, compare=False)
    _closed: str = field(repr=False, compare=False)
    _causes_of: CausesOfStated = field(repr=False, compare=False)

    def count(self, state: RowState) -> int:
        """Count the rows of a state."""
        return sum(row.state is state for row in self.rows)

    @property
    def in_the_way(self) -> tuple[PasteRow, ...]:
        """The rows that have to be dealt with before anything can be applied."""
        return tuple(row for row in self.rows if row.state.stands_in_the_way)

    @property
    def is_ready(self) -> bool:
        """Whether there is something to apply and nothing stands in the way."""
        return bool(self.changes) and not self.in_the_way and not self.hindrance

    @property
    def differing(self) -> tuple[StatedTotal, ...]:
        """The stated totals that are not what the form's formulas give."""
        return tuple(total for total in self.totals if total.severity is not None)

    @property
    def summary(self) -> str:
        """Say in one sentence what would happen, or what has to be dealt with first."""
        if self.hindrance:
            return self.hindrance
        waiting = len(self.in_the_way)
        if waiting:
            stand = "it stands" if waiting == 1 else "they stand"
            return (
                f"Nothing can be {self._done} yet: {_counted(waiting, 'row')} cannot be taken as "
                f"{stand}. {' '.join(self._ways_out)}"
            )
        parts = [f"{_counted(len(self.changes), 'box')} will change"]
        for state, word in _SUMMED:
            if number := self.count(state):
                parts.append(f"{number} {word}")
        if self.totals:
            parts.append(_totals_words(len(self.totals), len(self.differing)))
        return f"{', '.join(parts)}."

    @property
    def _ways_out(self) -> Iterator[str]:
        """Say what can be done about the rows that stand in the way."""
        if self.count(RowState.ASKED):
            yield "Answer what the minus signs mean."
        if refused := self.count(RowState.REFUSED):
            them = "the refused one" if refused == 1 else "the refused ones"
            yield f"Leave {them} out, or type what is right."

    def without(self, *keys: int) -> "PastePreview":
        """Leave rows out."""
        return self._wanting(self.choices.left_out.union(keys), self.choices.taken_in - {*keys})

    def with_again(self, *keys: int) -> "PastePreview":
        """Take rows in that were left out, by the user or of themselves."""
        unwanted = {key for key, cell in enumerate(self.reading.cells) if cell.unwanted}
        taken_in = self.choices.taken_in.union(unwanted.intersection(keys))
        return self._wanting(self.choices.left_out - {*keys}, taken_in)

    def mended(self, key: int, text: str) -> "PastePreview":
        """Take what the user types for a row's box instead of what the row brings."""
        choices = replace(self.choices, mended={**self.choices.mended, key: text})
        return self._again(choices)

    def without_refused(self) -> "PastePreview":
        """Leave out every row that is refused as it stands."""
        return self.without(*(row.key for row in self.rows if row.state is RowState.REFUSED))

    def skipping_blanks(self, *, skip: bool) -> "PastePreview":
        """Let blank cells leave their boxes as they are, or blank them."""
        return self._again(replace(self.choices, skip_blanks=skip))

    def with_signs(self, *, as_printed: bool | None) -> "PastePreview":
        """Answer what a minus means where the form itself subtracts (`PasteChoices.as_printed`)."""
        return self._again(replace(self.choices, as_printed=as_printed))

    def edit(self) -> Edit:
        """Give the one edit that pastes the block, or imports the file.

        Raises:
            EditRefused: a row stands that cannot be taken, or nothing at all can be applied.
        """
        if self.hindrance or self.in_the_way:
            code = next((row.code for row in self.in_the_way), "")
            raise EditRefused(code, self.summary)
        values = {change.code: change.new for change in self.changes}
        boxes = next(iter(values)) if len(values) == 1 else _counted(len(values), "box")
        if self.is_import:
            return Edit(values, Cause.IMPORTED, f"Import {boxes}")
        return Edit(values, Cause.PASTED, f"Paste {boxes}")

    @property
    def is_import(self) -> bool:
        """Whether the block comes from a file."""
        return self.reading.is_file

    @property
    def _done(self) -> str:
        return "imported" if self.is_import else "pasted"

    def _wanting(self, left_out: frozenset[int], taken_in: frozenset[int]) -> "PastePreview":
        return self._again(replace(self.choices, left_out=left_out, taken_in=taken_in))

    def _again(self, choices: PasteChoices) -> "PastePreview":
        return preview_paste(
            self.reading,
            self._ground,
            choices,
            closed=self._closed,
            causes_of=self._causes_of,
        )


_SUMMED = (
    (RowState.SAME, "already so"),
    (RowState.SKIPPED, "blank and skipped"),
    (RowState.LEFT_OUT, "left out"),
)


def preview_paste(
    reading: BlockReading,
    ground: Ground,
    choices: PasteChoices | None = None,
    *,
    closed: str = "",
    causes_of: CausesOfStated = no_causes,
) -> PastePreview:
    """Find out what a block would change; nothing is changed.

    Args:
        reading: How the block is read.
        ground: The figures as they are.
        choices: What the user has settled, for example with another reading of the same block.
        closed: The sentence that says why the filing takes no entry at all; empty when it does.
        causes_of: Gives the single slips that would explain each stated total that is wrong.
    """
    settled = choices or PasteChoices()
    rows = read_rows(reading.cells, ground.worksheet, settled)
    entered = [row for row in rows if row.state in (RowState.CHANGED, RowState.SAME)]
    stated = [Stated(row.where, row.code, row.new) for row in rows if row.state is RowState.AGREES]
    outcome = outcome_of(
        ground,
        {row.code: row.new for row in entered},
        stated,
        source="the file" if reading.is_file else "the block",
        cents=sum(row.rounded for row in rows),
    )
    return PastePreview(
        reading=reading,
        choices=settled,
        rows=_with_causes(held_against(rows, outcome.totals), outcome, causes_of),
        changes=outcome.changes,
        follows=outcome.follows,
        totals=outcome.totals,
        hindrance=closed or outcome.overflow,
        _ground=ground,
        _closed=closed,
        _causes_of=causes_of,
    )


def _with_causes(
    rows: tuple[PasteRow, ...], outcome: Outcome, causes_of: CausesOfStated
) -> tuple[PasteRow, ...]:
    """Tell at each stated total that is wrong what would explain it, the likeliest first."""
    wrong = {each.code: each.stated for each in outcome.totals if each.severity is Severity.ERROR}
    if not wrong:
        return rows
    causes = causes_of(wrong, outcome.after)
    return tuple(
        replace(row, sentence=f"{row.sentence} {likely_words(causes.get(row.code, ()))}".rstrip())
        if row.state is RowState.DIFFERS
        else row
        for row in rows
    )


def likely_words(causes: Sequence[LikelyCause]) -> str:
    """Say what would explain a difference to the dollar; nothing where no single slip would."""
    if not causes:
        return ""
    told = "; or ".join(cause.words for cause in causes[:_MOST_TOLD])
    return f"Likely {'cause' if len(causes) == 1 else 'causes'}: {told}."


def _totals_words(stated: int, differing: int) -> str:
    """Say how many of the stated totals agree with the form's: ``1 total agrees, 2 differ``."""
    agreeing = stated - differing
    if not agreeing:
        return f"{_counted(differing, 'total')} {'differs' if differing == 1 else 'differ'}"
    agree = f"{_counted(agreeing, 'total')} {'agrees' if agreeing == 1 else 'agree'}"
    differ = "differs" if differing == 1 else "differ"
    return f"{agree}, {differing} {differ}" if differing else agree


def _counted(number: int, noun: str) -> str:
    plural = f"{noun}es" if noun.endswith("x") else f"{noun}s"
    return f"1 {noun}" if number == 1 else f"{number:,} {plural}"
