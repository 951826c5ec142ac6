"""Print, in one run, what the user waits for against its floor: ``python tests/benchmarks/run.py``.

Machines differ and are noisy: hold the program to the ratios, never to the absolute figures.
"""

import importlib
import sys
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parents[2]), str(Path(__file__).resolve().parents[1])]

from benchmarks.measure import Measurement  # noqa: E402 -- found through the line above

BENCHMARKS = (
    "start",
    "command_line",
    "recompute",
    "checks",
    "edit",
    "pages",
    "preview",
    "months",
    "comparison",
)


def main(names: list[str]) -> int:
    """Run the named benchmarks, or all; exit status 1 when one misses its budget."""
    missed = 0
    for name in names or BENCHMARKS:
        for measurement in importlib.import_module(f"benchmarks.{name}").measurements():
            print(_line(measurement), flush=True)  # noqa: T201 -- the report
            missed += not measurement.is_within_budget
    print(f"{missed} missed" if missed else "all within budget")  # noqa: T201 -- the report
    return 1 if missed else 0


def _line(measurement: Measurement) -> str:
    verdict = "ok    " if measurement.is_within_budget else "MISSES"
    return (
        f"{verdict} {measurement.ratio:6.2f} x (budget {measurement.budget:4.1f})  "
        f"{_time(measurement.ours):>9} against {_time(measurement.floor):>9}  "
        f"{measurement.name} / {measurement.floor_name}"
    )


def _time(seconds: float) -> str:
    for unit, size in (("s", 1.0), ("ms", 1e-3)):
        if seconds >= size:
            return f"{seconds / size:.1f} {unit}"
    return f"{seconds / 1e-6:.2f} us"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
