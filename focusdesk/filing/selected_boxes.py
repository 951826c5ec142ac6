"""What is said of several boxes at once: how many are selected, and what they add up to."""

from collections.abc import Iterable
from dataclasses import dataclass

from focusdesk.calc.worksheet import Worksheet
from focusdesk.form.amount import format_amount
from focusdesk.form.box import BoxKind


@dataclass(frozen=True, slots=True)
class SelectedBoxes:
    """Several boxes.

    Attributes:
        count: How many they are.
        amounts: How many amounts were added; a zero is one, a blank is not.
        total: The sum of these, in whole dollars; of any size, for nobody keeps it.
        totals: How many amounts were left out, since they follow from others that were added.
    """

    count: int
    amounts: int
    total: int
    totals: int = 0

    @property
    def words(self) -> str:
        """Say it as spreadsheets do: ``3 boxes selected, sum 12,345``."""
        boxes = "1 box" if self.count == 1 else f"{self.count:,} boxes"
        said = f"{boxes} selected"
        if not self.amounts:
            return said
        said = f"{said}, sum {format_amount(self.total)}"
        if not self.totals:
            return said
        totals = "1 total" if self.totals == 1 else f"{self.totals:,} totals"
        return f"{said} ({totals} of them not added twice)"


def selected_boxes(worksheet: Worksheet, codes: Iterable[str]) -> SelectedBoxes:
    """Count boxes and add up what they hold, as the form reads it.

    What stands within the form's own parentheses is subtracted. A computed box is added too, unless
    it follows from another selected amount, which would be counted twice.

    Raises:
        KeyError: the edition has no such box.
    """
    boxes = [worksheet.edition.boxes[code] for code in codes]
    held = {box: worksheet.value(box.code) for box in boxes if box.kind is BoxKind.AMOUNT}
    amounts = {box: value for box, value in held.items() if isinstance(value, int)}
    follows = {step for box in amounts for step, _, _ in worksheet.plan.steps_after(box.code)}
    added = [
        -value if box.parentheses else value
        for box, value in amounts.items()
        if box.code not in follows
    ]
    return SelectedBoxes(len(boxes), len(added), sum(added), len(amounts) - len(added))
