"""Which warnings are explained, of the figures as they are."""

import pytest

from focusdesk.calc.finding import Finding
from focusdesk.filing.edit import Cause, Edit
from focusdesk.filing.explained_warnings import ExplainedWarnings, can_be_explained
from focusdesk.filing.register import Register
from focusdesk.filing.session import FilingSession
from focusdesk.filing.warning_book import WarningBook
from focusdesk.form.box import Value
from focusdesk.form.period import Period


def typed(session: FilingSession, values: dict[str, Value]) -> None:
    session.apply(Edit(values, Cause.TYPED))


@pytest.fixture
def session(register: Register) -> FilingSession:
    session = register.start_month(Period(2014, 1))
    typed(session, {"7700": 1_000, "7325": 0})
    return session


@pytest.fixture
def warnings(session: FilingSession) -> ExplainedWarnings:
    return session.checks.warnings


def x13(session: FilingSession) -> Finding:
    return next(each for each in session.findings() if each.id == "X13")


def test_a_warning_is_open_until_it_is_explained(
    session: FilingSession, warnings: ExplainedWarnings
) -> None:
    finding = x13(session)
    assert finding in session.checks.unanswered()
    assert warnings.explained(finding) is None
    assert warnings.told(finding) == ""

    WarningBook(session).explain(finding, "A broker that asks for it.")

    assert finding not in session.checks.unanswered()
    assert finding in session.checks.for_review(), "it does not hold, explained or not"
    assert warnings.told(finding).startswith("Explained: A broker that asks for it. (")
    assert session.checks.unanswered() is session.checks.unanswered(), "made once"


def test_the_words_hold_for_their_figures_alone(
    session: FilingSession, warnings: ExplainedWarnings
) -> None:
    WarningBook(session).explain(x13(session), "A broker that asks for it.")

    typed(session, {"7700": 2_000})
    changed = x13(session)
    assert changed in session.checks.unanswered()
    assert warnings.explained(changed) is None
    said = warnings.said_of(changed)
    assert said is not None
    assert said.text == "A broker that asks for it."
    assert warnings.figures_since(changed) == "7740 was 1,000"
    assert warnings.told(changed).startswith("Explained of other figures (7740 was 1,000): ")

    typed(session, {"7700": 1_000})
    assert warnings.explained(x13(session)) == said, "the figures have come back"


def test_a_figure_that_takes_no_part_changes_nothing(
    session: FilingSession, warnings: ExplainedWarnings
) -> None:
    WarningBook(session).explain(x13(session), "A broker that asks for it.")
    typed(session, {"7010": 5})
    assert warnings.explained(x13(session)) is not None


def test_figures_of_the_month_before_take_part(register: Register) -> None:
    december = register.start_month(Period(2013, 12))
    typed(december, {"13": "HSBC"})
    january = register.start_month(Period(2014, 1))
    typed(january, {"13": "HSBC Inc"})
    (finding,) = [each for each in january.findings() if each.id == "C08"]
    WarningBook(january).explain(finding, "The firm has another name.")
    assert january.checks.warnings.explained(finding)

    typed(december, {"13": "HSBC Ltd"})
    (finding,) = [each for each in january.findings() if each.id == "C08"]
    assert january.checks.warnings.explained(finding) is None
    assert "13 (an earlier month's) was HSBC" in january.checks.warnings.told(finding)


def test_only_warnings_are_explained_and_moves_in_their_own_way(register: Register) -> None:
    december = register.start_month(Period(2013, 12))
    typed(december, {"7010": 900_000, "7070": 950_000})
    january = register.start_month(Period(2014, 1))
    typed(january, {"7010": 900_000, "7070": 990_000, "7700": 1_000})

    explicable = [each.id for each in january.checks.for_review() if can_be_explained(each)]
    assert "X13" in explicable
    assert "P01" not in explicable
    assert "C04" not in explicable
