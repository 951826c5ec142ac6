"""A file that is being made: numbered objects, of which nothing depends on the time."""

import re
from io import BytesIO

import pikepdf

from focusdesk.export.fonts import LettersOf
from focusdesk.export.pdf_document import PdfDocument
from focusdesk.form.placed import Face


def written(document: PdfDocument) -> bytes:
    pages = document.part(b"<</Type/Pages/Count 0/Kids []>>")
    document.catalogue.text += b"<</Type/Catalog/Pages %s>>" % pages.reference
    document.description.text = b"<</Title (Empty)>>"
    return document.written()


def test_an_object_may_be_referred_to_before_its_text_is_known() -> None:
    document = PdfDocument()
    part = document.part()
    document.part(b"[%s]" % part.reference)
    part.text = b"(known)"

    with pikepdf.open(BytesIO(written(document))) as pdf:
        assert str(pdf.get_object(int(part.reference.split()[0]), 0)) == "known"
        assert pdf.pdf_version == "1.7"


def test_a_stream_is_packed_unless_it_must_be_legible() -> None:
    document = PdfDocument()
    packed = document.stream(b"A" * 1000, b"/Type/EmbeddedFile")
    plain = document.stream(b"A" * 1000, plain=True)

    assert len(packed.text) < 200
    assert b"A" * 1000 in plain.text
    with pikepdf.open(BytesIO(written(document))) as pdf:
        for part in (packed, plain):
            assert pdf.get_object(int(part.reference.split()[0]), 0).read_bytes() == b"A" * 1000


def test_every_stream_ends_in_a_line_of_its_own_and_is_as_long_as_it_says() -> None:
    document = PdfDocument()
    letters = LettersOf(document.writer)
    letters.runs("Cash", Face.BOLD)
    document.stream(b"BT ET")
    content = written(document)

    starts = list(re.finditer(rb"/Length (\d+)[^>]*>>\s*?\nstream\n", content))
    assert len(starts) == content.count(b"endstream") == 3
    for start in starts:
        assert content[start.end() + int(start[1]) :].startswith(b"\nendstream\n")


def test_letters_without_a_code_of_their_own_get_one() -> None:
    document = PdfDocument()
    letters = LettersOf(document.writer)

    assert letters.runs("Cash", Face.REGULAR) == [(0, b"Cash")]
    [(part, codes)] = letters.runs("Caf\N{LATIN SMALL LETTER E WITH ACUTE}", Face.REGULAR)
    assert (part, codes[:3], len(codes)) == (0, b"Caf", 4)
    assert letters.name(Face.REGULAR) != letters.name(Face.BOLD)
