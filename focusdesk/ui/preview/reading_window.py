"""A window that shows a print as it is, page by page, before it is printed or saved."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
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

from focusdesk.ui.desk.action_table import PREVIEW_ACTIONS
from focusdesk.ui.look.bar_button import BarButton
from focusdesk.ui.look.panes import Pane, go_to_next
from focusdesk.ui.look.pills import give_look
from focusdesk.ui.look.small_screen import fit_screen
from focusdesk.ui.look.status_line import SaidLabel
from focusdesk.ui.preview.preview_layout import Fit, zoom_from, zoom_words
from focusdesk.ui.preview.preview_reader import PreviewReader
from focusdesk.ui.settings import Settings

_FULL_SIZE = 100
_SCROLL_BAR = 14
_FIRST_SIZE = QSize(1180, 700)
_SMALLEST_SIZE = QSize(630, 340)


class ReadingWindow(QDialog):
    """The pages, what belongs to them at their right, and the two ways out.

    Attributes:
        reader: The pages.
        print_button: The way to paper.
        save_button: The way to a file.
        said_last: What happened last, at the foot.
    """

    said = Signal(str)
    """What came of printing or saving."""

    def __init__(self, settings: Settings, parent: QWidget, beside: QWidget) -> None:
        """Build it without pages.

        Args:
            settings: Remembers how it was left.
            parent: The window of the desk.
            beside: What stands over the ways out; it takes the keyboard if it can.
        """
        super().__init__(parent, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._settings, self._beside = settings, beside
        self.reader = PreviewReader()
        self.print_button = BarButton("Print\u2026  Ctrl+P", "Print by the system's dialog")
        self.print_button.setObjectName("main_button")
        self.print_button.setAccessibleName("Print")
        self.save_button = BarButton("Save as PDF\u2026  Ctrl+S", "Write the file that is shown")
        self.save_button.setAccessibleName("Save as PDF")
        self.said_last, self._page_shown = SaidLabel(), QLabel()
        self._lay_out()
        self.reader.page_shown.connect(self._page_shown.setText)
        self.reader.said.connect(self._on_page_refused)
        self.print_button.clicked.connect(self.print_shown)
        self.save_button.clicked.connect(self.save_shown)
        self.finished.connect(self.leave)
        self._add_keys()
        self._come_back()

    def print_shown(self) -> None:
        """Print what is shown."""
        raise NotImplementedError

    def save_shown(self) -> None:
        """Write what is shown to a file."""
        raise NotImplementedError

    def say(self, sentence: str, look: str = "plain") -> None:
        """Say in the line at the foot what has happened."""
        self.said_last.setText(sentence)
        self.said_last.setToolTip(sentence)
        give_look(self.said_last, look)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))

    def leave(self) -> None:
        """Remember how the window was left, and let go of the file."""
        settings, view = self._settings, self.reader.view
        settings.preview_geometry = self.saveGeometry()
        settings.preview_zoom = zoom_words(view.zoom)
        settings.preview_continuous = view.continuous
        self.reader.clear()

    def open_ways_out(self, *, shown: bool) -> None:
        """Let what is shown be printed and saved; where nothing is, there is no way out."""
        for button in (self.print_button, self.save_button):
            button.setEnabled(shown)
        if not shown:
            self._page_shown.clear()

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
        side = self._side = QFrame()
        side.setObjectName("side")
        layout = QVBoxLayout(side)
        layout.setContentsMargins(14, 12, 14, 12)
        layout.setSpacing(8)
        layout.addWidget(_scrolling(self._beside), 1)
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

    def _add_keys(self) -> None:
        view = self.reader.view
        slots: dict[str, Callable[[], object]] = {
            "print": self.print_shown,
            "save": self.save_shown,
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

    def _on_page_refused(self, sentence: str) -> None:
        self.say(sentence, "error")

    def _next_pane(self) -> None:
        """Give the keyboard to the next part: pages, what is beside them, pages in small."""
        reader, door = self.reader, self._beside.focusProxy() or self.print_button
        parts = ((reader.view, reader.view), (self._side, door), (reader.thumbnails,) * 2)
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
