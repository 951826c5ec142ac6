"""January 2014 of the sample shows exactly what its filing left out: in the window and in words."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from focusdesk.__main__ import main as run
from focusdesk.app.joined import desk_edges
from focusdesk.filing.facing_tie import Agreement
from focusdesk.filing.finding_kind import Kind
from focusdesk.filing.listed_findings import FindingList
from focusdesk.ui.overview.overview_page import OverviewPage
from focusdesk.ui.sides.sides_window import SidesWindow
from tests.ui.window_words import Window, open_window
from tests.ui.words import JANUARY

NOT_EVALUATED = {"X08", "N05", "N06", "N07"}
ASKED = {("C04", ("15",)), ("X13", ("7690", "7740"))}
COUNTED = "1 error, 2 warnings, 7 information"
AT_SIGNING = "a signature copy adds 1 error (C06)"


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """The sample that the program writes."""
    path = tmp_path / "sample.focusdesk"
    desk_edges().close_store(desk_edges().write_sample(path))
    return path


@pytest.fixture
def window(light: QApplication, qtbot: QtBot, tmp_path: Path, store: Path) -> Window:
    """The program, open on January."""
    del light
    window = open_window(qtbot, tmp_path, store)
    window.desk.show_month(window.month(JANUARY), "7010")
    return window


def apart_from_december(
    told: Iterable[tuple[str, tuple[str, ...]]],
) -> set[tuple[str, tuple[str, ...]]]:
    """Leave out how the figures moved since December, which is made up (P01, P02)."""
    return {each for each in told if each[0] not in ("P01", "P02")}


def test_the_window_lists_a_name_and_a_number_and_nothing_else(window: Window) -> None:
    panel = window.desk.findings
    told = [(each.finding.id, each.finding.codes) for each in panel.shown]
    assert apart_from_december(told) == ASKED
    (name,) = [each for each in panel.shown if each.finding.id == "X13"]
    assert "44,553,280 (7740) stands without a name" in name.finding.message
    heading = panel.findChild(QLabel, "section_heading")
    assert heading is not None
    assert heading.text() == f"FINDINGS \u00b7 {COUNTED.upper()}"

    panel.filter.not_evaluated.click()
    unjudged = {each.finding.id for each in panel.shown if each.kind is Kind.NOT_EVALUATED}
    assert unjudged >= NOT_EVALUATED


def test_the_window_asks_for_the_officers_only_of_a_signature_copy(window: Window) -> None:
    window.do("overview")
    front = window.tabs.front
    assert front is not None
    page = front.page
    assert isinstance(page, OverviewPage)
    asked = [row for row in page.remaining.rows if row.heading == "Error C06"]
    assert [row.words.startswith("Asked of the signature copy. ") for row in asked] == [True]
    assert "C06" not in {each.id for each in window.desk.findings.findings}
    headings = {label.text() for label in page.findChildren(QLabel)}
    assert f"FINDINGS \u00b7 {AT_SIGNING.upper()}" in headings


def test_the_options_differ_within_the_tolerance_and_are_information_in_the_two_sides(
    window: Window,
) -> None:
    window.do("two_sides")
    (sides,) = window.frame.findChildren(SidesWindow)
    allowed = [tie.tie for tie in sides.pool.ties if tie.agreement is Agreement.ALLOWED]
    assert {(tie.check, abs(tie.difference or 0)) for tie in allowed} == {
        ("X05", 224_968),
        ("X05", 3_360),
    }
    assert "X05" not in {each.id for each in window.desk.findings.findings}


def test_the_command_line_says_the_same(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    month = [str(store), "--period", "2014-01"]
    assert run(["check", *month, "--all", "--json"]) == 1
    entries: list[dict[str, Any]] = json.loads(capsys.readouterr().out)
    failing = [(each["id"], tuple(each["codes"])) for each in entries if each["state"] == "fails"]
    assert apart_from_december(failing) == ASKED
    allowed = {each["difference"] for each in entries if each["state"] == "holds"}
    assert allowed == {224_968, 3_360}
    unjudged = {each["id"] for each in entries if each["state"] == "not evaluated"}
    assert unjudged >= NOT_EVALUATED

    assert run(["check", *month]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert f"edition 2014-01: {COUNTED}; {AT_SIGNING}; " in lines[-1]
    assert len([line for line in lines if line.startswith("information  ")]) == 7

    assert run(["overview", *month]) == 0
    assert f"Findings: {COUNTED}; {AT_SIGNING}." in capsys.readouterr().out.splitlines()


def test_no_illustrative_month_is_said_to_keep_falling(window: Window) -> None:
    register = window.desk.register
    for filing in register.store.filings():
        listed = FindingList(register.open(filing)).listed()
        assert "P04" not in {each.finding.id for each in listed}, filing.title
