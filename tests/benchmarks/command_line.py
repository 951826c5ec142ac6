"""``focusdesk export --to x.json``, from process start to exit."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from benchmarks.measure import Measurement, in_turns, median
from benchmarks.scratch import installed_environment, sample_store

ROUNDS = 12
ROOT = Path(__file__).resolve().parents[2]


def measurements() -> Iterator[Measurement]:
    """Compare with a process that only imports SQLAlchemy Core."""
    with sample_store() as path:
        to = path.with_name("january.json")
        export = ("export", str(path), "--period", "2014-01", "--to", str(to))
        environment = installed_environment(path.with_name("cache"))

        def run(*arguments: str) -> None:
            subprocess.run(  # noqa: S603 -- our own
                [sys.executable, *arguments],
                cwd=ROOT,
                env=environment,
                check=True,
                capture_output=True,
            )

        run("-m", "focusdesk", *export)
        ours, floor = in_turns(
            lambda: run("-m", "focusdesk", *export),
            lambda: run("-c", "import sqlalchemy"),
            ROUNDS,
        )
    yield Measurement(
        "focusdesk export --to x.json",
        median(ours),
        median(floor),
        "a process that imports SQLAlchemy Core",
        1.5,
    )
