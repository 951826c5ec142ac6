"""How a print leaves the desk: to the printer, or as a file. A signature copy marks the month."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from focusdesk.calc.checks import Finding, Severity
from focusdesk.filing.copies import Copy, PrintOrder, PrintRefused
from focusdesk.filing.edit import EditRefused
from focusdesk.filing.filing import Status
from focusdesk.filing.notice import Notice
from focusdesk.filing.notice_book import NoticeBook
from focusdesk.filing.ports import StoreConflict, StoreError
from focusdesk.filing.session import FilingSession
from focusdesk.ui.desk.record_question import record_question
from focusdesk.ui.look.lasting_question import ask_for_good
from focusdesk.ui.look.notices import ask, tell
from focusdesk.ui.preview.copy_words import print_file, print_title
from focusdesk.ui.preview.paper_release import Left, Paper, PaperRelease
from focusdesk.ui.preview.printer import PrintDoors

_NO_COPY = "No signature copy was made"
_SIGNED_WHOLE = (
    "The officers sign the whole filing, so all pages of a signature copy are printed. "
    "A single page can be printed of the filing: it has no DRAFT on it once the month is marked."
)


@dataclass(frozen=True, slots=True)
class Print:
    """What is about to leave the desk.

    Attributes:
        session: The month.
        order: What was drawn of it.
        content: The file.
        count: How many pages it has.
        page: The page that is looked at, counted from 0.
    """

    session: FilingSession
    order: PrintOrder
    content: bytes
    count: int
    page: int

    @property
    def paper(self) -> Paper:
        """The print, under its name; the officers sign only all of it."""
        filing, copy = self.session.filing, self.order.copy
        whole = _SIGNED_WHOLE if self.is_signed else ""
        names = print_title(filing, copy), print_file(filing.stem, copy)
        return Paper(*names, self.content, self.count, self.page, whole)

    @property
    def is_signed(self) -> bool:
        """Whether it is for the officers' pens."""
        return self.order.copy is Copy.SIGNATURE


class PrintRelease(QObject):
    """Prints and saves, asking first where that marks the month as printed."""

    said = Signal(str)
    """What came of it."""

    read_again_asked = Signal()
    """Another program has changed the month, and the user wants to see it as it is kept now."""

    def __init__(self, doors: PrintDoors, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._papers = PaperRelease(doors, window)
        self._papers.said.connect(self.said)

    def print(self, wanted: Print) -> None:
        """Ask for a printer and print."""
        self._once_agreed(wanted, "Print\u2026", self._papers.print)

    def save(self, wanted: Print) -> None:
        """Ask for a file and write the print, byte by byte as it is shown."""
        self._once_agreed(wanted, "Save\u2026", self._papers.save)

    def stop(self) -> None:
        """Print no more, because the window is about to go."""
        self._papers.stop()

    def _once_agreed(self, wanted: Print, answer: str, way: Callable[[Paper, Left], None]) -> None:
        """Go on; before a signature copy, see that it can be made, say what it does and ask."""

        def then() -> None:
            way(wanted.paper, lambda done, path: self._mark(wanted, done, path))

        if not wanted.is_signed:
            then()
        elif obstacle := _obstacle(wanted.session):
            tell(self._window, _NO_COPY, obstacle)
        else:
            self._ask_to_sign(wanted.session, answer, then)

    def _ask_to_sign(self, session: FilingSession, answer: str, then: Callable[[], None]) -> None:
        """Ask first for what goes on record, then for the copy itself.

        Whoever has put a notice on record knows the figures: to leave the copy then unmakes none.
        """
        title = session.filing.title
        try:
            if _is_outdated(session):
                sentence = f"Another program has changed {title}; this is not what the store holds."
                self._offer_to_read(_NO_COPY, sentence)
                return
            events = NoticeBook(session).recorded_by_signing()
        except StoreError as error:
            tell(self._window, _NO_COPY, str(error))
            return
        if not events:
            self._ask_for_copy(session, answer, then)
            return
        doing = f"Asking for the signature copy of {title}"
        question = record_question(self._window, doing, events)
        ask_for_good(question, lambda: self._ask_for_copy(session, answer, then))

    def _ask_for_copy(self, session: FilingSession, answer: str, then: Callable[[], None]) -> None:
        title = session.filing.title
        try:
            open_now = _stands_open(session, NoticeBook(session).signature_asked())
        except StoreConflict as error:
            self._offer_to_read(_NO_COPY, str(error))
            return
        except (EditRefused, StoreError) as error:
            tell(self._window, _NO_COPY, str(error))
            return
        sentence = (
            f"This marks {title} as printed: from then on the desk shows what has changed "
            f"since. {open_now}"
        )
        ask(self._window, f"Make the signature copy of {title}?", sentence, answer, then)

    def _mark(self, wanted: Print, done: str, path: Path | None) -> None:
        """Record a signature copy that has left the desk; other copies are not recorded."""
        if wanted.is_signed:
            try:
                wanted.session.mark_printed(wanted.content)
            except (StoreError, PrintRefused) as error:
                self._tell_unmarked(error, path)
                return
            done = f"{done} \u00b7 {wanted.session.filing.title} is marked as printed"
        self.said.emit(done)

    def _tell_unmarked(self, error: StoreError | PrintRefused, path: Path | None) -> None:
        title = "The month was not marked as printed"
        where = f"The file {path} is written" if path else "The pages are printed"
        sentence = f"{where}, but the store does not know of it. {error}"
        if isinstance(error, StoreConflict):
            self._offer_to_read(title, sentence)
        else:
            tell(self._window, title, sentence)

    def _offer_to_read(self, title: str, sentence: str) -> None:
        ask(self._window, title, sentence, "Read the month again", self.read_again_asked.emit)


def _obstacle(session: FilingSession) -> str:
    """Say why a month cannot be marked as printed; empty when it can."""
    title = session.filing.title
    if session.filing.status is Status.SEALED:
        return f"{title} is sealed, and so is what was printed of it. Print the filing instead."
    if session.store.read_only:
        return (
            f"A signature copy marks {title} as printed, and this store can only be read. "
            f"Print the filing instead, or copy the store to a folder of your own."
        )
    return ""


def _is_outdated(session: FilingSession) -> bool:
    """Whether the store holds other figures than those that would be signed.

    Raises:
        StoreError: it cannot be read.
    """
    (kept,) = session.store.entered_many([session.filing], lambda _: session.edition)
    return kept != session.worksheet.entered()


def _named(finding: Finding) -> str:
    """Name a finding and the boxes whose codes are printed: ``C04 (15)``."""
    codes = " ".join(code for code in finding.codes if code.isalnum())
    return f"{finding.id} ({codes})" if codes else finding.id


def _stands_open(session: FilingSession, recorded: tuple[Notice, ...]) -> str:
    """Say what would be signed as it is, and which events were recorded just now.

    Raises:
        StoreError: an earlier month cannot be read.
    """
    findings = session.checks.before_signing()
    errors = [finding for finding in findings if finding.severity is Severity.ERROR]
    named = ", ".join(_named(error) for error in errors)
    stand = "1 error stands" if len(errors) == 1 else f"{len(errors)} errors stand"
    words = f"{stand} open, and would be signed so: {named}." if errors else "No error stands open."
    if not recorded:
        return words
    events = ", ".join(f"{notice.event.name} ({notice.event.check})" for notice in recorded)
    return f"{words} The figures call for notice, and that is on record now: {events}."
