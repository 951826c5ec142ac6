"""What a page says to a reader that cannot see it: headings, tables, paragraphs, in reading order.

A row of the form is a table's row: its number and words head it, its amounts with their codes are
its cells, the blank ones too. A box that stands in no column, as on the cover, is a field that says
what it is called. The words in our margins are no part of this.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby, pairwise
from typing import TypeAlias

from focusdesk.form.placed import PlacedPage, PlacedText, Role


class Tag(StrEnum):
    """The parts of a document, by their names in PDF (ISO 32000-1, 14.8.4)."""

    SECTION = "Sect"
    TITLE = "H1"
    CAPTION = "H2"
    PARAGRAPH = "P"
    TABLE = "Table"
    ROW = "TR"
    HEAD = "TH"
    CELL = "TD"
    FIELD = "Form"


class Scope(StrEnum):
    """What a head of a table heads."""

    ROW = "Row"
    COLUMN = "Column"


Run: TypeAlias = tuple[PlacedText, ...]
"""Texts that are read in one go."""


@dataclass(frozen=True, slots=True)
class Element:
    """A part of a page.

    Attributes:
        tag: What it is.
        kids: What it consists of, in reading order.
        scope: What a head heads.
        span: How many columns a head is wide.
        name: What a section or a field is called.
    """

    tag: Tag
    kids: "tuple[Element | Run, ...]" = ()
    scope: Scope | None = None
    span: int = 1
    name: str = ""


_BLANK = Element(Tag.CELL)
_IN_ROWS = frozenset({Role.NUMBER, Role.LABEL, Role.HEADING})
_ABOVE_ROWS = frozenset({Role.TITLE, Role.CAPTION})
_PARTS = {Role.TITLE: Tag.TITLE, Role.CAPTION: Tag.CAPTION}


def section_of(page: PlacedPage) -> Element:
    """Give the structure of a page: every text of it, but for those in the margin."""
    return Element(Tag.SECTION, tuple(_Reading(page).parts()), name=page.name)


def runs_of(element: Element) -> Iterator[tuple[Tag, Run]]:
    """Give the runs of an element in their order, each with what it directly belongs to."""
    for kid in element.kids:
        if isinstance(kid, Element):
            yield from runs_of(kid)
        else:
            yield element.tag, kid


def spoken(run: Run) -> Iterator[tuple[PlacedText, str]]:
    """Give the texts of a run, each with its words and the space that parts it from the next."""
    for text, after in pairwise(run):
        sticks = _opens(text, after) or _closes(after) or text.text.endswith(" ")
        yield text, text.text if sticks else f"{text.text} "
    yield run[-1], run[-1].text


class _Reading:
    """Reads a page row by row."""

    def __init__(self, page: PlacedPage) -> None:
        texts = [text for text in page.texts if text.role is not Role.MARGIN]
        self._names = page.names
        self._rows = _rows_of(texts)
        self._columns = max((text.column for text in texts), default=0) + 1
        # Where columns have headings, the table goes on through titles and captions.
        heads = [place for place, row in enumerate(self._rows) if row[0].role is Role.HEADING]
        self._headed_from = heads[0] if heads else len(self._rows)
        self._heading = _heading_of(texts)

    def parts(self) -> Iterator[Element]:
        """Give the page's parts; rows that follow each other are one table."""
        waiting: list[Element] = []  # the heads of columns, until a row comes
        for is_table, rows in groupby(enumerate(self._rows), key=self._is_in_table):
            if not is_table:
                yield from (self._part(row) for _, row in rows)
                continue
            places, in_table = zip(*rows, strict=True)
            waiting += map(self._table_row, in_table)
            if places[-1] != self._headed_from:
                yield Element(Tag.TABLE, tuple(waiting))
                waiting = []
        if waiting:
            yield Element(Tag.TABLE, tuple(waiting))

    def _is_in_table(self, numbered: tuple[int, Run]) -> bool:
        place, row = numbered
        if place > self._headed_from and row[0].role in _ABOVE_ROWS:
            return True
        return any(text.column or text.role in _IN_ROWS for text in row)

    def _table_row(self, row: Run) -> Element:
        role = row[0].role
        if role in _ABOVE_ROWS and not any(text.column for text in row):
            whole = Element(Tag.HEAD, self._kids(row), Scope.COLUMN, self._columns)
            return Element(Tag.ROW, (whole,))
        cells: list[list[PlacedText]] = [[] for _ in range(self._columns)]
        for text in row:
            cells[text.column].append(text)
        if role is Role.HEADING:
            return Element(Tag.ROW, tuple(_head(cell, Scope.COLUMN) for cell in cells))
        named, *others = cells
        head = Element(Tag.HEAD, self._kids(named), Scope.ROW) if named else _BLANK
        blank_or_not = (
            Element(Tag.CELL, (_in_order(cell),)) if cell else _BLANK for cell in others
        )
        return Element(Tag.ROW, (head, *blank_or_not))

    def _part(self, row: Run) -> Element:
        if row[0] is self._heading:
            return Element(Tag.TITLE, self._kids(row))
        kids = self._kids(row)
        if len(kids) == 1 and isinstance(kids[0], Element):
            return kids[0]
        return Element(_PARTS.get(row[0].role, Tag.PARAGRAPH), kids)

    def _kids(self, texts: Iterable[PlacedText]) -> tuple[Element | Run, ...]:
        """Part words from the boxes that stand among them."""
        kids: list[Element | Run] = []
        for code, same in groupby(texts, key=_code_of):
            run = _in_order(same)
            name = self._names.get(code, code)
            kids.append(Element(Tag.FIELD, (run,), name=name) if code else run)
        return tuple(kids)


def _rows_of(texts: Iterable[PlacedText]) -> list[Run]:
    """Put texts of the same row together, where the first of them stands; 0 is no row."""
    rows: dict[int, list[PlacedText]] = {}
    for place, text in enumerate(texts, start=1):
        rows.setdefault(text.row or -place, []).append(text)
    return [tuple(row) for row in rows.values()]


def _heading_of(texts: Iterable[PlacedText]) -> PlacedText | None:
    """Give the words that head a page without a title, the cover: the largest."""
    largest = None
    for text in texts:
        if text.role is Role.TITLE:
            return None
        if text.role is Role.FURNITURE and (
            largest is None or text.lettering.size > largest.lettering.size
        ):
            largest = text
    return largest


def _head(cell: list[PlacedText], scope: Scope) -> Element:
    return Element(Tag.HEAD, (tuple(cell),), scope) if cell else _BLANK


def _in_order(texts: Iterable[PlacedText]) -> Run:
    """Put what stands within parentheses between them; both may have been placed before it."""
    run = tuple(texts)
    if any(text.role is Role.PARENTHESIS for text in run):
        return tuple(sorted(run, key=_left_edge))
    return run


def _opens(text: PlacedText, after: PlacedText) -> bool:
    stands_before = text.role is Role.DOLLAR or (text.role, text.text) == (Role.PARENTHESIS, "(")
    return stands_before and after.role is not Role.CODE


def _closes(text: PlacedText) -> bool:
    return (text.role, text.text) == (Role.PARENTHESIS, ")")


def _code_of(text: PlacedText) -> str:
    return text.code


def _left_edge(text: PlacedText) -> float:
    return text.x
