"""What is to be said beside a change: explained, explanation needed, or what is odd about it."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from typing import Final, NamedTuple, TypeAlias

from focusdesk.filing.compare import ComparedMonth, Comparison, ComparisonRow, Pair
from focusdesk.filing.difference import Difference, DifferenceKind
from focusdesk.filing.explanation import Explanation, Explanations
from focusdesk.filing.explanations_due import ExplanationsDue
from focusdesk.filing.filing import Filing
from focusdesk.filing.thresholds import Threshold, Thresholds, above
from focusdesk.form.box import BoxKind

ReadExplanations: TypeAlias = Callable[[Filing], Explanations]
"""Reads what is said of the changes of a month; may raise StoreError."""


class Standing(Enum):
    """Whether somebody has said why a line moved."""

    SILENT = ""
    """Nobody has, and nobody asks."""

    EXPLAINED = "explained"
    PARTS_EXPLAINED = "parts explained"
    NEEDED = "explanation needed"


@dataclass(frozen=True, slots=True)
class Remark:
    """What stands beside a line's change.

    Attributes:
        standing: Whether somebody has said why it moved.
        oddity: What is remarkable about the difference, in words; mostly empty.
        explanation: What is said of it, where something is.
    """

    standing: Standing = Standing.SILENT
    oddity: str = ""
    explanation: Explanation | None = None

    @property
    def words(self) -> str:
        """Everything in a few words; empty where nothing is to be said."""
        return ", ".join(each for each in (self.standing.value, self.oddity) if each)


class Asked(NamedTuple):
    """What the firm's rule asks of a line between two months.

    Attributes:
        demanded: It is to be explained.
        lacking: And nobody has explained it.
        explanation: What is said of it, asked or not.
    """

    demanded: bool = False
    lacking: bool = False
    explanation: Explanation | None = None


_NOTHING_ASKED: Final = Asked()
NO_EXPLANATIONS: Final = Explanations()


class _ReadPair:
    """Two months as they were when their explanations were read; judged when somebody asks."""

    def __init__(
        self,
        months: tuple[ComparedMonth, ComparedMonth],
        thresholds: Thresholds,
        said: Explanations,
    ) -> None:
        self.earlier, self.later = months
        self.explanations = said
        self._thresholds = thresholds

    def is_of(self, earlier: ComparedMonth, later: ComparedMonth) -> bool:
        return self.earlier is earlier and self.later is later

    @cached_property
    def demanded(self) -> frozenset[str]:
        return frozenset(row.codes[-1] for row in self.due.demanded)

    @cached_property
    def lacking(self) -> frozenset[str]:
        return frozenset(row.codes[-1] for row in self.due.lacking(self.explanations))

    @cached_property
    def due(self) -> ExplanationsDue:
        return ExplanationsDue(self.earlier, self.later, self._thresholds)


class ChangeReview:
    """Judges the changes of a comparison by the firm's thresholds and by what is written.

    Nothing is read but by `look_at`, so that a table may ask for every cell that it paints.
    """

    def __init__(
        self, thresholds: Thresholds, read: ReadExplanations = lambda _: NO_EXPLANATIONS
    ) -> None:
        """Judge by a firm's thresholds.

        Args:
            thresholds: The firm's.
            read: Reads what is said of a month.
        """
        self._thresholds = thresholds
        self._read = read
        self._pairs: dict[tuple[int, str, int, str], _ReadPair] = {}
        self._said: dict[int, Explanations] = {}

    def look_at(self, comparison: Comparison) -> None:
        """Read what is said of the changes that a comparison tells.

        After an edit only the pairs of the edited month are judged anew.

        Raises:
            StoreError: the explanations of a month cannot be read.
        """
        for pair in comparison.pairs:
            earlier, later = (comparison.months[place] for place in pair)
            known = self._pairs.get(_key(earlier, later))
            if known is None or not known.is_of(earlier, later):
                self._pairs[_key(earlier, later)] = self._pair_read(earlier, later)

    def read_again(self, filing: Filing) -> None:
        """Forget what was said of a month, because something else is said of it now."""
        self._said.pop(filing.id, None)
        for key, pair in tuple(self._pairs.items()):
            if pair.later.filing.id == filing.id:
                del self._pairs[key]

    def counts(self, comparison: Comparison, row: ComparisonRow, pair: Pair) -> bool:
        """Whether a line moved above its threshold between two months.

        Where the firm has set none, only what its rule wants explained counts: otherwise every
        line would.
        """
        threshold = self._thresholds.of(row)
        if threshold == Threshold():
            known = self._known(comparison, pair)
            return known is not None and row.codes[pair[1]] in known.demanded
        return above(threshold, row.difference(*pair))

    def remark(self, comparison: Comparison, row: ComparisonRow, pair: Pair) -> Remark:
        """Give what stands beside a line's change between two months."""
        change = row.difference(*pair)
        odd = oddity(change, row.kind)
        asked = self.asked(comparison, row, pair)
        if asked.explanation is not None and change.differs:
            return Remark(Standing.EXPLAINED, odd, asked.explanation)
        if asked.lacking:
            return Remark(Standing.NEEDED, odd)
        return Remark(Standing.PARTS_EXPLAINED if asked.demanded else Standing.SILENT, odd)

    def asked(self, comparison: Comparison, row: ComparisonRow, pair: Pair) -> Asked:
        """Give what is asked of a line and answered, whatever its figures are."""
        known, code = self._known(comparison, pair), row.codes[pair[1]]
        if known is None or not code:
            return _NOTHING_ASKED
        explanation = known.explanations.about(code, row.schedule, known.earlier.filing.period)
        return Asked(code in known.demanded, code in known.lacking, explanation)

    def due(self, comparison: Comparison, pair: Pair) -> ExplanationsDue:
        """Give what the firm wants explained between two months that were looked at."""
        return self._pairs[_key(*(comparison.months[place] for place in pair))].due

    def _known(self, comparison: Comparison, pair: Pair) -> _ReadPair | None:
        return self._pairs.get(_key(*(comparison.months[place] for place in pair)))

    def _pair_read(self, earlier: ComparedMonth, later: ComparedMonth) -> _ReadPair:
        filing = later.filing
        if filing.id not in self._said:
            self._said[filing.id] = self._read(filing)
        return _ReadPair((earlier, later), self._thresholds, self._said[filing.id])


def oddity(change: Difference, kind: BoxKind) -> str:
    """Say what is remarkable about a difference; empty where it is a change like others.

    A figure that stayed the same to the dollar is remarkable, since balances move every month; a
    zero or a word that stayed is not.
    """
    if change.kind is DifferenceKind.EQUAL:
        return change.words if kind is BoxKind.AMOUNT and change.later else ""
    if change.kind is DifferenceKind.CHANGED:
        return "" if kind is BoxKind.AMOUNT else change.words
    if change.kind in (DifferenceKind.BLANK, DifferenceKind.IN_NEITHER):
        return ""
    return change.words


def _key(earlier: ComparedMonth, later: ComparedMonth) -> tuple[int, str, int, str]:
    return earlier.filing.id, earlier.version, later.filing.id, later.version
