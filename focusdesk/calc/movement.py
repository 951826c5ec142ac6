"""How much of a figure's change each entered box made, between two months in one edition.

Every formula passes the parts of what it reads on. A sum passes them whole, a product as its other
factor stands midway, a greatest or least for as long as each is ahead (`contest`). Where a choice
falls otherwise, what the figures would have made is taken midway between both branches, and the
rest is made by the boxes that turned the choice. Nothing depends on the order of the boxes, and
the parts always sum to the change. A blank counts as zero dollars.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from focusdesk.calc.choices import CONTESTS, is_true, settled
from focusdesk.calc.contest import credits_of
from focusdesk.calc.nodes import (
    Binary,
    KindError,
    Literal,
    Node,
    Read,
    Unary,
    Values,
    bool_or_filled,
)
from focusdesk.calc.parts import Parts, scaled, spread, summed, taking
from focusdesk.calc.worksheet import CalculationPlan
from focusdesk.form.box import Value

_HALF = Fraction(1, 2)


@dataclass(frozen=True, slots=True)
class _Moved:
    """What a part of a formula was and is, in dollars, and who made it move."""

    before: Fraction | None
    after: Fraction | None
    parts: Parts = field(default_factory=dict[str, Fraction])

    @property
    def change(self) -> Fraction:
        return (self.after or Fraction(0)) - (self.before or Fraction(0))


class Movement:
    """What moved between two months, box by box."""

    def __init__(self, plan: CalculationPlan, before: Values, after: Values) -> None:
        """Take two months.

        Args:
            plan: How the edition's boxes follow from each other.
            before: What every box held in the earlier month, computed ones too.
            after: Likewise in the later one.
        """
        self._plan = plan
        self._before = before
        self._after = after
        self._known: dict[str, Parts] = {}

    def parts(self, code: str) -> Parts:
        """Give what each entered box that changed made a box move; together it is the change.

        Raises:
            KeyError: the edition has no such box.
        """
        known = self._known.get(code)
        if known is None:
            known = self._known[code] = self._parts(code)
        return known

    def _parts(self, code: str) -> Parts:
        before, after = self._before[code], self._after[code]
        change = (_dollars(after) or Fraction(0)) - (_dollars(before) or Fraction(0))
        formula = self._plan.formulas.get(code)
        if formula is None:
            return {} if before == after else {code: change}
        parts = self._of_formula(formula.root)
        # What a quotient loses after sixty digits; nothing anywhere else.
        rest = change - sum(parts.values())
        return summed((parts, spread(rest, parts))) if rest and parts else parts

    def _of_formula(self, root: Node) -> Parts:
        """Give the parts of a formula's change, whatever choices are in it."""
        first, last = settled(root, self._before), settled(root, self._after)
        if first.root == last.root:
            return self._moved(first.root).parts
        ways = [self._moved(each) for each in (first.root, last.root)]
        figures = summed(scaled(way.parts, _HALF) for way in ways)
        change = (ways[1].after or Fraction(0)) - (ways[0].before or Fraction(0))
        rest = change - sum(figures.values())
        asked = dict.fromkeys((*first.asked, *last.asked))
        turned_by = self._turned(asked) or figures or self._beneath(root)
        return summed((figures, spread(rest, turned_by)))

    def _turned(self, conditions: Iterable[Node]) -> Parts:
        """Give who turned the conditions that fall otherwise now, each with the same say."""
        flipped = (
            condition
            for condition in conditions
            if is_true(condition, self._before) is not is_true(condition, self._after)
        )
        return summed(
            spread(Fraction(1), self._behind(condition) or self._beneath(condition))
            for condition in flipped
        )

    def _behind(self, condition: Node) -> Parts:
        """Give who moved a condition: for a comparison, what moved one side from the other."""
        if isinstance(condition, Read):
            return self.parts(condition.code)
        if isinstance(condition, Binary) and condition.sign not in ("and", "or"):
            left, right = self._of_formula(condition.left), self._of_formula(condition.right)
            return summed((left, scaled(right, -1)))
        turned = self._turned(condition.parts)
        return turned or summed(self._behind(part) for part in condition.parts)

    def _beneath(self, node: Node) -> Parts:
        """Give every box that changed anywhere below, each with the same say."""
        if isinstance(node, Read):
            return dict.fromkeys(self.parts(node.code), Fraction(0))
        return summed(self._beneath(part) for part in node.parts)

    def _moved(self, node: Node | None) -> _Moved:
        """Follow a part of a formula in which no choice is left."""
        if node is None or isinstance(node, Literal):
            number = None if node is None else Fraction(node.number)
            return _Moved(number, number)
        if isinstance(node, Read):
            before, after = _dollars(self._before[node.code]), _dollars(self._after[node.code])
            return _Moved(before, after, self.parts(node.code))
        if isinstance(node, Unary):
            return _times(self._moved(node.operand), -1)
        if isinstance(node, Binary):
            return _OF_TWO[node.sign](self._moved(node.left), self._moved(node.right))
        if node.name == "count":
            return self._counted(node.arguments)
        return _called(node.name, [self._moved(part) for part in node.arguments])

    def _counted(self, arguments: Sequence[Node]) -> _Moved:
        before = [bool_or_filled(part.worth(self._before)) for part in arguments]
        after = [bool_or_filled(part.worth(self._after)) for part in arguments]
        parts = summed(
            spread(Fraction(filled - was), self._moved(part).parts)
            for part, was, filled in zip(arguments, before, after, strict=True)
        )
        return _Moved(Fraction(sum(before)), Fraction(sum(after)), parts)


