"""Ctrl+G: type a code or words of its line; the list narrows; Enter goes there."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from focusdesk.filing.session import FilingSession
from focusdesk.form.edition import Edition
from focusdesk.ui.compare.comparing import Comparing
from focusdesk.ui.desk.actions import Slot
from focusdesk.ui.desk.desk import Desk
from focusdesk.ui.desk.workplace import Workplace
from focusdesk.ui.going.finder import Finder
from focusdesk.ui.look.found_list import FoundRow
from focusdesk.ui.look.matching import Fit, Sought
from focusdesk.ui.page.spoken import printed_code

NO_BOX = "No box has this code or these words."


def found_codes(edition: Edition, sought: str) -> tuple[str, ...]:
    """Find boxes by code or by words: the code itself, codes that begin so, then words.

    Every word must be in the code, the line's name or the schedule's; no words find every
    box. Boxes that answer equally well stand in the form's order.
    """
    return tuple(code for _, code in ranked_codes(edition, Sought.of(sought)))


def ranked_codes(edition: Edition, sought: Sought) -> tuple[tuple[Fit, str], ...]:
    """Find boxes likewise, and say how well each answers."""
    fits = ((sought.fit((code,), _words_of(edition, code)), code) for code in edition.boxes)
    found = [(fit, code) for fit, code in fits if fit is not None]
    return tuple(sorted(found, key=lambda each: each[0]))


def box_row(edition: Edition, code: str, kind: str = "") -> FoundRow:
    """Give the row of a box in a list of what was found."""
    tab = edition.schedule_of(code).tab
    return FoundRow(code, edition.name_of(code), kind, mark=printed_code(code), aside=tab)


def _words_of(edition: Edition, code: str) -> str:
    return f"{edition.name_of(code)} {edition.schedule_of(code).tab}"


class GoToCode(Finder):
    """The search; `code_chosen` when the user has found the box."""

    code_chosen = Signal(str)

    def __init__(self, edition: Edition, window: QWidget) -> None:
        named = ("7190, or words: excess segregation", "Code or words", "Boxes found")
        super().__init__("Go to code", named, window)
        self._edition = edition
        self.chosen.connect(self._on_chosen)
        self.refresh()

    @override
    def found(self, text: str) -> Sequence[FoundRow]:
        return [box_row(self._edition, code) for code in found_codes(self._edition, text)]

    @override
    def counted(self, rows: Sequence[FoundRow]) -> str:
        boxes = "1 box" if len(rows) == 1 else f"{len(rows)} boxes"
        return f"{boxes}. Enter goes there, Esc stays." if rows else NO_BOX

    def _on_chosen(self, row: FoundRow) -> None:
        self.code_chosen.emit(row.key)


class GoingToCode:
    """Opens the search and goes to the box that is chosen."""

    def __init__(self, workplace: Workplace, comparing: Comparing) -> None:
        """Serve a window.

        Args:
            workplace: The window.
            comparing: Goes to the line in the comparison, or puts the desk in front.
        """
        self._workplace, self._comparing = workplace, comparing

    def slots(self) -> Mapping[str, Slot]:
        """Say what its action does."""
        return {"go_to_code": self._workplace.with_session(self._ask)}

    def follow(self, desk: Desk) -> None:
        """Keep nothing of one desk for another."""

    def _ask(self, session: FilingSession) -> None:
        def go(code: str) -> None:
            self._comparing.go_to_line(session.filing, code)

        search = GoToCode(session.edition, self._workplace.frame)
        search.code_chosen.connect(go)
        search.open()
