"""How a benchmark is taken: ours and its floor in turns, in one run, and their ratio."""

import gc
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Measurement:
    """One line of the report.

    Attributes:
        name: What the user waits for.
        ours: Seconds that focusdesk takes.
        floor: Seconds that the least possible program takes for the same.
        floor_name: What that least possible program is.
        budget: How many times the floor ours may take.
    """

    name: str
    ours: float
    floor: float
    floor_name: str
    budget: float

    @property
    def ratio(self) -> float:
        """How many times the floor ours takes."""
        return self.ours / self.floor

    @property
    def is_within_budget(self) -> bool:
        """Whether ours keeps its budget."""
        return self.ratio <= self.budget


def in_turns(
    ours: Callable[[], object], floor: Callable[[], object], rounds: int
) -> tuple[list[float], list[float]]:
    """Time two works alternately, so that the machine's moods meet both; seconds, sorted."""
    times: tuple[list[float], list[float]] = ([], [])
    gc.collect()
    for _ in range(rounds):
        for work, taken in zip((ours, floor), times, strict=True):
            start = time.perf_counter()
            work()
            taken.append(time.perf_counter() - start)
    return sorted(times[0]), sorted(times[1])


def median(times: list[float]) -> float:
    """The middle of sorted times."""
    return times[len(times) // 2]


def p99(times: list[float]) -> float:
    """The time that 99 of 100 keep."""
    return times[min(len(times) - 1, round(len(times) * 0.99))]
