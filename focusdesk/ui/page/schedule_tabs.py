"""The open filing: one page for each schedule, in the order of the form, built when first shown.

Before them may stand a tab about the whole month, whose page is asked for when it is first shown.
"""

from collections.abc import Mapping

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent, QUndoStack
from PySide6.QtWidgets import QAbstractButton, QTabWidget, QVBoxLayout, QWidget
from typing_extensions import override

from focusdesk.filing.complete_schedules import CompleteSchedules
from focusdesk.filing.edit import Cause, ChangeSet
from focusdesk.filing.ports import StoreError
from focusdesk.filing.session import FilingSession
from focusdesk.form.schedule import Schedule
from focusdesk.ui.page.baseline import Baseline
from focusdesk.ui.page.box_entry import BoxEntry
from focusdesk.ui.page.filing_signals import FilingSignals
from focusdesk.ui.page.front_page import FrontPage, FrontTab
from focusdesk.ui.page.marks import Mark, MonthMarks
from focusdesk.ui.page.page_hits import NOTHING_FOUND, FoundHere
from focusdesk.ui.page.page_style import PageStyle
from focusdesk.ui.page.schedule_bar import ScheduleBar
from focusdesk.ui.page.schedule_model import ScheduleModel
from focusdesk.ui.page.schedule_view import ScheduleView
from focusdesk.ui.page.spoken import again_words, step_done_words
from focusdesk.ui.page.tab_badges import TabBadges

__all__ = ["Baseline", "ScheduleTabs"]


