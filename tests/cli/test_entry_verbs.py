import json
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook

from focusdesk.form.period import Period
from focusdesk.store.opening import open_store
from tests.cli.command import Command

Held = Callable[[Path], bytes]


def _value(held: bytes, code: str) -> object:
    return json.loads(held)["values"][code]


def test_set_says_which_boxes_changed_and_nothing_else_did(
    store: Path, command: Command, held: Held
) -> None:
    before = json.loads(held(store))["values"]
    ran = command("set", store, "--period", "2014-01", "7100=0")
    assert ran == (
        0,
        "7100  93,296,699 -> 0\n"
        "7180  1,036,486,351 -> 943,189,652\n"
        "7190  87,608,087 -> (5,688,612)\n"
        "7198  40,164,174 -> (53,132,525)\n",
        "",
    )
    after = json.loads(held(store))["values"]
    changed = {code for code, value in after.items() if value != before[code]}
    assert changed == {"7100", "7180", "7190", "7198"}


@pytest.mark.parametrize(
    "words",
    [
        ["STORE", "--period", "2014-01", "7010=5", "7020="],
        ["--period", "2014-01", "STORE", "7010=5", "7020="],
        ["STORE", "7010=5", "--period", "2014-01", "7020="],
        ["STORE", "7010=5", "7020=", "--period=2014-01"],
    ],
)
def test_options_and_words_may_come_in_any_order(
    store: Path, command: Command, held: Held, words: list[str]
) -> None:
    ran = command("set", *(store if word == "STORE" else word for word in words))
    assert ran.status == 0
    assert (_value(held(store), "7010"), _value(held(store), "7020")) == (5, None)


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("7010=1,234", 1234),
        ("7010=(1,234)", -1234),
        ("7010=-5", -5),
        ("7010=$1,234", 1234),
        ("7010=1.2m", 1_200_000),
        ("7010==1,000+250", 1250),
        ("7010==[7020]-[7070]", 542_795_991),
        ("7010==75% * 1000", 750),
        ("7033=(500)", 500),
        ("22=ny", "NY"),
        ("31=2125253400", "(212) 525-3400"),
        ("25=31-jan-14", "2014-01-31"),
        ("7510=HARRIS TRUST", "HARRIS TRUST"),
        ("7510=A=B", "A=B"),
        ("25=02/28/14", "2014-02-28"),
        ("17=X", True),
        ("16=", None),
        ("firm.retail_forex=no", False),
    ],
)
def test_set_reads_values_as_a_person_types_them(
    store: Path, command: Command, held: Held, word: str, value: object
) -> None:
    assert command("set", store, "--period", "2014-01", word).status == 0
    assert _value(held(store), word.partition("=")[0]) == value


def test_arithmetic_finds_the_boxes_as_they_are_set_before_it(
    store: Path, command: Command, held: Held
) -> None:
    ran = command("set", store, "--period", "2014-01", "7110=1", "7100==[7110]*5", "7194==[7180]")
    assert ran.status == 0
    assert (_value(held(store), "7110"), _value(held(store), "7100")) == (1, 5)
    assert _value(held(store), "7194") == _value(held(store), "7180")


def test_a_negative_within_the_forms_parentheses_is_taken_and_remarked_on(
    store: Path, command: Command, held: Held
) -> None:
    ran = command("set", store, "--period", "2014-01", "7033=-500")
    assert ran.status == 0
    assert ran.err == (
        "focusdesk: 7033: -500 was taken as a negative. The form itself prints the parentheses "
        "there; for the figure within them, set 500.\n"
    )
    assert _value(held(store), "7033") == -500


@pytest.mark.parametrize(
    ("word", "remark"),
    [
        ("23=7302", '"7302" has four digits: is it 07302?'),
        ("23=SW1A 1AA", "no ZIP code of the United States"),
        ("25=01/30/14", "01/30/14 is not the last day of January 2014, 01/31/14."),
    ],
)
def test_an_unusual_text_or_date_is_taken_and_remarked_on(
    store: Path, command: Command, word: str, remark: str
) -> None:
    ran = command("set", store, "--period", "2014-01", word)
    assert ran.status == 0
    assert ran.err.startswith(f"focusdesk: {word[:2]}: ")
    assert remark in ran.err


