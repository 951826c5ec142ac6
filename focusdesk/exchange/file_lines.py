"""Take a CSV, XLSX, JSON or printed PDF file of codes and values apart, without knowing the form.

CSV is UTF-8; the first comma, semicolon or tab of its first line separates the columns throughout.
JSON is what `focusdesk export` writes, or one plain object of codes and values. A PDF that was
printed from a filing carries that JSON.
"""

import csv
import io
import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeAlias

from focusdesk.exchange.cells import unguarded
from focusdesk.exchange.file_table import (
    FileContent,
    FileLine,
    ImportRefused,
    RawValue,
    Unreadable,
    lines_of,
)
from focusdesk.filing.copies import FILING_ATTACHMENT

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
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST_FILE + 1)
    except OSError as error:
        message = f"{path} cannot be read: {error.strerror or error}."
        raise ImportRefused(message) from error
    if len(content) > LARGEST_FILE:
        message = f"{path.name} is larger than 20 MB; no filing is."
        raise ImportRefused(message)
    return read(content, path.name)


def _text(content: bytes, name: str) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        message = (
            f"{name} is not UTF-8 text (byte {error.start + 1}). "
            f'Save it again as "CSV UTF-8" or JSON in UTF-8.'
        )
        raise ImportRefused(message) from error


def _read_csv(content: bytes, name: str) -> FileContent:
    text = _text(content, name)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    try:
        return FileContent(name, tuple(lines_of(_csv_rows(reader), name)))
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


@dataclass(frozen=True, slots=True)
class _JsonObject:
    """An object of a JSON file with its pairs as written, so that a code given twice is seen."""

    pairs: tuple[tuple[str, object], ...]


_ABOUT = ("period", "edition", "amendment")


def _read_json(content: bytes, name: str) -> FileContent:
    try:
        whole: object = json.loads(
            _text(content, name),
            object_pairs_hook=lambda pairs: _JsonObject(tuple(pairs)),
            parse_float=_no_whole_number,
            parse_constant=_no_whole_number,
        )
    except (ValueError, RecursionError) as error:
        message = f"{name} is not readable JSON: {error}."
        raise ImportRefused(message) from error
    if not isinstance(whole, _JsonObject):
        message = f"{name} is not a JSON object of codes and values."
        raise ImportRefused(message)
    about, values = _parts(whole, name)
    return FileContent(
        name,
        tuple(FileLine("", code, _json_raw(value)) for code, value in values.pairs),
        period=about.get("period", ""),
        edition=about.get("edition", ""),
        amendment=about.get("amendment", ""),
    )


def _parts(whole: _JsonObject, name: str) -> tuple[dict[str, str], _JsonObject]:
    """Tell the shape that export writes from a plain object of codes and values."""
    found = [value for key, value in whole.pairs if key == "values"]
    if not found:
        return {}, whole
    strange = [key for key, _ in whole.pairs if key not in (*_ABOUT, "values")]
    values = found[0]
    if strange or len(found) > 1 or not isinstance(values, _JsonObject):
        message = (
            f'{name} is not what focusdesk exports: beside one object "values" it may have '
            f"{', '.join(_ABOUT)} and nothing else."
        )
        raise ImportRefused(message)
    return {key: str(value) for key, value in whole.pairs if key != "values"}, values


def _no_whole_number(text: str) -> Unreadable:
    return Unreadable(f"{text} is not a whole number. The form takes whole dollars.")


def _json_raw(value: object) -> RawValue:
    if value is None or isinstance(value, (bool, int, str, Unreadable)):
        return value
    return Unreadable("The value is a list or an object; a box takes one value.")


def _read_xlsx(content: bytes, name: str) -> FileContent:
    from focusdesk.exchange.workbook_lines import (  # noqa: PLC0415 -- openpyxl is 150 ms
        read_workbook,
    )

    return read_workbook(content, name)


def _read_pdf(content: bytes, name: str) -> FileContent:
    from focusdesk.exchange.printed_pdf import (  # noqa: PLC0415 -- pikepdf is 40 ms
        read_attachments,
    )

    attached = read_attachments(content, name)[FILING_ATTACHMENT]
    return replace(_read_json(attached, f"{FILING_ATTACHMENT} in {name}"), name=name)


_Read: TypeAlias = Callable[[bytes, str], FileContent]
_READ: Mapping[str, _Read] = {
    ".csv": _read_csv,
    ".json": _read_json,
    ".xlsx": _read_xlsx,
    ".pdf": _read_pdf,
}
