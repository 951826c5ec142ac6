import pytest

from focusdesk.calc.checks import Severity
from focusdesk.filing.edit import Change
from focusdesk.filing.ground import Ground
from focusdesk.filing.outcome import Stated, outcome_of
from focusdesk.form.box import Value
from tests.exchange.filled_form import with_values


def _severity(code: str, stated: Value, entered: dict[str, Value], cents: int = 0) -> str | None:
    outcome = outcome_of(Ground(with_values({})), entered, [Stated("", code, stated)], cents=cents)
    return outcome.totals[0].severity


def test_it_tells_what_changes_and_what_follows_and_changes_nothing() -> None:
    worksheet = with_values({"7020": 5})
    outcome = outcome_of(Ground(worksheet), {"7020": 5, "7010": 10})
    assert outcome.changes == (Change("7010", None, 10),)
    assert Change("7040", 5, 15) in outcome.follows
    assert outcome.after.value("7040") == 15
    assert worksheet.value("7040") == 5


def test_a_stated_total_is_held_against_the_figures_as_they_will_be() -> None:
    assert _severity("7040", 10, {"7010": 10}) is None
    assert _severity("7040", 11, {"7010": 10}) is Severity.ERROR


def test_a_rounded_requirement_may_be_a_dollar_off() -> None:
    assert _severity("7425", 9, {"7415": 100}) is Severity.INFORMATION
    assert _severity("7425", 10, {"7415": 100}) is Severity.ERROR


@pytest.mark.parametrize(("cents", "weight"), [(0, "error"), (1, "error"), (2, "information")])
def test_a_total_may_be_off_by_the_cents_that_were_dropped(cents: int, weight: str) -> None:
    assert _severity("7040", 12, {"7010": 5, "7020": 5}, cents) == weight


def test_no_cents_make_a_blank_equal_to_a_figure() -> None:
    assert _severity("7040", 0, {}, cents=5) is Severity.ERROR


def test_the_sentence_names_what_states_the_total_and_where() -> None:
    stated = [Stated("row 3", "7040", 6)]
    (total,) = outcome_of(Ground(with_values({})), {"7010": 5}, stated, source="the block").totals
    assert total.check == "F01"
    assert total.sentence == (
        "the block states 6 for 7040 (row 3); the form's formula gives 5, "
        "and that is what the filing would hold."
    )


def test_a_total_that_would_overflow_leaves_everything_as_it_is() -> None:
    outcome = outcome_of(Ground(with_values({"7010": 1})), {"7010": 2**63 - 1, "7020": 2**63 - 1})
    assert outcome.overflow.startswith("A total would overflow: ")
    assert (outcome.changes, outcome.follows) == ((), ())
