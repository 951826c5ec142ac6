"""Why a figure is not taken as it was written, and what to write instead."""

import re
import unicodedata
from collections.abc import Callable

# 1.234 is a thousand in much of the world and little more than 1 in the rest.
_EITHER_WAY = re.compile(r"[1-9][0-9]{0,2}\.[0-9]{3}")


def read_either_way(number: str) -> bool:
    """Whether people read a number in two ways, as ``1.234``."""
    return bool(_EITHER_WAY.fullmatch(number))


def why_refused(written: str, number: str) -> str:
    """Say what is wrong with a figure, in words that follow what was typed.

    Args:
        written: The figure as it was typed, without what surrounds it.
        number: The figure without its sign and its dollar sign.
    """
    if not number and "-" in written:
        return "is not an amount. Where it stands for zero, type 0; for a blank, type nothing."
    if number.count("(") != number.count(")"):
        return "has a parenthesis that is not closed. Write (1,234) for a negative."
    if hidden := next((sign for sign in written if unicodedata.category(sign) in _HIDDEN), ""):
        return f"has a character that cannot be seen (U+{ord(hidden):04X}). Type it anew."
    for pattern, why in _REASONS:
        if pattern.fullmatch(number):
            return why(number)
    return "is not an amount. Type whole dollars: 1,234 or (1,234) for a negative."


_HIDDEN = ("Cc", "Cf")


def _why_european(number: str) -> str:
    whole, _, decimals = number.partition(",")
    written = f"{int(re.sub('[^0-9]', '', whole)):,}" + (decimals and f".{decimals}")
    kept = "; the box keeps whole dollars" if decimals.strip("0") else ""
    return (
        f"is not an amount as the form has it: commas part thousands here. Write {written}{kept}."
    )


def _why_apostrophes(number: str) -> str:
    written = re.sub("['\u2019]", ",", number)
    return f"is not an amount as the form has it: commas part thousands here. Write {written}."


def _why_either_way(number: str) -> str:
    thousands, cents = number.replace(".", ","), number[:-1]
    return f"can be read in two ways. Write {thousands}, or {cents} for dollars and cents."


def _why_one_comma(number: str) -> str:
    written, cents = f"{int(number.replace(',', '')):,}", number.replace(",", ".")
    return f"has a comma out of place. Write {written}, or {cents} for dollars and cents."


def _why_commas(number: str) -> str:
    return f"has a comma out of place. {_in_threes(number)}"


def _why_spaces(number: str) -> str:
    return f"has a space out of place. {_in_threes(number)} Two figures go into two boxes."


def _in_threes(number: str) -> str:
    whole, point, decimals = re.sub("[, ]", "", number).partition(".")
    return f"Write {int(whole or '1234567'):,}{point}{decimals}."


def _why_arithmetic(_number: str) -> str:
    return "is arithmetic, and a figure is expected here. Write its result."


def _why_percentage(number: str) -> str:
    return f"is a percentage, and the box takes dollars. Say of what, as in ={number} * [7060]."


_REASONS: tuple[tuple[re.Pattern[str], Callable[[str], str]], ...] = (
    (re.compile("=.*"), _why_arithmetic),
    (re.compile(r"[0-9]{1,3}(?:[. '\u2019][0-9]{3})+,[0-9]*"), _why_european),
    (re.compile(r"[0-9]{1,3}(?:\.[0-9]{3}){2,}"), _why_european),
    (re.compile(r"[0-9]{1,3}(?:['\u2019][0-9]{3})+(?:\.[0-9]*)?"), _why_apostrophes),
    (_EITHER_WAY, _why_either_way),
    (re.compile("[0-9]+,[0-9]{1,2}"), _why_one_comma),
    (re.compile(r"[0-9,]*,[0-9,]*(?:\.[0-9]*)?"), _why_commas),
    (re.compile(r"[0-9][0-9, ]* [0-9, ]*(?:\.[0-9]*)?"), _why_spaces),
    (re.compile(r"[0-9.,]+ ?%"), _why_percentage),
)
