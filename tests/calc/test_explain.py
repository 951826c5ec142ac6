"""Why a box holds what it holds, down to the entered boxes."""

from collections.abc import Callable, Mapping

import pytest

from focusdesk.calc.explain import Candidate, explain, explanation_text
from focusdesk.calc.worksheet import CalculationPlan, Worksheet
from focusdesk.form.box import Value
from focusdesk.form.edition import Edition

Build = Callable[[Mapping[str, str]], Edition]


def capital(form: Edition, plan: CalculationPlan, entered: Mapping[str, Value]) -> list[Candidate]:
    return list(explain(Worksheet(form, entered, plan), "7495").candidates)


def test_an_excess_is_the_total_less_the_requirement_down_to_entered_boxes(
    form: Edition, form_plan: CalculationPlan
) -> None:
    sheet = Worksheet(form, {"7010": 100, "7070": 250, "7045": 20, "7047": 5}, form_plan)

    excess = explain(sheet, "7190")

    assert excess.name.startswith("Line 14, Excess (deficiency)")
    assert (excess.value, excess.formula) == (135, "[7180] - [7060]")
    assert excess.sentence == "250 \u2212 115 = 135"
    assert [part.code for part in excess.inputs] == ["7180", "7060"]
    net, deficits = excess.inputs[1].inputs
    assert net.sentence == "100 + blank + blank + blank \u2212 blank = 100"
    assert [(part.code, part.value, part.formula) for part in deficits.inputs] == [
        ("7045", 20, ""),
        ("7047", 5, ""),
    ]


def test_an_entered_box_is_explained_by_its_name_and_its_note(
    form: Edition, form_plan: CalculationPlan
) -> None:
    entered = explain(Worksheet(form, {"7150": 7}, form_plan), "7150")

    assert (entered.value, entered.formula, entered.inputs) == (7, "", ())
    assert "out of order" in entered.remark


def test_a_greater_of_shows_every_candidate_and_which_one_won(
    form: Edition, form_plan: CalculationPlan
) -> None:
    greater = explain(Worksheet(form, {"7305": 50, "7315": 70}, form_plan), "7360")

    assert greater.candidates == (
        Candidate("7305", 50, wins=False),
        Candidate("7355", 70, wins=True),
    )
    assert greater.sentence == "the greatest of 50; 70 = 70"


def test_a_least_of_is_told_from_a_greatest(edition_of: Build) -> None:
    least = explain(Worksheet(edition_of({"a": "", "b": "", "c": "min([a], [b])"}), {"a": 5}), "c")

    assert least.candidates == (Candidate("a", 5, wins=True), Candidate("b", None, wins=False))
    assert least.sentence == "the least of 5; blank = 5"


def test_a_candidate_reads_as_the_formula_groups_it(edition_of: Build) -> None:
    formula = "max([a] - ([b] + 1), (if([a] > 2, 3) + 1) * [b], sum([a], -[b]), if([a] > 2, 1, 2))"
    explained = explain(Worksheet(edition_of({"a": "", "b": "", "c": formula})), "c")

    assert [candidate.words for candidate in explained.candidates] == [
        "a \u2212 (b + 1)",
        "((3 if a > 2) + 1) \u00d7 b",
        "sum(a, \u2212b)",
        "1 if a > 2, else 2",
    ]


def test_the_early_warning_level_shows_the_line_that_binds(
    form: Edition, form_plan: CalculationPlan
) -> None:
    requirement: Mapping[str, Value] = {"7415": 946524093, "7435": 697944162, "7465": 1000000}

    line_a, line_b, line_c = capital(form, form_plan, requirement)

    assert line_a == Candidate("1.10 \u00d7 7455 if 7455 = 7490", 144713206, wins=True)
    assert line_b.words.startswith("(1.10 if 7465 = 20,000,000, else 1.50) \u00d7 7465 if ")
    assert line_c.words.startswith("(1.10 if firm.retail_forex, else 1.50) \u00d7 7475 if ")
    assert (line_b.value, line_b.wins, line_c.value, line_c.wins) == (None, False, None, False)


def test_on_a_tie_every_tied_line_competes_and_the_note_says_so(
    form: Edition, form_plan: CalculationPlan
) -> None:
    sheet = Worksheet(form, {"7415": 12_500_000, "7465": 1_000_000}, form_plan)
    tied = explain(sheet, "7495")

    assert [candidate.value for candidate in tied.candidates] == [1_100_000, 1_500_000, None]
    assert [candidate.wins for candidate in tied.candidates] == [False, True, False]
    assert "On a tie the form is silent" in tied.remark


def test_while_a_fact_is_missing_no_candidate_has_won(
    form: Edition, form_plan: CalculationPlan
) -> None:
    sheet = Worksheet(form, {"7465": 1_000_000, "7475": 1_000_000}, form_plan)
    waiting = explain(sheet, "7495")

    assert waiting.value is None
    assert waiting.remark == "Blank until the firm answers firm.retail_forex."
    assert not any(candidate.wins for candidate in waiting.candidates)


def test_a_greatest_of_blanks_has_no_winner(form: Edition, form_plan: CalculationPlan) -> None:
    nothing = explain(Worksheet(form, {}, form_plan), "7490")

    assert nothing.sentence == "the greatest of blank; blank; blank = blank"
    assert not any(candidate.wins for candidate in nothing.candidates)


def test_the_text_unfolds_a_box_once_and_indents_what_it_follows_from(edition_of: Build) -> None:
    codes = {"a": "", "b": "", "c": "[a] + [b]", "d": "max([c], [a])", "e": "[d] - [c]"}
    text = explanation_text(explain(Worksheet(edition_of(codes), {"a": 1000}), "e"))

    assert text.splitlines() == [
        "e  0  Box e",
        "  = [d] - [c]",
        "  = 1,000 \u2212 1,000 = 0",
        "  d  1,000  Box d",
        "    = max([c], [a])",
        "    = the greatest of 1,000; 1,000 = 1,000",
        "    candidate c: 1,000  <- taken",
        "    candidate a: 1,000  <- taken",
        "    c  1,000  Box c",
        "      = [a] + [b]",
        "      = 1,000 + blank = 1,000",
        "      a  1,000 (entered)  Box a",
        "      b  blank  Box b",
        "    a  1,000 (entered)  Box a",
        "  c  1,000  Box c",
        "    (explained above)",
    ]


def test_the_text_gives_the_note_at_an_entered_box(
    form: Edition, form_plan: CalculationPlan
) -> None:
    text = explanation_text(explain(Worksheet(form, {"7660": -5}, form_plan), "7680"))
    assert "7660  (5) (entered)  Line 4.C" in text
    assert "\n    Note: Receivable = positive." in text


def test_the_text_gives_the_note_at_a_computed_box(
    form: Edition, form_plan: CalculationPlan
) -> None:
    text = explanation_text(explain(Worksheet(form, {"7200": 5}, form_plan), "7240"))

    assert "Note: The printed words say the reverse" in text


def test_a_code_that_the_form_lacks_is_not_passed_over(
    form: Edition, form_plan: CalculationPlan
) -> None:
    with pytest.raises(KeyError):
        explain(Worksheet(form, {}, form_plan), "9999")
