"""Whether an edition's formulas and checks can be used: readable, whole, apt, without a circle."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from focusdesk.calc.formula import Formula, FormulaError, parse_formula
from focusdesk.calc.kinds import ResultKind, kind_of
from focusdesk.calc.nodes import KindError
from focusdesk.calc.order import CycleError, calculation_order
from focusdesk.catalog.overlay import PlacedEdition
from focusdesk.catalog.problem import Problem
from focusdesk.catalog.reading import Place
from focusdesk.form.box import Box, BoxKind
from focusdesk.form.schedule import EditCheck


@dataclass(frozen=True, slots=True)
class PlacedFormula:
    """A formula or statement with the place in the files where it stands."""

    text: str
    place: Place
    gives: ResultKind

    def problem(self, message: str, character: int = 1) -> Problem:
        """Say what is wrong at a character of the formula."""
        return Problem(self.place.file, ", ".join(self.place.steps), message, self.text, character)


def formula_problems(placed: PlacedEdition, place_of: Callable[[str], Place]) -> Iterator[Problem]:
    """Find the formulas that cannot be used.

    Args:
        placed: The edition.
        place_of: Says where in the files a box stands.
    """
    boxes = placed.edition.boxes
    usable: dict[str, Formula] = {}
    for code, box in boxes.items():
        if not box.is_computed:
            continue
        formula = PlacedFormula(box.formula, place_of(code), "figure")
        read = _read(formula, boxes)
        problems = [read] if isinstance(read, Problem) else list(_unfit(formula, box, read))
        yield from problems
        if isinstance(read, Formula):
            usable[code] = read
    yield from _circles(usable, boxes, place_of)


def check_problems(placed: PlacedEdition) -> Iterator[Problem]:
    """Find the checks whose statement, codes or message cannot be used."""
    boxes = placed.edition.boxes
    for schedule in placed.edition.schedules:
        for check in schedule.checks:
            place = Place(placed.files[schedule.id], (f"check {check.id}",))
            read = _read(PlacedFormula(check.must, place, "truth"), boxes)
            if isinstance(read, Problem):
                yield read
            yield from _unknown_codes(check, place, boxes)


def _read(formula: PlacedFormula, boxes: Mapping[str, Box]) -> Formula | Problem:
    """Read a formula and see that its boxes are there and that it gives what it must."""
    try:
        read = parse_formula(formula.text)
    except FormulaError as error:
        return formula.problem(str(error), error.column)
    for code in read.codes:
        if code not in boxes:
            message = f"There is no box {code} in this edition. Correct the code or add the box."
            return formula.problem(message, formula.text.index(f"[{code}]") + 1)
    try:
        found = kind_of(read.root, {code: boxes[code].kind for code in read.codes})
    except KindError as error:
        return formula.problem(str(error))
    if found != formula.gives:
        wanted = {"figure": "an amount", "truth": "true or false"}[formula.gives]
        return formula.problem(f"This gives a {found}, and {wanted} is wanted here.")
    return read


def _unfit(formula: PlacedFormula, box: Box, read: Formula) -> Iterator[Problem]:
    if box.kind is not BoxKind.AMOUNT:
        yield formula.problem(f"A formula gives an amount, but this box is of kind {box.kind}.")
    if not read.is_whole:
        yield formula.problem(
            "This can give cents, and the form has whole dollars. Write round( ... ) around it."
        )


def _circles(
    usable: Mapping[str, Formula], boxes: Mapping[str, Box], place_of: Callable[[str], Place]
) -> Iterator[Problem]:
    try:
        calculation_order(usable)
    except CycleError as error:
        code = error.codes[0]
        formula = PlacedFormula(boxes[code].formula, place_of(code), "figure")
        at = [formula.text.find(f"[{other}]") + 1 for other in error.codes]
        yield formula.problem(f"{error} Take one of them out of the other's formula.", max(1, *at))


_BRACES = re.compile(r"\{([^{}]*)\}")


def _unknown_codes(check: EditCheck, place: Place, boxes: Mapping[str, Box]) -> Iterator[Problem]:
    steps = ", ".join(place.steps)
    for code in check.codes:
        if code not in boxes:
            message = f'codes names {code}, but this edition has no such box. Correct "codes".'
            yield Problem(place.file, steps, message)
    for code in _BRACES.findall(check.message):
        if code not in boxes:
            message = f"The message names {{{code}}}, but this edition has no such box."
            yield Problem(place.file, steps, f"{message} Correct the message.")
    if not check.codes:
        message = 'The check names no box to look at. Write codes = ["7045"].'
        yield Problem(place.file, steps, message)
