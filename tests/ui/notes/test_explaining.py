"""Explaining a change on the desk: from the page, from a finding, and what follows from it."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from focusdesk.filing.copies import Copy
from focusdesk.filing.edit import Cause, Edit
from focusdesk.filing.explanation import line
from focusdesk.filing.explanations_due import asks_why
from focusdesk.ui.explain.change_panel import ChangePanel
from focusdesk.ui.notes.explaining import Explaining
from focusdesk.ui.preview.preview_window import PreviewWindow
from tests.ui.window_words import Window, copied, open_window
from tests.ui.words import CTRL, DECEMBER, JANUARY, SHIFT, focused, press, write


@pytest.fixture
def window(light: QApplication, qtbot: QtBot, tmp_path: Path, two_months: Path) -> Window:
    del light
    window = open_window(qtbot, tmp_path, copied(two_months, tmp_path))
    window.desk.show_month(window.month(JANUARY), "7190")
    return window


def panel_of(window: Window) -> ChangePanel:
    panel = window.feature(Explaining).panel
    assert panel is not None
    return panel


def asking(window: Window) -> list[str]:
    return [each.codes[0] for each in window.desk.findings.findings if asks_why(each)]


def test_shift_f9_explains_the_current_box_beside_its_page(window: Window) -> None:
    press(Qt.Key.Key_F9, SHIFT)
    panel = panel_of(window)
    assert window.desk.right.in_front is panel
    assert panel.heading == "WHY DID 7190 MOVE?"
    assert window.tabs.isVisible(), "the figures stay in sight"

    write("Two new clients.")
    press(Qt.Key.Key_Return, CTRL)
    assert window.desk.right.in_front is window.desk.explain
    assert focused() is window.tabs.current_page()
    assert window.said == "The explanation of 7190 is kept with January 2014."
    assert window.session.explanations().find(line("7190"), DECEMBER)


def test_enter_on_a_finding_that_asks_why_lets_it_be_said_there(window: Window) -> None:
    findings = window.desk.findings
    assert asking(window) == ["8770"]
    at = next(at for at, each in enumerate(findings.findings) if asks_why(each))
    findings.list.setFocus()
    findings.list.setCurrentIndex(findings.list.model().index(at, 0))
    press(Qt.Key.Key_Return)
    assert window.desk.current_code == "8770"
    assert focused() is panel_of(window).editor.words

    write("Cleared swaps grew.")
    press(Qt.Key.Key_Return, CTRL)
    assert asking(window) == []


def test_another_finding_is_only_gone_to(window: Window) -> None:
    findings = window.desk.findings
    at = next(at for at, each in enumerate(findings.findings) if not asks_why(each))
    findings.list.setFocus()
    findings.list.setCurrentIndex(findings.list.model().index(at, 0))
    press(Qt.Key.Key_Return)
    assert window.desk.right.in_front is window.desk.explain


def test_an_edit_asks_why_and_counts_on_the_tab(window: Window) -> None:
    window.session.apply(Edit({"7070": 60_000_000}, Cause.TYPED))
    assert asking(window) == ["7190", "7198", "8770"]
    tab = window.tabs.tabBar().accessibleTabName(2)
    assert tab == "Segregation, 2 warnings"

    window.session.explain_change(line("7190"), "Two new clients.")
    assert asking(window) == ["8770"]
    assert window.tabs.tabBar().accessibleTabName(2) == ""


def test_the_panel_follows_the_box_until_it_is_left(qtbot: QtBot, window: Window) -> None:
    window.do("explain_change")
    panel = panel_of(window)
    window.desk.go_to("7180")
    qtbot.waitUntil(lambda: panel.heading == "WHY DID 7180 MOVE?")
    window.session.apply(Edit({"7070": 60_000_000}, Cause.TYPED))
    qtbot.waitUntil(lambda: "+75,937,208" in panel.text)

    panel.setFocus()
    press(Qt.Key.Key_Escape)
    assert window.desk.right.in_front is window.desk.explain


def test_tab_goes_back_from_the_words_to_the_figures(window: Window) -> None:
    window.do("explain_change")
    panel = panel_of(window)
    press(Qt.Key.Key_Backtab, SHIFT)
    assert focused() is panel.editor.of_line
    press(Qt.Key.Key_Backtab, SHIFT)
    assert focused() is panel.card


def test_f9_explains_the_figure_again(window: Window) -> None:
    window.do("explain_change")
    write("Two new clients.")
    window.do("why")
    assert window.desk.right.in_front is window.desk.explain
    assert window.session.explanations().find(line("7190"), DECEMBER)


def test_without_a_month_before_that_is_said(window: Window) -> None:
    window.desk.show_month(window.month(DECEMBER), "7190")
    window.do("explain_change")
    assert window.said.startswith("The store has no month before December 2013")
    assert window.desk.right.in_front is window.desk.explain


def test_a_month_without_one_before_takes_the_panel_away(window: Window) -> None:
    window.do("explain_change")
    window.desk.show_month(window.month(DECEMBER))
    assert window.desk.right.in_front is window.desk.explain


def test_words_are_kept_before_the_store_is_left(window: Window) -> None:
    window.do("explain_change")
    write("Two new clients.")
    assert window.main.workplace.may_leave()
    assert window.session.explanations().find(line("7190"), DECEMBER)


def test_words_that_would_be_lost_hold_the_store_open(window: Window) -> None:
    window.do("explain_change")
    words = panel_of(window).editor.words
    words.setPlainText("x" * 5_000)
    assert not window.main.workplace.may_leave()
    words.clear()


def test_what_is_said_stands_in_the_review_copy_that_is_being_looked_at(
    qtbot: QtBot, window: Window
) -> None:
    window.do("print")
    (preview,) = window.frame.findChildren(PreviewWindow)
    preview.options.copy.setCurrentIndex(preview.options.copy.findData(Copy.REVIEW))
    assert not hits(preview, "Two new clients")

    window.frame.activateWindow()
    window.do("explain_change")
    panel_of(window).editor.words.setPlainText("Two new clients of the 30th.")
    assert panel_of(window).keep()
    qtbot.waitUntil(lambda: hits(preview, "Two new clients of the 30th"))
    window.main.printing.close()


def hits(preview: PreviewWindow, words: str) -> bool:
    """Whether words stand on the pages that are shown."""
    pages = preview.reader.pages
    return pages is not None and bool(pages.find(words))
