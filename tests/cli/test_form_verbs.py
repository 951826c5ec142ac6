import json
import sys
from pathlib import Path

import pytest

from focusdesk.cli import form_verbs
from focusdesk.doctor.complaint import Complaint
from focusdesk.doctor.examination import DoctorReport
from tests.cli.command import Command, pages_of


def test_blank_draws_the_form_without_figures(command: Command, tmp_path: Path) -> None:
    to = tmp_path / "blank.pdf"
    assert command("blank", "--edition", "2014-01", "--to", to) == (0, "", f"Wrote {to}.\n")
    pages = pages_of(to.read_bytes())
    assert len(pages) == 7
    assert "SEGREGATION REQUIREMENTS" in pages[1]
    assert "HSBC" not in "".join(pages)


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (
            ["--edition", "1999", "--to", "b.pdf"],
            'There is no edition "1999". Known: 2014-01, 2026-03.',
        ),
        (["--edition", "2014-01", "--to", "b.csv"], "must end in .pdf."),
        (["--to", "b.pdf"], "this needs --edition"),
    ],
)
def test_blank_refuses_in_a_sentence(command: Command, words: list[str], why: str) -> None:
    ran = command("blank", *words)
    assert (ran.status, ran.out) == (2, "")
    assert why in ran.err


def test_editions_are_listed(command: Command) -> None:
    old, new = json.loads(command("editions", "--json").out)
    assert set(old) == {"id", "in_force_from", "offered_from", "schedules", "boxes"}
    assert (old["id"], old["in_force_from"], old["schedules"]) == ("2014-01", "2013-01", 7)
    assert old["offered_from"] is None
    assert old["boxes"] > 130
    assert (new["id"], new["in_force_from"], new["offered_from"], new["schedules"]) == (
        "2026-03",
        "2026-03",
        "2021-10",
        7,
    )
    assert [line.split() for line in command("editions").out.splitlines()[1:]] == [
        ["2014-01", "2013-01", "7", str(old["boxes"])],
        ["2026-03", "2026-03", "2021-10", "7", str(new["boxes"])],
    ]


@pytest.mark.parametrize(("stops", "status"), [(True, 78), (False, 0)])
def test_doctor_says_what_is_missing_and_how_to_mend_it(
    command: Command, monkeypatch: pytest.MonkeyPatch, *, stops: bool, status: int
) -> None:
    complaint = Complaint("Qt", "It is missing.", "get it", stops=stops)

    def report(*_: Path) -> DoctorReport:
        return DoctorReport({"Qt": "none"}, (complaint,))

    monkeypatch.setattr(form_verbs, "doctor_report", report)
    ran = command("doctor")
    assert ran.status == status
    assert "It is missing." in ran.out
    assert json.loads(command("doctor", "--json").out)["complaints"][0]["command"] == "get it"


def test_doctor_examines_this_machine(command: Command, home: Path) -> None:
    facts = json.loads(command("doctor", "--json").out)["facts"]
    assert str(home) in facts["Data folder"]
    assert "SQLite" in facts


def test_doctor_runs_where_no_library_is_installed(
    command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "platformdirs", None)
    facts = json.loads(command("doctor", "--json").out)["facts"]
    assert "Data folder" not in facts
    assert "SQLite" in facts
