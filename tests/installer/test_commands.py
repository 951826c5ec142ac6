import shlex
import sys
from pathlib import Path

import pytest

from focusdesk.doctor.complaint import Complaint
from installer import commands
from installer.commands import Checkout, carry_out

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="uses a shell script as Python")


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Checkout:
    """Give a checkout whose Python writes down what it is asked, and fails where told to."""
    python = tmp_path / "python"
    calls, failing = (shlex.quote(str(tmp_path / name)) for name in ("calls", "failing"))
    python.write_text(
        f'#!/bin/sh\necho "$QT_QPA_PLATFORM $*" >> {calls}\n'
        'case "$3" in sample) touch "$4";; esac\n'
        f'if test -e {failing}; then grep -q -e " $(cat {failing}) " {calls} && exit 2; fi\n'
        "exit 0\n"
    )
    python.chmod(0o755)
    monkeypatch.chdir(tmp_path)
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    return Checkout(tmp_path, python, {"PATH": "/usr/bin:/bin"})


def calls(checkout: Checkout) -> list[str]:
    return (checkout.root / "calls").read_text().splitlines()


STORE = "focusdesk-sample/sample.focusdesk"


def test_without_a_screen_the_sample_is_left_as_papers_and_a_picture(
    checkout: Checkout, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    assert checkout.run([]) == 0
    assert calls(checkout) == [
        f" -m focusdesk sample {STORE}",
        f" -m focusdesk export {STORE} --period 2014-01 --to focusdesk-sample/focus-2014-01.pdf",
        f" -m focusdesk compare {STORE} 2013-12 2014-01 --to "
        "focusdesk-sample/comparison-2013-12-2014-01.pdf",
        f" -m focusdesk compare {STORE} 2013-12 2014-01 --to "
        "focusdesk-sample/comparison-2013-12-2014-01.xlsx",
        f"offscreen -m focusdesk.app --picture focusdesk-sample/desk.png {STORE} --period 2014-01",
    ]
    said = capsys.readouterr().out
    assert said.startswith("There is no screen here (neither DISPLAY nor WAYLAND_DISPLAY is set):")
    assert str(checkout.root / "focusdesk-sample" / "desk.png") in said


def test_the_sample_store_is_kept_when_it_is_there(checkout: Checkout) -> None:
    checkout.run([])
    (checkout.root / "calls").unlink()
    checkout.run([])
    assert not [call for call in calls(checkout) if "focusdesk sample" in call]


def test_with_a_screen_the_desk_opens_on_the_sample(
    checkout: Checkout, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(commands, "screen_complaint", lambda: None)
    assert checkout.run([]) == 0
    assert calls(checkout)[-1] == f" -m focusdesk {STORE}"


@pytest.mark.parametrize("step", ["sample", "export", "compare", "--picture"])
def test_the_first_step_that_fails_ends_the_run_with_its_status(
    step: str, checkout: Checkout, capsys: pytest.CaptureFixture[str]
) -> None:
    (checkout.root / "failing").write_text(step)
    assert checkout.run([]) == 2
    assert f" {step} " in calls(checkout)[-1]
    assert "This ended with status 2: -m focusdesk" in capsys.readouterr().err


def test_arguments_after_two_dashes_go_to_the_program(checkout: Checkout) -> None:
    assert checkout.run(["doctor", "--json"]) == 0
    assert calls(checkout) == [" -m focusdesk doctor --json"]


def test_the_checks_run_without_a_screen_and_hand_arguments_to_pytest(checkout: Checkout) -> None:
    assert checkout.test(["-k", "fonts"]) == 0
    assert calls(checkout) == [f"offscreen {checkout.root / 'tests' / 'check.py'} -k fonts"]


def test_a_checkout_that_cannot_be_written_is_told_in_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / ".venv-setup.log").mkdir()  # nobody can write there, root neither
    assert carry_out(tmp_path, "run", []) == 78
    assert "cannot be written" in capsys.readouterr().err


def test_a_step_that_stops_names_the_log(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def old(_words: str, _machine: str) -> Complaint:
        return Complaint("C library", "Qt needs glibc 2.34.")

    monkeypatch.setattr(commands, "glibc_complaint", old)
    assert carry_out(tmp_path, "test", ["--"]) == 78
    said = capsys.readouterr().err
    assert said == f"Qt needs glibc 2.34.\nThe whole story is in {tmp_path / '.venv-setup.log'}\n"
