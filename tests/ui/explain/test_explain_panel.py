import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextBrowser
from pytestqt.qtbot import QtBot

from focusdesk.filing.edit import Cause, Edit
from focusdesk.filing.ports import StoreDamaged
from focusdesk.filing.session import FilingSession
from focusdesk.ui.explain.explain_panel import ExplainPanel
from focusdesk.ui.look.theme import apply_theme, theme_named


@pytest.fixture
def panel(light: QApplication, qtbot: QtBot) -> ExplainPanel:
    del light
    panel = ExplainPanel()
    qtbot.addWidget(panel)
    panel.resize(280, 400)
    panel.show()
    return panel


def card(panel: ExplainPanel) -> QTextBrowser:
    return panel.findChildren(QTextBrowser)[0]


def test_the_card_follows_the_box(panel: ExplainPanel, january: FilingSession) -> None:
    panel.show_box(january, "7190", None)
    assert "87,608,087" in panel.text
    assert card(panel).accessibleName() == "Explanation of 7190"
    panel.show_box(january, "7070", None)
    assert "8,476,893" in panel.text
    assert "87,608,087" not in panel.text


def test_the_card_is_written_once_for_many_boxes_after_the_page(
    panel: ExplainPanel, january: FilingSession, qtbot: QtBot
) -> None:
    for code in ("7010", "7020", "7030"):
        panel.show_box(january, code, None)
    assert card(panel).toPlainText() == ""
    qtbot.waitUntil(lambda: "11,097,541" in card(panel).toPlainText())


def test_refreshing_shows_what_has_changed(panel: ExplainPanel, january: FilingSession) -> None:
    panel.refresh()
    panel.show_box(january, "7190", None)
    january.apply(Edit({"7100": 0}, Cause.TYPED))
    panel.refresh()
    assert "(5,688,612) deficiency" in panel.text


def test_a_code_is_gone_to_from_the_keyboard_alone(
    panel: ExplainPanel, january: FilingSession, qtbot: QtBot
) -> None:
    panel.show_box(january, "7190", None)
    panel.refresh()
    gone_to: list[str] = []
    panel.code_activated.connect(gone_to.append)
    panel.setFocus()
    qtbot.waitUntil(card(panel).hasFocus)
    QTest.keyClick(card(panel), Qt.Key.Key_Tab)
    QTest.keyClick(card(panel), Qt.Key.Key_Return)
    QTest.keyClick(card(panel), Qt.Key.Key_Tab)
    QTest.keyClick(card(panel), Qt.Key.Key_Return)
    assert gone_to == ["7180", "7060"]


def test_nothing_is_cut_at_280_pixels(panel: ExplainPanel, january: FilingSession) -> None:
    january.apply(Edit({"13": "W" * 120}, Cause.TYPED))
    for code in ("7190", "7180", "7495", "13", "firm.retail_forex"):
        panel.show_box(january, code, None)
        panel.refresh()
        assert card(panel).horizontalScrollBar().maximum() == 0, code


def test_the_place_is_kept_while_the_box_stays(
    panel: ExplainPanel, january: FilingSession, qtbot: QtBot
) -> None:
    panel.show_box(january, "7180", None)
    panel.refresh()
    bar = card(panel).verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 50)
    bar.setValue(50)
    panel.show_box(january, "7180", None)
    panel.refresh()
    assert bar.value() == 50
    panel.show_box(january, "7190", None)
    panel.refresh()
    assert bar.value() == 0


def test_a_store_that_cannot_be_read_says_so_on_the_card(
    panel: ExplainPanel, january: FilingSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    def damaged(*_: object) -> None:
        message = "The journal of this store is damaged."
        raise StoreDamaged(message)

    monkeypatch.setattr(january.store, "journal", damaged)
    panel.show_box(january, "7190", None)
    assert panel.text == "The journal of this store is damaged."


def test_the_card_is_written_again_in_another_theme(
    panel: ExplainPanel, january: FilingSession, light: QApplication
) -> None:
    panel.show_box(january, "7190", None)
    panel.refresh()
    apply_theme(light, theme_named("dark"))
    try:
        assert theme_named("dark").accent.name() in card(panel).toHtml()
    finally:
        apply_theme(light, theme_named("light"))


def test_the_note_and_the_files_are_asked_for_by_links(
    panel: ExplainPanel, january: FilingSession, qtbot: QtBot
) -> None:
    file = january.attach("7080", "letter.pdf", b"%PDF")
    asked: list[object] = []
    panel.note_asked.connect(lambda: asked.append("note"))
    for signal in (panel.file_activated, panel.attach_asked):
        signal.connect(asked.append)
    panel.show_box(january, "7080", None)
    assert "letter.pdf" in panel.text
    panel.setFocus()
    qtbot.waitUntil(card(panel).hasFocus)
    for _ in range(4):
        QTest.keyClick(card(panel), Qt.Key.Key_Tab)
        QTest.keyClick(card(panel), Qt.Key.Key_Return)
    assert asked == ["note", file, "7080"]
