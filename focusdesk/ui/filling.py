"""Many boxes at once: last month's values, or one value for all that are selected."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject

from focusdesk.filing.edit import Edit, EditRefused
from focusdesk.filing.fills import fill_from_month, fill_with
from focusdesk.filing.ports import StoreError
from focusdesk.filing.session import FilingSession
from focusdesk.ui.actions import Slot
from focusdesk.ui.desk import Desk
from focusdesk.ui.schedule_tabs import ScheduleTabs
from focusdesk.ui.schedule_view import ScheduleView
from focusdesk.ui.workplace import Workplace


class Filling(QObject):
    """Fills the selected boxes of the page, each time as one step."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace.frame)
        self._workplace = workplace

    def slots(self) -> Mapping[str, Slot]:
        """Say what each of its actions does."""
        return {
            "fill_last_month": self._from_last_month,
            "fill_selection": self._with_one_value,
        }

    def follow(self, desk: Desk) -> None:
        """Keep nothing of one desk for another."""

    def _from_last_month(self) -> None:
        def edit(session: FilingSession, codes: tuple[str, ...]) -> Edit:
            baseline = self._tabs.baseline if self._tabs else None
            if baseline is None:
                before = session.filing.period.plus(-1).label
                sentence = f"There are no figures of {before} that could be taken over."
                raise EditRefused(codes[0], sentence)
            return fill_from_month(session.worksheet, codes, baseline.values, baseline.heading)

        self._fill(edit)

    def _with_one_value(self) -> None:
        """Fill with what is being typed, or with what the current box holds."""
        page = self._page
        if page is None:
            return
        waiting = page.waiting_entry
        code, typed = waiting or (page.current_code, None)
        if len(page.selection.codes) == 1:
            self._workplace.settle()  # there is nothing else to fill, so it is entered there
            return

        def edit(session: FilingSession, codes: tuple[str, ...]) -> Edit:
            box = session.edition.boxes[code]
            value = session.value(code)
            if typed is not None and self._tabs is not None:
                preview = self._tabs.entry.preview(code, typed)
                question = preview.question.sentence if preview.question else ""
                if preview.refusal or question:
                    raise EditRefused(code, preview.refusal or question)
                value = preview.value
            return fill_with(session.worksheet, codes, value, box.kind)

        self._fill(edit)

    def _fill(self, edit_of: Callable[[FilingSession, tuple[str, ...]], Edit]) -> None:
        page, tabs, session = self._page, self._tabs, self._workplace.session
        if page is None or tabs is None or session is None or not page.selection.codes:
            return
        codes = page.selection.codes
        closed = tabs.entry.why_nothing()
        if closed:
            page.refuse(codes[0], closed)
            return
        try:
            edit = edit_of(session, codes)
            page.give_up_entry()  # what is being typed goes into all of them, or is done without
            tabs.entry.take_all(edit, _done(edit))
        except EditRefused as error:
            only = codes[0] if len(codes) == 1 else ""
            page.refuse(error.code, (tabs.entry.why_closed(only) if only else "") or str(error))
        except StoreError as error:
            tabs.entry.tell(error)
        else:
            if not edit.values:
                self._workplace.status.say("Nothing to fill: the boxes hold that already.")

    @property
    def _tabs(self) -> ScheduleTabs | None:
        return self._workplace.desk.tabs if self._workplace.desk else None

    @property
    def _page(self) -> ScheduleView | None:
        return self._tabs.current_page() if self._tabs else None


def _done(edit: Edit) -> str:
    """Say what was filled: ``Filled 3 boxes from December``."""
    return edit.words.replace("Fill", "Filled", 1)
