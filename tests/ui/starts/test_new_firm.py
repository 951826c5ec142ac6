from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from focusdesk.form.edition import Edition
from focusdesk.form.period import Period
from focusdesk.ui.starts.new_firm import NewFirm, NewFirmAnswer, facts_asked
from tests.ui.window_words import Answers, edges_in


@pytest.fixture
def answers() -> Answers:
    return Answers()


@pytest.fixture
def dialog(light: QApplication, qtbot: QtBot, answers: Answers, tmp_path: Path) -> NewFirm:
    del light
    dialog = NewFirm(edges_in(tmp_path, []), answers)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


@pytest.fixture
def given(dialog: NewFirm) -> list[NewFirmAnswer]:
    given: list[NewFirmAnswer] = []
    dialog.answered.connect(given.append)
    return given


def test_the_facts_that_the_rules_turn_on_are_asked(editions: dict[str, Edition]) -> None:
    asked = [box.code for box in facts_asked(editions["2014-01"])]
    assert asked == ["firm.retail_forex", "firm.swap_dealer"]


def test_a_firm_is_told_by_the_keyboard_alone(
    dialog: NewFirm, given: list[NewFirmAnswer], tmp_path: Path
) -> None:
    QTest.keyClicks(dialog.name, "Acme Futures LLC")
    QTest.keyClicks(dialog.number, "8-12345")
    QTest.keyClicks(dialog.facts["firm.retail_forex"], "Y")
    QTest.keyClick(dialog.name, Qt.Key.Key_Return)
    (answer,) = given
    assert answer.store == tmp_path / "Acme Futures LLC.focusdesk"
    assert answer.period == Period(2014, 1)
    assert answer.values == {"13": "Acme Futures LLC", "14": "8-12345", "firm.retail_forex": True}


def test_a_firm_without_a_name_is_not_started(dialog: NewFirm, given: list[NewFirmAnswer]) -> None:
    QTest.keyClick(dialog.name, Qt.Key.Key_Return)
    assert given == []
    assert dialog.problem.text().startswith("The firm needs a name")
    assert dialog.isVisible()


def test_the_file_is_named_after_the_firm_until_the_user_names_it(
    dialog: NewFirm, answers: Answers, tmp_path: Path
) -> None:
    dialog.name.setText('A/B "C"')
    assert dialog.place.text() == str(tmp_path / "A B C.focusdesk")
    answers.answer = tmp_path / "mine.focusdesk"
    dialog.choose_place()
    dialog.name.setText("Another")
    assert dialog.place.text() == str(tmp_path / "mine.focusdesk")


def test_a_place_without_a_suffix_gets_one(
    dialog: NewFirm, given: list[NewFirmAnswer], tmp_path: Path
) -> None:
    dialog.name.setText("Acme")
    dialog.place.setText(str(tmp_path / "desk"))
    QTest.keyClick(dialog.name, Qt.Key.Key_Return)
    assert given[0].store == tmp_path / "desk.focusdesk"


def test_a_name_that_no_box_can_hold_is_told_in_a_sentence(
    dialog: NewFirm, given: list[NewFirmAnswer]
) -> None:
    dialog.name.setText("A" * 300)
    QTest.keyClick(dialog.name, Qt.Key.Key_Return)
    assert given == []
    assert "300 characters" in dialog.problem.text()


def test_long_after_the_newest_edition_no_more_is_said_than_is_known(dialog: NewFirm) -> None:
    assert dialog.edition.text().endswith("edition 2014-01, is in force then.")
    dialog.period.show_period(Period(2028, 10))
    assert dialog.edition.text().endswith("edition 2026-03, the newest that this program knows.")


def test_a_firm_may_begin_in_an_edition_that_is_offered(
    dialog: NewFirm, given: list[NewFirmAnswer]
) -> None:
    dialog.name.setText("Acme")
    dialog.period.show_period(Period(2022, 11))
    QTest.keyClick(dialog.edition.choice, Qt.Key.Key_Down)
    assert "its cover is not verified" in dialog.edition.text()
    dialog.start.click()
    assert [answer.edition for answer in given] == ["2026-03"]


def test_a_month_before_every_edition_is_refused(
    dialog: NewFirm, given: list[NewFirmAnswer]
) -> None:
    dialog.name.setText("Acme")
    dialog.period.show_period(Period(1995, 1))
    assert dialog.edition.text().startswith("No edition of the form")
    QTest.keyClick(dialog.name, Qt.Key.Key_Return)
    assert given == []
