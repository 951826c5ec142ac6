"""Which entered boxes made a total move: largest first, and exactly the change."""

from collections.abc import Callable, Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from focusdesk.calc.decomposition import (
    THE_FORM,
    Contribution,
    Decomposition,
    Reason,
    Turn,
    decompose,
)
from focusdesk.calc.worksheet import CalculationPlan, Worksheet
from focusdesk.catalog.loader import load_editions
from focusdesk.form.box import Box, BoxKind, Value
from focusdesk.form.edition import Edition
from focusdesk.form.page import PageLayout
from focusdesk.form.period import Period
from focusdesk.form.schedule import LineItem, Schedule

Build = Callable[[Mapping[str, str]], Edition]
Figures = Mapping[str, Value]


def made(decomposition: Decomposition) -> list[tuple[str, int]]:
    return [(each.code, each.dollars) for each in decomposition.contributions]


def between(edition: Edition, before: Figures, after: Figures, code: str) -> Decomposition:
    plan = CalculationPlan(edition)
    return decompose(Worksheet(edition, before, plan), Worksheet(edition, after, plan), code)


def test_an_excess_moved_by_what_is_held_and_by_what_is_required(form: Edition) -> None:
    excess = between(
        form,
        {"7010": 100, "7070": 250, "7045": 20, "7047": 5, "7100": 9},
        {"7010": 130, "7070": 300, "7045": 20, "7047": 7, "7100": 9},
        "7190",
    )

    assert excess.name.startswith("Line 14, Excess (deficiency)")
    assert (excess.before, excess.after, excess.change) == (144, 166, 22)
    assert made(excess) == [("7070", 50), ("7010", -30), ("7047", 2)]
    assert excess.contributions[0] == Contribution(
        "7070", form.name_of("7070"), 250, 300, 50, Reason.ENTERED
    )
    assert (excess.turns, excess.remark) == ((), "")


def test_what_the_smaller_parts_made_is_told_in_one_sum(form: Edition) -> None:
    excess = between(form, {"7010": 1}, {"7010": 31, "7070": 300, "7080": 7}, "7190")

    assert [excess.after_first(number) for number in range(4)] == [277, -23, 7, 0]
    assert excess.total == excess.change == 277


def test_a_total_that_has_not_moved_is_made_of_what_cancels_out(form: Edition) -> None:
    same = between(form, {"7070": 50, "7100": 5}, {"7070": 5, "7100": 50}, "7180")

    assert (same.change, made(same)) == (0, [("7070", -45), ("7100", 45)])


def test_an_entered_box_moved_by_itself(form: Edition) -> None:
    assert made(between(form, {"7070": 50}, {}, "7070")) == [("7070", -50)]


def test_another_greatest_is_told_and_counts_from_where_the_two_met(form: Edition) -> None:
    required = between(form, {"7305": 100, "7315": 80}, {"7305": 90, "7315": 120}, "7360")

    assert made(required) == [("7315", 24), ("7305", -4)]
    assert required.turns == (Turn("7360", "7305", "7355"),)
    assert required.turns[0].sentence == "7360 was taken from 7305 and is now taken from 7355."


def test_a_turn_on_the_way_is_told_where_it_falls(form: Edition) -> None:
    excess = between(form, {"7305": 100, "7315": 80}, {"7305": 90, "7315": 120}, "7380")

    assert [turn.code for turn in excess.turns] == ["7360"]


def test_the_level_of_2014_turns_with_the_greatest_line(form: Edition) -> None:
    level = between(
        form,
        {"7415": 1_000_000_000, "7465": 20_000_000},
        {"7415": 1_000_000_000, "7465": 100_000_000, "7475": 1},
        "7495",
    )

    assert level.change == 150_000_000 - 88_000_000
    # Midway between 1.00 x and 1.50 x its growth, and all that the other rate makes.
    assert made(level) == [("7465", 62_000_000)]
    assert Turn("7490", "7455", "7465") in level.turns
    assert level.turns[0].before == "round(1.10 \u00d7 7455)"
    assert level.turns[0].after == "round(1.50 \u00d7 7465)"


def test_a_fact_of_the_firm_is_a_cause(form: Edition) -> None:
    figures: Figures = {"7475": 100_000}

    level = between(
        form,
        {**figures, "firm.retail_forex": True},
        {**figures, "firm.retail_forex": False},
        "7495",
    )

    assert (level.change, made(level)) == (40_000, [("firm.retail_forex", 40_000)])
    assert (level.contributions[0].before, level.contributions[0].after) == (True, False)


def test_a_fact_that_is_answered_fills_a_box(form: Edition) -> None:
    level = between(form, {"7475": 100}, {"7475": 100, "firm.retail_forex": True}, "7495")

    assert (level.before, level.after, made(level)) == (None, 110, [("firm.retail_forex", 110)])
    assert level.turns[0].sentence.startswith("7495 was blank and is now taken from ")
    back = between(form, {"7475": 100, "firm.retail_forex": True}, {"7475": 100}, "7495")
    assert back.turns[0].sentence.endswith(" and is now blank.")


@pytest.mark.parametrize(
    ("code", "remark"),
    [
        ("13", "13 holds no amount, so nothing adds up to its change."),
        ("7070", "7070 is blank in both months."),
        ("7180", "7180 is blank in both months."),
    ],
)
def test_where_nothing_can_be_explained_it_says_why(form: Edition, code: str, remark: str) -> None:
    nothing = between(form, {"13": "HSBC"}, {"13": "HSBC Securities"}, code)

    assert (nothing.change, nothing.contributions, nothing.remark) == (None, (), remark)


