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
COVER: dict[str, Value] = {
    "16": True,
    "40": True,
    "24": dt.date(2014, 1, 1),
    "25": dt.date(2014, 1, 31),
}


@dataclass(frozen=True, slots=True)
class Case:
    """One worked case of a file."""

    file: str
    title: str
    given: dict[str, Value]
    expected: dict[str, Value]
    failed: list[str]


def read_cases() -> list[Case]:
    return [
        Case(
            path.stem,
            case["title"],
            boxes(case["given"]),
            boxes(case["expected"]),
            case.get("failed", []),
        )
        for path in sorted(FOLDER.glob("*.toml"))
        for case in tomllib.loads(path.read_text(encoding="utf-8"))["case"]
    ]


def boxes(table: dict[str, Any]) -> dict[str, Value]:
    return {code: None if value == "blank" else value for code, value in table.items()}


CASES = read_cases()


@pytest.fixture(scope="module")
def form() -> Edition:
    """The shipped edition of January 2014."""
    return load_editions()["2014-01"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.file}: {case.title}")
def test_a_worked_case_comes_out_as_written(case: Case, form: Edition) -> None:
    for code, value in (COVER | case.given).items():
        assert not form.boxes[code].is_computed, f"{code} is computed and cannot be given"
        form.boxes[code].encode(value)
    worksheet = Worksheet(form, COVER | case.given)

    wrong = [
        f"{code} should be {show_figure(value)}:\n{explanation_text(explain(worksheet, code))}"
        for code, value in case.expected.items()
        if worksheet.value(code) != value
    ]
    assert not wrong, "\n\n".join(wrong)
    assert [finding.id for finding in findings(worksheet)] == case.failed


def test_every_computed_box_of_the_form_is_worked_out_in_some_case(form: Edition) -> None:
    computed = {code for code, box in form.boxes.items() if box.is_computed}
    shown = {code for case in CASES for code, value in case.expected.items() if value is not None}

    assert not computed - shown


def test_every_check_of_the_form_fails_in_some_case(form: Edition) -> None:
    checks = {check.id for schedule in form.schedules for check in schedule.checks}

    assert not checks - {check for case in CASES for check in case.failed}
