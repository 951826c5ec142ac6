"""What becomes of one pasted cell: read as if it were typed, but for what only spreadsheets write.

Nothing is worked out: arithmetic that comes from elsewhere is no figure. A dash alone is how
spreadsheets show a zero.
"""

import re
from fractions import Fraction

from focusdesk.form.amount import AmountError, bare, quoted, read_figure
from focusdesk.form.box import Box, BoxKind, EntryError
from focusdesk.form.entry import EntryPreview, ParsedAmount, entry_preview
from focusdesk.form.expression import is_expression

_ZERO = re.compile(r"\(?\$? ?-{1,2}\)?")
_POWER = re.compile(r"[-+]?[0-9.,]+[eE][-+]?[0-9]+")
_TOO_NARROW = re.compile("#{2,}")
_FAULT = re.compile(r"#[A-Z]+(?:/[A0])?[!?]?|Err:[0-9]{3}")


def read_cell(text: str, box: Box) -> EntryPreview:
    """Say what a box would hold if a cell were pasted into it."""
    fault = _fault(text)
    if box.kind is BoxKind.TEXT:
        return _read_words(text, box, fault)
    if fault:
        return EntryPreview(refusal=fault)
    if box.kind is BoxKind.AMOUNT:
        return _read_amount(text, box)
    return _read_words(text, box)


def is_figure(text: str) -> bool:
    """Whether a cell holds a figure, whatever box it is for."""
    try:
        return bool(text) and (is_zero(text) or read_figure(text) is not None)
    except AmountError:
        return False


def is_meant_as_figure(text: str) -> bool:
    """Whether a cell holds a figure, or what a spreadsheet shows in the place of one."""
    odd = _fault(text) or is_expression(text) or _POWER.fullmatch(bare(text))
    return bool(odd) or is_figure(text)


def is_zero(text: str) -> bool:
    """Whether a cell is a dash, which stands for zero in a spreadsheet."""
    return bool(_ZERO.fullmatch(bare(text)))


def _fault(text: str) -> str:
    """Say what a spreadsheet shows in the place of a value; empty where it is a value."""
    if _TOO_NARROW.fullmatch(bare(text)):
        why = "is a column that was too narrow. Widen it in the spreadsheet and copy it again."
    elif _FAULT.fullmatch(bare(text)):
        why = "is an error of the spreadsheet. Put it right there and copy it again."
    else:
        return ""
    return f'"{quoted(text)}" {why}'


def _read_words(text: str, box: Box, fault: str = "") -> EntryPreview:
    try:
        value = box.parse(text)
    except EntryError as error:
        return EntryPreview(refusal=str(error))
    return EntryPreview(value=value, hint=fault or box.hint(value))


def _read_amount(text: str, box: Box) -> EntryPreview:
    if is_zero(text):
        return EntryPreview(
            value=0, shown=f'"{quoted(text)}" -> 0', amount=ParsedAmount(0, Fraction())
        )
    preview = EntryPreview() if is_expression(text) else entry_preview(text, box, _no_box)
    if preview.amount is None and bare(text):
        try:
            box.parse(text)
        except EntryError as error:
            return EntryPreview(refusal=str(error))
    return preview


def _no_box(code: str) -> int | None:
    message = f"[{code}] is worked out only where it is typed."
    raise EntryError(message)
