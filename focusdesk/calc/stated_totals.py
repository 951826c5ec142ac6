"""A total that is stated, as in an imported file, beside what the form's formula gives (F01-F34).

A stated total must agree to the dollar; where a rounding takes part, another program may have
rounded the other way, so one dollar is worth no more than being told.
"""

from typing import Final

from focusdesk.calc.finding import Severity
from focusdesk.calc.formula import parse_formula
from focusdesk.calc.nodes import Call, Node
from focusdesk.form.box import Value
from focusdesk.form.edition import Edition

ROUNDING: Final = 1
"""By how many dollars a total may differ in which a rounding takes part."""


def weight_of(stated: Value, computed: Value, tolerance: int) -> Severity | None:
    """Say how much the difference between a stated total and the computed one weighs.

    Args:
        stated: What is stated.
        computed: What the form's formula gives.
        tolerance: From how many dollars on it is an error; less is information.
    """
    if stated == computed:
        return None
    near = (
        isinstance(stated, int)
        and isinstance(computed, int)
        and abs(stated - computed) <= tolerance
    )
    return Severity.INFORMATION if near else Severity.ERROR


def rounded_boxes(edition: Edition) -> frozenset[str]:
    """Find the computed boxes in which a rounding to the dollar takes part: 7425, 7490, ..."""
    formulas = {
        code: parse_formula(box.formula) for code, box in edition.boxes.items() if box.is_computed
    }
    rounded = {code for code, formula in formulas.items() if _rounds(formula.root)}
    while further := {
        code
        for code, formula in formulas.items()
        if code not in rounded and rounded.intersection(formula.codes)
    }:
        rounded |= further
    return frozenset(rounded)


def _rounds(node: Node) -> bool:
    return (isinstance(node, Call) and node.name == "round") or any(map(_rounds, node.parts))
