"""How a paper leaves the desk: to the printer, or as a file, byte by byte as it is shown."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from focusdesk.ui.edges import EdgeRefused
from focusdesk.ui.look.note_words import count_of
from focusdesk.ui.look.notices import tell
from focusdesk.ui.preview.printer import (
    NoPrinter,
    PrintDoors,
    PrintJob,
    PrintProgress,
    pages_wanted,
)

_PDF = "PDF (*.pdf)"
_NOTHING_PRINTED = "Nothing was printed"

Left = Callable[[str, Path | None], None]
"""Is told what came of a paper that has left, and the file where it is one."""


@dataclass(frozen=True, slots=True)
class Paper:
    """What is about to leave the desk.

    Attributes:
        title: What it is called, on the printer too.
        file_name: How its file is proposed to be named.
        content: The PDF file.
        count: How many pages it has.
        page: The page that is looked at, counted from 0.
        whole: Why only all of its pages may be printed; empty where any may.
    """

    title: str
    file_name: str
    content: bytes
    count: int
    page: int = 0
    whole: str = ""


class PaperRelease(QObject):
    """Prints and saves papers; what cannot be done is told over its window."""

    said = Signal(str)
    """What came of a paper that did not leave."""

    def __init__(self, doors: PrintDoors, window: QWidget) -> None:
        """Let papers of a window leave.

        Args:
            doors: The ways out.
            window: Where questions are asked.
        """
        super().__init__(window)
        self._doors, self._window = doors, window
        self._progress: PrintProgress | None = None

    def save(self, paper: Paper, left: Left) -> None:
        """Ask for a file and write the paper."""
        proposed = self._doors.edges.documents_folder / paper.file_name
        path = self._doors.files.file_to_write(self._window, "Save as PDF", proposed, _PDF)
        if path is None:
            return
        try:
            self._doors.edges.write_file(path, paper.content)
        except EdgeRefused as error:
            tell(self._window, "The file was not written", str(error))
            return
        left(f"Written: {path}", path)

    def print(self, paper: Paper, left: Left) -> None:
        """Ask for a printer and print."""
        try:
            printer = self._doors.printers.printer(self._window, paper.title, paper.count)
        except NoPrinter as error:
            tell(self._window, _NOTHING_PRINTED, str(error))
            return
        if printer is None:
            return
        pages = pages_wanted(printer, paper.count, paper.page)
        if paper.whole and len({*pages}) < paper.count:
            tell(self._window, _NOTHING_PRINTED, paper.whole)
            return
        self._start(paper, printer, pages, left)

    def stop(self) -> None:
        """Print no more, because the window is about to go."""
        if self._progress is not None:
            self._progress.reject()

    def _start(self, paper: Paper, printer: QPrinter, pages: tuple[int, ...], left: Left) -> None:
        job = PrintJob(paper.content, printer, pages, self)
        done = f"{count_of(len(pages), 'page')} sent to {printer.printerName() or 'the printer'}"
        job.printed.connect(lambda: left(done, None))
        job.failed.connect(self._on_failed)
        progress = self._progress = PrintProgress(self._window, paper.title, job)
        progress.cancelled.connect(lambda: self.said.emit("Printing was cancelled."))
        progress.finished.connect(self._on_through)
        progress.start()

    def _on_through(self) -> None:
        self._progress = None

    def _on_failed(self, sentence: str) -> None:
        tell(self._window, "Not everything was printed", sentence)
