"""The fixed order in which an edition's computed boxes are worked out."""

from collections.abc import Iterable, Mapping
from graphlib import CycleError as GraphCycleError
from graphlib import TopologicalSorter

from focusdesk.calc.formula import Formula, parse_formula
from focusdesk.form.edition import Edition


class CycleError(ValueError):
    """Computed boxes that follow from one another in a circle.

    Attributes:
        codes: The circle, its first box repeated at the end.
    """

    def __init__(self, codes: Iterable[str]) -> None:
        self.codes = tuple(codes)
        super().__init__(f"These boxes follow from one another: {' from '.join(self.codes)}.")


def formulas_of(edition: Edition) -> dict[str, Formula]:
    """Read the formula of every computed box.

    Raises:
        FormulaError: a formula cannot be read.
    """
    return {
        code: parse_formula(box.formula) for code, box in edition.boxes.items() if box.is_computed
    }


def calculation_order(formulas: Mapping[str, Formula]) -> tuple[str, ...]:
    """Order computed boxes so that each stands after all the boxes that it reads.

    Raises:
        CycleError: boxes follow from one another in a circle.
    """
    reads = {
        code: [read for read in formula.codes if read in formulas]
        for code, formula in formulas.items()
    }
    try:
        return tuple(TopologicalSorter(reads).static_order())
    except GraphCycleError as error:
        raise CycleError(error.args[1]) from error
