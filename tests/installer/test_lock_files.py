"""The lock files bring exactly the libraries of pyproject.toml, from wherever pip looks."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
LOCKS = ("requirements.lock", "requirements-dev.lock")


def text_of(lock: str) -> str:
    return (ROOT / lock).read_text(encoding="utf-8")


def pinned(lock: str) -> dict[str, str]:
    return dict(re.findall(r"^([a-z0-9-]+)==(\S+)", text_of(lock), re.MULTILINE))


def required(group: list[str]) -> set[str]:
    names = (re.split(r"[\[<>=!~; ]", requirement)[0] for requirement in group)
    return {re.sub(r"[-_.]+", "-", name).lower() for name in names}


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_no_place_so_that_any_mirror_will_do(lock: str) -> None:
    assert not re.findall(r"://|--(?:extra-)?index|--find-links|file:| @ |^/|-e ", text_of(lock))


@pytest.mark.parametrize("lock", LOCKS)
def test_every_library_has_its_digests(lock: str) -> None:
    entries = re.split(r"^(?=[a-z0-9])", text_of(lock), flags=re.MULTILINE)[1:]
    assert len(entries) == len(pinned(lock))
    bare = [entry.splitlines()[0] for entry in entries if "--hash=sha256:" not in entry]
    assert not bare


def test_the_lock_holds_every_library_of_the_program() -> None:
    assert required(PROJECT["dependencies"]) <= set(pinned("requirements.lock"))


def test_the_lock_for_tests_holds_every_tool() -> None:
    assert required(PROJECT["optional-dependencies"]["dev"]) <= set(pinned("requirements-dev.lock"))


def test_the_lock_for_tests_holds_the_program_s_libraries_at_the_same_versions() -> None:
    assert pinned("requirements.lock").items() <= pinned("requirements-dev.lock").items()


def test_qt_is_the_version_that_is_sound_on_every_python() -> None:
    exact = [name for name in PROJECT["dependencies"] if name.startswith("PySide6")]
    assert exact == [f"PySide6-Essentials=={pinned('requirements.lock')['pyside6-essentials']}"]
