"""January 2014, as it was filed, entered into an empty month from the keyboard alone."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtWidgets import QApplication

from focusdesk.app.joined import desk_edges
from focusdesk.filing.register import Register
from focusdesk.filing.session import FilingSession
from focusdesk.store.opening import open_store
from focusdesk.store.verify import verify
from focusdesk.ui.page.box_delegate import BoxEditor
from tests.desk.desk_words import shown_texts
from tests.desk.january_words import (
    assert_it_is_the_sample,
    filed_figures,
    print_of,
    start_january,
)
from tests.desk.keyboard_words import keys, typed
from tests.ui.window_words import Window
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
    "7047": "-920,596",  # asked about: the form itself subtracts it
    "7070": "8 476 893",
    "7080": " ",
    "7130": "\u221214796490",
    "7132": "=68m + 174,268",
    "7133": "29,230,975.01",  # a short valuation: cents go up
    "7140": "=39,448,733.99",
    "7194": "47443.913k",
    "7315": "51,333,808.75",
    "7352": "=[7351] - 1",
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


def _fill_in_page(window: Window, figures: Mapping[str, str], goes_on: str) -> list[str]:
    """Type down the page that is in front, from its first box to its last; give the stops."""
    keys("Ctrl+Home")
    stops: list[str] = []
    while window.desk.current_code not in stops:
        code = window.desk.current_code
        stops.append(code)
        typed(figures.get(code, ""))
        keys(goes_on)
        if isinstance(QApplication.focusWidget(), BoxEditor):
            keys("Enter")  # what the form prints within its parentheses was meant
    return stops


def _fill_in_month(window: Window, figures: Mapping[str, str]) -> set[str]:
    stops: set[str] = set()
    for at, schedule in enumerate(window.session.edition.schedules, 1):
        keys(f"Alt+{at}")
        stops.update(_fill_in_page(window, figures, GOES_ON.get(schedule.id, GOES_DOWN)))
    return stops


def test_the_whole_filing_is_entered_from_the_keyboard_alone(
    empty_window: Window, sample: FilingSession, empty_store: Path
) -> None:
    window, figures = empty_window, {**filed_figures(), **AS_PEOPLE_TYPE}
    start_january(window)
    stops = _fill_in_month(window, figures)

    assert figures.keys() <= stops
    assert shown_texts(window).keys() == sample.worksheet.values().keys()
    assert_it_is_the_sample(window, sample)
    assert window.session.typed("7352") == "=[7351] - 1"

    window.answers.answer = empty_store.parent / "January.pdf"
    keys("Ctrl+E")
    assert window.answers.answer.read_bytes() == print_of(sample)
    assert window.shown_files == [window.answers.answer]

    keys("Ctrl+Q")
    assert window.main.desk is None
    assert not verify(empty_store)
    with open_store(empty_store) as kept:
        session = Register(kept, desk_edges().editions()).open(kept.find(JANUARY))
        assert session.worksheet.values() == sample.worksheet.values()
