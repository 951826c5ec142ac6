"""The worked cases of this folder, read. README.md says how they read."""

import datetime as dt
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from focusdesk.calc.checks import CheckPlan, Judgement
from focusdesk.calc.circumstances import Circumstances, EarlierMonth
from focusdesk.calc.worksheet import Worksheet
from focusdesk.catalog.loader import load_editions
from focusdesk.form.box import Value
from focusdesk.form.edition import Edition

FOLDER = Path(__file__).parent
EDITIONS = load_editions()
PLANS = {edition.id: CheckPlan(edition) for edition in EDITIONS.values()}
FIRM: Mapping[str, Value] = {
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
COVERS: Mapping[str, Mapping[str, Value]] = {
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

OF_A_FILE = {"editions", "given", "case"}
OF_A_CASE = {
    *("title", "editions", "given", "expected", "failed", "holds", "not_evaluated", "says"),
    *("stated", "months_before", "illustrative", "imported", "known", "signing"),
}


@dataclass(frozen=True, slots=True)
class Case:
    """One worked case, on one edition of the form."""

    file: str
    edition: Edition
    title: str
    given: Mapping[str, Value]
    expected: Mapping[str, Value]
    failed: list[str]
    holds: list[str]
    not_evaluated: list[str]
    says: Mapping[str, str]
    circumstances: Circumstances

    @property
    def name(self) -> str:
        return f"{self.file}, {self.edition.id}: {self.title}"

    @property
    def entered(self) -> dict[str, Value]:
        return {**COVERS[self.edition.id], **self.given}

    @property
    def worksheet(self) -> Worksheet:
        return Worksheet(self.edition, self.entered)

    def judged(self) -> tuple[Judgement, ...]:
        return PLANS[self.edition.id].judgements(self.worksheet, self.circumstances)


def read_cases() -> list[Case]:
    return [case for path in sorted(FOLDER.glob("*.toml")) for case in _of_file(path)]


def _of_file(path: Path) -> Iterator[Case]:
    file = tomllib.loads(path.read_text("utf-8"))
    if "impossible" in file:
        return
    assert not set(file) - OF_A_FILE, path.name
    for case in file["case"]:
        assert not set(case) - OF_A_CASE, f"{path.stem}, {case['title']}"
        for edition in case.get("editions", file.get("editions", ["2014-01"])):
            yield _case(path.stem, EDITIONS[edition], case, boxes(file.get("given", {})))


def _case(file: str, edition: Edition, case: Mapping[str, Any], common: dict[str, Value]) -> Case:
    given = common | boxes(case.get("given", {}))
    return Case(
        file,
        edition,
        case["title"],
        given,
        boxes(case.get("expected", {})),
        case.get("failed", []),
        case.get("holds", []),
        case.get("not_evaluated", []),
        case.get("says", {}),
        _circumstances(edition, case, given),
    )


def _circumstances(
    edition: Edition, case: Mapping[str, Any], given: Mapping[str, Value]
) -> Circumstances:
    cover = {**COVERS[edition.id], **given}
    day, illustrative = cover["25"], case.get("illustrative", False)
    return Circumstances(
        day=day if isinstance(day, dt.date) else None,
        earlier=tuple(
            EarlierMonth("an earlier month", Worksheet(edition, month).values(), illustrative)
            for month in _earlier(edition, cover["24"], case.get("months_before", []))
        ),
        imported=boxes(case.get("imported", {})),
        figures={"illustrative": illustrative, "amendment": False, **boxes(case.get("known", {}))},
        stated=boxes(case.get("stated", {})),
        signing=case.get("signing", False),
    )


def _earlier(
    edition: Edition, first: Value, months: list[dict[str, Any]]
) -> Iterator[Mapping[str, Value]]:
    """Give each month before its cover: unless it has other dates, the next one follows it."""
    for month in months:
        assert isinstance(first, dt.date), "months before need a day on which this one begins"
        last = first - dt.timedelta(days=1)
        first = last.replace(day=1)
        yield {**COVERS[edition.id], "24": first, "25": last, **boxes(month)}


def boxes(table: Mapping[str, Any]) -> dict[str, Value]:
    return {code: None if value == "blank" else value for code, value in table.items()}


CASES = read_cases()
