"""What a person types into a box: what the box would hold, shown or asked before it is taken.

`Box.parse` reads values as files have them. A person may also type arithmetic, cents and a minus
that can mean two things; nothing of that is ever decided silently. `entry_preview` says what would
be kept, and whoever asks for the entry shows it before it is accepted.
"""

import datetime as dt
from dataclasses import dataclass
from fractions import Fraction

from focusdesk.form.amount import (
    AmountError,
    bare,
    cents_sentence,
    drop_cents,
    format_amount,
    format_exact,
    quoted,
    read_figure,
    within_range,
)
from focusdesk.form.box import Box, BoxKind, EntryError, Value, show_value
from focusdesk.form.edition import Edition
from focusdesk.form.expression import Lookup, bare_numbers, is_expression, work_out
from focusdesk.form.period import Period

_ARROW = " -> "
_OPERATORS = frozenset("+-*/%[(\u2212\u00d7\u00f7")


@dataclass(frozen=True, slots=True)
class ParsedAmount:
    """An amount that was typed.

    Attributes:
        value: What the box would hold, in whole dollars.
        exact: What was typed, or what it comes to, in dollars.
        expression: What was typed, where it was arithmetic; else empty.
        typed: What was typed, where the value alone does not say it: arithmetic, or cents.
    """

    value: int
    exact: Fraction
    expression: str = ""
    typed: str = ""

    @property
    def rounded(self) -> bool:
        """Whether cents were dropped, by the box's own rule."""
        return self.exact != self.value


@dataclass(frozen=True, slots=True)
class SignQuestion:
    """What to ask about a negative typed where the form itself prints parentheses.

    Attributes:
        sentence: The question.
        as_printed: The positive amount that the form's parentheses stand around.
        negative: The amount that is truly negative.
    """

    sentence: str
    as_printed: int
    negative: int


@dataclass(frozen=True, slots=True)
class EntryPreview:
    """What would become of an entry.

    Attributes:
        value: What the box would hold; a blank, `None`, also where the entry is refused.
        refusal: The sentence that says why it is not taken; empty when it is.
        column: The character at which it goes wrong, counted from 1; 0 for the whole entry.
        length: How many characters are wrong from there on; 0 where some are missing.
        shown: What to show before it is taken, ``1,234.56 -> 1,234``; empty where the box would
            hold just what was typed.
        question: What to ask before it is taken; `None` for nothing.
        cents: Where its cents go, and why; empty where it has none.
        hint: What is unusual about it, though it is taken; empty for nothing.
        amount: How an amount was read; `None` for blanks and other kinds.
        cents_lost: The sentence for callers that cannot show what would be stored, and so take no
            cents; empty where none are dropped.
    """

    value: Value = None
    refusal: str = ""
    column: int = 0
    length: int = 0
    shown: str = ""
    cents: str = ""
    question: SignQuestion | None = None
    hint: str = ""
    amount: ParsedAmount | None = None
    cents_lost: str = ""


def entry_preview(text: str, box: Box, lookup: Lookup) -> EntryPreview:
    """Say what would become of an entry. Whether the box can be entered is not asked here.

    Args:
        text: What was typed.
        box: Where.
        lookup: Gives the figures of boxes that arithmetic names
            (`focusdesk.calc.entry_lookup`).
    """
    try:
        if box.kind is BoxKind.AMOUNT:
            return _of_amount(text, box, lookup)
        value = box.tidied(box.parse(text))
    except EntryError as error:
        return EntryPreview(refusal=str(error), column=error.column, length=error.length)
    shown = show_value(value)
    differs = box.kind in (BoxKind.TEXT, BoxKind.DATE) and shown != text.strip()
    return EntryPreview(
        value=value,
        shown=f"{quoted(text)}{_ARROW}{shown}" if differs and shown else "",
        hint=box.hint(value),
    )


