"""A filing as a workbook: one sheet, one row for each box, numbers as numbers."""

import io

from openpyxl import Workbook
from openpyxl.styles import Alignment

from focusdesk.calc.worksheet import Worksheet
from focusdesk.exchange.workbook_cells import (
    cell_of,
    headings,
    heighten,
    sheet_of,
    write_text,
    write_value,
)
from focusdesk.filing.filing import Filing

_HEADINGS = ("schedule", "line", "label", "code", "value")
_WIDTHS = (18.0, 8.0, 64.0, 18.0, 20.0)


def filing_workbook(filing: Filing, worksheet: Worksheet) -> bytes:
    """Write a workbook whose code and value columns `focusdesk import` reads back."""
    workbook = Workbook()
    illustrative = " (illustrative)" if filing.illustrative else ""
    sheet = sheet_of(workbook, f"{filing.period}{illustrative}")
    headings(sheet, _HEADINGS, _WIDTHS)
    sheet.freeze_panes = "A2"
    row = 1
    for schedule in worksheet.edition.schedules:
        for line in schedule.line_items:
            for box in line.boxes:
                row += 1
                words = (schedule.tab, line.number, box.label or line.text, box.code)
                for column, text in enumerate(words, start=1):
                    write_text(cell_of(sheet, row, column), text)
                cell_of(sheet, row, 3).alignment = Alignment(wrap_text=True, vertical="top")
                write_value(cell_of(sheet, row, 5), box.kind, worksheet.value(box.code))
    heighten(sheet)
    content = io.BytesIO()
    workbook.save(content)
    return content.getvalue()
