"""A pool's requirement facing its assets, and the ties between, as the form's data has them."""

from collections.abc import Mapping

import pytest

from focusdesk.calc.finding import Severity
from focusdesk.filing.edit import Cause, Edit
from focusdesk.filing.facing_tie import Agreement, FacingTie
from focusdesk.filing.register import Register
from focusdesk.filing.session import FilingSession
from focusdesk.filing.two_sides import Side, TwoSides, causes_of, two_sides_of
from focusdesk.form.box import Value
from focusdesk.form.edition import Edition
from focusdesk.form.period import Period
from focusdesk.samples.sample import sample_months


@pytest.fixture
def january(register: Register) -> FilingSession:
    """January 2014 as in the sample."""
    session = register.start_month(Period(2014, 1))
    (month,) = [each for each in sample_months() if each.period == Period(2014, 1)]
    boxes = session.edition.boxes
    values = {code: boxes[code].parse(text) for code, text in month.values.items()}
    session.apply(Edit(values, Cause.SAMPLE))
    return session


def change(session: FilingSession, values: Mapping[str, Value]) -> tuple[TwoSides, ...]:
    session.apply(Edit(values, Cause.TYPED))
    return two_sides_of(session)


def differences(pool: TwoSides) -> list[tuple[str, str, Agreement]]:
    return [(tie.id, tie.shown, tie.agreement) for tie in pool.ties]


def tie_at(pool: TwoSides, code: str) -> FacingTie:
    (tie,) = pool.ties_of(code)
    return tie


def test_january_shows_the_option_differences_though_their_check_holds(
    january: FilingSession,
) -> None:
    segregation, secured, swaps = two_sides_of(january)

    assert differences(segregation) == [
        ("X01", "0", Agreement.EQUAL),
        ("X05", "224,968", Agreement.ALLOWED),
        ("X05", "3,360", Agreement.ALLOWED),
    ]
    assert differences(secured) == [
        ("X03", "35,500,000", Agreement.COVERED),
        ("X04", "0", Agreement.EQUAL),
        ("X07", "0", Agreement.EQUAL),
        ("X07", "0", Agreement.EQUAL),
    ]
    assert [tie.id for tie in swaps.ties if tie.agreement is Agreement.EQUAL] == [
        "X02",
        "X06",
        "X06",
    ]


def test_each_side_ends_with_its_total(january: FilingSession) -> None:
    segregation, secured, swaps = two_sides_of(january)

    def totals(pool: TwoSides) -> list[tuple[str, str]]:
        return [(side.total.code, side.total.shown) for side in (pool.requirement, pool.assets)]

    assert totals(segregation) == [("7060", "948,878,264"), ("7180", "1,036,486,351")]
    assert totals(secured) == [("7360", "87,359,066"), ("7770", "132,722,875")]
    assert totals(swaps) == [("8590", "135,409,445"), ("8720", "191,601,400")]


def test_the_sides_of_a_pool_may_stand_on_two_pages(january: FilingSession) -> None:
    segregation, secured, _ = two_sides_of(january)

    assert (secured.requirement.schedule, secured.assets.schedule) == (
        "Secured amounts",
        "30.7 funds",
    )
    assert secured.holds("Secured amounts")
    assert not secured.holds("Segregation")
    assert (segregation.requirement.codes[0], segregation.assets.codes[0]) == ("7010", "7070")


def test_every_amount_that_a_total_adds_up_stands_on_its_side(january: FilingSession) -> None:
    boxes = january.edition.boxes
    for pool in two_sides_of(january):
        for side in (pool.requirement, pool.assets):
            formula = boxes[side.total.code].formula
            assert {code for code in boxes if f"[{code}]" in formula} <= {*side.codes}


def test_a_line_is_told_with_the_words_that_it_stands_under(january: FilingSession) -> None:
    segregation, secured, _ = two_sides_of(january)

    assert segregation.assets.line_of("7070").said == (
        "7.A, Deposited in segregated funds bank accounts, Cash, 7070: 8,476,893"
    )
    assert segregation.assets.line_of("7080").said.endswith("7080: blank")
    assert segregation.requirement.line_of("7033").shown == "(29,234,336)"
    assert segregation.requirement.lines[0].said == "1, Net ledger balance"
    assert secured.assets.line_of("7760").number == "6"
    with pytest.raises(KeyError):
        segregation.requirement.line_of("7070")


def test_a_tie_that_breaks_has_its_likely_causes(january: FilingSession) -> None:
    segregation, *_ = change(january, {"7120": 435_586_942})
    broken = tie_at(segregation, "7120")

    assert (broken.agreement, broken.severity) == (Agreement.FAILS, Severity.WARNING)
    assert causes_of(january, broken)[0].words == (
        "two digits of 7120 swapped: 453,586,942 instead of 435,586,942"
    )
    assert causes_of(january, tie_at(segregation, "7132")) == ()


def test_causes_are_those_of_the_tie_and_not_of_its_neighbour(january: FilingSession) -> None:
    segregation, *_ = change(january, {"7132": 2 * 68_399_236})
    long, short = tie_at(segregation, "7132"), tie_at(segregation, "7133")

    assert long.finding is short.finding is not None
    assert {cause.code for cause in causes_of(january, long)} <= {"7032", "7132"}
    assert {cause.code for cause in causes_of(january, short)} <= {"7033", "7133"}
    assert causes_of(january, long)


def test_what_is_not_evaluated_says_why_and_keeps_its_difference(january: FilingSession) -> None:
    _, secured, _ = change(january, {"7640": 5})
    equity = tie_at(secured, "7325")

    assert (equity.agreement, equity.difference) == (Agreement.NOT_EVALUATED, 0)
    assert equity.why_not.startswith("Group 4 (7640 to 7675) is in use")


def test_an_empty_month_has_both_sides_and_no_difference(register: Register) -> None:
    for pool in two_sides_of(register.start_month(Period(2014, 1))):
        assert pool.requirement.total.shown == ""
        assert {tie.agreement for tie in pool.ties} == {Agreement.NOT_EVALUATED}
        assert {tie.shown for tie in pool.ties} == {"blank"}


def test_every_tie_of_every_edition_goes_from_one_side_of_a_pool_to_the_other(
    editions: dict[str, Edition], register: Register
) -> None:
    for edition in editions.values():
        session = register.start_month(edition.in_force_from)
        assert session.edition is edition
        drawn = [tie.tie for pool in two_sides_of(session) for tie in pool.ties]
        assert sorted(drawn, key=str) == sorted(session.checks.ties(), key=str)


def test_the_last_line_of_a_side_is_its_total(january: FilingSession) -> None:
    sides: list[Side] = [pool.assets for pool in two_sides_of(january)]
    assert all(side.total is side.lines[-1] and side.total.is_total for side in sides)
