import datetime as dt
import io
import re
import struct
import zipfile
from collections.abc import Callable
from typing import TypeAlias

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet as Sheet

from focusdesk.exchange import workbook_lines
from focusdesk.exchange.file_table import FileContent, ImportRefused, Unreadable
from focusdesk.exchange.workbook_lines import MOST_ENTRIES, read_workbook

CellValue: TypeAlias = str | float | dt.datetime | dt.time | None
Row: TypeAlias = tuple[CellValue, ...]

SHEET = "xl/worksheets/sheet1.xml"


def _saved(workbook: Workbook) -> bytes:
    content = io.BytesIO()
    workbook.save(content)
    return content.getvalue()


def _append(sheet: Sheet, row: Row) -> None:
    sheet.append(list(row))


def _of_rows(*rows: Row) -> FileContent:
    workbook = Workbook()
    for row in rows:
        _append(workbook.worksheets[0], row)
    return read_workbook(_saved(workbook), "a.xlsx")


def _value(cell: CellValue) -> object:
    return _of_rows(("7010", cell)).lines[0].value


def _changed(content: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    """Replace one file of the archive."""
    changed = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(changed, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for entry in old.infolist():
            data = old.read(entry)
            new.writestr(entry.filename, change(data) if entry.filename == name else data)
    return changed.getvalue()


def _simple() -> bytes:
    workbook = Workbook()
    workbook.worksheets[0].append(("7010", 5))
    return _saved(workbook)


def test_code_and_value_are_found_by_their_heading() -> None:
    content = _of_rows(("label", "code", "value"), (None, None, None), ("Cash", 7010, 5))
    assert [(line.where, line.code, line.value) for line in content.lines] == [("row 3", "7010", 5)]


def test_without_a_heading_the_first_two_columns_are_code_and_value() -> None:
    assert [(line.code, line.value) for line in _of_rows((7010, 5), ("7020", None)).lines] == [
        ("7010", 5),
        ("7020", None),
    ]


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        (12, 12),
        (12.0, 12),
        (-3.0, -3),
        (10**15 - 1, 10**15 - 1),
        ("1,234", "1,234"),
        (True, True),
        (dt.datetime(2014, 1, 31), dt.date(2014, 1, 31)),  # noqa: DTZ001
        ("a_x0041_", "a_x0041_"),
        (12.5, "12.5"),
        (-1234.567, "-1234.5670"),
    ],
)
def test_a_cell_is_taken_as_what_it_is(cell: CellValue, value: object) -> None:
    assert _value(cell) == value


@pytest.mark.parametrize(
    ("cell", "why"),
    [
        (1e17, "more digits than a spreadsheet keeps"),
        (dt.datetime(2014, 1, 31, 12, 30), "a time of day"),  # noqa: DTZ001
        (dt.time(12, 30), "neither a number, a text nor a date"),
        ("#REF!", "the error #REF!"),
    ],
)
def test_a_cell_that_can_be_no_value_says_why(cell: CellValue, why: str) -> None:
    value = _value(cell)
    assert isinstance(value, Unreadable)
    assert why in value.why


def test_a_formula_that_was_never_worked_out_does_not_blank_the_box() -> None:
    value = _value("=1+1")
    assert isinstance(value, Unreadable)
    assert "no saved result" in value.why


def test_a_formula_counts_as_its_saved_result() -> None:
    def with_result(sheet: bytes) -> bytes:
        return re.sub(rb"(<f>1\+1</f>)<v(></v| ?/)>", rb"\1<v>2</v>", sheet)

    workbook = Workbook()
    workbook.worksheets[0].append(("7010", "=1+1"))
    content = read_workbook(_changed(_saved(workbook), SHEET, with_result), "a.xlsx")
    assert content.lines[0].value == 2


def test_the_first_visible_sheet_with_a_heading_is_read() -> None:
    workbook = Workbook()
    workbook.worksheets[0].append(("Notes", "nothing here"))
    _add(workbook, "Hidden", ("code", "value"), ("7010", 1)).sheet_state = "hidden"
    _add(workbook, "Figures", ("code", "value"), ("7010", 2))
    content = read_workbook(_saved(workbook), "a.xlsx")
    assert [line.value for line in content.lines] == [2]
    assert content.remarks == ('Read from the sheet "Figures"; the other sheets are passed over.',)


def _add(workbook: Workbook, title: str, *rows: Row) -> Sheet:
    sheet: Sheet = workbook.create_sheet(title)
    for row in rows:
        _append(sheet, row)
    return sheet


def _bomb() -> bytes:
    return _changed(_simple(), SHEET, lambda _: b"<a>" + b"0" * 30_000_000 + b"</a>")


def _many_files() -> bytes:
    content = io.BytesIO(_simple())
    with zipfile.ZipFile(content, "a") as archive:
        for number in range(MOST_ENTRIES):
            archive.writestr(f"xl/media/{number}", b"")
    return content.getvalue()


def _twice() -> bytes:
    content = io.BytesIO(_simple())
    with (
        zipfile.ZipFile(content, "a") as archive,
        pytest.warns(UserWarning, match="Duplicate name"),
    ):
        archive.writestr(SHEET, b"<worksheet/>")
    return content.getvalue()


