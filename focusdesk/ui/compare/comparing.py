"""Months side by side in front of the desk, and the way back from there."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget

from focusdesk.filing.filing import Filing
from focusdesk.filing.ports import StoreError
from focusdesk.ui.compare.compare_page import ComparePage
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
        export_asked: A comparison, and the suffix of the file that it is to be written to.
        store_failed: A sentence: the store could not do what was asked.
        width_chosen: The key of a column and the width that the user has given it.
        page: The comparison in front of the desk; `None` where the desk itself is.
        side: What stands beside its table; likewise.
    """

    changed = Signal()
    export_asked = Signal(object, str)
    store_failed = Signal(str)
    width_chosen = Signal(str, int)

    def __init__(self, workplace: Workplace, pages: QStackedWidget) -> None:
        """Compare in a window.

        Args:
            workplace: The window.
            pages: Holds the desk, and the comparison while there is one.
        """
        super().__init__(workplace.frame)
        self._workplace, self._pages = workplace, pages
        self.page: ComparePage | None = None
        self.side: BesideTable | None = None
        workplace.keep_before_leaving(self._keep)

    def slots(self) -> Mapping[str, Slot]:
        """Say what its action does."""
        return {"compare": self._workplace.once_settled(lambda _: self._compare())}

    def follow(self, desk: Desk) -> None:
        """Leave the comparison of another store."""
        del desk
        self.close()

    def compare_months(self, chosen: Sequence[Filing] = ()) -> bool:
        """Lay months side by side; by default the open one and the one before."""
        desk = self._workplace.desk
        if desk is None:
            return False
        try:
            page = ComparePage(desk.open_filings, desk.filings, tuple(chosen) or desk.pair())
        except StoreError as error:
            self.store_failed.emit(str(error))
            return False
        self.close()
        self.page = page
        page.left.connect(self.show_desk)
        page.box_chosen.connect(self.go_to_box)
        page.export_asked.connect(self.export_asked)
        page.view.width_chosen.connect(self.width_chosen)
        page.said.connect(self._workplace.status.say)
        page.store_failed.connect(self.store_failed)
        self._pages.addWidget(page)
        self._pages.setCurrentWidget(page)
        page.setFocus()
        page.view.go_to(desk.current_code)
        self.side = _side_of(page, desk)
        page.tell()
        self.changed.emit()
        return True

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
        desk = self._workplace.desk
        if desk is not None and self._keep() and desk.show_month(filing, code):
            self.show_desk()
            if not desk.go_to(code):
                sentence = f"{filing.period.label} has no box {code} in its form."
                self._workplace.status.say(sentence, "error")

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
            self.page.ask_months()


def _side_of(page: ComparePage, desk: Desk) -> BesideTable:
    """Put why a line moved beside the table."""
    from focusdesk.ui.compare.change_side import ChangeSide  # noqa: PLC0415 -- a start does without

    return ChangeSide(page, desk)
