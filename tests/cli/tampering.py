"""How a printed PDF is changed behind the program's back, with the seal broken or made anew."""

import io
from collections.abc import Callable

from pikepdf import (
    Array,
    Dictionary,
    Name,
    Object,
    ObjectStreamMode,
    Page,
    Pdf,
    Stream,
    StreamDecodeLevel,
)

from focusdesk.export.archive import sealed


def changed(printed: bytes, change: Callable[[Pdf], object], *, seal_anew: bool = False) -> bytes:
    """Change what a PDF holds and write it again; sealed anew, as a forger could."""
    with Pdf.open(io.BytesIO(printed)) as pdf, io.BytesIO() as written:
        change(pdf)
        pdf.save(
            written,
            static_id=True,
            fix_metadata_version=False,
            object_stream_mode=ObjectStreamMode.disable,
            stream_decode_level=StreamDecodeLevel.none,
        )
        content = written.getvalue()
    return sealed(content) if seal_anew else content


def attached(pdf: Pdf, name: str = "filing.json") -> Object:
    """Find the stream of an attached file."""
    return next(each.EF.F for each in pdf.Root.AF if str(each.F) == name)


def rewrite_attached(old: bytes, new: bytes, name: str = "filing.json") -> Callable[[Pdf], None]:
    """Change what an attached file says."""

    def change(pdf: Pdf) -> None:
        stream = attached(pdf, name)
        content = stream.read_bytes()
        assert content.count(old) == 1
        stream.write(content.replace(old, new))

    return change


def cover_page(number: int) -> Callable[[Pdf], None]:
    """Draw a white field over a page; its words stay."""

    def change(pdf: Pdf) -> None:
        page = pdf.pages[number - 1]
        white = Stream(pdf, b"q 1 g 400 300 150 40 re f Q")
        page.contents_add(white)

    return change


def take_page_from(other: bytes, number: int) -> Callable[[Pdf], None]:
    """Put a page of another print in the place of a page."""

    def change(pdf: Pdf) -> None:
        with Pdf.open(io.BytesIO(other)) as source:
            pdf.pages[number - 1] = Page(pdf.copy_foreign(source.pages[number - 1].obj))

    return change


def say_over(number: int, words: str) -> Callable[[Pdf], None]:
    """Lay words over a page, as a reader's own comment."""

    def change(pdf: Pdf) -> None:
        over = Dictionary(
            Type=Name.Annot, Subtype=Name.FreeText, Rect=[400, 300, 500, 340], Contents=words
        )
        pdf.pages[number - 1].obj.Annots = Array([pdf.make_indirect(over)])

    return change


def leave_out_page(number: int) -> Callable[[Pdf], None]:
    """Take a page out."""

    def change(pdf: Pdf) -> None:
        del pdf.pages[number - 1]

    return change


def retitle(pdf: Pdf) -> None:
    """Change what the file says of itself, which stands on no page."""
    pdf.docinfo["/Title"] = "Final report"
