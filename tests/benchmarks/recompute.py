"""One edit's recompute, on the shipped form and on forms of up to 60,000 boxes."""

import random
from collections.abc import Callable, Iterator

from benchmarks.measure import Measurement, in_turns, median
from focusdesk.calc.worksheet import Worksheet
from focusdesk.catalog.loader import load_editions
from focusdesk.form.box import Box, BoxKind, Value
from focusdesk.form.edition import Edition
from focusdesk.form.page import PageLayout
from focusdesk.form.period import Period
from focusdesk.form.schedule import LineItem, Schedule

EDITS_A_ROUND = 200
ROUNDS = 200
CHILDREN = 10


def measurements() -> Iterator[Measurement]:
    """Compare with a plain dict of int that knows its order, and a large form with a small one."""
    edition = load_editions()["2014-01"]
    worksheet = Worksheet(edition)
    codes = [code for code, box in edition.boxes.items() if _is_entered_amount(box)]
    worksheet.set({code: 1_000_000 + number for number, code in enumerate(codes)})
    edits = _edits(codes)
    bare = _PlainDict(worksheet)
    ours, floor = in_turns(
        lambda: [worksheet.set({code: value}) for code, value in edits()],
        lambda: [bare.set(code, value) for code, value in edits()],
        ROUNDS,
    )
    yield Measurement(
        "recompute after one edit, seven schedules",
        median(ours) / EDITS_A_ROUND,
        median(floor) / EDITS_A_ROUND,
        "a plain dict of int in a fixed order, no blanks, no range check",
        3.0,
    )
    small, large = _tree_form(600), _tree_form(60_000)
    ours, floor = in_turns(_tree_edits(large), _tree_edits(small), ROUNDS)
    yield Measurement(
        "recompute after one edit, 60,000 boxes",
        median(ours) / EDITS_A_ROUND,
        median(floor) / EDITS_A_ROUND,
        "the same on 600 boxes",
        4.0,
    )


def _is_entered_amount(box: Box) -> bool:
    return box.kind is BoxKind.AMOUNT and not box.is_computed


def _edits(codes: list[str]) -> Callable[[], list[tuple[str, int]]]:
    chance = random.Random(1)  # noqa: S311 -- figures, not secrets

    def edits() -> list[tuple[str, int]]:
        return [(chance.choice(codes), chance.randrange(10**9)) for _ in range(EDITS_A_ROUND)]

    return edits


class _PlainDict:
    """The floor: sums of ints in a precomputed order, without blanks, kinds or refusals."""

    def __init__(self, worksheet: Worksheet) -> None:
        self._values: dict[str, int] = {
            code: value if isinstance(value, int) else 0
            for code, value in worksheet.values().items()
        }
        plan = worksheet.plan
        self._steps: dict[str, list[tuple[str, tuple[str, ...]]]] = {
            code: [(step, plan.formulas[step].codes) for step, _, _ in plan.steps_after(code)]
            for code in worksheet.edition.boxes
        }

    def set(self, code: str, value: int) -> None:
        """Put a figure in and add up whatever follows."""
        values = self._values
        values[code] = value
        for step, reads in self._steps[code]:
            values[step] = sum([values[read] for read in reads])


def _tree_form(boxes: int) -> Edition:
    """Make a form in which each total adds ten boxes, up to one grand total."""
    level = [Box(f"e{number}", BoxKind.AMOUNT) for number in range(boxes * 9 // 10)]
    everything = list(level)
    height = 0
    while len(level) > 1:
        height += 1
        level = [
            Box(
                f"t{height}_{start}",
                BoxKind.AMOUNT,
                formula=" + ".join(f"[{box.code}]" for box in level[start : start + CHILDREN]),
            )
            for start in range(0, len(level), CHILDREN)
        ]
        everything += level
    lines = tuple(LineItem(boxes=(box,)) for box in everything)
    schedule = Schedule("tree", "Tree", ("TREE",), 1, lines, PageLayout())
    return Edition(f"tree-{boxes}", "Tree", Period(2014, 1), (schedule,))


def _tree_edits(edition: Edition) -> Callable[[], object]:
    worksheet = Worksheet(edition)
    codes = [code for code, box in edition.boxes.items() if not box.is_computed]
    filled: dict[str, Value] = dict.fromkeys(codes, 1)
    worksheet.set(filled)
    # The same boxes again and again, as at a desk: what follows from each is found once.
    edits = _edits(codes[:: max(1, len(codes) // 50)])
    return lambda: [worksheet.set({code: value}) for code, value in edits()]
