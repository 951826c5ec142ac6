"""The syntax tree of a formula and what each part of it is worth.

Blank rules (decision 0002): a sum reads a blank as zero, but is itself blank while all that it adds
is blank; max and min pass over blanks; a product or a quotient with a blank factor is blank. A
comparison reads a blank amount as zero, and is neither true nor false while both sides are blank.
"""

import datetime as dt
import operator
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal, localcontext
from typing import Final, TypeAlias

from focusdesk.calc.dates_and_texts import day_after, matches, month_end
from focusdesk.calc.figures import show_figure
from focusdesk.form.amount import round_half_up
from focusdesk.form.box import Value

Figure: TypeAlias = int | Decimal
Result: TypeAlias = int | Decimal | bool | str | dt.date | None
Values: TypeAlias = Mapping[str, Value]

# Wide enough that the product of two 64-bit amounts is exact before it is rounded.
_DIGITS = 60


class Unanswered(Exception):
    """A fact of the firm that a formula needs has not been given.

    Attributes:
        code: The box that holds the fact.
    """

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class KindError(ValueError):
    """A formula that adds what cannot be added; the message is a sentence."""


def figure(value: Result) -> Figure | None:
    """Take a value as a number.

    Raises:
        KindError: it is text, a date or a truth.
    """
    if isinstance(value, bool) or not isinstance(value, (int, Decimal, type(None))):
        message = f"{value!r} is not an amount."
        raise KindError(message)
    return value


@dataclass(frozen=True, slots=True)
class Literal:
    """A number written in the formula."""

    number: Decimal
    _worth: Figure = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        whole = self.number == self.number.to_integral_value()
        object.__setattr__(self, "_worth", int(self.number) if whole else self.number)

    @property
    def parts(self) -> "tuple[Node, ...]":
        """No parts."""
        return ()

    @property
    def is_whole(self) -> bool:
        """Whether it has no decimals."""
        return isinstance(self._worth, int)

    def worth(self, values: Values) -> Result:
        """The number itself."""
        del values
        return self._worth

    def show(self, values: Values) -> str:
        """The number as written."""
        del values
        return f"{self.number:,}"


@dataclass(frozen=True, slots=True)
class Read:
    """A box that the formula reads."""

    code: str

    @property
    def parts(self) -> "tuple[Node, ...]":
        """No parts."""
        return ()

    @property
    def is_whole(self) -> bool:
        """Boxes hold whole dollars."""
        return True

    def worth(self, values: Values) -> Result:
        """What the box holds."""
        return values[self.code]

    def show(self, values: Values) -> str:
        """The box's figure in place of its code."""
        return show_figure(values[self.code])


@dataclass(frozen=True, slots=True)
class Beside(Read):
    """A figure of a box that is not the month's own: last month's, or what was imported into it.

    Attributes:
        of: Whose: ``prior1`` for last month's, ``prior2`` for the one before, ``imported``.
        key: Under which name the figure is asked for: ``prior1 7190``.
    """

    of: str = ""
    key: str = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "key", beside_key(self.of, self.code))

    def worth(self, values: Values) -> Result:
        """What the box held then."""
        return values[self.key]

    def show(self, values: Values) -> str:
        """The figure of then in place of the code."""
        return show_figure(values[self.key])


def beside_key(of: str, code: str) -> str:
    """Name a figure that is not the month's own: ``prior1 7190``; `code` alone for its own."""
    return f"{of} {code}" if of else code


@dataclass(frozen=True, slots=True)
class Unary:
    """A sign or a negation."""

    sign: str
    operand: "Node"

    @property
    def parts(self) -> "tuple[Node, ...]":
        """What the sign stands before."""
        return (self.operand,)

    @property
    def is_whole(self) -> bool:
        """As its operand."""
        return self.operand.is_whole

    def worth(self, values: Values) -> Result:
        """The negative, or the opposite truth; blank stays blank.

        Raises:
            Unanswered: the opposite is wanted of a fact of the firm that has not been given.
        """
        value = self.operand.worth(values)
        if self.sign == "not":
            return None if _truth(self.operand, value) is None else not value
        number = figure(value)
        return None if number is None else -number

    def show(self, values: Values) -> str:
        """The sign before what it stands before."""
        sign = "not " if self.sign == "not" else PRINTED[self.sign]
        return f"{sign}{_within(self.operand, values, binding_of(self))}"


@dataclass(frozen=True, slots=True)
class Binary:
    """Two parts with an operator between them."""

    sign: str
    left: "Node"
    right: "Node"

    @property
    def parts(self) -> "tuple[Node, ...]":
        """Left and right."""
        return (self.left, self.right)

    @property
    def is_whole(self) -> bool:
        """Whether no decimals can come out."""
        return self.sign != "/" and self.left.is_whole and self.right.is_whole

    def worth(self, values: Values) -> Result:
        """Work the operator out, by the blank rules above.

        Raises:
            Unanswered: it depends on a fact of the firm that has not been given.
        """
        left, sign = self.left.worth(values), self.sign
        if sign in ("and", "or"):
            return self._both_or_either(left, values)
        right = self.right.worth(values)
        if sign in ("+", "-"):
            return _sum_of(figure(left), figure(right), sign)
        if sign in ("*", "/"):
            return _product_of(figure(left), figure(right), sign)
        return _compared(left, right, sign)

    def _both_or_either(self, left: Result, values: Values) -> bool | None:
        """Decide what can be decided: a blank comparison leaves what the other side settles.

        What the left side has settled needs nothing of the right one.
        """
        decisive = self.sign == "or"
        if left is decisive:
            return decisive
        right = self.right.worth(values)
        if right is decisive:
            return decisive
        truths = (_truth(self.left, left), _truth(self.right, right))
        return None if truths == (None, None) else not decisive

    def show(self, values: Values) -> str:
        """Both sides with the printed operator between them."""
        binding = binding_of(self)
        left = _within(self.left, values, binding)
        right = _within(self.right, values, binding + 1)
        return f"{left} {PRINTED.get(self.sign, self.sign)} {right}"


