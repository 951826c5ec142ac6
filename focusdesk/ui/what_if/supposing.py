"""What if: the panel beside the page, from the key that opens it to the edit that makes it so."""

from collections.abc import Mapping

from PySide6.QtCore import QObject

from focusdesk.filing.edit import Edit, EditRefused
from focusdesk.filing.filing import Filing
from focusdesk.filing.ports import StoreError
from focusdesk.ui.desk.actions import Slot
from focusdesk.ui.desk.desk import Desk
from focusdesk.ui.desk.workplace import Workplace
from focusdesk.ui.what_if.what_if_panel import WhatIfPanel

_WIDTH = 400
"""Pixels: four columns of figures stand beside one another."""


class Supposing(QObject):
    """Lets boxes be supposed to hold something else.

    Attributes:
        panel: The panel that is open; `None` for none.
    """

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace.frame)
        self._workplace = workplace
        self.panel: WhatIfPanel | None = None
        self._width_before = 0

    def slots(self) -> Mapping[str, Slot]:
        """Say what its action does."""
        return {"what_if": self._workplace.once_settled(self._show)}

    def follow(self, desk: Desk) -> None:
        """Follow what happens on another store's desk."""
        desk.month_opened.connect(self._close)
        desk.leaving.connect(self._close)
        desk.open_filings.filing_changed.connect(self._on_changed)

    def _show(self, desk: Desk) -> None:
        """Open the panel on the current box, or bring the keyboard to it."""
        session, page = desk.session, self._workplace.page
        if session is None:
            return
        if self.panel is None:
            panel = self.panel = WhatIfPanel(session)
            panel.applied.connect(self._on_applied)
            panel.code_activated.connect(desk.go_to)
            panel.left.connect(self._on_left)
        desk.right.put_in_front(self.panel)
        desk.right.show()
        if desk.right.width() < _WIDTH:
            self._width_before = desk.right.width()
            desk.parts.widen(2, _WIDTH)
        code = page.current_code if page else ""
        box = session.edition.boxes.get(code)
        self.panel.begin(code if box is not None and not box.is_computed else "")

    def _on_changed(self, filing: Filing) -> None:
        if self.panel is not None and self.panel.what_if.session.filing.id == filing.id:
            self.panel.show_figures()

    def _on_applied(self, edit: Edit) -> None:
        """Make it so, as one step; the panel then supposes nothing any more."""
        tabs, panel = self._workplace.tabs, self.panel
        if tabs is None or panel is None:
            return
        try:
            tabs.entry.take_all(edit, f"{edit.words} applied")
        except EditRefused as error:
            panel.problem.setText(str(error))
        except StoreError as error:
            tabs.entry.tell(error)
        else:
            panel.what_if.take_back()
            self._on_left()

    def _on_left(self) -> None:
        self._close()
        if self._workplace.desk is not None:
            self._workplace.desk.focus_page()

    def _close(self) -> None:
        """Take the panel away; what was supposed in it was never more than that."""
        desk, panel = self._workplace.desk, self.panel
        self.panel = None
        if panel is not None and desk is not None:
            desk.right.give_back()
            if self._width_before and desk.right.width() == _WIDTH:
                desk.parts.widen(2, self._width_before)
            self._width_before = 0
            panel.setParent(None)
            panel.deleteLater()
