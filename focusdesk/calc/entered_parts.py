"""A formula written out down to the entered boxes, as somebody who looks for a slip reads it."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal

from focusdesk.calc.formula import parse_formula
from focusdesk.calc.nodes import Binary, Call, Literal, Node, Read, Unary
from focusdesk.form.box import Value
from focusdesk.form.edition import Edition


def spread_out(node: Node, edition: Edition, stated: Mapping[str, Value]) -> Node:
    """Put the formulas of totals in their place, and of those that are stated the stated amount.

    Args:
        node: A formula, or a part of it.
        edition: The form.
        stated: What is stated for computed boxes; a blank is not stated.
    """
    if isinstance(node, Read):
        return _in_place_of(node, edition, stated)
    if isinstance(node, Unary):
        return replace(node, operand=spread_out(node.operand, edition, stated))
    parts = tuple(spread_out(part, edition, stated) for part in node.parts)
    if isinstance(node, Binary):
        return replace(node, left=parts[0], right=parts[1])
    return replace(node, arguments=parts) if isinstance(node, Call) else node


def _in_place_of(read: Read, edition: Edition, stated: Mapping[str, Value]) -> Node:
    box, said = edition.boxes[read.code], stated.get(read.code)
    if not box.is_computed:
        return read
    if isinstance(said, int) and not isinstance(said, bool):
        return Literal(Decimal(said))
    return spread_out(parse_formula(box.formula).root, edition, stated)


def signs_of(node: Node, sign: int = 1) -> dict[str, int] | None:
    """Say how each box takes part in a plain sum: 1 where it is added, -1 where subtracted.

    `None` for any other formula, and where a box takes part twice.
    """
    if isinstance(node, Read):
        return {node.code: sign}
    if isinstance(node, Literal):
        return {}
    signs: dict[str, int] = {}
    parts = _summed(node, sign)
    for part, its in parts:
        found = signs_of(part, its)
        if found is None or not found.keys().isdisjoint(signs):
            return None
        signs |= found
    return signs if parts else None


def entered_codes(node: Node) -> Iterator[str]:
    """List the boxes that a formula reads, each as often as it does."""
    if isinstance(node, Read):
        yield node.code
    for part in node.parts:
        yield from entered_codes(part)


def _summed(node: Node, sign: int) -> list[tuple[Node, int]]:
    """List what a sum adds and subtracts; nothing for what is no sum."""
    if isinstance(node, Unary) and node.sign == "-":
        return [(node.operand, -sign)]
    if isinstance(node, Binary) and node.sign in ("+", "-"):
        return [(node.left, sign), (node.right, sign if node.sign == "+" else -sign)]
    if isinstance(node, Call) and node.name == "sum":
        return [(argument, sign) for argument in node.arguments]
    return []
