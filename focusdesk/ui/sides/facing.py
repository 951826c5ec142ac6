"""Opens the two sides of each pool of the open month, and keeps them as its figures are."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QTextDocument

from focusdesk.calc.likely_causes import LikelyCause
from focusdesk.filing.facing_tie import FacingTie
from focusdesk.filing.filing import Filing
from focusdesk.filing.ports import StoreError
from focusdesk.filing.session import FilingSession
from focusdesk.filing.two_sides import TwoSides, causes_of, two_sides_of
from focusdesk.ui.desk.actions import Slot
from focusdesk.ui.desk.desk import Desk
from focusdesk.ui.desk.workplace import Workplace
from focusdesk.ui.look.notices import tell
from focusdesk.ui.look.zoom import Zoom, zoom_kept
from focusdesk.ui.sides.sides_window import SidesWindow

_NAME = "sides"
_AT_REST = 40
"""Milliseconds: the page itself is painted first."""


class Facing(QObject):
    """Shows the two sides of each pool, in one window at a time.

    Attributes:
        window: It; `None` while it is closed.
    """

    def __init__(
        self, workplace: Workplace, print_words: Callable[[str, QTextDocument], None]
    ) -> None:
        """Show nothing yet.

        Args:
            workplace: The window of the desk.
            print_words: Prints a page of words.
        """
        super().__init__(workplace.frame)
        self._workplace, self._print_words = workplace, print_words
        self.window: SidesWindow | None = None
        self._behind = QTimer(self, singleShot=True, interval=_AT_REST)
        self._behind.timeout.connect(self.show_figures)

    def slots(self) -> Mapping[str, Slot]:
        """Say what its action does."""
        return {"two_sides": self._workplace.with_session(self._open)}

    def follow(self, desk: Desk) -> None:
        """Show the months of another store."""
        self.close()
        desk.open_filings.filing_changed.connect(self._on_filing_changed)
        desk.month_opened.connect(self._behind.start)
        desk.leaving.connect(self.close)

    def close(self) -> None:
        """Close the window."""
        self._behind.stop()
        if self.window is not None:
            self.window.close()

    def show_figures(self) -> None:
        """Show the open month as it stands now."""
        session = self._workplace.session
        if self.window is None or session is None:
            return
        pools = self._pools(session)
        if pools:
            self.window.show_pools(pools, _month_of(session))

    def _open(self, session: FilingSession) -> None:
        pools = self._pools(session)
        if not pools:
            return
        if self.window is None:
            self.window = self._made(pools)
        self.window.show_pools(pools, _month_of(session))
        self._turn_to_schedule(session)
        self.window.setWindowState(self.window.windowState() & ~Qt.WindowState.WindowMinimized)
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()

    def _pools(self, session: FilingSession) -> tuple[TwoSides, ...]:
        try:
            return two_sides_of(session)
        except StoreError as error:
            tell(self._workplace.frame, "The two sides cannot be shown", str(error))
            return ()

    def _made(self, pools: tuple[TwoSides, ...]) -> SidesWindow:
        here = self._workplace
        zoom = zoom_kept(here.settings.zoom_of(_NAME))
        window = SidesWindow(pools, self._causes, zoom, here.frame)
        window.zoomed.connect(self._on_zoomed)
        window.box_chosen.connect(self._go_to_box)
        window.print_asked.connect(self._print_words)
        window.finished.connect(self._on_closed)
        return window

    def _turn_to_schedule(self, session: FilingSession) -> None:
        desk = self._workplace.desk
        code = desk.current_code if desk else ""
        if self.window is not None and code:
            self.window.show_pool_of(session.edition.schedule_of(code).tab)

    def _causes(self, tie: FacingTie) -> Sequence[LikelyCause]:
        session = self._workplace.session
        return causes_of(session, tie) if session else ()

    def _go_to_box(self, code: str) -> None:
        """Go to a box on the desk, in front of the two sides."""
        here = self._workplace
        if here.desk is not None and here.settle():
            here.desk.go_to(code)
            here.frame.raise_()
            here.frame.activateWindow()

    def _on_filing_changed(self, filing: Filing) -> None:
        session = self._workplace.session
        if self.window is not None and session and filing.id == session.filing.id:
            self._behind.start()

    def _on_zoomed(self, zoom: Zoom) -> None:
        self._workplace.settings.keep_zoom(_NAME, zoom.percent)

    def _on_closed(self) -> None:
        self.window = None


def _month_of(session: FilingSession) -> str:
    firm = session.value(session.edition.firm_code)
    return f"{session.filing.title}, {firm}" if firm else session.filing.title
