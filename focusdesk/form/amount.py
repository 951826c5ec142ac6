"""Whole dollars: how text becomes an amount and an amount becomes text.

The form says "omit pennies", so an amount is an `int` of whole dollars, and a blank is `None`.
A figure as people write it may have cents. It is read exactly, and what the form keeps of it is
settled by one rule, `drop_cents`:

    figure = ["$"] number, in parentheses or with one minus before or after it for a negative
    number = digits, all in one or in threes between commas or between spaces,
             ["." digits] ["k", "m" or "mm", "b" or "bn"]

`Decimal` appears only inside formulas; this module is its one way back to dollars.
"""

import math
import re
from decimal import ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction

from focusdesk.form.refused_figure import read_either_way, why_refused

SMALLEST = -(2**63)
LARGEST = 2**63 - 1

_LONGEST_ENTRY = 60
_LONGEST_QUOTE = 60
_MOST_SHOWN = 10**40
_FEWEST_DECIMALS = 2
_MOST_DECIMALS = 4

# Word processors, spreadsheets and web pages have their own minus signs and spaces.
_MINUS_SIGNS = "\u2010\u2011\u2012\u2013\u2014\u2212\ufe63\uff0d"
_SPACES = "\u00a0\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_PLAIN = str.maketrans(_MINUS_SIGNS + _SPACES, "-" * len(_MINUS_SIGNS) + " " * len(_SPACES))
# Some marks without width come along when text is copied.
_AROUND = " \t\r\n\v\f" + "\u200b\u200e\u200f\u2060\ufeff"

_NUMBER = re.compile(
    r"(?P<whole>[0-9]+|[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,3}(?: [0-9]{3})+|(?=\.[0-9]))"
    r"(?P<point>\.(?P<decimals>[0-9]*))?"
    r"(?: ?(?P<unit>[a-zA-Z]+))?"
)
_UNITS = {"": 1, "k": 10**3, "m": 10**6, "mm": 10**6, "b": 10**9, "bn": 10**9}


class AmountError(ValueError):
    """Text or a figure that is no amount; its message is a sentence for the user."""


def within_range(dollars: int) -> int:
    """Give the amount back if 64 bits can hold it.

    Raises:
        AmountError: the amount is too large for the store, which keeps signed 64-bit integers.
    """
    if not SMALLEST <= dollars <= LARGEST:
        shown = format_amount(dollars) if abs(dollars) < _MOST_SHOWN else "That figure"
        message = f"{shown} is too large: an amount may have at most 19 digits, up to {LARGEST:,}."
        raise AmountError(message)
    return dollars


def round_half_up(figure: Decimal) -> int:
    """Round to whole dollars, halves away from zero, as the form's 8 % lines do."""
    # Room for every digit: a result too wide for a box is for `within_range` to refuse.
    with localcontext(prec=max(figure.adjusted() + 2, 1)):
        return int(figure.quantize(Decimal(1), rounding=ROUND_HALF_UP))


def drop_cents(exact: Fraction, cents: str) -> int:
    """Give the whole dollars that a box keeps of a figure.

    Args:
        exact: The figure, in dollars.
        cents: The box's rule: ``down`` to the lower amount, as the form's General Instructions ask,
            or ``up`` to the higher one, as they ask of short valuations. The lower amount of a
            negative is the one further from zero.
    """
    return math.ceil(exact) if cents == "up" else math.floor(exact)


def parse_amount(text: str, cents: str = "down") -> int | None:
    """Read an amount that is in whole dollars: ``1,234``, ``$1,234``, ``(1,234)``, ``1.2m``.

    Empty text is a blank, which is not zero. Cents that are zero lose nothing and may stand.

    Args:
        text: What was written.
        cents: How the box would drop cents, ``down`` or ``up``: the refusal says the result.

    Raises:
        AmountError: the text is not an amount in whole dollars, or 64 bits cannot hold it.
    """
    exact = read_figure(text)
    if exact is None:
        return None
    dollars = within_range(drop_cents(exact, cents))
    if dollars != exact:
        raise AmountError(cents_sentence(text, dollars))
    return dollars


