"""How the columns of a printed comparison stand."""

from itertools import pairwise

import pytest

from focusdesk.export.comparison_columns import (
    Columns,
    MonthColumn,
    column_groups,
    review_columns,
)
from focusdesk.export.table_pages import LEFT, RIGHT
from focusdesk.export.table_rows import Span
from focusdesk.filing.compare import ComparedMonth, Comparison, Pair
from focusdesk.filing.filing import Filing
from focusdesk.form.edition import Edition
from focusdesk.form.period import Period


def groups_of(form: Edition, count: int, *pairs: Pair) -> tuple[Columns, ...]:
    months = tuple(
        ComparedMonth(Filing(number, Period(2013, 1).plus(number), form.id), form, {})
        for number in range(count)
    )
    return column_groups(Comparison(months, (), pairs=pairs))


def places(group: Columns) -> list[int]:
    return [month.place for month in group.months]


def spans(group: Columns) -> list[Span]:
    """Give where everything stands, left to right."""
    found = [group.number, group.label, group.code]
    for each in group.figures:
        found += [each.span] if isinstance(each, MonthColumn) else [each.dollars, each.percent]
    return [*found, group.note] if group.note else found


@pytest.mark.parametrize(
    ("count", "sizes"),
    [(2, [2]), (6, [6]), (7, [3, 4]), (12, [6, 6]), (13, [4, 4, 5]), (120, [6] * 20)],
)
def test_months_are_shared_out_evenly_and_none_is_lost(
    form: Edition, count: int, sizes: list[int]
) -> None:
    groups = groups_of(form, count)

    assert [len(group.months) for group in groups] == sizes
    assert [place for group in groups for place in places(group)] == list(range(count))


def test_one_change_stands_behind_the_last_month(form: Edition) -> None:
    *others, last = groups_of(form, 13)

    assert all(not group.changes for group in others)
    assert [change.pair for change in last.changes] == [(11, 12)]
    assert last.figures[-1] == last.changes[0]


def test_beside_a_chosen_change_stand_both_its_months(form: Edition) -> None:
    *others, last = groups_of(form, 13, (0, 5))

    assert [place for group in others for place in places(group)] == list(range(9))
    assert places(last) == [0, 5, 9, 10, 11, 12]
    assert [change.pair for change in last.changes] == [(0, 5)]


@pytest.mark.parametrize("count", [3, 13, 36])
def test_changes_of_neighbours_stand_behind_their_later_months_and_each_has_both(
    form: Edition, count: int
) -> None:
    pairs = tuple(pairwise(range(count)))
    groups = groups_of(form, count, *pairs)

    assert len(groups) == -(-(count - 1) // 2)
    assert tuple(change.pair for group in groups for change in group.changes) == pairs
    for group in groups:
        assert {place for change in group.changes for place in change.pair} == set(places(group))
        behind = [
            isinstance(before, MonthColumn) and before.place == change.pair[1]
            for before, change in pairwise(group.figures)
            if not isinstance(change, MonthColumn)
        ]
        assert all(behind)


@pytest.mark.parametrize("neighbours", [False, True])
@pytest.mark.parametrize("count", range(2, 14))
def test_columns_stand_side_by_side_and_amounts_are_equally_wide(
    form: Edition, count: int, *, neighbours: bool
) -> None:
    pairs = tuple(pairwise(range(count))) if neighbours else ()
    for group in groups_of(form, count, *pairs):
        stand = spans(group)

        assert (stand[0][0], stand[-1][1]) == (LEFT, RIGHT if group.changes else RIGHT - 3.0)
        assert all(one[0] < one[1] <= other[0] for one, other in pairwise(stand))
        widths = {round(month.span[1] - month.span[0], 6) for month in group.months}
        assert len(widths) == 1
        assert widths.pop() >= 50
        assert group.label[1] - group.label[0] > 200


@pytest.mark.parametrize("with_change", [True, False])
def test_the_notes_of_a_review_stand_at_the_right_of_its_months(*, with_change: bool) -> None:
    columns = review_columns(with_change=with_change)
    stand = spans(columns)

    assert columns.note is not None
    assert places(columns) == ([0, 1] if with_change else [1])
    assert [change.pair for change in columns.changes] == [(0, 1)] * with_change
    assert (stand[0][0], stand[-1][1]) == (LEFT, RIGHT)
    assert all(one[0] < one[1] <= other[0] for one, other in pairwise(stand))
    assert columns.note[1] - columns.note[0] > 150
