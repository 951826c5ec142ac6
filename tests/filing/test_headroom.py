"""How much could leave: by the form's own boxes, and for capital by the greatest warning level."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from focusdesk.calc.checks import Severity
from focusdesk.filing.headroom import Headroom, State, capital_headroom, pool_headroom
from focusdesk.form.edit_check import CarriedFigure
from focusdesk.form.standing import Level, Standing

POOL = Standing("Segregation", "7180", "7190", "7194", "7198")
FORM = Level("7495", "the form's", "Form, the note on 7495", "form")
RULE = Level("7495.rule", "the rule's", "17 CFR 1.12(b)", "published")
SEC = Level("sec", "the SEC's", "17 CFR 1.12(b), for a broker-dealer")
CFTC_MINIMUM = Level("7490", "the CFTC's", "Form, line D", "form")
SEC_MINIMUM = Level("sec.min", "the SEC's", "17 CFR 1.12(a)", "published")
CAPITAL = Standing("Capital", "anc", minimums=(CFTC_MINIMUM, SEC_MINIMUM), levels=(FORM, RULE, SEC))
FIGURES = {
    "anc": CarriedFigure("anc", "adjusted net capital", "nobody has given it."),
    "sec.min": CarriedFigure("sec.min", "the SEC's minimum", "nobody has given it."),
    "sec": CarriedFigure("sec", "the SEC's level", "nobody has given it."),
}
TRAP = {"7490": 1_200_000, "7495": 1_320_000, "7495.rule": 1_500_000}
"""7455 is 1,200,000 and 7465 1,000,000: 110 percent of the one, 150 percent of the other."""
AGREED = {"7490": 1_600_000, "7495": 1_760_000, "7495.rule": 1_760_000}


def capital(amounts: Mapping[str, int]) -> Headroom:
    return capital_headroom(CAPITAL, amounts.get, FIGURES)


def pool(**amounts: int) -> Headroom:
    boxes = {"7060": 1000, "7190": 100, "7194": 50, "7198": 50}
    changed = {code.removeprefix("b"): amount for code, amount in amounts.items()}
    return pool_headroom("7060", POOL, (boxes | changed).get)


@pytest.mark.parametrize(
    ("excess", "over", "state", "sentences"),
    [
        (100, 50, State.MET, ["50 could leave before the target (7198), 100 before zero (7190)."]),
        (
            50,
            0,
            State.AT_TARGET,
            ["0 could leave before the target (7198), 50 before zero (7190)."],
        ),
        (
            20,
            -30,
            State.BELOW_TARGET,
            ["30 is lacking to the target (7198).", "20 could leave before zero (7190)."],
        ),
        (-100, -150, State.DEFICIENT, ["Nothing could leave: 100 is lacking (7190)."]),
    ],
)
def test_a_pool_names_the_boxes_that_say_how_much_could_leave(
    excess: int, over: int, state: State, sentences: list[str]
) -> None:
    room = pool(b7190=excess, b7198=over)

    assert (room.state, room.over_target, room.excess) == (state, over, excess)
    assert list(room.sentences[:-1]) == sentences
    assert room.sentences[-1].endswith(" % of the requirement (7190 / 7060).")


def test_the_trap_of_the_early_warning_is_told_and_the_rule_s_level_counts() -> None:
    room = capital(TRAP | {"anc": 1_400_000})

    assert room.state is State.BELOW_LEVEL
    assert (room.over_target, room.excess) == (-100_000, 200_000)
    assert room.sentences == (
        "The minimum is 1,200,000, the CFTC's (Form, line D).",
        "The early warning level is 1,500,000, the rule's (17 CFR 1.12(b)); "
        "the form's is 1,320,000.",
        "It is 300,000 above the minimum (1,500,000 \u2212 1,200,000).",
        "100,000 is lacking to the early warning level (1,400,000 \u2212 1,500,000).",
        "200,000 is left above the minimum (1,400,000 \u2212 1,200,000).",
        "The SEC's minimum is not counted: nobody has given it.",
        "The SEC's early warning level is not counted: nobody has given it.",
    )


def test_where_the_form_s_level_is_the_rule_s_that_is_said() -> None:
    room = capital(AGREED | {"anc": 1_900_000})

    assert room.state is State.ENOUGH
    assert room.sentences[1] == (
        "The early warning level is 1,760,000, the form's (Form, the note on 7495); "
        "the rule's is the same."
    )
    assert "140,000 is left above the early warning level (1,900,000 \u2212 1,760,000)." in (
        room.sentences
    )


def test_the_sec_s_amount_counts_where_it_is_the_greatest_and_its_rule_is_marked() -> None:
    room = capital(AGREED | {"anc": 1_900_000, "sec": 2_000_000, "sec.min": 1_000_000})

    assert (room.state, room.over_target) == (State.BELOW_LEVEL, -100_000)
    assert room.sentences[1].startswith(
        "The early warning level is 2,000,000, the SEC's "
        "(17 CFR 1.12(b), for a broker-dealer (unverified)); the form's is 1,760,000;"
    )
    assert not any("not counted" in sentence for sentence in room.sentences)


@pytest.mark.parametrize(
    ("anc", "state"),
    [
        (1_500_001, State.ENOUGH),
        (1_500_000, State.AT_LEVEL),
        (1_499_999, State.BELOW_LEVEL),
        (1_200_000, State.BELOW_LEVEL),
        (1_199_999, State.BELOW_MINIMUM),
    ],
)
def test_a_dollar_decides(anc: int, state: State) -> None:
    assert capital(TRAP | {"anc": anc}).state is state


def test_below_the_minimum_both_amounts_that_are_lacking_are_told() -> None:
    room = capital(TRAP | {"anc": 1_100_000})

    assert room.sentences[3:5] == (
        "100,000 is lacking to the minimum (1,100,000 \u2212 1,200,000).",
        "400,000 is lacking to the early warning level (1,100,000 \u2212 1,500,000).",
    )


def test_while_a_level_of_the_page_is_blank_none_counts() -> None:
    room = capital({"7490": 1_600_000, "7495": 1_760_000, "anc": 1_900_000})

    assert (room.state, room.over_target) == (State.NOT_KNOWN, None)
    assert room.sentences == (
        "The minimum is 1,600,000, the CFTC's (Form, line D).",
        "The rule's early warning level (7495.rule) is blank: which one counts is not known.",
        "300,000 is left above the minimum (1,900,000 \u2212 1,600,000).",
        "The SEC's minimum is not counted: nobody has given it.",
    )


def test_capital_that_nobody_has_given_is_not_guessed() -> None:
    room = capital(AGREED)

    assert room.state is State.NOT_KNOWN
    assert room.state.severity is Severity.NOTICE
    assert (
        "How far adjusted net capital is from them is not known: nobody has given it."
        in room.sentences
    )


def test_a_minimum_that_is_blank_is_said() -> None:
    room = capital({"7495": 1_760_000, "7495.rule": 1_760_000, "anc": 5, "sec.min": 7})

    assert (room.state, room.excess) == (State.NOT_KNOWN, None)
    assert room.sentences[0] == (
        "The CFTC's minimum (7490) is blank: which one counts is not known."
    )
    assert not any("above the minimum" in sentence for sentence in room.sentences)


def test_the_sec_s_minimum_counts_where_it_is_the_greatest() -> None:
    room = capital(AGREED | {"anc": 1_900_000, "sec.min": 2_000_000, "sec": 1_000_000})

    assert (room.state, room.excess) == (State.BELOW_MINIMUM, -100_000)
    assert room.sentences == (
        "The minimum is 2,000,000, the SEC's (17 CFR 1.12(a)); the CFTC's is 1,600,000.",
        "The early warning level is 1,760,000, the form's (Form, the note on 7495); "
        "the rule's is the same; the SEC's is 1,000,000.",
        "It is 240,000 below the minimum (1,760,000 \u2212 2,000,000).",
        "100,000 is lacking to the minimum (1,900,000 \u2212 2,000,000).",
        "140,000 is left above the early warning level (1,900,000 \u2212 1,760,000).",
    )


def test_amounts_that_nobody_has_given_are_named_though_none_counts() -> None:
    capital = replace(CAPITAL, minimums=(SEC_MINIMUM,), levels=(SEC,))
    room = capital_headroom(capital, {"anc": 5}.get, FIGURES)

    assert room.state is State.NOT_KNOWN
    assert room.sentences == (
        "The SEC's minimum is not counted: nobody has given it.",
        "The SEC's early warning level is not counted: nobody has given it.",
    )