@dataclass(frozen=True, slots=True)
class Call:
    """A function of the formula language.

    Attributes:
        name: Which.
        arguments: What stands in its parentheses.
        pattern: The regular expression of ``matches``, which stands there too.
    """

    name: str
    arguments: "tuple[Node, ...]"
    pattern: str = ""

    @property
    def parts(self) -> "tuple[Node, ...]":
        """The arguments."""
        return self.arguments

    @property
    def is_whole(self) -> bool:
        """Whether no decimals can come out."""
        if self.name in ("round", "count"):
            return True
        results = self.arguments[1:] if self.name == "if" else self.arguments
        return all(argument.is_whole for argument in results)

    def worth(self, values: Values) -> Result:
        """Work the function out.

        Raises:
            Unanswered: the condition is a fact of the firm that has not been given.
        """
        if self.name == "if":
            return self._chosen(values)
        if self.name == "count":
            return sum(bool_or_filled(part.worth(values)) for part in self.arguments)
        if self.name in _OF_ONE:
            value = self.arguments[0].worth(values)
            return None if value is None else _OF_ONE[self.name](value, self.pattern)
        with localcontext(prec=_DIGITS):
            worths = (figure(part.worth(values)) for part in self.arguments)
            numbers = [number for number in worths if number is not None]
            return _FOLDS[self.name](numbers) if numbers else None

    def _chosen(self, values: Values) -> Result:
        condition, *branches = self.arguments
        if truth_of(condition, values):
            return branches[0].worth(values)
        return branches[1].worth(values) if len(branches) > 1 else None

    def show(self, values: Values) -> str:
        """The function with the figures in place."""
        inside = ", ".join(part.show(values) for part in self.arguments)
        pattern = f', "{self.pattern}"' if self.pattern else ""
        return f"{self.name}({inside}{pattern})"


Node: TypeAlias = Literal | Read | Unary | Binary | Call


def bool_or_filled(value: Result) -> bool:
    """Whether a box counts as filled: ticked, answered yes, or not blank."""
    return value if isinstance(value, bool) else value is not None


def truth_of(condition: Node, values: Values) -> Result:
    """Say whether a condition holds; blank where it compares nothing with nothing.

    Raises:
        Unanswered: it depends on a fact of the firm that has not been given.
    """
    return _truth(condition, condition.worth(values))


def _truth(node: Node, worth: Result) -> Result:
    """Take what a part is worth as a truth; a box that stands for a truth must hold one.

    Raises:
        Unanswered: the box is blank: a fact of the firm that is asked, never guessed.
    """
    if worth is None and isinstance(node, Read):
        raise Unanswered(node.code)
    return worth


PRINTED: Final = {"-": "\u2212", "*": "\u00d7", "/": "\u00f7"}
_BINDING = {"or": 1, "and": 2, "not": 3, "+": 5, "-": 5, "*": 6, "/": 6}
_COMPARISON, _SIGN, _TIGHTEST = 4, 7, 9


def binding_of(node: Node) -> int:
    """Say how tightly a part holds together, as the parser reads it; more is tighter."""
    if isinstance(node, Unary) and node.sign == "-":
        return _SIGN
    if isinstance(node, Unary | Binary):
        return _BINDING.get(node.sign, _COMPARISON)
    return _TIGHTEST


def _within(node: Node, values: Values, binding: int) -> str:
    """Show a part of a part, in parentheses where it holds together less tightly."""
    words = node.show(values)
    return f"({words})" if binding_of(node) < binding else words


def _sum_of(left: Figure | None, right: Figure | None, sign: str) -> Figure | None:
    if left is None and right is None:
        return None
    return (left or 0) + (right or 0) if sign == "+" else (left or 0) - (right or 0)


def _product_of(left: Figure | None, right: Figure | None, sign: str) -> Figure | None:
    if left is None or right is None or (sign == "/" and right == 0):
        return None
    with localcontext(prec=_DIGITS):
        return left * right if sign == "*" else Decimal(left) / Decimal(right)


_COMPARE: dict[str, Callable[[Figure, Figure], bool]] = {
    "=": operator.eq,
    "<>": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}


def _compared(left: Result, right: Result, sign: str) -> bool | None:
    if left is None and right is None:
        return None
    if isinstance(left, dt.date) or isinstance(right, dt.date):
        if not isinstance(left, dt.date) or not isinstance(right, dt.date):
            return None
        return _COMPARE[sign](left.toordinal(), right.toordinal())
    if isinstance(left, str | bool) or isinstance(right, str | bool):
        return (left == right) is (sign == "=")
    return _COMPARE[sign](figure(left) or 0, figure(right) or 0)


_OF_ONE: dict[str, Callable[[Result, str], bool | dt.date | None]] = {
    "matches": matches,
    "month_end": month_end,
    "day_after": day_after,
}

_FOLDS: dict[str, Callable[[list[Figure]], Figure]] = {
    "sum": sum,
    "max": max,
    "min": min,
    "abs": lambda numbers: abs(numbers[0]),
    "round": lambda numbers: round_half_up(Decimal(numbers[0])),
}
