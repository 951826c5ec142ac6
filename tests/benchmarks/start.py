"""From the start of the process to the first pixels, and to the first schedule on the screen."""

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.measure import Measurement, median
from benchmarks.scratch import installed_environment, sample_store

ROUNDS = 10
HERE = Path(__file__).resolve().parent
Moments = dict[str, float]


def measurements() -> Iterator[Measurement]:
    """Compare with a process that shows one empty PySide6 window."""
    ours: list[Moments] = []
    floor: list[Moments] = []
    with sample_store() as path:
        _started("desk", path)
        _started("bare", path)
        for _ in range(ROUNDS):
            ours.append(_started("desk", path))
            floor.append(_started("bare", path))
    bare = "a bare PySide6 window"
    for name, what, budget in (
        ("pixels", "start to first pixels", 1.3),
        ("schedule", "start to the first schedule painted", 3.0),
        ("memory", "memory with the first schedule painted, GiB as s", 2.2),
    ):
        yield Measurement(
            what,
            _median_of(ours, name),
            _median_of(floor, name if name == "memory" else "pixels"),
            bare,
            budget,
        )


def _median_of(runs: list[Moments], name: str) -> float:
    return median(sorted(run[name] for run in runs))


def _started(which: str, store: Path) -> Moments:
    """Start a program, let it report and end by itself; times in seconds from the start."""
    places = {
        name: str(store.parent) for name in ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME")
    }
    environment = {**installed_environment(store.parent / "cache"), **places}
    command = [sys.executable, str(HERE / "start_probe.py"), which, str(store)]
    began = time.time()
    done = subprocess.run(  # noqa: S603 -- our own
        command,
        env=environment,
        cwd=HERE.parents[1],
        check=True,
        capture_output=True,
        text=True,
    )
    told: Moments = json.loads(done.stdout)
    return {name: moment if name == "memory" else moment - began for name, moment in told.items()}
