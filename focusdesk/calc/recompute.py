"""How one computed box is worked out from the figures around it, fast.

Nearly every formula of the form adds and subtracts boxes. Those become two tuples of codes; the
rest is worked out from its syntax tree.
"""

from collections.abc import Callable
from typing import TypeAlias

from focusdesk.calc.formula import Formula
from focusdesk.calc.nodes import Binary, Call, Node, Read, Result, Unary, figure
from focusdesk.form.amount import within_range
from focusdesk.form.box import Value

Recompute: TypeAlias = Callable[[dict[str, Value]], Value]


def recompute_of(formula: Formula) -> Recompute:
    """Make the function that works a box out; it raises `Unanswered` as the formula does."""
    terms = _terms(formula.root, adds=True)
    if terms is not None:
        return _total(
            tuple(code for code, adds in terms if adds),
            tuple(code for code, adds in terms if not adds),
        )
    root = formula.root
    return lambda values: _as_value(root.worth(values))


def _terms(node: Node, *, adds: bool) -> list[tuple[str, bool]] | None:
    """List the boxes that a plain sum adds and subtracts; `None` for any other formula."""
    if isinstance(node, Read):
        return [(node.code, adds)]
    if isinstance(node, Unary) and node.sign == "-":
        return _terms(node.operand, adds=not adds)
    if isinstance(node, Binary) and node.sign in ("+", "-"):
        parts = [(node.left, adds), (node.right, adds if node.sign == "+" else not adds)]
    elif isinstance(node, Call) and node.name == "sum":
        parts = [(argument, adds) for argument in node.arguments]
    else:
        return None
    terms: list[tuple[str, bool]] = []
    for part, part_adds in parts:
        found = _terms(part, adds=part_adds)
        if found is None:
            return None
        terms += found
    return terms


def _total(adds: tuple[str, ...], subtracts: tuple[str, ...]) -> Recompute:
    def total(values: dict[str, Value]) -> Value:
        figure = 0
        blank = True
        for code in adds:
            part = values[code]
            if isinstance(part, int):
                figure += part
                blank = False
        for code in subtracts:
            part = values[code]
            if isinstance(part, int):
                figure -= part
                blank = False
        return None if blank else within_range(figure)

    return total


def _as_value(result: Result) -> Value:
    """Take a formula's result as a box's amount: the catalog has made sure that it is whole."""
    number = figure(result)
    return None if number is None else within_range(int(number))
