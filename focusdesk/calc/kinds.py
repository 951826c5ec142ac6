"""What kind of result a formula has, so that nonsense is a load error and not a surprise."""

from collections.abc import Mapping
from typing import Literal as OneOf
from typing import TypeAlias

from focusdesk.calc.nodes import Binary, Call, KindError, Literal, Node, Read, Unary
from focusdesk.form.box import BoxKind

ResultKind: TypeAlias = OneOf["figure", "truth", "text", "date"]

_OF_BOX: dict[BoxKind, ResultKind] = {
    BoxKind.AMOUNT: "figure",
    BoxKind.TEXT: "text",
    BoxKind.DATE: "date",
    BoxKind.CHECK: "text",
    BoxKind.YES_NO: "truth",
}


def kind_of(node: Node, boxes: Mapping[str, BoxKind]) -> ResultKind:
    """Find out what a formula gives.

    Raises:
        KindError: it adds, compares or chooses what cannot be; the message is a sentence.
        KeyError: it reads a code that is not in ``boxes``.
    """
    if isinstance(node, Literal):
        return "figure"
    if isinstance(node, Read):
        return _OF_BOX[boxes[node.code]]
    if isinstance(node, Unary):
        wanted: ResultKind = "truth" if node.sign == "not" else "figure"
        _demand(node.operand, wanted, f'"{node.sign}"', boxes)
        return wanted
    if isinstance(node, Binary):
        return _of_binary(node, boxes)
    return _of_call(node, boxes)


def _of_binary(node: Binary, boxes: Mapping[str, BoxKind]) -> ResultKind:
    if node.sign in ("and", "or"):
        _demand(node.left, "truth", f'"{node.sign}"', boxes)
        _demand(node.right, "truth", f'"{node.sign}"', boxes)
        return "truth"
    if node.sign in ("+", "-", "*", "/"):
        _demand(node.left, "figure", f'"{node.sign}"', boxes)
        _demand(node.right, "figure", f'"{node.sign}"', boxes)
        return "figure"
    left, right = kind_of(node.left, boxes), kind_of(node.right, boxes)
    comparable = ("figure", "date", "text") if node.sign in ("=", "<>") else ("figure", "date")
    if left != right or left not in comparable:
        message = f'"{node.sign}" compares two amounts or two dates, not {left} with {right}.'
        raise KindError(message)
    return "truth"


def _of_call(node: Call, boxes: Mapping[str, BoxKind]) -> ResultKind:
    if node.name == "count":
        for argument in node.arguments:
            kind_of(argument, boxes)
        return "figure"
    if node.name in _OF_ONE:
        takes, gives = _OF_ONE[node.name]
        _demand(node.arguments[0], takes, node.name, boxes)
        return gives
    results = node.arguments
    if node.name == "if":
        _demand(node.arguments[0], "truth", "the condition of if", boxes)
        results = node.arguments[1:]
        if kind_of(results[0], boxes) == "truth":
            for result in results:
                _demand(result, "truth", "every outcome of this if", boxes)
            return "truth"
    for result in results:
        _demand(result, "figure", node.name, boxes)
    return "figure"


_OF_ONE: dict[str, tuple[ResultKind, ResultKind]] = {
    "matches": ("text", "truth"),
    "month_end": ("date", "date"),
    "day_after": ("date", "date"),
}


def _demand(node: Node, wanted: ResultKind, where: str, boxes: Mapping[str, BoxKind]) -> None:
    found = kind_of(node, boxes)
    if found != wanted:
        hint = (
            " Ask whether a tick or a text is there with count([16]) = 1."
            if found == "text"
            else ""
        )
        message = f"{where} takes a {wanted}, and {node.show(_CODES)} is a {found}.{hint}"
        raise KindError(message)


class _CodesInBrackets(dict[str, str]):
    """Shows a formula with its codes instead of figures."""

    def __missing__(self, code: str) -> str:
        return f"[{code}]"


_CODES = _CodesInBrackets()
