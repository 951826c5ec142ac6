"""Ctrl+B: the two sides of each pool, in a window of its own beside the desk.

What is edited on the desk moves here; Enter on a line goes to its box there.
"""

from collections.abc import Callable, Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, QSize, Qt, QUrl, Signal
from PySide6.QtGui import QAction, QKeySequence, QTextDocument
from PySide6.QtWidgets import QBoxLayout, QDialog, QLabel, QTabBar, QVBoxLayout, QWidget
from typing_extensions import override

from focusdesk.calc.likely_causes import LikelyCause
from focusdesk.filing.facing_tie import FacingTie
from focusdesk.filing.two_sides import TwoSides
from focusdesk.ui.explain.html_parts import enlarged
from focusdesk.ui.explain.story_card import StoryCard
from focusdesk.ui.look.bar_button import BarButton
from focusdesk.ui.look.giving_bar import GivingBar
from focusdesk.ui.look.pills import give_look, make_pill
from focusdesk.ui.look.small_screen import fit_screen
from focusdesk.ui.look.theme import theme_now
from focusdesk.ui.look.zoom import Zoom
from focusdesk.ui.sides.sides_html import document_of, line_html, sides_sheet, tie_html
from focusdesk.ui.sides.sides_view import SidesView
from focusdesk.ui.sides.sum_list import SumList

CausesOf = Callable[[FacingTie], Sequence[LikelyCause]]
"""Gives what would explain why a tie breaks."""

_FIRST_SIZE = QSize(1240, 720)
_SMALLEST_SIZE = QSize(560, 340)
_BESIDE, _MOST = 1000, 0.34
"""From which width on the sums stand beside what is told; how much of the height both may take."""


