"""Whether an edition's formulas can be used: readable, whole, apt, without a circle."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from focusdesk.calc.formula import Formula, FormulaError, parse_formula
from focusdesk.calc.kinds import ResultKind, kind_of
from focusdesk.calc.nodes import KindError
from focusdesk.calc.order import CycleError, calculation_order
from focusdesk.catalog.overlay import PlacedEdition
from focusdesk.catalog.problem import Problem
from focusdesk.catalog.reading import Place
from focusdesk.form.box import Box, BoxKind


@dataclass(frozen=True, slots=True)
class PlacedFormula:
    """A formula or statement with the place in the files where it stands."""

    text: str
    place: Place
    gives: ResultKind | Literal["any"]

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
    kinds = {code: box.kind for code, box in boxes.items()}
    usable: dict[str, Formula] = {}
    for code, box in boxes.items():
        if not box.is_computed:
            continue
        formula = PlacedFormula(box.formula, place_of(code), "figure")
        read = _read(formula, kinds)
        problems = [read] if isinstance(read, Problem) else list(_unfit(formula, box, read))
        yield from problems
        if isinstance(read, Formula):
            usable[code] = read
    yield from _circles(usable, boxes, place_of)


def _read(formula: PlacedFormula, kinds: Mapping[str, BoxKind]) -> Formula | Problem:
    """Read a formula and see that its boxes are there and that it gives what it must."""
    read = read_formula(formula, kinds)
    if isinstance(read, Formula) and read.beside:
        return formula.problem(
            "A computed box follows from its own month: prior and imported are for checks."
        )
    return read


def read_formula(formula: PlacedFormula, kinds: Mapping[str, BoxKind]) -> Formula | Problem:
    """Read a formula or statement; say what is wrong where it cannot be used.

    Args:
        formula: It, and where it stands.
        kinds: What each box takes that it may read.
    """
    try:
        read = parse_formula(formula.text)
    except FormulaError as error:
        return formula.problem(str(error), error.column)
    for code in (*read.codes, *(beside.code for beside in read.beside)):
        if code not in kinds:
            message = f"There is no box {code} in this edition. Correct the code or add the box."
            return formula.problem(message, formula.text.index(f"[{code}]") + 1)
    try:
        found = kind_of(read.root, kinds)
    except KindError as error:
        return formula.problem(str(error))
    if formula.gives not in ("any", found):
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
