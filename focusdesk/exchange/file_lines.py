"""Take a CSV, XLSX, JSON or printed PDF file of codes and values apart, without knowing the form.

CSV is UTF-8; the first comma, semicolon or tab of its first line separates the columns throughout.
JSON is what `focusdesk export` writes, or one plain object of codes and values. A PDF that was
printed from a filing carries that JSON.
"""

import csv
import io
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeAlias

from focusdesk.exchange.file_table import (
    FileContent,
    ImportRefused,
    RawValue,
    content_of,
    text_of,
)
from focusdesk.exchange.json_lines import read_json
from focusdesk.form.formula_guard import unguarded

LARGEST_FILE = 20 * 2**20
"""In bytes; a filing's file has a few thousand."""


def read_file(path: Path) -> FileContent:
    """Read a file by its suffix.

    Raises:
        ImportRefused: it cannot be read, is too large, or is not what its suffix says.
    """
    read = _READ.get(path.suffix.casefold())
    if read is None:
        message = f"{path.name} cannot be imported: only .csv, .xlsx, .json and .pdf files are."
        raise ImportRefused(message)
    return read(bytes_of(path), path.name)


def bytes_of(path: Path) -> bytes:
    """Read a file whole, unless it is larger than any of ours.

    Raises:
        ImportRefused: it cannot be read or is too large.
    """
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST_FILE + 1)
    except OSError as error:
        message = f"{path} cannot be read: {error.strerror or error}."
        raise ImportRefused(message) from error
    if len(content) > LARGEST_FILE:
        message = f"{path.name} is larger than 20 MB; no filing is."
        raise ImportRefused(message)
    return content


def _read_csv(content: bytes, name: str) -> FileContent:
    text = text_of(content, name)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    try:
        return content_of(_csv_rows(reader), name)
    except csv.Error as error:
        message = f"{name}, row {reader.line_num}: the line cannot be read as CSV ({error})."
        raise ImportRefused(message) from error


def _csv_rows(reader: Iterator[list[str]]) -> Iterator[tuple[int, Sequence[RawValue]]]:
    for number, cells in enumerate(reader, start=1):
        yield number, [unguarded(cell) for cell in cells]


_QUOTED = re.compile(r'"[^"]*"')
_DELIMITER = re.compile(r"[,;\t]")


def _delimiter(text: str) -> str:
    """Find what separates the columns: the first of the three signs in the first line."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    found = _DELIMITER.search(_QUOTED.sub("", first))
    return found[0] if found else ","


def _read_xlsx(content: bytes, name: str) -> FileContent:
    from focusdesk.exchange.workbook_lines import (  # noqa: PLC0415 -- openpyxl is 150 ms
        read_workbook,
    )

    return read_workbook(content, name)


def _read_pdf(content: bytes, name: str) -> FileContent:
    from focusdesk.exchange.printed_pdf import read_prints  # noqa: PLC0415 -- pikepdf is 40 ms

    first, *others = read_prints(content, name)
    if others:
        message = f"{name} holds {len(others) + 1} months. Import the file of one month alone."
        raise ImportRefused(message)
    return replace(read_json(first.figures, f"{first.figures_name} in {name}"), name=name)


_Read: TypeAlias = Callable[[bytes, str], FileContent]
_READ: Mapping[str, _Read] = {
    ".csv": _read_csv,
    ".json": read_json,
    ".xlsx": _read_xlsx,
    ".pdf": _read_pdf,
}
