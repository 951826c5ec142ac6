"""The right side of the desk: why the current box holds what it holds, over what does not hold."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget
from typing_extensions import override

from focusdesk.filing.listed_findings import FindingList, ListedFinding
from focusdesk.filing.session import FilingSession
from focusdesk.ui.explain.explain_panel import ExplainPanel
from focusdesk.ui.explain.findings_panel import FindingsPanel
from focusdesk.ui.look.zoom import Zoom

WIDTH = 280

# Pixels for the heading of the findings and for each of them; all of them take less than half.
_HEADING, _EACH, _MOST = 76, 84, 0.45
_LESS = 0.22


class RightSide(QSplitter):
    """Gives the explanation the room that the findings leave, until the user moves the line.

    Attributes:
        zoomed: It is written in another size; carries the `Zoom`.
        asked: A link of the explanation, or a finding, asks for an action; carries its id.
        explain: The explanation.
        findings: The findings.
        zoom: How large it is written.
    """

    zoomed = Signal(object)
    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.setObjectName("side")
        self.explain = ExplainPanel()
        self.findings = FindingsPanel()
        self.zoom = Zoom()
        self._upper = QStackedWidget()
        self._upper.addWidget(self.explain)
        self._parted_by_hand = False
        self._session: FilingSession | None = None
        self._list: FindingList | None = None
        for panel in (self._upper, self.findings):
            self.addWidget(panel)
        self.explain.answer_asked.connect(self.findings.answer)
        self.explain.note_asked.connect(lambda: self.asked.emit("write_note"))
        self.findings.action_asked.connect(self.asked)
        self.findings.needs_room.connect(self._part)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)
        self.splitterMoved.connect(self.part_by_hand)

    @property
    def in_front(self) -> QWidget:
        """The explanation, or what stands in its place."""
        return self._upper.currentWidget() or self.explain

    def put_in_front(self, panel: QWidget) -> None:
        """Show a panel in the place of the explanation, with more of the room."""
        self._upper.addWidget(panel)
        self._upper.setCurrentWidget(panel)
        self._part()

    def give_back(self) -> None:
        """Show the explanation in its place again."""
        self._upper.setCurrentWidget(self.explain)
        self._part()

    def show_zoom(self, zoom: Zoom) -> None:
        """Write all of it in another size."""
        self.zoom = zoom
        self.explain.show_zoom(zoom)
        self.findings.show_zoom(zoom)
        self.zoomed.emit(zoom)

    def make_room(self, *, narrow: bool) -> None:
        """Leave the page all the room of a narrow window, except while the keyboard is here."""
        used = self.isAncestorOf(self.window().focusWidget() or self)
        self.setVisible(used or not narrow)

    def part_by_hand(self) -> None:
        """Stay parted as the user has parted it, whatever the findings need."""
        self._parted_by_hand = True

    def share(self) -> None:
        """Give the findings the room that they need, as at first."""
        self._parted_by_hand = False
        self._part()

    def show_session(self, session: FilingSession) -> None:
        """List what does not hold in a filing.

        Raises:
            StoreError: the store cannot be read.
        """
        if session is not self._session:
            self._session, self._list = session, FindingList(session)
            self.findings.not_evaluated = self._list.not_evaluated
            self.findings.show_schedules(session.edition.schedules)
        if self._list is not None:
            self.show_findings(self._list.listed())

    def show_findings(self, listed: tuple[ListedFinding, ...]) -> None:
        """List findings, and give them the room that they need."""
        self.findings.show_findings(listed)
        self._part()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._part()

    def _part(self) -> None:
        if not self._parted_by_hand:
            wanted = _HEADING + _EACH * len(self.findings.findings)
            height = self.height() - self.handleWidth()
            most = _MOST if self.in_front is self.explain else _LESS
            # The filter comes out of the upper part: the list keeps what it has without it.
            lower = min(wanted, int(height * most)) + self.findings.filter_height
            self.setSizes([height - lower, lower])
