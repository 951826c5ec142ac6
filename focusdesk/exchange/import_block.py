"""A file as a block that can be looked at row by row before any of it is taken.

The command line takes a file whole or not at all (`import_preview`); where there is a screen, what
would become of each row is shown, a row can be left out, and so cents need not be refused.
"""

import datetime as dt
from collections.abc import Iterable, Iterator

from focusdesk.exchange.file_table import FileContent, FileLine, RawValue, Unreadable
from focusdesk.exchange.import_preview import remarks_on
from focusdesk.filing.filing import Filing
from focusdesk.filing.own_dates import keep_own_dates
from focusdesk.filing.placed_block import BlockReading, PlacedBlock, PlacedCell, Way
from focusdesk.form.box import Box, BoxKind
from focusdesk.form.edition import Edition
from focusdesk.form.entry import period_hint

_NO_BOX = "The form has no box of that code. Use the codes that it prints, like 7010."


def block_of_file(content: FileContent, filing: Filing, edition: Edition) -> PlacedBlock:
    """Lay the lines of a file on the boxes that they name; nothing is changed.

    A month keeps its own dates against a file of another one (`focusdesk.filing.own_dates`).

    Args:
        content: The file, its lines as the filing's edition has them
            (`focusdesk.exchange.other_editions`).
        filing: The filing that takes it.
        edition: The filing's form.
    """
    cells = tuple(_cells(content.lines, filing, edition))
    reading = BlockReading(Way.FROM_FILE, f"By code, from {content.name}", cells)
    placed = PlacedBlock((reading,), (*content.remarks, *remarks_on(content, filing)))
    return keep_own_dates(placed, edition, filing.period, content.period)


def _cells(lines: Iterable[FileLine], filing: Filing, edition: Edition) -> Iterator[PlacedCell]:
    for number, line in enumerate(lines, start=1):
        box = edition.boxes.get(line.code)
        text = _text(line.value)
        if isinstance(line.value, Unreadable):
            refusal = line.value.why
        else:
            refusal = _refusal(box, line.value) if box else _NO_BOX
        remark = _remark(box, text, filing, edition) if box and not refusal else ""
        place = line.where or f"line {number}"
        yield PlacedCell(number, line.code, text, refusal, remark, place)


def _text(raw: RawValue) -> str:
    """Write a value as it would be typed."""
    if isinstance(raw, Unreadable):
        return raw.text
    if raw is None:
        return ""
    if isinstance(raw, bool):
        return "yes" if raw else "no"
    return raw.isoformat() if isinstance(raw, dt.date) else str(raw)


def _refusal(box: Box, raw: RawValue) -> str:
    """Say why a value that is no text is not for a box; empty where it may be."""
    if isinstance(raw, bool) and box.kind not in (BoxKind.CHECK, BoxKind.YES_NO):
        return f"{str(raw).lower()} is a tick, and the box takes none."
    if isinstance(raw, dt.date) and box.kind is not BoxKind.DATE:
        return f"{raw.isoformat()} is a date, and the box takes none."
    return ""


def _remark(box: Box, text: str, filing: Filing, edition: Edition) -> str:
    if box.kind is not BoxKind.DATE:
        return ""
    try:
        day = box.parse(text)
    except ValueError:
        return ""
    return period_hint(edition, filing.period, box.code, day)