def cents_sentence(text: str, dollars: int) -> str:
    """Say that what was written has cents, and which whole dollars to write instead."""
    return (
        f'"{quoted(text)}" has cents. The form takes whole dollars: omit the pennies. '
        f"Write {format_amount(dollars)}."
    )


def read_figure(text: str) -> Fraction | None:
    """Read a figure exactly as it is written, in dollars; `None` for empty text.

    Raises:
        AmountError: the text is no figure, or one that people read in two ways, such as ``1.234``.
    """
    written = bare(text)
    if not written:
        return None
    if len(written) > _LONGEST_ENTRY:
        message = f"That entry has {len(written)} characters; an amount has at most 19 digits."
        raise AmountError(message)
    number, sign = _unsigned(written)
    figure = None if read_either_way(number) else read_number(number)
    if figure is None:
        message = f'"{quoted(text)}" {why_refused(written, number)}'
        raise AmountError(message)
    return sign * figure


def read_number(text: str) -> Fraction | None:
    """Read a number without a sign, ``1,234.56`` or ``1.2m``; `None` when it is none."""
    match = _NUMBER.fullmatch(text)
    factor = _UNITS.get((match["unit"] or "").lower()) if match else None
    if match is None or factor is None:
        return None
    decimals = match["decimals"] or ""
    digits = re.sub("[, ]", "", match["whole"]) + decimals
    return Fraction(int(digits) * factor, 10 ** len(decimals))


def why_no_number(text: str) -> str:
    """Say what is wrong with a number that `read_number` cannot read, and what to type instead."""
    return f'"{quoted(text)}" {why_refused(text, text)}'


def plain(text: str) -> str:
    """Put one minus and one space for all their kinds; every character stays at its place."""
    return text.translate(_PLAIN)


def bare(text: str) -> str:
    """Take an entry out of what surrounds it, with one minus and one space for all kinds."""
    return plain(text).strip(_AROUND)


def quoted(text: str) -> str:
    """Give text for a sentence: in one line, what cannot be seen spelled out, cut when long."""
    shown = plain(text).strip()[: _LONGEST_QUOTE + 1]
    if not shown.isprintable():
        seen = (sign if sign.isprintable() else ascii(sign)[1:-1] for sign in shown)
        shown = "".join(seen)
    return shown if len(shown) <= _LONGEST_QUOTE else f"{shown[:_LONGEST_QUOTE]}..."


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


def format_exact(figure: Fraction) -> str:
    """Write a figure with its cents, ``1,234.56``; an ellipsis follows decimals left out."""
    size = abs(figure)
    places = next(
        (
            places
            for places in range(_FEWEST_DECIMALS, _MOST_DECIMALS + 1)
            if (size * 10**places).denominator == 1
        ),
        _FEWEST_DECIMALS,
    )
    cut = math.floor(size * 10**places)
    dollars, decimals = divmod(cut, 10**places)
    rest = "" if cut == size * 10**places else "\u2026"
    written = f"{dollars:,}.{decimals:0{places}}{rest}"
    return f"({written})" if figure < 0 else written


_SIGNS = (("(", ")", -1), ("-", "", -1), ("", "-", -1), ("+", "", 1))


def _unsigned(written: str) -> tuple[str, int]:
    """Take the sign and the dollar sign off; a second sign is left for the caller to refuse."""
    signed = written.removeprefix("$").strip()
    for opening, closing, sign in _SIGNS:
        if (opening or closing) and signed.startswith(opening) and signed.endswith(closing):
            inner = signed[len(opening) : len(signed) - len(closing)].strip()
            return inner.removeprefix("$").strip(), sign
    return signed, 1
