"""Months side by side in front of the desk, and the way back from there."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedWidget

from focusdesk.filing.compare import Comparison
from focusdesk.filing.filing import Filing
from focusdesk.filing.month_choice import (
    MonthChoice,
    MonthsRefused,
    Preset,
    any_months,
    preset_months,
)
from focusdesk.filing.ports import StoreError
from focusdesk.filing.trend import trend_with
from focusdesk.ui.compare.compare_bar import WITH_TRENDS
from focusdesk.ui.compare.compare_page import ComparePage
from focusdesk.ui.compare.kept_view import view_text
from focusdesk.ui.compare.laid_months import Wish
from focusdesk.ui.desk.actions import Slot
from focusdesk.ui.desk.desk import Desk
from focusdesk.ui.desk.workplace import Workplace
from focusdesk.ui.look.zoom import Zoom


class BesideTable(Protocol):
    """What stands beside the table: `focusdesk.ui.compare.change_side.ChangeSide`."""

    def write(self) -> None:
        """Bring the keyboard to the words about the current line."""
        ...

    def keep(self) -> bool:
        """Keep what is being written; `False` when it is refused, and it says why."""
        ...

    def show_zoom(self, zoom: Zoom) -> None:
        """Tell it in another size."""
        ...


class Comparing(QObject):
    """Puts the comparison in front of the desk, and the desk in front again.

    Attributes:
        changed: Another page is in front.
        export_asked: The register, a comparison of its months, the suffix of the file that it is
            to be written to, and its months as lines; `None` where they are not wanted.
        store_failed: A sentence: the store could not do what was asked.
        width_chosen: The key of a column and the width that the user has given it.
        thresholds_kept: The firm's thresholds are others now; carries the `Thresholds`.
        page: The comparison in front of the desk; `None` where the desk itself is.
        side: What stands beside its table; likewise.
        ways: Actions that have a button in the bar of the comparison.
        trend_lines: The codes of the lines that the user has added to the trends of the store.
    """

    changed = Signal()
    export_asked = Signal(object, object, str, object)
    store_failed = Signal(str)
    width_chosen = Signal(str, int)
    thresholds_kept = Signal(object)

    def __init__(self, workplace: Workplace, pages: QStackedWidget) -> None:
        """Compare in a window.

        Args:
            workplace: The window.
            pages: Holds the desk, and the comparison while there is one.
        """
        super().__init__(workplace.frame)
        self._workplace, self._pages = workplace, pages
        self.page: ComparePage | None = None
        # The months that were side by side when the user went from there to a box.
        self._came_from: tuple[MonthChoice, Preset | None] | None = None
        self.side: BesideTable | None = None
        workplace.keep_before_leaving(self._keep)
        self.ways: Sequence[QAction] = ()
        self.trend_lines: tuple[str, ...] = ()

    def slots(self) -> Mapping[str, Slot]:
        """Say what its action does."""
        here = self._workplace
        return {
            "compare": here.once_settled(lambda _: self._compare()),
            "next_pane": here.with_desk(self._next_pane),
        }

    def follow(self, desk: Desk) -> None:
        """Leave the comparison of another store."""
        del desk
        self._came_from = None
        self.close()

    def compare_months(self, chosen: Sequence[Filing] = ()) -> bool:
        """Lay months side by side, as they were looked at last.

        Args:
            chosen: Which; none for the months that were last wished for by name, seen from the
                open one, and at first the open one and the one before.
        """
        desk = self._workplace.desk
        if desk is None:
            return False
        try:
            choice, preset = (any_months(chosen), None) if chosen else self._wished(desk)
            wish = Wish(choice, preset, self._workplace.settings.comparison_view)
            page = ComparePage(desk.open_filings, desk.filings, wish)
        except MonthsRefused as error:
            self._workplace.status.say(str(error), "error")
            return False
        except StoreError as error:
            self.store_failed.emit(str(error))
            return False
        self.close()
        self._put_up(page, desk)
        self.changed.emit()
        return True

    def _put_up(self, page: ComparePage, desk: Desk) -> None:
        self.page = page
        page.left.connect(self.show_desk)
        page.box_chosen.connect(self.go_to_box)
        page.export_asked.connect(self._export)
        page.view.width_chosen.connect(self.width_chosen)
        page.said.connect(self._workplace.status.say)
        page.store_failed.connect(self.store_failed)
        page.thresholds_kept.connect(self.thresholds_kept)
        page.months_chosen.connect(self._remember)
        page.view_chosen.connect(self._remember)
        page.model.folding_changed.connect(self._remember)
        for action in self.ways:
            page.bar.add_way(action)
        self.side = _side_of(page, desk)
        page.show_side(self._workplace.settings.comparison_side)
        self._pages.addWidget(page)
        self._pages.setCurrentWidget(page)
        page.view.setFocus()
        page.view.go_to(desk.current_code)
        page.tell()

    def _wished(self, desk: Desk) -> tuple[MonthChoice, Preset | None]:
        """Give the months from which the user went to the open month's box; else those of old.

        Raises:
            MonthsRefused: there is nothing to lay side by side.
            StoreError: the store cannot be read.
        """
        came_from, session = self._came_from, desk.session
        numbers = {filing.id for filing in came_from[0].filings} if came_from else set[int]()
        if came_from is not None and session is not None and session.filing.id in numbers:
            return came_from
        return self._remembered(desk)

    def _remembered(self, desk: Desk) -> tuple[MonthChoice, Preset | None]:
        """Give the months that were last wished for by name, seen from the open month.

        Where they cannot be had from there, they are the open month and the one before; where there
        is no other month either, the open one and its last print.

        Raises:
            MonthsRefused: there is nothing to lay side by side.
            StoreError: the store cannot be read.
        """
        pair = desk.pair()
        session, kept = desk.session, self._workplace.settings.comparison_preset
        if session is None:
            return any_months(pair), None
        printed = session.print_record() is not None
        for preset in (kept, Preset.LAST_PRINT if len(pair) == 1 else ""):
            if preset in [*Preset]:
                try:
                    wanted = Preset(preset)
                    choice = preset_months(wanted, session.filing, desk.filings, printed=printed)
                except MonthsRefused:
                    continue
                return choice, wanted
        return any_months(pair), None

    def _remember(self) -> None:
        if self.page is not None:
            settings = self._workplace.settings
            settings.comparison_preset = self.page.months.preset or ""
            settings.comparison_side = self.page.parts.keeps_side
            settings.comparison_view = view_text(self.page.view_state, self.page.model.folded)

    def _export(self, comparison: Comparison, suffix: str) -> None:
        desk, page = self._workplace.desk, self.page
        if desk is not None and page is not None:
            drawn = trend_with(page.whole, self.trend_lines) if WITH_TRENDS in suffix else None
            self.export_asked.emit(desk.register, comparison, suffix, drawn)

    def _next_pane(self, desk: Desk) -> None:
        if self.page is not None:
            self.page.next_pane()
        else:
            desk.next_pane()

    def show_desk(self) -> None:
        """Put the desk in front again."""
        desk = self._workplace.desk
        if desk is not None and self._keep():
            self._pages.setCurrentWidget(desk)
            self.close()
            desk.go_to(desk.current_code)
            desk.explain.refresh()  # the theme may have changed behind the comparison
            self._workplace.status.say("")
            self.changed.emit()

    def go_to_box(self, filing: Filing, code: str) -> None:
        """Go to a box in a month."""
        desk, page = self._workplace.desk, self.page
        if desk is not None and self._keep() and desk.show_month(filing, code):
            if page is not None:
                self._came_from = page.months.choice, page.months.preset
            self.show_desk()
            if not desk.go_to(code):
                sentence = f"{filing.period.label} has no box {code} in its form."
                self._workplace.status.say(sentence, "error")

    def go_to_line(self, filing: Filing, code: str) -> None:
        """Go to a box: within the comparison where its line is shown, else in a month.

        Args:
            filing: The month, for the desk.
            code: The box.
        """
        page = self.page
        if page is not None and page.view.go_to(code):
            page.view.setFocus()
            return
        self.go_to_box(filing, code)

    def close(self) -> None:
        """Take the comparison away."""
        if self.page is not None:
            self._pages.removeWidget(self.page)
            self.page.deleteLater()
            self.page = self.side = None

    def _keep(self) -> bool:
        """Keep what is being written beside the table; `False` when that is refused."""
        return self.side is None or self.side.keep()

    def _compare(self) -> None:
        if self.page is None:
            self.compare_months()
        else:
            self.page.bar.months_menu.choosing.emit()


def _side_of(page: ComparePage, desk: Desk) -> BesideTable:
    """Put why a line moved beside the table."""
    from focusdesk.ui.compare.change_side import ChangeSide  # noqa: PLC0415 -- a start does without

    return ChangeSide(page, desk)
