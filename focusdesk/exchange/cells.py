"""How a box's value stands in a file: as JSON, as text, and never as a spreadsheet's formula."""

import datetime as dt

from focusdesk.form.box import BoxKind, Value

# What Excel, LibreOffice or Google Sheets may take for the beginning of a formula (OWASP, "CSV
# injection"), the full-width signs among them.
_BEGINS_A_FORMULA = frozenset("=+-@\t\r\n\0\uff1d\uff0b\uff0d\uff20")
_APOSTROPHE = "'"


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


def guarded(text: str) -> str:
    """Put an apostrophe before text that a spreadsheet would run as a formula.

    Text that already has apostrophes before such a beginning gets one more, so that `unguarded`
    gives back exactly what was there.
    """
    return _APOSTROPHE + text if _would_run(text) else text


def unguarded(text: str) -> str:
    """Take off the one apostrophe that `guarded` put on."""
    return text[1:] if text.startswith(_APOSTROPHE) and _would_run(text) else text


def _would_run(text: str) -> bool:
    return text.lstrip(_APOSTROPHE)[:1] in _BEGINS_A_FORMULA
