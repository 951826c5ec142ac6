"""No meaning by colour alone (WCAG 2.2, 1.4.1): drawn in black and white, states still differ."""

from dataclasses import fields, replace
from itertools import combinations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from focusdesk.calc.checks import Finding, Severity
from focusdesk.filing.listed_findings import ListedFinding
from focusdesk.ui.look.badges import CountBadge
from focusdesk.ui.look.theme import Theme, theme_named
from focusdesk.ui.page.box_painter import BoxPainter
from focusdesk.ui.page.legend import SAMPLE_WIDTH, SAMPLES, Sample
from focusdesk.ui.page.marks import Mark

CELL = QRect(0, 0, SAMPLE_WIDTH, 30)
LEAST = 6
"""Pixels by which two signs must differ, black from white."""

GROUNDS = {"paper", "ground", "raised", "calculated", "moved", "on_accent", "rule", "line"}


def black_on_white() -> Theme:
    """A theme in which nothing can be told by colour: its inks are black, its grounds white."""
    light = theme_named("light")
    colours = {
        field.name: QColor("white" if _is_ground(field.name) else "black")
        for field in fields(light)
        if field.name != "name"
    }
    return replace(light, **colours)


def _is_ground(name: str) -> bool:
    return name in GROUNDS or name.endswith("_ground")


def drawn(sample: Sample) -> QImage:
    """Draw a box in black and white."""
    picture = QImage(CELL.size(), QImage.Format.Format_RGB32)
    picture.fill(QColor("white"))
    painter = QPainter(picture)
    boxes = BoxPainter()
    boxes.theme = black_on_white()
    boxes.paint(painter, CELL, sample.box, sample.held, sample.look)
    painter.end()
    return picture.convertToFormat(QImage.Format.Format_Grayscale8)


def apart(first: QImage, second: QImage) -> int:
    """Count the pixels of two grey pictures that differ by more than half of black from white."""
    pairs = zip(bytes(first.constBits()), bytes(second.constBits()), strict=True)
    return sum(abs(one - other) > 127 for one, other in pairs)


@pytest.mark.parametrize(
    ("one", "other"), [*combinations(SAMPLES, 2)], ids=lambda sample: sample.words.split(":")[0]
)
def test_any_two_states_of_a_box_differ_by_their_shape(
    light: QApplication, one: Sample, other: Sample
) -> None:
    del light
    assert apart(drawn(one), drawn(other)) >= LEAST


def test_badges_of_an_error_and_a_warning_differ_by_their_shape(light: QApplication) -> None:
    del light
    pictures = [badge_of(severity) for severity in (Severity.ERROR, Severity.WARNING)]
    assert apart(*pictures) >= LEAST // 2


def badge_of(severity: Severity) -> QImage:
    badge = CountBadge()
    badge.show_counts((ListedFinding(Finding("S01", severity, ("7010",), "", "")),), 0)
    return badge.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)


def test_what_is_marked_is_said_too(light: QApplication) -> None:
    del light
    marks = [sample.held.mark for sample in SAMPLES if sample.held.mark != Mark()]
    assert len(marks) > 5
    assert all(mark.spoken or mark.typed for mark in marks)
