import csv
import hashlib
import io
import json
from pathlib import Path

import pikepdf
import pytest
from openpyxl import load_workbook

from focusdesk.cli.options import COPIES
from focusdesk.cli.output import write_answer
from focusdesk.filing.copies import Copy
from focusdesk.filing.filing import Status
from focusdesk.form.period import Period
from focusdesk.store.opening import open_store
from tests.cli.command import ROOT, Command, in_its_own_process, pages_of

AS_FILED = ROOT / "tests" / "samples" / "january_2014_as_filed.csv"


def _exported(command: Command, store: Path, to: Path) -> bytes:
    ran = command("export", store, "--period", "2014-01", "--to", to)
    assert ran == (0, "", f"Wrote {to}.\n")
    return to.read_bytes()


def test_json_holds_the_filing_to_the_dollar(
    sample: Path, command: Command, tmp_path: Path
) -> None:
    content = json.loads(_exported(command, sample, tmp_path / "j.json"))
    assert (content["period"], content["edition"], content["amendment"]) == (
        "2014-01",
        "2014-01",
        0,
    )
    with AS_FILED.open(encoding="utf-8", newline="") as file:
        filed = {row["code"]: row["value"] for row in csv.DictReader(file)}
    values = content["values"]
    amounts = [code for code in filed if isinstance(values[code], int) and values[code] is not True]
    assert len(amounts) > 90
    assert {code: values[code] for code in amounts} == {code: int(filed[code]) for code in amounts}
    assert all(values[code] is None for code in filed if not filed[code])
    assert (values["16"], values["17"], values["7510"]) == (True, None, "HARRIS TRUST")


def test_csv_and_xlsx_say_the_same(sample: Path, command: Command, tmp_path: Path) -> None:
    values = json.loads(_exported(command, sample, tmp_path / "j.json"))["values"]
    rows = csv.reader(io.StringIO(_exported(command, sample, tmp_path / "j.csv").decode()))
    assert next(rows) == ["code", "value"]
    words = {None: "", True: "X", False: "no"}
    shown = {
        code: words[value] if value is None or isinstance(value, bool) else str(value)
        for code, value in values.items()
    }
    assert dict(rows) == shown
    _exported(command, sample, tmp_path / "j.xlsx")
    sheet = load_workbook(tmp_path / "j.xlsx").worksheets[0]
    cells = {sheet.cell(row, 4).value: sheet.cell(row, 5).value for row in range(2, 154)}
    assert cells["7010"] == 347295282
    assert cells["7080"] is None


def test_pdf_is_seven_pages(sample: Path, command: Command, tmp_path: Path) -> None:
    pages = pages_of(_exported(command, sample, tmp_path / "J.PDF"))
    assert len(pages) == 7
    assert "347,295,282" in pages[1]


@pytest.mark.parametrize("name", ["j.txt", "j", "j.json.bak"])
def test_a_file_of_another_kind_is_refused_before_anything_is_opened(
    command: Command, tmp_path: Path, name: str
) -> None:
    ran = command("export", tmp_path / "none", "--period", "2014-01", "--to", tmp_path / name)
    assert (ran.status, ran.out) == (2, "")
    assert "must end in .pdf, .json, .csv, .xlsx." in ran.err


def test_a_month_that_is_not_there_leaves_the_file_as_it_was(
    sample: Path, command: Command, tmp_path: Path
) -> None:
    to = tmp_path / "j.json"
    to.write_text("old", encoding="utf-8")
    assert command("export", sample, "--period", "2012-01", "--to", to).status == 2
    assert to.read_text(encoding="utf-8") == "old"


def test_a_folder_that_is_not_there_is_refused(
    sample: Path, command: Command, tmp_path: Path
) -> None:
    ran = command("export", sample, "--period", "2014-01", "--to", tmp_path / "none" / "j.json")
    assert (ran.status, ran.out) == (2, "")
    assert "none" in ran.err


def test_exporting_changes_nothing_in_the_store(
    store: Path, command: Command, tmp_path: Path
) -> None:
    before = store.read_bytes()
    for suffix in ("json", "csv", "xlsx", "pdf"):
        _exported(command, store, tmp_path / f"j.{suffix}")
    assert store.read_bytes() == before


def _printed(command: Command, store: Path, to: Path, *options: str) -> list[str]:
    ran = command("export", store, "--period", "2014-01", "--to", to, *options)
    # A signature copy says by its status that the month's CRD number is blank.
    assert (ran.status, ran.out) == ("signature" in options, "")
    assert ran.err.startswith(f"Wrote {to}.\n")
    return pages_of(to.read_bytes())


