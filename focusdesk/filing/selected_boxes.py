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
        amounts: How many of them hold an amount; a zero is one, a blank is not.
        total: The sum of these, in whole dollars; of any size, for nobody keeps it.
    """

    count: int
    amounts: int
    total: int

    @property
    def words(self) -> str:
        """Say it as spreadsheets do: ``3 boxes selected, sum 12,345``."""
        boxes = "1 box" if self.count == 1 else f"{self.count:,} boxes"
        said = f"{boxes} selected"
        return f"{said}, sum {format_amount(self.total)}" if self.amounts else said


def selected_boxes(worksheet: Worksheet, codes: Iterable[str]) -> SelectedBoxes:
    """Count boxes and add up what they hold, computed ones too.

    Raises:
        KeyError: the edition has no such box.
    """
    boxes = [worksheet.edition.boxes[code] for code in codes]
    held = (worksheet.value(box.code) for box in boxes if box.kind is BoxKind.AMOUNT)
    amounts = [value for value in held if isinstance(value, int)]
    return SelectedBoxes(len(boxes), len(amounts), sum(amounts))