class SidesWindow(QDialog):
    """The two sides of each pool of a month.

    Attributes:
        pools: The tabs that switch the pool.
        view: The pool in front.
        sums: What is required, held and left.
        told: What is told of the current tie, its likely causes if it breaks.
        print_button: Prints the pool in front.
    """

    box_chosen = Signal(str)
    """Go to a box: its code."""

    print_asked = Signal(str, QTextDocument)
    """Print a sheet under a title."""

    zoomed = Signal(object)
    """The user wants it in another size: the `Zoom`."""

    def __init__(
        self, pools: Sequence[TwoSides], causes_of: CausesOf, zoom: Zoom, parent: QWidget
    ) -> None:
        """Show pools.

        Args:
            pools: They, in the order of the form; there is one at least.
            causes_of: Gives the likely causes of a tie that breaks.
            zoom: How large.
            parent: The window of the desk.
        """
        super().__init__(parent, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._shown, self._causes_of, self._zoom = tuple(pools), causes_of, zoom
        self._month = ""
        self._foot = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.pools = QTabBar()
        self._state = make_pill()
        self.print_button = BarButton("Print\u2026  Ctrl+P", "Print this pool  Ctrl+P")
        self.view, self.sums, self.told = SidesView(), SumList(), StoryCard()
        for pool in pools:
            self.pools.addTab(pool.name)
        self._lay_out()
        self._tie()
        self._add_keys()
        self._show_pool()
        self.show_zoom(zoom)
        fit_screen(self, _FIRST_SIZE)
        self.view.ties.setFocus()

    @property
    def pool(self) -> TwoSides:
        """The pool in front."""
        return self._shown[self.pools.currentIndex()]

    def show_pools(self, pools: Sequence[TwoSides], month: str) -> None:
        """Show the pools as they stand now.

        Args:
            pools: They; as many as before.
            month: The firm and the month, for the title and for paper.
        """
        self._shown, self._month = tuple(pools), month
        self.setWindowTitle(f"Two sides of each pool: {month}")
        self._show_pool()

    def show_pool_of(self, tab: str) -> None:
        """Bring the pool in front of which a side stands on a schedule, by its tab; if any."""
        for at, pool in enumerate(self._shown):
            if pool.holds(tab):
                self.pools.setCurrentIndex(at)

    def show_zoom(self, zoom: Zoom) -> None:
        """Show all of it in another size."""
        self._zoom = zoom
        self.pools.setFont(zoom.font())
        self.view.show_zoom(zoom)
        self.sums.show_zoom(zoom)
        self.told.document().setDefaultFont(zoom.font())
        self._tell()

    @override
    def event(self, event: QEvent) -> bool:
        """Write what is told in the colours of another theme."""
        done = super().event(event)
        if event.type() is QEvent.Type.PaletteChange:
            self.view.repaint_lines()
            self._tell()
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
            self._part()
        return done

    def _lay_out(self) -> None:
        self.told.setAccessibleName("The current tie")
        self._foot.addWidget(self.told, 1)
        self._foot.addWidget(self.sums, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._bar())
        layout.addWidget(self.view, 1)
        layout.addLayout(self._foot)
        self.setMinimumSize(_SMALLEST_SIZE)
        self.setWindowTitle("Two sides of each pool")
        view = self.view
        order = (self.pools, view.requirement, view.ties, view.assets, self.told, self.sums)
        for first, then in pairwise((*order, self.print_button)):
            self.setTabOrder(first, then)

    def _part(self) -> None:
        """Leave the sides all the room but what is told of the tie, and the sums, need."""
        beside = self.width() >= self._zoom.grown(_BESIDE)
        ways = QBoxLayout.Direction
        self._foot.setDirection(ways.LeftToRight if beside else ways.TopToBottom)
        self.sums.setMinimumWidth(self.sums.row_width if beside else 0)
        self.sums.setMaximumWidth(self.sums.row_width if beside else self.maximumWidth())
        most = int(self.height() * _MOST) - (0 if beside else self.sums.height())
        told = self.width() - (self.sums.row_width if beside else 0)
        least = self.sums.height() if beside else 0
        self.told.setFixedHeight(max(least, min(most, self.told.height_in(told))))

    def _bar(self) -> GivingBar:
        title = QLabel("Two sides")
        title.setObjectName("compare_title")
        self.pools.setObjectName("sides_pools")
        self.pools.setAccessibleName("Pools")
        self.pools.setDrawBase(False)
        self.pools.setExpanding(False)
        bar = GivingBar("compare_bar")
        parts = (title, self.pools, self._state, None, self.print_button)
        bar.take(parts, gives_up=[(title,), (self.print_button,), (self._state,)])
        return bar

    def _tie(self) -> None:
        self.pools.currentChanged.connect(self._show_pool)
        self.view.box_activated.connect(self.box_chosen)
        self.view.looked_at.connect(self._tell)
        self.sums.chosen.connect(self.box_chosen)
        self.told.anchorClicked.connect(self._on_link)
        self.told.left.connect(self.view.ties.setFocus)
        self.print_button.clicked.connect(self._print)

    def _add_keys(self) -> None:
        for words, keys, do in (
            ("Next pool", ("Ctrl+PgDown",), lambda: self._step(1)),
            ("Previous pool", ("Ctrl+PgUp",), lambda: self._step(-1)),
            ("Print", ("Ctrl+P",), self._print),
            ("Larger", ("Ctrl++", "Ctrl+="), lambda: self._resize_words(self._zoom.stepped(1))),
            ("Smaller", ("Ctrl+-",), lambda: self._resize_words(self._zoom.stepped(-1))),
            ("Full size", ("Ctrl+0",), lambda: self._resize_words(Zoom())),
        ):
            action = QAction(words, self)
            action.setShortcuts([QKeySequence(key) for key in keys])
            action.triggered.connect(do)
            self.addAction(action)

    def _resize_words(self, zoom: Zoom) -> None:
        self.show_zoom(zoom)
        self.zoomed.emit(zoom)

    def _step(self, by: int) -> None:
        self.pools.setCurrentIndex((self.pools.currentIndex() + by) % self.pools.count())

    def _show_pool(self) -> None:
        pool = self.pool
        self.view.show_pool(pool)
        self.sums.show_lines(pool.card.lines)
        self._state.setText(pool.card.state)
        give_look(self._state, "warning" if pool.card.state.severity else "good")
        self._tell()

    def _tell(self) -> None:
        """Tell of the tie that is looked at, or of a line that no tie goes to."""
        tie, code, theme = self.view.tie, self.view.code, theme_now()
        if tie is not None:
            page = tie_html(theme, tie, self._causes_of(tie))
        elif code:
            sides = (self.pool.requirement, self.pool.assets)
            line = next(side.line_of(code) for side in sides if code in side.codes)
            page = line_html(theme, line)
        else:
            page = ""
        self.told.show_story(enlarged(page, self._zoom), keep_place=False)
        self._part()

    def _on_link(self, link: QUrl) -> None:
        self.box_chosen.emit(link.toString())

    def _print(self) -> None:
        causes = [self._causes_of(tie) for tie in self.pool.ties]
        title = f"Two sides of {self.pool.name}"
        sheet = document_of(sides_sheet(self.pool, self._month, causes))
        self.print_asked.emit(title, sheet)
