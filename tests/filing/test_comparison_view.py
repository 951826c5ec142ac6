"""How months side by side are looked at: the pair, the lines, the order."""

from focusdesk.filing.compare import Comparison
from focusdesk.filing.comparison_rows import RowFilter
from focusdesk.filing.comparison_view import ComparisonView

CHANGED = RowFilter(changed=True, schedules=("segregation",))


def codes(comparison: Comparison) -> list[str]:
    return [row.code for row in comparison.rows]


def test_the_last_two_months_are_looked_at_unless_others_are_chosen(comparison: Comparison) -> None:
    shown = ComparisonView(CHANGED).of(comparison)

    assert shown.pairs == ((1, 2),)
    assert "7010" in codes(shown)
    assert "7020" not in codes(shown)


def test_a_chosen_pair_decides_what_has_changed(comparison: Comparison) -> None:
    shown = ComparisonView(CHANGED, pair=(0, 1)).of(comparison)

    assert shown.pairs == ((0, 1),)
    assert "7020" in codes(shown)
    assert "7010" not in codes(shown)


def test_between_neighbours_any_change_counts(comparison: Comparison) -> None:
    shown = ComparisonView(CHANGED, each_neighbour=True).of(comparison)

    assert shown.pairs == ((0, 1), (1, 2))
    assert {"7010", "7020"} <= set(codes(shown))


def test_a_pair_of_months_that_are_not_shown_any_more_counts_as_none(
    comparison: Comparison,
) -> None:
    assert ComparisonView(pair=(2, 5)).of(comparison).pairs == ((1, 2),)


def test_the_order_by_size_is_that_of_the_pair(comparison: Comparison) -> None:
    view = ComparisonView(RowFilter(schedules=CHANGED.schedules), (0, 1), largest_first=True)

    assert codes(view.of(comparison))[:4] == ["7020", "7040", "7060", "7010"]


def test_it_says_how_many_differ_of_the_chosen_schedules_and_how_many_are_shown(
    comparison: Comparison,
) -> None:
    boxes = sum(row.schedule == "segregation" for row in comparison.rows)
    of_pool = ComparisonView(CHANGED)
    shown = of_pool.of(comparison)
    differ = f"{len(shown.rows)} of {boxes} boxes differ between these months."
    assert of_pool.counted(comparison, shown) == differ

    totals = ComparisonView(RowFilter(totals=True, schedules=CHANGED.schedules))
    shown = totals.of(comparison)
    assert totals.counted(comparison, shown) == (
        f"{differ} Shown are {len(shown.rows)}: totals only, Segregation only."
    )
