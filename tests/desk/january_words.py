"""January 2014, the filing of the sample: what it says, how it begins, how it is held against."""

from collections.abc import Mapping
from dataclasses import replace

from focusdesk.app.joined import desk_edges
from focusdesk.filing.copies import PrintOrder
from focusdesk.filing.session import FilingSession
from focusdesk.samples.sample import sample_months
from tests.desk.desk_words import shown_texts, texts_of
from tests.desk.keyboard_words import keys
from tests.ui.window_words import Window
from tests.ui.words import JANUARY


def filed_figures() -> Mapping[str, str]:
    """What was entered, as the filing prints it; what it leaves blank is not here."""
    (month,) = (month for month in sample_months() if month.period == JANUARY)
    return month.values


def start_january(window: Window) -> None:
    """Start the month that is proposed, the last full one; only its own dates are filled in."""
    keys("Ctrl+N", "Return")
    edition = window.session.edition
    assert window.session.filing.period == JANUARY
    assert window.session.worksheet.entered().keys() == {edition.begins_code, edition.as_of_code}


def assert_it_is_the_sample(window: Window, sample: FilingSession) -> None:
    """Every box and total, every finding, the firm, every text on the screen is the sample's.

    But for findings against the month before (P): the sample has one, the empty firm has not.
    """
    assert window.session.worksheet.values() == sample.worksheet.values()
    own = tuple(each for each in sample.findings() if not each.id.startswith("P"))
    assert own
    assert window.session.findings() == own
    assert window.desk.side.firm == "HSBC SECURITIES (USA) INC."
    assert window.desk.side.number == "SEC file 8-41562"
    assert window.frame.windowTitle() == "January 2014 - HSBC SECURITIES (USA) INC. - focusdesk"
    shown, expected = shown_texts(window), texts_of(sample)
    assert shown == {code: expected[code] for code in shown}


def print_of(sample: FilingSession) -> bytes:
    """Draw the sample as a month whose margin does not say that it is a sample."""
    filing = replace(sample.filing, remark="")
    unremarked = FilingSession(sample.plan, filing, sample.store)
    return desk_edges().draw_report(unremarked, PrintOrder())
