"""What is told of a tie, and the sheet of a pool."""

from dataclasses import replace

from PySide6.QtWidgets import QApplication

from focusdesk.calc.finding import Finding, Severity, State
from focusdesk.calc.likely_causes import LikelyCause, Slip
from focusdesk.filing.two_sides import TwoSides
from focusdesk.ui.look.theme import THEMES
from focusdesk.ui.sides.sides_html import NO_CAUSE, document_of, sides_sheet, tie_html

CAUSE = LikelyCause("7120", Slip.SWAPPED, 12, 21, "two digits of 7120 swapped: 21 instead of 12")


def test_only_the_codes_of_a_tie_are_links(segregation: TwoSides) -> None:
    page = tie_html(THEMES["light"], segregation.ties[1], ())

    assert page.count('href="7032"') == 1
    assert page.count('href="7132"') == 1
    assert page.count("href=") == 2
    assert NO_CAUSE not in page


def test_a_tie_that_breaks_without_a_single_cause_says_so(segregation: TwoSides) -> None:
    tie = segregation.ties[0]
    finding = Finding("X01", Severity.WARNING, tie.codes, "7020 < 7090.", "segregation")
    broken = replace(tie, tie=replace(tie.tie, right_amount=1, state=State.FAILS), finding=finding)

    assert NO_CAUSE in tie_html(THEMES["light"], broken, ())
    told = tie_html(THEMES["light"], broken, [CAUSE])
    assert NO_CAUSE not in told
    assert ">go to 7120</a>" in told
    assert "&lt;" in told, "words are words and no markup"


def test_a_sheet_has_every_line_tie_cause_and_sum(
    light: QApplication, segregation: TwoSides
) -> None:
    del light
    causes = [(CAUSE,), (), ()]
    words = document_of(sides_sheet(segregation, "January 2014, A & B", causes)).toPlainText()

    for side in (segregation.requirement, segregation.assets):
        assert all(line.shown in words for line in side.lines)
    assert all(tie.sentence in words for tie in segregation.ties)
    assert f"Likely cause: {CAUSE.words}" in words
    assert "A & B" in words
    assert "Over target" in words
