"""Lines wrap and grow; the amount stands on the side of the ties."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from focusdesk.filing.two_sides import SideLine
from focusdesk.ui.look.zoom import Zoom
from focusdesk.ui.sides.side_paint import SidePainter

LINE = SideLine("7.C", "Securities held for particular customers", 1, "7090", 97_685_942)


def painter(width: int, *, mirrored: bool = False) -> SidePainter:
    made = SidePainter(QObject(), mirrored=mirrored)
    made.width = width
    return made


def test_the_amount_faces_the_other_side(light: QApplication) -> None:
    del light
    owed, held = painter(500).laid(LINE), painter(500, mirrored=True).laid(LINE)

    assert owed.number.left() < owed.words.left() < owed.code.left() < owed.amount.left()
    assert held.amount.left() < held.code.left() < held.number.left() < held.words.left()


def test_words_stand_over_the_amount_where_it_is_narrow(light: QApplication) -> None:
    del light
    wide, narrow = painter(500).laid(LINE), painter(200).laid(LINE)

    assert wide.amount.top() == wide.words.top()
    assert narrow.amount.top() > narrow.words.bottom()
    assert narrow.height > wide.height
    assert narrow.amount.bottom() < narrow.height


def test_no_line_is_lower_than_what_a_finger_or_a_pointer_needs(light: QApplication) -> None:
    del light
    small = painter(500)
    small.zoom = Zoom(75)
    assert small.height_of(SideLine("1", "Cash", 0, "7010", 1)) >= 24


def test_the_middle_of_the_figure_lies_in_its_line(light: QApplication) -> None:
    del light
    narrow = painter(200)
    assert narrow.laid(LINE).words.bottom() < narrow.figure_middle(LINE) < narrow.height_of(LINE)