def read_amount(text: str, box: Box, lookup: Lookup) -> ParsedAmount | None:
    """Read what was typed into an amount box: a figure or arithmetic; `None` for a blank.

    Raises:
        EntryError: it is neither, or 64 bits cannot hold it.
    """
    expression = bare(text) if is_expression(text) else ""
    try:
        if expression:
            exact = work_out(text, lookup)
        else:
            figure = read_figure(box.without_parentheses(text))
            if figure is None:
                return None
            exact = figure
        value = within_range(drop_cents(exact, box.cents))
        typed = expression or (bare(text) if value != exact else "")
        return ParsedAmount(value, exact, expression, typed)
    except AmountError as error:
        message = f"{error}{_arithmetic_hint(text, box, lookup)}"
        raise EntryError(message) from error


def period_hint(edition: Edition, period: Period, code: str, value: Value) -> str:
    """Say if one of the period's own two dates is not what the period leads one to expect.

    A quarterly report begins before its last month does, so any month's first day will do.
    """
    if not isinstance(value, dt.date):
        return ""
    if code == edition.as_of_code and value != period.last_day:
        return (
            f"{show_value(value)} is not the last day of {period.label}, "
            f"{show_value(period.last_day)}."
        )
    if code == edition.begins_code and (value.day != 1 or value > period.first_day):
        return (
            f"{show_value(value)} is not the first day of {period.label}, "
            f"{show_value(period.first_day)}, or of a month before it."
        )
    return ""


def cents_words(box: Box, amount: ParsedAmount) -> str:
    """Say where the cents of an amount go, and why; empty where it has none."""
    if not amount.rounded:
        return ""
    if box.cents == "up":
        return "short valuation: cents go up"
    if amount.exact < 0:
        return "down to the lower amount: never above the valuation"
    return "cents dropped: never above the valuation"


def codes_hint(edition: Edition, text: str) -> str:
    """Say of bare numbers in arithmetic that the form has boxes of those codes."""
    boxes = edition.boxes
    codes = [
        number
        for number in bare_numbers(text)
        if number in boxes and boxes[number].kind is BoxKind.AMOUNT
    ]
    if not codes:
        return ""
    if len(codes) == 1:
        return f"{codes[0]} is the number; the box is [{codes[0]}]."
    brackets = " and ".join(f"[{code}]" for code in codes)
    return f"{' and '.join(codes)} are the numbers; the boxes are {brackets}."


def sign_question(box: Box, value: Value) -> SignQuestion | None:
    """Ask what a negative means in a box around which the form prints parentheses."""
    if not box.parentheses or not isinstance(value, int) or value >= 0:
        return None
    return SignQuestion(
        f"The form itself prints the parentheses at {box.code} and subtracts what stands there. "
        f"Is it {-value:,}, which the form prints as ({-value:,}), or a negative, -{-value:,}?",
        as_printed=-value,
        negative=value,
    )


def _of_amount(text: str, box: Box, lookup: Lookup) -> EntryPreview:
    amount = read_amount(text, box, lookup)
    if amount is None:
        return EntryPreview()
    return EntryPreview(
        value=amount.value,
        shown=_shown(text, amount),
        cents=cents_words(box, amount),
        question=sign_question(box, amount.value),
        amount=amount,
        cents_lost=cents_sentence(_as_typed(text, amount), amount.value) if amount.rounded else "",
    )


def _as_typed(text: str, amount: ParsedAmount) -> str:
    if not amount.expression:
        return text
    return f"{amount.expression}{_ARROW}{format_exact(amount.exact)}"


def _shown(text: str, amount: ParsedAmount) -> str:
    steps = [amount.expression] if amount.expression else []
    if amount.rounded:
        steps.append(format_exact(amount.exact))
    elif not steps and bare(text)[-1:].isalpha():
        steps.append(quoted(text))
    return _ARROW.join((*steps, format_amount(amount.value))) if steps else ""


def _arithmetic_hint(text: str, box: Box, lookup: Lookup) -> str:
    """Say how to have arithmetic worked out that was typed without its equals sign."""
    if is_expression(text) or not _OPERATORS.intersection(text):
        return ""
    written = f"={bare(text)}"
    try:
        exact = work_out(written, lookup)
        within_range(drop_cents(exact, box.cents))
    except (EntryError, AmountError):
        return ""
    return f' To have it worked out, begin with "=": {quoted(written)}.'
