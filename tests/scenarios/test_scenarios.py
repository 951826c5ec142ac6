"""Every worked case in this folder comes out as written. README.md says how the cases read."""

import datetime as dt
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from focusdesk.calc.checks import CheckPlan, Judgement, State
from focusdesk.calc.circumstances import Circumstances, EarlierMonth
from focusdesk.calc.explain import explain, explanation_text
from focusdesk.calc.figures import show_figure
from focusdesk.calc.worksheet import Worksheet
from focusdesk.catalog.loader import load_editions
from focusdesk.form.box import Value
from focusdesk.form.edition import Edition

FOLDER = Path(__file__).parent
EDITIONS = load_editions()
FIRM: dict[str, Value] = {
    "13": "A FIRM",
    "14": "8-41562",
    "15": "0000001",
    "20": "1 MAIN STREET",
    "21": "NEW YORK",
    "22": "NY",
    "23": "10018",
    "30": "A Person",
    "31": "(212) 555-0123",
}
COVERS: dict[str, dict[str, Value]] = {
    "2014-01": {
        **FIRM,
        "16": True,
        "40": True,
        "24": dt.date(2014, 1, 1),
        "25": dt.date(2014, 1, 31),
    },
    "2026-03": {
        **FIRM,
        "12000": True,
        "16": True,
        "199": True,
        "40": True,
        "24": dt.date(2026, 3, 1),
        "25": dt.date(2026, 3, 31),
    },
}
"""A cover that is in order, by edition."""


PLANS = {edition.id: CheckPlan(edition) for edition in EDITIONS.values()}


@dataclass(frozen=True, slots=True)
class Case:
    """One worked case of a file."""

    file: str
    edition: Edition
    title: str
    given: dict[str, Value]
    expected: dict[str, Value]
    failed: list[str]
    holds: list[str]
    not_evaluated: list[str]
    circumstances: Circumstances

    @property
    def worksheet(self) -> Worksheet:
        return Worksheet(self.edition, COVERS[self.edition.id] | self.given)

    def judged(self) -> tuple[Judgement, ...]:
        return PLANS[self.edition.id].judgements(self.worksheet, self.circumstances)


def read_cases() -> list[Case]:
    files = {path: tomllib.loads(path.read_text("utf-8")) for path in sorted(FOLDER.glob("*.toml"))}
    return [
        read_case(path.stem, EDITIONS[file.get("edition", "2014-01")], case)
        for path, file in files.items()
        for case in file["case"]
    ]


def read_case(file: str, edition: Edition, case: dict[str, Any]) -> Case:
    unknown = set(case) - KEYS
    assert not unknown, f"{file}, {case['title']}: {unknown}"
    given = boxes(case.get("given", {}))
    day = given.get("25", COVERS[edition.id]["25"])
    earlier = [COVERS[edition.id] | boxes(month) for month in case.get("months_before", [])]
    illustrative = case.get("illustrative", False)
    return Case(
        file,
        edition,
        case["title"],
        given,
        boxes(case.get("expected", {})),
        case.get("failed", []),
        case.get("holds", []),
        case.get("not_evaluated", []),
        Circumstances(
            day=day if isinstance(day, dt.date) else None,
            earlier=tuple(
                EarlierMonth("an earlier month", Worksheet(edition, month).values(), illustrative)
                for month in earlier
            ),
            imported=boxes(case.get("imported", {})),
            figures={"illustrative": illustrative, **boxes(case.get("known", {}))},
            stated=boxes(case.get("stated", {})),
            signing=case.get("signing", False),
        ),
    )


def boxes(table: dict[str, Any]) -> dict[str, Value]:
    return {code: None if value == "blank" else value for code, value in table.items()}


KEYS = {
    *("title", "given", "expected", "failed", "holds", "not_evaluated"),
    *("stated", "months_before", "illustrative", "imported", "known", "signing"),
}
CASES = read_cases()


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.file}: {case.title}")
def test_a_worked_case_comes_out_as_written(case: Case) -> None:
    for code, value in (COVERS[case.edition.id] | case.given).items():
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
    assert [each.id for each in found] == case.failed, [each.message for each in found]
    for check in case.holds:
        states = states_of(check, judged)
        assert State.HOLDS in states, f"{check} is not judged"
        assert State.FAILS not in states
    for check in case.not_evaluated:
        assert states_of(check, judged) == {State.NOT_EVALUATED}, check


def states_of(check: str, judged: tuple[Judgement, ...]) -> set[State]:
    return {each.state for each in judged if each.id == check}


@pytest.mark.parametrize("form", EDITIONS.values(), ids=lambda form: form.id)
def test_every_formula_of_the_form_is_worked_out_in_some_case(form: Edition) -> None:
    formulas = {(code, box.formula) for code, box in form.boxes.items() if box.is_computed}
    shown = {
        (code, case.edition.boxes[code].formula)
        for case in CASES
        for code, value in case.expected.items()
        if value is not None
    }

    assert not formulas - shown


def seen(form: Edition) -> dict[tuple[str, str], set[State]]:
    """What each statement of a form comes to in the cases that name its check."""
    states: dict[tuple[str, str], set[State]] = {}
    for case in CASES:
        named = {*case.failed, *case.holds, *case.not_evaluated}
        for each in case.judged():
            if each.id in named:
                states.setdefault(name_of(each), set()).add(each.state)
    return {name: states.get(name, set()) for name in map(name_of, on_an_empty_form(form))}


def name_of(each: Judgement) -> tuple[str, str]:
    """A check's statement; S04 asks the same of every box, whatever its code."""
    return each.id, "" if each.id == "S04" else each.statement


def on_an_empty_form(form: Edition) -> tuple[Judgement, ...]:
    return PLANS[form.id].judgements(Worksheet(form))


@pytest.mark.parametrize("form", EDITIONS.values(), ids=lambda form: form.id)
def test_every_check_of_the_form_holds_in_some_case_and_fails_in_another(form: Edition) -> None:
    lacking = {
        (state.value, *name)
        for name, states in seen(form).items()
        for state in (State.HOLDS, State.FAILS)
        if state not in states
    }

    assert not lacking


@pytest.mark.parametrize("form", EDITIONS.values(), ids=lambda form: form.id)
def test_every_check_is_not_evaluated_in_some_case(form: Edition) -> None:
    # Whether something is there at all can always be judged: C02, C03, C04, C05, C10 to C13.
    always = {
        name_of(each) for each in on_an_empty_form(form) if each.state is not State.NOT_EVALUATED
    }
    assert {name for name, _ in always} <= {"C02", "C03", "C04", "C05", "C10", "C11", "C12", "C13"}
    lacking = {
        name
        for name, states in seen(form).items()
        if State.NOT_EVALUATED not in states and name not in always
    }

    assert not lacking
