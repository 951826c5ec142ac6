"""Write the sample filings into a store, through the one door that every figure takes."""

import csv
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from focusdesk.filing.edit import Cause, Edit
from focusdesk.filing.filing import Status
from focusdesk.filing.register import Register, edition_in_force, own_dates
from focusdesk.filing.target_keeping import keep_policy
from focusdesk.filing.target_measure import parse_measure
from focusdesk.filing.target_policy import TargetPolicy
from focusdesk.form.period import Period
from focusdesk.resources import resource_path

AUTHOR = "focusdesk sample"
"""Who wrote the sample and its notes: open the store under this name before writing it."""


@dataclass(frozen=True, slots=True)
class SampleMonth:
    """One filing of the sample, as its data file says it.

    Attributes:
        period: The month.
        remark: What the list of months says of it.
        illustrative: Its figures are made up.
        status: How far it has come.
        rolled_forward_from: The month whose identity, names, targets and facts it takes over.
        values: What is entered in each box, as a person would type it.
        notes: What is written at a box.
    """

    period: Period
    remark: str
    illustrative: bool = False
    status: Status = Status.DRAFT
    rolled_forward_from: Period | None = None
    values: Mapping[str, str] = field(default_factory=dict[str, str])
    notes: Mapping[str, str] = field(default_factory=dict[str, str])


def write_sample(register: Register) -> None:
    """Write the sample filings into a store that has none of these months.

    Raises:
        StoreError: the store already has one of the months, or cannot be written.
    """
    with register.store.together():
        for policy in sample_policies():
            keep_policy(register, policy)
        for month in sample_months():
            _write(register, month)


def sample_months() -> tuple[SampleMonth, ...]:
    """Read the sample's data files, the earliest month first."""
    files = resource_path("sample").glob("[0-9]*.toml")
    months = (month for path in files for month in _months_of(path))
    return tuple(sorted(months, key=lambda month: month.period))


def sample_policies() -> tuple[TargetPolicy, ...]:
    """Read the firm's target policies, as the filing of the sample shows them."""
    path = resource_path("sample") / "targets.toml"
    content: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    return tuple(
        TargetPolicy(
            pool=policy["pool"],
            measure=parse_measure(policy["target"]),
            since=policy["since"],
            approved_by=policy["approved_by"],
            why=policy["why"],
        )
        for policy in content["policy"]
    )


def _months_of(path: Path) -> Iterator[SampleMonth]:
    """Read one file: a month, or with ``figures`` one month for each column of the CSV file."""
    content: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    values: dict[str, str] = content.get("values", {})
    if "figures" not in content:
        yield _month(Period.parse(content["period"]), values, content)
        return
    with path.with_name(content["figures"]).open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for column in [name for name in rows[0] if name != "code"]:
        figures = {row["code"]: row[column] for row in rows}
        yield _month(Period.parse(column), {**values, **figures}, content)


def _month(period: Period, values: Mapping[str, str], content: Mapping[str, Any]) -> SampleMonth:
    source: str | None = content.get("rolled_forward_from")
    return SampleMonth(
        period=period,
        remark=content["remark"],
        illustrative=content.get("illustrative", False),
        status=Status(content.get("status", Status.DRAFT)),
        rolled_forward_from=Period.parse(source) if source else None,
        values=values,
        notes=content.get("notes", {}),
    )


def _write(register: Register, month: SampleMonth) -> None:
    store = register.store
    edition = edition_in_force(register.editions.values(), month.period)
    filing = store.start(
        month.period, edition.id, illustrative=month.illustrative, remark=month.remark
    )
    session = register.open(filing)
    earlier = month.rolled_forward_from
    source = store.find(earlier) if earlier else None
    carried = register.carried(source, edition, month.period) if source else {}
    values = carried | own_dates(edition, month.period)
    values |= {code: edition.boxes[code].parse(text) for code, text in month.values.items()}
    session.apply(Edit(values, Cause.SAMPLE))
    for code, text in month.notes.items():
        store.write_note(filing, code, text)
    if month.status is not filing.status:
        store.set_status(filing, month.status)
