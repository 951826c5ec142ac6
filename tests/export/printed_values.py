"""What stands beside each code on printed pages, and what a filing has to say there."""

import re
from collections.abc import Mapping
from typing import Any

from focusdesk.form.box import BoxKind, Value, show_value
from focusdesk.form.edition import Edition

_FIGURE = re.compile(r"[\d,]+")


def beside_codes(words: list[Any], codes: set[str]) -> dict[str, set[str]]:
    """Give what stands next to each code on its line, wherever on the pages the code is printed."""
    found: dict[str, set[str]] = {}
    for word in words:
        if word.text in codes:
            left = [
                other
                for other in words
                if other.page == word.page and abs(other.y - word.y) < 0.1 and other.x < word.x
            ]
            nearest = max(left, key=lambda other: other.x, default=None)
            found.setdefault(word.text, set()).add(nearest.text if nearest else "")
    return found


def misprinted(words: list[Any], form: Edition, values: Mapping[str, Value]) -> dict[str, str]:
    """Give the codes beside which something else is printed than the filing holds.

    A blank box has nothing beside its code; a zero has "0"; an amount below zero, or in a box
    where the form itself prints parentheses, is in parentheses, and no other is.
    """
    codes = {code for code in values if code.isdigit()}
    found = beside_codes(words, codes)
    wrong: dict[str, str] = {}
    for code in sorted(codes):
        box, value = form.boxes[code], values[code]
        beside = {text.lstrip("(") for text in found.get(code, {"not printed"})}
        beside -= codes if value is None else set()  # the box before is no value
        if value is None:
            if any(_FIGURE.fullmatch(text.strip("()")) for text in beside):
                wrong[code] = f"blank, but {beside}"
            continue
        due = show_value(value, box.kind).split()[-1].lstrip("(")
        if box.kind is BoxKind.AMOUNT and box.parentheses:
            due = due.rstrip(")") + ")"
        if due not in beside:
            wrong[code] = f"{due}, but {beside}"
    return wrong
