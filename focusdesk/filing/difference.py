"""What kind of difference there is between what a box held in two months.

Blank, zero and a box that the edition of the month lacks are three things here as everywhere. The
change is always that of the stored value; the percentage is of the earlier amount without its sign.
"""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import Enum, StrEnum
from typing import Final, TypeAlias

from focusdesk.form.amount import format_change
from focusdesk.form.box import BoxKind, Value


class Absence(Enum):
    """The month's edition has no such box; that is neither blank nor zero."""

    NOT_IN_EDITION = "not in this edition"


ABSENT: Final = Absence.NOT_IN_EDITION
Compared: TypeAlias = Value | Absence


class DifferenceKind(StrEnum):
    """What kind a difference is; where several would do, the first of these."""

    IN_NEITHER = "in neither edition"
    ADDED = "added by the edition"
    GONE = "gone with the edition"
    BLANK = "blank in both"
    FROM_BLANK = "from blank"
    TO_BLANK = "to blank"
    EQUAL = "equal"
    FROM_ZERO = "from zero"
    TO_ZERO = "to zero"
    SIGN_CHANGED = "sign changed"
    TRANSPOSED = "digits transposed"
    CHANGED = "changed"


_NO_DIFFERENCE = (DifferenceKind.IN_NEITHER, DifferenceKind.BLANK, DifferenceKind.EQUAL)


@dataclass(frozen=True, slots=True)
class SwappedDigits:
    """Two digits of an amount that stand in each other's place in another.

    Attributes:
        first: The digit further left in the earlier amount.
        second: The one further right there.
        first_place: Where the first stood: 0 for the dollars, 3 for the thousands.
        second_place: Where the second stood.
    """

    first: int
    second: int
    first_place: int
    second_place: int


@dataclass(frozen=True, slots=True)
class Difference:
    """What differs between two months of a box.

    Attributes:
        kind: What kind of difference it is.
        earlier: What the box held.
        later: What it holds.
        change: The later less the earlier amount, in dollars; a blank counts as zero. `None` where
            both are blank, where an edition lacks the box, and for what is no amount.
        percent: The change in percent of the earlier amount without its sign; `None` where that is
            blank or zero.
        swapped: The digits that explain it, where two changed places.
    """

    kind: DifferenceKind
    earlier: Compared
    later: Compared
    change: int | None = None
    percent: Decimal | None = None
    swapped: SwappedDigits | None = None

    @property
    def differs(self) -> bool:
        """Whether there is any difference; blank and zero differ."""
        return self.kind not in _NO_DIFFERENCE

    @property
    def size(self) -> int:
        """How large it is, in dollars: the change without its sign.

        Of an amount whose box only one of the editions has, the amount itself.
        """
        if self.change is not None:
            return abs(self.change)
        if self.kind in (DifferenceKind.ADDED, DifferenceKind.GONE):
            return max(_size_of(self.earlier), _size_of(self.later))
        return 0

    @property
    def words(self) -> str:
        """Say it in a few words, to stand beside the figures."""
        if self.swapped is not None:
            return f"the digits {self.swapped.first} and {self.swapped.second} changed places"
        if self.kind is DifferenceKind.EQUAL:
            return "the same" if self.change is None else "equal to the dollar"
        if self.kind is DifferenceKind.SIGN_CHANGED and self.change is not None:
            same = _size_of(self.earlier) == _size_of(self.later)
            return "the sign changed, the figure is the same" if same else "the sign changed"
        if self.kind is DifferenceKind.FROM_BLANK and self.later == 0 and self.change == 0:
            return "was blank, is reported as zero"
        if self.kind is DifferenceKind.TO_BLANK and self.earlier == 0 and self.change == 0:
            return "was reported as zero, is blank"
        return _WORDS[self.kind]

    @property
    def shown_change(self) -> str:
        """The change in dollars: ``+1,234``, ``(1,234)``, ``0``, nothing for none."""
        return format_change(self.change)

    @property
    def shown_alone(self) -> str:
        """The change where no percentage stands beside it: what was blank is ``new``.

        A blank is no zero to subtract from; what is blank now is ``gone``.
        """
        if self.change is None:
            return ""
        return _AGAINST_BLANK.get(self.kind, self.shown_change)

    @property
    def shown_percent(self) -> str:
        """The change in percent: ``+2.4 %``, ``(3.1) %``; nothing where there is no change.

        What was blank is ``new``, and so is what grew from zero; what is blank now is ``gone``.
        """
        if self.change is None:
            return ""
        if self.kind in _AGAINST_BLANK:
            return _AGAINST_BLANK[self.kind]
        if self.percent is None:
            return "new" if self.change else "-"
        tenths = percent_with_one_decimal(self.percent)
        if tenths < 0:
            return f"({-tenths:,}) %"
        return f"+{tenths:,} %" if tenths else "0.0 %"


