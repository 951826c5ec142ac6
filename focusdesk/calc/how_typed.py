"""What is to be said of how a figure was typed: where cents went, and what it would give now.

Arithmetic that names boxes is worked out when it is entered, and does not follow by itself. Whoever
sees the figure is told where it would give another one by now.
"""

from dataclasses import dataclass

from focusdesk.calc.entry_lookup import entry_lookup
from focusdesk.calc.figures import show_figure
from focusdesk.calc.worksheet import Worksheet
from focusdesk.form.box import EntryError
from focusdesk.form.entry import cents_words, read_amount


@dataclass(frozen=True, slots=True)
class HowTyped:
    """What is to be said of what was typed for a figure.

    Attributes:
        outdated: That it would give another figure now, and which; empty where it gives the same.
        cents: Where its cents went, and why; empty where it has none.
    """

    outdated: str = ""
    cents: str = ""


def how_typed(code: str, typed: str, worksheet: Worksheet) -> HowTyped:
    """Work out again what was typed for what a box holds.

    Args:
        code: The box.
        typed: What was typed; empty for a plain figure.
        worksheet: The figures as they are now.

    Raises:
        KeyError: the edition has no such box.
    """
    if not typed:
        return HowTyped()
    box = worksheet.edition.boxes[code]
    try:
        amount = read_amount(typed, box, entry_lookup(code, worksheet))
    except EntryError as error:
        return HowTyped(outdated=f"worked out when it was entered; now it cannot be: {error}")
    if amount is None:
        return HowTyped()
    if amount.value != worksheet.value(code):
        figure = show_figure(amount.value)
        return HowTyped(f"worked out when it was entered; it would give {figure} now")
    return HowTyped(cents=cents_words(box, amount))
