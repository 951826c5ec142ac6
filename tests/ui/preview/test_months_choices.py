from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from focusdesk.filing.copies import Copy
from focusdesk.filing.filing import Filing
from focusdesk.form.period import Period
from focusdesk.ui.preview.months_choices import MonthsChoices, Way
from tests.ui.window_words import Answers

DECEMBER = Filing(1, Period(2013, 12), "2014-01")
JANUARY = Filing(2, Period(2014, 1), "2014-01")
AMENDED = Filing(3, Period(2014, 1), "2014-01", amendment=1)


@pytest.fixture
def answers() -> Answers:
    return Answers()


@pytest.fixture
def choices(light: QApplication, qtbot: QtBot, tmp_path: Path, answers: Answers) -> MonthsChoices:
    del light
    choices = MonthsChoices((DECEMBER, JANUARY, AMENDED), tmp_path, answers)
    qtbot.addWidget(choices)
    choices.show()
    return choices


def _choose(choices: MonthsChoices, way: Way) -> None:
    choices.way.setCurrentIndex(choices.way.findData(way))


def test_at_first_a_file_is_made_of_each_month_with_words_in_its_margins(
    choices: MonthsChoices, tmp_path: Path
) -> None:
    order = choices.order
    assert (order.way, order.folder, order.order.copy) == (Way.EACH, tmp_path, Copy.FILING)
    assert order.order.margin
    assert order.filings == (DECEMBER, JANUARY, AMENDED)
    assert choices.answer == "Save 3 files"
    assert (choices.obstacle, choices.promise) == ("", "")
    assert choices.files == {
        1: "FOCUS 2013-12.pdf",
        2: "FOCUS 2014-01.pdf",
        3: "FOCUS 2014-01 amendment 1.pdf",
    }


def test_signature_copies_are_not_made_of_many_months(choices: MonthsChoices) -> None:
    offered = [choices.copy.itemData(at) for at in range(choices.copy.count())]
    assert offered == [Copy.FILING, Copy.REVIEW, Copy.PUBLIC]


def test_the_choices_make_the_order(choices: MonthsChoices) -> None:
    choices.copy.setFocus()
    QTest.keyClicks(choices.copy, "Public")
    QTest.keyClick(choices.margin, Qt.Key.Key_Space)
    _choose(choices, Way.PAPER)
    order = choices.order
    assert order.order.copy is Copy.PUBLIC
    assert not order.order.margin
    assert order.way is Way.PAPER


def test_files_that_are_there_are_said_before_and_stay(
    choices: MonthsChoices, tmp_path: Path
) -> None:
    (tmp_path / "FOCUS 2013-12.pdf").touch()
    assert not choices.replace.isVisible()
    choices.margin.toggle()
    choices.folder.setText(f"{tmp_path} ")
    assert choices.replace.isVisible()
    assert choices.files[1] == "FOCUS 2013-12.pdf, there already"
    assert choices.promise == "1 file is there already and will stay; its month is left out."
    assert choices.answer == "Save 2 files"
    assert choices.order.may_replace == frozenset()


def test_files_that_are_there_are_replaced_when_the_user_says_so(
    choices: MonthsChoices, tmp_path: Path
) -> None:
    there = [tmp_path / "FOCUS 2013-12.pdf", tmp_path / "FOCUS 2014-01.pdf"]
    for path in there:
        path.touch()
    choices.folder.setText(f"{tmp_path} ")
    assert choices.replace.text() == "&Replace the 2 files that are there already"
    QTest.keyClick(choices.replace, Qt.Key.Key_Space)
    assert choices.promise == "2 files are there already and will be replaced."
    assert choices.order.may_replace == frozenset(there)
    assert choices.answer == "Save 3 files"
    choices.copy.setCurrentIndex(1)
    assert choices.order.may_replace == frozenset(), "reviews have names of their own"


def test_where_every_file_is_there_the_user_is_told_what_to_do(
    choices: MonthsChoices, tmp_path: Path
) -> None:
    for stem in ("2013-12", "2014-01", "2014-01 amendment 1"):
        (tmp_path / f"FOCUS {stem}.pdf").touch()
    choices.folder.setText(f"{tmp_path} ")
    assert choices.obstacle == (
        "They are all there already. Replace what is there, or choose another folder."
    )
    assert choices.answer == "Save"
    choices.replace.setChecked(True)
    assert choices.obstacle == ""


def test_the_file_of_all_months_is_named_before(choices: MonthsChoices, tmp_path: Path) -> None:
    _choose(choices, Way.BUNDLE)
    assert choices.promise == "All months go into FOCUS 2013-12 to 2014-01 amendment 1.pdf."
    assert choices.answer == "Save 1 file"
    assert choices.files == {}
    (tmp_path / "FOCUS 2013-12 to 2014-01 amendment 1.pdf").touch()
    choices.folder.setText(f"{tmp_path} ")
    assert choices.obstacle == (
        "It is there already. Replace what is there, or choose another folder."
    )


def test_on_paper_there_is_no_folder_to_choose(choices: MonthsChoices) -> None:
    _choose(choices, Way.PAPER)
    assert not choices.folder.isVisible()
    choices.folder.setText("/no/such/folder")
    assert choices.obstacle == ""
    assert choices.answer == "Print\u2026"
    assert choices.promise == "The system's print dialog comes once all months are drawn."


@pytest.mark.parametrize("name", ["no such folder", "x" * 400])
def test_a_folder_that_is_not_there_is_said(
    choices: MonthsChoices, tmp_path: Path, name: str
) -> None:
    choices.folder.setText(str(tmp_path / name))
    assert choices.obstacle.startswith(f"There is no folder {tmp_path / name}.")


def test_the_users_home_may_be_written_short(
    choices: MonthsChoices, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    choices.folder.setText("~")
    assert choices.order.folder == tmp_path
    choices.folder.setText("~nobody-of-this-name")
    assert "~nobody-of-this-name" in choices.obstacle


def test_another_folder_is_chosen_by_the_systems_dialog(
    choices: MonthsChoices, answers: Answers, tmp_path: Path
) -> None:
    choices.browse.click()
    assert choices.order.folder == tmp_path, "the user has thought again"
    answers.answer = tmp_path / "prints"
    answers.answer.mkdir()
    choices.browse.click()
    assert choices.order.folder == tmp_path / "prints"
    assert answers.asked == [("Folder for the months", tmp_path)] * 2


def test_everything_that_can_be_chosen_has_a_name(choices: MonthsChoices) -> None:
    form_keys = {
        label.buddy(): label.text() for label in choices.findChildren(type(choices.purpose))
    }
    assert {form_keys[field] for field in (choices.way, choices.copy, choices.folder)} == {
        "&As",
        "&Copy",
        "&Folder",
    }
