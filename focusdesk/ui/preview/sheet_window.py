"""A sheet beside the form, such as the findings, shown before it is printed or saved."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from typing_extensions import override

from focusdesk.ui.edges import PrintedSheet
from focusdesk.ui.preview.paper_release import Left, Paper, PaperRelease
from focusdesk.ui.preview.printer import PrintDoors
from focusdesk.ui.preview.reading_window import ReadingWindow
from focusdesk.ui.settings import Settings

_WIDTH = 220


class SheetWindow(ReadingWindow):
    """Shows one sheet; the desk waits, so that the sheet stays what the figures say."""

    def __init__(self, doors: PrintDoors, settings: Settings, parent: QWidget) -> None:
        """Build it empty.

        Args:
            doors: The way out of it.
            settings: Remembers how the preview was left.
            parent: The window of the desk.
        """
        words = QLabel()
        words.setObjectName("hint")
        words.setWordWrap(True)
        words.setMinimumWidth(_WIDTH)
        words.setAlignment(Qt.AlignmentFlag.AlignTop)
        super().__init__(settings, parent, words)
        self._words = words
        self._sheet: PrintedSheet | None = None
        self._release = PaperRelease(doors, self)
        self._release.said.connect(self.say)
        self.setWindowModality(Qt.WindowModality.WindowModal)

    def show_sheet(self, sheet: PrintedSheet) -> None:
        """Show a sheet."""
        self._sheet = sheet
        self.setWindowTitle(sheet.title)
        self._words.setText(sheet.words)
        self.reader.show_content(sheet.content)

    @override
    def print_shown(self) -> None:
        """Print the sheet."""
        self._let_go(self._release.print)

    @override
    def save_shown(self) -> None:
        """Write the sheet to a file."""
        self._let_go(self._release.save)

    @override
    def leave(self) -> None:
        """Print no more."""
        self._release.stop()
        super().leave()

    def _let_go(self, way: Callable[[Paper, Left], None]) -> None:
        sheet, pages = self._sheet, self.reader.pages
        if sheet is not None and pages is not None:
            page = self.reader.view.page
            paper = Paper(sheet.title, sheet.file_name, sheet.content, len(pages), page)
            way(paper, lambda done, _: self._tell(done))

    def _tell(self, done: str) -> None:
        """Say what came of it, on the desk too."""
        self.say(done)
        self.said.emit(done)