def test_setting_what_a_box_holds_already_changes_nothing(store: Path, command: Command) -> None:
    before = store.read_bytes()
    ran = command("set", store, "--period", "2014-01", "7010=347295282")
    assert ran.out == "Nothing changed: the boxes hold these values already.\n"
    assert store.read_bytes() == before


def test_several_boxes_are_one_edit(store: Path, command: Command) -> None:
    command("set", store, "--period", "2014-01", "7010=1", "7020=2")
    with open_store(store) as opened:
        entries = opened.journal(opened.find(Period(2014, 1)))[-3:]
    assert [(entry.code, entry.new, entry.cause) for entry in entries] == [
        ("7010", "1", "set"),
        ("7020", "2", "set"),
        ("7194", "2515505", "policy"),
    ]
    assert entries[0].written == entries[1].written


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (["7010=abc"], '7010: "abc" is not an amount.'),
        (["7020=1", "7010=abc"], '7010: "abc" is not an amount.'),
        (["7010=1.50"], "omit the pennies. Write 1."),
        (["7033=1.50"], "omit the pennies. Write 2."),
        (["7010==10/4"], 'focusdesk: 7010: "=10/4 -> 2.50" has cents.'),
        (["7010=1.234"], "can be read in two ways"),
        (["7010=1+1"], 'To have it worked out, begin with "=": =1+1.'),
        (["7010==1+"], '7010: After "=1+": the arithmetic ends'),
        (["7010==[7510]"], "7510 holds no amount"),
        (["7010==[9999]"], 'The form has no box "9999".'),
        (["7010==[7040]"], "7040 follows from 7010 itself."),
        (["25=31/01/14"], "25: "),
        (["7180=5"], "7180 is computed"),
        (["7180="], "7180 is computed"),
        (["9999=5"], 'The form has no box "9999".'),
        (["7010=1", "7010=2"], "7010 is set twice."),
        (["7010=1", "7020"], '"7020" sets nothing.'),
        (["7010=9223372036854775808"], "is too large"),
        (["7010=9223372036854775807", "7020=9223372036854775807"], "A total would overflow"),
        ([], "set needs boxes to set"),
    ],
)
def test_set_refuses_in_a_sentence_and_changes_nothing(
    store: Path, command: Command, words: list[str], why: str
) -> None:
    before = store.read_bytes()
    ran = command("set", store, "--period", "2014-01", *words)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith("focusdesk: ")
    assert why in ran.err
    assert store.read_bytes() == before


def test_a_month_that_the_store_has_not_is_refused(store: Path, command: Command) -> None:
    ran = command("set", store, "--period", "2012-01", "7010=5")
    assert (ran.status, ran.out) == (2, "")
    assert "January 2012" in ran.err


@pytest.mark.parametrize("suffix", [".csv", ".json", ".xlsx", ".pdf"])
def test_what_export_writes_import_takes_back(
    store: Path, command: Command, held: Held, tmp_path: Path, suffix: str
) -> None:
    before = held(store)
    file = tmp_path / f"january{suffix}"
    command("export", store, "--period", "2014-01", "--to", file)
    command("set", store, "--period", "2014-01", "7100=0", "7510=", "16=", "25=")
    ran = command("import", store, "--period", "2014-01", file)
    assert ran.status == 0
    assert f"{file.name}: 4 boxes changed, " in ran.out
    assert "7100  0 -> 93,296,699\n" in ran.out
    assert "7198  (53,132,525) -> 40,164,174\n" in ran.out
    assert held(store) == before


def test_a_month_can_be_brought_in_whole(
    sample: Path, command: Command, held: Held, tmp_path: Path
) -> None:
    file, store = tmp_path / "january.csv", tmp_path / "n.focusdesk"
    command("export", sample, "--period", "2014-01", "--to", file)
    command("new", store, "--period", "2014-01")
    assert command("import", store, "--period", "2014-01", file).status == 0
    assert held(store) == held(sample)