def _status(command: Command, store: Path) -> str:
    months = json.loads(command("months", store, "--json").out)
    return next(month["status"] for month in months if month["period"] == "2014-01")


def _is_draft(page: str) -> bool:
    return "DRAFT" in "".join(page.split())


def test_a_signature_copy_is_clean_and_marks_the_month_as_printed(
    store: Path, command: Command, tmp_path: Path
) -> None:
    to = tmp_path / "j.pdf"
    complete = ("15=0000001", *(f"execution.officer{number}=A" for number in (1, 2, 3)))
    command("set", store, "--period", "2014-01", *complete)
    ran = command("export", store, "--period", "2014-01", "--to", to, "--copy", "signature")
    assert ran == (0, "", f"Wrote {to}.\nJanuary 2014 is marked as printed.\n")
    assert not any(map(_is_draft, pages_of(to.read_bytes())))
    assert _status(command, store) == "printed"
    with open_store(store) as kept:
        record = kept.print_record(kept.find(Period(2014, 1)))
    assert record is not None
    assert record.file_digest == hashlib.sha256(to.read_bytes()).hexdigest()


def test_draft_is_gone_once_exactly_this_was_printed_and_back_after_an_edit(
    store: Path, command: Command, tmp_path: Path
) -> None:
    to = tmp_path / "j.pdf"
    assert all(map(_is_draft, _printed(command, store, to)))
    _printed(command, store, tmp_path / "s.pdf", "--copy", "signature")
    assert not any(map(_is_draft, _printed(command, store, to)))
    command("set", store, "--period", "2014-01", "7100=1")
    assert all(map(_is_draft, _printed(command, store, to)))
    command("set", store, "--period", "2014-01", "7100=93296699")
    assert not any(map(_is_draft, _printed(command, store, to)))


def test_errors_are_told_with_the_signature_copy_that_has_them(
    store: Path, command: Command, tmp_path: Path
) -> None:
    command("set", store, "--period", "2014-01", "40=", "41=")
    ran = command(
        *("export", store, "--period", "2014-01", "--copy", "signature"),
        *("--to", tmp_path / "j.pdf"),
    )
    assert ran.status == 1
    assert (tmp_path / "j.pdf").exists()
    assert _status(command, store) == "printed"
    assert "It has findings that are errors (C02, C04, C06); focusdesk check says which." in ran.err


def test_a_public_set_has_neither_cover_nor_capital_page_nor_their_figures(
    sample: Path, command: Command, tmp_path: Path
) -> None:
    to = tmp_path / "j.pdf"
    pages = _printed(command, sample, to, "--copy", "public")
    assert len(pages) == 4
    assert not any("FORM" in page or "MINIMUM CAPITAL" in page for page in pages)
    with pikepdf.open(to) as pdf:
        attached = json.loads(pdf.attachments["filing.json"].get_file().read_bytes())
    assert attached["values"]["7010"] == 347295282
    assert not attached["values"].keys() & {"7495", "7490", "13", "30"}


def test_schedules_are_chosen_one_by_one_or_between_commas(
    sample: Path, command: Command, tmp_path: Path
) -> None:
    chosen = ("--schedule", "cover, dealer_options", "--schedule", "segregation")
    pages = _printed(command, sample, tmp_path / "j.pdf", *chosen)
    assert len(pages) == 3
    assert "FORM" in pages[0]
    assert "347,295,282" in pages[1]


def test_a_review_copy_stands_beside_the_month_that_is_named(
    sample: Path, command: Command, tmp_path: Path
) -> None:
    chosen = ("--copy", "review", "--compare-with", "2013-10", "--schedule", "segregation")
    pages = _printed(command, sample, tmp_path / "j.pdf", *chosen)
    assert all("REVIEW COPY" in page for page in pages)
    assert "Review of January 2014 beside Oct 2013" in pages[1]


def test_the_foot_stays_empty_on_request_and_the_date_is_left_to_the_pen(
    store: Path, command: Command, tmp_path: Path
) -> None:
    command("set", store, "--period", "2014-01", "execution.date=2014-02-26")
    [cover] = _printed(command, store, tmp_path / "j.pdf", "--schedule", "cover")
    assert "26th" in cover
    assert "fingerprint" in cover
    options = ("--schedule", "cover", "--no-margin")
    [cover] = _printed(command, store, tmp_path / "j.pdf", *options)
    assert "fingerprint" not in cover
    assert _is_draft(cover)
    options = ("--copy", "signature", "--date-for-pen")
    assert "26th" not in _printed(command, store, tmp_path / "s.pdf", *options)[0]


