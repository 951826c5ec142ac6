"""Ctrl+P: the print itself on the screen, page by page, before it is printed or saved.

What is shown is the file, drawn anew whenever the month changes underneath it.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from focusdesk.filing.copies import PrintOrder
from focusdesk.filing.ports import StoreError
from focusdesk.filing.session import FilingSession
from focusdesk.form.period import Period
from focusdesk.ui.edges import EdgeRefused
from focusdesk.ui.preview.preview_options import PreviewOptions
from focusdesk.ui.preview.preview_release import Print, PrintRelease
from focusdesk.ui.preview.printer import PrintDoors
from focusdesk.ui.preview.reading_window import ReadingWindow
from focusdesk.ui.settings import Settings

NOTHING_TICKED = "No page is ticked. Tick at least one at the right."
NOT_SETTLED = "An entry on the desk was not taken. Mend it there, then print or save again."

_RESTED = 300  # milliseconds after the last edit: no keystroke waits for a print


class PreviewWindow(ReadingWindow):
    """The preview of one month, in a window of its own beside the desk."""

    read_again_asked = Signal()
    """The month is wanted as it is kept now: another program has changed it."""

    def __init__(
        self, doors: PrintDoors, settings: Settings, settle: Callable[[], bool], parent: QWidget
    ) -> None:
        """Build an empty preview.

        Args:
            doors: The way out of it.
            settings: Remembers how it was left.
            settle: Takes what is being typed on the desk; `False` when that must be mended first.
            parent: The window of the desk.
        """
        options = PreviewOptions()
        super().__init__(settings, parent, options)
        self.options = options
        self._edges, self._settle = doors.edges, settle
        self._session: FilingSession | None = None
        self._drawn: PrintOrder | None = None
        self._release = PrintRelease(doors, self)
        self._behind = QTimer(self, singleShot=True, interval=_RESTED)
        self._behind.timeout.connect(self.draw)
        self.options.order_changed.connect(self.draw)
        self._release.said.connect(self.say)
        self._release.said.connect(self.said)
        self._release.read_again_asked.connect(self.read_again_asked)

    @property
    def session(self) -> FilingSession | None:
        """The month that is shown."""
        return self._session

    def show_month(self, session: FilingSession, others: Sequence[Period]) -> None:
        """Show a month.

        Args:
            session: The month.
            others: The months that a review copy may compare it with.
        """
        self._session = session
        self.setWindowTitle(f"Print preview: {session.filing.title}")
        self.options.show_month(session.edition, others)
        self.draw()

    def month_changed(self) -> None:
        """Draw the print anew once the keyboard rests."""
        self._behind.start()

    def draw(self) -> None:
        """Draw the print as it is now; why it cannot be is said in its place."""
        self._behind.stop()
        self._drawn = None
        if self._session is None or self.isMinimized():
            return
        order = self.options.order
        if order is None:
            self._refuse(NOTHING_TICKED)
            return
        try:
            content = self._edges.draw_report(self._session, order)
        except (EdgeRefused, StoreError) as error:
            self._refuse(str(error))
            return
        self._drawn = order
        self.reader.show_content(content)
        self.open_ways_out(shown=True)

    @override
    def print_shown(self) -> None:
        """Print what is shown; of a signature copy, once the user agrees."""
        self._let_go(self._release.print)

    @override
    def save_shown(self) -> None:
        """Write what is shown to a file, likewise."""
        self._let_go(self._release.save)

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Draw what has changed while the window was an icon."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.WindowStateChange and not self.isMinimized():
            self.month_changed()

    @override
    def leave(self) -> None:
        """Draw and print no more."""
        self._behind.stop()
        self._release.stop()
        self._session = None
        super().leave()

    def _refuse(self, sentence: str) -> None:
        self.reader.refuse(sentence)
        self.open_ways_out(shown=False)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))

    def _let_go(self, by: Callable[[Print], None]) -> None:
        """Print or save what is shown, once it is what the month holds and what is asked for."""
        if not self._settle():
            self.say(NOT_SETTLED, "error")
            return
        if self._behind.isActive() or self.options.order != self._drawn:
            self.draw()
        pages = self.reader.pages
        if self._session is not None and self._drawn is not None and pages is not None:
            page = self.reader.view.page
            by(Print(self._session, self._drawn, pages.content, len(pages), page))
