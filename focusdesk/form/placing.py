"""The page is data, and this is its reading: a schedule and its figures become placed things.

`place` computes and draws nothing, so the same page can be printed, previewed and tested. A blank
prints nothing by rule; whatever else is missing or unexpected stops with the code's name.
"""

import re
from dataclasses import replace

from focusdesk.form.boxes import BoxPlacer
from focusdesk.form.edition import Edition
from focusdesk.form.page import Ornament, PageLayout
from focusdesk.form.placed import (
    Face,
    Lettering,
    Measure,
    PlacedFrame,
    PlacedPage,
    PlacedRule,
    Role,
    UnprintableText,
)
from focusdesk.form.rows import RowPlacer
from focusdesk.form.schedule import Schedule
from focusdesk.form.sheet import Sheet
from focusdesk.form.written import PlacingError, Values, Written

_SHOWN = re.compile(r"\{([^{}]*)\}")


def place(
    edition: Edition, schedule: Schedule, values: Values | None, measure: Measure
) -> PlacedPage:
    """Place one schedule's page.

    Args:
        edition: The form, with the furniture that its pages share.
        schedule: The schedule of that form.
        values: What the boxes hold; `None` for the blank form.
        measure: How wide words are in the typeface that will be drawn.

    Raises:
        PlacingError: a box or a value has no place on the page; the message names it.
    """
    try:
        return _placed(edition, schedule, values, measure)
    except UnprintableText as error:
        message = f"{schedule.tab} cannot be printed: {error}"
        raise PlacingError(message) from error


def _placed(
    edition: Edition, schedule: Schedule, values: Values | None, measure: Measure
) -> PlacedPage:
    page = schedule.page
    sheet = Sheet(measure)
    written = Written(edition, values)
    boxes = BoxPlacer(sheet, page, written)
    if page.furniture:
        _place_ornaments(edition.furniture, sheet, page, written)
        _place_title(schedule, sheet)
    _place_column_titles(page, sheet)
    _place_ornaments(page.ornaments, sheet, page, written)
    if page.rows:
        RowPlacer(sheet, schedule, boxes).place()
    for cell in page.cells:
        boxes.in_cell(cell)
    if not page.rows:
        sheet.put_in_reading_order()
    _demand_all_placed(schedule, boxes.placed)
    return sheet.page(page.width, page.height, schedule.tab)


def _place_title(schedule: Schedule, sheet: Sheet) -> None:
    page = schedule.page
    lettering = Lettering(page.title_size, Face.BOLD, page.text_scale)
    for position, words in enumerate(schedule.title):
        y = page.title_y + position * page.title_pitch
        sheet.write(words, (page.width / 2, y), lettering, Role.TITLE, align="center")


def _place_column_titles(page: PageLayout, sheet: Sheet) -> None:
    lettering = Lettering(page.text_size, Face.BOLD, page.text_scale)
    for column in page.columns:
        if column.title:
            at = ((column.rule[0] + column.frame[1]) / 2, page.top - page.row_pitch)
            sheet.write(column.title, at, lettering, Role.HEADING, align="center")


def _place_ornaments(
    ornaments: tuple[Ornament, ...], sheet: Sheet, page: PageLayout, written: Written
) -> None:
    for ornament in ornaments:
        if ornament.kind == "rule":
            sheet.rules.append(PlacedRule(*_edges(ornament), ornament.weight))
        elif ornament.kind == "frame":
            sheet.frames.append(PlacedFrame(*_edges(ornament), ornament.weight))
        else:
            _place_ornament_text(ornament, sheet, page, written)


def _edges(ornament: Ornament) -> tuple[float, float, float, float]:
    return ornament.x, ornament.y, ornament.to_x, ornament.to_y


def _place_ornament_text(
    ornament: Ornament, sheet: Sheet, page: PageLayout, written: Written
) -> None:
    lettering = _lettering(ornament, page)
    at = (ornament.x, ornament.y)
    text = _SHOWN.sub(lambda match: written.text(match[1]), ornament.text)
    if ornament.to_x and text != ornament.text:
        span = (ornament.x, ornament.to_x)
        sheet.write_within(text, span, ornament.y, lettering, Role.FURNITURE, align=ornament.align)
    elif ornament.to_x:
        _place_paragraph(ornament, sheet, lettering)
    elif text:
        sheet.write(text, at, lettering, Role.FURNITURE, align=ornament.align)


def _place_paragraph(ornament: Ornament, sheet: Sheet, lettering: Lettering) -> None:
    """Place wrapped words, with their lead before the first."""
    x, y = ornament.x, ornament.y
    room = ornament.to_x - ornament.x
    lead = f"{ornament.lead} " if ornament.lead else ""
    bold = replace(lettering, face=Face.BOLD)
    begin = x + sheet.width_of(lead, bold)
    if lead:
        sheet.write(ornament.lead, (x, y), bold, Role.FURNITURE)
    lines = sheet.wrapped(ornament.text, room, lettering, ornament.to_x - begin)
    for position, words in enumerate(lines):
        at = (x if position else begin, y + position * ornament.leading)
        sheet.write(words, at, lettering, Role.FURNITURE, align=ornament.align)


def _lettering(ornament: Ornament, page: PageLayout) -> Lettering:
    face = Face.BOLD if ornament.bold else Face.ITALIC if ornament.italic else Face.REGULAR
    return Lettering(ornament.size, face, ornament.scale or page.text_scale)


def _demand_all_placed(schedule: Schedule, placed: set[str]) -> None:
    for line in schedule.line_items:
        for box in line.boxes:
            if line.printed and box.printed and box.code not in placed:
                message = f"{box.code} of {schedule.id} has no place on the page."
                raise PlacingError(message)
    for code in schedule.page.double_ruled:
        if code not in placed:
            message = f"{schedule.id} rules {code} double, but prints no such box."
            raise PlacingError(message)
