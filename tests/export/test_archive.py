"""A printed file carries others inside, says what it is, and notices any change of itself."""

import datetime as dt
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pikepdf import pdfa

from focusdesk.export.archive import Attachment, Imprint, is_intact
from focusdesk.export.comparison import draw_comparison
from focusdesk.export.draw import Drawing
from focusdesk.export.pdf_text import printable
from focusdesk.export.report import ReportHeading, draw_blank_form, draw_report
from focusdesk.filing.compare import ComparedMonth, compare
from focusdesk.filing.filing import Filing
from focusdesk.form.box import Value
from focusdesk.form.edition import Edition
from focusdesk.form.period import Period
from focusdesk.form.placed import PlacedPage

ROOT = Path(__file__).resolve().parents[2]
ANYTHING = st.text(st.characters())  # halves of letters and control characters, too
COMMANDS = {"/A", "/AA", "/JS", "/JavaScript", "/Launch", "/OpenAction", "/URI"}

DATA = Attachment(
    name="filing.json",
    content=b'{"7100": "93296699"}',
    media_type="application/json",
    description="What the pages were drawn from",
    relationship="Data",
    modified=dt.date(2014, 1, 31),
)
PRINT = Attachment(
    "print.json", b"{}", "application/json", "How it was printed", "Supplement", DATA.modified
)


@pytest.fixture(scope="module")
def content() -> bytes:
    drawing = Drawing(title="FOCUS Report", author="Firm", subject="Edition 2014-01")
    drawing.page(PlacedPage(612.0, 792.0, "Cover", ()))
    return drawing.finish([PRINT, DATA])


def test_an_attachment_is_read_back_to_the_byte_with_what_it_is(content: bytes) -> None:
    with pikepdf.open(BytesIO(content)) as pdf:
        assert sorted(pdf.attachments) == ["filing.json", "print.json"]
        attached = pdf.attachments["filing.json"]
        file = attached.get_file()
        assert file.read_bytes() == DATA.content
        assert file.mime_type == "application/json"
        assert file.mod_date == dt.datetime(2014, 1, 31, tzinfo=dt.UTC)
        assert attached.description == DATA.description
        assert str(attached.obj["/AFRelationship"]) == "/Data"


def test_what_a_file_says_of_itself_is_legible_without_unpacking(content: bytes) -> None:
    assert b"<pdfaid:part>3</pdfaid:part>" in content
    assert b"<rdf:li>Firm</rdf:li>" in content


def test_attachments_are_associated_with_the_document(content: bytes) -> None:
    with pikepdf.open(BytesIO(content)) as pdf:
        assert [str(each["/UF"]) for each in pdf.Root["/AF"]] == ["filing.json", "print.json"]


def test_a_file_as_it_was_printed_is_intact(content: bytes) -> None:
    assert is_intact(content)


def test_any_changed_byte_is_noticed(content: bytes) -> None:
    for place in range(len(content)):
        changed = bytearray(content)
        changed[place] ^= 1
        assert not is_intact(bytes(changed)), place


@pytest.mark.parametrize("other", [b"", b"%PDF-1.7", b"/ID ", b"/ID [<>"])
def test_what_was_never_printed_here_is_not_intact(other: bytes) -> None:
    assert not is_intact(other)


def test_a_file_cut_short_or_made_longer_is_not_intact(content: bytes) -> None:
    assert not is_intact(content[:-1])
    assert not is_intact(content + b"\n")


def judged(content: bytes) -> str:
    report = pdfa.validate_written(BytesIO(content), "3b")
    return "pass" if report.passed else report.summary()


def test_every_printed_file_is_an_archive(
    form: Edition, every_box: dict[str, Value], heading: ReportHeading
) -> None:
    months = [
        ComparedMonth(Filing(number, Period(2013, 12).plus(number), form.id), form, every_box)
        for number in range(2)
    ]
    marked = replace(heading, across=("DRAFT", "ILLUSTRATIVE"))

    assert judged(draw_report(form, every_box.get, marked, None, [DATA, PRINT])) == "pass"
    assert judged(draw_blank_form(form)) == "pass"
    assert judged(draw_comparison(compare(months), firm="Firm", program="focusdesk")) == "pass"


@given(
    st.builds(Imprint, ANYTHING, ANYTHING, ANYTHING),
    st.builds(replace, st.just(DATA), name=ANYTHING, description=ANYTHING, content=st.binary()),
    ANYTHING,
)
def test_names_are_words_whatever_they_are_and_command_nothing(
    imprint: Imprint, attachment: Attachment, bookmark: str
) -> None:
    drawing = Drawing(title=imprint.title, author=imprint.author, subject=imprint.subject)
    drawing.page(PlacedPage(612.0, 792.0, bookmark, ()))

    with pikepdf.open(BytesIO(drawing.finish([attachment]))) as pdf:
        for key, words in (("/Title", imprint.title), ("/Author", imprint.author)):
            assert str(pdf.docinfo.get(key, "")) == printable(words)
        described: Any = pdf.open_metadata()
        assert (described.get("dc:title") or "") == printable(imprint.title)
        author = printable(imprint.author)
        assert described.get("dc:creator", []) == ([author] if author else [])
        assert (described.get("dc:description") or "") == printable(imprint.subject)
        assert described.pdfa_status == "3B"
        assert described["pdf:Producer"] == str(pdf.docinfo["/Producer"])
        [file] = pdf.Root["/AF"]
        assert str(file["/UF"]) == printable(attachment.name)
        assert file["/EF"]["/F"].read_bytes() == attachment.content
        assert keys_in(pdf) & COMMANDS == set()


def keys_in(pdf: Any) -> set[str]:
    """Give the keys of every dictionary in a file."""
    return {str(key) for thing in pdf.objects for key in keys_of(thing)}


def keys_of(thing: Any) -> Iterator[object]:
    if isinstance(thing, pikepdf.Stream):
        thing = thing.stream_dict
    if isinstance(thing, pikepdf.Dictionary):
        yield from thing.keys()
    if isinstance(thing, (pikepdf.Dictionary, pikepdf.Array)):
        inner: Any = thing.values() if isinstance(thing, pikepdf.Dictionary) else thing
        for each in inner:
            if isinstance(each, pikepdf.Object) and not each.is_indirect:
                yield from keys_of(each)


ONCE = """
import sys
from focusdesk.catalog.loader import load_editions
from focusdesk.export.report import ReportHeading, draw_report
form = load_editions()["2014-01"]
heading = ReportHeading("Firm", "January 2014", "2014-01", "DRAFT", "focusdesk")
sys.stdout.buffer.write(draw_report(form, lambda code: None, heading))
"""


def test_another_process_at_another_time_makes_the_same_bytes() -> None:
    files = {
        subprocess.run(  # noqa: S603 -- our own words
            [sys.executable, "-c", ONCE],
            env={**os.environ, "PYTHONHASHSEED": seed, "SOURCE_DATE_EPOCH": when, "TZ": zone},
            cwd=ROOT,
            check=True,
            capture_output=True,
        ).stdout
        for seed, when, zone in (("1", "1390000000", "UTC"), ("2", "1800000000", "Asia/Tokyo"))
    }

    [content] = files
    assert is_intact(content)
