"""How a test runs a command, as typed after ``focusdesk``, and reads what it has drawn."""

import os
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple, Protocol, cast

ROOT = Path(__file__).resolve().parents[2]

# It has no stubs.
pypdfium2 = cast("Any", import_module("pypdfium2"))


class Ran(NamedTuple):
    """What a command did: exit status, standard output, standard error."""

    status: int
    out: str
    err: str


class Command(Protocol):
    """Runs a command in this process."""

    def __call__(self, *words: object) -> Ran:
        """Run ``focusdesk`` with these words."""
        ...


def in_its_own_process(*words: object, code: str = "", **variables: str) -> Ran:
    """Run ``focusdesk`` as a program, or a piece of Python with these words as its arguments."""
    how = ["-c", code] if code else ["-m", "focusdesk"]
    ran = subprocess.run(  # noqa: S603 -- our own program and our own words
        [sys.executable, *how, *map(str, words)],
        capture_output=True,
        check=False,
        cwd=ROOT,
        encoding="utf-8",
        env={**os.environ, **variables},
    )
    return Ran(ran.returncode, ran.stdout, ran.stderr)


def pages_of(pdf: bytes) -> list[str]:
    """Read the words of each page of a PDF file."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [page.get_textpage().get_text_bounded() for page in document]
