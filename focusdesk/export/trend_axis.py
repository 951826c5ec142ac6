"""The scales of a trend: round amounts up the side, months that can be read along the foot."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from itertools import groupby

from focusdesk.filing.compare import ComparedMonth

_DECIMALS = 7  # of a dollar in millions, and one more
_STEPS = (1, 2, 5, 10, 20)
_UNITS = (
    (1_000_000, "millions of dollars"),
    (1_000, "thousands of dollars"),
    (1, "dollars"),
)


@dataclass(frozen=True, slots=True)
class AmountAxis:
    """Amounts from the lowest tick to the highest; zero is always one of them.

    Attributes:
        ticks: Whole dollars, from the lowest up.
        unit: How many dollars one of what is shown is: 1, a thousand, a million.
        words: The unit in words.
    """

    ticks: tuple[int, ...]
    unit: int
    words: str

    def share(self, dollars: int) -> float:
        """Say how far up an amount stands: 0 at the lowest tick, 1 at the highest."""
        return (dollars - self.ticks[0]) / (self.ticks[-1] - self.ticks[0])

    def shown_tick(self, dollars: int) -> str:
        """Write a tick in the unit, with as many decimals as the step needs."""
        step = self.ticks[1] - self.ticks[0]
        needed = next(at for at in range(_DECIMALS) if step * 10**at % self.unit == 0)
        return _in_parentheses(dollars, self.unit, needed)

    def shown(self, dollars: int) -> str:
        """Write an amount in the unit: ``87.6``, ``(1.2)``; dollars have no decimals."""
        return _in_parentheses(dollars, self.unit, 0 if self.unit == 1 else 1)


def amount_axis(amounts: Sequence[int], most: int = 6) -> AmountAxis:
    """Choose round ticks that hold all amounts and zero.

    Args:
        amounts: Whole dollars.
        most: How many steps there may be.
    """
    low, high = min((0, *amounts)), max((0, *amounts))
    if low == high:
        high = 1
    step = _step(high - low, most)
    first, last = low // step, -(-high // step)
    ticks = tuple(at * step for at in range(first, last + 1))
    largest = max(-ticks[0], ticks[-1])
    unit, words = next((each for each in _UNITS if each[0] <= largest), _UNITS[-1])
    return AmountAxis(ticks, unit, words)


@dataclass(frozen=True, slots=True)
class MonthTick:
    """A month that is named at the foot.

    Attributes:
        at: Its place among the months.
        words: The month: ``Jan``.
        below: What stands under it: its year where that begins, its version; empty for nothing.
    """

    at: int
    words: str
    below: str


def month_ticks(
    months: Sequence[ComparedMonth], along: Sequence[float], room: float
) -> tuple[MonthTick, ...]:
    """Choose which months are named, the last always, so that their words stand apart.

    Args:
        months: All of them.
        along: Where each stands.
        room: How far two names must at least be apart.
    """
    chosen: list[int] = []
    for at in reversed(range(len(months))):
        if not chosen or along[chosen[-1]] - along[at] >= room:
            chosen.append(at)
    ticks: list[MonthTick] = []
    year = 0
    for at in reversed(chosen):
        period = months[at].filing.period
        begins, year = period.year != year, period.year
        month, _, version = months[at].heading.partition(f" {period.year}")
        below = f"{period.year}{version}" if begins or version else ""
        ticks.append(MonthTick(at, month, below))
    return tuple(ticks)


def illustrative_spans(months: Sequence[ComparedMonth]) -> tuple[tuple[int, int], ...]:
    """Give the first and the last place of each run of months that are made up."""
    marked = groupby(enumerate(months), key=lambda each: each[1].filing.illustrative)
    runs = [[at for at, _ in run] for is_marked, run in marked if is_marked]
    return tuple((run[0], run[-1]) for run in runs)


def _step(span: int, most: int) -> int:
    """Give the smallest round step of which so many hold a span."""
    size = 10 ** max(0, len(str(span // most)) - 1)
    return next(size * step for step in _STEPS if size * step * (most - 1) >= span)


def _in_parentheses(dollars: int, unit: int, decimals: int) -> str:
    exact = Decimal(abs(dollars)) / unit
    shown = exact.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)
    return f"({shown:,})" if dollars < 0 else f"{shown:,}"
