"""How months side by side are looked at, kept from one opening of the comparison to the next.

What was sought is not kept, nor the two months that were chosen out of others: they belong to the
months that were shown.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Final

from focusdesk.filing.comparison_rows import RowFilter
from focusdesk.filing.comparison_view import ComparisonView
from focusdesk.filing.thresholds import Thresholds

_CHANGED: Final = "changed"
_ABOVE: Final = "above"
_TOTALS: Final = "totals"
_NEIGHBOURS: Final = "neighbours"
_LARGEST: Final = "largest"
_SCHEDULE: Final = "schedule:"
_FOLDED: Final = "folded:"


def view_text(view: ComparisonView, folded: Iterable[str] = ()) -> str:
    """Write how months are looked at, for the settings: ``changed above schedule:cover``.

    Args:
        view: How they are looked at.
        folded: The ids of the schedules of which only the heading is shown.
    """
    rows = view.row_filter
    kept: Mapping[str, bool] = {
        _CHANGED: rows.changed,
        _ABOVE: rows.above is not None,
        _TOTALS: rows.totals,
        _NEIGHBOURS: view.each_neighbour,
        _LARGEST: view.largest_first,
    }
    words = [word for word, is_on in kept.items() if is_on]
    words += [f"{_SCHEDULE}{each}" for each in rows.schedules]
    return " ".join([*words, *(f"{_FOLDED}{each}" for each in sorted(folded))])


def kept_folds(text: str) -> frozenset[str]:
    """Read back which schedules are folded."""
    words = (word for word in text.split() if word.startswith(_FOLDED))
    return frozenset(word.removeprefix(_FOLDED) for word in words)


def kept_view(text: str, thresholds: Thresholds) -> ComparisonView:
    """Read it back; what a settings file says beside that counts as nothing.

    Args:
        text: What `view_text` wrote.
        thresholds: The firm's, by which changes are measured now.
    """
    words = text.split()
    schedules = [word.removeprefix(_SCHEDULE) for word in words if word.startswith(_SCHEDULE)]
    rows = RowFilter(
        changed=_CHANGED in words,
        above=thresholds if _ABOVE in words and thresholds.are_set else None,
        totals=_TOTALS in words,
        schedules=tuple(schedules),
    )
    return ComparisonView(
        rows, each_neighbour=_NEIGHBOURS in words, largest_first=_LARGEST in words
    )


def for_schedules(view: ComparisonView, known: Mapping[str, str]) -> ComparisonView:
    """Look at no schedule that the months have not got; else nothing would be seen.

    Args:
        view: How months are looked at.
        known: The titles of the schedules that they have, by their ids.
    """
    there = tuple(each for each in view.row_filter.schedules if each in known)
    return replace(view, row_filter=replace(view.row_filter, schedules=there))
