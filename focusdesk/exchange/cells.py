"""How a box's value stands in a file: as JSON, as text, and never as a spreadsheet's formula."""

import datetime as dt

from focusdesk.form.box import BoxKind, Value
from focusdesk.form.formula_guard import guarded


def csv_text(kind: BoxKind, value: Value) -> str:
    """Write a value for a CSV cell: 1234, 2014-01-31, X, yes or no, text; empty if blank."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return tick_text(kind, ticked=value)
    if isinstance(value, dt.date):
        return value.isoformat()
    return str(value) if isinstance(value, int) else guarded(value)


def tick_text(kind: BoxKind, *, ticked: bool) -> str:
    """Write what a check box or a question holds: X, or yes or no."""
    if kind is BoxKind.CHECK:
        return "X" if ticked else ""
    return "yes" if ticked else "no"
