"""Values that are tried on a month: its targets follow the firm's policies, as they would."""

import pytest

from focusdesk.filing.edit import Cause, Edit
from focusdesk.filing.ground import Ground
from focusdesk.filing.outcome import outcome_of
from focusdesk.filing.register import Register
from focusdesk.filing.session import FilingSession
from focusdesk.form.period import Period
from tests.filing.test_month_targets import record


@pytest.fixture
def session(register: Register) -> FilingSession:
    record(register, "segregation", "5 %")
    session = register.start_month(Period(2014, 1))
    session.apply(Edit({"7010": 1_000, "7070": 2_000}, Cause.TYPED))
    assert session.value("7194") == 50
    return session


def test_what_would_follow_is_what_follows(session: FilingSession) -> None:
    tried = outcome_of(Ground.of(session), {"7010": 1_600})
    assert session.value("7194") == 50  # nothing is changed by trying
    session.apply(Edit({"7010": 1_600}, Cause.IMPORTED))
    assert tried.after.values() == session.worksheet.values()
    assert tried.after.value("7198") == 400 - 80


def test_a_target_that_moves_is_told_among_what_follows(session: FilingSession) -> None:
    follows = {
        each.code: each.new for each in outcome_of(Ground.of(session), {"7010": 1_600}).follows
    }
    assert follows == {"7040": 1_600, "7060": 1_600, "7190": 400, "7194": 80, "7198": 320}


def test_a_target_that_comes_along_stands(session: FilingSession) -> None:
    after = outcome_of(Ground.of(session), {"7010": 1_600, "7194": 7}).after
    assert after.value("7194") == 7
    assert after.value("7198") == 393


def test_without_a_month_no_policy_is_known(session: FilingSession) -> None:
    after = Ground(session.worksheet).after({"7010": 1_600}, Cause.IMPORTED)
    assert after.value("7194") == 50
