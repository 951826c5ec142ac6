"""A PDF file while it is being made: ReportLab numbers the objects, embeds the faces and writes.

ReportLab's own pages and catalogue know neither tags nor attachments, so ours are given as text.
"""

import zlib
from typing import Protocol, cast

from reportlab.pdfbase.pdfdoc import BasicFonts, PDFDocument, PDFObject, PDFStream

_UNNAMED = b"[<00><00>]"  # until the file is sealed
_VERSION = (1, 7)  # what PDF/A-3 builds on


class PdfPart(PDFObject):
    """An object of the file whose text is ours.

    Attributes:
        text: What it says; others may refer to it before that is known.
        reference: How others refer to it.
    """

    def __init__(self, text: bytes) -> None:
        self.text = text
        self.reference = b""

    def format(self, document: PDFDocument) -> bytes:  # noqa: ARG002 -- ReportLab hands it over
        """Give the text, when ReportLab writes the file."""
        return self.text


class _Writing(Protocol):
    """What objects can do when ReportLab writes them."""

    def format(self, document: PDFDocument) -> bytes: ...


class _Font(Protocol):
    """What a font can do then."""

    def addObjects(self, doc: PDFDocument) -> None: ...  # noqa: N802 -- ReportLab's names


class _Document(Protocol):
    """What is used of ReportLab's document, which has no complete types of its own."""

    Catalog: PDFObject
    info: PDFObject
    objectcounter: int
    idToObject: dict[str, PDFObject]  # noqa: N815
    delayedFonts: list[_Font]  # noqa: N815

    def Reference(self, obj: PDFObject) -> _Writing: ...  # noqa: N802
    def format(self) -> bytes: ...


class _Writer(PDFDocument):
    def ID(self) -> bytes:  # noqa: N802
        return _UNNAMED


class PdfDocument:
    """The objects of a file, and then the file.

    Attributes:
        writer: The file as ReportLab's fonts know it.
        catalogue: The object from which all others are found.
        description: Its title and the like.
    """

    def __init__(self) -> None:
        """Begin a file; nothing in it depends on the time or the machine."""
        self.writer = _Writer(compression=1, invariant=1, pdfVersion=_VERSION)
        self._document = cast("_Document", self.writer)
        self.catalogue = self._document.Catalog = self.part()
        self.description = self._document.info = self.part()

    def part(self, text: bytes = b"") -> PdfPart:
        """Add an object."""
        part = PdfPart(text)
        self._document.Reference(part)
        part.reference = b"%d 0 R" % self._document.objectcounter
        return part

    def stream(self, content: bytes, entries: bytes = b"", *, plain: bool = False) -> PdfPart:
        """Add a stream.

        Args:
            content: Its bytes.
            entries: What its dictionary says besides how long it is and how it is packed.
            plain: Leave the content legible to programs that cannot unpack it.
        """
        if not plain:
            content = zlib.compress(content)
            entries += b"/Filter/FlateDecode"
        head = b"<<%s/Length %d>>\nstream\n" % (entries, len(content))
        return self.part(head + content + b"\nendstream")

    @property
    def faces(self) -> bytes:
        """How pages refer to the faces that they are set in."""
        faces = self._document.idToObject[BasicFonts]
        return self._document.Reference(faces).format(self.writer)

    def written(self) -> bytes:
        """Give the file, not yet sealed."""
        parts = self._document.idToObject
        for font in self._document.delayedFonts:
            font.addObjects(self.writer)
        for name, part in parts.items():
            if isinstance(part, PDFStream):
                parts[name] = self._with_line_end(part)
        return self._document.format()

    def _with_line_end(self, stream: PDFObject) -> PdfPart:
        """An archive asks for a line end before the end of a stream; ReportLab writes none."""
        text, end, _ = cast("_Writing", stream).format(self.writer).rpartition(b"endstream")
        return PdfPart(text + b"\n" + end)
