"""What an edit would change: every value guarded, and what the boxes hold already left out."""

from collections.abc import Callable

from focusdesk.filing.edit import Change, Edit, EditRefused
from focusdesk.filing.kept_text import typed_text
from focusdesk.form.box import EntryError, Value
from focusdesk.form.edition import Edition


def guarded_changes(
    edit: Edit, edition: Edition, held: Callable[[str], Value], typed: Callable[[str], str]
) -> tuple[Change, ...]:
    """Guard every value of an edit, then list what differs from what the boxes hold.

    Args:
        edit: The edit.
        edition: The form.
        held: Gives what a box holds.
        typed: Gives what was typed for it; empty where that was a plain figure.

    Raises:
        EditRefused: a box is not on the form, is computed, or cannot take its value.
    """
    changes: list[Change] = []
    for code, value in edit.values.items():
        new = _guarded(edition, code, value)
        old, old_typed = held(code), typed(code)
        kept = old_typed if new == old else ""
        new_typed = typed_text(code, edit.typed.get(code, kept)) if new is not None else ""
        if (new, new_typed) != (old, old_typed):
            changes.append(Change(code, old, new, old_typed, new_typed))
    return tuple(changes)


def refuse_unknown(edition: Edition, code: str) -> None:
    """Refuse a code that the form does not have.

    Raises:
        EditRefused: it has no such box.
    """
    if code not in edition.boxes:
        sentence = f'The form has no box "{code}". Use the codes that it prints, like 7010.'
        raise EditRefused(code, sentence)


def _guarded(edition: Edition, code: str, value: Value) -> Value:
    """Give what the box will hold: an unticked box, say, or an empty text is a blank."""
    refuse_unknown(edition, code)
    box = edition.boxes[code]
    if box.is_computed:
        sentence = (
            f"{code} is computed ({box.formula}) and cannot be entered. "
            f"Change the boxes that it follows from."
        )
        raise EditRefused(code, sentence)
    try:
        return box.decode(box.encode(value))
    except EntryError as error:
        raise EditRefused(code, str(error)) from error
