"""Months side by side: the choice of months, the filters, the table, and the ways out of it."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QVBoxLayout, QWidget

from focusdesk.filing.beside_months import BesideMonths
from focusdesk.filing.compare import Comparison, ComparisonRow, Pair
from focusdesk.filing.comparison_view import ComparisonView
from focusdesk.filing.edit import Cause, ChangeSet
from focusdesk.filing.filing import Filing
from focusdesk.filing.month_choice import MonthChoice, MonthsRefused, Offer, Preset, any_months
from focusdesk.filing.ports import StoreError
from focusdesk.filing.thresholds import Thresholds
from focusdesk.ui.compare.compare_bar import CompareBar, schedules_of
from focusdesk.ui.compare.compare_find import CompareFind
from focusdesk.ui.compare.compare_model import CompareModel
from focusdesk.ui.compare.compare_parts import CompareParts
from focusdesk.ui.compare.compare_questions import CompareQuestions
from focusdesk.ui.compare.compare_view import CompareView
from focusdesk.ui.compare.kept_view import for_schedules, kept_folds, kept_view
from focusdesk.ui.compare.laid_months import LaidMonths, Wish
from focusdesk.ui.look.panes import Pane, go_to_next
from focusdesk.ui.months.open_filings import OpenFilings


class ComparePage(QWidget):
    """The comparison as a page of the main window.

    Attributes:
        months: The chosen months, and which others could be chosen.
        view_state: How they are looked at.
        bar: What stands over the table.
        model: What is shown.
        view: The table.
        seeking: The line in which words are sought.
        parts: The table and its side.
        questions: What is asked of the user in dialogs.
        side: What stands at the right of the table; hidden until something is put into it.
    """

    left = Signal()
    """The user wants the desk back."""

    box_chosen = Signal(object, str)
    """Go to a box in a month: the `Filing` and the code."""

    export_asked = Signal(object, str)
    """Write what is shown to a file: the `Comparison` and the suffix."""

    cell_chosen = Signal(object, object)
    """Another cell is current, or its figures are others now: its `ComparisonRow`, `None` on a
    heading, and the `Pair` of months whose change it is about."""

    explain_asked = Signal(object, object)
    """The user wants to say why a line moved; carries the same two."""

    change_asked = Signal(object, object)
    """The user wants to know which boxes made a line move; carries the same two."""

    months_chosen = Signal()
    """Other months are laid side by side."""

    view_chosen = Signal()
    """They are looked at otherwise."""

    thresholds_kept = Signal(object)
    """The firm's thresholds are others now; carries the `Thresholds`."""

    said = Signal(str)
    """What the status line says."""

    store_failed = Signal(str)
    """A month could not be read; carries the sentence."""

    def __init__(
        self,
        open_filings: OpenFilings,
        filings: Sequence[Filing],
        wish: Wish,
        parent: QWidget | None = None,
    ) -> None:
        """Lay months side by side.

        Args:
            open_filings: Gives the figures.
            filings: Every filing that may be chosen, the newest first.
            wish: What is shown first.
            parent: The window.

        Raises:
            MonthsRefused: the last print is wished for and there is none.
            StoreError: a month cannot be read.
        """
        super().__init__(parent)
        self._open_filings = open_filings
        self.months = LaidMonths(open_filings, filings, wish)
        kept = kept_view(wish.view, self.months.thresholds)
        self.view_state = for_schedules(kept, schedules_of(self.whole))
        self.model = CompareModel(self.view_state.of(self.whole), self, self.months.beside())
        self.model.fold(kept_folds(wish.view))
        self.bar, self.view, self.seeking = CompareBar(), CompareView(self.model), CompareFind()
        self.parts = CompareParts(self.view)
        self.questions = CompareQuestions(open_filings.register, self.months, self)
        self.side, self._last_line = self.parts.side, ""
        self._lay_out()
        self._tie()
        self._add_keys()
        self._show_choice()
        self._show_rows()

    @property
    def whole(self) -> Comparison:
        """Every line of the chosen months, whatever is shown of them."""
        return self.months.whole

    @property
    def comparison(self) -> Comparison:
        """What is shown: the chosen months, as the filters leave them."""
        return self.model.comparison

    @property
    def chosen(self) -> tuple[Filing, ...]:
        """The months that are shown, the oldest first; one twice beside its last print."""
        return self.months.chosen

    @property
    def chosen_cell(self) -> tuple[ComparisonRow | None, Pair]:
        """The line of the current cell, `None` on a heading, and the months of its change."""
        return self.view.chosen_cell

    def choose(self, choice: MonthChoice, preset: Preset | None = None) -> None:
        """Show other months.

        Args:
            choice: Which.
            preset: By which preset they were chosen.

        Raises:
            MonthsRefused: the last print is wished for and there is none.
            StoreError: a month cannot be read.
        """
        self.months.choose(choice, preset)
        view = replace(self.view_state, pair=None)
        self.view_state = for_schedules(view, schedules_of(self.whole))
        self._show_choice()
        self._show_again(self.months.beside())
        self.months_chosen.emit()

    def read_again(self) -> None:
        """Show the same months as they are kept now: another program has changed one.

        Raises:
            MonthsRefused: the last print is shown and there is none any more.
            StoreError: a month cannot be read.
        """
        self.months.choose(self.months.choice, self.months.preset)
        self._show_again(self.months.beside())

    def look(self, view: ComparisonView) -> None:
        """Look at the months otherwise; where what is said of them cannot be read, as before."""
        before, self.view_state = self.view_state, view
        if self._told_of(self._show_again):
            self.view_chosen.emit()
        else:
            self.view_state = before
            self.bar.show_view(self.whole, before, self.months.thresholds)

    def seek(self, text: str) -> None:
        """Show only the lines that have words or a code; all again if the text is empty."""
        rows = replace(self.view_state.row_filter, find=text)
        self.look(replace(self.view_state, row_filter=rows))

    def go_to(self, code: str) -> bool:
        """Make a box's line current; in the column of the change, where a change is looked at.

        `False` when it is not shown.
        """
        return self.view.go_to(code)

    def go_to_schedule(self, schedule: str) -> None:
        """Go to a schedule; where one alone is shown, show that one instead.

        Args:
            schedule: Its id.
        """
        if self.view_state.row_filter.schedules and schedule in schedules_of(self.whole):
            self.bar.wish_schedule(schedule)
        if self.view.go_to_schedule(schedule):
            self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.said.emit("Nothing of that schedule is shown between these months.")

    def next_pane(self) -> None:
        """Go on with the keyboard: the bar, the table, what is sought, what stands beside it."""
        self.parts.open_side()
        table, side = self.parts.panes()
        bar, seeking = Pane(self.bar, self.bar.months), Pane(self.seeking, self.seeking.sought)
        go_to_next([bar, table, seeking, side])
        self.parts.make_room()

    def show_side(self, shown: bool) -> None:  # noqa: FBT001 -- a slot
        """Let why a line moved stand beside the table, or leave the months its room."""
        self.parts.keep_side(shown=shown)
        self.bar.view_menu.side.setChecked(shown)
        self.view_chosen.emit()

    def tell(self) -> None:
        """Say how much differs, how much is shown of it, and what is missing."""
        told = self.view_state.counted(self.whole, self.comparison), self.months.remark
        self.said.emit(" ".join(filter(None, told)))

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.bar)
        layout.addWidget(self.parts, 1)
        layout.addWidget(self.seeking)

    def _tie(self) -> None:
        bar, menu = self.bar, self.bar.view_menu
        bar.back.clicked.connect(self.left)
        bar.export_asked.connect(self._export)
        bar.months_menu.choosing.connect(lambda: self._told_of(self.questions.ask_months))
        bar.months_menu.month_wanted.connect(self._add)
        bar.months_menu.preset_wanted.connect(self._take_offer)
        menu.wanted.connect(self.look)
        for chip in (bar.changed, bar.above):
            chip.clicked.connect(self._on_chip_pressed)
        menu.side_wanted.connect(self.show_side)
        menu.pair_asked.connect(lambda: self.questions.ask_pair(self.comparison.pairs[-1]))
        menu.find_asked.connect(self.seeking.take_keyboard)
        menu.thresholds_asked.connect(self.questions.ask_thresholds)
        self.questions.months_wanted.connect(self._take)
        self.questions.pair_wanted.connect(self._look_between)
        self.questions.thresholds_kept.connect(self._on_thresholds_kept)
        self._open_filings.filing_changed.connect(self._on_filing_changed)
        self._tie_table()

    def _tie_table(self) -> None:
        self.parts.nothing.all_wanted.connect(self._show_all)
        self.seeking.typed.connect(self.seek)
        self.seeking.entered.connect(self._on_find_entered)
        self.seeking.closed.connect(self._close_find)
        self.view.box_activated.connect(self.box_chosen)
        self.view.copied.connect(self._on_copied)
        self.view.cell_chosen.connect(self.cell_chosen)
        for asked in (self.view.explain_asked, self.view.change_asked):
            asked.connect(self.parts.open_side)
        self.view.explain_asked.connect(self.explain_asked)
        self.view.change_asked.connect(self.change_asked)
        self.view.threshold_asked.connect(self.questions.ask_thresholds)

    def _add_keys(self) -> None:
        """Read the keys that are the comparison's own, wherever in it the keyboard is."""
        keys = (
            ("Back to the month", Qt.Key.Key_Escape, self._on_escape),
            ("Find a line", QKeySequence.StandardKey.Find, self.seeking.take_keyboard),
            ("Why it moved, at the side", "Ctrl+F9", self.bar.view_menu.side.trigger),
        )
        for words, key, does in keys:
            action = QAction(words, self)
            action.setShortcut(QKeySequence(key))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.triggered.connect(does)
            self.addAction(action)

    def _show_choice(self) -> None:
        """Name the chosen months in the bar, and offer others."""
        self.bar.show_months(self.whole)
        self.bar.months_menu.show_offers(self.months.offers(), self.months.next_to())
        self.bar.show_view(self.whole, self.view_state, self.months.thresholds)

    def _show_again(self, beside: BesideMonths | None = None) -> None:
        """Show what is to be seen of the months now; the line that is current stays so.

        A line that is not shown is current again once it is, unless the user has chosen another.

        Args:
            beside: What stands beside the months; what stood there, unless it is given.
        """
        self._last_line = self.view.current_code or self._last_line
        self.model.show(self.view_state.of(self.whole), beside)
        if not self.view.go_to(self._last_line):
            self.cell_chosen.emit(None, self.comparison.pairs[-1])
        self.bar.show_view(self.whole, self.view_state, self.months.thresholds)
        self._show_rows()
        self.tell()

    def _show_rows(self) -> None:
        rows = self.view_state.row_filter
        count = len(self.comparison.rows)
        self.parts.show_lines(shown=bool(count))
        self.seeking.show_count(count, rows.find)
        if not count:
            self.parts.nothing.say_why(self.whole, rows)

    def _on_chip_pressed(self) -> None:
        """Give the keyboard back to the lines, unless a question or an empty table has it."""
        if self.parts.shows_lines and self.isActiveWindow():
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_all(self) -> None:
        self.bar.view_menu.wish_all()
        self._close_find()

    def _take(self, choice: MonthChoice, preset: Preset | None = None) -> None:
        """Show months that the user has chosen; months that cannot be read are told of."""
        self._told_of(lambda: self.choose(choice, preset))

    def _told_of(self, deed: Callable[[], object]) -> bool:
        """Do what may be refused, and tell of it if it is: then it is `False`."""
        try:
            deed()
        except MonthsRefused as error:
            self.said.emit(str(error))
        except StoreError as error:
            self.store_failed.emit(str(error))
        else:
            return True
        return False

    def _take_offer(self, offer: Offer) -> None:
        if offer.choice is not None:
            self._take(offer.choice, offer.preset)

    def _export(self, suffix: str) -> None:
        self.export_asked.emit(self.comparison, suffix)

    def _add(self, filing: Filing) -> None:
        filings = (*self.months.choice.filings, filing)
        self._told_of(lambda: self.choose(any_months(filings)))

    def _look_between(self, pair: Pair) -> None:
        self.look(replace(self.view_state, pair=pair, each_neighbour=False))

    def _on_thresholds_kept(self, thresholds: Thresholds) -> None:
        """Measure by the firm's new thresholds; that they were set says that they are wanted."""
        self.months.thresholds = thresholds
        self.view_state = self.view_state.measured_by(thresholds)
        self._told_of(lambda: self._show_again(self.months.beside()))
        self.thresholds_kept.emit(thresholds)
        self.said.emit(f"The firm's thresholds: {thresholds.words}.")

    def _on_find_entered(self) -> None:
        if self.parts.shows_lines:
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)
            if not self.view.current_code and self.comparison.rows:
                self.view.go_to(self.comparison.rows[0].code)

    def _close_find(self) -> None:
        self.seeking.hide()
        self.seeking.sought.clear()
        if self.view_state.row_filter.find:
            self.seek("")
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_escape(self) -> None:
        if self.seeking.isVisibleTo(self):
            self._close_find()
        else:
            self.left.emit()

    def _on_copied(self, boxes: int) -> None:
        lines = "line item" if boxes == 1 else "line items"
        self.said.emit(f"Copied {boxes} {lines} with their headings.")

    def _on_filing_changed(self, filing: Filing, changed: ChangeSet) -> None:
        """Show what an edit or an explanation has changed, and nothing else anew."""
        if changed.cause is Cause.PRINTED and self.months.choice.from_print:
            self._take(self.months.choice, self.months.preset)
            return
        self._told_of(lambda: self._follow(filing, changed))

    def _follow(self, filing: Filing, changed: ChangeSet) -> None:
        """Take over what has changed; where a filter shows other lines now, show those.

        Raises:
            StoreError: a month, or what is said of it, cannot be read.
        """
        month = self.months.follow(filing, changed)
        beside = self.model.beside
        told = beside.after_edit(month, changed.cause) if beside else None
        if self.model.update(self.view_state.of(self.whole), told):
            self.cell_chosen.emit(*self.chosen_cell)
        else:
            self._show_again(told)
