from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from focusdesk.filing.filing import Filing
from focusdesk.filing.register import Register
from focusdesk.form.period import Period
from focusdesk.ui.edges import Edges
from focusdesk.ui.settings import Place, Settings
from focusdesk.ui.starts.store_door import SAMPLE_NAME, StoreDoor, first_month
from tests.ui.window_words import Answers, copied, edges_in


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot) -> QWidget:
    del qapp
    window = QWidget()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "desk.ini")


@pytest.fixture
def edges(tmp_path: Path) -> Edges:
    return edges_in(tmp_path, [])


@pytest.fixture
def answers() -> Answers:
    return Answers()


@pytest.fixture
def door(edges: Edges, settings: Settings, answers: Answers, window: QWidget) -> StoreDoor:
    return StoreDoor(edges, settings, answers, window)


@pytest.fixture
def told(door: StoreDoor, edges: Edges) -> list[str]:
    told: list[str] = []

    def note(path: Path, register: Register) -> None:
        told.append(path.name)
        edges.close_store(register)

    door.opened.connect(note)
    door.refused.connect(told.append)
    door.nothing_known.connect(lambda: told.append("nothing known"))
    return told


def test_at_first_nothing_is_known(door: StoreDoor, told: list[str]) -> None:
    door.begin(None)
    assert told == ["nothing known"]


def test_the_default_store_is_opened_if_it_is_there(
    door: StoreDoor, told: list[str], edges: Edges, two_months: Path, tmp_path: Path
) -> None:
    copied(two_months, tmp_path).rename(edges.default_store)
    door.begin(None)
    assert told == ["desk.focusdesk"]


def test_the_last_store_is_opened_before_the_default_one(
    door: StoreDoor, told: list[str], settings: Settings, two_months: Path, tmp_path: Path
) -> None:
    settings.remember_store(copied(two_months, tmp_path))
    settings.remember_store(tmp_path / "on a stick that is not in.focusdesk")
    door.begin(None)
    assert told == ["firm.focusdesk"]


def test_a_file_that_is_no_store_gives_its_sentence_and_is_forgotten(
    door: StoreDoor, told: list[str], settings: Settings, tmp_path: Path
) -> None:
    path = tmp_path / "letter.focusdesk"
    path.write_text("Dear Sir")
    settings.remember_store(path)
    door.begin(None)
    assert len(told) == 1
    assert "letter.focusdesk" in told[0]
    assert settings.recent_stores == ()


def test_the_sample_is_written_once_and_opened_after_that(
    door: StoreDoor, told: list[str], tmp_path: Path
) -> None:
    door.open_sample()
    written = (tmp_path / SAMPLE_NAME).read_bytes()
    door.open_sample()
    assert told == [SAMPLE_NAME, SAMPLE_NAME]
    assert (tmp_path / SAMPLE_NAME).read_bytes() == written


def test_asking_for_a_store_and_thinking_again_does_nothing(
    door: StoreDoor, told: list[str], answers: Answers, tmp_path: Path
) -> None:
    door.ask()
    assert answers.asked == [("store", tmp_path)]
    assert told == []


def test_the_month_is_opened_where_the_user_was_or_the_newest_real_one() -> None:
    made_up = Filing(3, Period(2014, 2), "2014-01", illustrative=True)
    real, old = Filing(2, Period(2014, 1), "2014-01"), Filing(1, Period(2013, 12), "2014-01")
    filings = (made_up, real, old)
    assert first_month(filings, None) == real
    assert first_month(filings, Place("2013-12", 0, "7100")) == old
    assert first_month(filings, Place("1999-01", 0, "7100")) == real
    assert first_month((made_up,), None) == made_up
    assert first_month((), None) is None
