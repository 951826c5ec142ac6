"""Months side by side as a file: JSON, CSV or XLSX, every box in the order of the form."""

import csv
import io
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from itertools import chain
from typing import Protocol

from focusdesk.calc.decomposition import Decomposition
from focusdesk.exchange.cells import csv_text
from focusdesk.exchange.comparison_words import (
    change_heading,
    column_heading,
    said_words,
    statements,
)
from focusdesk.filing.compare import (
    Absence,
    Compared,
    Comparison,
    ComparisonRow,
    Pair,
    show_compared,
)
from focusdesk.filing.comparison_annex import ComparisonAnnex, ExplainedLine
from focusdesk.filing.difference import Difference, percent_with_one_decimal
from focusdesk.filing.fingerprint import json_value
from focusdesk.form.formula_guard import guarded


class WriteComparison(Protocol):
    """Writes a comparison as a file of one kind."""

    def __call__(self, comparison: Comparison, annex: ComparisonAnnex | None = None) -> bytes:
        """Write it, with what is said of its changes where that is wanted."""
        ...


def comparison_json(
    comparison: Comparison,
    annex: ComparisonAnnex | None = None,
    explanations: Sequence[tuple[Pair, Decomposition]] = (),
) -> bytes:
    """Write the months and, for each box, what it held and what changed.

    "pairs" says between which months changes are told; "changes" of a row has one for each of
    them, in that order: in dollars, in percent with four decimals, and of which kind. A blank is
    null, and a box that a month's edition lacks is "not in this edition". Where a box had other
    codes in other months, "codes" has them all; where not every box is written, "shown" says which
    are.

    Args:
        comparison: The months, with the lines that are shown.
        annex: What is said of the changes: "said" has it, "unexplained" the lines of which nobody
            has said why they moved, and "asked" the firm's rule; `None` for none.
        explanations: Who made lines move, and between which of the months; "explanations" has one
            for each, and its contributions sum exactly to its change.
    """
    told = [_json_explanation(comparison, *each) for each in explanations]
    content = {
        **_content(comparison),
        **({"explanations": told} if told else {}),
        **(annex_content(annex) if annex else {}),
    }
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()


def _content(comparison: Comparison) -> dict[str, object]:
    months = comparison.months
    shown = {"shown": comparison.shown} if comparison.shown else {}
    return {
        "months": [month.stem for month in months],
        "illustrative": [month.stem for month in months if month.filing.illustrative],
        "pairs": [_json_pair(comparison, pair) for pair in comparison.pairs],
        **shown,
        "rows": [_json_row(row, comparison.pairs) for row in comparison.rows],
    }


def _json_pair(comparison: Comparison, pair: Pair) -> dict[str, str]:
    earlier, later = (comparison.months[place].stem for place in pair)
    return {"from": earlier, "to": later}


def _json_row(row: ComparisonRow, pairs: Sequence[Pair]) -> dict[str, object]:
    renamed = len({*row.codes} - {""}) > 1
    return {
        "schedule": row.schedule,
        "code": row.code,
        **({"codes": [code or None for code in row.codes]} if renamed else {}),
        "values": [_json_compared(value) for value in row.values],
        "changes": [_json_change(row.difference(*pair)) for pair in pairs],
    }


def _json_change(change: Difference) -> dict[str, object]:
    percent = change.percent
    return {
        "change": change.change,
        # A percentage is no amount: it may be a float here, and nothing is added to it.
        "percent": None if percent is None else float(round(percent, 4)),
        "kind": change.kind.value,
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


def _json_explanation(
    comparison: Comparison, pair: Pair, explanation: Decomposition
) -> dict[str, object]:
    return {
        **_json_pair(comparison, pair),
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
    said = [] if annex is None else ["explanation"]
    whole = annex is None and not comparison.shown
    shown = [] if whole else [f"shown: {'. '.join(statements(comparison, annex))}"]
    columns = ("schedule", "line", "label", "code", *_csv_headings(comparison))
    writer.writerow((*columns, *said, *shown))
    empty = [""] * len(shown)
    for row in comparison.rows:
        words = [] if annex is None else [guarded(said_words(annex, row))]
        writer.writerow((*_csv_row(row, comparison.columns), *words, *empty))
    return lines.getvalue().encode()


def _csv_headings(comparison: Comparison) -> Iterator[str]:
    for column in comparison.columns:
        if isinstance(column, int):
            yield column_heading(comparison.months[column])
        else:
            between = change_heading(comparison, column)
            yield from (f"change {between}", f"percent {between}")


def comparison_xlsx(comparison: Comparison, annex: ComparisonAnnex | None = None) -> bytes:
    """Write a workbook whose change and percent columns are formulas."""
    from focusdesk.exchange.comparison_workbook import (  # noqa: PLC0415 -- openpyxl is 150 ms
        comparison_workbook,
    )

    return comparison_workbook(comparison, annex)


def _json_compared(value: Compared) -> int | str | bool | None:
    return value.value if isinstance(value, Absence) else json_value(value)


def _csv_row(row: ComparisonRow, columns: Sequence[int | Pair]) -> list[str]:
    figures = (
        [_csv_value(row, column)]
        if isinstance(column, int)
        else _csv_change(row.difference(*column))
        for column in columns
    )
    named = (guarded(words) for words in (row.schedule_title, row.number, row.described))
    return [*named, row.code, *chain.from_iterable(figures)]


def _csv_value(row: ComparisonRow, place: int) -> str:
    value = row.values[place]
    return show_compared(value) if isinstance(value, Absence) else csv_text(row.kind, value)


def _csv_change(change: Difference) -> list[str]:
    percent = "" if change.percent is None else str(percent_with_one_decimal(change.percent))
    return ["" if change.change is None else str(change.change), percent]


WRITE_COMPARISON: Mapping[str, WriteComparison] = {
    ".json": comparison_json,
    ".csv": comparison_csv,
    ".xlsx": comparison_xlsx,
}
"""How a comparison is written, by the suffix of the file."""