@pytest.mark.parametrize(
    ("name", "options", "why"),
    [
        ("j.json", ["--copy", "public"], "--copy: this is for a .pdf"),
        ("j.csv", ["--no-margin", "--schedule", "cover"], "--schedule, --no-margin: this is for"),
        ("j.pdf", ["--copy", "poster"], "invalid choice: 'poster'"),
        ("j.pdf", ["--compare-with", "2013-12"], "only a review copy stands beside another month"),
        ("j.pdf", ["--date-for-pen"], "only a signature copy is dated by pen"),
        ("j.pdf", ["--copy", "review", "--date-for-pen"], "only a signature copy is dated by pen"),
        ("j.pdf", ["--schedule", "balance_sheet"], 'There is no schedule "balance_sheet"'),
        ("j.pdf", ["--copy", "public", "--schedule", "cover"], '"cover" in a public set'),
        ("j.pdf", ["--copy", "signature", "--schedule", "cover"], "The officers sign the whole"),
        ("j.pdf", ["--copy", "review", "--compare-with", "2014-01"], "reviewed beside itself"),
        ("j.pdf", ["--copy", "review", "--compare-with", "1999-01"], "January 1999"),
    ],
)
def test_what_cannot_be_printed_is_refused_and_nothing_is_written(  # noqa: PLR0913, PLR0917
    sample: Path, command: Command, tmp_path: Path, name: str, options: list[str], why: str
) -> None:
    to = tmp_path / name
    ran = command("export", sample, "--period", "2014-01", "--to", to, *options)
    assert (ran.status, ran.out) == (2, "")
    assert why in ran.err
    assert not to.exists()


def test_nobody_signs_figures_that_are_made_up(
    sample: Path, command: Command, tmp_path: Path
) -> None:
    to = tmp_path / "d.pdf"
    ran = command("export", sample, "--period", "2013-12", "--to", to, "--copy", "signature")
    assert ran.status == 2
    assert "December 2013 are made up" in ran.err
    assert not to.exists()


def test_a_signature_copy_that_cannot_be_written_marks_nothing(
    store: Path, command: Command, tmp_path: Path
) -> None:
    to = tmp_path / "none" / "j.pdf"
    ran = command("export", store, "--period", "2014-01", "--to", to, "--copy", "signature")
    assert ran.status == 2
    assert _status(command, store) == "draft"


@pytest.mark.parametrize(
    ("to", "firm"), [("none/j.pdf", "HSBC"), (".", "HSBC"), ("j.pdf", "\u9280\u884c")]
)
def test_a_signature_copy_that_cannot_be_made_records_no_notice(
    store: Path, command: Command, tmp_path: Path, to: str, firm: str
) -> None:
    command("set", store, "--period", "2014-01", "7020=900,000,000", f"13={firm}")
    signed = ("--copy", "signature", "--record")
    folder = tmp_path / "folder.pdf"
    folder.mkdir()
    path = folder if to == "." else tmp_path / to

    assert command("export", store, "--period", "2014-01", "--to", path, *signed).status == 2

    told = json.loads(command("notices", store, "--period", "2014-01", "--json").out)
    assert (told["notices"], len(told["provisional"]) > 0) == ([], True)


def test_a_sealed_month_has_no_other_signature_copy(
    store: Path, command: Command, tmp_path: Path
) -> None:
    with open_store(store) as kept:
        kept.set_status(kept.find(Period(2014, 1)), Status.SEALED)
    to = tmp_path / "j.pdf"
    ran = command("export", store, "--period", "2014-01", "--to", to, "--copy", "signature")
    assert ran.status == 2
    assert "January 2014 is sealed" in ran.err
    assert not to.exists()


def test_a_month_that_another_program_changes_meanwhile_is_not_marked_and_that_is_said(
    store: Path, command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def write_slowly(path: Path, content: bytes, kept: Path) -> None:
        write_answer(path, content, kept)
        in_its_own_process("set", store, "--period", "2014-01", "7100=1")

    monkeypatch.setattr("focusdesk.cli.export_verbs.write_answer", write_slowly)
    to = tmp_path / "j.pdf"
    ran = command("export", store, "--period", "2014-01", "--to", to, "--copy", "signature")
    assert ran.status == 2
    assert "is written, but January 2014 is not marked as printed" in ran.err
    assert to.exists()
    assert _status(command, store) == "draft"


def test_the_copies_are_those_that_can_be_printed() -> None:
    assert tuple(Copy) == COPIES
