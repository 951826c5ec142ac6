"""What stands beside a change: explained, explanation needed, or what is odd about it."""

from decimal import Decimal

import pytest

from focusdesk.calc.worksheet import Worksheet
from focusdesk.filing.change_review import ChangeReview, Remark, Standing, oddity
from focusdesk.filing.compare import ComparedMonth, Comparison, ComparisonRow, compare
from focusdesk.filing.difference import difference
from focusdesk.filing.edition_plan import EditionPlan
from focusdesk.filing.explanation import Explanations, line, pool
from focusdesk.filing.filing import Filing
from focusdesk.filing.thresholds import Threshold, Thresholds
from focusdesk.form.box import BoxKind, Value
from focusdesk.form.period import Period
from tests.filing.test_explanation import said

PAIR = (0, 1)
BEFORE = Period(2013, 12)
MILLION = 1_000_000
BOTH = Thresholds(Threshold(5 * MILLION, Decimal(10)))


@pytest.fixture
def comparison(form_plan: EditionPlan) -> Comparison:
    december: dict[str, Value] = {"7010": 900 * MILLION, "7070": 950 * MILLION}
    january = december | {"7070": 960 * MILLION, "7033": 1, "7194": None}
    months = [
        _month(form_plan, Filing(1, BEFORE, "2014-01"), december),
        _month(form_plan, Filing(2, Period(2014, 1), "2014-01"), january),
    ]
    return compare(months)


def _month(plan: EditionPlan, filing: Filing, entered: dict[str, Value]) -> ComparedMonth:
    form = plan.edition
    return ComparedMonth(filing, form, Worksheet(form, entered, plan.calculation).values())


def _row(comparison: Comparison, code: str) -> ComparisonRow:
    return next(row for row in comparison.rows if row.code == code)


def _review(
    comparison: Comparison,
    explanations: Explanations | None = None,
    thresholds: Thresholds = BOTH,
) -> ChangeReview:
    review = ChangeReview(thresholds, lambda _: explanations or Explanations())
    review.look_at(comparison)
    return review


def _remark(review: ChangeReview, comparison: Comparison, code: str) -> Remark:
    return review.remark(comparison, _row(comparison, code), PAIR)


def test_a_watched_line_above_its_threshold_needs_an_explanation(comparison: Comparison) -> None:
    review = _review(comparison)
    assert _remark(review, comparison, "7190").words == "explanation needed"
    assert _remark(review, comparison, "7070") == Remark()


def test_a_line_and_every_changed_line_of_a_pool_can_be_explained(comparison: Comparison) -> None:
    form = comparison.months[-1].edition
    one = Explanations.of(said((line("7190"), "a client left", BEFORE)), form)
    all_of_them = Explanations.of(said((pool("segregation"), "a client left", BEFORE)), form)
    for explanations, codes in ((one, ["7190"]), (all_of_them, ["7190", "7070", "7180"])):
        review = _review(comparison, explanations)
        for code in codes:
            remark = _remark(review, comparison, code)
            assert remark.standing is Standing.EXPLAINED
            assert remark.explanation is not None
            assert remark.explanation.text == "a client left"
    same = _remark(_review(comparison, all_of_them), comparison, "7010")
    assert same == Remark(oddity="equal to the dollar")


def test_what_is_said_of_a_part_explains_its_total(comparison: Comparison) -> None:
    form = comparison.months[-1].edition
    part = Explanations.of(said((line("7180"), "a client left", BEFORE)), form)
    remark = _remark(_review(comparison, part), comparison, "7190")
    assert remark.standing is Standing.PARTS_EXPLAINED


def test_the_firms_thresholds_say_which_changes_count(comparison: Comparison) -> None:
    review = _review(comparison, thresholds=Thresholds(Threshold(1 * MILLION)))
    counts = [row.code for row in comparison.rows if review.counts(comparison, row, PAIR)]
    assert counts == ["7070", "7180", "7190", "7198"]
    own = Thresholds(Threshold(1 * MILLION), {"7070": Threshold(20 * MILLION)})
    review = _review(comparison, thresholds=own)
    assert not review.counts(comparison, _row(comparison, "7070"), PAIR)


def test_without_thresholds_only_what_must_be_explained_counts(comparison: Comparison) -> None:
    review = _review(comparison, thresholds=Thresholds())
    counts = [row.code for row in comparison.rows if review.counts(comparison, row, PAIR)]
    assert "7190" in counts
    assert "7070" not in counts


def test_after_an_edit_only_its_pairs_are_judged_and_nothing_is_read_again(
    comparison: Comparison, form_plan: EditionPlan
) -> None:
    read: list[Filing] = []

    def reading(filing: Filing) -> Explanations:
        read.append(filing)
        return Explanations()

    review = ChangeReview(BOTH, reading)
    review.look_at(comparison)
    filing = comparison.months[1].filing
    edited = _month(form_plan, filing, {"7010": 900 * MILLION, "7070": 950 * MILLION})
    after = compare([comparison.months[0], edited])
    review.look_at(after)
    assert _remark(review, after, "7190").standing is Standing.SILENT
    assert read == [filing]
    review.read_again(filing)
    review.look_at(after)
    assert read == [filing, filing]


@pytest.mark.parametrize(
    ("earlier", "later", "words"),
    [
        (None, 5, "was blank"),
        (5, None, "is blank now"),
        (0, 5, "was zero"),
        (5, 0, "is zero now"),
        (5, -5, "the sign changed, the figure is the same"),
        (1_234, 1_324, "the digits 2 and 3 changed places"),
        (1_234, 1_234, "equal to the dollar"),
        (1_234, 1_334, ""),
        (0, 0, ""),
        (None, None, ""),
    ],
)
def test_what_is_odd_about_an_amount_is_said(earlier: Value, later: Value, words: str) -> None:
    assert oddity(difference(earlier, later, BoxKind.AMOUNT), BoxKind.AMOUNT) == words


def test_of_words_it_is_said_that_they_changed() -> None:
    assert oddity(difference("A", "B", BoxKind.TEXT), BoxKind.TEXT) == "changed"
    assert oddity(difference("A", "A", BoxKind.TEXT), BoxKind.TEXT) == ""
