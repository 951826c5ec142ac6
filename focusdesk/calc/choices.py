"""What a formula comes down to in one month: of every choice in it, the branch that is taken."""

from collections.abc import Iterable
from dataclasses import dataclass

from focusdesk.calc.nodes import (
    Binary,
    Call,
    Figure,
    Node,
    Unanswered,
    Unary,
    Values,
    figure,
    truth_of,
)

CONTESTS = ("max", "min")


@dataclass(frozen=True, slots=True)
class Settled:
    """A formula whose choices have been made.

    Attributes:
        root: What is left of it, without any choice; `None` where nothing is: it is blank.
        asked: The conditions that were looked at.
    """

    root: Node | None
    asked: tuple[Node, ...]


def settled(root: Node, values: Values) -> Settled:
    """Make every choice of a formula as one month's figures have it."""
    asked: list[Node] = []
    try:
        left = _settled(root, values, asked)
    except Unanswered:
        left = None
    return Settled(left, tuple(asked))


def is_true(condition: Node, values: Values) -> bool | None:
    """Say whether a condition holds; `None` for want of a fact that has not been answered."""
    try:
        return bool(truth_of(condition, values))
    except Unanswered:
        return None


def taken(root: Node, values: Values, others: Values) -> Node | None:
    """Give what alone a figure comes from: of every choice its branch, of every contest its winner.

    Args:
        root: The formula.
        values: The month's figures.
        others: Another month's: of figures that tie, the one that is ahead there is taken.
    """
    left = settled(root, values).root
    return None if left is None else _winning(left, values, others)


def _settled(node: Node, values: Values, asked: list[Node]) -> Node | None:
    if isinstance(node, Unary):
        inner = _settled(node.operand, values, asked)
        return None if inner is None else Unary(node.sign, inner)
    if isinstance(node, Binary):
        return _of_two(
            node, _settled(node.left, values, asked), _settled(node.right, values, asked)
        )
    if not isinstance(node, Call):
        return node
    if node.name == "if":
        condition, *branches = node.arguments
        asked.append(condition)
        if truth_of(condition, values):
            return _settled(branches[0], values, asked)
        return _settled(branches[1], values, asked) if len(branches) > 1 else None
    parts = tuple(_there(_settled(part, values, asked) for part in node.arguments))
    return Call(node.name, parts) if parts or node.name == "count" else None


def _of_two(node: Binary, left: Node | None, right: Node | None) -> Node | None:
    """Put two sides together again; a sum goes on without a blank side, a product does not."""
    if left is not None and right is not None:
        return Binary(node.sign, left, right)
    if node.sign not in ("+", "-") or right is None:
        return left if node.sign in ("+", "-") else None
    return right if node.sign == "+" else Unary("-", right)


def _there(parts: Iterable[Node | None]) -> Iterable[Node]:
    return (part for part in parts if part is not None)


def _winning(node: Node, values: Values, others: Values) -> Node:
    if isinstance(node, Unary):
        return Unary(node.sign, _winning(node.operand, values, others))
    if isinstance(node, Binary):
        left, right = (_winning(side, values, others) for side in (node.left, node.right))
        return Binary(node.sign, left, right)
    if not isinstance(node, Call):
        return node
    if node.name not in CONTESTS:
        return Call(node.name, tuple(_winning(part, values, others) for part in node.arguments))
    sign = 1 if node.name == "max" else -1

    def place(part: Node) -> tuple[bool, Figure, bool, Figure]:
        now, then = figure(part.worth(values)), figure(part.worth(others))
        return now is not None, sign * (now or 0), then is not None, sign * (then or 0)

    return _winning(max(node.arguments, key=place), values, others)