def _large() -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        entry = zipfile.ZipInfo(SHEET)
        archive.writestr(entry, b"0")
        entry.file_size = 101 * 2**20
        entry.compress_size = 101 * 2**20
    return content.getvalue()


def _encrypted() -> bytes:
    content = bytearray(_simple())
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = content.index(mark) + offset
        content[at : at + 2] = struct.pack("<H", 1)
    return bytes(content)


@pytest.mark.parametrize(
    ("make", "why"),
    [
        (_bomb, "packs a file to less than 1 part in 200"),
        (_many_files, "packs 2,0.. files"),
        (_twice, "packs a file twice"),
        (_large, "unpacks to more than 100 MB"),
        (_encrypted, "has a password"),
        (lambda: b"\xd0\xcf\x11\xe0 old", r"has a password or is an old \.xls"),
        (lambda: b"7010,5", "is not a workbook"),
        (lambda: _simple()[:-40], "is not a workbook"),
    ],
)
def test_a_hostile_archive_is_refused_before_it_is_unpacked(
    make: Callable[[], bytes], why: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = make()
    monkeypatch.delattr(workbook_lines, "load_workbook")
    with pytest.raises(ImportRefused, match=why):
        read_workbook(content, "a.xlsx")


def test_an_archive_that_lies_about_a_size_is_refused() -> None:
    honest = _changed(_simple(), SHEET, lambda _: b"<a>" + b"0123456789" * 200_000 + b"</a>")
    with zipfile.ZipFile(io.BytesIO(honest)) as archive:
        size = archive.getinfo(SHEET).file_size
    lying = honest.replace(struct.pack("<L", size), struct.pack("<L", 1000))
    with pytest.raises(ImportRefused, match=r"a\.xlsx is damaged"):
        read_workbook(lying, "a.xlsx")


def _outcome(content: bytes) -> str:
    """Give what was read, or the refusal."""
    try:
        lines = read_workbook(content, "a.xlsx").lines
    except ImportRefused as refused:
        return str(refused)
    return " ".join(line.code for line in lines)


_ENTITIES = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">%s]>' % b"".join(
    b'<!ENTITY %c "%s">' % (98 + level, b"&%c;" % (97 + level) * 10) for level in range(9)
)
_OUTSIDE = b'<!DOCTYPE x [<!ENTITY j SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize("doctype", [_ENTITIES, _OUTSIDE], ids=["multiplying", "outside"])
@pytest.mark.parametrize("name", [SHEET, "xl/workbook.xml", "xl/sharedStrings.xml"])
def test_entities_are_not_resolved(name: str, doctype: bytes) -> None:
    content = _changed(_with_shared_text(), name, lambda xml: _with_entity(xml, doctype))
    outcome = _outcome(content)
    assert "damaged" in outcome or ("root:" not in outcome and len(outcome) < 1000)


def _with_shared_text() -> bytes:
    shared = (
        b'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        b"<si><t>HARRIS</t></si></sst>"
    )
    return _changed(_simple(), "xl/sharedStrings.xml", lambda _: shared)


def _with_entity(xml: bytes, doctype: bytes) -> bytes:
    prolog, bracket, rest = xml.partition(b"?>") if xml.startswith(b"<?xml") else (b"", b"", xml)
    return prolog + bracket + doctype + rest.replace(b"HARRIS", b"&j;").replace(b"7010", b"&j;")


def test_without_defusedxml_no_workbook_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook_lines, "DEFUSEDXML", False)
    with pytest.raises(ImportRefused, match="lacks the library defusedxml"):
        read_workbook(_simple(), "a.xlsx")


def test_a_sheet_that_reaches_beyond_all_forms_is_refused() -> None:
    workbook = Workbook()
    workbook.worksheets[0].cell(1_000_000, 1, "7010")
    with pytest.raises(ImportRefused, match="more than 10,000 rows"):
        read_workbook(_saved(workbook), "a.xlsx")


@pytest.mark.parametrize("name", [SHEET, "xl/workbook.xml", "[Content_Types].xml", "xl/styles.xml"])
@pytest.mark.parametrize("content", [b"", b"<", b"<a/>", b"\xff\xfe", b"<worksheet/>"])
def test_a_damaged_workbook_is_refused_or_read_as_empty(name: str, content: bytes) -> None:
    outcome = _outcome(_changed(_simple(), name, lambda _: content))
    assert outcome.startswith("a.xlsx") or outcome in ("", "7010")


def test_what_openpyxl_prints_stays_out_of_the_answer(capsys: pytest.CaptureFixture[str]) -> None:
    def to_nowhere(styles: bytes) -> bytes:
        return re.sub(rb"(<cellStyle [^>]*xfId=)\"0\"", rb'\1"9"', styles)

    content = _changed(_simple(), "xl/styles.xml", to_nowhere)
    assert to_nowhere(b'<cellStyle name="Normal" xfId="0"/>').endswith(b'xfId="9"/>')
    assert _outcome(content)
    assert capsys.readouterr() == ("", "")


def test_values_may_stand_under_the_name_of_a_month() -> None:
    read = _of_rows(("Code", "Label", "January 2014"), ("7010", "Cash", 5))
    assert [(line.code, line.value) for line in read.lines] == [("7010", 5)]
    assert read.period == "2014-01"
