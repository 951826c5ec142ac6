"""A filing's boxes as a file: JSON, CSV or XLSX, every box in the order of the form."""

import csv
import io
from collections.abc import Callable, Mapping

from focusdesk.calc.worksheet import Worksheet
from focusdesk.exchange.cells import csv_text
from focusdesk.filing import fingerprint
from focusdesk.filing.filing import Filing

WriteFiling = Callable[[Filing, Worksheet], bytes]


def filing_json(filing: Filing, worksheet: Worksheet) -> bytes:
    """Write period, edition, amendment and the value of every box, computed ones too."""
    return fingerprint.filing_json(filing, worksheet.values())


def filing_csv(filing: Filing, worksheet: Worksheet) -> bytes:
    """Write one line for each box under the heading ``code,value``; a blank has an empty value."""
    del filing
    lines = io.StringIO(newline="")
    writer = csv.writer(lines, lineterminator="\n")
    writer.writerow(("code", "value"))
    writer.writerows(
        (box.code, csv_text(box.kind, worksheet.value(box.code)))
        for box in worksheet.edition.boxes.values()
    )
    return lines.getvalue().encode()


def filing_xlsx(filing: Filing, worksheet: Worksheet) -> bytes:
    """Write a workbook with schedule, line, label, code and value of every box."""
    from focusdesk.exchange.filing_workbook import (  # noqa: PLC0415 -- openpyxl is 150 ms
        filing_workbook,
    )

    return filing_workbook(filing, worksheet)


WRITE_FILING: Mapping[str, WriteFiling] = {
    ".json": filing_json,
    ".csv": filing_csv,
    ".xlsx": filing_xlsx,
}
"""How a filing is written, by the suffix of the file."""
