"""Who made a line of a comparison move between two of its months."""

from focusdesk.calc.decomposition import Decomposition, decompose
from focusdesk.calc.worksheet import CalculationPlan, Worksheet
from focusdesk.filing.compare import ComparedMonth, Comparison, ComparisonRow, Pair

LAST_TWO: Pair = (-2, -1)


def explained_change(
    comparison: Comparison, row: ComparisonRow, pair: Pair = LAST_TWO
) -> Decomposition:
    """Say which entered boxes made a line move, largest first, summing exactly to the change.

    The figures are those of the comparison, so a month as it was printed is explained as well.

    Args:
        comparison: The months.
        row: The line.
        pair: The places of the two months, the earlier one first.

    Raises:
        AmountError: the earlier figures overflow a total of the later month's form.
    """
    earlier, later = (comparison.months[place] for place in pair)
    there, here = (row.codes[place] for place in pair)
    if not (here or there):
        remark = f"{row.code} is in neither month's edition."
        return Decomposition(row.code, row.label, None, None, remark=remark)
    plan = CalculationPlan(later.edition)
    same = earlier.edition is later.edition
    before = _worksheet(earlier, plan if same else CalculationPlan(earlier.edition))
    return decompose(before, _worksheet(later, plan), here or there)


def _worksheet(month: ComparedMonth, plan: CalculationPlan) -> Worksheet:
    boxes = month.edition.boxes
    entered = {code: value for code, value in month.values.items() if not boxes[code].is_computed}
    return Worksheet(month.edition, entered, plan)
