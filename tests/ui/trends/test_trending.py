"""Which months the trends show, how they follow the desk, and the files that they write."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from focusdesk.filing.edit import Cause, Edit
from focusdesk.filing.month_choice import MonthChoice
from focusdesk.filing.register import Register
from focusdesk.form.edition import Edition
from focusdesk.store.opening import open_store
from focusdesk.ui.trends.trending import Trending
from focusdesk.ui.trends.trends_window import TrendsWindow
from tests.ui.window_words import Window, copied, open_window
from tests.ui.words import JANUARY, press


def test_nothing_of_it_is_loaded_before_it_is_asked_for(window: Window) -> None:
    assert not window.frame.findChildren(TrendsWindow)


def test_ctrl_t_shows_the_last_months_up_to_the_open_one(window: Window) -> None:
    press(Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    (trends,) = window.frame.findChildren(TrendsWindow)
    assert trends.trend.span == "Dec 2013 to Jan 2014, 2 months"
    assert trends.isVisible()


def test_from_the_comparison_it_shows_the_months_of_the_comparison(window: Window) -> None:
    window.do("compare")
    window.do("trends")
    (trends,) = window.frame.findChildren(TrendsWindow)
    assert trends.trend.comparison is window.comparison.whole


def test_there_is_one_window_and_it_keeps_the_lines_that_were_added(window: Window) -> None:
    window.do("trends")
    trending = window.feature(Trending)
    assert trending.window is not None
    trending.window.add_line("7010")
    window.do("trends")
    assert len(window.frame.findChildren(TrendsWindow)) == 1
    assert trending.window.trend.added == ("7010",)
    trending.window.close()
    window.do("trends")
    assert trending.window.trend.added == ("7010",)


def test_an_edit_on_the_desk_moves_the_chart(
    trends: TrendsWindow, window: Window, qtbot: QtBot
) -> None:
    window.session.apply(Edit({"7194": -7}, Cause.TYPED))
    qtbot.waitUntil(lambda: trends.trend.lines[1].amounts[1] == -7)
    assert "7194 Target in Jan 2014" in trends.trend.below_zero
    assert trends.table.model().index(1, 1).data() == "(7)"


@pytest.mark.parametrize(
    ("suffix", "begins"), [(".png", b"\x89PNG"), (".svg", b"<?xml"), (".pdf", b"%PDF")]
)
def test_it_is_saved_where_the_user_says(
    trends: TrendsWindow, window: Window, tmp_path: Path, suffix: str, begins: bytes
) -> None:
    window.answers.answer = tmp_path / f"trends{suffix}"
    trends.save_asked.emit(trends.trend, suffix)
    title, proposed = window.answers.asked[-1]
    assert (title, proposed.name) == (
        "Save the trends",
        f"FOCUS trends 2013-12 to 2014-01{suffix}",
    )
    assert (tmp_path / f"trends{suffix}").read_bytes().startswith(begins)
    assert trends.said.text() == f"Written: {tmp_path / f'trends{suffix}'}"


def test_a_file_of_another_kind_is_refused_in_a_notice(
    trends: TrendsWindow, window: Window, tmp_path: Path
) -> None:
    window.answers.answer = tmp_path / "trends.doc"
    trends.save_asked.emit(trends.trend, ".png")
    words = [label.text() for label in window.notice.findChildren(QLabel)]
    assert any("Name it with .png, .svg, .pdf." in each for each in words)


def test_a_month_beside_its_last_print_is_drawn_as_it_was_printed_and_as_it_is(
    window: Window, qtbot: QtBot
) -> None:
    window.session.mark_printed(b"%PDF")
    printed = window.session.value("7194")
    window.do("compare")
    window.comparison.choose(MonthChoice((window.session.filing,), from_print=True))
    window.do("trends")
    (trends,) = window.frame.findChildren(TrendsWindow)
    window.session.apply(Edit({"7194": -7}, Cause.TYPED))
    qtbot.waitUntil(lambda: trends.trend.lines[1].amounts[1] == -7)
    assert trends.trend.lines[1].amounts[0] == printed
    assert trends.trend.span == "Jan 2014 as printed to Jan 2014, 2 months"


def test_a_month_that_is_read_again_moves_the_chart(
    trends: TrendsWindow, window: Window, qtbot: QtBot, editions: dict[str, Edition], tmp_path: Path
) -> None:
    with open_store(tmp_path / "firm.focusdesk") as store:
        elsewhere = Register(store, editions)
        elsewhere.open(store.find(JANUARY)).apply(Edit({"7194": -9}, Cause.TYPED))
    window.desk.read_again()
    qtbot.waitUntil(lambda: trends.trend.lines[1].amounts[1] == -9)


def test_of_two_months_that_are_compared_the_last_13_are_drawn(
    light: QApplication,
    qtbot: QtBot,
    two_months: Path,
    tmp_path: Path,
    editions: dict[str, Edition],
) -> None:
    del light
    firm, february = copied(two_months, tmp_path), JANUARY.plus(1)
    with open_store(firm) as store:
        Register(store, editions).start_month(february)
    window = open_window(qtbot, tmp_path, firm)
    window.do("compare")
    window.comparison.choose(MonthChoice((window.month(JANUARY), window.month(february))))
    window.do("trends")
    (trends,) = window.frame.findChildren(TrendsWindow)
    assert trends.trend.span == "Dec 2013 to Feb 2014, 3 months"


def test_the_size_that_was_chosen_holds_the_next_time(trends: TrendsWindow, window: Window) -> None:
    full = trends.view.height()
    press(Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier, times=3)
    larger = trends.view.height()
    trends.close()
    window.do("trends")
    again = window.feature(Trending).window

    assert again is not None
    assert again.view.height() == larger > full
