"""Months side by side as a file: JSON, CSV or XLSX, every box in the order of the form."""

import csv
import io
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Protocol

from focusdesk.calc.decomposition import Decomposition
from focusdesk.exchange.cells import csv_text
from focusdesk.exchange.comparison_words import column_heading, said_words, statements
from focusdesk.filing.compare import (
    Absence,
    Compared,
    Comparison,
    ComparisonRow,
    Pair,
    show_compared,
)
from focusdesk.filing.comparison_annex import ComparisonAnnex, ExplainedLine
from focusdesk.filing.comparison_rows import differences_of, neighbours
from focusdesk.filing.difference import percent_with_one_decimal
from focusdesk.filing.fingerprint import json_value
from focusdesk.form.formula_guard import guarded


class WriteComparison(Protocol):
    """Writes a comparison as a file of one kind."""

    def __call__(self, comparison: Comparison, annex: ComparisonAnnex | None = None) -> bytes:
        """Write it, with what is said of its changes where that is wanted."""
        ...


def comparison_json(comparison: Comparison, annex: ComparisonAnnex | None = None) -> bytes:
    """Write the months and, for each box, what it held, the change in dollars and in percent.

    A blank is null, and a box that a month's edition lacks is "not in this edition". The percentage
    has four decimals; it is null where there is nothing to compare with. Where not every box is
    written, "shown" says which are.

    With an annex, "said" has what is said of the changes, "unexplained" the lines of which nobody
    has said why they moved, and "asked" the firm's rule.
    """
    return _json_bytes({**_content(comparison), **(annex_content(annex) if annex else {})})


def explained_json(
    comparison: Comparison,
    explanations: Sequence[tuple[Pair, Decomposition]] = (),
    annex: ComparisonAnnex | None = None,
) -> bytes:
    """Write what `comparison_json` writes, and what kind of difference each is.

    Args:
        comparison: The months.
        explanations: Who made lines move, and between which of the months; "explanations" has one
            for each, and its contributions sum exactly to its change.
        annex: What is said of the changes.
    """
    kinds = {
        row.code: [each.kind.value for each in differences_of(row, neighbours(comparison))]
        for row in comparison.rows
    }
    told = [
        {
            "from": comparison.months[pair[0]].stem,
            "to": comparison.months[pair[1]].stem,
            **_json_explanation(explanation),
        }
        for pair, explanation in explanations
    ]
    extra = {"explanations": told} if told else {}
    return _json_bytes(
        {**_content(comparison), "kinds": kinds, **extra, **(annex_content(annex) if annex else {})}
    )


def _json_bytes(content: Mapping[str, object]) -> bytes:
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()


def _content(comparison: Comparison) -> dict[str, object]:
    shown = {"shown": comparison.shown} if comparison.shown else {}
    return {
        "months": [month.stem for month in comparison.months],
        **shown,
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


def annex_content(annex: ComparisonAnnex) -> dict[str, object]:
    """Give what is said of the changes as it stands in JSON."""
    return {
        "said": [_json_said(each) for each in annex.said],
        "unexplained": [_json_said(each) for each in annex.lacking],
        "asked": annex.rule,
    }


def _json_said(each: ExplainedLine) -> dict[str, object]:
    said = each.explanation
    words = {
        "text": said.text, "author": said.author, "written": said.written.isoformat(),
    } if said else {}  # fmt: skip
    return {
        "month": each.later.stem,
        "against": str(each.against),
        "schedule": each.schedule,
        "code": each.code or None,
        "change": each.moved.change if each.moved else None,
        **words,
    }


def _json_explanation(explanation: Decomposition) -> dict[str, object]:
    return {
        "code": explanation.code,
        "change": explanation.change,
        "remark": explanation.remark,
        "turns": [asdict(turn) for turn in explanation.turns],
        "contributions": [
            {
                "code": each.code,
                "name": each.name,
                "before": json_value(each.before),
                "after": json_value(each.after),
                "dollars": each.dollars,
                "reason": each.reason.value,
            }
            for each in explanation.contributions
        ],
    }


def comparison_csv(comparison: Comparison, annex: ComparisonAnnex | None = None) -> bytes:
    """Write one line for each box; a blank is empty, and "n/a" is not in the month's edition.

    With an annex a column has what is said of each line's changes. Then, and where not every box is
    written, the heading of a last, empty column says what is shown: the file stays a table.
    """
    lines = io.StringIO(newline="")
    writer = csv.writer(lines, lineterminator="\n")
    headings = (column_heading(month) for month in comparison.months)
    said = [] if annex is None else ["explanation"]
    whole = annex is None and not comparison.shown
    shown = [] if whole else [f"shown: {'. '.join(statements(comparison, annex))}"]
    columns = ("schedule", "line", "label", "code", *headings, "change", "percent")
    writer.writerow((*columns, *said, *shown))
    empty = [""] * len(shown)
    for row in comparison.rows:
        words = [] if annex is None else [guarded(said_words(annex, row))]
        writer.writerow((*_csv_row(row), *words, *empty))
    return lines.getvalue().encode()


def comparison_xlsx(comparison: Comparison, annex: ComparisonAnnex | None = None) -> bytes:
    """Write a workbook whose change and percent columns are formulas."""
    from focusdesk.exchange.comparison_workbook import (  # noqa: PLC0415 -- openpyxl is 150 ms
        comparison_workbook,
    )

    return comparison_workbook(comparison, annex)


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
