"""Ctrl+T: the chosen months as lines, beside them a table of the same figures.

A window of its own beside the desk or the comparison; what is edited there moves here.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, QStringListModel, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAction, QKeySequence
from PySide6.QtWidgets import (
    QCompleter,
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from focusdesk.filing.compare import Comparison
from focusdesk.filing.trend import LineNotAdded, Trend, drawable
from focusdesk.ui.look.bar_button import BarButton
from focusdesk.ui.look.giving_bar import GivingBar
from focusdesk.ui.look.pills import give_look, make_pill
from focusdesk.ui.look.small_screen import fit_screen
from focusdesk.ui.look.status_line import SaidLabel
from focusdesk.ui.look.zoom import Zoom
from focusdesk.ui.trends.trend_table import TrendTable, TrendTableModel
from focusdesk.ui.trends.trend_view import DrawTrend, TrendView

SAVES = (
    ("&Picture, PNG\u2026", ".png"),
    ("&Drawing, SVG\u2026", ".svg"),
    ("PD&F\u2026", ".pdf"),
)
_FIRST_SIZE = QSize(1240, 720)
_SMALLEST_SIZE = QSize(560, 340)
_CHART, _TABLE = 820, 420


class TrendsWindow(QDialog):
    """The trends of chosen months.

    Attributes:
        view: The chart.
        table: The figures.
        sought: Where a code or words are typed of a line that is to be added.
        remove: Takes the line of the cursor away.
        save_menu: The files that can be written.
    """

    box_chosen = Signal(object, str)
    """Go to a box in a month: the `Filing` and the code."""

    save_asked = Signal(object, str)
    """Write the `Trend` to a file with this suffix."""

    lines_changed = Signal(object)
    """Other lines are added: their codes."""

    zoomed = Signal(object)
    """The user wants it in another size: the `Zoom`."""

    def __init__(self, trend: Trend, draw: DrawTrend, zoom: Zoom, parent: QWidget) -> None:
        """Show a trend.

        Args:
            trend: The months as lines.
            draw: Draws it.
            zoom: How large.
            parent: The window of the desk.
        """
        super().__init__(parent, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._zoom = zoom
        self.view = TrendView(trend, draw)
        self._model = TrendTableModel(trend, self)
        self.table = TrendTable(self._model)
        self.sought = QLineEdit()
        self._words = QStringListModel(self)
        self.remove = BarButton("Remove line  Del", "Take the added line away  Del")
        self._save = BarButton("&Save\u2026  Ctrl+S", "Save the trends  Ctrl+S")
        self.save_menu = QMenu(self._save)
        self._span = make_pill()
        self.said = SaidLabel()
        self._scroll = QScrollArea()
        self._lay_out()
        self._tie()
        self._add_keys()
        self.show_trend(trend)
        self.show_zoom(zoom)
        fit_screen(self, _FIRST_SIZE)
        self.view.setFocus()

    @property
    def trend(self) -> Trend:
        """What is shown."""
        return self.view.trend

    def show_trend(self, trend: Trend) -> None:
        """Show another trend, the cursor where it was if that is there."""
        self._model.show_trend(trend)
        self.view.show_trend(trend)
        self.table.go_to(self.view.line, self.view.month)
        self._span.setText(trend.span)
        self.setWindowTitle(f"Trends: {trend.span}")
        self._offer_lines()
        self._show_removable()

    def show_months(self, comparison: Comparison) -> None:
        """Draw the same lines through other months, or through other figures."""
        self.show_trend(self.trend.of(comparison))

    def show_zoom(self, zoom: Zoom) -> None:
        """Show the chart and the table in another size."""
        self._zoom = zoom
        self.view.show_zoom(zoom)
        self.table.show_zoom(zoom)
        self._give_room()

    def add_line(self, text: str) -> bool:
        """Draw another line; what cannot be is said at the foot.

        Args:
            text: Its code, or words that stand in it alone; a proposal that begins with its code.
        """
        code = text.split("  ", maxsplit=1)[0]
        try:
            trend = self.trend.adding(code)
        except LineNotAdded as error:
            self.say(str(error), "error")
            return False
        self.show_trend(trend)
        self.view.go_to(len(trend.lines) - 1, self.view.month)
        self.sought.clear()
        self.say(f"{trend.added[-1]} is drawn too. Del takes it away.")
        self.lines_changed.emit(trend.added)
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_chart()
        return True

    def remove_line(self) -> None:
        """Take the line of the cursor away, if it was added."""
        line = self.trend.lines[self.view.line]
        if not self.view.is_added():
            self.say(f"{line.code} is always drawn; only lines that were added can be taken away.")
            return
        self.show_trend(self.trend.without(line.code))
        self.say(f"{line.code} is no longer drawn.")
        self.lines_changed.emit(self.trend.added)
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def say(self, sentence: str, look: str = "plain") -> None:
        """Say at the foot what has happened."""
        self.said.setText(sentence)
        self.said.setToolTip(sentence)
        give_look(self.said, look)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))

    @override
    def event(self, event: QEvent) -> bool:
        """Draw anew in the colours of another theme, and once the room is another."""
        done = super().event(event)
        if event.type() is QEvent.Type.PaletteChange:
            self.view.draw_again()
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
            self._give_room()
        return done

    def _lay_out(self) -> None:
        self._scroll.setWidget(self.view)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(self._scroll)
        split.addWidget(self.table)
        split.setSizes([_CHART, _TABLE])
        split.setStretchFactor(0, 1)
        split.splitterMoved.connect(self._give_room)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._bar())
        layout.addWidget(split, 1)
        layout.addWidget(self._foot())
        self.setMinimumSize(_SMALLEST_SIZE)

    def _bar(self) -> GivingBar:
        title = QLabel("Trends")
        title.setObjectName("compare_title")
        self.sought.setAccessibleName("Code or words of a line to add")
        self.sought.setPlaceholderText("Add a line: code or words")
        self.sought.setMinimumWidth(190)
        self._save.setObjectName("main_button")
        self._save.setPopupMode(BarButton.ToolButtonPopupMode.InstantPopup)
        bar = GivingBar("compare_bar")
        parts = (title, self._span, None, self.sought, self.remove, self._save)
        bar.take(parts, gives_up=[(title,), (self._span,)])
        return bar

    def _foot(self) -> QFrame:
        foot = QFrame()
        foot.setObjectName("status_line")
        row = QHBoxLayout(foot)
        row.setContentsMargins(14, 4, 14, 4)
        row.addWidget(self.said, 1)
        self.said.setText(
            "Arrows go from figure to figure, Enter to its box. * is an illustrative month."
        )
        return foot

    def _tie(self) -> None:
        self.view.current_changed.connect(self._on_current)
        self.table.current_changed.connect(self._on_cell)
        for part in (self.view, self.table):
            part.box_activated.connect(self._on_activated)
            part.remove_asked.connect(self.remove_line)
        self.table.copied.connect(self._on_copied)
        self.sought.returnPressed.connect(lambda: self._on_proposed(self.sought.text()))
        self.remove.clicked.connect(self.remove_line)
        for words, suffix in SAVES:
            action = self.save_menu.addAction(words)
            action.triggered.connect(self._saving(suffix))
        self._save.setMenu(self.save_menu)
        completer = QCompleter(self._words, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        queued = Qt.ConnectionType.QueuedConnection  # the line takes the words first
        completer.activated.connect(self._on_proposed, queued)
        self.sought.setCompleter(completer)

    def _add_keys(self) -> None:
        save = QAction("Save", self)
        save.setShortcut(QKeySequence(QKeySequence.StandardKey.Save))
        save.triggered.connect(self._save.showMenu)
        self.addAction(save)
        for words, keys, steps in (
            ("Larger", ("Ctrl++", "Ctrl+="), 1),
            ("Smaller", ("Ctrl+-",), -1),
            ("Full size", ("Ctrl+0",), 0),
        ):
            action = QAction(words, self)
            action.setShortcuts([QKeySequence(key) for key in keys])
            action.triggered.connect(self._zooming(steps))
            self.addAction(action)

    def _zooming(self, steps: int) -> Callable[[], None]:
        def zoom() -> None:
            self.show_zoom(self._zoom.stepped(steps) if steps else Zoom())
            self.zoomed.emit(self._zoom)

        return zoom

    def _saving(self, suffix: str) -> Callable[[], None]:
        def save() -> None:
            self.save_asked.emit(self.trend, suffix)

        return save

    def _offer_lines(self) -> None:
        """Propose every amount that is not drawn yet, by its code and its words."""
        drawn = {line.code for line in self.trend.lines}
        rows = drawable(self.trend.comparison)
        words = (
            f"{row.code}  {row.label} ({row.schedule_title})"
            for row in rows
            if row.code not in drawn
        )
        self._words.setStringList(list(words))

    def _give_room(self) -> None:
        self.view.take_room(self._scroll.viewport().size())

    def _on_proposed(self, text: str) -> None:
        """Add what was typed or chosen; a proposal that Enter chose has been added already."""
        if text.strip() and text.split("  ", maxsplit=1)[0] not in self.trend.added:
            self.add_line(text)
        else:
            self.sought.clear()

    def _on_current(self, line: int, month: int) -> None:
        self.table.go_to(line, month)
        self._show_chart()
        self._show_removable()

    def _show_chart(self) -> None:
        """Bring the panel of the cursor into sight, or as much of it as there is room for."""
        panel, room = self.view.panel_at_cursor, self._scroll.viewport().height()
        middle, around = panel.center().y(), min(panel.height() + 4, room) // 2
        self._scroll.ensureVisible(0, middle, 0, around)

    def _on_copied(self, count: int) -> None:
        self.say(f"Copied {count} figures with their headings.")

    def _on_cell(self, line: int, month: int) -> None:
        if (line, month) != (self.view.line, self.view.month):
            self.view.go_to(line, month)

    def _show_removable(self) -> None:
        self.remove.setEnabled(self.view.is_added())

    def _on_activated(self, line: int, month: int) -> None:
        code = self.trend.lines[line].row.codes[month]
        filing = self.trend.months[month].filing
        if code:
            self.box_chosen.emit(filing, code)
        else:
            self.say(f"The form of {self.trend.months[month].heading} has no such box.", "error")
