"""What stands beside months that are laid side by side, read from a real store."""

import pytest

from focusdesk.filing.beside_months import BesideMonths, beside_months
from focusdesk.filing.change_review import Remark, Standing
from focusdesk.filing.compare import Comparison, ComparisonRow, compare
from focusdesk.filing.edit import Cause, Edit
from focusdesk.filing.explanation import line
from focusdesk.filing.register import Register
from focusdesk.filing.row_history import form_of
from focusdesk.filing.session import FilingSession
from focusdesk.filing.thresholds import FACT, Threshold, Thresholds, keep_thresholds
from focusdesk.form.period import Period

MILLION = 1_000_000
FIGURES = {Period(2013, 12): 900, Period(2014, 1): 950, Period(2014, 2): 990}


@pytest.fixture
def sessions(register: Register) -> list[FilingSession]:
    opened: list[FilingSession] = []
    for period, millions in FIGURES.items():
        session = register.start_month(period)
        session.apply(Edit({"7070": millions * MILLION, "7010": 890 * MILLION}, Cause.TYPED))
        opened.append(session)
    return opened


def _comparison(register: Register, sessions: list[FilingSession]) -> Comparison:
    return compare(register.look_at([session.filing for session in sessions[1:]]))


def _beside(register: Register, comparison: Comparison) -> BesideMonths:
    return beside_months(comparison, register, register.look_at)


def _row(comparison: Comparison, code: str) -> ComparisonRow:
    return next(row for row in comparison.rows if row.code == code)


def _remark(beside: BesideMonths, comparison: Comparison) -> Remark:
    return beside.review.remark(comparison, _row(comparison, "7190"), (0, 1))


def test_months_that_are_not_shown_are_read_for_the_curve(
    register: Register, sessions: list[FilingSession]
) -> None:
    comparison = _comparison(register, sessions)
    row, history = _row(comparison, "7070"), _beside(register, comparison).history
    figures = history.figures(row, form_of(comparison, row))
    assert figures[-3:] == (900 * MILLION, 950 * MILLION, 990 * MILLION)


def test_an_explanation_that_is_written_meanwhile_is_read(
    register: Register, sessions: list[FilingSession]
) -> None:
    comparison = _comparison(register, sessions)
    beside = _beside(register, comparison)
    assert _remark(beside, comparison).standing is Standing.NEEDED
    sessions[2].explain_change(line("7190"), "two new clients")
    beside = beside.after_edit(comparison.months[1], Cause.EXPLAINED)
    beside.review.look_at(comparison)
    assert _remark(beside, comparison).standing is Standing.EXPLAINED


def test_the_firms_thresholds_count_and_unreadable_ones_are_none(
    register: Register, sessions: list[FilingSession]
) -> None:
    comparison = _comparison(register, sessions)
    row = _row(comparison, "7070")
    keep_thresholds(register, Thresholds(Threshold(MILLION)))
    assert _beside(register, comparison).review.counts(comparison, row, (0, 1))
    register.store.set_fact(FACT, "nonsense")
    assert not _beside(register, comparison).review.counts(comparison, row, (0, 1))


def test_a_month_of_the_curve_that_is_edited_is_followed(
    register: Register, sessions: list[FilingSession]
) -> None:
    comparison = _comparison(register, sessions)
    beside = _beside(register, comparison)
    sessions[0].apply(Edit({"7070": 1}, Cause.TYPED))
    (december,) = register.look_at([sessions[0].filing])
    row = _row(comparison, "7070")
    history = beside.after_edit(december, Cause.TYPED).history
    assert history.figures(row, form_of(comparison, row))[-3] == 1
