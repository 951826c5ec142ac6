from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from focusdesk.filing.register import Register
from focusdesk.form.box import Box, BoxKind
from focusdesk.form.edition import Edition
from focusdesk.form.page import PageLayout
from focusdesk.form.period import Period
from focusdesk.form.schedule import LineItem, Schedule
from focusdesk.ui.starts.new_month import NewMonth, NewMonthAnswer
from tests.ui.window_words import edges_in
from tests.ui.words import DECEMBER, JANUARY


@pytest.fixture
def dialog(light: QApplication, qtbot: QtBot, register: Register, tmp_path: Path) -> NewMonth:
    del light
    dialog = NewMonth(register, edges_in(tmp_path, []))
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def _answers(dialog: NewMonth) -> list[NewMonthAnswer]:
    answers: list[NewMonthAnswer] = []
    dialog.answered.connect(answers.append)
    return answers


def _listed(dialog: NewMonth) -> list[str]:
    return [dialog.carried.item(at).text() for at in range(dialog.carried.count())]


def test_the_month_after_the_newest_is_proposed_rolled_forward(dialog: NewMonth) -> None:
    answers = _answers(dialog)
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    (answer,) = answers
    assert answer.period == Period(2014, 2)
    assert answer.source is not None
    assert answer.source.period == JANUARY
    assert not answer.with_amounts


def test_the_first_month_after_the_source_that_is_not_there_yet_is_proposed(
    light: QApplication, qtbot: QtBot, register: Register, tmp_path: Path
) -> None:
    del light
    register.start_month(Period(2014, 2))
    dialog = NewMonth(register, edges_in(tmp_path, []), register.store.find(DECEMBER))
    qtbot.addWidget(dialog)
    assert dialog.period.period == Period(2014, 3)
    assert dialog.start.isEnabled()
    dialog.period.show_period(JANUARY)
    assert not dialog.start.isEnabled()
    assert dialog.problem.text() == "January 2014 has been started already."


def test_what_comes_along_is_listed_box_by_box(dialog: NewMonth) -> None:
    listed = _listed(dialog)
    assert "13   NAME OF BROKER-DEALER:  HSBC SECURITIES (USA) INC." in listed
    assert not any(line.startswith("7100 ") for line in listed)
    dialog.with_amounts.click()
    assert "7100   Line 8.A, Cash:  93,296,699" in _listed(dialog)


def test_what_stays_behind_is_told_where_something_comes_along(dialog: NewMonth) -> None:
    assert dialog.comes_along.startswith("Adjusted net capital and 12 other figures")
    assert "stay behind: give each anew.\nIdentity, " in dialog.comes_along

    dialog.source.setCurrentIndex(dialog.source.count() - 1)
    assert dialog.comes_along.startswith("Nothing comes along")


def test_what_is_listed_is_what_comes_along(dialog: NewMonth, register: Register) -> None:
    listed = _listed(dialog)
    source = register.store.find(JANUARY)
    started = register.start_month(Period(2014, 2), source=source)
    dates = {started.edition.begins_code, started.edition.as_of_code}
    coming = set(started.worksheet.entered()) - dates
    assert len(listed) == len(coming)
    assert {line.split()[0] for line in listed} >= {code for code in coming if "." not in code}


def test_a_renumbered_box_is_listed_by_its_new_code(
    light: QApplication, qtbot: QtBot, register: Register, tmp_path: Path
) -> None:
    del light
    box = Box("113", BoxKind.TEXT, carried=True, renamed_from="13")
    line = LineItem(label="NAME OF FIRM", boxes=(box,))
    page = Schedule("cover", "Cover", ("COVER",), 10, (line,), PageLayout())
    newer = Edition("2014-02", "FOCUS Report", Period(2014, 2), (page,), firm_code="113")
    both = Register(register.store, {**register.editions, newer.id: newer})
    dialog = NewMonth(both, edges_in(tmp_path, []))
    qtbot.addWidget(dialog)
    assert _listed(dialog) == ["113   NAME OF FIRM:  HSBC SECURITIES (USA) INC."]


def test_long_after_the_newest_edition_no_more_is_said_than_is_known(dialog: NewMonth) -> None:
    assert dialog.edition.text().endswith("edition 2014-01, is in force then.")
    dialog.period.show_period(Period(2028, 10))
    assert dialog.edition.text().endswith("edition 2026-03, the newest that this program knows.")


def test_a_month_may_be_held_in_an_edition_that_is_offered(dialog: NewMonth) -> None:
    answers = _answers(dialog)
    dialog.period.show_period(Period(2022, 11))
    assert "its cover is not verified for months before March 2026" in dialog.edition.text()
    dialog.start.click()
    QTest.keyClick(dialog.edition.choice, Qt.Key.Key_Down)
    assert "13   NAME OF REPORTING ENTITY:  HSBC SECURITIES (USA) INC." in _listed(dialog)
    dialog.start.click()
    assert [answer.edition for answer in answers] == ["2014-01", "2026-03"]


def test_permanent_notes_are_counted_and_listed_as_what_comes_along(
    light: QApplication, qtbot: QtBot, register: Register, tmp_path: Path
) -> None:
    del light
    session = register.open(register.store.find(JANUARY))
    session.write_note("7190", "Above the\ntarget.", permanent=True)
    session.write_note("7100", "Only now.")
    session.write_note("", "Of every month.", permanent=True)
    dialog = NewMonth(register, edges_in(tmp_path, []))
    qtbot.addWidget(dialog)
    notes = [line for line in _listed(dialog) if line.startswith("Note ")]
    assert sorted(notes) == [
        "Note at 7190:  Above the target.",
        "Note on the month:  Of every month.",
    ]
    assert dialog.comes_along.endswith("boxes, 2 permanent notes):")
    started = register.start_month(Period(2014, 2), source=session.filing)
    assert set(started.notes()) == {"7190"}
    assert started.month_note() is not None
    dialog.source.setCurrentText("Nothing: an empty month")
    assert _listed(dialog) == []


def test_an_empty_month_takes_nothing_along(dialog: NewMonth) -> None:
    dialog.source.setCurrentText("Nothing: an empty month")
    assert _listed(dialog) == []
    assert not dialog.with_amounts.isEnabled()
    answers = _answers(dialog)
    dialog.start.click()
    assert answers[0].source is None


def test_a_month_that_is_there_cannot_be_started_again(dialog: NewMonth) -> None:
    dialog.period.show_period(JANUARY)
    assert dialog.problem.text() == "January 2014 has been started already."
    assert not dialog.start.isEnabled()


def test_the_form_in_force_is_named(dialog: NewMonth) -> None:
    assert dialog.edition.text() == "FOCUS Report, Part II, edition 2014-01, is in force then."
    dialog.period.show_period(Period(1999, 1))
    assert not dialog.start.isEnabled()
    assert "January 1999" in dialog.problem.text()


def test_a_refusal_leaves_the_dialog_open(dialog: NewMonth) -> None:
    dialog.refuse("The disk is full.")
    assert dialog.problem.text() == "The disk is full."
    assert dialog.isVisible()
