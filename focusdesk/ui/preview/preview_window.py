"""Ctrl+P: the print itself on the screen, page by page, before it is printed or saved.

What is shown is the file, drawn anew whenever the month changes underneath it.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAction, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QSplitter,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from focusdesk.filing.copies import PrintOrder
from focusdesk.filing.ports import StoreError
from focusdesk.filing.session import FilingSession
from focusdesk.form.period import Period
from focusdesk.ui.desk.action_table import PREVIEW_ACTIONS
from focusdesk.ui.edges import EdgeRefused
from focusdesk.ui.look.bar_button import BarButton
from focusdesk.ui.look.panes import Pane, go_to_next
from focusdesk.ui.look.pills import give_look
from focusdesk.ui.look.small_screen import fit_screen
from focusdesk.ui.look.status_line import SaidLabel
from focusdesk.ui.preview.preview_layout import Fit, zoom_from, zoom_words
from focusdesk.ui.preview.preview_options import PreviewOptions
from focusdesk.ui.preview.preview_reader import PreviewReader
from focusdesk.ui.preview.preview_release import Print, PrintRelease
from focusdesk.ui.preview.printer import PrintDoors
from focusdesk.ui.settings import Settings

NOTHING_TICKED = "No page is ticked. Tick at least one at the right."
NOT_SETTLED = "An entry on the desk was not taken. Mend it there, then print or save again."

_RESTED = 300  # milliseconds after the last edit: no keystroke waits for a print
_FULL_SIZE = 100
_SCROLL_BAR = 14
_FIRST_SIZE = QSize(1180, 700)
_SMALLEST_SIZE = QSize(630, 340)


class PreviewWindow(QDialog):
    """The preview of one month, in a window of its own beside the desk."""

    said = Signal(str)
    """What came of printing or saving."""

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
        super().__init__(parent, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._edges, self._settings, self._settle = doors.edges, settings, settle
        self._session: FilingSession | None = None
        self._drawn: PrintOrder | None = None
        self.reader, self.options = PreviewReader(), PreviewOptions()
        self.print_button = BarButton("Print\u2026  Ctrl+P", "Print by the system's dialog")
        self.print_button.setObjectName("main_button")
        self.print_button.setAccessibleName("Print")
        self.save_button = BarButton("Save as PDF\u2026  Ctrl+S", "Write the file that is shown")
        self.save_button.setAccessibleName("Save as PDF")
        self.said_last, self._page_shown = SaidLabel(), QLabel()
        self._release = PrintRelease(doors, self)
        self._behind = QTimer(self, singleShot=True, interval=_RESTED)
        self._lay_out()
        self._tie()
        self._add_keys()
        self._come_back()

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
        self._show_ways_out()

    def say(self, sentence: str, look: str = "plain") -> None:
        """Say in the line at the foot what has happened."""
        self.said_last.setText(sentence)
        self.said_last.setToolTip(sentence)
        give_look(self.said_last, look)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Draw what has changed while the window was an icon."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.WindowStateChange and not self.isMinimized():
            self.month_changed()

    def _lay_out(self) -> None:
        parts = QSplitter(Qt.Orientation.Horizontal)
        parts.setHandleWidth(1)
        for at, part in enumerate((self.reader, self._right_side())):
            parts.addWidget(part)
            parts.setStretchFactor(at, 1 - at)
            parts.setCollapsible(at, bool(at))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(parts, 1)
        layout.addWidget(self._foot())
        self.setMinimumSize(_SMALLEST_SIZE)

    def _right_side(self) -> QFrame:
        side = QFrame()
        side.setObjectName("side")
        layout = QVBoxLayout(side)
        layout.setContentsMargins(14, 12, 14, 12)
        layout.setSpacing(8)
        layout.addWidget(_scrolling(self.options), 1)
        for button in (self.print_button, self.save_button):
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            layout.addWidget(button)
        return side

    def _foot(self) -> QFrame:
        foot = QFrame()
        foot.setObjectName("status_line")
        self.said_last.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        layout = QHBoxLayout(foot)
        layout.setContentsMargins(14, 4, 14, 4)
        layout.addWidget(self.said_last, 1)
        layout.addWidget(self._page_shown)
        return foot

    def _tie(self) -> None:
        self._behind.timeout.connect(self.draw)
        self.options.order_changed.connect(self.draw)
        self.reader.page_shown.connect(self._page_shown.setText)
        self.reader.said.connect(self._on_page_refused)
        self.print_button.clicked.connect(self._print)
        self.save_button.clicked.connect(self._save)
        self._release.said.connect(self.say)
        self._release.said.connect(self.said)
        self._release.read_again_asked.connect(self.read_again_asked)
        self.finished.connect(self._leave)

    def _add_keys(self) -> None:
        view = self.reader.view
        slots: dict[str, Callable[[], object]] = {
            "print": self._print,
            "save": self._save,
            "find": self.reader.open_search,
            "later_hit": lambda: self.reader.step_hit(1),
            "earlier_hit": lambda: self.reader.step_hit(-1),
            "go_to_page": self.reader.ask_page,
            "larger": lambda: view.zoom_step(larger=True),
            "smaller": lambda: view.zoom_step(larger=False),
            "full_size": lambda: view.set_zoom(_FULL_SIZE),
            "fit_page": lambda: view.set_zoom(Fit.PAGE),
            "fit_width": lambda: view.set_zoom(Fit.WIDTH),
            "next_pane": self._next_pane,
        }
        for row in PREVIEW_ACTIONS:
            action = QAction(row.words, self)
            action.setShortcuts([QKeySequence(keys) for keys in row.keys])
            action.triggered.connect(slots[row.id])
            self.addAction(action)

    def _come_back(self) -> None:
        """Stand where the user left the preview, and as it was left."""
        settings, reader = self._settings, self.reader
        fit_screen(self, _FIRST_SIZE)
        if not settings.preview_geometry.isEmpty():
            self.restoreGeometry(settings.preview_geometry)
        reader.view.set_zoom(zoom_from(settings.preview_zoom))
        reader.bar.continuous.setChecked(settings.preview_continuous)
        reader.view.set_continuous(continuous=settings.preview_continuous)
        reader.view.setFocus()

    def _leave(self) -> None:
        settings, view = self._settings, self.reader.view
        settings.preview_geometry = self.saveGeometry()
        settings.preview_zoom = zoom_words(view.zoom)
        settings.preview_continuous = view.continuous
        self._behind.stop()
        self._release.stop()
        self._session = None
        self.reader.clear()

    def _refuse(self, sentence: str) -> None:
        self.reader.refuse(sentence)
        self._show_ways_out()
        self._page_shown.clear()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))

    def _show_ways_out(self) -> None:
        for button in (self.print_button, self.save_button):
            button.setEnabled(self._drawn is not None)

    def _print(self) -> None:
        self._let_go(self._release.print)

    def _save(self) -> None:
        self._let_go(self._release.save)

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

    def _on_page_refused(self, sentence: str) -> None:
        self.say(sentence, "error")

    def _next_pane(self) -> None:
        """Give the keyboard to the next part: pages, choices, pages in small."""
        reader, options = self.reader, self.options
        parts = ((reader.view, reader.view), (options, options.copy), (reader.thumbnails,) * 2)
        go_to_next([Pane(part, door) for part, door in parts])


def _scrolling(widget: QWidget) -> QScrollArea:
    """Let a part of the window be looked at in pieces where the window is low."""
    area = QScrollArea()
    area.setObjectName("preview_choices")
    area.setWidget(widget)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setMinimumWidth(widget.minimumWidth() + _SCROLL_BAR)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area
