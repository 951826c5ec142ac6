"""The journal rows of an edit: what boxes held and hold, how that was typed, what it is called."""

from collections.abc import Callable, Sequence

from focusdesk.filing.edit import Change
from focusdesk.filing.journal_codes import TYPED, WORDS
from focusdesk.form.edition import Edition
from focusdesk.store.content import FilingContent
from focusdesk.store.journal import Happened


def edit_rows(
    edition: Edition, changes: Sequence[Change], words: str
) -> Callable[[FilingContent], list[Happened]]:
    """Give what says what an edit did, once it is known what the filing holds.

    Args:
        edition: The filing's form.
        changes: The boxes that the edit changed.
        words: What it is called, where its changes do not say it.

    Raises:
        EntryError: a value is not one that its box holds.
    """
    values: list[Happened] = []
    for change in changes:
        box, cause = edition.boxes[change.code], change.cause.value if change.cause else ""
        values.append(Happened(box.code, box.encode(change.old), box.encode(change.new), cause))

    def happened(content: FilingContent) -> list[Happened]:
        """Tell of how the values were typed, too, and what the edit is called."""
        typed = [
            Happened(TYPED + change.code, content.typed.get(change.code), change.new_typed or None)
            for change in changes
        ]
        boxes = [*values, *typed]
        if not words or all(each.old == each.new for each in boxes):
            return boxes
        return [*boxes, Happened(WORDS, None, words)]

    return happened
