"""Figures stand in line at their right, what they are of at the left."""

from PySide6.QtCore import Qt

from focusdesk.ui.look.record_table import Record
from focusdesk.ui.what_if.figure_records import FigureRecords


def test_figures_stand_at_the_right_and_their_headings_too() -> None:
    model = FigureRecords(("Box", "Now"))
    model.show([Record(("7010", "5"))])
    role, across = Qt.ItemDataRole.TextAlignmentRole, Qt.Orientation.Horizontal

    assert model.data(model.index(0, 1), role) == (
        Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
    )
    assert model.data(model.index(0, 0), role) == (
        Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
    )
    assert model.headerData(1, across) == "Now"
    assert model.headerData(1, across, role) == (
        Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    )
    assert model.data(model.index(0, 1)) == "5"
