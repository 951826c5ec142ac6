"""Writes the structure of pages into a file, so that a reader finds each text in its part."""

from focusdesk.export.pdf_document import PdfDocument, PdfPart
from focusdesk.export.pdf_text import text_string
from focusdesk.export.tagging import Element, Scope, Tag


class StructureTree:
    """The parts of a document while its pages are being drawn."""

    def __init__(self, document: PdfDocument) -> None:
        """Begin a document without pages."""
        self._document = document
        self._root = document.part()
        self._whole = document.part()
        self._scopes = {
            scope: document.part(b"<</O/Table/Scope/%s>>" % scope.encode()).reference
            for scope in Scope
        }
        self._sections: list[bytes] = []
        self._owners: list[bytes] = []

    def add(self, section: Element, page: PdfPart) -> int:
        """Add the parts of a page; give the number by which the page finds them."""
        writer = _SectionWriter(self._document, self._scopes, page.reference)
        self._sections.append(writer.write(section, self._whole.reference))
        self._owners.append(b" ".join(writer.owners))
        return len(self._owners) - 1

    def finish(self) -> bytes:
        """Write what holds the pages together, and give what the catalogue says of it."""
        self._whole.text = b"<</S/Document/P %s/K [%s]>>" % (
            self._root.reference,
            b" ".join(self._sections),
        )
        numbers = b"\n".join(
            b"%d [%s]" % (number, owners) for number, owners in enumerate(self._owners)
        )
        found = self._document.part(b"<</Nums [%s]>>" % numbers).reference
        self._root.text = b"<</Type/StructTreeRoot/K %s/ParentTree %s/ParentTreeNextKey %d>>" % (
            self._whole.reference,
            found,
            len(self._owners),
        )
        return b"/StructTreeRoot %s/MarkInfo <</Marked true>>\n" % self._root.reference


class _SectionWriter:
    """Writes the parts of one page.

    Attributes:
        owners: For each run of the page in its order, the part that it directly belongs to.
    """

    def __init__(self, document: PdfDocument, scopes: dict[Scope, bytes], page: bytes) -> None:
        self._document = document
        self._scopes = scopes
        self._page = page
        self.owners: list[bytes] = []

    def write(self, element: Element, parent: bytes) -> bytes:
        """Write an element and all in it; give how its parent refers to it."""
        part = self._document.part()
        here = part.reference
        kids: list[bytes] = []
        for kid in element.kids:
            if isinstance(kid, Element):
                kids.append(self.write(kid, here))
            else:
                kids.append(b"%d" % len(self.owners))
                self.owners.append(here)
        part.text = b"<</S/%s/P %s/Pg %s%s%s>>" % (
            element.tag.encode(),
            parent,
            self._page,
            b"/K [%s]" % b" ".join(kids) if kids else b"",
            self._more(element),
        )
        return here

    def _more(self, element: Element) -> bytes:
        """Say what kind of head it is, and what a section or a field is called."""
        if element.scope and element.span > 1:
            scope = element.scope.encode()
            return b"/A <</O/Table/Scope/%s/ColSpan %d>>" % (scope, element.span)
        if element.scope:
            return b"/A %s" % self._scopes[element.scope]
        if element.tag is Tag.FIELD:
            return b"/A <</O/PrintField/Role/tv/Desc %s>>" % text_string(element.name)
        return b"/T %s" % text_string(element.name) if element.name else b""
