"""January 2014, as it was filed, entered into an empty month from the keyboard alone."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from focusdesk.app.joined import desk_edges
from focusdesk.filing.copies import PrintOrder
from focusdesk.filing.register import Register
from focusdesk.filing.session import FilingSession
from focusdesk.samples.sample import sample_months
from focusdesk.store.opening import create_store, open_store
from focusdesk.store.verify import verify
from tests.desk.desk_words import shown_texts, texts_of
from tests.desk.keyboard_words import keys, typed
from tests.ui.window_words import Window, open_window
from tests.ui.words import JANUARY

# The same figures as people write them; what is not here is typed as the paper has it.
AS_PEOPLE_TYPE = {
    "14": "8-41562 ",
    "24": "1/1/14",
    "25": "2014-01-31",
    "execution.date": "Feb 26 2014",
    "7020": "551272884",
    "7030": "$11,097,541",
    "7033": "(29,234,336)",  # the form's own parentheses, copied from the page
    "7070": "8 476 893",
    "7080": " ",
    "7130": "\u221214796490",
    "7194": "47443.913k",
    "7315": "51,333,808.00",
    "7700": "36.708813m",
    "8520": "-66,584,788",
    "8660": "17,902,388-",
    "8760": "25m",
    "7465": "1 M",
    "firm.retail_forex": "n",
}
# Enter goes down the page, past the words beside the amounts; Tab stops at every box.
GOES_ON = {"cover": "Tab", "secured_funds": "Tab"}
GOES_DOWN = "Enter"


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FilingSession]:
    """January 2014 of the sample that the program writes."""
    register = desk_edges().write_sample(tmp_path_factory.mktemp("sample") / "sample.focusdesk")
    yield register.open(register.store.find(JANUARY))
    desk_edges().close_store(register)


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """A firm that has not started any month."""
    path = tmp_path / "firm.focusdesk"
    create_store(path).close()
    return path


@pytest.fixture
def window(light: QApplication, qtbot: QtBot, store: Path, tmp_path: Path) -> Window:
    del light
    return open_window(qtbot, tmp_path, store)


def _as_typed() -> Mapping[str, str]:
    """What is typed into each box; what the filing leaves blank is passed over."""
    (month,) = (month for month in sample_months() if month.period == JANUARY)
    return {**month.values, **AS_PEOPLE_TYPE}


def _fill_in_page(window: Window, figures: Mapping[str, str], goes_on: str) -> list[str]:
    """Type down the page that is in front, from its first box to its last; give the stops."""
    keys("Ctrl+Home")
    stops: list[str] = []
    while window.desk.current_code not in stops:
        code = window.desk.current_code
        stops.append(code)
        typed(figures.get(code, ""))
        keys(goes_on)
    return stops


def _fill_in_month(window: Window, figures: Mapping[str, str]) -> set[str]:
    stops: set[str] = set()
    for at, schedule in enumerate(window.session.edition.schedules, 1):
        keys(f"Alt+{at}")
        stops.update(_fill_in_page(window, figures, GOES_ON.get(schedule.id, GOES_DOWN)))
    return stops


def _start_january(window: Window) -> None:
    """Start the month that is proposed: the last full one."""
    keys("Ctrl+N")
    keys("Return")
    assert window.session.filing.period == JANUARY
    dates = {window.session.edition.begins_code, window.session.edition.as_of_code}
    assert window.session.worksheet.entered().keys() == dates


def _print_without_remark(sample: FilingSession) -> bytes:
    """Draw the sample as a month that does not say in its margin that it is a sample."""
    filing = replace(sample.filing, remark="")
    unremarked = FilingSession(sample.plan, filing, sample.store)
    return desk_edges().draw_report(unremarked, PrintOrder())


def test_the_whole_filing_is_entered_from_the_keyboard_alone(
    window: Window, sample: FilingSession, store: Path
) -> None:
    figures = _as_typed()
    _start_january(window)
    stops = _fill_in_month(window, figures)

    assert figures.keys() <= stops
    assert window.session.worksheet.values() == sample.worksheet.values()
    assert window.session.findings() == sample.findings()
    assert shown_texts(window) == texts_of(sample)

    window.answers.answer = store.parent / "January.pdf"
    keys("Ctrl+E")
    assert window.answers.answer.read_bytes() == _print_without_remark(sample)
    assert window.shown_files == [window.answers.answer]

    keys("Ctrl+Q")
    assert window.main.desk is None
    assert not verify(store)
    with open_store(store) as kept:
        session = Register(kept, desk_edges().editions()).open(kept.find(JANUARY))
        assert session.worksheet.values() == sample.worksheet.values()
