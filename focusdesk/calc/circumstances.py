"""What a check may ask beside the boxes of its own month."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from focusdesk.calc.nodes import beside_key
from focusdesk.form.box import Value
from focusdesk.form.edit_check import CarriedFigure

_PRIOR = "prior"
_IMPORTED = "imported"
_LIMITS = ("limit_dollars", "limit_points")

Limit: TypeAlias = tuple[int | None, int | None]
"""From which size on a change counts: dollars, and hundredths of a percent; `None` for any."""


class NotKnown(Exception):
    """A figure that a check asks for is not known; the message is a sentence that says why."""


@dataclass(frozen=True, slots=True)
class EarlierMonth:
    """What a month before the filing's held.

    Attributes:
        label: The month: ``December 2013``.
        values: What each box held, by the codes of the filing's own edition.
        illustrative: Its figures are made up.
    """

    label: str
    values: Mapping[str, Value]
    illustrative: bool = False


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What is known beside a month's own boxes.

    Attributes:
        day: The last day of the period, which says which checks are in force; `None` for all.
        earlier: The months before, the last first, without a gap; the store has no others.
        imported: What the newest import put into boxes that it named.
        limits: From which size on changes count for the firm, by the lines' codes, and for all
            lines that have none of their own under "".
        figures: What is known of figures that no box holds, by their codes.
        stated: What a file states for computed boxes (checks F01 to F34).
        signing: A signature copy is asked for.
    """

    day: dt.date | None = None
    earlier: tuple[EarlierMonth, ...] = ()
    imported: Mapping[str, Value] = field(default_factory=dict[str, Value])
    limits: Mapping[str, Limit] = field(default_factory=dict[str, Limit])
    figures: Mapping[str, Value] = field(default_factory=dict[str, Value])
    stated: Mapping[str, Value] = field(default_factory=dict[str, Value])
    signing: bool = False


NOTHING_BESIDE = Circumstances()


class CheckedValues(dict[str, Value]):
    """The month's own values, and behind them what is known beside them."""

    def __init__(
        self,
        values: Mapping[str, Value],
        circumstances: Circumstances,
        figures: Mapping[str, CarriedFigure],
    ) -> None:
        super().__init__(values)
        self.circumstances = circumstances
        self._figures = figures

    def __missing__(self, key: str) -> Value:
        """Look a figure up that is no box of the month's own, and keep it.

        Raises:
            NotKnown: it is not known.
            KeyError: there is no such figure.
        """
        self[key] = value = self._beside(key)
        return value

    def known(self, key: str) -> Value:
        """Give a figure; `None` also where it is not known."""
        try:
            return self[key]
        except (KeyError, NotKnown):
            return None

    def change_beside(self, circumstances: Circumstances, figures: Iterable[str]) -> None:
        """Take other circumstances that differ in some carried figures and in nothing else.

        Args:
            circumstances: The others.
            figures: The codes of those figures, which are looked up again.
        """
        self.circumstances = circumstances
        for code in figures:
            self.pop(code, None)

    def _beside(self, key: str) -> Value:
        of, _, code = key.partition(" ")
        if of == _IMPORTED:
            return self.circumstances.imported.get(code)
        if of in _LIMITS:
            limits = self.circumstances.limits
            return limits.get(code, limits.get("", (None, None)))[_LIMITS.index(of)]
        if of.startswith(_PRIOR) and code:
            return self._prior(int(of.removeprefix(_PRIOR)), code)
        figure = self._figures[key]
        value = self.circumstances.figures.get(key)
        if value is None and figure.why_unknown:
            name = f"{key}, {figure.label}," if key.isdigit() else figure.label
            message = f"{name} is not known: {figure.why_unknown}"
            raise NotKnown(message)
        return value

    def _prior(self, months: int, code: str) -> Value:
        earlier = self.circumstances.earlier
        if len(earlier) < months:
            which = "the month before" if months == 1 else f"the month {months} months before"
            message = f"{which} is not in the store."
            raise NotKnown(message)
        month = earlier[months - 1]
        if code not in month.values:
            message = f"the form of {month.label} had no box {code}."
            raise NotKnown(message)
        return month.values[code]


def prior_key(code: str, months: int = 1) -> str:
    """Name an earlier month's figure of a box, as formulas ask for it."""
    return beside_key(f"{_PRIOR}{months}", code)