class ScheduleTabs(QTabWidget):
    """The pages of one filing.

    Attributes:
        box_selected: The code of the box that the keyboard has come to.
        left: The code of the box that a jump has left: to another box by its code, to another tab.
        entry_refused: A code and a sentence; the sentence stands at the box as well.
        refusal_ended: The sentence is gone from the box.
        entry_done: What was entered, in words for the status line.
        store_failed: A sentence: the disk refused.
        marks_failed: A sentence: a change is kept, but what is marked beside could not be read.
        conflict_met: A sentence: another program has changed the filing.
        boxes_selected: Carries the codes of the boxes that are selected on the page shown.
        asked: The id of an action that a key of the page asks for, or a tab whose page is not
            there yet.
        entry: Through which values are entered.
        baseline: Last month's figures; `None` where there are none.
        bar: The tabs.
        front: The tab before the schedules; `None` where there is none.
        width_chosen: The key of a column and the width that the user has given it.
    """

    box_selected = Signal(str)
    left = Signal(str)
    entry_refused = Signal(str, str)
    refusal_ended = Signal()
    entry_done = Signal(str)
    store_failed = Signal(str)
    marks_failed = Signal(str)
    conflict_met = Signal(str)
    boxes_selected = Signal(object)
    asked = Signal(str)
    width_chosen = Signal(str, int)

    def __init__(
        self,
        session: FilingSession,
        signals: FilingSignals,
        undo: QUndoStack,
        baseline: Baseline | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self.baseline = baseline
        self._shows_baseline = baseline is not None
        self.front: FrontTab | None = None
        self._style = PageStyle()
        self._enter_goes_on = False
        self.entry = BoxEntry(session, undo, self)
        self.entry.entry_done.connect(self._on_entry_done)
        self.entry.store_failed.connect(self.store_failed)
        self.entry.conflict_met.connect(self.conflict_met)
        self._pages: dict[str, ScheduleView] = {}
        self._models: dict[str, ScheduleModel] = {}
        self._holders: dict[str, QVBoxLayout] = {}
        self._marks: dict[str, Mark] = {}
        self._month_marks, self._complete = MonthMarks(session), CompleteSchedules(session)
        self._found: Mapping[str, FoundHere] = {}
        self._shown: ScheduleView | None = None
        self._going, self._takes_keyboard = False, True
        self._set_up()
        self._badges = TabBadges(self, self.bar, session.edition.schedules)
        signals.boxes_changed.connect(self._on_boxes_changed)
        self._show_marks()
        self.currentChanged.connect(self._on_tab_changed)
        self._on_tab_changed(self.currentIndex())

    def _set_up(self) -> None:
        self.setObjectName("schedules")
        self.bar = ScheduleBar()
        self.setTabBar(self.bar)
        self.setDocumentMode(True)
        self.setAccessibleName(f"Schedules of {self._session.filing.period.label}")
        for scroller in self.tabBar().findChildren(QAbstractButton):
            scroller.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the arrows lead along the tabs
        for at, schedule in enumerate(self._session.edition.schedules):
            holder = QWidget()
            holder.setAccessibleName(schedule.tab)
            layout = QVBoxLayout(holder)
            layout.setContentsMargins(0, 0, 0, 0)
            self._holders[schedule.id] = layout
            self.addTab(holder, schedule.tab.replace("&", "&&"))
            self.setTabToolTip(at, f"{schedule.tab}: {' '.join(schedule.title)}")

    def add_front(self, name: str, action: str) -> None:
        """Put a tab before the schedules, and leave the schedule that is shown in front.

        Args:
            name: What the tab says.
            action: The id of the action that is asked for when its page is needed.
        """
        self.front = FrontTab(name, action)
        with QSignalBlocker(self):
            self.insertTab(0, self.front, name)

    def put_front(self, page: FrontPage) -> None:
        """Put the page into the tab before the schedules."""
        if self.front is not None:
            self.front.put(page)

    # Going about

    @property
    def shows_front(self) -> bool:
        """Whether the page about the whole month is shown, and no schedule."""
        return self.front is not None and self.currentIndex() == 0

    def show_front(self) -> None:
        """Turn to the page about the whole month, once what is being typed has been taken."""
        if self.front is not None and self.finish_entry():
            self.setCurrentIndex(0)
            self.focus_page()

    def show_schedule(self, at: int) -> None:
        """Turn to a schedule by its place in the form, likewise."""
        if self.finish_entry():
            self.setCurrentIndex(self._first + at)
            self.focus_page()

    @property
    def _first(self) -> int:
        """The place of the first schedule among the tabs."""
        return 0 if self.front is None else 1

    def go_to(self, code: str) -> bool:
        """Go to a box on whichever page it is; `False` when the form has none such.

        It is `False` too when an entry that was refused must be mended first.
        """
        left = self.current_code()
        if not self._go(code):
            return False
        if left and left != code:
            self.left.emit(left)
        return True

    def show_box(self, code: str) -> bool:
        """Show a box likewise while the keyboard stays where it is, and tell of no jump."""
        self._takes_keyboard = False
        try:
            return self._go(code)
        finally:
            self._takes_keyboard = True

    def _go(self, code: str) -> bool:
        if code not in self._session.edition.boxes or not self.finish_entry():
            return False
        schedule = self._session.edition.schedule_of(code)
        page = self._page(schedule)
        self._going = True
        try:
            # Chosen before the page is turned, so that nothing else is announced on the way.
            page.go_to(code)
            self.setCurrentIndex(self._first + self._session.edition.schedules.index(schedule))
        finally:
            self._going = False
        return page.go_to(code)

    def current_code(self) -> str:
        """Give the code of the box that the keyboard is at; empty where there is none.

        Where no schedule is shown it is the box at which the keyboard was last.
        """
        page = self.current_page() or self._shown
        return page.current_code if page else ""

    def current_page(self) -> ScheduleView | None:
        """Give the page that is shown; `None` where no schedule is."""
        return self._page_at(self.currentIndex())

    def _page_at(self, at: int) -> ScheduleView | None:
        schedules, place = self._session.edition.schedules, at - self._first
        return self._page(schedules[place]) if 0 <= place < len(schedules) else None

    @property
    def door(self) -> QWidget | None:
        """What takes the keyboard when one comes here."""
        return self.front if self.shows_front else self.current_page()

    def let_enter_go_on(self, *, goes_on: bool) -> None:
        """Let Enter go to the next box, as Tab does, or down the page."""
        self._enter_goes_on = goes_on
        for page in self._pages.values():
            page.let_enter_go_on(goes_on=goes_on)

    def turn(self, pages: int) -> None:
        """Turn to a later page, or an earlier one for a negative number; stop at either end."""
        if self.finish_entry():
            self.setCurrentIndex(max(0, min(self.currentIndex() + pages, self.count() - 1)))

    def focus_page(self) -> None:
        """Bring the keyboard to the page that is shown."""
        page = self.current_page()
        if page is not None:
            page.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.front is not None:
            self.front.take_keyboard()

    # Entering

    def finish_entry(self) -> bool:
        """Take what is being typed; `False` when it is refused.

        Then it stays in its editor, and the keyboard is brought back there from wherever it was.
        """
        for page in self._pages.values():
            if not page.finish_entry():
                self._come_back(page)
                return False
        return True

    def _come_back(self, page: ScheduleView) -> None:
        """Put a page in front whose entry stands refused, with the keyboard in that entry."""
        pages = [self._pages.get(schedule.id) for schedule in self._session.edition.schedules]
        self.setCurrentIndex(self._first + pages.index(page))
        page.come_back()

    @property
    def waiting_entries(self) -> tuple[tuple[str, str], ...]:
        """The codes and texts of what has been typed, and not been taken yet."""
        waiting = (page.waiting_entry for page in self._pages.values())
        return tuple(entry for entry in waiting if entry is not None)

    def give_up_entries(self) -> None:
        """Put the boxes back as they were before typing."""
        for page in self._pages.values():
            page.give_up_entry()

    def resume_entry(self, code: str, typed: str) -> None:
        """Go on with what was typed into a box of an earlier reading of the filing."""
        self._page(self._session.edition.schedule_of(code)).resume_entry(code, typed)

    def blank(self) -> None:
        """Blank the selected boxes of the page that is shown."""
        page = self.current_page()
        if page is not None:
            page.blank()

    # What stands beside the figures

    def show_baseline(self, shown: bool) -> None:  # noqa: FBT001 -- a slot of a checkable action
        """Show or hide last month's figures and the change."""
        self._shows_baseline = shown and self.baseline is not None
        for page in self._pages.values():
            page.show_baseline(shown=self._shows_baseline)

    def show_found(self, found: Mapping[str, FoundHere]) -> None:
        """Mark on the pages what has been sought, by the ids of the schedules."""
        self._found = found
        for schedule, model in self._models.items():
            model.set_found(found.get(schedule, NOTHING_FOUND))

    def show_style(self, style: PageStyle) -> None:
        """Show the pages in another size or with other widths."""
        self._style = style
        for page in self._pages.values():
            page.show_style(style)
        if self.front is not None:
            self.front.show_zoom(style.zoom)

    def _show_marks(self) -> None:
        self._marks = self._month_marks.marks()
        for model in self._models.values():
            model.set_marks(self._marks)
        listed = self._month_marks.listed
        self._badges.show_counts(self._first, listed, self._marks, self._complete.now)

    def _page(self, schedule: Schedule) -> ScheduleView:
        """Give a schedule's page, built now if it is shown for the first time."""
        page = self._pages.get(schedule.id)
        if page is not None:
            return page
        model = ScheduleModel(self._session, schedule, self.entry, self)
        model.set_marks(self._marks)
        model.set_baseline(self.baseline)
        model.set_found(self._found.get(schedule.id, NOTHING_FOUND))
        page = ScheduleView(model)
        page.show_baseline(shown=self._shows_baseline)
        page.show_style(self._style)
        page.width_chosen.connect(self.width_chosen)
        page.let_enter_go_on(goes_on=self._enter_goes_on)
        page.go_to_first()
        page.box_selected.connect(self._on_box_selected)
        page.entry_refused.connect(self.entry_refused)
        page.refusal_ended.connect(self.refusal_ended)
        page.selection.changed.connect(self.boxes_selected)
        page.selection.asked.connect(self.asked)
        self._models[schedule.id], self._pages[schedule.id] = model, page
        self._holders[schedule.id].addWidget(page)
        page.show()  # a layout would do so later, and until then it cannot have the keyboard
        return page

    # What Qt and the filing tell

    def _on_tab_changed(self, at: int) -> None:
        if at < 0:
            return
        page = self._page_at(at)
        left = next((each for each in self._pages.values() if each.is_entering), page)
        if left is None:
            self._come_to_front()
            return
        if left is not page and (left.stands_refused or not left.finish_entry()):
            self._come_back(left)
            return
        if page is None:
            self._come_to_front()
            return
        if self._takes_keyboard and not self.tabBar().hasFocus():
            page.setFocus(Qt.FocusReason.OtherFocusReason)
        before, self._shown = self._shown, page
        if before is not None and before is not page and not self._going:
            self.left.emit(before.current_code)
        if page.current_code:
            self.box_selected.emit(page.current_code)
        self.boxes_selected.emit(page.selection.codes)

    def _come_to_front(self) -> None:
        """Have the page about the whole month; the schedule that was shown last stays the last."""
        if self.front is None:
            return
        if self._shown is not None:
            self.left.emit(self._shown.current_code)
        self.boxes_selected.emit(())
        if self.front.page is None:
            self.asked.emit(self.front.action)
        if not self.tabBar().hasFocus():
            self.front.take_keyboard()

    def _on_box_selected(self, code: str) -> None:
        if self.sender() is self.current_page():
            self.box_selected.emit(code)

    def _on_boxes_changed(self, change_set: ChangeSet) -> None:
        for model in self._models.values():
            model.show_changes(change_set)
        try:
            self._month_marks.follow(change_set)
            self._complete.follow(change_set)
            self._show_marks()
        except StoreError as error:
            self.marks_failed.emit(str(error))
        if change_set.cause in (Cause.UNDO, Cause.REDO) and change_set.changes:
            self._show_what_came_back(change_set)

    def _on_entry_done(self, words: str) -> None:
        """Say what was done, and which schedules it has taken into work again."""
        self.entry_done.emit(words + again_words(self._session.edition, self._complete.taken_back))

    def _show_what_came_back(self, change_set: ChangeSet) -> None:
        """Go to the box that an undo or a redo has changed, wherever it is.

        Not while something is being typed: taking that now would be a step within a step.
        """
        code, pages = change_set.changes[0].code, self._pages.values()
        if not any(page.is_entering for page in pages) and self.go_to(code):
            self._models[self._session.edition.schedule_of(code).id].highlight(change_set.codes)
        self._on_entry_done(step_done_words(self._session.edition.boxes, change_set))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        pages = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}.get(Qt.Key(event.key()))
        if pages and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.turn(pages)
        else:
            super().keyPressEvent(event)
