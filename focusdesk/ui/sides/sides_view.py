"""A pool with its two sides facing one another, the ties drawn between them.

Up and Down go from line to line or from tie to tie, Left and Right along a tie from the requirement
over the tie to the assets and back; Enter goes to the box on its page.
"""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QScrollArea, QWidget
from typing_extensions import override

from focusdesk.filing.facing_tie import FacingTie
from focusdesk.filing.two_sides import TwoSides
from focusdesk.ui.look.theme import SMALL_PIXELS
from focusdesk.ui.look.zoom import Zoom
from focusdesk.ui.sides.side_list import SideList
from focusdesk.ui.sides.tie_list import TieList

_AROUND, _HEADING, _NARROWEST, _ROOM = 12, 6, 178, 8
_TOP = Qt.AlignmentFlag.AlignTop


class SidesView(QScrollArea):
    """Shows one pool.

    Attributes:
        box_activated: The user wants to go to a box; carries its code.
        looked_at: Another line or tie is current; `tie` and `code` say which.
        requirement: The lines of what is owed.
        ties: The ties.
        assets: The lines of what is held.
        pool: What is shown; `None` for nothing yet.
        tie: The tie that is looked at; `None` for none.
        code: The box that is looked at; empty where it is a tie.
    """

    box_activated = Signal(str)
    looked_at = Signal()

    def __init__(self) -> None:
        """Show nothing yet."""
        super().__init__()
        self.requirement = SideList("Requirement")
        self.assets = SideList("Assets", mirrored=True)
        self.ties = TieList(self.requirement.middle_of, self.assets.middle_of)
        self._headings = (QLabel(), QLabel(), QLabel())
        self.pool: TwoSides | None = None
        self.tie: FacingTie | None = None
        self.code: str = ""
        self._zoom = Zoom()
        self._lay_out()
        self._tie_parts()
        self.show_zoom(Zoom())

    def show_pool(self, pool: TwoSides) -> None:
        """Show a pool; where it is the one that is shown, the keyboard stays where it is."""
        other = self.pool is None or self.pool.schedule != pool.schedule
        before, self.pool = self.tie, pool
        self.requirement.show_side(pool.requirement)
        self.assets.show_side(pool.assets)
        self.ties.show_ties(pool.ties)
        owed, between, held = self._headings
        owed.setText(f"REQUIREMENT \u00b7 {pool.requirement.heading}")
        between.setText("TIES" if pool.ties else "NO TIES")
        held.setText(f"ASSETS \u00b7 {pool.assets.heading}")
        self._stack()
        if other or before is None:
            self._look_at(self.ties.tie, "")
        else:
            same = [tie for tie in pool.ties if tie.codes == before.codes]
            self._look_at(same[0] if same else self.ties.tie, self.code)

    def show_zoom(self, zoom: Zoom) -> None:
        """Show the lines and the ties in another size."""
        self._zoom = zoom
        for part in (self.requirement, self.ties, self.assets):
            part.show_zoom(zoom)
        for heading in self._headings:
            heading.setFont(zoom.font(SMALL_PIXELS - 1))
        least = zoom.grown(_NARROWEST)
        for column in (0, 2):
            self._grid.setColumnMinimumWidth(column, least)
        self._stack()

    def repaint_lines(self) -> None:
        """Draw everything again, in the colours of another theme."""
        for part in (self.requirement, self.ties, self.assets):
            part.viewport().update()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._stack()

    def _lay_out(self) -> None:
        self._inner = QWidget()
        self._inner.setObjectName("sides_ground")
        self._grid = QGridLayout(self._inner)
        self._grid.setContentsMargins(_AROUND, _HEADING, _AROUND, _HEADING)
        self._grid.setHorizontalSpacing(0)
        for column, heading in enumerate(self._headings):
            heading.setObjectName("overview_heading")
            heading.setWordWrap(True)
            heading.setAlignment(_TOP)
            if column == 1:
                heading.setAlignment(_TOP | Qt.AlignmentFlag.AlignHCenter)
            self._grid.addWidget(heading, 0, column)
        for column, part in enumerate((self.requirement, self.ties, self.assets)):
            self._grid.addWidget(part, 1, column, _TOP)
        self._grid.setAlignment(self.requirement, _TOP)
        for column in (0, 2):
            self._grid.setColumnStretch(column, 1)
        self._grid.setRowStretch(2, 1)
        self.setObjectName("sides")
        self.setWidget(self._inner)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def _tie_parts(self) -> None:
        for side in (self.requirement, self.assets):
            side.chosen.connect(self.box_activated)
            side.came_to.connect(self._on_line)
            side.laid_out.connect(self._stack)
        self.requirement.left_by.connect(self._on_requirement_left)
        self.assets.left_by.connect(self._on_assets_left)
        self.ties.came_to.connect(self._on_tie)
        self.ties.chosen.connect(self._on_tie_chosen)
        self.ties.left_by.connect(self._on_tie_left)

    def _stack(self) -> None:
        """Let the cards of the ties stand beside their boxes."""
        self.ties.stack(max(self.requirement.height(), self.assets.height()))

    # Going about

    def _on_line(self, code: str) -> None:
        own = self.pool.ties_of(code) if self.pool else ()
        self._look_at(own[0] if own else None, code)
        side = self.sender()
        if isinstance(side, SideList):
            self._bring_into_sight(side, side.place_of_line())

    def _on_tie(self, tie: FacingTie) -> None:
        self._look_at(tie, "")
        self._bring_into_sight(self.ties, self.ties.visualRect(self.ties.currentIndex()))

    def _look_at(self, tie: FacingTie | None, code: str) -> None:
        self.tie, self.code = tie, code
        for side in (self.requirement, self.assets):
            side.mark(tie.codes if tie else ())
        self.ties.mark(tie)
        self.looked_at.emit()

    def _on_tie_chosen(self, tie: FacingTie) -> None:
        self.box_activated.emit(tie.tie.left[0])

    def _on_requirement_left(self, key: Qt.Key) -> None:
        if key == Qt.Key.Key_Right:
            self._go_inwards(self.requirement.code, self.assets)

    def _on_assets_left(self, key: Qt.Key) -> None:
        if key == Qt.Key.Key_Left:
            self._go_inwards(self.assets.code, self.requirement)

    def _go_inwards(self, code: str, across: SideList) -> None:
        """Go from a line to its tie; where the pool has none, to the other side."""
        own = self.pool.ties_of(code) if self.pool else ()
        if own:
            self.ties.choose(own[0])
        there = self.ties if self.ties.ties else across
        there.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_tie_left(self, key: Qt.Key) -> None:
        """Go from a tie to the first of its boxes on one side."""
        tie = self.ties.tie
        if tie is None:
            return
        leftwards = key == Qt.Key.Key_Left
        side = self.requirement if leftwards else self.assets
        side.choose((tie.tie.left if leftwards else tie.tie.right)[0])
        side.setFocus(Qt.FocusReason.OtherFocusReason)

    def _bring_into_sight(self, part: QWidget, place: QRect) -> None:
        for corner in (place.bottomLeft(), place.topLeft()):
            point = part.mapTo(self._inner, corner)
            self.ensureVisible(point.x(), point.y(), 0, _ROOM)
