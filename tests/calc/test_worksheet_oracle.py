"""Whatever is edited, walking the dependents gives what computing everything afresh gives."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from focusdesk.calc.worksheet import CalculationPlan, Worksheet
from focusdesk.form.amount import LARGEST, SMALLEST, AmountError
from focusdesk.form.box import BoxKind, Value
from focusdesk.form.edition import Edition

SEED = 20140131
EDITS = 3000


def random_value(kind: BoxKind, chance: random.Random) -> Value:
    """Draw a blank, a zero, a round or an odd amount, a tie-maker, or an answer."""
    if kind is BoxKind.AMOUNT:
        small, large = chance.randint(-10, 10), chance.randint(-(10**9), 10**9)
        plain: list[Value] = [None, 0, 1_000_000, 20_000_000, small, large] * 8
        return chance.choice([*plain, chance.randint(SMALLEST, LARGEST)])
    return chance.choice([None, True, False]) if kind is BoxKind.YES_NO else None


def differing(before: dict[str, Value], after: dict[str, Value]) -> set[str]:
    return {code for code, value in before.items() if after[code] != value}


def test_3000_random_edits_of_the_form_agree_with_a_full_recompute(
    form: Edition, form_plan: CalculationPlan
) -> None:
    chance = random.Random(SEED)  # noqa: S311 -- chance, not secrecy
    codes = [code for code, box in form.boxes.items() if not box.is_computed]
    sheet = Worksheet(form, {}, form_plan)
    entered: dict[str, Value] = {}
    overflows = 0
    for _ in range(EDITS):
        edit = {
            code: random_value(form.boxes[code].kind, chance)
            for code in chance.sample(codes, chance.choice([1, 1, 1, 2, 5, 40]))
        }
        before = sheet.values()
        try:
            changed = sheet.set(edit)
        except AmountError:
            overflows += 1
            assert sheet.values() == before
            continue
        entered |= edit
        afresh = Worksheet(form, entered, form_plan)
        assert sheet.values() == afresh.values()
        assert set(changed) == differing(before, sheet.values())
        assert len(changed) == len(set(changed))
        assert [sheet.unanswered(code) for code in form_plan.order] == [
            afresh.unanswered(code) for code in form_plan.order
        ]
    assert 0 < overflows < EDITS / 2, overflows


def test_every_total_of_blanks_is_blank_and_zeros_make_zeros(
    form: Edition, form_plan: CalculationPlan
) -> None:
    amounts = [
        code
        for code, box in form.boxes.items()
        if box.kind is BoxKind.AMOUNT and not box.is_computed
    ]
    blank = Worksheet(form, {}, form_plan)
    zero = Worksheet(form, {**dict.fromkeys(amounts, 0), "firm.retail_forex": False}, form_plan)

    assert {blank.value(code) for code in form_plan.order} == {None}
    assert {zero.value(code) for code in form_plan.order} == {0}


@pytest.fixture(scope="module")
def amount_codes(form: Edition) -> list[str]:
    return [
        code
        for code, box in form.boxes.items()
        if box.kind is BoxKind.AMOUNT and not box.is_computed
    ]


@settings(deadline=None)
@given(edits=st.data())
def test_edits_in_any_order_lead_to_the_same_figures(
    form: Edition, form_plan: CalculationPlan, amount_codes: list[str], edits: st.DataObject
) -> None:
    entered = edits.draw(
        st.dictionaries(
            st.sampled_from(amount_codes), st.none() | st.integers(-(10**12), 10**12), max_size=30
        )
    )
    order = edits.draw(st.permutations(list(entered)))
    one_by_one = Worksheet(form, {}, form_plan)
    for code in order:
        one_by_one.set({code: entered[code]})
    at_once = Worksheet(form, {}, form_plan)
    at_once.set(entered)

    assert one_by_one.values() == at_once.values() == Worksheet(form, entered, form_plan).values()


@settings(deadline=None)
@given(edits=st.data())
def test_putting_every_box_back_puts_every_figure_back(
    form: Edition, form_plan: CalculationPlan, amount_codes: list[str], edits: st.DataObject
) -> None:
    amounts = st.dictionaries(
        st.sampled_from(amount_codes), st.none() | st.integers(SMALLEST // 100, LARGEST // 100)
    )
    sheet = Worksheet(form, edits.draw(amounts), form_plan)
    before = sheet.values()
    edit = edits.draw(amounts)
    changed = sheet.set(edit)
    back = sheet.set({code: before[code] for code in edit})

    assert sheet.values() == before
    assert set(back) == set(changed)
