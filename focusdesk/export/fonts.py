"""The one typeface of paper and screen, Liberation Sans, embedded in every file."""

from functools import cache, lru_cache
from typing import Protocol, cast

from reportlab.pdfbase.pdfdoc import PDFDocument
from reportlab.pdfbase.ttfonts import TTFont

from focusdesk.form.placed import Face, UnprintableText
from focusdesk.resources import resource_path

_FILES = {
    Face.REGULAR: "LiberationSans-Regular.ttf",
    Face.BOLD: "LiberationSans-Bold.ttf",
    Face.ITALIC: "LiberationSans-Italic.ttf",
}
CONDENSED = 0.82
"""How narrow words of ours are set: as those of the form."""

_UNITS_A_POINT = 1000
_REMEMBERED = 8192


class _LetterWidths(Protocol):
    """What is used of ReportLab's faces, which have no complete types of their own."""

    charWidths: dict[int, float]  # noqa: N815


class _Letters(Protocol):
    """Likewise of a font while it is written in."""

    def getSubsetInternalName(self, subset: int, doc: PDFDocument) -> str: ...  # noqa: N802
    def splitString(self, text: str, doc: PDFDocument) -> list[tuple[int, bytes]]: ...  # noqa: N802


def measure(text: str, size: float, face: Face) -> float:
    """Give the width of words in points.

    Raises:
        UnprintableText: the face lacks a letter of the text.
    """
    return _width(text, face) * size / _UNITS_A_POINT


class LettersOf:
    """Turns words into the letters of the faces that one file embeds."""

    def __init__(self, document: PDFDocument) -> None:
        """Begin with none; a file embeds what was asked for."""
        self._document = document
        self._names: dict[tuple[Face, int], bytes] = {}

    def name(self, face: Face, part: int = 0) -> bytes:
        """Give the file's name for a part of a face."""
        known = self._names.get((face, part))
        if known is None:
            font = cast("_Letters", _font(face))
            internal = font.getSubsetInternalName(part, self._document)
            known = self._names[face, part] = internal.encode("ascii")
        return known

    def runs(self, text: str, face: Face) -> list[tuple[int, bytes]]:
        """Give words as codes, each run with the part of the face that it is set in."""
        if text.isascii():
            self.name(face)  # the first part has these letters under their own codes
            return [(0, text.encode("ascii"))]
        return cast("_Letters", _font(face)).splitString(text, self._document)


@lru_cache(maxsize=_REMEMBERED)  # a form's words are the same every month
def _width(text: str, face: Face) -> float:
    widths = cast("_LetterWidths", _font(face).face).charWidths
    try:
        return sum([widths[ord(letter)] for letter in text])
    except KeyError as error:
        letter = chr(error.args[0])
        shown = f'"{letter}" ' if letter.isprintable() else ""
        message = f"the typeface has no letter for {shown}(U+{ord(letter):04X})."
        raise UnprintableText(message) from error


@cache
def _font(face: Face) -> TTFont:
    path = resource_path("fonts", _FILES[face])
    return TTFont(f"LiberationSans-{face.value.capitalize()}", str(path), asciiReadable=True)
