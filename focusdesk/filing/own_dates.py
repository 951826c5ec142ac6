"""The dates that a month keeps when figures of another month come into it, by file or clipboard.

The period's own dates and the date of signing say of which month a filing is and when it was
signed: last month's figures may be a beginning for this month's, its dates never are.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace

from focusdesk.filing.placed_block import BlockReading, PlacedBlock, PlacedCell
from focusdesk.form.box import Box, BoxKind, EntryError, Value
from focusdesk.form.edition import Edition
from focusdesk.form.period import Period, PeriodError


def own_dates(edition: Edition) -> tuple[str, ...]:
    """Name the boxes whose dates are a month's own: where it begins and ends, when it is signed."""
    return tuple(box.code for box in edition.boxes.values() if box.kind is BoxKind.DATE)


def other_month(named: str, dates: Mapping[str, Value], edition: Edition, period: Period) -> str:
    """Say of which other month figures are: ``December 2013``; empty where they are of the period.

    Args:
        named: The month that they say they are of, as ``2014-01``; empty when they do not say.
        dates: The dates among them by their boxes. They are asked only where no month is named,
            and where the period begins only where none says when it ends.
        edition: The form.
        period: The month into which they go.
    """
    if named:
        return "" if named == str(period) else _label(named)
    told = [dates.get(code) for code in (edition.as_of_code, edition.begins_code)]
    day = next((day for day in told if isinstance(day, dt.date)), None)
    if day is None or (day.year, day.month) == (period.year, period.month):
        return ""
    # A quarter begins before its last month does.
    return "" if told[0] is None and day < period.first_day else Period(day.year, day.month).label


def other_month_words(source: str, month: str, edition: Edition, period: Period) -> str:
    """Say first of figures of another month what becomes of their dates.

    Args:
        source: What holds them: ``file``, ``block``.
        month: The month that they are of.
        edition: The form.
        period: The month into which they go.
    """
    return (
        f"The {source} is of {month} and goes into {period.label}, which keeps its own dates "
        f"({', '.join(own_dates(edition))})."
    )


def keep_own_dates(
    placed: PlacedBlock, edition: Edition, period: Period, named: str = ""
) -> PlacedBlock:
    """Let a month keep its dates where a block is of another one, in each of its readings."""
    kept = [_keeping(reading, edition, period, named) for reading in placed.readings]
    month = next((month for _, month in kept if month), "")
    source = "file" if placed.readings[0].is_file else "block"
    first = (other_month_words(source, month, edition, period),) if month else ()
    return PlacedBlock(tuple(reading for reading, _ in kept), (*first, *placed.remarks))


def _keeping(
    reading: BlockReading, edition: Edition, period: Period, named: str
) -> tuple[BlockReading, str]:
    boxes = {code: edition.boxes[code] for code in own_dates(edition)}
    cells = [cell for cell in reading.cells if cell.code in boxes]
    dates = {cell.code: _day(cell, boxes[cell.code]) for cell in cells}
    month = other_month(named, dates, edition, period)
    if not month:
        return reading, ""
    why = f"The month keeps its own dates, and this one is of {month}."
    return (
        replace(
            reading,
            cells=tuple(
                replace(cell, unwanted=why, remark="") if cell.code in boxes else cell
                for cell in reading.cells
            ),
        ),
        month,
    )


def _day(cell: PlacedCell, box: Box) -> Value:
    try:
        return None if cell.refusal else box.parse(cell.text)
    except EntryError:
        return None


def _label(named: str) -> str:
    try:
        return Period.parse(named).label
    except PeriodError:
        return f'"{named}"'
