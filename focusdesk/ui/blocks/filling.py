"""Many boxes at once: last month's values, or one value for all that are selected."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject

from focusdesk.filing.edit import Edit, EditRefused
from focusdesk.filing.fills import SignAsked, fill_from_month, fill_typed, fill_with
from focusdesk.filing.ports import StoreError
from focusdesk.filing.session import FilingSession
from focusdesk.ui.desk.actions import Slot
from focusdesk.ui.desk.desk import Desk
from focusdesk.ui.desk.workplace import Workplace


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
        """Keep nothing of another store: what is worked with is asked for whenever it is needed."""

    def _from_last_month(self) -> None:
        def edit(session: FilingSession, codes: tuple[str, ...]) -> Edit:
            tabs = self._workplace.tabs
            baseline = tabs.baseline if tabs else None
            if baseline is None:
                before = session.filing.period.plus(-1).label
                sentence = f"There are no figures of {before} that could be taken over."
                raise EditRefused(codes[0], sentence)
            return fill_from_month(session.worksheet, codes, baseline.values, baseline.heading)

        self._fill(edit)

    def _with_one_value(self) -> None:
        """Fill with what is being typed, or with what the current box holds."""
        page = self._workplace.page
        if page is None:
            return
        waiting = page.waiting_entry
        if len(page.selection.codes) == 1:
            self._workplace.settle()  # there is nothing else to fill, so it is entered there
        elif waiting is not None:
            self._with_typed(*waiting)
        else:
            self._with_held(page.current_code)

    def _with_typed(self, code: str, text: str, as_printed: bool | None = None) -> None:  # noqa: FBT001 -- an answer, or none
        def edit(session: FilingSession, codes: tuple[str, ...]) -> Edit:
            tabs = self._workplace.tabs
            if tabs is not None and (why := tabs.entry.preview(code, text).refusal):
                raise EditRefused(code, why)  # where it is typed, before any other box says so
            kind = session.edition.boxes[code].kind
            return fill_typed(session.worksheet, codes, text, kind, as_printed=as_printed)

        self._fill(edit, partial(self._with_typed, code, text))

    def _with_held(self, code: str, as_printed: bool | None = None) -> None:  # noqa: FBT001 -- likewise
        def edit(session: FilingSession, codes: tuple[str, ...]) -> Edit:
            value, kind = session.value(code), session.edition.boxes[code].kind
            return fill_with(session.worksheet, codes, value, kind, as_printed=as_printed)

        self._fill(edit, partial(self._with_held, code))

    def _fill(
        self,
        edit_of: Callable[[FilingSession, tuple[str, ...]], Edit],
        answered: Callable[[bool], object] = lambda _: None,
    ) -> None:
        """Fill the selection, once it is clear what a minus means.

        Args:
            edit_of: Makes the edit.
            answered: Fills it with the answer to that.
        """
        here = self._workplace
        page, tabs, session = here.page, here.tabs, here.session
        if page is None or tabs is None or session is None or not page.selection.codes:
            return
        codes = page.selection.codes
        closed = tabs.entry.why_nothing()
        if closed:
            page.refuse(codes[0], closed)
            return
        try:
            edit = edit_of(session, codes)
            filled = tabs.entry.take_all(edit, _done(edit))
        except EditRefused as error:
            if isinstance(error, SignAsked) and tabs.entry.takes(page.current_code):
                page.ask_sign(error.question, answered)
                return
            only = codes[0] if len(codes) == 1 else ""
            page.refuse(error.code, (tabs.entry.why_closed(only) if only else "") or str(error))
        except StoreError as error:
            tabs.entry.tell(error)
        else:
            page.give_up_entry()  # what was being typed is in all of them, or is done without
            if not filled.changes:
                here.status.say("Nothing to fill: the boxes hold that already.")


def _done(edit: Edit) -> str:
    """Say what was filled: ``Filled 3 boxes from December``."""
    return edit.words.replace("Fill", "Filled", 1)
