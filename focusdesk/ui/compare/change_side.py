"""The right side of the comparison: why the line of the current cell moved, and what is said."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence

from focusdesk.filing.compare import ComparisonRow, Pair
from focusdesk.filing.month_choice import MonthsRefused
from focusdesk.filing.ports import StoreError
from focusdesk.ui.compare.compare_page import ComparePage
from focusdesk.ui.desk.desk import Desk
from focusdesk.ui.explain.change_panel import ChangePanel
from focusdesk.ui.explain.change_story import ChangeAsked
from focusdesk.ui.look.notices import ask
from focusdesk.ui.look.zoom import Zoom


class ChangeSide(QObject):
    """Lets the panel follow the cells of a comparison.

    Attributes:
        panel: What stands at the side.
    """

    def __init__(self, page: ComparePage, desk: Desk) -> None:
        """Put the panel beside the table.

        Args:
            page: The comparison.
            desk: The desk behind it.
        """
        super().__init__(page)
        self._page, self._desk = page, desk
        self.panel = ChangePanel(desk.register)
        layout = page.side.layout()
        if layout is not None:
            layout.addWidget(self.panel)
        page.side.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        page.side.show()
        page.cell_chosen.connect(self._show)
        page.thresholds_kept.connect(desk.open_filings.thresholds_changed)
        page.explain_asked.connect(self._on_explain_asked)
        page.change_asked.connect(self._on_change_asked)
        self.panel.code_activated.connect(self._on_code_activated)
        self.panel.left.connect(self._on_left)
        self.panel.said.connect(page.said)
        self.panel.conflict_met.connect(self._on_conflict_met)
        self._add_keys()
        self._show(*page.chosen_cell)

    def write(self) -> None:
        """Bring the keyboard to the words about the current line."""
        self._show(*self._page.chosen_cell)
        self._page.parts.open_side()
        self.panel.write()

    def keep(self) -> bool:
        """Keep what is being written; `False` when it is refused, and it says why."""
        return self.panel.keep()

    def show_zoom(self, zoom: Zoom) -> None:
        """Tell it in another size."""
        self.panel.show_zoom(zoom)

    def _add_keys(self) -> None:
        """Read F8 wherever in the comparison the keyboard is, as the button promises."""
        for words, key, back in (
            ("Next line to explain", "F8", False),
            ("Previous line to explain", "Shift+F8", True),
        ):
            action = QAction(words, self._page)
            action.setShortcut(QKeySequence(key))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.triggered.connect(self._on_back if back else self._on_next)
            self._page.addAction(action)

    def _show(self, row: ComparisonRow | None, pair: Pair) -> None:
        earlier, later = (self._page.whole.months[place] for place in pair)
        try:
            session = self._desk.open_filings.open(later.filing).session
        except StoreError as error:
            self._page.store_failed.emit(str(error))
            return
        if row is None:
            self.panel.show_months(earlier, later, session)
        else:
            self.panel.show_change(ChangeAsked(self._page.whole, row, pair), session)

    def _on_next(self) -> None:
        self._page.parts.open_side()
        self.panel.go_on()

    def _on_back(self) -> None:
        self._page.parts.open_side()
        self.panel.go_on(back=True)

    def _on_explain_asked(self, row: ComparisonRow | None, pair: Pair) -> None:
        self._show(row, pair)
        self._page.parts.open_side()
        self.panel.write()

    def _on_change_asked(self, row: ComparisonRow | None, pair: Pair) -> None:
        self._show(row, pair)
        self.panel.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _on_code_activated(self, code: str) -> None:
        """Go to a line; one that the filters leave out is told of here alone."""
        if self._page.go_to(code):
            return
        rows, (_, pair) = self._page.whole.rows, self._page.chosen_cell
        row = next((row for row in rows if code in row.codes), None)
        if row is not None:
            self._show(row, pair)
        self._page.said.emit(f"{code} is not among the lines that are shown.")

    def _on_conflict_met(self, sentence: str) -> None:
        ask(self._page, "Nothing was changed", sentence, "Read the month again", self._read_again)

    def _read_again(self) -> None:
        """Read the later month as it is kept now; what is being written here stays written."""
        asked, desk = self.panel.asked, self._desk
        if asked is None:
            return
        filing = asked.later.filing
        try:
            if desk.session is not None and desk.session.filing.id == filing.id:
                desk.read_again()
            else:
                now = desk.register.store.find(filing.period, filing.amendment)
                desk.open_filings.read_again(now)
            self._page.read_again()
        except (MonthsRefused, StoreError) as error:
            self._page.store_failed.emit(str(error))
            return
        self._show(*self._page.chosen_cell)
        self.panel.write()

    def _on_left(self) -> None:
        self._page.view.setFocus(Qt.FocusReason.OtherFocusReason)
