"""Whole dollars: how text becomes an amount and an amount becomes text.

The form says "omit pennies", so an amount is an `int` of whole dollars, and a blank is `None`.
`Decimal` appears only inside formulas; this module is its one way back to dollars.
"""

import re
from decimal import ROUND_HALF_UP, Decimal, localcontext

SMALLEST = -(2**63)
LARGEST = 2**63 - 1

_LONGEST_ENTRY = 60

_SPACES = dict.fromkeys(map(ord, "\u00a0\u202f\u2007\u2009 \t"), None)
_MINUS = {ord("\u2212"): "-", ord("\u2013"): "-"}
_WHOLE = re.compile(r"(\d+|\d{1,3}(,\d{3})+)(\.0{1,2})?")
_CENTS = re.compile(r"[\d,]*\d\.\d{1,2}")


class AmountError(ValueError):
    """Text or a figure that is no amount; its message is a sentence for the user."""


def within_range(dollars: int) -> int:
    """Give the amount back if 64 bits can hold it.

    Raises:
        AmountError: the amount is too large for the store, which keeps signed 64-bit integers.
    """
    if not SMALLEST <= dollars <= LARGEST:
        message = (
            f"{format_amount(dollars)} is too large: "
            f"an amount may have at most 19 digits, up to {LARGEST:,}."
        )
        raise AmountError(message)
    return dollars


def round_half_up(figure: Decimal) -> int:
    """Round to whole dollars, halves away from zero, as the form's 8 % lines do."""
    # Room for every digit: a result too wide for a box is for `within_range` to refuse.
    with localcontext(prec=max(figure.adjusted() + 2, 1)):
        return int(figure.quantize(Decimal(1), rounding=ROUND_HALF_UP))


def parse_amount(text: str) -> int | None:
    """Read what a person types in an amount box: ``1,234``, ``$1,234``, ``(1,234)``, ``-1234``.

    Empty text is a blank, which is not zero. Cents that are zero lose nothing and may stand.

    Raises:
        AmountError: the text is not an amount in whole dollars, or 64 bits cannot hold it.
    """
    bare = text.translate(_SPACES).translate(_MINUS)
    if not bare:
        return None
    if len(bare) > _LONGEST_ENTRY:
        message = f"That entry has {len(bare)} characters; an amount has at most 19 digits."
        raise AmountError(message)
    digits, negative = _unsigned(bare)
    if not _WHOLE.fullmatch(digits):
        raise AmountError(_why_refused(text, digits))
    dollars = int(digits.partition(".")[0].replace(",", ""))
    return within_range(-dollars if negative else dollars)


def format_amount(dollars: int | None) -> str:
    """Write an amount as the form does: commas, negatives in parentheses, nothing for a blank."""
    if dollars is None:
        return ""
    return f"({-dollars:,})" if dollars < 0 else f"{dollars:,}"


def format_change(dollars: int | None) -> str:
    """Write a change between two amounts: ``+1,234``, ``(1,234)``, ``0``, nothing for none."""
    if dollars is None or dollars <= 0:
        return format_amount(dollars)
    return f"+{dollars:,}"


def _unsigned(bare: str) -> tuple[str, bool]:
    """Take the sign and the dollar sign off; a second sign is left for the caller to refuse."""
    bare = bare.removeprefix("$")
    for opening, closing in (("(", ")"), ("-", ""), ("", "-")):
        if (opening or closing) and bare.startswith(opening) and bare.endswith(closing):
            inner = bare[len(opening) : len(bare) - len(closing)]
            return inner.removeprefix("$"), True
    return bare, False


def _why_refused(text: str, digits: str) -> str:
    """Say what is wrong with the text and what to type instead."""
    shown = text.strip()
    if _CENTS.fullmatch(digits):
        return f'"{shown}" has cents. The form takes whole dollars: omit the pennies.'
    if digits.count("(") != digits.count(")"):
        return f'"{shown}" has a parenthesis that is not closed. Write (1,234) for a negative.'
    if re.fullmatch(r"[\d,]+", digits):
        return f'"{shown}" has a comma out of place. Write 1,234,567 or 1234567.'
    return f'"{shown}" is not an amount. Type whole dollars: 1,234 or (1,234) for a negative.'
