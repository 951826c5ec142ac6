"""What is done with the selected boxes that changes no figure: said, copied; and cut, which does.

What is copied goes out as text with tabs and as a table that spreadsheets take with numbers as
numbers.
"""

from collections.abc import Mapping

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtGui import QGuiApplication

from focusdesk.filing.block import CopiedBlock
from focusdesk.filing.edit import EditRefused
from focusdesk.filing.fills import cut
from focusdesk.filing.ports import StoreError
from focusdesk.filing.selected_boxes import selected_boxes
from focusdesk.ui.compare.comparing import Comparing
from focusdesk.ui.desk.actions import Slot
from focusdesk.ui.desk.desk import Desk
from focusdesk.ui.desk.workplace import Workplace


class Copying(QObject):
    """Says how many boxes are selected, copies them and cuts them."""

    def __init__(self, workplace: Workplace, comparing: Comparing) -> None:
        """Copy in a window.

        Args:
            workplace: The window.
            comparing: The comparison, which is copied while it is in front of the desk.
        """
        super().__init__(workplace.frame)
        self._workplace, self._comparing = workplace, comparing
        self._codes: tuple[str, ...] = ()

    def slots(self) -> Mapping[str, Slot]:
        """Say what each of its actions does."""
        return {
            "copy": self._copy,
            "cut": self._workplace.settled(self._cut),
            "copy_schedule": self._workplace.settled(self._copy_schedule),
            "select_all": self._workplace.settled(self._select_all),
        }

    def follow(self, desk: Desk) -> None:
        """Work with another store's desk from now on."""
        self._codes = ()
        desk.month_opened.connect(self._on_month_opened)
        desk.open_filings.filing_changed.connect(self._tell)

    def _copy(self) -> None:
        if self._comparing.page is not None:
            self._comparing.page.view.copy()
        elif self._workplace.settle():
            self._copy_boxes()

    def _copy_boxes(self) -> None:
        page, session = self._workplace.page, self._workplace.session
        if page is not None and session is not None and page.selection.codes:
            codes = page.selection.codes
            rows = page.selection.laid_out()
            self._put(self._workplace.edges.copied_values(session.worksheet, rows))
            self._workplace.status.say(f"{_named(codes)} copied")

    def _copy_schedule(self) -> None:
        page, session = self._workplace.page, self._workplace.session
        if page is not None and session is not None:
            schedule = page.schedule
            codes = [box.code for box in schedule.boxes]
            firm = session.worksheet.value(session.edition.firm_code)
            named = (str(firm or ""), session.filing.title, schedule.tab)
            title = ", ".join(filter(None, named))
            self._put(self._workplace.edges.copied_boxes(session.worksheet, codes, title))
            self._workplace.status.say(f"{schedule.tab}: {_named(codes)} copied, with their codes")

    def _cut(self) -> None:
        here = self._workplace
        page, session, tabs = here.page, here.session, here.tabs
        if page is None or session is None or tabs is None or not page.selection.codes:
            return
        codes = page.selection.codes
        sentence = tabs.entry.why_nothing()
        try:
            edit = cut(session.worksheet, codes)
        except EditRefused as error:
            page.refuse(error.code, sentence or str(error))
            return
        if sentence:
            page.refuse(codes[0], sentence)
            return
        self._copy_boxes()
        try:
            tabs.entry.take_all(edit, f"{_named(codes)} cut")
        except (EditRefused, StoreError) as error:
            tabs.entry.tell(error)

    def _select_all(self) -> None:
        page = self._workplace.page
        if page is not None:
            page.selection.select_all()

    def _put(self, copied: CopiedBlock) -> None:
        block = QMimeData()
        block.setText(copied.text)
        block.setHtml(copied.html)
        QGuiApplication.clipboard().setMimeData(block)

    def _on_boxes_selected(self, codes: tuple[str, ...]) -> None:
        self._codes = codes
        self._tell()

    def _on_month_opened(self) -> None:
        tabs, page = self._workplace.tabs, self._workplace.page
        if tabs is not None:
            tabs.boxes_selected.connect(self._on_boxes_selected)
        self._on_boxes_selected(page.selection.codes if page else ())

    def _tell(self) -> None:
        """Say how many boxes are selected and what they add up to, as it is now."""
        session, several = self._workplace.session, len(self._codes) > 1
        known = session is not None and all(code in session.edition.boxes for code in self._codes)
        words = selected_boxes(session.worksheet, self._codes).words if session and known else ""
        self._workplace.status.show_selected(words if several else "")


def _named(codes: tuple[str, ...] | list[str]) -> str:
    return codes[0] if len(codes) == 1 else f"{len(codes)} boxes"
