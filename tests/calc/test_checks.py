"""What does not hold between the boxes becomes a finding that says so in figures."""

import datetime as dt
from collections.abc import Mapping

import pytest

from focusdesk.calc.checks import CheckPlan, Finding, Severity, findings
from focusdesk.calc.formula import FormulaError
from focusdesk.calc.worksheet import CalculationPlan, Worksheet
from focusdesk.form.box import Box, BoxKind, Value
from focusdesk.form.edit_check import EditCheck
from focusdesk.form.edition import Edition
from focusdesk.form.page import PageLayout
from focusdesk.form.period import Period
from focusdesk.form.schedule import LineItem, Schedule

S04 = EditCheck("S04", "error", "0 = 0", (), "{code} holds {value}.", "sign rule")
S01 = EditCheck(
    "S01",
    "error",
    "[7047] <= [7045]",
    ("7045", "7047"),
    "{7047} is more than {7045}.",
    "line 5",
    "form",
)
X99 = EditCheck("X99", "warning", "[13.named] and [7045] > 0", ("7045",), "{13.named}, {7047}")


def schedule(*boxes: Box, checks: tuple[EditCheck, ...] = ()) -> Schedule:
    lines = tuple(LineItem("5", "Deficits", (box,)) for box in boxes)
    return Schedule("segregation", "Segregation", (), 10, lines, PageLayout(), checks)


LEVEL = "if([13.named], 2, 3) * [7010]"
WAITING = (
    Box("level", BoxKind.AMOUNT, formula=LEVEL, check="F31"),
    Box("more", BoxKind.AMOUNT, formula=LEVEL),
)


def edition(
    *checks: EditCheck, sign_check: EditCheck | None = S04, waiting: tuple[Box, ...] = ()
) -> Edition:
    page = schedule(
        Box("7045", BoxKind.AMOUNT),
        Box("7047", BoxKind.AMOUNT, parentheses=True),
        Box("7050", BoxKind.AMOUNT, formula="[7045] - [7047]", check="F02"),
        Box("7010", BoxKind.AMOUNT, may_be_negative=True),
        Box("13.named", BoxKind.YES_NO),
        *waiting,
        checks=checks,
    )
    return Edition("test", "Test", Period(2014, 1), (page,), sign_check=sign_check)


def found(form: Edition, **values: Value) -> dict[str, Finding]:
    entered = {code.removeprefix("_").replace("__", "."): value for code, value in values.items()}
    return {finding.id: finding for finding in findings(Worksheet(form, entered))}


def test_a_statement_that_does_not_hold_is_a_finding_with_its_figures() -> None:
    assert found(edition(S01), _7045=100, _7047=1100) == {
        "S01": Finding(
            "S01",
            Severity.ERROR,
            ("7045", "7047"),
            "1,100 is more than 100.",
            "segregation",
            "line 5",
        )
    }


def test_a_statement_that_holds_is_none() -> None:
    assert not found(edition(S01), _7045=1100, _7047=1100)


def test_a_blank_is_said_in_the_message() -> None:
    assert found(edition(S01), _7047=5)["S01"].message == "5 is more than blank."


def test_a_statement_between_blanks_neither_holds_nor_fails() -> None:
    assert not found(edition(S01))


def test_a_statement_about_a_fact_that_is_not_answered_is_not_evaluated() -> None:
    assert not found(edition(X99), _7045=5)
    assert found(edition(X99), _7045=5, _13__named=False)["X99"].message == "no, blank"


def test_a_negative_amount_where_the_form_has_none_is_flagged() -> None:
    finding = found(edition(), _7045=-5, _7010=-5, _7047=-7)["S04"]

    assert (finding.severity, finding.schedule) == (Severity.ERROR, "segregation")
    assert [
        (each.codes, each.message)
        for each in findings(Worksheet(edition(), {"7045": -5, "7047": -7, "7010": -1}))
        if each.id == "S04"
    ] == [(("7045",), "7045 holds (5)."), (("7047",), "7047 holds (7).")]


def test_a_computed_box_may_be_negative() -> None:
    assert not found(edition(), _7045=5, _7047=7)


def test_an_edition_without_a_sign_check_flags_no_sign() -> None:
    assert not found(edition(sign_check=None), _7045=-5)


