"""Which lines moved so far that the firm's rule asks why."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from focusdesk.calc.checks import Severity
from focusdesk.calc.worksheet import Worksheet
from focusdesk.filing.compare import ComparedMonth
from focusdesk.filing.edition_plan import EditionPlan
from focusdesk.filing.explanation import Explanations, Subject, line, pool
from focusdesk.filing.explanations_due import CHECK, ExplanationsDue, rule_words
from focusdesk.filing.filing import Filing
from focusdesk.filing.thresholds import Threshold, Thresholds
from focusdesk.form.box import Value
from focusdesk.form.edition import Edition
from focusdesk.form.period import Period
from tests.filing.test_explanation import said

MILLION = 1_000_000
BEFORE = Period(2013, 12)
NOTHING = Explanations()
BOTH = Thresholds(Threshold(5 * MILLION, Decimal(10)))
DECEMBER: dict[str, Value] = {
    "7010": 900 * MILLION, "7070": 950 * MILLION, "7194": 40 * MILLION,
    "7465": 20 * MILLION, "7415": 800 * MILLION,
}  # fmt: skip
"""An excess of 50 million over a requirement of 900, a target of 40, a capital of 64."""


@pytest.fixture
def months(form_plan: EditionPlan) -> "Months":
    return Months(form_plan)


class Months:
    """December's figures, and January's with some of them changed."""

    def __init__(self, plan: EditionPlan) -> None:
        self._plan = plan

    def due(
        self, thresholds: Thresholds = BOTH, *, illustrative: bool = False, **changed: Value
    ) -> ExplanationsDue:
        entered = DECEMBER | {code.removeprefix("c"): value for code, value in changed.items()}
        return self.since_december(entered, thresholds, illustrative=illustrative)

    def since_december(
        self, entered: dict[str, Value], thresholds: Thresholds, *, illustrative: bool = False
    ) -> ExplanationsDue:
        return ExplanationsDue(
            self.month(Filing(1, BEFORE, "2014-01", illustrative=True), DECEMBER),
            self.month(Filing(2, Period(2014, 1), "2014-01", illustrative=illustrative), entered),
            thresholds,
        )

    def month(self, filing: Filing, entered: dict[str, Value]) -> ComparedMonth:
        form = self._plan.edition
        return ComparedMonth(
            filing, form, Worksheet(form, entered, self._plan.calculation).values()
        )

    def explained(self, *subjects: Subject, against: Period = BEFORE) -> Explanations:
        written = said(*((subject, "two new clients", against) for subject in subjects))
        return Explanations.of(written, self._plan.edition)


def lacking(due: ExplanationsDue, explanations: Explanations = NOTHING) -> list[str]:
    return [row.code for row in due.lacking(explanations)]


def test_excess_target_and_capital_that_moved_above_the_threshold_are_asked_about(
    months: Months,
) -> None:
    due = months.due(c7070=960 * MILLION, c7194=60 * MILLION, c7415=1_000 * MILLION)

    # 7180 and 7425 moved as far and are none of them; 7490 stays what 7455 makes it.
    assert lacking(due) == ["7190", "7194", "7198", "7455", "7490", "7495"]


@pytest.mark.parametrize("moved", [5 * MILLION, -5 * MILLION, 1, 0])
def test_what_is_not_above_the_threshold_needs_no_words(months: Months, moved: int) -> None:
    assert lacking(months.due(c7070=950 * MILLION + moved)) == []


def test_a_line_s_own_threshold_stands_in_place_of_that_for_all(months: Months) -> None:
    own = BOTH.with_line("7190", Threshold(0)).with_line("7198", Threshold(MILLION))

    assert lacking(months.due(own, c7070=950 * MILLION + 2)) == ["7190"]


def test_a_firm_without_thresholds_has_ten_percent_and_a_hundredth_of_the_requirement(
    months: Months,
) -> None:
    none = Thresholds()

    assert lacking(months.due(none, c7070=(959 * MILLION), c7194=49 * MILLION)) == []
    assert lacking(months.due(none, c7070=(959 * MILLION + 1))) == ["7190", "7198"]
    assert rule_words(none) == (
        "excess, target and capital boxes that moved by more than "
        "10 % and 1 % of the requirement of their schedule"
    )
    assert rule_words(BOTH.with_line("7190", Threshold(0))) == (
        "excess, target and capital boxes that moved by more than 5,000,000 and 10 % "
        "(but 7190 above 0)"
    )


def test_a_line_is_explained_by_its_own_words_or_by_those_of_its_pool(months: Months) -> None:
    due = months.due(c7194=60 * MILLION, c7415=1_000 * MILLION)
    assert lacking(due) == ["7194", "7198", "7455", "7490", "7495"]

    assert lacking(due, months.explained(line("7194"))) == ["7455", "7490", "7495"]
    assert lacking(due, months.explained(pool("cftc_capital"))) == ["7194", "7198"]
    assert lacking(due, months.explained(pool("segregation"), pool("cftc_capital"))) == []


def test_a_total_whose_parts_are_explained_is_explained(months: Months) -> None:
    due = months.due(c7070=960 * MILLION, c7010=925 * MILLION)
    assert lacking(due) == ["7190", "7198"]

    assert lacking(due, months.explained(line("7070"))) == ["7190", "7198"]
    assert lacking(due, months.explained(line("7010"))) == ["7190", "7198"]
    assert lacking(due, months.explained(line("7010"), line("7070"))) == []
    assert lacking(due, months.explained(line("7040"), line("7180"))) == []
    assert lacking(due, months.explained(line("7190"))) == []


def test_parts_that_hardly_moved_explain_nothing_and_need_no_words(months: Months) -> None:
    by_many = months.due(c7070=954 * MILLION, c7100=4 * MILLION)
    assert lacking(by_many, months.explained(line("7070"), line("7100"))) == ["7190", "7198"]

    by_one = months.due(c7070=960 * MILLION, c7100=1)
    assert lacking(by_one, months.explained(line("7070"))) == []


def test_words_against_another_month_explain_nothing(months: Months) -> None:
    due = months.due(c7070=960 * MILLION)

    assert lacking(due, months.explained(line("7190"), against=Period(2013, 1))) == [
        "7190", "7198",
    ]  # fmt: skip


def test_of_made_up_months_nobody_is_asked_anything(months: Months) -> None:
    due = months.due(c7070=5, illustrative=True)

    assert (due.demanded, lacking(due)) == ((), [])


def test_of_two_versions_of_one_month_nobody_is_asked_anything(months: Months) -> None:
    original, amendment = (
        months.month(Filing(number, BEFORE, "2014-01", amendment=number), entered)
        for number, entered in enumerate((DECEMBER, DECEMBER | {"7194": 1}))
    )

    assert ExplanationsDue(original, amendment, BOTH).demanded == ()


def test_what_is_still_blank_is_not_asked_about(months: Months) -> None:
    assert "7194" not in lacking(months.due(c7194=None))
    assert "7194" in lacking(months.due(c7194=0))


def test_each_line_that_lacks_words_is_a_warning_with_its_figures(months: Months) -> None:
    due = months.due(c7194=60 * MILLION)

    found, _ = due.findings(months.explained())

    assert (found.id, found.severity, found.codes) == (CHECK, Severity.WARNING, ("7194",))
    assert found.schedule == "segregation"
    assert found.message == (
        "7194 moved by +20,000,000 or +50.0 % since Dec 2013 (made up), from 40,000,000 to "
        "60,000,000: more than 5,000,000 and 10 %. Nobody has said why: explain the line, its "
        "pool, or the parts that moved."
    )
    assert found.cite == "no rule: the firm's threshold"


def test_across_editions_a_renumbered_box_is_one_line(editions: dict[str, Edition]) -> None:
    old, new = editions["2014-01"], editions["2026-03"]
    due = ExplanationsDue(
        ComparedMonth(Filing(1, Period(2026, 2), old.id), old, Worksheet(old, DECEMBER).values()),
        ComparedMonth(Filing(2, Period(2026, 3), new.id), new, Worksheet(new, {}).values()),
        Thresholds(Threshold(0)),
    )
    assert due.demanded == ()
    watched = {form.id: _watched(form) for form in (old, new)}
    assert watched["2014-01"] == watched["2026-03"]


def _watched(form: Edition) -> dict[str, str]:
    return {code: box.watched for code, box in form.boxes.items() if box.watched}


def test_the_form_says_which_boxes_are_watched(form: Edition) -> None:
    assert _watched(form) == {
        **dict.fromkeys(("7190", "7198", "7380", "7785", "8730", "8770"), "excess"),
        **dict.fromkeys(("7194", "7780", "8760"), "target"),
        **dict.fromkeys(("7455", "7465", "7475", "7490", "7495"), "capital"),
    }
    assert {each.id: each.requirement for each in form.schedules if each.requirement} == {
        "segregation": "7060", "secured_funds": "7360",
        "cleared_swaps": "8590", "cftc_capital": "7490",
    }  # fmt: skip


AMOUNTS = st.none() | st.integers(-(10**9), 10**9)
ENTERED = st.fixed_dictionaries(dict.fromkeys(("7010", "7070", "7194", "7415"), AMOUNTS))
SUBJECTS = st.sets(
    st.sampled_from([*map(line, ("7010", "7070", "7190", "7198", "7415")), pool("segregation")])
)


@given(ENTERED, SUBJECTS, SUBJECTS)
def test_more_explanations_never_leave_more_lines_without_one(
    form_plan: EditionPlan, entered: dict[str, Value], some: set[Subject], more: set[Subject]
) -> None:
    months = Months(form_plan)
    due = months.since_december(DECEMBER | entered, BOTH)

    with_some = set(lacking(due, months.explained(*some)))

    assert set(lacking(due, months.explained(*some, *more))) <= with_some
    assert with_some <= {row.code for row in due.demanded}
    assert not {subject.name for subject in some} & with_some
