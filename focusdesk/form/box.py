"""One numbered place for a value on the form, and how its value is read, kept and shown."""

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from focusdesk.form.amount import (
    AmountError,
    bare,
    format_amount,
    parse_amount,
    quoted,
    within_range,
)
from focusdesk.form.citation import UNVERIFIED, quoted_cite
from focusdesk.form.dates import DateError, parse_date
from focusdesk.form.text_format import TextFormat, format_hint, tidy

Value: TypeAlias = int | str | dt.date | bool | None
"""What a box holds: dollars, text, a date, a tick; `None` is a blank, whatever the kind."""

LONGEST_TEXT = 200


class BoxKind(StrEnum):
    """What a box takes. Adding a kind means adding it here, in the delegate and in the drawer."""

    AMOUNT = "amount"
    TEXT = "text"
    DATE = "date"
    CHECK = "check"
    YES_NO = "yes_no"


class EntryError(ValueError):
    """An entry that a box cannot take; its message is a sentence for the user.

    Attributes:
        column: The character of the entry, counted from 1, at which it goes wrong; 0 where the
            entry as a whole does.
        length: How many characters are wrong from there on; 0 where some are missing.
    """

    def __init__(self, message: str, column: int = 0, length: int = 0) -> None:
        super().__init__(message)
        self.column = column
        self.length = length


@dataclass(frozen=True, slots=True)
class Box:
    """A place for one value.

    Attributes:
        code: The number printed beside the box, or its stable name where the form prints none.
        kind: What the box takes.
        label: The words that name the box when its line item's own label does not.
        column: The schedule's column in which the box stands.
        formula: How a computed box follows from others, in paper notation; empty when entered.
        check: The edit check that the formula stands for, such as ``F01``.
        parentheses: Printed within parentheses: entered and kept positive, and subtracted.
        dollar_sign: The form prints "$" before the amount.
        may_be_negative: A negative amount is no finding (edit checks S04 and S05).
        cents: How cents are dropped on entry, ``down`` or, for short valuations, ``up``.
        format: How a text is usually written: a hint is given where it is not.
        total: Ruled as a total on paper and on screen.
        carried: Taken over when a month is rolled forward: identity, names, targets, facts.
        printed: Stands on paper; a fact of the firm that a formula needs does not.
        note: What the preparer should know about the box; shown, never printed on the form.
        cite: The rule that the box comes from.
        sure: How sure that is, as in `focusdesk.form.edit_check.EditCheck`.
        watched: What makes the firm ask why the box moved: it is an ``excess``, a ``target``, or
            an amount of the firm's ``capital``; empty where nobody has to explain it (P01).
        trend: What the trends view draws the box as, such as ``target``; empty where it is drawn
            only when it is added.
        renamed_from: The code of the same box in earlier editions.
    """

    code: str
    kind: BoxKind
    label: str = ""
    column: str = ""
    formula: str = ""
    check: str = ""
    parentheses: bool = False
    dollar_sign: bool = False
    may_be_negative: bool = False
    cents: str = "down"
    format: TextFormat | None = None
    total: bool = False
    carried: bool = False
    printed: bool = True
    note: str = ""
    cite: str = ""
    sure: str = UNVERIFIED
    watched: str = ""
    trend: str = ""
    renamed_from: str = ""

    @property
    def is_computed(self) -> bool:
        """Whether the box follows from others and so cannot be entered."""
        return bool(self.formula)

    @property
    def is_filed(self) -> bool:
        """Whether it is part of what a filing says: it is entered, or stands on paper.

        What is only worked out for the screen may be added to an edition without making what was
        printed before another filing.
        """
        return self.printed or not self.is_computed

    @property
    def quoted_cite(self) -> str:
        """The citation as it is quoted anywhere, marked where nobody has verified it."""
        return quoted_cite(self.cite, self.sure)

    def parse(self, text: str) -> Value:
        """Read what a person types into the box; empty text blanks it.

        Where the form itself prints parentheses, a figure typed with them is the figure that they
        stand around, as the page shows it, and no negative.

        Raises:
            EntryError: the box cannot take the text; the message says why and what to type.
        """
        typed = text.strip()
        try:
            if self.kind is BoxKind.AMOUNT:
                return parse_amount(self.without_parentheses(typed), self.cents)
            return _PARSE[self.kind](typed) if typed else None
        except (AmountError, DateError) as error:
            raise EntryError(str(error)) from error

    def without_parentheses(self, text: str) -> str:
        """Take off the parentheses that the form itself prints, where they were typed as well."""
        match = _PARENTHESES.fullmatch(bare(text)) if self.parentheses else None
        return match[1] if match else text

    def tidied(self, value: Value) -> Value:
        """Write a text as its format asks, where nothing but its spelling differs from it."""
        return tidy(self.format, value) if self.format and isinstance(value, str) else value

    def hint(self, value: Value) -> str:
        """Say in what a value differs from what the box's format leads one to expect.

        It is no refusal: an address abroad has another postal code. Empty where all is as usual.
        """
        return format_hint(self.format, value) if self.format and isinstance(value, str) else ""

    def encode(self, value: Value) -> str | None:
        """Give the canonical text that the store keeps; `None` for a blank.

        An unticked box and a text of nothing but spaces are blanks.

        Raises:
            EntryError: the value is not one that this kind of box holds, or could not be typed.
        """
        if value is None or _is_blank(value, self.kind):
            return None
        if type(value) is not _HOLDS[self.kind]:
            message = f"{self.code} takes {_TAKES[self.kind]}, not {value!r}."
            raise EntryError(message)
        return _encode(value)

    def decode(self, text: str | None) -> Value:
        """Read back what `encode` wrote.

        Raises:
            ValueError: the text is not what `encode` writes for this kind of box.
        """
        return None if text is None else _DECODE[self.kind](text)


