"""The parts of the desk side by side: months, pages, explanation and findings."""

from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QLabel, QSplitter, QVBoxLayout, QWidget
from typing_extensions import override

from focusdesk.ui.explain.right_side import WIDTH as RIGHT_WIDTH
from focusdesk.ui.explain.right_side import RightSide
from focusdesk.ui.look.panes import Pane
from focusdesk.ui.months.side_panel import WIDTH, SidePanel
from focusdesk.ui.page.schedule_tabs import ScheduleTabs

_ROOM_FOR_THREE = 880  # pixels: months, page and explanation side by side
_PAGE = 810


class DeskParts(QSplitter):
    """Gives each part its room, and the page all of it where the window is narrow.

    Attributes:
        side: The months and the firm.
        right: The explanation and the findings.
        no_month: What stands in the page's place while the firm has no month.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.side = SidePanel()
        self.right = RightSide()
        self.no_month = QLabel("No month has been started yet. Start one with Ctrl+N.")
        self.no_month.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._tabs: ScheduleTabs | None = None
        self._foot: QWidget | None = None
        self._page = QVBoxLayout()
        middle = QWidget()
        middle.setLayout(self._page)
        self._page.setContentsMargins(0, 0, 0, 0)
        self._page.addWidget(self.no_month, 1)
        for at, (part, stretch) in enumerate(((self.side, 0), (middle, 1), (self.right, 0))):
            self.addWidget(part)
            self.setStretchFactor(at, stretch)
            self.setCollapsible(at, at != 1)
        self.setHandleWidth(1)
        self.share()
        cast("QApplication", QApplication.instance()).focusChanged.connect(self.make_room)

    def share(self) -> None:
        """Share the room as at first."""
        self.setSizes([WIDTH, _PAGE, RIGHT_WIDTH])

    def widen(self, at: int, width: int) -> None:
        """Give a part beside the page a width; the page takes what it leaves.

        Args:
            at: Which part, from the left.
            width: Its pixels.
        """
        sizes = self.sizes()
        sizes[1] += sizes[at] - width
        sizes[at] = width
        self.setSizes(sizes)

    def put(self, tabs: ScheduleTabs) -> None:
        """Put the pages of a month into the middle."""
        self._tabs = tabs
        self._page.insertWidget(0, tabs, 1)
        tabs.show()  # a layout would do so later, and until then Tab would leave its page

    def put_at_foot(self, bar: QWidget) -> None:
        """Put a bar under the pages; it stays there when the pages of another month come."""
        self._foot = bar
        self._page.addWidget(bar)

    def take_away(self) -> None:
        """Take the pages out of the middle, if there are any."""
        if self._tabs is not None:
            self._tabs.give_up_entries()  # lest they be taken while the pages go
            self._page.removeWidget(self._tabs)
            self._tabs.hide()
            self._tabs.deleteLater()
            self._tabs = None

    def panes(self) -> list[Pane]:
        """Give where F6 goes: months, page, explanation, findings if there are any."""
        findings = self.right.findings
        panes = [
            Pane(self.side.months, self.side.months),
            Pane(self.right.in_front, self.right.in_front),
            Pane(findings, findings.list if findings.findings else None),
        ]
        if self._tabs is not None:
            panes.insert(1, Pane(self._tabs, self._tabs.door))
        if self._foot is not None:
            panes.insert(2, Pane(self._foot, self._foot.focusProxy()))
        return panes

    def make_room(self) -> None:
        """Leave the page all the room of a narrow window, except while the keyboard is beside."""
        self.right.make_room(narrow=self.width() < _ROOM_FOR_THREE)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.make_room()
