"""What is asked of a notice before it is kept."""

from collections.abc import Mapping

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from focusdesk.filing.edit import EditRefused
from focusdesk.filing.filing import OF_THE_MONTH
from focusdesk.ui.duties.notice_form import AskedField, NoticeForm
from tests.ui.words import press, write

SENTENCE = "Say by whom notice was given."
FIELDS = (AskedField("when", "&When", "now"), AskedField("by", "&By whom", example="a name"))


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
    form.fields["by"].setFocus()

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
