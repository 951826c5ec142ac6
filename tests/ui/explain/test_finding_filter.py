"""The bar over the list of findings."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from focusdesk.calc.finding import Finding, Severity
from focusdesk.filing.finding_kind import Kind
from focusdesk.filing.listed_findings import ListedFinding, Standing
from focusdesk.form.edition import Edition
from focusdesk.ui.explain.finding_filter import FindingFilter

ERROR = ListedFinding(Finding("C04", Severity.ERROR, ("15",), "15 is blank.", "cover"))
NAME = ListedFinding(
    Finding("X13", Severity.WARNING, ("7690", "7740"), "No name.", "secured_funds"),
    Standing.EXPLAINED,
    "Explained: a broker",
)
UNJUDGED = ListedFinding(
    Finding("X08", Severity.ERROR, ("7490",), "7490 is blank.", "cftc_capital"),
    Standing.NOT_EVALUATED,
)
ALL = (ERROR, NAME, UNJUDGED)


@pytest.fixture
def bar(light: QApplication, qtbot: QtBot) -> FindingFilter:
    del light
    bar = FindingFilter()
    qtbot.addWidget(bar)
    bar.show_counts((ERROR, NAME))
    bar.take_keyboard()
    return bar


def passed(bar: FindingFilter) -> list[str]:
    return [each.finding.id for each in ALL if bar.passes(each)]


def test_at_first_it_leaves_out_only_what_was_not_evaluated(bar: FindingFilter) -> None:
    assert passed(bar) == ["C04", "X13"]
    assert not bar.is_narrow
    bar.not_evaluated.click()
    assert passed(bar) == ["C04", "X13", "X08"]
    assert not bar.is_narrow, "more is listed, and nothing is left out"


def test_words_are_sought_in_codes_and_in_what_is_said(bar: FindingFilter) -> None:
    told: list[str] = []
    bar.changed.connect(lambda: told.append("changed"))
    QTest.keyClicks(bar.sought, "broker")
    assert passed(bar) == ["X13"]
    assert bar.is_narrow
    assert len(told) == len("broker")


def test_kinds_are_counted_and_left_out(bar: FindingFilter) -> None:
    assert bar.kinds[Kind.ERROR].text() == "1 error"
    assert bar.kinds[Kind.EXPLAINED].text() == "1 explained"
    assert bar.kinds[Kind.OPEN_NOTICE].isHidden(), "there is none"
    bar.kinds[Kind.ERROR].click()
    assert passed(bar) == ["X13"]
    bar.show_counts(())
    assert not bar.kinds[Kind.ERROR].isHidden(), "it can be shown again"
    assert bar.kinds[Kind.EXPLAINED].isHidden()


def test_one_schedule_alone_which_stays_where_another_form_has_it(
    bar: FindingFilter, editions: dict[str, Edition]
) -> None:
    edition = editions["2014-01"]
    bar.show_schedules(edition.schedules)
    bar.schedules.setCurrentIndex(bar.schedules.findData("cover"))
    assert passed(bar) == ["C04"]
    bar.show_schedules(edition.schedules)
    assert passed(bar) == ["C04"]
    bar.show_schedules(edition.schedules[1:])
    assert passed(bar) == ["C04", "X13"]


def test_esc_closes_and_clearing_leaves_nothing_out(bar: FindingFilter) -> None:
    closed: list[str] = []
    bar.closed.connect(lambda: closed.append("closed"))
    QTest.keyClicks(bar.sought, "x")
    bar.kinds[Kind.ERROR].click()
    bar.not_evaluated.click()
    QTest.keyClick(bar.sought, Qt.Key.Key_Escape)
    assert closed == ["closed"]
    bar.clear()
    assert passed(bar) == ["C04", "X13"]
