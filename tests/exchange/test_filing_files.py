import csv
import io
import json
from pathlib import Path

import pytest
from hypothesis import given, settings

from focusdesk.exchange.file_lines import read_file
from focusdesk.exchange.filing_files import WRITE_FILING, filing_csv, filing_json
from focusdesk.exchange.import_preview import preview_import
from focusdesk.filing.filing import Filing
from focusdesk.filing.ground import Ground
from focusdesk.form.box import Value
from focusdesk.form.period import Period
from tests.exchange.filled_form import FORM, JANUARY, any_values, with_values

FILLED: dict[str, Value] = {
    "7010": 347295282,
    "7020": -5,
    "7030": 0,
    "7510": "HARRIS TRUST",
    "16": True,
    "25": Period(2014, 1).last_day,
    "firm.retail_forex": False,
}


def test_json_says_which_filing_it_is_and_has_every_box_in_the_order_of_the_form() -> None:
    content = json.loads(filing_json(JANUARY, with_values(FILLED)))
    assert list(content) == ["period", "edition", "amendment", "values"]
    assert (content["period"], content["edition"], content["amendment"]) == (
        "2014-01",
        "2014-01",
        0,
    )
    assert list(content["values"]) == list(FORM.boxes)


def test_json_has_amounts_as_integers_dates_and_text_as_text_and_blanks_as_null() -> None:
    values = json.loads(filing_json(JANUARY, with_values(FILLED)))["values"]
    assert (values["7010"], values["7020"], values["7030"]) == (347295282, -5, 0)
    assert (values["7510"], values["25"]) == ("HARRIS TRUST", "2014-01-31")
    assert (values["16"], values["17"], values["firm.retail_forex"]) == (True, None, False)
    assert (values["7045"], values["7050"]) == (None, None)


def test_json_has_computed_boxes_too() -> None:
    values = json.loads(filing_json(JANUARY, with_values(FILLED)))["values"]
    assert values["7040"] == 347295277


def test_csv_has_one_line_for_each_box_under_its_heading() -> None:
    rows = list(csv.reader(io.StringIO(filing_csv(JANUARY, with_values(FILLED)).decode())))
    assert rows[0] == ["code", "value"]
    assert [row[0] for row in rows[1:]] == list(FORM.boxes)
    values = dict(row for row in rows[1:])
    assert (values["7010"], values["7020"], values["7030"], values["7045"]) == (
        "347295282",
        "-5",
        "0",
        "",
    )
    assert (values["16"], values["25"], values["firm.retail_forex"]) == ("X", "2014-01-31", "no")


def test_the_amendment_is_told() -> None:
    amended = Filing(2, Period(2014, 1), FORM.id, amendment=3)
    assert json.loads(filing_json(amended, with_values({})))["amendment"] == 3


@pytest.mark.parametrize("suffix", WRITE_FILING)
@settings(max_examples=25, deadline=None)
@given(values=any_values())
def test_a_filing_that_is_written_and_read_back_is_the_same(
    suffix: str, values: dict[str, Value], tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("round") / f"filing{suffix}"
    period = JANUARY.period  # a file of another one would not bring its dates along
    written = with_values({**values, "24": period.first_day, "25": period.last_day})
    path.write_bytes(WRITE_FILING[suffix](JANUARY, written))
    preview = preview_import(read_file(path), JANUARY, Ground(with_values({})))
    assert preview.refused == ()
    assert {change.code: change.new for change in preview.changes} == written.entered()
    assert preview.differing == ()


PAYLOADS = [
    f"{sign}{rest}"
    for sign in ("=", "+", "-", "@", "\t=", "\r=", "=\t", "\uff1d", "'=", "''@")
    for rest in ("1+1", "cmd|' /C calc'!A0", 'HYPERLINK("http://x")', "SUM(A1:A9)", "A1", "DDE()")
]


@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_text_comes_out_of_csv_as_a_formula(payload: str) -> None:
    text = payload.strip()
    content = filing_csv(JANUARY, with_values({"7510": text, "7150.describe": text})).decode()
    values = dict(csv.reader(io.StringIO(content)))
    for code in ("7510", "7150.describe"):
        assert values[code].startswith("'")
        assert values[code][1:] == text


@pytest.mark.parametrize("suffix", WRITE_FILING)
def test_a_file_that_is_put_back_changes_nothing(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"filing{suffix}"
    path.write_bytes(WRITE_FILING[suffix](JANUARY, with_values(FILLED)))
    preview = preview_import(read_file(path), JANUARY, Ground(with_values(FILLED)))
    assert (preview.changes, preview.follows, preview.refused) == ((), (), ())
