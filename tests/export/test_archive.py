"""A printed file carries others inside, says what it is, and notices any change of itself."""

import datetime as dt
from io import BytesIO

import pikepdf
import pytest

from focusdesk.export.archive import Attachment, is_intact
from focusdesk.export.draw import Drawing
from focusdesk.form.placed import PlacedPage

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
