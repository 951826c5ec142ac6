"""Copied text as rows of cells: what spreadsheets put between tabs, and CSV.

Spreadsheets put a cell in quotes only where it holds a tab, a line break or, some of them, a quote;
any other cell stands as it is, quotes and all.
"""

import csv
import io
import re
from collections.abc import Iterator, Sequence

# A quote that is never closed, or not at the end of its cell, is a quote and nothing more.
_CELL = re.compile(r'"((?:[^"]|"")*)"(?=[\t\n]|\Z)|([^\t\n]*)')
_BREAK = re.compile(r"[\t\n][ \t\n]*")
_QUOTED = re.compile(r'"[^"\n]*"')
_IN_THREES = re.compile(r"(?<![0-9,.])[0-9]{1,3}(?:,[0-9]{3})+(?![0-9,])")


def has_tabs(text: str) -> bool:
    """Whether cells stand between tabs."""
    return "\t" in text


def rows_between_tabs(text: str) -> Iterator[list[str]]:
    """Give the rows of text whose lines end in a line feed and whose cells are parted by tabs.

    A break within a cell is a space: no box holds one.
    """
    row: list[str] = []
    at = 0
    while at <= len(text):
        match = _CELL.match(text, at)
        if match is None:
            return
        quoted, plain = match.groups()
        row.append(plain if quoted is None else _BREAK.sub(" ", quoted.replace('""', '"')))
        if text[match.end() : match.end() + 1] != "\t":
            yield row
            row = []
        at = match.end() + 1


def rows_of_csv(text: str) -> list[list[str]] | None:
    """Give the rows of text that is CSV with commas or semicolons; `None` where it is not.

    Commas part thousands as well: where most lines have figures with such commas and no quotes
    around them, it is no CSV. Every line must have the same number of cells, two or more.
    """
    lines = [line for line in text.split("\n") if line.strip()]
    for delimiter in ";,":
        if delimiter == "," and _parts_thousands(lines):
            continue
        rows = _parted(text, delimiter)
        if rows is not None:
            return rows
    return None


def _parts_thousands(lines: Sequence[str]) -> bool:
    figures = sum(bool(_IN_THREES.search(_QUOTED.sub("", line))) for line in lines)
    return figures * 2 >= len(lines)


def _parted(text: str, delimiter: str) -> list[list[str]] | None:
    reader = csv.reader(
        io.StringIO(text, newline=""), delimiter=delimiter, skipinitialspace=True, strict=True
    )
    try:
        rows = list(reader)
    except csv.Error:
        return None
    widths = {len(row) for row in rows if any(cell.strip() for cell in row)}
    return rows if len(widths) == 1 and widths.pop() > 1 else None
