"""Take a workbook of codes and values apart, behind guards: a workbook may be a bomb.

A file of 200 KB can unpack to gigabytes, and its XML can name entities that multiply. So the
archive's directory is measured and held to before openpyxl sees it, and openpyxl must have found
defusedxml.
"""

import datetime as dt
import io
import math
import shutil
import warnings
import zipfile
import zlib
from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager, redirect_stdout

from openpyxl import DEFUSEDXML, Workbook, load_workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.worksheet.worksheet import Worksheet as Sheet

from focusdesk.exchange.file_table import (
    MOST_ROWS,
    FileContent,
    ImportRefused,
    RawValue,
    Unreadable,
    content_of,
    decimal_text,
    has_heading,
)

MOST_ENTRIES = 2_000
MOST_UNPACKED = 100 * 2**20
STRONGEST_PACKING = 200

_PIECE = 2**20
_MOST_COLUMNS = 50
_LARGEST_EXACT_FLOAT = 2**53
_OLD_WORKBOOK = b"\xd0\xcf\x11\xe0"
_ENCRYPTED = 0x1
# How Excel keeps an underscore that would begin an escape; openpyxl reads over only some of them.
_ESCAPED_UNDERSCORE = "_x005F_"

# What openpyxl, the XML parsers and zipfile raise over a damaged or hostile workbook.
_BROKEN = (
    ArithmeticError,
    AttributeError,
    EOFError,
    LookupError,
    MemoryError,
    OSError,
    RuntimeError,
    SyntaxError,
    TypeError,
    ValueError,
    zipfile.BadZipFile,
    zlib.error,
)


def read_workbook(content: bytes, name: str) -> FileContent:
    """Read the first visible sheet that has code and value columns, or the first visible one.

    Raises:
        ImportRefused: the file is no workbook, is protected, damaged, or larger than it seems.
    """
    _guard(content, name)
    try:
        plain = _repacked(content)
        with _opened(plain, data_only=False) as workbook:
            sheet = _sheet_index(workbook)
            formulas = frozenset(_formulas(workbook.worksheets[sheet]))
        with _opened(plain, data_only=True) as workbook:
            rows = _rows(workbook.worksheets[sheet], formulas)
            return content_of(rows, name, _remarks(workbook, sheet))
    except ImportRefused:
        raise
    except _BROKEN as error:
        message = f"{name} is damaged or is not a workbook ({type(error).__name__}: {error})."
        raise ImportRefused(message) from error


