"""What the newest import put into boxes, as the journal tells it (check P03)."""

from collections.abc import Iterable

from focusdesk.filing.edit import Cause
from focusdesk.filing.filing import JournalEntry
from focusdesk.filing.journal_codes import is_box
from focusdesk.form.box import Value
from focusdesk.form.edition import Edition


def imported_figures(trail: Iterable[JournalEntry], edition: Edition) -> dict[str, Value]:
    """Give what the newest import put into each box that it named, blanks left out.

    An import that was undone put nothing there; redone, it did.

    Args:
        trail: The filing's journal, oldest first.
        edition: The filing's form; boxes that it does not have are passed over.
    """
    imported: dict[str, str | None] = {}
    undone: dict[str, str | None] = {}
    for entry in trail:
        if not is_box(entry.code) or entry.code not in edition.boxes:
            continue
        if entry.cause == Cause.IMPORTED:
            imported[entry.code] = entry.new
        elif entry.cause == Cause.UNDO and imported.get(entry.code, "") == entry.old:
            undone[entry.code] = imported.pop(entry.code)
        elif entry.cause == Cause.REDO and undone.get(entry.code, "") == entry.new:
            imported[entry.code] = undone.pop(entry.code)
    boxes = edition.boxes
    return {code: boxes[code].decode(text) for code, text in imported.items() if text is not None}
