"""Findings on the desk: explained in place, filtered, copied, printed."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from focusdesk.calc.finding import Finding
from focusdesk.filing.edit import Cause, Edit
from focusdesk.filing.finding_kind import Kind
from focusdesk.filing.listed_findings import ListedFinding
from focusdesk.filing.notice_book import NoticeBook
from focusdesk.filing.warning_book import WarningBook
from focusdesk.ui.duties.notices_dialog import NoticesDialog
from focusdesk.ui.explain.findings_panel import FindingsPanel
from focusdesk.ui.explain.story_card import StoryCard
from focusdesk.ui.explain.warning_panel import WarningPanel
from focusdesk.ui.look.badges import CountBadge
from focusdesk.ui.notes.answering import Answering
from tests.ui.window_words import Window, copied, open_window
from tests.ui.words import CTRL, JANUARY, focused, press, write


@pytest.fixture
def window(light: QApplication, qtbot: QtBot, tmp_path: Path, two_months: Path) -> Window:
    del light
    window = open_window(qtbot, tmp_path, copied(two_months, tmp_path))
    window.desk.show_month(window.month(JANUARY), "7010")
    return window


def x13(window: Window) -> Finding:
    return next(each for each in window.session.findings() if each.id == "X13")


def choose(window: Window, finding: Finding) -> FindingsPanel:
    panel = window.desk.findings
    panel.list.setFocus()
    at = next(at for at, each in enumerate(panel.shown) if each.finding == finding)
    panel.list.setCurrentIndex(panel.list.model().index(at, 0))
    return panel


def panel_of(window: Window) -> WarningPanel:
    panel = window.feature(Answering).panel
    assert panel is not None
    return panel


def test_january_2014_asks_for_a_name_a_number_and_why_it_moved(window: Window) -> None:
    shown = window.desk.findings.shown
    asking = [(each.finding.id, each.finding.codes[0]) for each in shown if each.is_open]
    assert asking == [("C04", "15"), ("X13", "7690"), ("P01", "8770")]
    at_signing = set(window.session.checks.before_signing()) - set(window.session.findings())
    assert {each.id for each in at_signing} == {"C06"}
    told = {each.finding.id for each in window.desk.findings.not_evaluated()}
    assert {"X08", "N05", "N06", "N07"} <= told


def test_enter_on_a_warning_lets_it_be_explained_there(window: Window) -> None:
    choose(window, x13(window))
    press(Qt.Key.Key_Return)
    panel = panel_of(window)
    assert window.desk.right.in_front is panel
    assert window.desk.current_code == "7690"
    assert focused() is panel.editor.words
    assert panel.heading == "MAY IT STAND? \u00b7 X13"
    assert "Whoever reads the statement" in panel.card.toPlainText()

    write("A broker that asks for it.")
    press(Qt.Key.Key_Return, CTRL)
    assert window.desk.right.in_front is window.desk.explain
    assert focused() is window.tabs.current_page()
    assert window.said == "The explanation of X13 at 7690, 7740 is kept with January 2014."
    assert window.session.checks.warnings.explained(x13(window))


def test_an_explained_warning_is_listed_but_asks_for_nothing(window: Window) -> None:
    badges = window.tabs.tabBar().findChildren(CountBadge)
    before = [badge.text for badge in badges]
    finding = x13(window)
    WarningBook(window.session).explain(finding, "A broker that asks for it.")
    (listed,) = [each for each in window.desk.findings.shown if each.finding == finding]
    assert listed.kind is Kind.EXPLAINED
    assert "A broker that asks for it. (" in listed.said
    assert [badge.text for badge in badges] != before
    press(Qt.Key.Key_F8)
    assert window.desk.current_code != "7690"


def test_words_are_kept_when_the_keyboard_leaves(window: Window) -> None:
    window.desk.go_to("7690")
    window.do("explain_finding")
    write("A broker.")
    window.tabs.focus_page()
    said = window.session.checks.warnings.explained(x13(window))
    assert said is not None
    assert said.text == "A broker."


def test_words_of_other_figures_are_kept_again_by_one_key(window: Window) -> None:
    WarningBook(window.session).explain(x13(window), "A broker.")
    window.session.apply(Edit({"7720": 7_844_466}, Cause.TYPED))
    assert window.session.checks.warnings.explained(x13(window)) is None
    window.desk.go_to("7690")
    window.do("explain_finding")
    editor = panel_of(window).editor
    assert "of other figures: 7740 was 44,553,280" in editor.signed.text()
    press(Qt.Key.Key_Escape)
    assert window.session.checks.warnings.explained(x13(window)) is None, "Esc agrees to nothing"

    window.do("explain_finding")
    press(Qt.Key.Key_Return, CTRL)
    assert window.session.checks.warnings.explained(x13(window)) is not None


def test_a_warning_that_is_mended_says_so_and_asks_for_no_words(window: Window) -> None:
    window.desk.go_to("7690")
    window.do("explain_finding")
    window.session.apply(Edit({"7690": "A BROKER"}, Cause.TYPED))
    panel = panel_of(window)
    assert "It holds now" in panel.card.toPlainText()
    assert not panel.editor.isVisibleTo(panel)


def test_f8_goes_on_to_the_next_open_warning(window: Window) -> None:
    window.session.apply(Edit({"7640": 5}, Cause.TYPED))
    others = [each.codes for each in window.session.findings() if each.id == "X13"]
    assert len(others) == 2
    window.desk.go_to(others[0][0])
    window.do("explain_finding")
    write("A bank.")
    press(Qt.Key.Key_F8)
    assert window.desk.current_code == others[1][0]
    write("A broker.")
    press(Qt.Key.Key_F8)
    assert window.said == "No other warning lacks an explanation."
    standing = window.session.checks.warnings.standing()
    assert [each.text for each in standing.values()] == ["A bank.", "A broker."]


def test_the_panel_gives_its_place_back_at_another_box(window: Window) -> None:
    window.desk.go_to("7690")
    window.do("explain_finding")
    window.desk.go_to("7740")
    assert window.desk.right.in_front is panel_of(window), "the other box of the warning"
    window.desk.go_to("7010")
    assert window.desk.right.in_front is window.desk.explain


def test_findings_are_filtered_by_words_by_kind_and_by_schedule(window: Window) -> None:
    panel = window.desk.findings
    window.do("filter_findings")
    assert focused() is panel.filter.sought
    write("7690")
    assert [each.finding.id for each in panel.shown] == ["X13"]
    press(Qt.Key.Key_Escape)
    assert focused() is panel.list
    assert len(panel.shown) == len(panel.findings)

    window.do("filter_findings")
    panel.filter.kinds[Kind.INFORMATION].click()
    assert {each.kind for each in panel.shown} == {"error", "warning"}
    assert panel.filter.kinds[Kind.ERROR].text() == "1 error"
    at = panel.filter.schedules.findData("cover")
    panel.filter.schedules.setCurrentIndex(at)
    assert [each.finding.id for each in panel.shown] == ["C04"]


def test_what_was_not_evaluated_is_listed_on_demand(window: Window) -> None:
    panel = window.desk.findings
    window.do("filter_findings")
    panel.filter.not_evaluated.click()
    assert {"X08", "N05"} <= {each.finding.id for each in panel.shown}
    write("N05")
    assert {each.finding.id for each in panel.shown} == {"N05"}
    panel.list.setFocus()
    panel.list.setCurrentIndex(panel.list.model().index(0, 0))
    press(Qt.Key.Key_Return)
    assert window.feature(Answering).panel is None, "nothing is to be explained of it"


def test_ctrl_c_copies_what_is_listed(window: Window) -> None:
    choose(window, x13(window))
    press(Qt.Key.Key_C, CTRL)
    lines = QApplication.clipboard().text().splitlines()
    assert len(lines) == len(window.desk.findings.shown)
    assert any(line.startswith("warning\tX13\t7690, 7740\t") for line in lines)


def test_enter_on_a_notice_opens_the_notices(window: Window) -> None:
    window.session.apply(Edit({"7070": 0, "7100": 0}, Cause.TYPED))
    event = next(each for each in window.session.findings() if each.id == "N01")
    choose(window, event)
    press(Qt.Key.Key_Return)
    (dialog,) = window.frame.findChildren(NoticesDialog)
    assert dialog.isVisible()
    assert dialog.listed
    dialog.reject()


def test_enter_on_an_open_notice_opens_the_notices_at_it_though_its_figures_are_mended(
    window: Window,
) -> None:
    before = {code: window.session.value(code) for code in ("7070", "7100")}
    window.session.apply(Edit({"7070": 0, "7100": 0}, Cause.TYPED))
    NoticeBook(window.session).mark_complete("segregation")
    window.session.apply(Edit(before, Cause.TYPED))
    listed = [each for each in window.desk.findings.shown if not each.is_shown]
    assert [each.finding.id for each in listed] == ["N01", "N04"]
    choose(window, listed[1].finding)
    press(Qt.Key.Key_Return)
    (dialog,) = window.frame.findChildren(NoticesDialog)
    assert dialog.words.toPlainText().startswith(f"Notice {number_of(listed[1])} \u00b7 N04")
    dialog.reject()


def number_of(listed: ListedFinding) -> int:
    assert listed.notice is not None
    return listed.notice.number


def test_the_words_of_an_explained_warning_stand_in_the_explanation_of_its_box(
    window: Window,
) -> None:
    WarningBook(window.session).explain(x13(window), "A broker that asks for it.")
    window.desk.go_to("7690")
    explain = window.desk.explain
    assert "X13 \u00b7 explained warning" in explain.text
    assert "Explained: A broker that asks for it. (" in explain.text
    assert "Change the words" in explain.text
    (card,) = explain.findChildren(StoryCard)
    card.anchorClicked.emit(QUrl("answer:0"))
    panel = panel_of(window)
    assert window.desk.right.in_front is panel
    assert panel.finding == x13(window)


def test_a_complete_schedule_has_a_tick_on_its_tab(window: Window) -> None:
    bar = window.tabs.bar
    assert not any(map(bar.is_complete, range(bar.count())))
    NoticeBook(window.session).mark_complete("segregation")
    assert [at for at in range(bar.count()) if bar.is_complete(at)] == [2]
    tip = window.tabs.tabToolTip(2)
    assert tip.startswith("Segregation: STATEMENT OF SEGREGATION REQUIREMENTS")
    assert tip.endswith("complete")
    assert window.tabs.tabBar().accessibleTabName(2).startswith("Segregation, complete")
    window.session.apply(Edit({"7010": 1}, Cause.TYPED))
    assert not any(map(bar.is_complete, range(bar.count())))


def test_a_click_goes_to_the_box_and_leaves_the_words_alone(window: Window) -> None:
    panel = choose(window, x13(window))
    rect = panel.list.visualRect(panel.list.currentIndex())
    QTest.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert window.desk.current_code == "7690"
    assert window.desk.right.in_front is window.desk.explain
