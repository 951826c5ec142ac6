"""How a pool or the capital stands: the form's figures in words, and what is not known is said."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from focusdesk.calc.checks import Severity
from focusdesk.calc.circumstances import EarlierMonth
from focusdesk.calc.worksheet import Worksheet
from focusdesk.filing.edition_plan import EditionPlan
from focusdesk.filing.overview_card import Card, CardLine, CardMaker, State
from focusdesk.form.box import Value
from focusdesk.form.edition import Edition

DECEMBER: dict[str, Value] = {"7010": 1000, "7070": 1100, "7194": 50}
"""Requirement 1,000, held 1,100, excess 100, target 50, 50 over target."""
CAPITAL: dict[str, Value] = {"7415": 20_000_000, "7465": 1_000_000}
"""A risk-based requirement of 1,600,000, the greatest; its early warning level 1,760,000."""
TRAP: dict[str, Value] = {"7415": 15_000_000, "7465": 1_000_000}
"""The form's early warning level is 1,320,000, and that of Rule 1.12(b) 1,500,000."""


class Cards:
    """Makes cards of made-up months."""

    def __init__(self, plan: EditionPlan) -> None:
        self.plan = plan

    def values(self, entered: Mapping[str, Value]) -> Mapping[str, Value]:
        return Worksheet(self.plan.edition, entered, self.plan.calculation).values()

    def of(
        self,
        entered: Mapping[str, Value],
        schedule: str = "segregation",
        earlier: Mapping[str, Value] | None = None,
        known: Mapping[str, Value] | None = None,
    ) -> Card:
        form = self.plan.edition
        before = None if earlier is None else EarlierMonth("December 2013", self.values(earlier))
        found = next(each for each in form.schedules if each.id == schedule)
        assert found.standing is not None
        maker = CardMaker(form, before, known or {})
        return maker.card(found, found.standing, self.values(entered))


@pytest.fixture
def cards(form_plan: EditionPlan) -> Cards:
    return Cards(form_plan)


def line(card: Card, code: str) -> CardLine:
    return next(each for each in card.lines if each.code == code)


def told(card: Card) -> list[tuple[str, str, str]]:
    return [(each.words, each.code, each.shown) for each in card.lines]


def test_a_pool_tells_what_is_required_held_left_and_wanted(cards: Cards) -> None:
    card = cards.of(DECEMBER)

    assert told(card) == [
        ("Required", "7060", "1,000"),
        ("Held", "7180", "1,100"),
        ("Excess", "7190", "100"),
        ("Target", "7194", "50"),
        ("Over target", "7198", "50"),
    ]
    assert (card.state, card.before_target, card.before_zero) == (State.MET, 50, 100)
    assert card.headroom == (
        "50 could leave before the target (7198), 100 before zero (7190).",
        "The excess is 10.0 % of the requirement (7190 / 7060).",
    )


def test_a_deficiency_is_called_one(cards: Cards) -> None:
    card = cards.of(DECEMBER | {"7070": 900})

    assert (line(card, "7190").words, line(card, "7190").shown) == ("Deficiency", "(100)")
    assert (line(card, "7198").words, line(card, "7198").shown) == ("Below target", "(150)")
    assert line(card, "7190").is_short
    assert card.state is State.DEFICIENT
    assert card.state.severity is Severity.ERROR
    assert (card.before_target, card.before_zero) == (0, 0)
    assert card.headroom == (
        "Nothing could leave: 100 is lacking (7190).",
        "The excess is (10.0) % of the requirement (7190 / 7060).",
    )


def test_an_excess_below_its_target_says_what_is_lacking_to_it(cards: Cards) -> None:
    card = cards.of(DECEMBER | {"7070": 1020})

    assert (line(card, "7190").words, line(card, "7198").words) == ("Excess", "Below target")
    assert card.state is State.BELOW_TARGET
    assert card.headroom[:2] == (
        "30 is lacking to the target (7198).",
        "20 could leave before zero (7190).",
    )


