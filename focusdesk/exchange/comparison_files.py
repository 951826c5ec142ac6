"""Months side by side as a file: JSON, CSV or XLSX, every box in the order of the form."""

import csv
import io
import json
from collections.abc import Callable, Mapping

from focusdesk.exchange.cells import csv_text, guarded
from focusdesk.exchange.comparison_words import column_heading
from focusdesk.filing.compare import (
    Absence,
    Compared,
    Comparison,
    ComparisonRow,
    percent_with_one_decimal,
    show_compared,
)
from focusdesk.filing.fingerprint import json_value

WriteComparison = Callable[[Comparison], bytes]


def comparison_json(comparison: Comparison) -> bytes:
    """Write the months and, for each box, what it held, the change in dollars and in percent.

    A blank is null, and a box that a month's edition lacks is "not in this edition". The percentage
    has four decimals; it is null where there is nothing to compare with.
    """
    content = {
        "months": [str(month.filing.period) for month in comparison.months],
        "rows": [
            {
                "schedule": row.schedule,
                "code": row.code,
                "values": [_json_compared(value) for value in row.values],
                "change": row.change,
                # A percentage is no amount: it may be a float here, and nothing is added to it.
                "percent": None if row.percent is None else float(round(row.percent, 4)),
            }
            for row in comparison.rows
        ],
    }
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()


def comparison_csv(comparison: Comparison) -> bytes:
    """Write one line for each box; a blank is empty, and "n/a" is not in the month's edition."""
    lines = io.StringIO(newline="")
    writer = csv.writer(lines, lineterminator="\n")
    headings = (column_heading(month) for month in comparison.months)
    writer.writerow(("schedule", "line", "label", "code", *headings, "change", "percent"))
    writer.writerows(_csv_row(row) for row in comparison.rows)
    return lines.getvalue().encode()


def comparison_xlsx(comparison: Comparison) -> bytes:
    """Write a workbook whose change and percent columns are formulas."""
    from focusdesk.exchange.comparison_workbook import (  # noqa: PLC0415 -- openpyxl is 150 ms
        comparison_workbook,
    )

    return comparison_workbook(comparison)


def _json_compared(value: Compared) -> int | str | bool | None:
    return value.value if isinstance(value, Absence) else json_value(value)


def _csv_row(row: ComparisonRow) -> list[str]:
    percent = "" if row.percent is None else str(percent_with_one_decimal(row.percent))
    return [
        guarded(row.schedule_title),
        guarded(row.number),
        guarded(row.label),
        row.code,
        *(
            show_compared(value) if isinstance(value, Absence) else csv_text(row.kind, value)
            for value in row.values
        ),
        "" if row.change is None else str(row.change),
        percent,
    ]


WRITE_COMPARISON: Mapping[str, WriteComparison] = {
    ".json": comparison_json,
    ".csv": comparison_csv,
    ".xlsx": comparison_xlsx,
}
"""How a comparison is written, by the suffix of the file."""
