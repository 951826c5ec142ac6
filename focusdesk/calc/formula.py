"""The formula language: the form's own arithmetic, written with the codes it prints.

``[7180] - [7060]``, ``max([7305], [7355])``, ``round(0.08 * [7415])``. Codes in brackets, decimals,
``+ - * /``, comparisons, ``and or not``, and the functions sum, max, min, abs, round, if, count.
No names, no loops, nothing that runs. Decision 0003 says why.

The statements of edit checks have more words: ``prior([7190])`` is last month's figure and
``prior([7190], 3)`` that of three months before; ``imported([7190])`` is what the newest import put
there; ``limit_dollars([7190])`` and ``limit_points([7190])``, in hundredths of a percent, say from
which size on its changes count for the firm; ``month_end([25])`` and ``day_after([25])`` are dates;
``matches([14], "8-[0-9]+")`` asks for the whole text. A computed box can use none of them: it
follows from its own month alone.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from focusdesk.calc.nodes import Beside, Binary, Call, Literal, Node, Read, Unary


class FormulaError(ValueError):
    """A formula that cannot be read.

    Attributes:
        column: The character, counted from 1, at which it goes wrong.
    """

    def __init__(self, message: str, column: int) -> None:
        super().__init__(message)
        self.column = column


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula that has been read.

    Attributes:
        text: As it was written.
        root: Its syntax tree.
        codes: The boxes that it reads, each once, in the order in which they are written.
        beside: Those of its figures that are not the month's own, likewise.
    """

    text: str
    root: Node
    codes: tuple[str, ...]
    beside: tuple[Beside, ...] = ()

    @property
    def is_whole(self) -> bool:
        """Whether the result is whole dollars whatever the boxes hold, rounded where needed."""
        return self.root.is_whole


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str
    column: int


_TOKEN = re.compile(
    r"(?P<space>\s+)|(?P<code>\[[^\[\]]*\])|(?P<number>\d+(\.\d+)?)"
    r"|(?P<word>[a-z_]+)|(?P<sign><=|>=|<>|[-+*/=<>(),])|(?P<quoted>\"[^\"]*\")"
)
_FUNCTIONS = {
    "sum": (1, None),
    "max": (1, None),
    "min": (1, None),
    "count": (1, None),
    "abs": (1, 1),
    "round": (1, 1),
    "if": (2, 3),
    "month_end": (1, 1),
    "day_after": (1, 1),
}
_PRIOR = "prior"
_BESIDE = (_PRIOR, "imported", "limit_dollars", "limit_points")
_MATCHES = "matches"
_MOST_MONTHS_BACK = 12
_KNOWN = (*_FUNCTIONS, *_BESIDE, _MATCHES)
_COMPARISONS = ("=", "<>", "<=", ">=", "<", ">")
_CODE = re.compile(r"[A-Za-z0-9_]+(\.[A-Za-z0-9_]+)?")


@lru_cache(maxsize=4096)
def parse_formula(text: str) -> Formula:
    """Read a formula; the same text is read once.

    Raises:
        FormulaError: a bracket or parenthesis is missing or unused, a function is unknown or has
            the wrong number of arguments, or something stands where it cannot.
    """
    parser = _Parser(text)
    root = parser.whole_formula()
    reads = tuple(_reads(root))
    codes = tuple(dict.fromkeys(read.code for read in reads if not isinstance(read, Beside)))
    beside = tuple(dict.fromkeys(read for read in reads if isinstance(read, Beside)))
    return Formula(text, root, codes, beside)


def _reads(node: Node) -> Iterator[Read]:
    if isinstance(node, Read):
        yield node
    for part in node.parts:
        yield from _reads(part)


def _tokens(text: str) -> list[_Token]:
    tokens: list[_Token] = []
    at = 0
    while at < len(text):
        match = _TOKEN.match(text, at)
        if match is None:
            raise FormulaError(_why_unreadable(text, at), at + 1)
        if match.lastgroup != "space" and match.lastgroup is not None:
            tokens.append(_Token(match.lastgroup, match[0], at + 1))
        at = match.end()
    tokens.append(_Token("end", "", len(text) + 1))
    return tokens


def _why_unreadable(text: str, at: int) -> str:
    if text[at] == "[":
        return "This bracket is not closed. Write a code as [7010]."
    if text[at] == "]":
        return "This bracket was never opened. Write a code as [7010]."
    return f'"{text[at]}" means nothing in a formula.'