def test_a_code_that_no_edition_has_is_refused(form: Edition) -> None:
    with pytest.raises(KeyError):
        between(form, {}, {}, "9999")


def edition(name: str, *boxes: Box) -> Edition:
    lines = tuple(LineItem("1", f"Line {box.code}", (box,)) for box in boxes)
    return Edition(
        name,
        "Test",
        Period(2014, 1),
        (Schedule("page", "Page", ("PAGE",), 10, lines, PageLayout()),),
    )


def amount(code: str, formula: str = "", renamed_from: str = "") -> Box:
    return Box(code, BoxKind.AMOUNT, formula=formula, renamed_from=renamed_from)


OLD = edition("old", amount("1"), amount("2"), amount("9"), amount("50", "[1] + [2] + [9]"))
NEW = edition(
    "new", amount("1"), amount("20", renamed_from="2"), amount("8"),
    amount("30", "[1] + [20]"), amount("50", "[30] + [8]"),
)  # fmt: skip


def across(before: Figures, after: Figures, code: str = "50") -> Decomposition:
    return decompose(Worksheet(OLD, before), Worksheet(NEW, after), code)


def test_a_renamed_box_is_one_box_a_new_one_and_one_that_is_gone_are_told() -> None:
    total = across({"1": 5, "2": 7, "9": 3}, {"1": 5, "20": 17, "8": 4})

    assert (total.change, made(total)) == (11, [("20", 10), ("8", 4), ("9", -3)])
    assert [each.reason for each in total.contributions] == [
        Reason.ENTERED, Reason.NEW, Reason.GONE,
    ]  # fmt: skip
    assert (total.contributions[0].before, total.contributions[0].after) == (7, 17)
    assert total.contributions[2].name == "Line 1, Line 9"


def test_what_the_form_itself_works_out_otherwise_is_its_own() -> None:
    doubled = edition("doubled", amount("1"), amount("2"), amount("9"), amount("50", "2 * [1]"))

    total = decompose(Worksheet(OLD, {"1": 5, "2": 7}), Worksheet(doubled, {"1": 6, "2": 7}), "50")

    assert (total.change, made(total)) == (0, [(THE_FORM, -2), ("1", 2)])
    assert total.contributions[0].reason is Reason.FORM
    assert total.contributions[0].name == "The edition doubled works it out in another way"


def test_a_box_that_one_edition_lacks_has_no_change() -> None:
    assert across({}, {"8": 4}, "8").remark == "8 is not in the edition old."
    gone = across({"9": 4}, {}, "9")
    assert (gone.remark, gone.before, gone.after) == ("9 is not in the edition new.", 4, None)


def test_a_box_that_was_computed_and_is_entered_now_takes_what_it_came_to() -> None:
    entered = edition("entered", amount("50"), amount("60", "2 * [50]"))
    total = decompose(Worksheet(OLD, {"1": 5, "2": 7}), Worksheet(entered, {"50": 20}), "50")

    assert made(total) == [("50", 8)]


EDITIONS = load_editions()
PLANS = {name: CalculationPlan(form) for name, form in EDITIONS.items()}
AMOUNTS = st.none() | st.sampled_from((0, 20_000_000)) | st.integers(-(10**12), 10**12)
ANSWERS = st.none() | st.booleans()


@st.composite
def worksheets(draw: st.DrawFn) -> Worksheet:
    """A month of either edition, blank in most boxes or in none."""
    form = EDITIONS[draw(st.sampled_from(sorted(EDITIONS)))]
    amounts = [
        b.code for b in form.boxes.values() if b.kind is BoxKind.AMOUNT and not b.is_computed
    ]
    facts = [box.code for box in form.boxes.values() if box.kind is BoxKind.YES_NO]
    figures = draw(st.lists(AMOUNTS, min_size=8, max_size=8))
    step = draw(st.integers(1, 7))
    entered: dict[str, Value] = {
        code: figures[place * step % 8] for place, code in enumerate(amounts)
    }
    capital = ("7415", "7435", "7446", "7465", "7475", "7305", "7315")
    entered |= {code: draw(AMOUNTS) for code in capital if code in amounts}
    entered |= {code: draw(ANSWERS) for code in facts}
    return Worksheet(form, entered, PLANS[form.id])


@settings(max_examples=30, deadline=None)
@given(worksheets(), worksheets())
def test_the_parts_of_every_total_sum_exactly_to_its_change(
    before: Worksheet, after: Worksheet
) -> None:
    for code in after.plan.order:
        explained = decompose(before, after, code)
        sizes = [abs(each.dollars) for each in explained.contributions]
        if explained.change is not None:
            held, holds = explained.before, explained.after
            assert not isinstance(held, str)
            assert not isinstance(holds, str)
            change = int(holds or 0) - int(held or 0)  # pyright: ignore[reportArgumentType]
            assert sum(each.dollars for each in explained.contributions) == change
            assert explained.change == change
        assert sizes == sorted(sizes, reverse=True)
        assert 0 not in sizes


@settings(max_examples=20, deadline=None)
@given(worksheets(), worksheets())
def test_backwards_every_box_made_the_opposite(before: Worksheet, after: Worksheet) -> None:
    if before.edition is not after.edition:
        return
    for code in ("7190", "7360", "7490"):
        there, back = decompose(before, after, code), decompose(after, before, code)
        opposite = {each.code: -each.dollars for each in back.contributions}
        for each in there.contributions:
            # Whole dollars may round the other way.
            assert abs(each.dollars - opposite.get(each.code, 0)) <= 1
