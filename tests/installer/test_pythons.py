import shlex
import sys
from pathlib import Path

import pytest

from installer import pythons
from installer.pythons import fault_of_this_python, find_python, python_command

RELEASES = {
    "debian-12": ('ID=debian\nVERSION_ID="12"\n', "apt-get install -y python3 python3-venv"),
    "debian-11": ('ID=debian\nVERSION_ID="11"\n', "uv run"),
    "ubuntu-22.04": (
        'ID=ubuntu\nID_LIKE=debian\nVERSION_ID="22.04"\nUBUNTU_CODENAME=jammy\n',
        "apt-get install -y python3.11 python3.11-venv",
    ),
    "ubuntu-24.04": (
        'ID=ubuntu\nID_LIKE=debian\nVERSION_ID="24.04"\nUBUNTU_CODENAME=noble\n',
        "apt-get install -y python3 python3-venv",
    ),
    "fedora": ('ID=fedora\nVERSION_ID="42"\n', "dnf install -y python3.13"),
    "rocky": ('ID="rocky"\nID_LIKE="rhel centos fedora"\n', "dnf install -y python3.12"),
    "leap": ('ID="opensuse-leap"\nID_LIKE="suse opensuse"\n', "zypper install -y python311"),
    "arch": ("ID=arch\n", "pacman -S --needed python"),
    "other": ("ID=plan9\n", "uv run --no-project --python 3.13 installer/bootstrap.py run"),
}

posix = pytest.mark.skipif(sys.platform == "win32", reason="uses shell scripts")


def script(folder: Path, name: str, body: str) -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_text(f"#!/bin/sh\n{body}\n")
    path.chmod(0o755)
    return path


@pytest.fixture
def only(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Leave one empty folder to find Pythons in."""
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    monkeypatch.setattr(pythons, "_USUAL_FOLDERS", ())
    monkeypatch.setattr(pythons, "_home", lambda: tmp_path / "home")
    return tmp_path / "bin"


def test_the_python_that_runs_these_tests_will_do() -> None:
    assert fault_of_this_python() == ""


@pytest.mark.parametrize(
    ("version", "words"), [((3, 10, 13), "3.11 or newer"), ((3, 15, 0), "3.14 at most")]
)
def test_a_python_out_of_range_is_told_so(
    version: tuple[int, ...], words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "version_info", version)
    assert fault_of_this_python().startswith(words)


def test_a_python_built_without_a_module_will_not_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pythons, "_MODULES", ("ctypes", "no_such_module"))
    assert fault_of_this_python().endswith("lacks no_such_module")


@posix
def test_a_name_on_the_path_that_fails_is_passed_over(only: Path) -> None:
    script(only, "python3.13", "echo 'pyenv: python3.13: command not found' >&2; exit 127")
    script(only, "python3.12", "echo 3.12")  # says something, but not what was asked
    good = script(only, "python3.11", f'exec {shlex.quote(sys.executable)} "$@"')
    assert find_python() == [str(good)]


@posix
def test_a_python_behind_a_broken_one_of_the_same_name_is_found(
    only: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script(tmp_path / "shims", "python3.13", "exit 127")
    good = script(only, "python3.13", f'exec {shlex.quote(sys.executable)} "$@"')
    monkeypatch.setenv("PATH", f"{tmp_path / 'shims'}:{only}")
    assert find_python() == [str(good)]


def test_no_python_is_no_command(only: Path) -> None:
    assert not only.exists()
    assert find_python() == []


@pytest.mark.skipif(sys.platform != "linux", reason="reads os-release")
@pytest.mark.parametrize("system", RELEASES)
def test_each_system_gets_the_command_that_brings_a_python(system: str, tmp_path: Path) -> None:
    words, command = RELEASES[system]
    release = tmp_path / "os-release"
    release.write_text(words, encoding="utf-8")
    assert command in python_command(release)
