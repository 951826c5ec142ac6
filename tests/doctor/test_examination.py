import json
import os
import shutil
import sys
from importlib.metadata import version
from pathlib import Path
from types import SimpleNamespace

import pytest

from focusdesk.doctor.complaint import LACKING, Complaint
from focusdesk.doctor.examination import (
    DoctorReport,
    check_machine,
    doctor_report,
    folder_complaint,
    fonts_complaint,
    glibc_complaint,
    python_complaint,
    render,
    sqlite_complaint,
)
from focusdesk.resources import resource_path

BROKEN = DoctorReport(
    {"Python": "3.11.2", "C library": "glibc 2.36"},
    (Complaint("Qt's libraries", "Qt needs libEGL.so.1.", "sudo bring libegl1"),),
)


@pytest.fixture(autouse=True)
def no_screen_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")


def test_a_machine_that_runs_these_tests_lacks_nothing_but_what_only_a_window_needs(
    tmp_path: Path,
) -> None:
    complaints = check_machine(tmp_path, resource_path("fonts"))
    assert {complaint.part for complaint in complaints} <= {"Qt's libraries", "Data folder"}


def test_the_report_names_every_part_of_the_machine(tmp_path: Path) -> None:
    facts = doctor_report(tmp_path / "not" / "yet").facts
    assert facts["Qt"] == version("PySide6-Essentials")
    assert sys.executable in facts["Python"]
    assert str(tmp_path / "not" / "yet") in facts["Data folder"]


def test_the_text_shows_each_complaint_with_its_command() -> None:
    assert render(BROKEN) == (
        "Python     3.11.2\nC library  glibc 2.36\n\nQt needs libEGL.so.1.\n    sudo bring libegl1"
    )


def test_a_sound_machine_is_told_so() -> None:
    assert render(DoctorReport({"Python": "3.13.0"}, ())).endswith("has all that the desk needs.")


def test_a_script_reads_facts_and_complaints_as_json() -> None:
    read = json.loads(render(BROKEN, as_json=True))
    assert read["facts"]["C library"] == "glibc 2.36"
    assert read["complaints"] == [
        {
            "part": "Qt's libraries",
            "message": "Qt needs libEGL.so.1.",
            "command": "sudo bring libegl1",
            "stops": True,
        }
    ]


def test_only_what_stops_the_desk_makes_the_exit_status_78() -> None:
    note = Complaint("Screen", "There is no screen here.", stops=False)
    assert BROKEN.status == LACKING == 78
    assert DoctorReport({}, (note,)).status == 0


def test_python_must_be_311_or_newer() -> None:
    complaint = python_complaint((3, 10, 13))
    assert complaint is not None
    assert "this is 3.10.13" in complaint.sentence
    assert python_complaint((3, 11, 0)) is None


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no glibc")
@pytest.mark.parametrize(
    ("words", "machine", "sound"),
    [
        ("glibc 2.34", "x86_64", True),
        ("glibc 2.31", "x86_64", False),
        ("glibc 2.36", "aarch64", False),
        ("glibc 2.39", "aarch64", True),
        ("", "x86_64", False),
    ],
)
def test_the_c_library_must_be_as_new_as_the_one_qt_was_built_on(
    words: str, machine: str, *, sound: bool
) -> None:
    assert (glibc_complaint(words, machine) is None) is sound


@pytest.mark.parametrize(("version", "sound"), [("3.40.1", True), ("3.34.1", False), ("", False)])
def test_sqlite_must_be_there_and_new_enough(version: str, *, sound: bool) -> None:
    assert (sqlite_complaint(version) is None) is sound


def test_a_missing_font_is_named(tmp_path: Path) -> None:
    for path in resource_path("fonts").glob("*.ttf"):
        shutil.copy(path, tmp_path)
    assert fonts_complaint(tmp_path) is None
    (tmp_path / "LiberationSans-Bold.ttf").unlink()
    complaint = fonts_complaint(tmp_path)
    assert complaint is not None
    assert "missing: LiberationSans-Bold.ttf in" in complaint.sentence


def test_a_data_folder_that_cannot_be_written_is_told_but_does_not_stop_the_desk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert folder_complaint(tmp_path / "new") is None

    def denied(*_: object) -> bool:
        return False

    monkeypatch.setattr(os, "access", denied)
    complaint = folder_complaint(tmp_path / "new")
    assert complaint is not None
    assert "cannot be written" in complaint.sentence
    assert not complaint.stops


def test_a_full_disk_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def nearly_full(_: Path) -> SimpleNamespace:
        return SimpleNamespace(free=4_000_000)

    monkeypatch.setattr(shutil, "disk_usage", nearly_full)
    complaint = folder_complaint(tmp_path)
    assert complaint is not None
    assert complaint.sentence.startswith("Only 4 MB are free")
