from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from focusdesk.filing.register import Register
from focusdesk.filing.session import FilingSession
from focusdesk.form.period import Period
from focusdesk.ui.starts.starts import Starts
from tests.ui.window_words import Answers, edges_in


@pytest.fixture
def window(light: QApplication, qtbot: QtBot) -> QWidget:
    del light
    window = QWidget()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def starts(window: QWidget, tmp_path: Path) -> Starts:
    return Starts(edges_in(tmp_path, []), Answers(), window)


def test_a_month_that_is_asked_for_is_started(starts: Starts, register: Register) -> None:
    started: list[FilingSession] = []
    starts.month_started.connect(started.append)
    dialog = starts.ask_month(register)
    dialog.start.click()
    assert [session.filing.period for session in started] == [Period(2014, 2)]
    assert register.store.find(Period(2014, 2)).remark == "rolled forward from January 2014"


def test_a_month_is_started_in_the_edition_that_was_chosen(
    starts: Starts, register: Register
) -> None:
    dialog = starts.ask_month(register)
    dialog.period.show_period(Period(2022, 11))
    dialog.edition.choice.setCurrentIndex(1)
    dialog.start.click()
    assert register.store.find(Period(2022, 11)).edition == "2026-03"


def test_a_firms_first_month_is_started_in_the_edition_that_was_chosen(
    starts: Starts, tmp_path: Path
) -> None:
    editions: list[str] = []

    def note(_: Path, register: Register) -> None:
        editions.append(register.store.find(Period(2022, 11)).edition)
        edges_in(tmp_path, []).close_store(register)

    starts.firm_started.connect(note)
    dialog = starts.ask_firm()
    dialog.name.setText("Acme")
    dialog.period.show_period(Period(2022, 11))
    dialog.edition.choice.setCurrentIndex(1)
    dialog.start.click()
    assert editions == ["2026-03"]
    assert (tmp_path / "Acme.focusdesk").exists()


def test_a_month_that_somebody_else_has_started_meanwhile_is_refused(
    starts: Starts, register: Register
) -> None:
    dialog = starts.ask_month(register)
    register.store.start(Period(2014, 2), "2014-01")
    dialog.start.click()
    assert "February 2014" in dialog.problem.text()
    assert dialog.isVisible()


def test_a_firm_is_not_started_over_a_file_that_is_there(starts: Starts, tmp_path: Path) -> None:
    (tmp_path / "Acme.focusdesk").write_text("mine")
    told: list[object] = []
    starts.firm_started.connect(lambda *_: told.append(1))  # pyright: ignore[reportUnknownLambdaType, reportUnknownArgumentType] -- a signal's arguments have no types
    dialog = starts.ask_firm()
    dialog.name.setText("Acme")
    dialog.start.click()
    assert "Acme.focusdesk" in dialog.problem.text()
    assert (tmp_path / "Acme.focusdesk").read_text() == "mine"
    assert told == []
