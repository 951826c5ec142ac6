from dataclasses import replace

import pytest

from focusdesk.filing.comparison_rows import RowFilter
from focusdesk.filing.comparison_view import ComparisonView
from focusdesk.filing.thresholds import Threshold, Thresholds
from focusdesk.ui.compare.kept_view import for_schedules, kept_folds, kept_view, view_text

FIRMS = Thresholds(Threshold(5_000_000))


@pytest.mark.parametrize(
    "view",
    [
        ComparisonView(),
        ComparisonView(RowFilter(changed=True, totals=True), largest_first=True),
        ComparisonView(RowFilter(above=FIRMS, schedules=("cover",)), each_neighbour=True),
    ],
)
def test_a_view_is_found_again_as_it_was(view: ComparisonView) -> None:
    assert kept_view(view_text(view), FIRMS) == view


def test_what_was_sought_and_the_two_months_chosen_are_not_kept() -> None:
    view = ComparisonView(RowFilter(changed=True, find="7190"), pair=(0, 5))
    assert kept_view(view_text(view), FIRMS) == ComparisonView(RowFilter(changed=True))


def test_the_thresholds_are_those_of_now() -> None:
    view = ComparisonView(RowFilter(above=Thresholds(Threshold(1))))
    assert kept_view(view_text(view), FIRMS).row_filter.above == FIRMS


def test_a_spoilt_settings_file_is_no_obstacle() -> None:
    assert kept_view("changed=? nonsense", FIRMS) == ComparisonView()


def test_a_schedule_that_the_form_has_not_got_hides_nothing() -> None:
    view = ComparisonView(RowFilter(changed=True, schedules=("cover", "elsewhere")))
    kept = replace(view, row_filter=replace(view.row_filter, schedules=("cover",)))
    assert for_schedules(view, {"cover": "Cover"}) == kept


def test_folded_schedules_are_kept_beside_it() -> None:
    text = view_text(ComparisonView(), ["segregation", "cover"])
    assert kept_folds(text) == {"segregation", "cover"}
    assert kept_view(text, Thresholds()) == ComparisonView()
    assert not kept_folds("")


def test_thresholds_that_the_firm_has_not_measure_nothing() -> None:
    text = view_text(ComparisonView(RowFilter(above=FIRMS)))
    assert kept_view(text, Thresholds()).row_filter.above is None
