"""A stated total agrees to the dollar; where it is rounded, a dollar is information."""

import pytest

from focusdesk.calc.finding import Severity
from focusdesk.calc.stated_totals import rounded_boxes, weight_of
from focusdesk.form.box import Value
from focusdesk.form.edition import Edition


@pytest.mark.parametrize(
    ("stated", "computed", "tolerance", "severity"),
    [
        (5, 5, 0, None),
        (5, 6, 0, Severity.ERROR),
        (5, 6, 1, Severity.INFORMATION),
        (5, 7, 1, Severity.ERROR),
        (5, None, 1, Severity.ERROR),
    ],
)
def test_a_difference_weighs_by_what_is_rounded(
    stated: Value, computed: Value, tolerance: int, severity: Severity | None
) -> None:
    assert weight_of(stated, computed, tolerance) is severity


def test_the_rounded_boxes_are_the_percentages_and_what_follows_from_them(form: Edition) -> None:
    assert rounded_boxes(form) == {"7425", "7445", "7455", "7490", "7495", "7495.rule"}
