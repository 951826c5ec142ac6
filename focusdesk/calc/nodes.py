"""The syntax tree of a formula and what each part of it is worth.

Blank rules (decision 0002): a sum reads a blank as zero, but is itself blank while all that it adds
is blank; max and min pass over blanks; a product or a quotient with a blank factor is blank. A
comparison reads a blank amount as zero, and is neither true nor false while both sides are blank.
"""

import datetime as dt
import operator
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal, localcontext
from typing import TypeAlias

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

    @property
    def parts(self) -> "tuple[Node, ...]":
        """No parts."""
        return ()

    @property
    def is_whole(self) -> bool:
        """Whether it has no decimals."""
        return self.number == self.number.to_integral_value()

    def worth(self, values: Values) -> Result:
        """The number itself."""
        del values
        return int(self.number) if self.is_whole else self.number

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
        """The negative, or the opposite truth; blank stays blank."""
        value = self.operand.worth(values)
        if self.sign == "not":
            return None if value is None else not value
        number = figure(value)
        return None if number is None else -number

    def show(self, values: Values) -> str:
        """The sign before what it stands before."""
        return f"{self.sign} {_inner(self.operand, values)}"


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
        """Work the operator out, by the blank rules above."""
        left, right = self.left.worth(values), self.right.worth(values)
        if self.sign in ("+", "-"):
            return _sum_of(figure(left), figure(right), self.sign)
        if self.sign in ("*", "/"):
            return _product_of(figure(left), figure(right), self.sign)
        if self.sign in ("and", "or"):
            return _both_or_either(left, right, self.sign)
        return _compared(left, right, self.sign)

    def show(self, values: Values) -> str:
        """Both sides with the printed operator between them."""
        sign = {"-": "\u2212", "*": "\u00d7", "/": "\u00f7"}.get(self.sign, self.sign)
        return f"{_inner(self.left, values)} {sign} {_inner(self.right, values)}"


@dataclass(frozen=True, slots=True)
class Call:
    """A function of the formula language."""

    name: str
    arguments: "tuple[Node, ...]"

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
        numbers = [
            number for part in self.arguments if (number := figure(part.worth(values))) is not None
        ]
        return _FOLDS[self.name](numbers) if numbers else None

    def _chosen(self, values: Values) -> Result:
        condition, *branches = self.arguments
        truth = condition.worth(values)
        if truth is None and isinstance(condition, Read):
            raise Unanswered(condition.code)
        if truth:
            return branches[0].worth(values)
        return branches[1].worth(values) if len(branches) > 1 else None

    def show(self, values: Values) -> str:
        """The function with the figures in place."""
        inside = ", ".join(part.show(values) for part in self.arguments)
        return f"{self.name}({inside})"


Node: TypeAlias = Literal | Read | Unary | Binary | Call


def bool_or_filled(value: Result) -> bool:
    """Whether a box counts as filled: ticked, answered yes, or not blank."""
    return value if isinstance(value, bool) else value is not None


def _inner(node: Node, values: Values) -> str:
    words = node.show(values)
    return f"({words})" if isinstance(node, Binary) and node.sign not in ("*", "/") else words


def _sum_of(left: Figure | None, right: Figure | None, sign: str) -> Figure | None:
    if left is None and right is None:
        return None
    return (left or 0) + (right or 0) if sign == "+" else (left or 0) - (right or 0)


def _product_of(left: Figure | None, right: Figure | None, sign: str) -> Figure | None:
    if left is None or right is None or (sign == "/" and right == 0):
        return None
    with localcontext(prec=_DIGITS):
        return left * right if sign == "*" else Decimal(left) / Decimal(right)


def _both_or_either(left: Result, right: Result, sign: str) -> bool | None:
    """Decide what can be decided: a blank truth leaves only what the other side settles."""
    decisive = sign == "or"
    if decisive in (left, right):
        return decisive
    if left is None and right is None:
        return None
    return not decisive


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
    return _COMPARE[sign](figure(left) or 0, figure(right) or 0)


def _rounded(numbers: list[Figure]) -> int:
    with localcontext(prec=_DIGITS):
        return round_half_up(Decimal(numbers[0]))


_FOLDS: dict[str, Callable[[list[Figure]], Figure]] = {
    "sum": sum,
    "max": max,
    "min": min,
    "abs": lambda numbers: abs(numbers[0]),
    "round": _rounded,
}
