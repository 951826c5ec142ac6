"""The panel that tells why a line moved, lets it be explained, and names what still lacks words."""

import pytest
from PySide6.QtCore import Qt, QTimer, QUrl
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from focusdesk.filing.explanation import line
from focusdesk.filing.register import Register
from focusdesk.filing.session import FilingSession
from focusdesk.ui.explain.change_html import ALL_LINK, FEWER_LINK
from focusdesk.ui.explain.change_panel import ChangePanel
from focusdesk.ui.look.zoom import Zoom
from tests.ui.explain.changes import asked_of, enter
from tests.ui.words import CTRL, DECEMBER, focused, press, write


@pytest.fixture
def panel(
    light: QApplication, qtbot: QtBot, register: Register, january: FilingSession
) -> ChangePanel:
    del light
    panel = ChangePanel(register)
    qtbot.addWidget(panel)
    panel.resize(320, 640)
    panel.show()
    panel.activateWindow()
    qtbot.waitUntil(panel.isActiveWindow)
    panel.show_change(asked_of(register, january, "7190"), january)
    panel.refresh()
    return panel


def follow(panel: ChangePanel, register: Register, january: FilingSession) -> None:
    """Let the panel show the box that it asks for, as the desk does."""

    def show(code: str) -> None:
        panel.show_change(asked_of(register, january, code), january)

    panel.code_activated.connect(show)


def test_it_tells_why_and_lets_it_be_explained(panel: ChangePanel, january: FilingSession) -> None:
    assert panel.heading == "WHY DID 7190 MOVE?"
    assert "(6,596,225)" in panel.text
    assert "sums exactly to the change" in panel.text
    assert "EFFECT ON 7190" in panel.text

    panel.write()
    write("Two new clients.")
    press(Qt.Key.Key_Return, CTRL)
    assert january.explanations().find(line("7190"), DECEMBER)


def test_another_line_is_told_once_the_keyboard_rests(
    qtbot: QtBot, panel: ChangePanel, register: Register, january: FilingSession
) -> None:
    panel.show_change(asked_of(register, january, "7180"), january)
    assert panel.heading == "WHY DID 7190 MOVE?", "never within a keystroke"
    qtbot.waitUntil(lambda: panel.heading == "WHY DID 7180 MOVE?")


def test_all_boxes_are_told_on_a_link_until_another_line_comes(
    panel: ChangePanel, register: Register, january: FilingSession
) -> None:
    assert "10 more entered boxes" in panel.text
    panel.card.anchorClicked.emit(QUrl(ALL_LINK))
    assert "more entered boxes" not in panel.text
    panel.card.anchorClicked.emit(QUrl(FEWER_LINK))
    assert "10 more entered boxes" in panel.text
    panel.card.anchorClicked.emit(QUrl(ALL_LINK))
    panel.show_change(asked_of(register, january, "7180"), january)
    assert "more entered boxes" in panel.text


def test_a_code_leads_to_its_box(panel: ChangePanel) -> None:
    went: list[str] = []
    panel.code_activated.connect(went.append)
    panel.card.anchorClicked.emit(QUrl("7110"))
    assert went == ["7110"]


def test_f8_goes_on_writing_at_the_next_line_that_lacks_words(
    panel: ChangePanel, register: Register, january: FilingSession
) -> None:
    follow(panel, register, january)
    enter(january, {"7070": 60_000_000})
    panel.show_change(asked_of(register, january, "7190"), january)
    panel.write()
    assert panel.lacking.codes == ("7190", "7198", "8770")

    write("Two new clients.")
    press(Qt.Key.Key_F8)
    # 7198 is explained by 7190, of which it is made.
    assert panel.heading == "WHY DID 8770 MOVE?"
    assert focused() is panel.editor.words
    assert panel.lacking.codes == ("8770",)

    write("So did cleared swaps.")
    told: list[str] = []
    panel.said.connect(told.append)
    press(Qt.Key.Key_F8)
    assert told[-1] == "Every line that must be explained has its words."
    assert panel.lacking.isHidden()


def test_esc_anywhere_keeps_the_words_and_leaves(
    qtbot: QtBot, panel: ChangePanel, january: FilingSession
) -> None:
    panel.write()
    write("Two new clients.")
    panel.editor.of_line.setFocus()
    with qtbot.waitSignal(panel.left):
        press(Qt.Key.Key_Escape)
    assert january.explanations().find(line("7190"), DECEMBER)


def test_words_that_are_refused_hold_the_panel_at_their_line(
    panel: ChangePanel, register: Register, january: FilingSession
) -> None:
    panel.editor.words.setPlainText("x" * 5_000)
    assert not panel.show_change(asked_of(register, january, "7180"), january)
    assert panel.asked is not None
    assert panel.asked.row.code == "7190"


def test_newer_figures_leave_what_is_being_written(
    panel: ChangePanel, register: Register, january: FilingSession
) -> None:
    panel.write()
    write("Two new")
    enter(january, {"7070": 60_000_000})
    panel.show_change(asked_of(register, january, "7190"), january)
    panel.refresh()
    assert "+44,926,882" in panel.text
    assert panel.editor.words.toPlainText() == "Two new"


def test_without_a_line_it_says_what_to_do(panel: ChangePanel) -> None:
    panel.show_change(None, None)
    assert panel.text.startswith("Choose a line")
    assert panel.editor.isHidden()
    panel.write()
    assert focused() is panel.card


def test_it_is_told_in_another_size(panel: ChangePanel) -> None:
    panel.show_zoom(Zoom(150))
    assert "font-size:32px" in panel.card.toHtml()


def test_what_is_not_seen_reads_nothing_until_it_is(
    panel: ChangePanel, register: Register, january: FilingSession, qtbot: QtBot
) -> None:
    panel.hide()
    panel.show_change(asked_of(register, january, "7180"), january)
    assert not any(timer.isActive() for timer in panel.findChildren(QTimer))
    assert panel.heading == "WHY DID 7190 MOVE?"
    panel.show()
    qtbot.waitUntil(lambda: panel.heading == "WHY DID 7180 MOVE?")
