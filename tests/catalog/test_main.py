from collections.abc import Callable
from pathlib import Path

import pytest

from focusdesk.catalog.__main__ import main

Change = Callable[[str, str, str], None]


def test_editions_without_problems_leave_status_0(
    forms: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(forms)]) == 0
    assert capsys.readouterr().out == "2020-01: 1 schedules, 5 boxes\nNo problem found.\n"


def test_the_shipped_editions_are_checked_without_a_folder(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main([]) == 0
    out = capsys.readouterr().out
    assert "2014-01: 7 schedules, 156 boxes\n" in out
    assert "2026-03: 7 schedules, 171 boxes\n" in out


def test_problems_are_printed_and_leave_status_1(
    forms: Path, change: Change, capsys: pytest.CaptureFixture[str]
) -> None:
    change("2020-01/cash.toml", "[100] - [200]", "[100] - [201]")

    assert main([str(forms)]) == 1

    out = capsys.readouterr().out
    assert "There is no box 201 in this edition." in out
    assert out.endswith("1 problem found.\n")


def test_a_wrong_command_line_leaves_status_2(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--all"]) == 2
    assert main(["a", "b"]) == 2
    assert "Usage: python -m focusdesk.catalog [FOLDER]" in capsys.readouterr().err
