"""What a PDF is made of, however it is packed and numbered."""

import io
import zlib
from collections.abc import Callable

import pytest
from pikepdf import Array, Dictionary, Name, Pdf, Stream

from focusdesk.exchange.pdf_parts import MOST_UNPACKED, PdfParts, parts_of
from focusdesk.exchange.printed_pdf import DamagedPdf
from tests.exchange.printed_files import FIGURES, pdf_with

DRAWING = b"BT /F1 9 Tf 72 72 Td (93,296,699) Tj ET"


def two_pages(pdf: Pdf) -> None:
    pdf.add_blank_page()
    for page in pdf.pages:
        page.Contents = Stream(pdf, DRAWING)


def made(*changes: Callable[[Pdf], object], figures: bytes = FIGURES) -> PdfParts:
    def change(pdf: Pdf) -> None:
        two_pages(pdf)
        for each in changes:
            each(pdf)

    return parts_of(pdf_with(("filing.json", figures), change=change), "a.pdf")


def draw_more(pdf: Pdf) -> None:
    pdf.pages[1].contents_add(Stream(pdf, b"0 0 5 5 re f"))


def lay_over(pdf: Pdf) -> None:
    seen = Stream(pdf, b"0 0 5 5 re f")
    over = Dictionary(Type=Name.Annot, Subtype=Name.Stamp, Rect=[0, 0, 5, 5], AP=Dictionary(N=seen))
    pdf.pages[1].obj.Annots = Array([pdf.make_indirect(over)])


def shown(drawing: bytes) -> Callable[[Pdf], None]:
    """Lay an annotation over a page that is drawn in a way of its own."""

    def change(pdf: Pdf) -> None:
        lay_over(pdf)
        pdf.pages[1].obj.Annots[0].AP.N = Stream(pdf, drawing)

    return change


def set_in(letters: bytes) -> Callable[[Pdf], None]:
    """Have the words of the pages set in a typeface with these letters."""

    def change(pdf: Pdf) -> None:
        face = Dictionary(Type=Name.Font, FontDescriptor=Dictionary(FontFile2=Stream(pdf, letters)))
        for page in pdf.pages:
            page.obj.Resources = Dictionary(Font=Dictionary(F1=pdf.make_indirect(face)))

    return change


def link(pdf: Pdf) -> None:
    pdf.Root.Lang = Name.en


def attach_another(pdf: Pdf) -> None:
    pdf.attachments["more.txt"] = b"more"


@pytest.mark.parametrize("change", [draw_more, lay_over])
def test_a_page_that_is_drawn_otherwise_is_that_page_alone(change: Callable[[Pdf], object]) -> None:
    before, after = made(), made(change)
    assert before.pages[0] == after.pages[0]
    assert before.pages[1] != after.pages[1]


def test_so_is_one_over_which_the_same_annotation_shows_something_else() -> None:
    before, after = made(shown(b"0 0 5 5 re f")), made(shown(b"0 0 6 6 re f"))
    assert before.pages[0] == after.pages[0]
    assert before.pages[1] != after.pages[1]


def test_letters_of_another_shape_are_no_page_but_the_rest() -> None:
    before, after = made(set_in(b"1 looks like 1")), made(set_in(b"1 looks like 7"))
    assert before.pages == after.pages
    assert before.rest != after.rest


@pytest.mark.parametrize("change", [link, attach_another])
def test_what_is_on_no_page_is_the_rest(change: Callable[[Pdf], object]) -> None:
    before, after = made(), made(change)
    assert before.pages == after.pages
    assert before.rest != after.rest


def test_what_an_attached_file_says_is_compared_elsewhere() -> None:
    assert made() == made(figures=b"{}")


def test_numbers_and_packing_make_no_difference() -> None:
    def renumber(pdf: Pdf) -> None:
        pdf.pages[0].Contents = Stream(pdf, zlib.compress(DRAWING, 1), Filter=Name.FlateDecode)
        unused = pdf.make_indirect(Dictionary(Nothing=True))
        pdf.Root.Unused = unused
        del pdf.Root.Unused

    assert made(renumber) == made()
    with Pdf.open(io.BytesIO(pdf_with(change=two_pages))) as pdf, io.BytesIO() as written:
        pdf.save(written, linearize=True)
        again = written.getvalue()
    assert parts_of(again, "a.pdf").pages == made().pages


def test_a_drawing_that_cannot_be_unpacked_is_another_drawing() -> None:
    def break_off(pdf: Pdf) -> None:
        pdf.pages[1].Contents = Stream(pdf, b"no zlib", Filter=Name.FlateDecode)

    assert made(break_off).pages[0] == made().pages[0]
    assert made(break_off).pages[1] != made().pages[1]


def bomb(pdf: Pdf) -> None:
    packed = zlib.compress(bytes(MOST_UNPACKED + 1), 9)
    pdf.pages[1].Contents = Stream(pdf, packed, Filter=Name.FlateDecode)


def many_bombs(pdf: Pdf) -> None:
    packed = zlib.compress(bytes(MOST_UNPACKED // 4), 9)
    pdf.pages[1].Contents = Array([Stream(pdf, packed, Filter=Name.FlateDecode) for _ in range(5)])


def packed_otherwise(pdf: Pdf) -> None:
    pdf.pages[1].Contents = Stream(pdf, b"x", Filter=Name.LZWDecode)


@pytest.mark.parametrize("change", [bomb, many_bombs, packed_otherwise])
def test_nothing_is_unpacked_beyond_a_bound(change: Callable[[Pdf], object]) -> None:
    with pytest.raises(DamagedPdf, match=r"a\.pdf is damaged: its pages cannot be read\."):
        made(change)


def test_what_is_no_pdf_is_damaged() -> None:
    with pytest.raises(DamagedPdf):
        parts_of(b"%PDF-1.7\n", "a.pdf")
