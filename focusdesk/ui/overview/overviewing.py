"""The overview of the open month: built when it is first asked for, live from then on."""

from collections.abc import Mapping

from focusdesk.filing.overview import overview_of
from focusdesk.filing.ports import StoreError
from focusdesk.filing.session import FilingSession
from focusdesk.ui.desk.actions import Slot
from focusdesk.ui.desk.desk import Desk
from focusdesk.ui.desk.workplace import Workplace
from focusdesk.ui.edges import due_words
from focusdesk.ui.overview.overview_page import OverviewPage


class Overviewing:
    """Puts the overview into the first tab of the open month."""

    def __init__(self, workplace: Workplace, show_figures: Slot) -> None:
        """Show nothing yet.

        Args:
            workplace: The window.
            show_figures: Opens the list of carried figures.
        """
        self._workplace, self._show_figures = workplace, show_figures

    def slots(self) -> Mapping[str, Slot]:
        """Say what its action does."""
        return {"overview": self._workplace.with_desk(self._show)}

    def follow(self, desk: Desk) -> None:
        """Follow the figures of another store's months."""
        desk.open_filings.filing_changed.connect(self._on_changed)

    def _show(self, desk: Desk) -> None:
        tabs, session = desk.tabs, desk.session
        if tabs is None or session is None or tabs.front is None:
            return
        if tabs.front.page is None:
            try:
                page = self._page(desk, session)
            except StoreError as error:
                desk.store_failed.emit(str(error))
                return
            tabs.put_front(page)
        tabs.show_front()

    def _page(self, desk: Desk, session: FilingSession) -> OverviewPage:
        filing, edges = session.filing, self._workplace.edges

        def due() -> str:
            day = edges.due_of(desk.register, filing)
            return due_words(day, session.filing.status) if day is not None else ""

        boxes = session.edition.boxes
        page = OverviewPage(lambda: overview_of(session), due, boxes)
        page.code_activated.connect(desk.go_to)
        page.code_reached.connect(self._explain)
        page.figure_activated.connect(self._on_figure)
        page.told.connect(self._workplace.status.say)
        page.store_failed.connect(desk.store_failed)
        return page

    def _on_figure(self, code: str) -> None:
        self._workplace.figure_asked = code
        self._show_figures()

    def _explain(self, code: str) -> None:
        """Let the right side say why the box of a row holds what it holds."""
        desk, session = self._workplace.desk, self._workplace.session
        if desk is not None and desk.tabs is not None and session is not None:
            desk.explain.show_box(session, code, desk.tabs.baseline)

    def _on_changed(self) -> None:
        """Look again; another month's figures may be those that changes are told against."""
        tabs = self._workplace.tabs
        if tabs is not None and tabs.front is not None and tabs.front.page is not None:
            tabs.front.page.follow_figures()