@pytest.mark.parametrize(
    ("changed", "state"),
    [
        ({"7070": 1050}, State.AT_TARGET),
        ({"7194": None}, State.NO_TARGET),
        ({"7070": 1000, "7194": 0}, State.AT_TARGET),
        ({"7010": None, "7070": None}, State.NOT_KNOWN),
    ],
)
def test_what_lies_on_a_border_is_told_rightly(
    cards: Cards, changed: dict[str, Value], state: State
) -> None:
    assert cards.of(DECEMBER | changed).state is state


def test_a_blank_target_is_no_target_of_zero(cards: Cards) -> None:
    card = cards.of(DECEMBER | {"7194": None})

    assert line(card, "7194").shown == "blank"
    assert line(card, "7194").remark == "7194 is blank."
    assert card.headroom[0] == "100 could leave before zero (7190); no target is set."
    assert card.before_target is None


def test_blank_figures_are_not_worked_out(cards: Cards) -> None:
    card = cards.of({})

    assert {each.shown for each in card.lines} == {"blank"}
    assert card.headroom == (
        "How much could leave is not known: 7060 or what is held against it is blank.",
    )
    assert card.before_zero is None


def test_the_change_since_last_month_stands_in_dollars_and_percent(cards: Cards) -> None:
    card = cards.of(DECEMBER | {"7070": 1125}, earlier=DECEMBER)

    assert line(card, "7180").shown_change == "+25  +2.3 %"
    assert line(card, "7190").shown_change == "+25  +25.0 %"
    assert line(card, "7060").shown_change == "no change"


def test_without_a_month_before_no_change_is_told(cards: Cards) -> None:
    assert {each.shown_change for each in cards.of(DECEMBER).lines} == {""}


def test_a_change_from_a_blank_has_no_percentage(cards: Cards) -> None:
    card = cards.of(DECEMBER, earlier={"7010": 1000})

    assert line(card, "7194").shown_change == "+50  new"


def test_the_capital_page_says_what_its_figures_do_not_show(cards: Cards) -> None:
    card = cards.of(CAPITAL, "cftc_capital")

    assert told(card) == [
        ("Required", "7490", "1,600,000"),
        ("Adjusted net capital", "anc", "not known"),
        ("The SEC's minimum net capital", "sec_minimum", "not known"),
        ("Early warning level, the form's", "7495", "1,760,000"),
        ("Early warning level, the rule's", "7495.rule", "1,760,000"),
        ("The SEC's early warning level", "sec_early_warning", "not known"),
        ("The minimum net capital requirement (page 6)", "3760", "not known"),
    ]
    assert line(card, "anc").remark.startswith(
        "Adjusted net capital is not known: nobody has given it"
    )
    assert card.codes == ("7490", "7495", "7495.rule")
    assert card.state is State.NOT_KNOWN
    assert card.before_target is None


def test_capital_is_measured_by_the_greatest_level_and_not_by_the_form_s(cards: Cards) -> None:
    card = cards.of(TRAP, "cftc_capital", known={"anc": 1_400_000})

    assert line(card, "7495").shown == "1,320,000"
    assert line(card, "7495.rule").shown == "1,500,000"
    assert card.state is State.BELOW_LEVEL
    assert (card.before_target, card.before_zero) == (0, 200_000)


def test_every_pool_of_every_edition_makes_a_card(editions: dict[str, Edition]) -> None:
    for form in editions.values():
        values = dict.fromkeys(form.boxes)
        for schedule in form.schedules:
            if schedule.standing is not None:
                card = CardMaker(form, None, {}).card(schedule, schedule.standing, values)
                assert card.state is State.NOT_KNOWN


def test_a_box_that_the_earlier_form_lacks_is_new(cards: Cards) -> None:
    card = cards.of(DECEMBER)
    earlier = EarlierMonth("December 2013", {"7060": 900})
    maker = CardMaker(cards.plan.edition, earlier, {})
    found = next(each for each in maker.edition.schedules if each.id == "segregation")
    assert found.standing is not None

    now = maker.card(found, found.standing, cards.values(DECEMBER))
    assert line(now, "7190").shown_change == "new box"
    assert replace(now, lines=card.lines) == card
