"""How two figures agree is told by a sign and the style of the line, and again by the colour."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from focusdesk.calc.finding import Finding, Severity, State
from focusdesk.filing.facing_tie import Agreement, FacingTie
from focusdesk.filing.two_sides import TwoSides
from focusdesk.ui.look.theme import THEMES, Theme
from focusdesk.ui.sides.tie_paint import SIGNS, paint_routes, tie_colour, tie_pen


@pytest.fixture
def equal(segregation: TwoSides) -> FacingTie:
    return segregation.ties[0]


def failing(tie: FacingTie, severity: Severity) -> FacingTie:
    broken = replace(tie.tie, left_amount=1, right_amount=2, state=State.FAILS)
    finding = Finding("X01", severity, tie.codes, "They differ.", "segregation")
    return replace(tie, tie=broken, finding=finding)


def test_each_agreement_has_a_sign_of_its_own() -> None:
    assert set(SIGNS) == set(Agreement)
    assert len(set(SIGNS.values())) == len(Agreement)


def test_a_failing_tie_is_a_thick_line_and_one_within_its_tolerance_a_dashed_one(
    segregation: TwoSides,
) -> None:
    theme = THEMES["light"]
    equal, options, _ = segregation.ties
    broken = failing(equal, Severity.WARNING)
    waiting = replace(equal, tie=replace(equal.tie, state=State.NOT_EVALUATED))

    def style(tie: FacingTie) -> tuple[Qt.PenStyle, int]:
        pen = tie_pen(theme, tie, current=False)
        return pen.style(), pen.width()

    assert style(equal) == (Qt.PenStyle.SolidLine, 1)
    assert style(options) == (Qt.PenStyle.DashLine, 1)
    assert style(broken) == (Qt.PenStyle.SolidLine, 3)
    assert style(waiting) == (Qt.PenStyle.DotLine, 1)
    assert tie_pen(theme, equal, current=True).width() == 2


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_a_failing_tie_has_the_colour_of_its_weight(theme: Theme, equal: FacingTie) -> None:
    assert tie_colour(theme, failing(equal, Severity.ERROR)) == theme.error
    assert tie_colour(theme, failing(equal, Severity.WARNING)) == theme.warning
    assert tie_colour(theme, equal) == theme.good


def test_a_line_has_a_dot_at_its_box(light: QApplication, equal: FacingTie) -> None:
    del light
    theme = THEMES["light"]
    picture = QImage(40, 20, QImage.Format.Format_RGB32)
    picture.fill(theme.paper)
    painter = QPainter(picture)
    pen = tie_pen(theme, equal, current=False)
    paint_routes(painter, [(QPointF(0, 10), QPointF(40, 10))], pen, theme.paper)
    painter.end()

    assert picture.pixelColor(3, 8) == theme.good
    assert picture.pixelColor(30, 10) == theme.good
    assert picture.pixelColor(30, 7) == theme.paper
