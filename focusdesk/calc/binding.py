"""A statement that asks the same of several boxes, read for one of them."""

from collections.abc import Mapping
from dataclasses import replace

from focusdesk.calc.nodes import Binary, Call, Literal, Node, Read, Unary

IT = "it"
"""The box that such a statement asks of: ``[it]``."""

OTHER = "other"
"""A second box that goes with it: ``[other]``."""


def bound(node: Node, codes: Mapping[str, str]) -> Node:
    """Put codes in the place of ``[it]`` and ``[other]``.

    Args:
        node: The statement, or a part of it.
        codes: The code for each of the words; what is not named stays.
    """
    if not codes or isinstance(node, Literal):
        return node
    if isinstance(node, Read):
        return replace(node, code=codes.get(node.code, node.code))
    if isinstance(node, Unary):
        return replace(node, operand=bound(node.operand, codes))
    if isinstance(node, Binary):
        return replace(node, left=bound(node.left, codes), right=bound(node.right, codes))
    return Call(node.name, tuple(bound(part, codes) for part in node.arguments), node.pattern)


def words_of(each: str) -> dict[str, str]:
    """Give the codes of one entry of a check's ``each``: ``7690``, or ``7690 7740`` for two."""
    return dict(zip((IT, OTHER), each.split(), strict=False))
