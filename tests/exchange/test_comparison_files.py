import csv
import io
import json
from dataclasses import replace
from typing import Any

import pytest

from focusdesk.exchange.comparison_files import (
    WRITE_COMPARISON,
    annex_content,
    comparison_csv,
    comparison_json,
)
from focusdesk.filing.compare import ComparedMonth, Comparison, compare
from focusdesk.filing.comparison_rows import RowFilter, filtered
from focusdesk.filing.explained_change import explained_change
from focusdesk.filing.filing import Filing
from focusdesk.form.box import Value
from focusdesk.form.period import Period
from tests.exchange.annexed import ANNEX, COMPARISON
from tests.exchange.filled_form import FORM, JANUARY, with_values

DECEMBER = Filing(2, Period(2013, 12), FORM.id, illustrative=True)


def _comparison(december: dict[str, Value], january: dict[str, Value]) -> Comparison:
    return compare(
        [
            ComparedMonth(DECEMBER, FORM, with_values(december).values()),
            ComparedMonth(JANUARY, FORM, with_values(january).values()),
        ]
    )


def _without(comparison: Comparison, code: str) -> Comparison:
    """Make December's edition one that lacks a box."""
    december, january = comparison.months
    values = {key: value for key, value in december.values.items() if key != code}
    return compare([ComparedMonth(december.filing, december.edition, values), january])


def _json_row(comparison: Comparison, code: str) -> dict[str, Any]:
    rows = json.loads(comparison_json(comparison))["rows"]
    return next(row for row in rows if row["code"] == code)


def _csv_row(comparison: Comparison, code: str) -> list[str]:
    rows = csv.reader(io.StringIO(comparison_csv(comparison).decode()))
    return next(row for row in rows if row[3] == code)


def test_json_names_the_months_and_has_a_row_for_each_box() -> None:
    content = json.loads(comparison_json(_comparison({}, {})))
    assert list(content) == ["months", "illustrative", "pairs", "rows"]
    assert content["months"] == ["2013-12", "2014-01"]
    assert content["illustrative"] == ["2013-12"]
    assert content["pairs"] == [{"from": "2013-12", "to": "2014-01"}]
    assert [row["code"] for row in content["rows"]] == list(FORM.boxes)
    assert list(content["rows"][0]) == ["schedule", "code", "values", "changes"]


def test_json_says_which_rows_are_written_where_not_all_are() -> None:
    shown = filtered(_comparison({}, {"7070": 5}), RowFilter(changed=True, totals=True))
    content = json.loads(comparison_json(shown))
    assert content["shown"] == "changed lines only, totals only"
    assert [row["code"] for row in content["rows"]] == ["7180", "7190", "7198"]


def test_json_names_the_version_of_a_month() -> None:
    december, january = _comparison({}, {}).months
    printed = replace(january, version="as printed")
    assert json.loads(comparison_json(compare([printed, january])))["months"] == [
        *("2014-01 as printed", "2014-01"),
    ]
    assert december.stem == "2013-12"


def test_json_tells_kinds_and_who_made_a_line_move() -> None:
    comparison = _comparison({"7070": 5, "7080": 0}, {"7070": 8, "7080": None, "7010": 1})
    row = next(row for row in comparison.rows if row.code == "7190")
    explanations = [((0, 1), explained_change(comparison, row))]
    content = json.loads(comparison_json(comparison, explanations=explanations))
    kinds = {row["code"]: [each["kind"] for each in row["changes"]] for row in content["rows"]}
    assert [kinds[code] for code in ("7070", "7080", "7010", "7090")] == [
        *(["changed"], ["to blank"], ["from blank"], ["blank in both"]),
    ]
    assert content["explanations"] == [
        {
            "from": "2013-12",
            "to": "2014-01",
            "code": "7190",
            "change": 2,
            "remark": "",
            "turns": [],
            "contributions": [
                {
                    "code": code,
                    "name": FORM.name_of(code),
                    "before": before,
                    "after": after,
                    "dollars": dollars,
                    "reason": "entered",
                }
                for code, before, after, dollars in (("7070", 5, 8, 3), ("7010", None, 1, -1))
            ],
        }
    ]


