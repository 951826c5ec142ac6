"""The right side of the desk: why the current box holds what it holds, over what does not hold."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget
from typing_extensions import override

from focusdesk.calc.checks import Finding
from focusdesk.ui.explain.explain_panel import ExplainPanel
from focusdesk.ui.explain.findings_panel import FindingsPanel

WIDTH = 280

# Pixels for the heading of the findings and for each of them; all of them take less than half.
_HEADING, _EACH, _MOST = 76, 84, 0.45


class RightSide(QSplitter):
    """Gives the explanation the room that the findings leave, until the user moves the line.

    Attributes:
        explain: The explanation.
        findings: The findings.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.setObjectName("side")
        self.explain = ExplainPanel()
        self.findings = FindingsPanel()
        self._parted_by_hand = False
        for panel in (self.explain, self.findings):
            self.addWidget(panel)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)
        self.splitterMoved.connect(self.part_by_hand)

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

    def show_findings(self, findings: tuple[Finding, ...]) -> None:
        """List the findings, and give them the room that they need."""
        self.findings.show_findings(findings)
        self._part()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._part()

    def _part(self) -> None:
        if not self._parted_by_hand:
            wanted = _HEADING + _EACH * len(self.findings.findings)
            height = self.height() - self.handleWidth()
            lower = min(wanted, int(height * _MOST))
            self.setSizes([height - lower, lower])