_AGAINST_BLANK = {DifferenceKind.FROM_BLANK: "new", DifferenceKind.TO_BLANK: "gone"}
_WORDS = {
    DifferenceKind.IN_NEITHER: "in neither month's edition",
    DifferenceKind.ADDED: "the earlier month's edition has no such box",
    DifferenceKind.GONE: "the later month's edition has no such box",
    DifferenceKind.BLANK: "blank in both months",
    DifferenceKind.FROM_BLANK: "was blank",
    DifferenceKind.TO_BLANK: "is blank now",
    DifferenceKind.FROM_ZERO: "was zero",
    DifferenceKind.TO_ZERO: "is zero now",
    DifferenceKind.CHANGED: "changed",
}


def difference(earlier: Compared, later: Compared, kind: BoxKind) -> Difference:
    """Say what differs between two months of a box.

    Args:
        earlier: What it held.
        later: What it holds.
        kind: What the box takes; only amounts have a change in dollars.
    """
    presence = _presence(earlier, later)
    if kind is not BoxKind.AMOUNT or isinstance(earlier, Absence) or isinstance(later, Absence):
        same = DifferenceKind.EQUAL if earlier == later else DifferenceKind.CHANGED
        return Difference(presence or same, earlier, later)
    if presence is DifferenceKind.BLANK:
        return Difference(presence, earlier, later)
    was, now = _dollars(earlier), _dollars(later)
    swapped = None if presence else swapped_digits(was, now)
    change = now - was
    return Difference(
        kind=presence or _of_amounts(was, now, swapped),
        earlier=earlier,
        later=later,
        change=change,
        percent=Decimal(100) * change / abs(was) if was else None,
        swapped=swapped,
    )


def percent_with_one_decimal(percent: Decimal) -> Decimal:
    """Round a percentage to one decimal, halves away from zero."""
    # Adding 0 makes a plain zero of a negative one.
    return percent.quantize(Decimal("0.1"), rounding=ROUND_HALF_UP) + 0


def swapped_digits(earlier: int, later: int) -> SwappedDigits | None:
    """Find the two digits whose swap makes one amount of the other; `None` where none does.

    Such amounts differ by a multiple of nine, the bookkeeper's sign of a slip of the fingers.
    """
    if earlier == later or (earlier < 0) is not (later < 0) or (later - earlier) % 9:
        return None
    was, now = str(abs(earlier)), str(abs(later))
    if len(was) != len(now):
        return None
    apart = [place for place, digits in enumerate(zip(was, now, strict=True)) if len({*digits}) > 1]
    if len(apart) != 2:  # noqa: PLR2004 -- two digits
        return None
    first, second = apart
    if (was[first], was[second]) != (now[second], now[first]):
        return None
    right = len(was) - 1
    return SwappedDigits(int(was[first]), int(was[second]), right - first, right - second)


def _presence(earlier: Compared, later: Compared) -> DifferenceKind | None:
    """Tell what is so because a box was or is not there, or blank."""
    kinds = {
        (True, True): DifferenceKind.IN_NEITHER,
        (True, False): DifferenceKind.ADDED,
        (False, True): DifferenceKind.GONE,
    }
    absent = kinds.get((earlier is ABSENT, later is ABSENT))
    if absent is not None:
        return absent
    if earlier is None:
        return DifferenceKind.BLANK if later is None else DifferenceKind.FROM_BLANK
    return DifferenceKind.TO_BLANK if later is None else None


def _of_amounts(was: int, now: int, swapped: SwappedDigits | None) -> DifferenceKind:
    if was == now:
        return DifferenceKind.EQUAL
    if not was:
        return DifferenceKind.FROM_ZERO
    if not now:
        return DifferenceKind.TO_ZERO
    if (was < 0) is not (now < 0):
        return DifferenceKind.SIGN_CHANGED
    return DifferenceKind.TRANSPOSED if swapped else DifferenceKind.CHANGED


def _dollars(value: Value) -> int:
    return value if isinstance(value, int) and not isinstance(value, bool) else 0


def _size_of(value: Compared) -> int:
    return 0 if isinstance(value, Absence) else abs(_dollars(value))
