"""What changed since a signature copy was made: the journal taken back to that moment."""

from collections.abc import Iterable, Mapping

from focusdesk.filing.filing import JournalEntry
from focusdesk.filing.journal_codes import is_box
from focusdesk.filing.ports import StoreDamaged
from focusdesk.form.box import Value
from focusdesk.form.edition import Edition


def entered_at(
    entered: Mapping[str, Value], trail: Iterable[JournalEntry], sequence: int, edition: Edition
) -> dict[str, Value]:
    """Give what the entered boxes held at a place of the journal.

    Args:
        entered: What they hold now, blanks left out.
        trail: The filing's journal, oldest first.
        sequence: The place.
        edition: The filing's form.

    Raises:
        StoreDamaged: the journal tells of a box that the form does not have, or of a value that
            its box cannot hold.
    """
    held = dict(entered)
    taken_back: set[str] = set()
    for entry in trail:
        # Of several changes the first tells what was there.
        if entry.sequence <= sequence or not is_box(entry.code) or entry.code in taken_back:
            continue
        taken_back.add(entry.code)
        value = _value(entry, edition)
        if value is None:
            held.pop(entry.code, None)
        else:
            held[entry.code] = value
    return held


def differing(before: Mapping[str, Value], now: Mapping[str, Value]) -> tuple[str, ...]:
    """Give the boxes that hold something else now, in the order in which they are held."""
    return tuple(code for code, value in now.items() if before.get(code) != value)


def _value(entry: JournalEntry, edition: Edition) -> Value:
    try:
        return None if entry.old is None else edition.boxes[entry.code].decode(entry.old)
    except (ValueError, KeyError) as error:
        message = (
            f'{entry.code}: row {entry.sequence} of the journal says that it held "{entry.old}", '
            f"which is no value of that box. The store is damaged; go back to a backup."
        )
        raise StoreDamaged(message) from error
