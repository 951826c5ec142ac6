"""A box's past: every change of it, the newest first, one line each."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from focusdesk.filing.edit import Cause
from focusdesk.filing.filing import JournalEntry
from focusdesk.filing.journal_codes import TYPED
from focusdesk.filing.session import FilingSession
from focusdesk.form.box import Box
from focusdesk.ui.edges import moment_words
from focusdesk.ui.page.spoken import value_words

MOST_CHANGES = 50

_WHY: Mapping[str, str] = {
    Cause.STARTED: "filled in when the month was started",
    Cause.TYPED: "typed",
    Cause.SET: "set from the command line",
    Cause.IMPORTED: "imported from a file",
    Cause.PASTED: "pasted",
    Cause.FILLED: "filled in",
    Cause.CLEARED: "cleared",
    Cause.CARRIED: "came along from an earlier month",
    Cause.SAMPLE: "a figure of the sample",
    Cause.UNDO: "undone",
    Cause.REDO: "done again",
}


@dataclass(frozen=True, slots=True)
class BoxPast:
    """What a box has held.

    Attributes:
        changes: When, who, from what to what, why; the newest first.
        earlier: How many older changes there are.
    """

    changes: tuple[str, ...] = ()
    earlier: int = 0


def past_of(session: FilingSession, box: Box) -> BoxPast:
    """Read a box's past from the journal.

    Raises:
        StoreError: the journal cannot be read.
    """
    store, filing = session.store, session.filing
    entries = store.journal(filing, box.code)
    typed = {entry.edit: entry.new for entry in store.journal(filing, TYPED + box.code)}
    newest = reversed(entries[-MOST_CHANGES:])
    return BoxPast(tuple(_lines(box, newest, typed)), max(len(entries) - MOST_CHANGES, 0))


def change_line(box: Box, entry: JournalEntry, typed: str | None = None) -> str:
    """Write one line of a box's past: when, who, from what to what, why.

    Args:
        box: The box.
        entry: What the journal says.
        typed: What was typed for the new value, where that was no plain figure.
    """
    why = _WHY.get(entry.cause, entry.cause)
    said = f"{why} as {typed}" if typed and entry.cause == Cause.TYPED else why
    if typed and entry.cause != Cause.TYPED:
        said = f"{why}, {typed}"
    moved = f"{_told(box, entry.old)} \u2192 {_told(box, entry.new)}"
    return f"{moment_words(entry.written)}, {entry.user}: {moved} ({said})"


def _lines(
    box: Box, entries: Iterable[JournalEntry], typed: Mapping[int, str | None]
) -> Iterable[str]:
    return (change_line(box, entry, typed.get(entry.edit)) for entry in entries)


def _told(box: Box, text: str | None) -> str:
    return value_words(box, box.decode(text))