def test_change_is_that_of_the_stored_value_though_the_form_prints_parentheses() -> None:
    row = _json_row(_comparison({"7033": 27880015}, {"7033": 29234336}), "7033")
    assert row == {
        "schedule": "segregation",
        "code": "7033",
        "values": [27880015, 29234336],
        "changes": [{"change": 1354321, "percent": 4.8577, "kind": "changed"}],
    }


@pytest.mark.parametrize(
    ("earlier", "later", "change", "percent"),
    [
        (None, None, None, None),
        (None, 0, 0, None),
        (0, None, 0, None),
        (None, 5, 5, None),
        (0, 5, 5, None),
        (8, None, -8, -100.0),
        (-8, -6, 2, 25.0),
        (3, 4, 1, 33.3),
    ],
)
def test_blank_and_zero_are_told_apart(
    earlier: Value, later: Value, change: int | None, percent: float | None
) -> None:
    comparison = _comparison({"7010": earlier}, {"7010": later})
    row = _json_row(comparison, "7010")
    (told,) = row["changes"]
    assert (row["values"], told["change"]) == ([earlier, later], change)
    assert told["percent"] == (None if percent is None else pytest.approx(percent, abs=0.05))
    shown = ["" if figure is None else str(figure) for figure in (earlier, later, change, percent)]
    assert _csv_row(comparison, "7010")[4:] == shown


def test_a_box_that_an_edition_lacks_is_neither_blank_nor_zero() -> None:
    comparison = _without(_comparison({}, {"7010": 5}), "7010")
    row = _json_row(comparison, "7010")
    assert row["values"] == ["not in this edition", 5]
    assert row["changes"] == [{"change": None, "percent": None, "kind": "added by the edition"}]
    assert _csv_row(comparison, "7010")[4:] == ["n/a", "5", "", ""]


def test_text_ticks_and_dates_stand_as_they_are() -> None:
    comparison = _comparison({"16": True}, {"7510": "A", "25": Period(2014, 1).last_day})
    assert _json_row(comparison, "16")["values"] == [True, None]
    assert _json_row(comparison, "7510")["values"] == [None, "A"]
    assert _csv_row(comparison, "16")[4:] == ["X", "", "", ""]
    assert _csv_row(comparison, "25")[4:] == ["", "2014-01-31", "", ""]


def test_csv_has_headings_and_says_which_month_is_made_up() -> None:
    rows = list(csv.reader(io.StringIO(comparison_csv(_comparison({}, {})).decode())))
    assert rows[0] == [
        "schedule",
        "line",
        "label",
        "code",
        "2013-12 (illustrative)",
        "2014-01",
        "change 2013-12 (illustrative) to 2014-01",
        "percent 2013-12 (illustrative) to 2014-01",
    ]
    assert _csv_row(_comparison({}, {}), "7190")[:4] == [
        "Segregation",
        "14",
        "Excess (deficiency) funds in segregation (subtract line 6 from line 13)",
        "7190",
    ]


def test_text_that_a_spreadsheet_would_run_is_guarded() -> None:
    assert _csv_row(_comparison({"7510": "=1+1"}, {}), "7510")[4:6] == ["'=1+1", ""]


def test_each_kind_of_file_is_written() -> None:
    beginnings = {
        suffix: write(_comparison({}, {}))[:2] for suffix, write in WRITE_COMPARISON.items()
    }
    assert beginnings == {".json": b"{\n", ".csv": b"sc", ".xlsx": b"PK"}


