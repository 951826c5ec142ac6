import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from focusdesk.form.edition import Edition
from focusdesk.ui.going.go_to_code import GoToCode, found_codes


@pytest.fixture
def edition(editions: dict[str, Edition]) -> Edition:
    return editions["2014-01"]


def test_a_code_finds_itself_first(edition: Edition) -> None:
    assert found_codes(edition, "7190")[0] == "7190"
    assert found_codes(edition, "26")[0] == "26"
    assert found_codes(edition, "26")[1] == "26.describe"


def test_the_beginning_of_a_code_finds_all_that_begin_so(edition: Edition) -> None:
    found = found_codes(edition, "719")
    assert found[:3] == ("7190", "7194", "7198")


def test_words_find_lines_wherever_they_stand(edition: Edition) -> None:
    found = found_codes(edition, "excess SEGREGATION")
    assert "7190" in found
    assert "7070" not in found


def test_the_schedule_is_a_word_too(edition: Edition) -> None:
    assert found_codes(edition, "cash dealer") == ("7210",)


def test_nothing_typed_lists_the_form(edition: Edition) -> None:
    assert found_codes(edition, "  ") == tuple(edition.boxes)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    window.resize(800, 600)
    qtbot.addWidget(window)
    return window


@pytest.fixture
def dialog(window: QWidget, edition: Edition) -> GoToCode:
    dialog = GoToCode(edition, window)
    window.show()
    dialog.open()
    return dialog


def test_the_arrows_choose_while_typing_goes_on(dialog: GoToCode) -> None:
    went: list[str] = []
    dialog.code_chosen.connect(went.append)
    QTest.keyClicks(dialog.sought, "719")
    QTest.keyClick(dialog.sought, Qt.Key.Key_Down)
    QTest.keyClick(dialog.sought, Qt.Key.Key_Down)
    QTest.keyClick(dialog.sought, Qt.Key.Key_Up)
    QTest.keyClick(dialog.sought, Qt.Key.Key_Return)
    assert went == ["7194"]
    assert not dialog.isVisible()


def test_what_is_not_there_is_said_and_enter_stays(dialog: GoToCode) -> None:
    QTest.keyClicks(dialog.sought, "9999")
    assert dialog.says == "No box has this code or these words."
    QTest.keyClick(dialog.sought, Qt.Key.Key_Return)
    assert dialog.isVisible()
