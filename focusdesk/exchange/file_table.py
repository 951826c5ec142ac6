"""What an imported file says, line by line, before anyone has looked at the form.

CSV files and workbooks are tables. Their rule: the first row that is not empty is the heading if it
has a column ``code`` and a column ``value``, or instead of that one headed by a month, such as
``January 2014``, and other columns are passed over; without a heading the first two columns are
code and value, and no other column may hold anything.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias

from focusdesk.exchange.month_heading import month_of_heading

MOST_ROWS = 10_000
"""More rows than the largest form has boxes, by far: a table beyond it is no filing."""


_LIKE_THOUSANDS = 3


class ImportRefused(ValueError):
    """A file that cannot be imported as a whole; the message is a sentence that names the file."""


@dataclass(frozen=True, slots=True)
class Unreadable:
    """What stands where a value should, and cannot be one.

    Attributes:
        why: The sentence for the user.
        text: How it stands there, where that can be shown.
    """

    why: str
    text: str = ""


RawValue: TypeAlias = str | int | bool | dt.date | Unreadable | None
"""A value as the file has it: text is still to be read as the box's kind asks."""


@dataclass(frozen=True, slots=True)
class FileLine:
    """One code and its value.

    Attributes:
        where: The place in the file, such as ``row 3``; empty where the code alone tells.
        code: The code as written; empty when there is none.
        value: What stands beside it.
    """

    where: str
    code: str
    value: RawValue


@dataclass(frozen=True, slots=True)
class FileContent:
    """All that a file says.

    Attributes:
        name: The file's name, for sentences.
        lines: Its codes and values, in the file's order.
        period: The month that it says it is of, as ``2014-01``; empty when it does not say.
        edition: The edition that it says it is in; empty when it does not say.
        amendment: Which amendment it says it is, ``0`` for the original; empty when it does not.
        remarks: What the user should know about how it was read.
    """

    name: str
    lines: tuple[FileLine, ...]
    period: str = ""
    edition: str = ""
    amendment: str = ""
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where code and value stand, counted from 0, and how wide a row may be."""

    code: int
    value: int
    width: int
    headed: bool


def lines_of(rows: Iterable[tuple[int, Sequence[RawValue]]], file: str) -> Iterator[FileLine]:
    """Walk a table's rows, numbered as the user sees them, and give its codes and values.

    Raises:
        ImportRefused: the heading has one of the two columns but not the other, or one twice, or
            there are more than `MOST_ROWS` rows.
    """
    columns: _Columns | None = None
    for number, cells in rows:
        if number > MOST_ROWS:
            message = f"{file} has more than {MOST_ROWS:,} rows; no filing has that many boxes."
            raise ImportRefused(message)
        if all(_is_blank(cell) for cell in cells):
            continue
        if columns is None:
            columns = _columns(cells, file)
            if columns.headed:
                continue
        line = _line(f"row {number}", cells, columns)
        if line is not None:
            yield line


def content_of(
    rows: Iterable[tuple[int, Sequence[RawValue]]], file: str, remarks: tuple[str, ...] = ()
) -> FileContent:
    """Take a table apart, and the month that its heading names.

    Args:
        rows: Its rows, numbered as the user sees them.
        file: The file's name.
        remarks: What the user should know about how it was read.

    Raises:
        ImportRefused: as `lines_of` does.
    """
    table = list(_up_to_the_last(rows))
    heading = next((cells for _, cells in table if not all(map(_is_blank, cells))), ())
    names = _names(heading)
    month = None
    if "code" in names and "value" not in names:
        month = next(filter(None, map(month_of_heading, heading)), None)
    lines = tuple(lines_of(table, file))
    return FileContent(file, lines, str(month) if month else "", remarks=remarks)


def _up_to_the_last(
    rows: Iterable[tuple[int, Sequence[RawValue]]],
) -> Iterator[tuple[int, Sequence[RawValue]]]:
    """Walk the rows that a table may have, and the one that is too many."""
    for number, cells in rows:
        yield number, cells
        if number > MOST_ROWS:
            return


def decimal_text(number: str) -> str:
    """Write a number that is not whole as it would be typed, for its box to judge of its cents.

    Args:
        number: A number with a point or a power of ten, as programs write it.
    """
    written = f"{Decimal(number):f}"
    # Three decimals could be taken for thousands, which a number cannot mean.
    return f"{written}0" if len(written.partition(".")[2]) == _LIKE_THOUSANDS else written


def text_of(content: bytes, name: str) -> str:
    """Read a file as UTF-8 text.

    Raises:
        ImportRefused: it is none; the sentence says at which byte.
    """
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        message = (
            f"{name} is not UTF-8 text (byte {error.start + 1}). "
            f'Save it again as "CSV UTF-8" or JSON in UTF-8.'
        )
        raise ImportRefused(message) from error


def has_heading(cells: Sequence[RawValue]) -> bool:
    """Whether a row names both a code and a value column, the latter by a month perhaps."""
    names = _names(cells)
    return "code" in names and ("value" in names or bool(_months(cells)))


def _names(cells: Sequence[RawValue]) -> list[str]:
    return [cell.strip().casefold() if isinstance(cell, str) else "" for cell in cells]


def _months(cells: Sequence[RawValue]) -> list[int]:
    """Give which columns are headed by a month, counted from 0."""
    return [at for at, cell in enumerate(cells) if month_of_heading(cell)]


def _columns(cells: Sequence[RawValue], file: str) -> _Columns:
    names = _names(cells)
    months = _months(cells) if "code" in names and "value" not in names else []
    if len(months) > 1:
        message = (
            f"The heading of {file} names {len(months)} months. "
            f'Call the column whose figures are to be read "value".'
        )
        raise ImportRefused(message)
    for at in months:
        names[at] = "value"
    found = {name: names.count(name) for name in ("code", "value") if name in names}
    if not found:
        return _Columns(code=0, value=1, width=2, headed=False)
    for name in ("code", "value"):
        if found.get(name) != 1:
            many = "more than one" if name in found else "no"
            message = (
                f'The heading of {file} has {many} column "{name}". '
                f'It needs one column "code" and one column "value".'
            )
            raise ImportRefused(message)
    return _Columns(names.index("code"), names.index("value"), len(cells), headed=True)


def _line(where: str, cells: Sequence[RawValue], columns: _Columns) -> FileLine | None:
    code = _code(cells[columns.code]) if len(cells) > columns.code else ""
    value = cells[columns.value] if len(cells) > columns.value else _no_value()
    if any(not _is_blank(cell) for cell in cells[columns.width :]):
        return FileLine(where, code, _too_wide())
    if not code:
        return None if _is_blank(value) or isinstance(value, Unreadable) else _no_code(where)
    return FileLine(where, code, None if _is_blank(value) else value)


def _code(cell: RawValue) -> str:
    if isinstance(cell, str):
        return cell.strip()
    return str(cell) if isinstance(cell, int) and not isinstance(cell, bool) else ""


def _is_blank(cell: RawValue) -> bool:
    return cell is None or (isinstance(cell, str) and not cell.strip())


def _no_value() -> Unreadable:
    return Unreadable("The row has no value column. To blank the box, leave the value empty.")


def _too_wide() -> Unreadable:
    return Unreadable(
        "The row has more columns than it should. An amount with commas must stand in quotes, "
        'like "1,234".'
    )


def _no_code(where: str) -> FileLine:
    return FileLine(where, "", Unreadable("There is a value but no code."))