def test_json_has_what_is_said_and_what_is_not() -> None:
    content = json.loads(comparison_json(COMPARISON, ANNEX))
    assert content == {**json.loads(comparison_json(COMPARISON)), **annex_content(ANNEX)}
    assert [(it["code"], it["schedule"], it["text"]) for it in content["said"]] == [
        ("7070", "segregation", "=two new clients,\nas agreed"),
        (None, "cleared_swaps", "margin"),
    ]
    assert content["said"][0] == {
        "month": "2014-01", "against": "2013-12", "schedule": "segregation", "code": "7070",
        "change": 4_000_000, "text": "=two new clients,\nas agreed", "author": "ana",
        "written": "2014-02-03T09:30:00+00:00",
    }  # fmt: skip
    assert [(it["code"], it["change"]) for it in content["unexplained"]] == [
        ("7194", 2_000_000), ("7198", 2_000_000),
    ]  # fmt: skip
    assert content["asked"].endswith("moved by more than 1,000,000")


def test_csv_has_a_column_of_explanations_that_runs_no_formula_and_stays_a_table() -> None:
    table = list(csv.reader(io.StringIO(comparison_csv(COMPARISON, ANNEX).decode())))
    assert {len(line) for line in table} == {10}
    assert table[0][8] == "explanation"
    assert table[0][9].startswith("shown: all lines. The firm asks why excess")
    rows = {line[3]: line for line in table}
    assert rows["7070"][8].endswith("=two new clients, as agreed (ana, 2014-02-03 09:30 UTC)")
    assert not rows["7070"][8].startswith("=")
    assert (rows["7010"][8], rows["7070"][9]) == ("", "")


def test_csv_says_in_a_heading_which_lines_are_written() -> None:
    shown = filtered(COMPARISON, RowFilter(changed=True, find='a, "quoted" text'))
    assert shown.rows == ()
    (heading,) = csv.reader(io.StringIO(comparison_csv(shown).decode()))
    assert heading[-1] == 'shown: changed lines only, lines with "a, "quoted" text"'
    (whole,) = list(csv.reader(io.StringIO(comparison_csv(COMPARISON).decode())))[:1]
    assert whole[-1] == "percent 2013-12 to 2014-01"


def _three(*held: int | None) -> Comparison:
    """Lay November to January side by side, each with a balance."""
    return compare(
        [
            ComparedMonth(
                Filing(at, Period(2013, 11).plus(at), FORM.id),
                FORM,
                with_values({"7010": balance}).values(),
            )
            for at, balance in enumerate(held)
        ]
    )


def test_a_chosen_pair_is_told_behind_all_months_and_named() -> None:
    chosen = _three(100, 900, 150).looking_at([(0, 2)])
    content = json.loads(comparison_json(chosen))
    assert content["pairs"] == [{"from": "2013-11", "to": "2014-01"}]
    assert _json_row(chosen, "7010")["changes"] == [
        {"change": 50, "percent": 50.0, "kind": "changed"}
    ]
    (headings, *_) = csv.reader(io.StringIO(comparison_csv(chosen).decode()))
    assert headings[4:] == [
        *("2013-11", "2013-12", "2014-01"),
        *("change 2013-11 to 2014-01", "percent 2013-11 to 2014-01"),
    ]
    assert _csv_row(chosen, "7010")[4:] == ["100", "900", "150", "50", "50.0"]


def test_each_neighbour_is_told_behind_its_later_month() -> None:
    each = _three(100, None, -50).looking_at([(0, 1), (1, 2)])
    content = json.loads(comparison_json(each))
    assert [pair["to"] for pair in content["pairs"]] == ["2013-12", "2014-01"]
    assert _json_row(each, "7010")["changes"] == [
        {"change": -100, "percent": -100.0, "kind": "to blank"},
        {"change": -50, "percent": None, "kind": "from blank"},
    ]
    (headings, *_) = csv.reader(io.StringIO(comparison_csv(each).decode()))
    assert headings[4:] == [
        *("2013-11", "2013-12", "change 2013-11 to 2013-12", "percent 2013-11 to 2013-12"),
        *("2014-01", "change 2013-12 to 2014-01", "percent 2013-12 to 2014-01"),
    ]
    assert _csv_row(each, "7010")[4:] == ["100", "", "-100", "-100.0", "-50", "-50", ""]
