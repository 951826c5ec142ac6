"""All notes of a month, each with its place: in the order of the form, the month's own first."""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass

from focusdesk.filing.filing import OF_THE_MONTH, Note
from focusdesk.filing.session import FilingSession
from focusdesk.form.edition import Edition
from focusdesk.form.formula_guard import guarded
from focusdesk.ui.edges import moment_words
from focusdesk.ui.look.note_words import count_of

HEADINGS = ("Box", "Line", "Note", "By", "When", "Stays")
_WORDS_OF_STAYING = {True: "permanent", False: "this month"}


@dataclass(frozen=True, slots=True)
class ListedNote:
    """One note in the list.

    Attributes:
        note: The note.
        line: The words of its line.
    """

    note: Note
    line: str

    @property
    def cells(self) -> tuple[str, ...]:
        """What is listed of it, under `HEADINGS`."""
        note = self.note
        stays = _WORDS_OF_STAYING[note.permanent]
        code = note.code or "Month"
        return (code, self.line, note.text, note.author, moment_words(note.written), stays)


def listed_notes(session: FilingSession) -> tuple[ListedNote, ...]:
    """List every note of a month.

    Raises:
        StoreError: the notes cannot be read.
    """
    edition, at_boxes, on_month = session.edition, session.notes(), session.month_note()
    places = {code: at for at, code in enumerate(edition.boxes)}
    ordered = sorted(at_boxes.values(), key=lambda note: places.get(note.code, len(places)))
    notes = [*([on_month] if on_month else []), *ordered]
    return tuple(ListedNote(note, _line(edition, note.code)) for note in notes)


def matching(notes: Sequence[ListedNote], sought: str) -> tuple[ListedNote, ...]:
    """Keep the notes in which every word that is sought stands somewhere."""
    words = sought.casefold().split()
    return tuple(note for note in notes if _has_all(" ".join(note.cells).casefold(), words))


def as_text(notes: Sequence[ListedNote]) -> str:
    """Write notes for a spreadsheet: tab-separated, with headings, no cell a formula."""
    written = io.StringIO()
    writer = csv.writer(written, dialect="excel-tab")
    writer.writerow(HEADINGS)
    writer.writerows([guarded(cell) for cell in note.cells] for note in notes)
    return written.getvalue()


def count_words(notes: Sequence[ListedNote]) -> str:
    """Say how many notes there are, and how many of them come along to the next month."""
    if not notes:
        return "No note has been written in this month. Shift+F2 on a box writes one."
    permanent = sum(note.note.permanent for note in notes)
    if not permanent:
        carried = "None is permanent: none comes along when a month is rolled forward from this."
    else:
        verb = "is permanent and comes" if permanent == 1 else "are permanent and come"
        carried = f"{permanent} {verb} along when a month is rolled forward from this."
    paper = "All print on the review copy (Ctrl+P)."
    return f"{count_of(len(notes), 'note')}. {carried} {paper}"


def _line(edition: Edition, code: str) -> str:
    if code == OF_THE_MONTH:
        return "The month itself"
    if code not in edition.boxes:
        return "Not in this edition of the form"
    return f"{edition.name_of(code)} \u00b7 {edition.schedule_of(code).tab}"


def _has_all(told: str, words: Sequence[str]) -> bool:
    return all(word in told for word in words)
