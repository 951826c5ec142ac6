"""Environments are made with --without-pip and installed without a network here."""

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from installer import environment as environments
from installer.environment import RUN_LOCK, TEST_LOCK, Environment
from installer.progress import Progress, SetUpStopped


class PipOnPaper(Environment):
    """An environment whose pip calls are only written down."""

    calls: list[str] = []  # noqa: RUF012

    def _pip(self, verb: str, lock: str, *options: str) -> list[str]:
        self.calls.append(f"{verb} {lock}")
        (self.folder / "wheels").mkdir(exist_ok=True)
        return [sys.executable, "-c", "pass", *options]

    def _make(self, progress: Progress) -> None:
        self.calls.append("make")
        command = [sys.executable, "-m", "venv", "--without-pip", str(self.folder)]
        assert progress.command(command, self.variables()) is not None


@pytest.fixture
def checkout(tmp_path: Path) -> PipOnPaper:
    PipOnPaper.calls.clear()
    root = tmp_path / "a checkout with spaces"
    (root / "focusdesk").mkdir(parents=True)
    (root / "focusdesk" / "__init__.py").write_text("")
    (root / "focusdesk" / "__main__.py").write_text("import sys; print(sys.argv[1:])")
    for lock in (RUN_LOCK, TEST_LOCK):
        (root / lock).write_text(f"# {lock}\nsix==1.17.0 \\\n    --hash=sha256:00\n")
    return PipOnPaper(root)


def prepare(checkout: PipOnPaper, lock: str = RUN_LOCK) -> list[str]:
    """Prepare once more and give what was done for it."""
    checkout.calls.clear()
    checkout.prepare(lock, Progress(checkout.root / "log"))
    return list(checkout.calls)


FULL = ["make", f"download {RUN_LOCK}", f"install {RUN_LOCK}"]


def test_a_second_run_makes_and_installs_nothing(checkout: PipOnPaper) -> None:
    assert prepare(checkout) == FULL
    assert prepare(checkout) == []


def test_the_environment_runs_the_checkout(checkout: PipOnPaper) -> None:
    prepare(checkout)
    elsewhere = checkout.root.parent
    for command in ([checkout.python, "-m", "focusdesk"], [checkout.python.with_name("focusdesk")]):
        words = [*map(str, command), "a b"]
        said = subprocess.check_output(  # noqa: S603
            words, text=True, cwd=elsewhere, env=checkout.variables()
        )
        assert said == "['a b']\n"


def test_an_environment_that_was_half_made_is_made_anew(checkout: PipOnPaper) -> None:
    prepare(checkout)
    (checkout.folder / "focusdesk-setup.json").write_text('{"locks": {}}')
    (checkout.folder / "left-over").touch()
    assert prepare(checkout) == FULL
    assert not (checkout.folder / "left-over").exists()


def test_an_environment_whose_python_went_away_is_made_anew(checkout: PipOnPaper) -> None:
    prepare(checkout)
    checkout.python.unlink()
    assert prepare(checkout) == FULL


def test_an_environment_that_somebody_else_made_is_set_aside(checkout: PipOnPaper) -> None:
    checkout.folder.mkdir()
    (checkout.folder / "mine").touch()
    assert prepare(checkout) == FULL
    assert (checkout.root / ".venv.aside-1" / "mine").exists()


def test_a_changed_lock_makes_the_environment_anew(checkout: PipOnPaper) -> None:
    prepare(checkout)
    (checkout.root / RUN_LOCK).write_text("six==1.18.0 --hash=sha256:00\n")
    assert prepare(checkout) == FULL


def test_the_tools_for_tests_are_added_to_what_is_there(checkout: PipOnPaper) -> None:
    prepare(checkout)
    assert prepare(checkout, TEST_LOCK) == [f"download {TEST_LOCK}", f"install {TEST_LOCK}"]
    assert prepare(checkout) == []


def test_without_a_network_an_environment_that_works_stays(
    checkout: PipOnPaper, monkeypatch: pytest.MonkeyPatch
) -> None:
    prepare(checkout)

    def no_network(_self: Environment, _verb: str, _lock: str, *_options: str) -> Sequence[str]:
        words = "ERROR: No matching distribution\nTemporary failure in name resolution"
        return [sys.executable, "-c", f"import sys; print({words!r}); sys.exit(1)"]

    monkeypatch.setattr(PipOnPaper, "_pip", no_network)
    with pytest.raises(SetUpStopped, match=r"could not fetch .*: there is no network\."):
        prepare(checkout, TEST_LOCK)
    assert not checkout.wheels.exists()
    assert prepare(checkout) == []


def test_an_interrupted_installation_leaves_nothing_behind(
    checkout: PipOnPaper, monkeypatch: pytest.MonkeyPatch
) -> None:
    prepare(checkout)

    def pulled_plug(_self: Environment, *_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(PipOnPaper, "_install", pulled_plug)
    with pytest.raises(KeyboardInterrupt):
        prepare(checkout, TEST_LOCK)
    assert not checkout.folder.exists()


def test_a_plug_pulled_while_installing_leaves_it_marked_as_half_made(
    checkout: PipOnPaper, monkeypatch: pytest.MonkeyPatch
) -> None:
    stamps: list[object] = []

    def look(_self: Environment, *_: object) -> None:
        stamps.append(json.loads((checkout.folder / "focusdesk-setup.json").read_text())["locks"])

    prepare(checkout)
    monkeypatch.setattr(PipOnPaper, "_install", look)
    prepare(checkout, TEST_LOCK)
    assert stamps == [{}]


def test_a_python_that_cannot_make_environments_leaves_none_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / RUN_LOCK).write_text("six==1.17.0\n")
    (tmp_path / TEST_LOCK).write_text("six==1.17.0\n")
    monkeypatch.setattr(sys, "executable", str(tmp_path / "no-python"))
    with pytest.raises(SetUpStopped, match="cannot make a virtual environment") as stopped:
        Environment(tmp_path).prepare(RUN_LOCK, Progress(tmp_path / "log"))
    assert stopped.value.status == 78
    assert not (tmp_path / ".venv").exists()


def test_too_little_room_is_told_before_anything_is_made(
    checkout: PipOnPaper, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(environments, "_SPACE_NEEDED", {RUN_LOCK: 10**18})
    with pytest.raises(SetUpStopped, match=r"Set-up needs .* MB are free"):
        prepare(checkout)
    assert not checkout.folder.exists()


def test_variables_that_would_mislead_pip_are_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", "/elsewhere")
    monkeypatch.setenv("PIP_TARGET", "/elsewhere")
    monkeypatch.setenv("PIP_INDEX_URL", "https://mirror.example/simple")
    variables = Environment(Path("x")).variables()
    assert "PYTHONPATH" not in variables
    assert "PIP_TARGET" not in variables
    assert variables["PIP_INDEX_URL"] == "https://mirror.example/simple"
