"""Arithmetic typed into an amount box: ``=1,000+250``, ``=8% * [7415]``, ``=([7010]-[7033]) / 2``.

Numbers are written as in any amount box (`focusdesk.form.amount`), boxes by their codes in
brackets, with ``+ - * / ( )``. A percentage is a factor: what it is of has to be written too. All
is worked out in exact fractions while it is read. There are no names, functions or powers, and
nothing runs. A blank box counts as zero.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from typing import NoReturn, TypeAlias

from focusdesk.form.amount import bare, plain, quoted, read_number, why_no_number
from focusdesk.form.box import EntryError

Lookup: TypeAlias = Callable[[str], int | None]
"""Gives what an amount box holds, by its code; `EntryError` where nothing can be counted with."""

LONGEST_EXPRESSION = 400
"""In characters: what so few can come to has less than some thousand digits."""

_DEEPEST = 20
_HUNDRED = 100
_MOST_BEFORE = 20

_SIGNS = str.maketrans("\u00d7\u22c5\u2217\u00f7\u2044\u2215", "***///")
_TOKEN = re.compile(
    r"(?P<space> +)|(?P<code>\[[^\[\]]*\])"
    r"|(?P<number>(?:\$ ?)?[0-9.][0-9.,]*(?: [0-9]{3}(?![0-9]))*(?:\.[0-9]*)?"
    r"(?: ?(?:[kK]|[mM][mM]?|[bB][nN]?)\b)?)"
    r"|(?P<word>[^\W\d]\w*)|(?P<sign>[-+*/()%])"
)
_CODE = re.compile(r"[A-Za-z0-9_]+(?:\.[A-Za-z0-9_]+)?")


def is_expression(text: str) -> bool:
    """Whether what was typed asks to be worked out."""
    return bare(text).startswith("=")


def work_out(text: str, lookup: Lookup) -> Fraction:
    """Work out an expression, in dollars.

    Args:
        text: What was typed, with the equals sign that it begins with.
        lookup: Gives the figures of the boxes that it names.

    Raises:
        EntryError: it cannot be worked out; its `column` and `length` say where it goes wrong.
    """
    if len(text) > LONGEST_EXPRESSION:
        message = (
            f"That has {len(text):,} characters; arithmetic in a box has at most "
            f"{LONGEST_EXPRESSION}. Work it out in parts."
        )
        raise EntryError(message)
    try:
        return _Reader(_tokens(text), lookup).result()
    except _Misread as wrong:
        message = f"{_after(text, wrong.column)}{wrong}"
        raise EntryError(message[0].upper() + message[1:], wrong.column, wrong.length) from wrong


def bare_numbers(text: str) -> tuple[str, ...]:
    """Give the whole numbers of an expression that are written in digits alone, each once.

    Nothing where it is none, or cannot be read.
    """
    if not is_expression(text) or len(text) > LONGEST_EXPRESSION:
        return ()
    try:
        tokens = _tokens(text)
    except _Misread:
        return ()
    numbers = (token.text for token in tokens if token.kind == "number" and token.text.isdigit())
    return tuple(dict.fromkeys(numbers))


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str
    column: int

    @property
    def end(self) -> int:
        return self.column + len(self.text)


@dataclass(frozen=True, slots=True)
class _Term:
    """A part that has been worked out.

    Attributes:
        figure: What it comes to.
        column: Where it begins.
        end: The character after its last one.
        is_percentage: Whether it is a percentage of something that is still to come.
    """

    figure: Fraction
    column: int
    end: int
    is_percentage: bool = False


class _Misread(ValueError):
    """What goes wrong, in words that follow where it does."""

    def __init__(self, sentence: str, column: int, length: int) -> None:
        super().__init__(sentence)
        self.column = column
        self.length = length


def _refuse(part: _Token | _Term, sentence: str) -> NoReturn:
    raise _Misread(sentence, part.column, part.end - part.column)


def _after(text: str, column: int) -> str:
    """Say after which characters it goes wrong; nothing where it does so from the start."""
    before = bare(text[: column - 1])
    if before == "=":
        return ""
    shown = before if len(before) <= _MOST_BEFORE else f"\u2026{before[-_MOST_BEFORE:]}"
    return f'After "{quoted(shown)}": '


def _tokens(text: str) -> list[_Token]:
    within = plain(text).translate(_SIGNS)
    begin = within.index("=")
    at, end = begin + 1, begin + len(bare(within))
    tokens: list[_Token] = []
    while at < end:
        match = _TOKEN.match(within, at, end)
        if match is None:
            _refuse(_Token("", within[at], at + 1), _why_unreadable(within[at]))
        if match.lastgroup != "space" and match.lastgroup is not None:
            tokens.append(_Token(match.lastgroup, match[0], at + 1))
        at = match.end()
    tokens.append(_Token("end", "", end + 1))
    return tokens


def _why_unreadable(sign: str) -> str:
    if sign == "[":
        return "this bracket is not closed. Write a box as [7010]."
    if sign == "]":
        return "this bracket was never opened. Write a box as [7010]."
    if sign == "^":
        return "powers are not worked out here; multiply instead."
    # A tab or a line break is more than space around an entry here.
    return f'"{quoted(sign) or ascii(sign)[1:-1]}" means nothing in arithmetic.'


class _Reader:
    """Reads an expression from the loosest binding to the tightest, and works it out."""

    def __init__(self, tokens: list[_Token], lookup: Lookup) -> None:
        self._tokens = tokens
        self._lookup = lookup
        self._at = 0
        self._depth = 0

    def result(self) -> Fraction:
        total = self._sum()
        token = self._next
        if token.text == ")":
            _refuse(token, "this parenthesis was never opened.")
        if token.kind != "end":
            _refuse(token, _without_operator(token))
        _demand_amount(total)
        return total.figure

    @property
    def _next(self) -> _Token:
        return self._tokens[self._at]

    def _take(self, *signs: str) -> _Token | None:
        """Move past the next token if it is one of these signs."""
        token = self._next
        if token.kind == "sign" and token.text in signs:
            self._at += 1
            return token
        return None

    def _sum(self) -> _Term:
        total = self._product()
        while sign := self._take("+", "-"):
            part = self._product()
            if total.is_percentage != part.is_percentage:
                _demand_amount(total)
                _demand_amount(part)
            figure = total.figure + (part.figure if sign.text == "+" else -part.figure)
            total = _Term(figure, total.column, part.end, total.is_percentage)
        return total

    def _product(self) -> _Term:
        product = self._signed()
        while sign := self._take("*", "/"):
            part = self._signed()
            if sign.text == "/" and not part.figure:
                _refuse(part, "this is zero, and nothing can be divided by zero.")
            figure = product.figure * (part.figure if sign.text == "*" else 1 / part.figure)
            product = _Term(figure, product.column, part.end)
        return product

    def _signed(self) -> _Term:
        column, negative = self._next.column, False
        while sign := self._take("-", "+"):
            negative ^= sign.text == "-"
        part = self._operand()
        figure = -part.figure if negative else part.figure
        return _Term(figure, column, part.end, part.is_percentage)

    def _operand(self) -> _Term:
        token = self._next
        self._at += 1
        if token.kind == "number":
            return self._number(token)
        if token.kind == "code":
            return _Term(self._held(token), token.column, token.end)
        if token.text == "(":
            return self._parenthesis(token)
        if token.kind == "word":
            _refuse(token, _why_word(token.text))
        what = "the arithmetic ends" if token.kind == "end" else f'"{token.text}" stands'
        _refuse(token, f"{what} where a number or a box is expected.")

    def _number(self, token: _Token) -> _Term:
        written = token.text.removeprefix("$").strip()
        figure = read_number(written)
        if figure is None:
            _refuse(token, why_no_number(written))
        if percent := self._take("%"):
            return _Term(figure / _HUNDRED, token.column, percent.end, is_percentage=True)
        return _Term(figure, token.column, token.end)

    def _held(self, token: _Token) -> Fraction:
        code = token.text[1:-1].strip()
        if not _CODE.fullmatch(code):
            _refuse(token, f'"{quoted(token.text)}" names no box. Write one as [7010].')
        try:
            return Fraction(self._lookup(code) or 0)
        except EntryError as error:
            raise EntryError(str(error), token.column, len(token.text)) from error

    def _parenthesis(self, opening: _Token) -> _Term:
        self._depth += 1
        if self._depth > _DEEPEST:
            _refuse(opening, f"more than {_DEEPEST} parentheses within each other.")
        inner = self._sum()
        if not self._take(")"):
            if self._next.kind == "end":
                _refuse(opening, "this parenthesis is not closed.")
            _refuse(self._next, _without_operator(self._next))
        self._depth -= 1
        closed = self._tokens[self._at - 1]
        return _Term(inner.figure, opening.column, closed.end, inner.is_percentage)


def _demand_amount(term: _Term) -> None:
    """Refuse what is still a percentage: of what, only the person who typed it knows."""
    if term.is_percentage:
        _refuse(term, "a percentage of what? Write it out, as in 110% * [7060].")


def _without_operator(token: _Token) -> str:
    return f'"{quoted(token.text)}" stands without + - * / before it.'


def _why_word(word: str) -> str:
    if re.fullmatch("[A-Za-z]{1,3}[0-9]+", word):
        return f'"{word}" is a cell of a spreadsheet. Write a box of the form as [7010].'
    return f'"{quoted(word)}" means nothing in arithmetic. Write a box of the form as [7010].'
