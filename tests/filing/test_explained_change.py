"""Who made a line of a comparison move."""

from focusdesk.calc.decomposition import Reason
from focusdesk.calc.worksheet import Worksheet
from focusdesk.filing.compare import ComparedMonth, Comparison, ComparisonRow, compare
from focusdesk.filing.explained_change import explained_change
from focusdesk.filing.filing import Filing
from focusdesk.form.box import Value
from focusdesk.form.edition import Edition
from focusdesk.form.period import Period


def month(number: int, edition: Edition, **entered: Value) -> ComparedMonth:
    values = {code.removeprefix("c"): value for code, value in entered.items()}
    filing = Filing(number, Period(2014, number), edition.id)
    return ComparedMonth(filing, edition, Worksheet(edition, values).values())


def row(comparison: Comparison, code: str) -> ComparisonRow:
    return next(each for each in comparison.rows if each.code == code)


def test_a_line_is_explained_between_the_last_two_months_or_any_other(form: Edition) -> None:
    comparison = compare([
        month(1, form, c7070=5), month(2, form, c7070=9), month(3, form, c7070=9, c7100=1),
    ])  # fmt: skip
    total = row(comparison, "7180")

    last, whole = explained_change(comparison, total), explained_change(comparison, total, (0, 2))

    assert [(each.code, each.dollars) for each in last.contributions] == [("7100", 1)]
    assert [(each.code, each.dollars) for each in whole.contributions] == [("7070", 4), ("7100", 1)]


def test_editions_are_explained_by_their_common_codes(editions: dict[str, Edition]) -> None:
    old, new = editions["2014-01"], editions["2026-03"]
    dealer: dict[str, Value] = {"firm.swap_dealer": True}
    comparison = compare([
        month(1, old, c7415=1000, **dealer), month(2, new, c7415=2000, c7446=5000, **dealer),
    ])  # fmt: skip

    capital = explained_change(comparison, row(comparison, "7490"))

    assert capital.change == 180
    assert [(each.code, each.dollars, each.reason) for each in capital.contributions] == [
        ("7446", 100, Reason.NEW), ("7415", 80, Reason.ENTERED),
    ]  # fmt: skip


def test_a_box_that_is_gone_or_new_or_in_neither_says_so(editions: dict[str, Edition]) -> None:
    old, new = editions["2014-01"], editions["2026-03"]
    comparison = compare([month(1, old), month(2, old), month(3, new, c7446=5)])

    assert explained_change(comparison, row(comparison, "7446")).remark == (
        "7446 is not in the edition 2014-01."
    )
    assert explained_change(comparison, row(comparison, "18")).remark == (
        "18 is not in the edition 2026-03."
    )
    assert explained_change(comparison, row(comparison, "7446"), (0, 1)).remark == (
        "7446 is in neither month's edition."
    )
