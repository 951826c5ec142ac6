"""An open comparison after an edit: only the lines whose boxes differ are laid out anew."""

from collections.abc import Collection
from dataclasses import replace

from focusdesk.filing.compare import ComparedMonth, Comparison
from focusdesk.filing.difference import ABSENT


def after_edit(comparison: Comparison, month: ComparedMonth, codes: Collection[str]) -> Comparison:
    """Give a comparison with a month as it stands now; what did not differ stays the same object.

    A version of the month, such as its last print, is left as it was.

    Args:
        comparison: The months as they stood.
        month: The month with its new figures.
        codes: Every box that differs, computed ones too, by its code in that month.
    """
    places = [
        place
        for place, each in enumerate(comparison.months)
        if each.filing.id == month.filing.id and not each.version
    ]
    if not places:
        return comparison
    months, rows = list(comparison.months), list(comparison.rows)
    for place in places:
        months[place] = month
        for at, row in enumerate(rows):
            if row.codes[place] in codes:
                value = month.values.get(row.codes[place], ABSENT)
                rows[at] = row.holding(value, place)
    return replace(comparison, months=tuple(months), rows=tuple(rows))
