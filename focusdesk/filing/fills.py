"""Many boxes at once: last month's values, one value or entry for all, or nothing.

Each gives one edit, for one step back. Computed boxes among those selected are passed over, as a
selection down the page has some; where nothing else is selected, a sentence says why not.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from focusdesk.calc.entry_lookup import entry_lookup
from focusdesk.calc.figures import show_figure
from focusdesk.calc.worksheet import Worksheet
from focusdesk.filing.edit import Cause, Edit, EditRefused
from focusdesk.form.box import Box, BoxKind, Value
from focusdesk.form.entry import SignQuestion, entry_preview, sign_question

_LONGEST_WORDS = 40


class SignAsked(EditRefused):
    """A minus would go where the form itself prints parentheses, and can mean two things.

    Attributes:
        question: What to ask before it is filled in.
    """

    def __init__(self, code: str, question: SignQuestion) -> None:
        super().__init__(code, question.sentence)
        self.question = question


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


def fill_with(
    worksheet: Worksheet,
    codes: Iterable[str],
    value: Value,
    kind: BoxKind,
    *,
    as_printed: bool | None = None,
) -> Edit:
    """Fill boxes with one value.

    Boxes of another kind are passed over: an amount is no name.

    Args:
        worksheet: The figures as they are.
        codes: The selected boxes.
        value: What each of them is to hold, as the current box does.
        kind: What kind of box the value is for.
        as_printed: A negative is the figure within the parentheses where the form prints some, or
            `False` a negative; `None` where that has not been answered.

    Returns:
        The edit; without values where the boxes hold the same already.

    Raises:
        SignAsked: what a negative means has to be answered first.
        EditRefused: none of the boxes can be entered, or takes such a value.
    """
    boxes = _of_kind(worksheet, codes, kind, show_figure(value))
    values = {box.code: _meant(worksheet, box, value, as_printed=as_printed) for box in boxes}
    return _edit(worksheet, values, Cause.FILLED, f"with {_short(show_figure(value))}")


def fill_typed(
    worksheet: Worksheet,
    codes: Iterable[str],
    text: str,
    kind: BoxKind,
    *,
    as_printed: bool | None = None,
) -> Edit:
    """Enter into boxes what was typed into one of them: each reads it by its own rules.

    So each drops cents as it does, and keeps the arithmetic that it was filled with.

    Args:
        worksheet: The figures as they are.
        codes: The selected boxes; those of another kind are passed over.
        text: What was typed.
        kind: What kind of box it was typed into.
        as_printed: As for `fill_with`.

    Returns:
        The edit; it may hold what the boxes hold already, typed in another way.

    Raises:
        SignAsked: what a negative means has to be answered first.
        EditRefused: none of the boxes can be entered, or one of them cannot take what was typed.
    """
    values: dict[str, Value] = {}
    typed: dict[str, str] = {}
    for box in _of_kind(worksheet, codes, kind, text):
        read = entry_preview(text, box, entry_lookup(box.code, worksheet))
        if read.refusal:
            raise EditRefused(box.code, read.refusal)
        values[box.code] = _meant(worksheet, box, read.value, as_printed=as_printed)
        if read.amount and read.amount.typed and values[box.code] == read.value:
            typed[box.code] = read.amount.typed
    one = len(set(values.values())) == 1
    words = show_figure(next(iter(values.values()))) if one else text
    edit = _edit(worksheet, values, Cause.FILLED, f"with {_short(words)}", typed)
    return replace(edit, typed=typed)


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


def _of_kind(worksheet: Worksheet, codes: Iterable[str], kind: BoxKind, what: str) -> list[Box]:
    """Give those of the boxes that can be entered and are of a kind: one at least."""
    entered = _entered(worksheet, codes)
    boxes = [box for box in entered if box.kind is kind]
    if not boxes:
        sentence = (
            f"None of the selected boxes takes {_short(what)}. Select boxes of the same kind."
        )
        raise EditRefused(entered[0].code, sentence)
    return boxes


def _meant(worksheet: Worksheet, box: Box, value: Value, *, as_printed: bool | None) -> Value:
    """Give what a box is to hold, once it is clear what a minus in it means.

    What it holds already was meant when it was entered.
    """
    question = sign_question(box, value)
    if question is None or value == worksheet.value(box.code):
        return value
    if as_printed is None:
        raise SignAsked(box.code, question)
    return question.as_printed if as_printed else value


def _short(words: str) -> str:
    return words if len(words) <= _LONGEST_WORDS else f"{words[: _LONGEST_WORDS - 1]}\u2026"


def _edit(
    worksheet: Worksheet,
    values: Mapping[str, Value],
    cause: Cause,
    how: str,
    typed: Collection[str] = (),
) -> Edit:
    """Make the edit of what differs, or is to be kept as it was typed."""
    changing = {
        code: new for code, new in values.items() if new != worksheet.value(code) or code in typed
    }
    boxes = next(iter(changing)) if len(changing) == 1 else f"{len(changing)} boxes"
    verb = "Clear" if cause is Cause.CLEARED else "Fill"
    return Edit(changing, cause, " ".join(part for part in (verb, boxes, how) if part))
