import datetime as dt

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from focusdesk.filing.edit import Cause, Edit
from focusdesk.filing.session import FilingSession
from focusdesk.ui.look.status_line import StatusLine, saved_words


@pytest.fixture
def line(light: QApplication, qtbot: QtBot) -> StatusLine:
    del light
    line = StatusLine()
    qtbot.addWidget(line)
    return line


def test_the_time_is_that_of_the_clock_on_the_wall() -> None:
    moment = dt.datetime(2014, 2, 13, 14, 3, 22, tzinfo=dt.UTC)
    assert saved_words(moment) == f"Saved {moment.astimezone():%H:%M:%S}"
    assert saved_words(None) == "All saved"


def test_it_says_which_month_is_open_and_when_it_reached_the_disk(
    line: StatusLine, january: FilingSession
) -> None:
    line.show_session(january)
    assert line.period.text() == "January 2014"
    assert line.edition.text() == "Edition 2014-01"
    assert line.saved.text() == "All saved"
    january.apply(Edit({"7100": 1}, Cause.TYPED))
    line.show_session(january)
    assert line.saved.text() == saved_words(january.saved_at)


@pytest.mark.parametrize(
    ("count", "words"), [(0, "No findings"), (1, "1 finding"), (3, "3 findings")]
)
def test_findings_are_counted(line: StatusLine, count: int, words: str) -> None:
    line.show_findings(count)
    assert line.findings.text() == words


def test_a_long_sentence_does_not_widen_the_window(line: StatusLine) -> None:
    narrow = line.minimumSizeHint().width()
    line.say("7100: " + "a very long sentence " * 20, "error")
    assert line.minimumSizeHint().width() == narrow
    assert line.said.toolTip().startswith("7100:")
    assert line.said.property("look") == "error"


def test_a_sentence_that_is_too_long_ends_in_dots(line: StatusLine) -> None:
    line.say("7100  93,296,699 \u2192 0 \u00b7 7180 943,189,652")
    line.resize(2000, 30)
    line.show()
    assert line.said.shown == line.said.text()
    line.resize(260, 30)
    layout = line.layout()
    assert layout is not None
    layout.activate()
    assert line.said.shown.startswith("7100")
    assert line.said.shown.endswith("\u2026")
    assert line.said.text().endswith("943,189,652")


def test_the_next_sentence_is_plain_again(line: StatusLine) -> None:
    line.say("refused", "error")
    line.say("taken")
    assert line.said.property("look") == "plain"
    line.clear()
    assert line.said.text() == ""


def test_only_the_sentence_of_a_refusal_ends_with_it(line: StatusLine) -> None:
    line.say("7100: refused", "error")
    line.end_refusal()
    assert line.said.text() == ""
    line.say("Written: report.pdf")
    line.end_refusal()
    assert line.said.text() == "Written: report.pdf"


def test_what_is_selected_stands_apart_and_is_gone_with_the_month(line: StatusLine) -> None:
    line.show_selected("3 boxes selected, sum 12,345")
    line.say("7010 copied")
    assert line.selected.text() == "3 boxes selected, sum 12,345"
    assert not line.selected.isHidden()
    line.show_selected("")
    assert line.selected.isHidden()
    line.show_selected("2 boxes selected")
    line.clear()
    assert line.selected.text() == ""


def test_what_is_said_of_a_box_goes_when_the_keyboard_leaves_it(line: StatusLine) -> None:
    line.say("7100 feeds no other box.", of="7100")
    line.come_to("7100")
    assert line.said.text() == "7100 feeds no other box."
    line.come_to("7110")
    assert not line.said.text()


def test_what_an_entry_did_stays_when_the_keyboard_goes_on(line: StatusLine) -> None:
    line.say("7100  1 \u2192 2")
    line.come_to("7110")
    assert line.said.text() == "7100  1 \u2192 2"
