import pytest

from focusdesk.filing.beside_months import BesideMonths
from focusdesk.filing.change_review import ChangeReview, Standing
from focusdesk.filing.compare import Comparison, ComparisonRow
from focusdesk.filing.explanation import Explanations
from focusdesk.filing.row_history import row_history
from focusdesk.filing.thresholds import Threshold, Thresholds
from focusdesk.form.edition import Edition
from focusdesk.ui.compare.compare_remarks import Remarks
from focusdesk.ui.compare.compare_rows import shown_rows
from tests.ui.window_words import side_by_side

PAIR = (0, 1)


@pytest.fixture
def comparison(editions: dict[str, Edition]) -> Comparison:
    return side_by_side(editions["2014-01"], {"7070": 100}, {"7070": 190})


def _row(comparison: Comparison, code: str) -> ComparisonRow:
    return next(row for row in comparison.rows if row.code == code)


def _reviewed(comparison: Comparison) -> Remarks:
    review = ChangeReview(Thresholds(Threshold(50)), lambda _: Explanations())
    review.look_at(comparison)
    return Remarks(comparison, BesideMonths(row_history(comparison), review))


def test_without_the_store_only_what_is_odd_is_known(comparison: Comparison) -> None:
    remarks, row = Remarks(comparison, None), _row(comparison, "7070")
    assert not remarks.counts(row, PAIR)
    assert remarks.remark(row, PAIR).standing is Standing.SILENT
    assert remarks.curve_words(row) == "Oct 2013  100\nNov 2013  190"


def test_the_review_says_what_counts(comparison: Comparison) -> None:
    remarks, row = _reviewed(comparison), _row(comparison, "7070")
    assert remarks.counts(row, PAIR)
    assert remarks.change_words(row, PAIR) == "above the threshold"
    counting = [each.code for each in comparison.rows if remarks.counts(each, PAIR)]
    assert counting == ["7070", "7180", "7190", "7198"]


def test_what_is_asked_of_a_line_is_told_without_its_figures(comparison: Comparison) -> None:
    rows = shown_rows(comparison)
    assert not any(Remarks(comparison, None).asked(rows, [PAIR]))
    asked = _reviewed(comparison).asked(rows, [PAIR])
    assert all(
        len(each) == (shown.row is not None) for each, shown in zip(asked, rows, strict=True)
    )


def test_a_line_without_amounts_has_no_curve(comparison: Comparison) -> None:
    assert Remarks(comparison, None).curve_words(_row(comparison, "13")) == ""