def _dollars(value: Value) -> Fraction | None:
    """Take a box's value as an amount; a fact, a date or a text has none."""
    return Fraction(value) if isinstance(value, int) and not isinstance(value, bool) else None


def _times(moved: _Moved, factor: Fraction | int) -> _Moved:
    before, after = (None if at is None else at * factor for at in (moved.before, moved.after))
    return _Moved(before, after, scaled(moved.parts, factor))


def _plus(*sides: _Moved) -> _Moved:
    return _Moved(
        _total(side.before for side in sides),
        _total(side.after for side in sides),
        summed(side.parts for side in sides),
    )


def _total(amounts: Iterable[Fraction | None]) -> Fraction | None:
    there = [amount for amount in amounts if amount is not None]
    return sum(there, Fraction(0)) if there else None


def _minus(left: _Moved, right: _Moved) -> _Moved:
    return _plus(left, _times(right, -1))


def _of_both(
    left: _Moved, right: _Moved, work_out: Callable[[Fraction, Fraction], Fraction | None]
) -> _Moved:
    """Follow a product or quotient: each side moves it as the other stands midway."""

    def at(one: Fraction | None, other: Fraction | None) -> Fraction | None:
        return None if one is None or other is None else work_out(one, other)

    corners = [
        [at(one, other) for other in (right.before, right.after)]
        for one in (left.before, left.after)
    ]
    (start, other_first), (one_first, end) = (
        [corner or Fraction(0) for corner in row] for row in corners
    )
    by_left = (one_first - start + end - other_first) / 2
    by_right = (other_first - start + end - one_first) / 2
    shares = [
        scaled(side.parts, amount / side.change) if side.change else spread(amount, side.parts)
        for side, amount in ((left, by_left), (right, by_right))
        if side.parts
    ]
    return _Moved(corners[0][0], corners[1][1], summed(shares))


def _product(left: _Moved, right: _Moved) -> _Moved:
    return _of_both(left, right, lambda one, other: one * other)


def _quotient(left: _Moved, right: _Moved) -> _Moved:
    return _of_both(left, right, lambda one, other: one / other if other else None)


def _called(name: str, parts: list[_Moved]) -> _Moved:
    if name == "sum":
        return _plus(*parts)
    if name == "round":
        return _rounded(parts[0])
    if name == "abs":
        before, after = (
            None if at is None else abs(at) for at in (parts[0].before, parts[0].after)
        )
        way = _Moved(before, after)
        return _Moved(before, after, taking(way.change, parts[0].parts))
    if name not in CONTESTS:
        message = f"{name} is no amount."
        raise KindError(message)
    fold = max if name == "max" else min
    made = credits_of([(part.before, part.after) for part in parts], greatest=name == "max")
    return _Moved(
        fold((part.before for part in parts if part.before is not None), default=None),
        fold((part.after for part in parts if part.after is not None), default=None),
        summed(
            taking(credit, part.parts)
            for credit, part in zip(made, parts, strict=True)
            if part.parts
        ),
    )


def _rounded(moved: _Moved) -> _Moved:
    """Round as the form does; the part of a dollar that is lost or won is shared out by size."""
    before, after = (
        None if at is None else Fraction(_half_up(at)) for at in (moved.before, moved.after)
    )
    rest = _Moved(before, after).change - moved.change
    return _Moved(before, after, summed((moved.parts, spread(rest, moved.parts))))


def _half_up(amount: Fraction) -> int:
    size = (2 * abs(amount) + 1) // 2
    return int(size if amount >= 0 else -size)


_OF_TWO: Mapping[str, Callable[[_Moved, _Moved], _Moved]] = {
    "+": _plus,
    "-": _minus,
    "*": _product,
    "/": _quotient,
}