def test_a_box_that_waits_for_a_fact_is_a_finding_that_asks_the_question() -> None:
    asked = findings(Worksheet(edition(waiting=WAITING), {"7010": 5}))

    assert [(each.id, each.codes) for each in asked] == [
        ("F31", ("level", "13.named")),
        ("more", ("more", "13.named")),
    ]
    assert "stays blank until the firm answers, in 13.named: Line 5, Deficits" in asked[0].message


def test_a_statement_that_cannot_be_read_stops_the_edition() -> None:
    with pytest.raises(FormulaError):
        CheckPlan(edition(EditCheck("S09", "error", "[7045] >", (), "")))


def of_form(
    form: Edition, plan: CalculationPlan, entered: Mapping[str, Value]
) -> dict[str, tuple[str, ...]]:
    """Give what does not hold on the shipped form whose cover is in order."""
    cover: dict[str, Value] = {
        "13": "A FIRM",
        "14": "8-41562",
        "15": "1",
        "20": "1 MAIN STREET",
        "21": "NEW YORK",
        "22": "NY",
        "23": "10018",
        "30": "A Person",
        "31": "(212) 555-0123",
        "16": True,
        "40": True,
        "24": dt.date(2014, 1, 1),
        "25": dt.date(2014, 1, 31),
    }
    worksheet = Worksheet(form, {**cover, **entered}, plan)
    return {finding.id: finding.codes for finding in CheckPlan(form).findings(worksheet)}


@pytest.mark.parametrize(
    ("entered", "failed"),
    [
        ({}, {}),
        ({"7045": 5, "7047": 6}, {"S01": ("7045", "7047"), "S09": ("7060",)}),
        ({"7351": 5, "7352": 6}, {"S02": ("7351", "7352"), "S09": ("7355",)}),
        ({"8560": 5, "8570": 6}, {"S03": ("8560", "8570"), "S09": ("8590",)}),
        ({"7045": 6, "7047": 6}, {}),
        ({"7194": -1}, {"S04": ("7194",)}),
        ({"7130": -1}, {}),
        ({"25": dt.date(2013, 12, 31)}, {"C01": ("24", "25")}),
        ({"25": dt.date(2014, 1, 1)}, {"C09": ("25",)}),
        ({"40": None}, {"C02": ("40", "41")}),
        ({"41": True}, {"C02": ("40", "41")}),
        ({"16": None}, {"C03": ("16", "17", "18", "19", "26", "26.describe")}),
        ({"26": True}, {"C03": ("16", "17", "18", "19", "26", "26.describe")}),
        ({"26": True, "26.describe": "a request of the CFTC"}, {}),
        ({"16": None, "18": True}, {}),
        ({"7475": 5}, {"F31": ("7495", "firm.retail_forex")}),
        ({"7475": 5, "firm.retail_forex": False}, {}),
        ({"7475": 5, "7465": 1_000_000}, {}),
    ],
)
def test_the_checks_of_the_form_fail_when_they_should(
    form: Edition,
    form_plan: CalculationPlan,
    entered: Mapping[str, Value],
    failed: Mapping[str, tuple[str, ...]],
) -> None:
    assert of_form(form, form_plan, entered) == failed


def test_every_entered_amount_that_the_rules_hold_positive_is_flagged_when_negative(
    form: Edition, form_plan: CalculationPlan
) -> None:
    net_and_variation = {"7010", "7030", "7130", "7140", "7315", "7325", "7600", "7660", "7720"}
    net_and_variation |= {"8500", "8520", "8660", "8690"}
    cash_at_banks = {"7070", "7500", "7520", "8600"}
    cash_at_others = {"7100", "8630", "7640", "7580", "7700"}
    amounts = {
        code: -1
        for code, box in form.boxes.items()
        if box.kind is BoxKind.AMOUNT and not box.is_computed
    }
    flagged = [
        finding.codes[0]
        for finding in CheckPlan(form).findings(Worksheet(form, amounts, form_plan))
        if finding.id == "S04"
    ]

    assert sorted(flagged) == sorted(
        set(amounts) - net_and_variation - cash_at_banks - cash_at_others
    )
