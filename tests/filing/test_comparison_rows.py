"""Which rows of a comparison are shown, and in which order."""

import pytest

from focusdesk.filing.compare import Comparison
from focusdesk.filing.comparison_rows import (
    RowFilter,
    by_size,
    differences_of,
    filtered,
    neighbours,
)
from focusdesk.filing.thresholds import Threshold, Thresholds


def codes(comparison: Comparison) -> list[str]:
    return [row.code for row in comparison.rows]


SEGREGATION = ("segregation",)


def test_without_a_wish_every_row_is_shown(comparison: Comparison) -> None:
    assert filtered(comparison, RowFilter()) == comparison


def test_what_differs_between_any_month_and_the_next_is_shown(comparison: Comparison) -> None:
    shown = filtered(comparison, RowFilter(changed=True), neighbours(comparison))

    assert codes(shown) == [
        *("13", "7010", "7020", "7040", "7060", "7070", "7080", "7180", "7190", "7198"),
    ]
    assert shown.shown == "changed lines only"
    assert codes(shown) == [row.code for row in comparison.rows if row.changed]


def test_what_differs_between_two_chosen_months_is_shown(comparison: Comparison) -> None:
    changed = RowFilter(changed=True, schedules=SEGREGATION)

    assert "7010" not in codes(filtered(comparison, changed, [(0, 1)]))
    assert "7020" not in codes(filtered(comparison, changed, [(1, 2)]))
    assert {"7010", "7020"} <= set(codes(filtered(comparison, changed, [(0, 2)])))


def test_what_is_above_the_threshold_is_shown_and_a_line_may_have_its_own(
    comparison: Comparison,
) -> None:
    of_all = RowFilter(above=Thresholds(Threshold(50)))
    with_own = RowFilter(
        above=Thresholds(Threshold(50), {"7070": Threshold(), "7190": Threshold(1000)})
    )

    assert codes(filtered(comparison, of_all, neighbours(comparison))) == [
        "7010",
        "7020",
        "7040",
        "7060",
        "7190",
        "7198",
    ]
    assert codes(filtered(comparison, with_own, neighbours(comparison))) == [
        *("7010", "7020", "7040", "7060", "7070", "7198"),
    ]
    assert filtered(comparison, of_all, neighbours(comparison)).shown == "above 50"


def test_totals_alone_can_be_shown(comparison: Comparison) -> None:
    shown = filtered(comparison, RowFilter(totals=True, schedules=SEGREGATION))

    assert codes(shown)[:2] == ["7040", "7050"]
    assert all(row.total for row in shown.rows)
    assert shown.shown == "totals only, Segregation only"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("7190", ["7190"]),
        ("excess SEGREGATION", ["7190", "7198"]),
        ("  management\ttarget amount excess", ["7198"]),
        ("no such words", []),
    ],
)
def test_lines_are_found_by_words_parts_of_words_or_their_code(
    comparison: Comparison, text: str, expected: list[str]
) -> None:
    found = filtered(comparison, RowFilter(find=text, schedules=SEGREGATION, totals=True))

    assert codes(found) == expected


def test_what_is_shown_is_said(comparison: Comparison) -> None:
    wish = RowFilter(changed=True, totals=True, find=" excess  funds ")

    assert wish.words(comparison) == 'changed lines only, totals only, lines with "excess funds"'


def test_sorting_by_size_keeps_schedules_and_captions_together(comparison: Comparison) -> None:
    each = neighbours(comparison)
    wish = RowFilter(changed=True, schedules=SEGREGATION)
    shown = by_size(filtered(comparison, wish, each), each)

    groups = [(row.caption, row.code) for row in shown.rows]
    assert groups == [
        *(("SEGREGATION REQUIREMENTS (Section 4d(2) of the CEAct)", code)
          for code in ("7020", "7040", "7060", "7010")),
        *(("FUNDS IN SEGREGATED ACCOUNTS", code)
          for code in ("7190", "7198", "7070", "7180", "7080")),
    ]  # fmt: skip
    assert shown.shown.endswith("Segregation only, largest changes first")


def test_sorting_may_look_at_two_chosen_months(comparison: Comparison) -> None:
    shown = by_size(filtered(comparison, RowFilter(schedules=SEGREGATION)), [(1, 2)])

    assert codes(shown)[:4] == ["7010", "7040", "7060", "7020"]


def test_every_month_is_looked_at_with_the_next(comparison: Comparison) -> None:
    assert neighbours(comparison) == ((0, 1), (1, 2))
    row = next(row for row in comparison.rows if row.code == "7070")
    assert [each.change for each in differences_of(row, [(0, 1), (1, 2), (0, 2)])] == [20, 1, 21]
