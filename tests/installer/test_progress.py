import os
import sys
import threading
from pathlib import Path

import pytest

from installer.progress import Progress, one_at_a_time


@pytest.fixture
def progress(tmp_path: Path) -> Progress:
    return Progress(tmp_path / "log")


def run(progress: Progress, words: str) -> str | None:
    return progress.command([sys.executable, "-c", words], os.environ)


def test_what_a_command_says_goes_to_the_log_and_to_the_caller(progress: Progress) -> None:
    assert run(progress, "print('brought')") == "brought\n"
    assert "brought\n[status 0]" in progress.log.read_text()


def test_a_command_that_fails_gives_its_last_error_line_as_the_reason(progress: Progress) -> None:
    words = "print('ERROR: one\\nERROR: two\\nbye'); raise SystemExit(1)"
    assert run(progress, words) is None
    assert progress.reason() == "two"


@pytest.mark.parametrize(
    ("sign", "reason"),
    [
        ("SSLCertVerificationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED]", "PIP_CERT"),
        ("OSError: [Errno 28] No space left on device", "the disk is full."),
        ("Temporary failure in name resolution", "there is no network."),
    ],
)
def test_the_cause_is_named_rather_than_the_package_that_pip_gave_up_on(
    sign: str, reason: str, progress: Progress
) -> None:
    run(progress, f"print({sign!r}); print('ERROR: No matching distribution'); raise SystemExit(1)")
    assert reason in progress.reason()


def test_the_reason_is_that_of_the_last_command(progress: Progress) -> None:
    run(progress, "print('ERROR: earlier')")
    run(progress, "raise SystemExit(1)")
    assert progress.reason() == "the log says why."


def test_a_program_that_is_not_there_counts_as_failed(progress: Progress, tmp_path: Path) -> None:
    assert progress.command([str(tmp_path / "none")], os.environ) is None


@pytest.mark.skipif(sys.platform == "win32", reason="there they do not take turns")
def test_two_set_ups_in_one_checkout_take_turns(
    progress: Progress, capsys: pytest.CaptureFixture[str]
) -> None:
    order: list[str] = []
    first_is_in, waiting = threading.Event(), threading.Event()

    def first() -> None:
        with one_at_a_time(progress):
            first_is_in.set()
            assert waiting.wait(20)
            order.append("first")

    class Watched(Progress):
        def say(self, words: str) -> None:
            super().say(words)
            waiting.set()

    thread = threading.Thread(target=first)
    thread.start()
    assert first_is_in.wait(20)
    with one_at_a_time(Watched(progress.log)):
        order.append("second")
    thread.join()
    assert order == ["first", "second"]
    assert "Another set-up is at work" in capsys.readouterr().out
