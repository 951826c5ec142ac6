"""What a box says of itself in words: to a screen reader, in the status line, at the box.

Colour and shape say whether a box was entered or computed, has a note or a finding; here the same
is said in words, so that nothing is told by colour or shape alone.
"""

import re
from collections.abc import Collection, Mapping, Sequence

from focusdesk.calc.figures import show_figure
from focusdesk.filing.edit import Cause, ChangeSet
from focusdesk.form.box import Box, BoxKind, Value
from focusdesk.form.edition import Edition
from focusdesk.form.schedule import LineItem
from focusdesk.ui.page.schedule_grid import GridRow

_LONGEST_FORMULA = 80
_LONGEST_WORDS = 40
_MOST_MOVED = 3
_PAPER_RULE = re.compile(r"\((?:add|subtract) [^()]*\)", re.IGNORECASE)
_GREATEST = re.compile(r"(max|min)\(([^()]*)\)")
_ROUNDED = re.compile(r"round\(([^()]*)\)")
_PRINTED_SIGNS = str.maketrans({"[": "", "]": "", "-": "\u2212", "*": "\u00d7", "/": "\u00f7"})


def has_printed_code(box: Box) -> bool:
    """Whether the form prints the code; a stable name such as ``7150.describe`` it does not."""
    return bool(printed_code(box.code))


def printed_code(code: str) -> str:
    """Give a code as the form prints it; nothing for a stable name, which the form does not."""
    return "" if "." in code else code


def name_of_box(row: GridRow, box: Box) -> str:
    """Name a box with the lines it stands under: ``Line 7.A, Deposited in ..., Cash, 7070``."""
    lines: tuple[LineItem, ...] = (*row.parents, row.line)
    numbers = [line.number for line in lines if line.number]
    words = [box.label] if box.label else [line.text.rstrip(":") for line in lines if line.text]
    number = [f"Line {numbers[-1]}"] if numbers else []
    code = [box.code] if has_printed_code(box) else []
    return ", ".join([*number, *words, *code])


def value_words(box: Box, value: Value) -> str:
    """Say what a box holds: an amount, ``blank``, ``ticked``, ``unanswered``."""
    if box.kind is BoxKind.CHECK:
        return "ticked" if value else "not ticked"
    if box.kind is BoxKind.YES_NO and value is None:
        return "unanswered"
    return show_figure(value)


def spoken_box(row: GridRow, box: Box, value: Value, marks: Sequence[str]) -> str:
    """Say all of a box: its name, what it holds, how that came, and its marks.

    Args:
        row: The row on which it stands.
        box: The box.
        value: What it holds.
        marks: What else is to be said, such as ``has a note``.
    """
    states = [*_how_it_came(box, value), *marks]
    return ", ".join([f"{name_of_box(row, box)}: {value_words(box, value)}", *states])


def why_computed(line: LineItem, box: Box, reads: Sequence[str]) -> str:
    """Say why a computed box takes no entry, in the paper's words where they are true."""
    printed = _PAPER_RULE.search(line.text)
    if printed and not box.note:
        how = f"computed: {printed[0][1:-1]}"
    elif len(box.formula) <= _LONGEST_FORMULA:
        how = f"computed: {paper_notation(box.formula)}"
    else:
        how = f"computed from {', '.join(reads)}"
    return f"{box.code} is {how}."


def paper_notation(formula: str) -> str:
    """Write a formula as on paper: ``7180 \u2212 7060``, ``the greatest of 7305 and 7355``."""
    plain = formula.translate(_PRINTED_SIGNS)
    if competition := _GREATEST.fullmatch(plain):
        which = "greatest" if competition[1] == "max" else "least"
        return f"the {which} of {_enumerated(competition[2].split(', '))}"
    if rounded := _ROUNDED.fullmatch(plain):
        return f"{rounded[1]}, rounded to the dollar"
    return plain


def again_words(edition: Edition, schedules: Collection[str]) -> str:
    """Say after what was done which schedules that took into work again; empty for none.

    Args:
        edition: The form.
        schedules: Their ids.
    """
    tabs = [each.tab for each in edition.schedules if each.id in schedules]
    are = "is" if len(tabs) == 1 else "are"
    return f" \u00b7 {_enumerated(tabs)} {are} in work again" if tabs else ""


def edit_words(box: Box, old: Value, new: Value) -> str:
    """Name an edit for the Edit menu: ``7100: 93,296,699 to 0``."""
    return f"{box.code}: {_short(value_words(box, old))} to {_short(value_words(box, new))}"


def step_done_words(boxes: Mapping[str, Box], changed: ChangeSet) -> str:
    """Say for the status line what undo or redo did: ``Undone: 7100  0 \u2192 5 and 2 more``."""
    verb = "Undone" if changed.cause is Cause.UNDO else "Done again"
    first = changed.changes[0]
    others = f" and {len(changed.changes) - 1} more" if len(changed.changes) > 1 else ""
    box = boxes[first.code]
    if first.old == first.new:
        return f"{verb}: {typed_words(box, first.new, first.new_typed)}{others}"
    return f"{verb}: {done_words(box, first.old, first.new)}{others}"


def done_words(box: Box, old: Value, new: Value) -> str:
    """Say for the status line what was entered: ``7100  93,296,699 \u2192 0``."""
    return f"{box.code}  {_short(value_words(box, old))} \u2192 {_short(value_words(box, new))}"


def typed_words(box: Box, value: Value, typed: str) -> str:
    """Say how a value that stays was typed anew: ``7100  typed as =1000+250``."""
    return f"{box.code}  typed as {_short(typed or value_words(box, value))}"


def moved_words(moved: Sequence[tuple[Box, Value]]) -> str:
    """Say which boxes an entry has moved, the last three: `` \u00b7 7190 (5,688,612)``."""
    last = moved[-_MOST_MOVED:]
    return "".join(f" \u00b7 {box.code} {_short(value_words(box, value))}" for box, value in last)


def _how_it_came(box: Box, value: Value) -> list[str]:
    if box.is_computed:
        return ["computed"]
    ticks = box.kind in (BoxKind.CHECK, BoxKind.YES_NO)
    return [] if value is None or ticks else ["entered"]


def _short(words: str) -> str:
    return words if len(words) <= _LONGEST_WORDS else f"{words[: _LONGEST_WORDS - 1]}\u2026"


def _enumerated(words: Sequence[str]) -> str:
    """Write words one after the other: ``A, B and C``."""
    *others, last = words
    return f"{', '.join(others)} and {last}" if others else last