def test_a_dry_run_says_what_would_change_and_changes_nothing(
    store: Path, command: Command, tmp_path: Path
) -> None:
    file = tmp_path / "a.csv"
    file.write_text("code,value\n7100,0\n7020,551272884\n", encoding="utf-8")
    before = store.read_bytes()
    ran = command("import", store, file, "--period", "2014-01", "--dry-run")
    assert ran.out.splitlines() == [
        "a.csv: 1 box would change, 1 already as in the file; 0 of 0 totals agree.",
        "7100  93,296,699 -> 0",
        "7180  1,036,486,351 -> 943,189,652",
        "7190  87,608,087 -> (5,688,612)",
        "7198  40,164,174 -> (53,132,525)",
    ]
    assert store.read_bytes() == before


def test_a_total_that_differs_is_reported_and_never_stored(
    store: Path, command: Command, held: Held, tmp_path: Path
) -> None:
    file = tmp_path / "a.csv"
    file.write_text("code,value\n7100,0\n7180,5\n7190,-5688612\n", encoding="utf-8")
    ran = command("import", store, "--period", "2014-01", file)
    assert ran.status == 1
    assert ran.out.startswith("a.csv: 1 box changed, 0 already as in the file; 1 of 2 totals agree")
    told, first, *_ = ran.err.splitlines()
    assert told == (
        "focusdesk: error, F04: the file states 5 for 7180 (row 3); the form's formula gives "
        "943,189,652, and that is what the filing would hold."
    )
    assert first.startswith("focusdesk: likely cause 1: 7100 is 0: (943,189,647) would be missing")
    assert (_value(held(store), "7100"), _value(held(store), "7180")) == (0, 943189652)


def test_a_requirement_that_is_a_dollar_off_is_information(
    store: Path, command: Command, tmp_path: Path
) -> None:
    file = tmp_path / "a.csv"
    file.write_text("code,value\n7445,55835532\n", encoding="utf-8")
    ran = command("import", store, "--period", "2014-01", file)
    assert ran.status == 0
    assert ran.err.startswith("focusdesk: information, F28: ")


def test_one_bad_line_and_nothing_is_imported(
    store: Path, command: Command, tmp_path: Path
) -> None:
    file = tmp_path / "a.csv"
    file.write_text("code,value\n7100,0\n7020,abc\n9999,1\n", encoding="utf-8")
    before = store.read_bytes()
    ran = command("import", store, "--period", "2014-01", file)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.splitlines() == [
        'focusdesk: a.csv, row 3, 7020: "abc" is not an amount. '
        "Type whole dollars: 1,234 or (1,234) for a negative.",
        "focusdesk: a.csv, row 4, 9999: The form has no box of that code. "
        "Use the codes that it prints, like 7010.",
        "focusdesk: Nothing of a.csv was imported, because 2 lines were refused.",
    ]
    assert store.read_bytes() == before


def test_cents_in_a_workbook_are_refused_and_whole_floats_are_not(
    store: Path, command: Command, held: Held, tmp_path: Path
) -> None:
    file = tmp_path / "a.xlsx"
    workbook = Workbook()
    workbook.worksheets[0].append(["code", "value"])
    workbook.worksheets[0].append([7010, 12.0])
    workbook.save(file)
    assert command("import", store, "--period", "2014-01", file).status == 0
    assert _value(held(store), "7010") == 12
    workbook.worksheets[0].append([7020, 12.5])
    workbook.save(file)
    ran = command("import", store, "--period", "2014-01", file)
    assert ran.status == 2
    assert 'a.xlsx, row 3, 7020: "12.5" has cents.' in ran.err


OF_DECEMBER = (
    "focusdesk: The file is of December 2013 and goes into January 2014, "
    "which keeps its own dates (24, 25, execution.date).\n"
)


def test_a_file_of_another_month_is_remarked_on(
    store: Path, command: Command, tmp_path: Path
) -> None:
    file = tmp_path / "a.json"
    file.write_text('{"period": "2013-12", "values": {"7100": 0}}', encoding="utf-8")
    ran = command("import", store, "--period", "2014-01", file)
    assert ran.status == 0
    assert ran.err == OF_DECEMBER


def test_an_unusual_text_of_a_file_is_taken_and_remarked_on(
    store: Path, command: Command, held: Held, tmp_path: Path
) -> None:
    file = tmp_path / "a.csv"
    file.write_text("code,value\n23,7302\n", encoding="utf-8")
    ran = command("import", store, "--period", "2014-01", file)
    assert ran.status == 0
    assert ran.err.startswith('focusdesk: 23: "7302" has four digits: is it 07302?')
    assert _value(held(store), "23") == "7302"


