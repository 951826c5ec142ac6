"""How the columns of a printed comparison stand."""

from itertools import pairwise

import pytest

from focusdesk.export.comparison_columns import Columns, column_groups, review_columns
from focusdesk.export.table_pages import LEFT, RIGHT
from focusdesk.filing.compare import ComparedMonth, Comparison
from focusdesk.filing.filing import Filing
from focusdesk.form.edition import Edition
from focusdesk.form.period import Period


def groups_of(form: Edition, count: int) -> tuple[Columns, ...]:
    months = tuple(
        ComparedMonth(Filing(number, Period(2013, 1).plus(number), form.id), form, {})
        for number in range(count)
    )
    return column_groups(Comparison(months, ()))


@pytest.mark.parametrize(
    ("count", "sizes"),
    [(2, [2]), (6, [6]), (7, [3, 4]), (12, [6, 6]), (13, [4, 4, 5]), (120, [6] * 20)],
)
def test_months_are_shared_out_evenly_and_none_is_lost(
    form: Edition, count: int, sizes: list[int]
) -> None:
    groups = groups_of(form, count)

    assert [len(group.months) for group in groups] == sizes
    assert [position for group in groups for position, _ in group.months] == list(range(count))


def test_the_change_stands_beside_the_last_month_alone(form: Edition) -> None:
    *others, last = groups_of(form, 13)

    assert all(group.change is group.percent is None for group in others)
    assert last.change is not None
    assert last.percent is not None


@pytest.mark.parametrize("count", range(2, 14))
def test_columns_stand_side_by_side_and_amounts_are_equally_wide(form: Edition, count: int) -> None:
    for group in groups_of(form, count):
        months = [span for _, span in group.months]
        ends = [span for span in (group.change, group.percent) if span]
        spans = [group.number, group.label, group.code, *months, *ends]

        assert (spans[0][0], spans[-1][1]) == (LEFT, RIGHT if ends else RIGHT - 3.0)
        assert all(one[0] < one[1] <= other[0] for one, other in pairwise(spans))
        assert len({round(right - left, 6) for left, right in months}) == 1
        assert group.label[1] - group.label[0] > 200


@pytest.mark.parametrize("with_change", [True, False])
def test_the_notes_of_a_review_stand_at_the_right_of_its_months(*, with_change: bool) -> None:
    columns = review_columns(with_change=with_change)
    months = [span for _, span in columns.months]
    ends = [span for span in (columns.change, columns.percent) if span]
    assert columns.note is not None
    spans = [columns.number, columns.label, columns.code, *months, *ends, columns.note]

    assert [position for position, _ in columns.months] == ([0, 1] if with_change else [1])
    assert (spans[0][0], spans[-1][1]) == (LEFT, RIGHT)
    assert all(one[0] < one[1] <= other[0] for one, other in pairwise(spans))
    assert columns.note[1] - columns.note[0] > 150