def show_value(value: Value, kind: BoxKind | None = None) -> str:
    """Write any box's value as the form prints it: 1,234 or (1,234), 01/31/14, X, text.

    Parentheses that the form itself prints around a deduction are not part of the value.

    Args:
        value: What the box holds.
        kind: What it takes, where that is known: it tells an answer, Yes, from a tick, X.
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        yes = "Yes" if kind is BoxKind.YES_NO else "X"
        return yes if value else "No"
    if isinstance(value, int):
        return format_amount(value)
    return value.strftime("%m/%d/%y") if isinstance(value, dt.date) else value


def _is_blank(value: int | str | dt.date, kind: BoxKind) -> bool:
    if isinstance(value, str):
        return not value.strip()
    return value is False and kind is BoxKind.CHECK


def _encode(value: int | str | dt.date) -> str:
    if isinstance(value, str):
        return _parse_text(value.strip())
    if isinstance(value, bool):
        return "X" if value else "NO"
    if isinstance(value, dt.date):
        return value.isoformat()
    try:
        return str(within_range(value))
    except AmountError as error:
        raise EntryError(str(error)) from error


_YES = frozenset({"x", "yes", "y", "true", "1"})
_NO = frozenset({"no", "n", "false", "0"})
_PARENTHESES = re.compile(r"\$? ?\((.*)\)")


def _parse_text(text: str) -> str:
    if len(text) > LONGEST_TEXT:
        message = f"That text has {len(text)} characters; a box holds at most {LONGEST_TEXT}."
        raise EntryError(message)
    if not text.isprintable():
        message = "That text has a line break or another control character. Use plain text."
        raise EntryError(message)
    return text


def _parse_check(text: str) -> bool | None:
    """A box is ticked or blank: unticking it blanks it."""
    return _answer(text, "is neither a tick nor a blank. Write X or yes, or no.") or None


def _parse_yes_no(text: str) -> bool:
    return _answer(text, "is neither yes nor no. Write yes or no.")


def _answer(text: str, refusal: str) -> bool:
    if text.casefold() in _YES:
        return True
    if text.casefold() in _NO:
        return False
    message = f'"{quoted(text)}" {refusal}'
    raise EntryError(message)


def _decode_tick(text: str) -> bool:
    return {"X": True, "NO": False}[text]


_PARSE: dict[BoxKind, Callable[[str], Value]] = {
    BoxKind.TEXT: _parse_text,
    BoxKind.DATE: parse_date,
    BoxKind.CHECK: _parse_check,
    BoxKind.YES_NO: _parse_yes_no,
}
_DECODE: dict[BoxKind, Callable[[str], Value]] = {
    BoxKind.AMOUNT: int,
    BoxKind.TEXT: str,
    BoxKind.DATE: dt.date.fromisoformat,
    BoxKind.CHECK: _decode_tick,
    BoxKind.YES_NO: _decode_tick,
}
_HOLDS: dict[BoxKind, type] = {
    BoxKind.AMOUNT: int,
    BoxKind.TEXT: str,
    BoxKind.DATE: dt.date,
    BoxKind.CHECK: bool,
    BoxKind.YES_NO: bool,
}
_TAKES: dict[BoxKind, str] = {
    BoxKind.AMOUNT: "an amount in whole dollars",
    BoxKind.TEXT: "text",
    BoxKind.DATE: "a date",
    BoxKind.CHECK: "a tick",
    BoxKind.YES_NO: "yes or no",
}
