"""Text that a spreadsheet would run as a formula is guarded wherever it leaves the program."""

# What Excel, LibreOffice or Google Sheets may take for the beginning of a formula (OWASP, "CSV
# injection"), the full-width signs among them.
_BEGINS_A_FORMULA = frozenset("=+-@\t\r\n\0\uff1d\uff0b\uff0d\uff20")
_APOSTROPHE = "'"


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
