"""Every worked case in this folder comes out as written. README.md says how the cases read."""

import datetime as dt
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from focusdesk.calc.checks import findings
from focusdesk.calc.explain import explain, explanation_text
from focusdesk.calc.figures import show_figure
from focusdesk.calc.worksheet import Worksheet
from focusdesk.catalog.loader import load_editions
from focusdesk.form.box import Value
from focusdesk.form.edition import Edition

FOLDER = Path(__file__).parent
EDITIONS = load_editions()
COVERS: dict[str, dict[str, Value]] = {
    "2014-01": {
        "16": True,
        "40": True,
        "24": dt.date(2014, 1, 1),
        "25": dt.date(2014, 1, 31),
    },
    "2026-03": {
        "12000": True,
        "16": True,
        "199": True,
        "40": True,
        "24": dt.date(2026, 3, 1),
        "25": dt.date(2026, 3, 31),
    },
}
"""A cover that is in order, by edition."""


@dataclass(frozen=True, slots=True)
class Case:
    """One worked case of a file."""

    file: str
    edition: Edition
    title: str
    given: dict[str, Value]
    expected: dict[str, Value]
    failed: list[str]


def read_cases() -> list[Case]:
    files = {path: tomllib.loads(path.read_text("utf-8")) for path in sorted(FOLDER.glob("*.toml"))}
    return [
        Case(
            path.stem,
            EDITIONS[file.get("edition", "2014-01")],
            case["title"],
            boxes(case["given"]),
            boxes(case["expected"]),
            case.get("failed", []),
        )
        for path, file in files.items()
        for case in file["case"]
    ]


def boxes(table: dict[str, Any]) -> dict[str, Value]:
    return {code: None if value == "blank" else value for code, value in table.items()}


CASES = read_cases()


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.file}: {case.title}")
def test_a_worked_case_comes_out_as_written(case: Case) -> None:
    form, given = case.edition, COVERS[case.edition.id] | case.given
    for code, value in given.items():
        assert not form.boxes[code].is_computed, f"{code} is computed and cannot be given"
        form.boxes[code].encode(value)
    worksheet = Worksheet(form, given)

    wrong = [
        f"{code} should be {show_figure(value)}:\n{explanation_text(explain(worksheet, code))}"
        for code, value in case.expected.items()
        if worksheet.value(code) != value
    ]
    assert not wrong, "\n\n".join(wrong)
    assert [finding.id for finding in findings(worksheet)] == case.failed


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


@pytest.mark.parametrize("form", EDITIONS.values(), ids=lambda form: form.id)
def test_every_check_of_the_form_fails_in_some_case(form: Edition) -> None:
    checks = {(check.id, check.must) for schedule in form.schedules for check in schedule.checks}
    failed = {
        (check.id, check.must)
        for case in CASES
        for schedule in case.edition.schedules
        for check in schedule.checks
        if check.id in case.failed
    }

    assert not checks - failed
