"""Every worked case in this folder comes out as written. README.md says how the cases read."""

import tomllib
from dataclasses import dataclass
from functools import cache

import pytest

from focusdesk.calc.checks import Judgement, State
from focusdesk.calc.explain import explain, explanation_text
from focusdesk.calc.figures import show_figure
from focusdesk.calc.worksheet import Worksheet
from focusdesk.form.edition import Edition
from tests.scenarios.worked_cases import CASES, EDITIONS, FOLDER, PLANS, Case

STATES = {"holds": State.HOLDS, "fails": State.FAILS, "not evaluated": State.NOT_EVALUATED}
of_each_edition = pytest.mark.parametrize("form", EDITIONS.values(), ids=lambda form: form.id)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_worked_case_comes_out_as_written(case: Case) -> None:
    for code, value in case.entered.items():
        assert not case.edition.boxes[code].is_computed, f"{code} is computed and cannot be given"
        case.edition.boxes[code].encode(value)
    worksheet = case.worksheet

    wrong = [
        f"{code} should be {show_figure(value)}:\n{explanation_text(explain(worksheet, code))}"
        for code, value in case.expected.items()
        if worksheet.value(code) != value
    ]
    assert not wrong, "\n\n".join(wrong)
    judged = case.judged()
    found = [each.finding for each in judged if each.finding]
    failed = [f"{each.id} {each.severity.value}" for each in found]
    assert failed == case.failed, [each.message for each in found]
    for check in case.holds:
        states = states_of(check, judged)
        assert State.HOLDS in states, f"{check} is not judged"
        assert State.FAILS not in states
    for check in case.not_evaluated:
        assert states_of(check, judged) == {State.NOT_EVALUATED}, check
    for check, words in case.says.items():
        said = [each.words for each in judged if each.id == check]
        assert any(words in each for each in said), said


def states_of(check: str, judged: tuple[Judgement, ...]) -> set[State]:
    return {each.state for each in judged if each.id == check}


@of_each_edition
def test_every_formula_of_the_form_is_worked_out_in_some_case(form: Edition) -> None:
    formulas = {(code, box.formula) for code, box in form.boxes.items() if box.is_computed}
    shown = {
        (code, case.edition.boxes[code].formula)
        for case in CASES
        for code, value in case.expected.items()
        if value is not None
    }

    assert not formulas - shown


@dataclass(frozen=True, order=True)
class Asked:
    """A check's statement, and a state that it can come to."""

    check: str
    statement: str
    state: str


@dataclass(frozen=True)
class Impossible:
    """What no case of an edition can show, and why not."""

    check: str
    state: str
    editions: tuple[str, ...]
    reason: str
    statement: str = ""

    def is_about(self, form: Edition, asked: Asked) -> bool:
        return (
            form.id in self.editions
            and (self.check, self.state) == (asked.check, asked.state)
            and self.statement in asked.statement
        )


def read_impossible() -> list[Impossible]:
    file = tomllib.loads((FOLDER / "impossible.toml").read_text("utf-8"))
    return [
        Impossible(
            each["check"],
            each["state"],
            tuple(each["editions"]),
            each["reason"],
            each.get("statement", ""),
        )
        for each in file["impossible"]
    ]


IMPOSSIBLE = read_impossible()


@cache
def shown(form_id: str) -> frozenset[Asked]:
    """What the statements of a form come to in the cases of its own that name their check."""
    found: set[Asked] = set()
    for case in CASES:
        if case.edition.id == form_id:
            named = {*case.holds, *case.not_evaluated, *(each.split()[0] for each in case.failed)}
            found |= {asked(each, each.state) for each in case.judged() if each.id in named}
    return frozenset(found)


def wanted(form: Edition) -> set[Asked]:
    on_an_empty_form = PLANS[form.id].judgements(Worksheet(form))
    return {asked(each, state) for each in on_an_empty_form for state in State}


def asked(each: Judgement, state: State) -> Asked:
    """Name a check's statement; S04 asks the same of every box, whatever its code."""
    return Asked(each.id, "" if each.id == "S04" else each.statement, state.value)


@of_each_edition
def test_every_check_of_the_form_holds_fails_and_is_not_evaluated_in_cases(form: Edition) -> None:
    lacking = wanted(form) - shown(form.id)

    unforeseen = {each for each in lacking if not any(it.is_about(form, each) for it in IMPOSSIBLE)}
    assert not unforeseen, sorted(unforeseen)


@pytest.mark.parametrize(
    "impossible", IMPOSSIBLE, ids=lambda each: f"{each.check} {each.state} {each.statement}"
)
def test_what_is_called_impossible_is_shown_by_no_case(impossible: Impossible) -> None:
    assert impossible.state in STATES
    assert impossible.reason.endswith(".")
    for name in impossible.editions:
        form = EDITIONS[name]
        about = {each for each in wanted(form) if impossible.is_about(form, each)}
        assert about, f"{name} has no such check"
        assert not about & shown(form.id)


@of_each_edition
def test_what_can_always_be_judged_is_judged_on_an_empty_form(form: Edition) -> None:
    always = {
        asked(each, State.NOT_EVALUATED)
        for each in PLANS[form.id].judgements(Worksheet(form))
        if each.state is not State.NOT_EVALUATED
    }
    called_so = {
        each
        for each in wanted(form)
        if any(it.state == "not evaluated" and it.is_about(form, each) for it in IMPOSSIBLE)
    }

    assert always == called_so