@pytest.mark.parametrize("name", ["none.csv", "a.txt"])
def test_a_file_that_cannot_be_read_is_refused(
    store: Path, command: Command, tmp_path: Path, name: str
) -> None:
    ran = command("import", store, "--period", "2014-01", tmp_path / name)
    assert (ran.status, ran.out) == (2, "")
    assert name in ran.err


def test_a_pdf_that_was_changed_after_it_was_printed_is_refused(
    store: Path, command: Command, tmp_path: Path
) -> None:
    file = tmp_path / "a.pdf"
    command("export", store, "--period", "2014-01", "--to", file)
    command("set", store, "--period", "2014-01", "7100=1")
    file.write_bytes(file.read_bytes() + b"\n% signed")
    before = store.read_bytes()
    ran = command("import", store, "--period", "2014-01", file)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err == (
        "focusdesk: a.pdf was changed after it was printed, so nothing of it was imported. To take "
        "its figures all the same, save the attached filing.json out of it and import that.\n"
    )
    assert store.read_bytes() == before


def test_a_pdf_without_figures_is_refused(store: Path, command: Command, tmp_path: Path) -> None:
    file = tmp_path / "a.pdf"
    command("blank", "--edition", "2014-01", "--to", file)
    ran = command("import", store, "--period", "2014-01", file)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith("focusdesk: a.pdf carries no figures")


@pytest.mark.parametrize("suffix", [".json", ".pdf", ".csv", ".xlsx"])
def test_a_file_of_another_month_leaves_the_dates_of_the_period(
    store: Path, command: Command, held: Held, tmp_path: Path, suffix: str
) -> None:
    file = tmp_path / f"december{suffix}"
    before = [_value(held(store), code) for code in ("24", "25", "execution.date")]
    command("export", store, "--period", "2013-12", "--to", file)
    ran = command("import", store, "--period", "2014-01", file)
    assert ran.err == OF_DECEMBER
    after = [_value(held(store), code) for code in ("24", "25", "execution.date")]
    assert after == before == ["2014-01-01", "2014-01-31", "2014-02-26"]


def test_a_file_of_an_older_edition_goes_into_a_month_of_a_newer_one(
    store: Path, command: Command, tmp_path: Path
) -> None:
    january, march = tmp_path / "january.pdf", tmp_path / "march.json"
    command("set", store, "--period", "2014-01", "execution.officer1=Ann Doe")
    command("export", store, "--period", "2014-01", "--to", january)
    command("new", store, "--period", "2026-03")

    ran = command("import", store, "--period", "2026-03", january)

    assert ran.status == 0
    assert "execution.officer1 is 12011" in ran.err
    command("export", store, "--period", "2026-03", "--to", march)
    assert _value(march.read_bytes(), "12011") == "Ann Doe"
    assert _value(march.read_bytes(), "7100") == 93_296_699


def test_a_value_that_a_newer_edition_has_no_box_for_is_refused_with_the_reason(
    store: Path, command: Command, tmp_path: Path
) -> None:
    january = tmp_path / "january.csv"
    command("set", store, "--period", "2014-01", "18=yes")
    command("export", store, "--period", "2014-01", "--to", january)
    command("new", store, "--period", "2026-03")

    ran = command("import", store, "--period", "2026-03", january)

    assert (ran.status, ran.out) == (2, "")
    assert "18: The edition 2014-01 has this box, and the filing is in 2026-03" in ran.err


def test_arithmetic_is_kept_as_it_was_written_and_a_plain_figure_withdraws_it(
    store: Path, command: Command
) -> None:
    def typed() -> str:
        with open_store(store) as opened:
            filing = opened.find(Period(2014, 1))
            return opened.typed(filing).get("7010", "")

    command("set", store, "--period", "2014-01", "7010==1,000+250")
    assert typed() == "=1,000+250"
    ran = command("set", store, "--period", "2014-01", "7010==1,250")
    assert (ran.out, typed()) == ("7010  typed as =1,250\n", "=1,250")
    ran = command("set", store, "--period", "2014-01", "7010=1250")
    assert (ran.out, typed()) == ("7010  typed as 1,250\n", "")
