"""What the preview of a block says of each row and of its questions, in the words of the screen."""

from collections.abc import Sequence

from focusdesk.calc.checks import Severity
from focusdesk.calc.figures import show_figure
from focusdesk.filing.edit import Change
from focusdesk.filing.paste_preview import PastePreview
from focusdesk.filing.paste_rows import PasteRow, RowState
from focusdesk.form.box import Value
from focusdesk.form.edition import Edition

STATE_WORDS = {
    RowState.CHANGED: "will change",
    RowState.SAME: "already so",
    RowState.AGREES: "agrees",
    RowState.DIFFERS: "differs",
    RowState.REFUSED: "refused",
    RowState.ASKED: "asked",
    RowState.LEFT_OUT: "left out",
    RowState.SKIPPED: "skipped",
}

STATE_SIGNS = {
    RowState.CHANGED: "\u2192",
    RowState.SAME: "=",
    RowState.AGREES: "\u2713",
    RowState.DIFFERS: "\u2260",
    RowState.REFUSED: "\u2715",
    RowState.ASKED: "?",
    RowState.LEFT_OUT: "\u2013",
    RowState.SKIPPED: "\u2013",
}
"""Each state by its shape, for who does not tell the colours apart."""

_PLAIN = {
    RowState.AGREES: "The form's formula gives the same.",
    RowState.SKIPPED: "Blank, and left as it is.",
    RowState.LEFT_OUT: "Space takes it in.",
}


def held_words(row: PasteRow) -> str:
    """Say what a row's box holds now; nothing where there is no box."""
    return show_figure(row.old) if row.name else ""


def would_words(row: PasteRow) -> str:
    """Say what a row's box would hold; nothing where it stays as it is."""
    return show_figure(row.new) if row.state in _TELLING else ""


_TELLING = (RowState.CHANGED, RowState.AGREES, RowState.DIFFERS)


def reason_words(row: PasteRow) -> str:
    """Say why, or how a row's text would be kept."""
    said = " ".join(part for part in (row.shown, row.sentence) if part)
    if said and row.name and row.state is RowState.LEFT_OUT:
        return f"{said} {_PLAIN[row.state]}"
    return said or _PLAIN.get(row.state, "")


def spoken_row(row: PasteRow) -> str:
    """Say all of a row: ``row 3, 7010, Line 1.A, Cash: blank to 1,234, will change``."""
    place = ", ".join(part for part in (row.where, row.code, row.name) if part)
    what = f"{held_words(row)} to {would_words(row)}" if row.state in _TELLING else row.text
    said = ", ".join(part for part in (what or "blank", STATE_WORDS[row.state]) if part)
    reason = reason_words(row)
    return f"{place}: {said}. {reason}".rstrip(". ") + "."


def look_of(row: PasteRow) -> str:
    """Give the look of a row's state: plain, good, soft, warning, error."""
    if row.state is RowState.DIFFERS:
        return "warning" if row.severity is Severity.ERROR else "soft"
    return _LOOKS.get(row.state, "soft")


_LOOKS = {
    RowState.CHANGED: "plain",
    RowState.AGREES: "good",
    RowState.REFUSED: "error",
    RowState.ASKED: "warning",
}


def follows_words(change: Change, edition: Edition) -> str:
    """Say of a total that it moves: ``7060  1,234 -> 1,300  Line 8, Amounts in segregation``."""
    return f"{change.code}   {_moves(change.old, change.new)}   {edition.name_of(change.code)}"


def _moves(old: Value, new: Value) -> str:
    return f"{show_figure(old)} \u2192 {show_figure(new)}"


def follows_heading(changes: Sequence[Change]) -> str:
    """Say how many totals move."""
    count = len(changes)
    if not count:
        return "No total moves."
    return "1 total moves" if count == 1 else f"{count} totals move"


def answer_words(preview: PastePreview) -> str:
    """Say what the main button does: ``Paste 31 boxes``."""
    verb, count = "Import" if preview.is_import else "Paste", len(preview.changes)
    if not count or preview.in_the_way:
        return verb
    return f"{verb} 1 box" if count == 1 else f"{verb} {count:,} boxes"


def done_words(preview: PastePreview) -> str:
    """Say in the status line what was done: ``31 boxes pasted``."""
    count = len(preview.changes)
    boxes = preview.changes[0].code if count == 1 else f"{count:,} boxes"
    return f"{boxes} {'imported' if preview.is_import else 'pasted'}"
