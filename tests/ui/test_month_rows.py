from collections.abc import Iterator

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from focusdesk.filing.filing import Filing
from focusdesk.form.period import Period
from focusdesk.ui.month_prints import Came, MonthOutcome
from focusdesk.ui.month_rows import MonthRows
from focusdesk.ui.theme import apply_theme, theme_named

DECEMBER = Filing(1, Period(2013, 12), "2014-01", illustrative=True)
JANUARY = Filing(2, Period(2014, 1), "2014-01")
FEBRUARY = Filing(3, Period(2014, 2), "2014-01")
FAILED = MonthOutcome(DECEMBER, Came.FAILED, "The disk is full.")


@pytest.fixture
def rows(light: QApplication, qtbot: QtBot) -> Iterator[MonthRows]:
    rows = MonthRows((DECEMBER, JANUARY, FEBRUARY))
    qtbot.addWidget(rows)
    yield rows
    apply_theme(light, theme_named("light"))


def test_each_month_is_named_with_the_file_that_it_will_be(rows: MonthRows) -> None:
    rows.announce({2: "FOCUS 2014-01.pdf, there already"})
    assert rows.texts == (
        "December 2013  \u00b7  illustrative",
        "January 2014  \u00b7  FOCUS 2014-01.pdf, there already",
        "February 2014",
    )


def test_each_month_says_what_came_of_it(rows: MonthRows) -> None:
    kept = MonthOutcome(JANUARY, Came.KEPT, "FOCUS 2014-01.pdf is there already.")
    rows.show_outcomes((FAILED, kept, MonthOutcome(FEBRUARY)), 2)
    assert rows.texts == (
        "December 2013  \u00b7  illustrative  \u00b7  failed. The disk is full.",
        "January 2014  \u00b7  left alone: FOCUS 2014-01.pdf is there already.",
        "February 2014  \u00b7  being drawn",
    )
    assert rows.currentRow() == 2


def test_at_the_end_the_first_that_failed_is_in_view(rows: MonthRows) -> None:
    rows.show_end((MonthOutcome(DECEMBER, Came.DONE), MonthOutcome(JANUARY, Came.FAILED), FAILED))
    assert rows.currentRow() == 1
    rows.show_end((MonthOutcome(DECEMBER, Came.DONE), *[MonthOutcome(JANUARY, Came.CANCELLED)] * 2))
    assert rows.texts[1] == "January 2014  \u00b7  cancelled"
    assert rows.currentRow() == 2


@pytest.mark.parametrize("theme", ["light", "dark", "high_contrast"])
def test_what_came_of_a_month_is_written_in_a_colour_of_the_theme(
    light: QApplication, rows: MonthRows, theme: str
) -> None:
    apply_theme(light, theme_named(theme))
    rows.setStyleSheet("QListWidget { background: #123456; }")
    rows.show_end((FAILED, MonthOutcome(JANUARY, Came.DONE), MonthOutcome(FEBRUARY)))
    inks = [QColor(rows.item(row).foreground().color()) for row in (0, 1)]
    assert inks == [theme_named(theme).error, theme_named(theme).good]
