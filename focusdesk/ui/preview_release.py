"""How a print leaves the desk: to the printer, or as a file. A signature copy marks the month."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from focusdesk.calc.checks import Finding, Severity
from focusdesk.filing.copies import Copy, PrintOrder, PrintRefused
from focusdesk.filing.filing import Status
from focusdesk.filing.ports import StoreError
from focusdesk.filing.session import FilingSession
from focusdesk.ui.copy_words import print_file, print_title
from focusdesk.ui.edges import EdgeRefused, Edges
from focusdesk.ui.file_questions import FileQuestions
from focusdesk.ui.notices import ask, tell
from focusdesk.ui.printer import NoPrinter, PrinterQuestions, PrintJob, PrintProgress, pages_wanted

_PDF = "PDF (*.pdf)"


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
    def title(self) -> str:
        """What the print is called."""
        return print_title(self.session.filing, self.order.copy)


class PrintRelease(QObject):
    """Prints and saves, asking first where that marks the month as printed."""

    said = Signal(str)
    """What came of it."""

    def __init__(
        self, edges: Edges, files: FileQuestions, printers: PrinterQuestions, window: QWidget
    ) -> None:
        super().__init__(window)
        self._edges, self._files, self._printers = edges, files, printers
        self._window = window

    def print(self, wanted: Print) -> None:
        """Ask for a printer and print."""
        self._once_agreed(wanted, "Print\u2026", lambda: self._print(wanted))

    def save(self, wanted: Print) -> None:
        """Ask for a file and write the print, byte by byte as it is shown."""
        self._once_agreed(wanted, "Save\u2026", lambda: self._save(wanted))

    def _once_agreed(self, wanted: Print, answer: str, then: Callable[[], None]) -> None:
        """Go on; before a signature copy, say what it does and ask."""
        if wanted.order.copy is not Copy.SIGNATURE:
            then()
        elif obstacle := _obstacle(wanted.session):
            tell(self._window, "No signature copy was made", obstacle)
        else:
            title = wanted.session.filing.title
            sentence = (
                f"This marks {title} as printed: from then on the desk shows what has changed "
                f"since. {_errors(wanted.session.findings())}"
            )
            ask(self._window, f"Make the signature copy of {title}?", sentence, answer, then)

    def _save(self, wanted: Print) -> None:
        name = print_file(wanted.session.filing.stem, wanted.order.copy)
        proposed = self._edges.documents_folder / name
        path = self._files.file_to_write(self._window, "Save as PDF", proposed, _PDF)
        if path is None:
            return
        try:
            self._edges.write_file(path, wanted.content)
        except EdgeRefused as error:
            tell(self._window, "The file was not written", str(error))
            return
        self._mark(wanted, f"Written: {path}", path)

    def _print(self, wanted: Print) -> None:
        try:
            printer = self._printers.printer(self._window, wanted.title, wanted.count)
        except NoPrinter as error:
            tell(self._window, "Nothing was printed", str(error))
            return
        if printer is None:
            return
        pages = pages_wanted(printer, wanted.count, wanted.page)
        job = PrintJob(wanted.content, printer, pages, self)
        sent = "1 page" if len(pages) == 1 else f"{len(pages)} pages"
        done = f"{sent} sent to {printer.printerName() or 'the printer'}"
        job.printed.connect(lambda: self._mark(wanted, done))
        job.failed.connect(self._on_failed)
        progress = PrintProgress(self._window, wanted.title, job)
        progress.cancelled.connect(lambda: self.said.emit("Printing was cancelled."))
        progress.start()

    def _on_failed(self, sentence: str) -> None:
        tell(self._window, "Not everything was printed", sentence)

    def _mark(self, wanted: Print, done: str, path: Path | None = None) -> None:
        """Record a signature copy that has left the desk; other copies are not recorded."""
        if wanted.order.copy is Copy.SIGNATURE:
            try:
                wanted.session.mark_printed(wanted.content)
            except (StoreError, PrintRefused) as error:
                where = f"The file {path} is written" if path else "The pages are printed"
                sentence = f"{where}, but the store does not know of it. {error}"
                tell(self._window, "The month was not marked as printed", sentence)
                return
            done = f"{done} \u00b7 {wanted.session.filing.title} is marked as printed"
        self.said.emit(done)


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


def _errors(findings: tuple[Finding, ...]) -> str:
    errors = sum(finding.severity is Severity.ERROR for finding in findings)
    if not errors:
        return "No error stands open."
    if errors == 1:
        return "1 error stands open, and would be signed as it is; F8 on the desk goes to it."
    return (
        f"{errors} errors stand open, and would be signed as they are; F8 on the desk goes to them."
    )
