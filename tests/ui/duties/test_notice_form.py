"""What is asked of a notice before it is kept."""

from collections.abc import Mapping

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from focusdesk.filing.edit import EditRefused
from focusdesk.filing.filing import OF_THE_MONTH
from focusdesk.filing.notice_moment import NoticeField, NoticeRefused
from focusdesk.filing.ports import StoreConflict
from focusdesk.ui.duties.notice_form import AskedField, NoticeForm
from tests.ui.words import focused, press, write

SENTENCE = "Say by whom notice was given."
FIELDS = (
    AskedField(NoticeField.WHEN, "&When", "now"),
    AskedField(NoticeField.BY, "&By whom", example="a name"),
)
REASON = (AskedField(NoticeField.REASON, "&What was wrong", is_long=True),)


@pytest.fixture
def window(light: object, qtbot: QtBot) -> QWidget:
    del light
    window = QWidget()
    qtbot.addWidget(window)
    return window


def test_answers_are_kept_by_enter(window: QWidget, qtbot: QtBot) -> None:
    kept: list[Mapping[str, str]] = []
    form = NoticeForm("Notice was given", FIELDS, kept.append, window)
    form.open()
    form.activateWindow()
    qtbot.waitUntil(form.isActiveWindow)
    form.fields[NoticeField.BY].edit.setFocus()

    write("ana")
    press(Qt.Key.Key_Return)

    assert kept == [{"when": "now", "by": "ana"}]
    assert not form.isVisible()


def test_what_is_refused_stays_and_says_why(window: QWidget) -> None:
    def keep(_: Mapping[str, str]) -> None:
        raise EditRefused(OF_THE_MONTH, SENTENCE)

    form = NoticeForm("Notice was given", FIELDS, keep, window)
    form.open()
    form.save.click()

    assert form.isVisible()
    assert form.problem.isVisible()
    assert form.problem.text() == SENTENCE


def test_what_a_field_is_at_fault_for_is_said_there_and_brings_the_keyboard(
    window: QWidget, qtbot: QtBot
) -> None:
    wrong = [NoticeField.BY, NoticeField.WHEN]

    def keep(_: Mapping[str, str]) -> None:
        if wrong:
            field = wrong.pop(0)
            raise NoticeRefused(field, f"Mend {field.value}.")

    form = NoticeForm("Notice was given", FIELDS, keep, window)
    form.open()
    form.activateWindow()
    qtbot.waitUntil(form.isActiveWindow)
    when, by = form.fields[NoticeField.WHEN], form.fields[NoticeField.BY]

    form.save.setFocus()
    press(Qt.Key.Key_Return)
    assert focused() is by.edit
    assert (by.problem.isVisible(), by.problem.text()) == (True, "Mend by.")
    assert not form.problem.isVisible()

    press(Qt.Key.Key_Return)
    assert focused() is when.edit
    assert when.edit.accessibleDescription() == "Mend when."
    assert not by.problem.isVisible()
    press(Qt.Key.Key_Return)
    assert not form.isVisible()


def test_sentences_have_room_and_are_recorded_by_ctrl_enter(window: QWidget, qtbot: QtBot) -> None:
    kept: list[Mapping[str, str]] = []
    form = NoticeForm("An error of entry, corrected", REASON, kept.append, window)
    form.open()
    form.activateWindow()
    qtbot.waitUntil(form.isActiveWindow)
    reason = form.fields[NoticeField.REASON].edit
    assert reason.width() > form.width() * 0.8
    assert reason.height() >= 3 * reason.fontMetrics().lineSpacing()

    reason.setFocus()
    write("a digit")
    press(Qt.Key.Key_Return)
    write("too many")
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert kept == [{"reason": "a digit\ntoo many"}]


def test_a_change_by_another_program_is_told_on_and_taken_back(window: QWidget) -> None:
    told: list[str] = []

    def keep(_: Mapping[str, str]) -> None:
        raise StoreConflict(SENTENCE)

    form = NoticeForm("Notice was given", FIELDS, keep, window)
    form.conflict_met.connect(told.append)
    form.open()
    form.save.click()
    assert told == [SENTENCE]
    assert form.problem.isVisible()

    form.take_back_refusal()
    assert not form.problem.isVisible()
