"""Many boxes at once: last month's values, one value for all, or nothing.

Each gives one edit, for one step back. Computed boxes among those selected are passed over, as a
selection down the page has some; where nothing else is selected, a sentence says why not.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from focusdesk.calc.figures import show_figure
from focusdesk.calc.worksheet import Worksheet
from focusdesk.filing.edit import Cause, Edit, EditRefused
from focusdesk.form.box import Box, BoxKind, Value

_LONGEST_WORDS = 40


def fill_from_month(
    worksheet: Worksheet, codes: Iterable[str], earlier: Mapping[str, Value], month: str
) -> Edit:
    """Take over what the boxes held in an earlier month, blanks too.

    Args:
        worksheet: The figures as they are.
        codes: The selected boxes.
        earlier: What each box held then, by today's codes; a box that the form had not is left out.
        month: What that month is called: ``December``.

    Returns:
        The edit; without values where the boxes hold the same already.

    Raises:
        EditRefused: none of the boxes can be entered, or the form of then had none of them.
    """
    boxes = _entered(worksheet, codes)
    values = {box.code: earlier[box.code] for box in boxes if box.code in earlier}
    if not values:
        code = boxes[0].code
        sentence = f"The form of {month} had no box {code}, so there is no value to take over."
        raise EditRefused(code, sentence)
    return _edit(worksheet, values, Cause.FILLED, f"from {month}")


def fill_with(worksheet: Worksheet, codes: Iterable[str], value: Value, kind: BoxKind) -> Edit:
    """Fill boxes with one value.

    Boxes of another kind are passed over: an amount is no name.

    Args:
        worksheet: The figures as they are.
        codes: The selected boxes.
        value: What each of them is to hold: what the current box holds, or what was typed.
        kind: What kind of box the value is for.

    Returns:
        The edit; without values where the boxes hold the same already.

    Raises:
        EditRefused: none of the boxes can be entered, or takes such a value.
    """
    boxes = _entered(worksheet, codes)
    values = {box.code: value for box in boxes if box.kind is kind}
    shown = show_figure(value)
    short = shown if len(shown) <= _LONGEST_WORDS else f"{shown[: _LONGEST_WORDS - 1]}\u2026"
    if not values:
        sentence = f"None of the selected boxes takes {short}. Select boxes of the same kind."
        raise EditRefused(boxes[0].code, sentence)
    return _edit(worksheet, values, Cause.FILLED, f"with {short}")


def clear(worksheet: Worksheet, codes: Iterable[str]) -> Edit:
    """Blank boxes.

    Returns:
        The edit; without values where the boxes are blank already.

    Raises:
        EditRefused: none of the boxes can be entered.
    """
    boxes = _entered(worksheet, codes)
    return _edit(worksheet, dict.fromkeys(box.code for box in boxes), Cause.CLEARED, "")


def cut(worksheet: Worksheet, codes: Iterable[str]) -> Edit:
    """Blank boxes that have been copied; unlike `clear` it passes over none.

    Returns:
        The edit; without values where the boxes are blank already.

    Raises:
        EditRefused: one of the boxes is computed, so that it cannot go where the others go.
    """
    boxes = [worksheet.edition.boxes[code] for code in codes]
    computed = [box.code for box in boxes if box.is_computed]
    if computed:
        more = len(computed) - 1
        named = f"{computed[0]} and {more} more of the selected boxes are" if more else ""
        sentence = (
            f"{named or f'{computed[0]} is'} computed and cannot be cut. "
            f"Copy instead, or select boxes that are entered."
        )
        raise EditRefused(computed[0], sentence)
    edit = clear(worksheet, [box.code for box in boxes])
    return replace(edit, words=edit.words.replace("Clear", "Cut", 1))


def _entered(worksheet: Worksheet, codes: Iterable[str]) -> list[Box]:
    """Give those of the boxes that can be entered: one at least."""
    boxes = [worksheet.edition.boxes[code] for code in codes]
    entered = [box for box in boxes if not box.is_computed]
    if entered:
        return entered
    first = boxes[0] if boxes else None
    if first is None:
        sentence = "No box is selected."
    elif len(boxes) == 1:
        sentence = (
            f"{first.code} is computed ({first.formula}) and cannot be entered. "
            f"Change the boxes that it follows from."
        )
    else:
        sentence = "All selected boxes are computed. Change the boxes that they follow from."
    raise EditRefused(first.code if first else "", sentence)


def _edit(worksheet: Worksheet, values: Mapping[str, Value], cause: Cause, how: str) -> Edit:
    changing = {code: new for code, new in values.items() if new != worksheet.value(code)}
    boxes = next(iter(changing)) if len(changing) == 1 else f"{len(changing)} boxes"
    verb = "Clear" if cause is Cause.CLEARED else "Fill"
    return Edit(changing, cause, " ".join(part for part in (verb, boxes, how) if part))
