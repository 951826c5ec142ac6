"""The one test command: format, lint, types, import directions, definitions, tests.

    python tests/check.py [--only STEP] [--coverage] [arguments of pytest]

Stops at the first step that fails. Runs with the libraries of requirements-dev.lock;
``python3 installer/bootstrap.py test`` installs those first. Needs no screen and no network.
"""

import argparse
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

_ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(_ROOT))

from focusdesk.doctor.libraries import own_libraries  # noqa: E402 - found only from here on

_PYTHON = sys.executable
# a test that hangs shows where, and ends its worker: a window that waits for a user waits for ever
_NO_WAITING = ("-o", "faulthandler_timeout=120", "-o", "faulthandler_exit_on_timeout=true")
_STEPS: dict[str, tuple[str, ...]] = {
    "format": (_PYTHON, "-m", "ruff", "format", "--check", "."),
    "lint": (_PYTHON, "-m", "ruff", "check", "."),
    "types": (_PYTHON, "-m", "pyright", "--pythonpath", _PYTHON),
    "imports": (
        _PYTHON,
        "-c",
        "from importlinter.cli import *; lint_imports_command()",
        "--no-logo",
    ),
    "definitions": (_PYTHON, "-m", "focusdesk.catalog"),
    "tests": (_PYTHON, "-m", "pytest", "--import-mode=importlib", "-n", "2", *_NO_WAITING),
}
_COVERAGE = ("--cov", "--cov-report=term-missing:skip-covered")


def main(arguments: Sequence[str]) -> int:
    """Run the steps in order and give the exit status of the first that fails, or 0."""
    parser = argparse.ArgumentParser(
        description="Check the whole project. Arguments that are not named here go to pytest.",
        epilog=f"The steps, in order: {', '.join(_STEPS)}.",
    )
    parser.add_argument("--only", metavar="STEP", choices=_STEPS, help="run this step alone")
    parser.add_argument("--coverage", action="store_true", help="show the lines that no test runs")
    chosen, rest = parser.parse_known_args(arguments)
    for step, command in _STEPS.items():
        if chosen.only in {None, step}:
            of_pytest = (*(_COVERAGE if chosen.coverage else ()), *rest) if step == "tests" else ()
            if status := _status_of(step, (*command, *of_pytest)):
                return status
    return 0


def _status_of(step: str, command: Sequence[str]) -> int:
    """Run one step and give its exit status; each step is named, with its time."""
    _say(f"== {step}")
    started = time.monotonic()
    status = subprocess.call(command, cwd=_ROOT, env=_variables())  # noqa: S603 - ours
    took = f"{time.monotonic() - started:.1f} s"
    if status:
        sys.stderr.write(f"== {step} failed after {took}\n")
    elif step != "tests":  # pytest's own last line says it, and stays the last
        _say(f"== {step} passed in {took}")
    return status


def _variables() -> dict[str, str]:
    return {
        "QT_QPA_PLATFORM": "offscreen",
        **os.environ,
        **own_libraries(),
        "PYTHONPATH": str(_ROOT),
        "PYRIGHT_PYTHON_IGNORE_WARNINGS": "1",  # it looks for its own newer version on the network
    }


def _say(words: str) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
