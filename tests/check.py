"""The one test command: format, lint, types, import directions, definitions, tests.

    python tests/check.py [--coverage] [arguments of pytest]

Stops at the first step that fails. Runs with the libraries of requirements-dev.lock;
``python3 installer/bootstrap.py test`` installs those first. Needs no screen and no network.
"""

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

_ROOT = Path(__file__).resolve().parent.parent
_PYTHON = sys.executable
_TESTS = (_PYTHON, "-m", "pytest", "--import-mode=importlib", "-n", "2")
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
}
_COVERAGE = ("--cov", "--cov-report=term-missing:skip-covered")


def main(arguments: Sequence[str]) -> int:
    """Run the steps in order and give the exit status of the first that fails, or 0."""
    rest = [argument for argument in arguments if argument != "--coverage"]
    coverage = _COVERAGE if "--coverage" in arguments else ()
    for step, command in {**_STEPS, "tests": (*_TESTS, *coverage, *rest)}.items():
        _say(f"== {step}")
        started = time.monotonic()
        status = subprocess.call(command, cwd=_ROOT, env=_variables())  # noqa: S603 - ours
        took = f"{time.monotonic() - started:.1f} s"
        if status:
            sys.stderr.write(f"== {step} failed after {took}\n")
            return status
        if step != "tests":  # whose own last line says it, and stays the last
            _say(f"== {step} passed in {took}")
    return 0


def _variables() -> dict[str, str]:
    return {
        "QT_QPA_PLATFORM": "offscreen",
        **os.environ,
        "PYTHONPATH": str(_ROOT),
        "PYRIGHT_PYTHON_IGNORE_WARNINGS": "1",  # it looks for its own newer version on the network
    }


def _say(words: str) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