class _Parser:
    """Reads one formula by recursive descent, from the loosest binding to the tightest."""

    def __init__(self, text: str) -> None:
        self._tokens = _tokens(text)
        self._at = 0

    def whole_formula(self) -> Node:
        node = self._disjunction()
        token = self._next
        if token.text == ")":
            message = "This parenthesis was never opened."
            raise FormulaError(message, token.column)
        if token.kind != "end":
            message = f'"{token.text}" cannot stand here: an operator is missing before it.'
            raise FormulaError(message, token.column)
        return node

    @property
    def _next(self) -> _Token:
        return self._tokens[self._at]

    def _take(self, *texts: str) -> _Token | None:
        """Move past the next token if it is one of these words or signs."""
        token = self._next
        if token.kind in ("word", "sign") and token.text in texts:
            self._at += 1
            return token
        return None

    def _disjunction(self) -> Node:
        node = self._conjunction()
        while self._take("or"):
            node = Binary("or", node, self._conjunction())
        return node

    def _conjunction(self) -> Node:
        node = self._negation()
        while self._take("and"):
            node = Binary("and", node, self._negation())
        return node

    def _negation(self) -> Node:
        return Unary("not", self._negation()) if self._take("not") else self._comparison()

    def _comparison(self) -> Node:
        node = self._addition()
        if operator := self._take(*_COMPARISONS):
            node = Binary(operator.text, node, self._addition())
        return node

    def _addition(self) -> Node:
        node = self._product()
        while operator := self._take("+", "-"):
            node = Binary(operator.text, node, self._product())
        return node

    def _product(self) -> Node:
        node = self._factor()
        while operator := self._take("*", "/"):
            node = Binary(operator.text, node, self._factor())
        return node

    def _factor(self) -> Node:
        if self._take("-"):
            return Unary("-", self._factor())
        if opening := self._take("("):
            node = self._disjunction()
            self._close(opening, f"{opening.text} is not closed")
            return node
        return self._operand()

    def _operand(self) -> Node:
        token = self._next
        self._at += 1
        if token.kind == "number":
            return Literal(Decimal(token.text))
        if token.kind == "code":
            return Read(self._code(token))
        if token.kind == "word" and token.text in _KNOWN:
            return self._called(token)
        if token.kind == "word":
            message = f'There is no function "{token.text}". Known: {", ".join(_KNOWN)}.'
            raise FormulaError(message, token.column)
        what = "The formula ends" if token.kind == "end" else f'"{token.text}" stands'
        message = f"{what} where a code, a number or a function is expected."
        raise FormulaError(message, token.column)

    @staticmethod
    def _code(token: _Token) -> str:
        code = token.text[1:-1]
        if not _CODE.fullmatch(code):
            message = f'"{token.text}" is not a code. Write it as [7010], without spaces.'
            raise FormulaError(message, token.column)
        return code

    def _called(self, name: _Token) -> Node:
        opening = self._take("(")
        if opening is None:
            message = f'After "{name.text}" a parenthesis is missing.'
            raise FormulaError(message, name.column + len(name.text))
        if name.text in _FUNCTIONS:
            return self._call(name, opening)
        code = self._box_of(name)
        node = self._matched(code) if name.text == _MATCHES else self._beside(name.text, code)
        self._close(opening, f'the parenthesis of "{name.text}" is not closed')
        return node

    def _box_of(self, name: _Token) -> str:
        """Take the box that a function of one box asks of."""
        token = self._next
        if token.kind != "code":
            message = f'"{name.text}" asks of a box: {name.text}([7190]).'
            raise FormulaError(message, token.column)
        self._at += 1
        return self._code(token)

    def _beside(self, whose: str, code: str) -> Node:
        if whose != _PRIOR:
            return Beside(code, whose)
        months = 1
        if self._take(","):
            token = self._next
            months = int(token.text) if token.text.isdigit() else 0
            if not 1 <= months <= _MOST_MONTHS_BACK:
                message = f"Months back are 1 to {_MOST_MONTHS_BACK}: prior([7190], 3)."
                raise FormulaError(message, token.column)
            self._at += 1
        return Beside(code, f"{whose}{months}")

    def _matched(self, code: str) -> Node:
        comma, token = self._take(","), self._next
        if comma is None or token.kind != "quoted":
            message = f'"{_MATCHES}" takes a box and a pattern: {_MATCHES}([14], "8-[0-9]+").'
            raise FormulaError(message, token.column)
        try:
            re.compile(token.text[1:-1])
        except re.error as error:
            message = f"{token.text} is no regular expression: {error}."
            raise FormulaError(message, token.column) from error
        self._at += 1
        return Call(_MATCHES, (Read(code),), token.text[1:-1])

    def _call(self, name: _Token, opening: _Token) -> Node:
        arguments = [self._disjunction()]
        while self._take(","):
            arguments.append(self._disjunction())
        self._close(opening, f'the parenthesis of "{name.text}" is not closed')
        least, most = _FUNCTIONS[name.text]
        if len(arguments) < least or (most is not None and len(arguments) > most):
            takes = f"{least} to {most}" if most not in (least, None) else f"{least}"
            message = f'"{name.text}" takes {takes} arguments, not {len(arguments)}.'
            raise FormulaError(message, name.column)
        return Call(name.text, tuple(arguments))

    def _close(self, opening: _Token, problem: str) -> None:
        if self._take(")"):
            return
        token = self._next
        if token.kind == "end":
            message = f"A parenthesis is missing: {problem}."
            raise FormulaError(message, opening.column)
        message = f'"{token.text}" cannot stand here: an operator or a parenthesis is missing.'
        raise FormulaError(message, token.column)
