"""The page is data, and this is its reading: a schedule and its figures become placed things.

`place` computes and draws nothing, so the same page can be printed, previewed and tested. A blank
prints nothing by rule; whatever else is missing or unexpected stops with the code's name.
"""

from dataclasses import replace

from focusdesk.form.boxes import BoxPlacer
from focusdesk.form.edition import Edition
from focusdesk.form.ornaments import OrnamentPlacer, furniture_of
from focusdesk.form.page import PageLayout
from focusdesk.form.placed import Face, Lettering, Measure, PlacedPage, Role, UnprintableText
from focusdesk.form.rows import RowPlacer
from focusdesk.form.schedule import Schedule
from focusdesk.form.sheet import Sheet
from focusdesk.form.written import PlacingError, Values, Written


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
    ornaments = OrnamentPlacer(sheet, schedule, written)
    furniture = furniture_of(page, edition.furniture)
    own = tuple(ornament for ornament in page.ornaments if not ornament.block)
    ornaments.place(item for item in furniture if not item.from_foot)
    if page.furniture:
        _place_title(schedule, sheet)
    _place_column_titles(page, sheet)
    ornaments.place(item for item in own if not item.from_foot)
    if page.rows:
        RowPlacer(sheet, schedule, boxes).place()
    for cell in page.cells:
        boxes.in_cell(cell)
    ornaments.place(item for item in (*own, *furniture) if item.from_foot)
    if not page.rows:
        sheet.put_in_reading_order()
    _demand_all_placed(schedule, boxes.placed)
    apart = [box.code for box in schedule.boxes if not box.column]
    names = {code: edition.name_of(code) for code in (*apart, *(cell.code for cell in page.cells))}
    return replace(sheet.page(page.width, page.height, schedule.tab), names=names)


def _place_title(schedule: Schedule, sheet: Sheet) -> None:
    page = schedule.page
    face = Face.BOLD if page.title_bold else Face.REGULAR
    lettering = Lettering(page.title_size, face, page.title_scale or page.text_scale)
    middle = page.title_x or page.width / 2
    sheet.row += 1
    for position, words in enumerate(schedule.title):
        y = page.title_y + position * page.title_pitch
        sheet.write(words, (middle, y), lettering, Role.TITLE, align="center")


def _place_column_titles(page: PageLayout, sheet: Sheet) -> None:
    lettering = Lettering(page.text_size, Face.BOLD, page.text_scale)
    sheet.row += 1
    for sheet.column, column in enumerate(page.columns, start=1):
        if column.title:
            at = ((column.rule[0] + column.frame[1]) / 2, page.top - page.row_pitch)
            sheet.write(column.title, at, lettering, Role.HEADING, align="center")
    sheet.column = 0


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