def _guard(content: bytes, name: str) -> None:
    """Measure the archive before anything is unpacked."""
    if content.startswith(_OLD_WORKBOOK):
        message = f"{name} has a password or is an old .xls file. Save it as .xlsx without one."
        raise ImportRefused(message)
    if not DEFUSEDXML:
        message = "This machine lacks the library defusedxml, without which no workbook is read."
        raise ImportRefused(message)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            why = _why_not_unpacked(archive.infolist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        message = f"{name} is not a workbook: it is no zip archive ({error})."
        raise ImportRefused(message) from error
    if why:
        message = f"{name} is not opened: {why}."
        raise ImportRefused(message)


def _why_not_unpacked(entries: Sequence[zipfile.ZipInfo]) -> str:
    if any(entry.flag_bits & _ENCRYPTED for entry in entries):
        return "it has a password; save it without one"
    if len(entries) > MOST_ENTRIES:
        return f"it packs {len(entries):,} files, and a workbook has at most {MOST_ENTRIES:,}"
    if len({entry.filename for entry in entries}) < len(entries):
        return "it packs a file twice, as no workbook does"
    if sum(entry.file_size for entry in entries) > MOST_UNPACKED:
        return "it unpacks to more than 100 MB, as no filing does"
    if any(entry.file_size > STRONGEST_PACKING * entry.compress_size for entry in entries):
        return f"it packs a file to less than 1 part in {STRONGEST_PACKING}, as no workbook does"
    return ""


def _repacked(content: bytes) -> bytes:
    """Copy the archive unpacked, so that no entry can turn out larger than the directory says.

    Reading an entry whole would unpack all of it before the excess is dropped; reading it in
    pieces, as here, stops at the size that was measured.
    """
    plain = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as packed, zipfile.ZipFile(plain, "w") as copy:
        for entry in packed.infolist():
            with packed.open(entry) as source, copy.open(entry.filename, "w") as target:
                shutil.copyfileobj(source, target, _PIECE)
    return plain.getvalue()


@contextmanager
def _opened(content: bytes, *, data_only: bool) -> Generator[Workbook]:
    # openpyxl warns of what it leaves out, such as pictures, and prints what it cannot find in a
    # damaged workbook: of no matter here, and nothing that belongs on standard output.
    with warnings.catch_warnings(), redirect_stdout(io.StringIO()):
        warnings.simplefilter("ignore")
        workbook = load_workbook(
            io.BytesIO(content), read_only=True, data_only=data_only, keep_links=False
        )
        try:
            yield workbook
        finally:
            workbook.close()


def _sheet_index(workbook: Workbook) -> int:
    """Choose the sheet to read: the first visible one with a heading, else the first visible."""
    visible = [
        index for index, sheet in enumerate(workbook.worksheets) if sheet.sheet_state == "visible"
    ]
    for index in visible:
        rows = (cells for _, cells in _rows(workbook.worksheets[index], frozenset()))
        if has_heading(
            next((cells for cells in rows if any(cell is not None for cell in cells)), ())
        ):
            return index
    if not visible:
        message = "it has no visible sheet"
        raise ValueError(message)
    return visible[0]


def _remarks(workbook: Workbook, sheet: int) -> tuple[str, ...]:
    if len(workbook.worksheets) == 1:
        return ()
    title = workbook.worksheets[sheet].title
    return (f'Read from the sheet "{title}"; the other sheets are passed over.',)


def _formulas(sheet: Sheet) -> Iterator[tuple[int, int]]:
    """Find the cells that hold a formula, by row from 1 and column from 0."""
    for number, row in enumerate(_raw_rows(sheet), start=1):
        for column, cell in enumerate(row):
            if cell.data_type == "f":
                yield number, column


def _rows(
    sheet: Sheet, formulas: frozenset[tuple[int, int]]
) -> Iterator[tuple[int, Sequence[RawValue]]]:
    for number, row in enumerate(_raw_rows(sheet), start=1):
        yield (
            number,
            [
                _never_worked_out()
                if cell.value is None and (number, column) in formulas
                else _raw(cell.value, cell.data_type)
                for column, cell in enumerate(row)
            ],
        )


def _raw_rows(sheet: Sheet) -> Iterator[tuple[Cell | MergedCell, ...]]:
    """Walk the rows, all equally wide, and one more than a table may have."""
    return sheet.iter_rows(max_row=MOST_ROWS + 1, max_col=_MOST_COLUMNS)


def _raw(value: object, data_type: str) -> RawValue:
    """Take a cell's value as it stands; what can be no box's value says why."""
    if data_type == "e":
        return Unreadable(f"The cell holds the error {value}.", str(value))
    if isinstance(value, str):
        return value.replace(_ESCAPED_UNDERSCORE, "_")
    if isinstance(value, float):
        return _number(value)
    if isinstance(value, dt.datetime):
        midnight = value.time() == dt.time()
        return value.date() if midnight else Unreadable(f"{value} is a time of day, not a date.")
    if value is None or isinstance(value, (bool, int, dt.date)):
        return value
    return Unreadable(f"{value} is neither a number, a text nor a date.")


def _number(number: float) -> int | str | Unreadable:
    if not math.isfinite(number):
        return Unreadable(f"{number} is no figure.")
    if not number.is_integer():
        return decimal_text(repr(number))
    if abs(number) > _LARGEST_EXACT_FLOAT:
        return Unreadable(f"{number} has more digits than a spreadsheet keeps. Import it as CSV.")
    return int(number)


def _never_worked_out() -> Unreadable:
    return Unreadable(
        "The cell's formula has no saved result. "
        "Open the workbook in a spreadsheet program, save it and import it again."
    )
