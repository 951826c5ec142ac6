"""The dumb drawer: puts placed pages on a PDF canvas, one small function for each placed thing.

Placed things are measured from the top of the page, PDF from its foot; nothing else is decided
here.
"""

from collections.abc import Iterable
from io import BytesIO
from itertools import groupby
from math import cos, radians, sin
from typing import Any, Protocol, TypeAlias, cast

from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.textobject import PDFTextObject

from focusdesk.export.fonts import font_name
from focusdesk.form.placed import (
    Face,
    PlacedFrame,
    PlacedLeader,
    PlacedMark,
    PlacedPage,
    PlacedRule,
    PlacedText,
)

Line: TypeAlias = tuple[float, float, float, float]

_DOT = 0.7
_DOT_PITCH = 2.0
_ROUND = 1
_BUTT = 0


class PdfPath(Protocol):
    """What the drawer uses of ReportLab's paths."""

    def rect(self, x: float, y: float, width: float, height: float) -> None: ...  # noqa: D102


class PdfCanvas(Protocol):
    """What the drawer uses of ReportLab's canvas, which has no complete types of its own."""

    def setTitle(self, title: str) -> None: ...  # noqa: N802, D102 -- ReportLab's names
    def setAuthor(self, author: str) -> None: ...  # noqa: N802, D102
    def setSubject(self, subject: str) -> None: ...  # noqa: N802, D102
    def setCreator(self, creator: str) -> None: ...  # noqa: N802, D102
    def setViewerPreference(self, pref: str, value: str) -> None: ...  # noqa: N802, D102
    def setPageSize(self, size: tuple[float, float]) -> None: ...  # noqa: N802, D102
    def setLineWidth(self, width: float) -> None: ...  # noqa: N802, D102
    def setLineCap(self, mode: int) -> None: ...  # noqa: N802, D102
    def setStrokeGray(self, gray: float) -> None: ...  # noqa: N802, D102
    def setDash(self, array: list[float]) -> None: ...  # noqa: N802, D102
    def saveState(self) -> None: ...  # noqa: N802, D102
    def restoreState(self) -> None: ...  # noqa: N802, D102
    def lines(self, linelist: list[Line]) -> None: ...  # noqa: D102
    def beginPath(self) -> "PdfPath": ...  # noqa: N802, D102
    def drawPath(self, path: "PdfPath") -> None: ...  # noqa: N802, D102
    def beginText(self) -> PDFTextObject: ...  # noqa: N802, D102
    def drawText(self, text: PDFTextObject) -> None: ...  # noqa: N802, D102
    def bookmarkPage(self, key: str) -> object: ...  # noqa: N802, D102
    def addOutlineEntry(self, title: str, key: str) -> None: ...  # noqa: N802, D102
    def showOutline(self) -> None: ...  # noqa: N802, D102
    def showPage(self) -> None: ...  # noqa: N802, D102
    def save(self) -> None: ...  # noqa: D102


class Drawing:
    """A PDF file while its pages are being drawn."""

    def __init__(self, *, title: str, author: str, subject: str) -> None:
        """Begin a file; the same pages always give the same bytes."""
        self._bytes = BytesIO()
        self._canvas = _open(self._bytes)
        self._canvas.setTitle(title)
        self._canvas.setAuthor(author)
        self._canvas.setSubject(subject)
        self._canvas.setCreator("focusdesk")
        self._canvas.setViewerPreference("DisplayDocTitle", "true")
        self._marks = 0

    def page(self, page: PlacedPage) -> None:
        """Draw a page, with its bookmark if it has a name."""
        canvas = self._canvas
        canvas.setPageSize((page.width, page.height))
        if page.name:
            self.bookmark(page.name)
        _draw_marks(canvas, page.marks, page.height)
        _draw_leaders(canvas, page.leaders, page.height)
        _draw_rules(canvas, page.rules, page.height)
        _draw_frames(canvas, page.frames, page.height)
        _draw_texts(canvas, page.texts, page.height)
        canvas.showPage()

    def bookmark(self, name: str) -> None:
        """Let a bookmark lead to the page that is drawn next."""
        key = f"page{self._marks}"
        self._marks += 1
        self._canvas.bookmarkPage(key)
        self._canvas.addOutlineEntry(name, key)

    def finish(self) -> bytes:
        """Give the file."""
        if self._marks:
            self._canvas.showOutline()
        self._canvas.save()
        return self._bytes.getvalue()


def _open(file: BytesIO) -> PdfCanvas:
    # An initial font of our own: ReportLab's would name Helvetica, which is never embedded.
    options: dict[str, Any] = {"initialFontName": font_name(Face.REGULAR)}
    return cast("PdfCanvas", Canvas(file, invariant=1, lang="en-US", **options))


def _draw_marks(canvas: PdfCanvas, marks: Iterable[PlacedMark], height: float) -> None:
    for mark in marks:
        canvas.saveState()
        pen = canvas.beginText()
        pen.setFont(font_name(mark.lettering.face), mark.lettering.size)
        pen.setHorizScale(100 * mark.lettering.scale)
        pen.setFillGray(mark.gray)
        along, up = cos(radians(mark.angle)), sin(radians(mark.angle))
        pen.setTextTransform(along, up, -up, along, mark.x, height - mark.y)
        pen.textOut(mark.text)
        canvas.drawText(pen)
        canvas.restoreState()


def _draw_texts(canvas: PdfCanvas, texts: Iterable[PlacedText], height: float) -> None:
    pen = canvas.beginText()
    face, size, scale = None, 0.0, 1.0
    for text in texts:
        lettering = text.lettering
        if lettering.face is not face or lettering.size != size:
            face, size = lettering.face, lettering.size
            pen.setFont(font_name(face), size)
        if lettering.scale != scale:
            scale = lettering.scale
            pen.setHorizScale(100 * scale)
        _draw_text(pen, text, height)
    canvas.drawText(pen)


def _draw_text(pen: PDFTextObject, text: PlacedText, height: float) -> None:
    pen.setTextOrigin(text.x, height - text.y)
    pen.textOut(text.text)


def _draw_leaders(canvas: PdfCanvas, leaders: Iterable[PlacedLeader], height: float) -> None:
    """Draw dots as dashes without length and with round ends: no reader takes them for words."""
    canvas.saveState()
    canvas.setLineWidth(_DOT)
    canvas.setLineCap(_ROUND)
    canvas.setDash([0, _DOT_PITCH])
    canvas.lines([(dots.x, height - dots.y, dots.to_x, height - dots.y) for dots in leaders])
    canvas.restoreState()


def _draw_rules(canvas: PdfCanvas, rules: Iterable[PlacedRule], height: float) -> None:
    canvas.setLineCap(_BUTT)
    for (weight, gray), same in groupby(rules, key=_weight_and_gray):
        canvas.setLineWidth(weight)
        canvas.setStrokeGray(gray)
        canvas.lines([(rule.x, height - rule.y, rule.to_x, height - rule.to_y) for rule in same])
    canvas.setStrokeGray(0)


def _draw_frames(canvas: PdfCanvas, frames: Iterable[PlacedFrame], height: float) -> None:
    for weight, same in groupby(frames, key=_weight_of_frame):
        canvas.setLineWidth(weight)
        path = canvas.beginPath()
        for frame in same:
            path.rect(frame.x, height - frame.to_y, frame.to_x - frame.x, frame.to_y - frame.y)
        canvas.drawPath(path)


def _weight_and_gray(rule: PlacedRule) -> tuple[float, float]:
    return rule.weight, rule.gray


def _weight_of_frame(frame: PlacedFrame) -> float:
    return frame.weight
