"""A month at a glance: how it stands, its findings by kind, what remains before it is printed."""

import pytest

from focusdesk.calc.checks import Severity
from focusdesk.filing.edit import Cause, Edit
from focusdesk.filing.explanation import pool
from focusdesk.filing.overview import CHANGED, overview_of
from focusdesk.filing.register import Register
from focusdesk.filing.session import FilingSession
from focusdesk.form.box import Value
from focusdesk.form.period import Period


@pytest.fixture
def month(register: Register) -> FilingSession:
    """January 2014, empty but for a few boxes of the segregation page."""
    session = register.start_month(Period(2014, 1))
    set_to(session, {"7010": 1000, "7070": 1100, "7194": 50})
    return session


def set_to(session: FilingSession, values: dict[str, Value]) -> None:
    session.apply(Edit(values, Cause.TYPED))


def remaining(session: FilingSession) -> list[str]:
    return [each.id for each in overview_of(session).remaining]


def test_the_cards_stand_in_the_order_of_the_form(month: FilingSession) -> None:
    names = [card.name for card in overview_of(month).cards]

    assert names == ["Segregation", "Secured (30.7)", "Cleared swaps", "Capital"]


def test_changes_are_told_against_the_month_before(register: Register) -> None:
    before = register.start_month(Period(2013, 12))
    set_to(before, {"7010": 900})
    session = register.start_month(Period(2014, 1))
    set_to(session, {"7010": 1000})

    overview = overview_of(session)
    assert overview.since == "December 2013"
    assert overview.cards[0].lines[0].shown_change == "+100  +11.1 %"


def test_without_a_month_before_nothing_is_told_of_changes(month: FilingSession) -> None:
    assert overview_of(month).since == ""


@pytest.fixture
def moved(register: Register) -> FilingSession:
    """January, whose excess is twice that of December."""
    before = register.start_month(Period(2013, 12))
    set_to(before, {"7010": 1000, "7070": 1100, "7194": 50})
    session = register.start_month(Period(2014, 1))
    set_to(session, {"7010": 1000, "7070": 1200, "7194": 50})
    return session


def test_findings_are_counted_by_kind_the_weightiest_first(moved: FilingSession) -> None:
    kinds = overview_of(moved).kinds

    assert kinds[0].severity is Severity.ERROR
    errors = [each for each in moved.findings() if each.severity is Severity.ERROR]
    assert kinds[0].words == f"{len(errors)} errors"
    assert kinds[0].code == errors[0].codes[0]
    warnings = next(kind for kind in kinds if kind.severity is Severity.WARNING)
    assert "P01" in warnings.checks


def test_what_a_signature_copy_is_asked_remains_and_says_so(month: FilingSession) -> None:
    asked = [each for each in overview_of(month).remaining if each.at_signing]

    assert {each.id for each in asked} == {"C06"}
    assert asked[0].code == "execution.officer1"


def test_an_unexplained_move_remains_until_it_is_explained(moved: FilingSession) -> None:
    found = [each for each in overview_of(moved).remaining if each.id == "P01"]

    assert [(each.code, each.at_signing) for each in found] == [("7190", False), ("7198", False)]
    moved.explain_change(pool("segregation"), "two new clients")
    assert "P01" not in remaining(moved)


def test_what_is_for_information_does_not_remain(month: FilingSession) -> None:
    severities = {each.severity for each in overview_of(month).remaining}

    assert Severity.INFORMATION not in severities


def test_what_remains_is_gone_once_it_is_mended(month: FilingSession) -> None:
    set_to(month, {"7020": -1})
    assert "S04" in remaining(month)

    set_to(month, {"7020": 1})
    assert "S04" not in remaining(month)


def test_what_was_changed_since_the_last_print_is_one_line(month: FilingSession) -> None:
    assert CHANGED not in remaining(month)
    month.mark_printed(b"%PDF")
    assert CHANGED not in remaining(month)

    set_to(month, {"7010": 1001})
    line = overview_of(month).remaining[-1]
    assert (line.id, line.code) == (CHANGED, "7010")
    assert "boxes hold something else than the last signature copy says: 7010, 7040" in line.words
    assert line.words.endswith("Print it again.")


def test_the_words_count_what_remains(month: FilingSession) -> None:
    overview = overview_of(month)

    assert overview.remaining_words == f"{len(overview.remaining)} lines remain before printing"
    assert not overview.is_printed
