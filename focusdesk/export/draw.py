"""The dumb drawer: puts placed pages in a PDF file, one small function for each placed thing.

Placed things are measured from the top of the page, PDF from its foot; nothing else is decided
here.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from math import cos, radians, sin

from focusdesk.export.archive import Attachment, Imprint, archive, sealed
from focusdesk.export.fonts import LettersOf
from focusdesk.export.pdf_document import PdfDocument, PdfPart
from focusdesk.export.pdf_text import literal, number, printable, text_string
from focusdesk.export.structure import StructureTree
from focusdesk.export.tagging import Element, runs_of, section_of, spoken
from focusdesk.form.placed import (
    LEADER_DOT,
    Lettering,
    PlacedFrame,
    PlacedLeader,
    PlacedMark,
    PlacedPage,
    PlacedPath,
    PlacedRule,
    PlacedText,
    Role,
)

_PAGE = b"""<</Type/Page/Parent %s/MediaBox [0 0 %s %s]/Contents %s/Resources <</Font %s>>
/StructParents %d/Tabs/S>>"""
_PAINT = {(True, False): b"S", (False, True): b"h f", (True, True): b"b", (False, False): b"n"}
"""How a path is painted: whether its lines are drawn, whether it is filled."""

_SHORT_OF_A_DOT = 0.1  # beyond the middle of the last, so that rounding does not lose it


class Drawing:
    """A PDF file while its pages are being drawn."""

    def __init__(self, *, title: str, author: str, subject: str) -> None:
        """Begin a file; the same pages always give the same bytes."""
        self._imprint = Imprint(title, author, subject)
        self._document = PdfDocument()
        self._letters = LettersOf(self._document.writer)
        self._tree = self._document.part()
        self._structure = StructureTree(self._document)
        self._pages: list[PdfPart] = []
        self._bookmarks: list[tuple[str, PdfPart]] = []

    def page(self, page: PlacedPage) -> None:
        """Draw a page, with its bookmark if it has a name."""
        section = section_of(page)
        drawn = self._document.part()
        content = b"\n".join(_Pen(self._letters, page.height).page(page, section))
        drawn.text = _PAGE % (
            self._tree.reference,
            number(page.width),
            number(page.height),
            self._document.stream(content).reference,
            self._document.faces,
            self._structure.add(section, drawn),
        )
        self._pages.append(drawn)
        if page.name:
            self._bookmarks.append((page.name, drawn))

    def finish(self, attachments: Sequence[Attachment] = ()) -> bytes:
        """Give the file, with other files inside it."""
        document = self._document
        kids = b" ".join(page.reference for page in self._pages)
        self._tree.text = b"<</Type/Pages/Count %d/Kids [%s]>>" % (len(self._pages), kids)
        document.catalogue.text = b"<</Type/Catalog/Pages %s/Lang (en-US)\n%s%s%s>>" % (
            self._tree.reference,
            b"/ViewerPreferences <</DisplayDocTitle true>>\n",
            self._outline() + self._structure.finish(),
            archive(document, self._imprint, attachments),
        )
        return sealed(document.written())

    def _outline(self) -> bytes:
        """Write the bookmarks and give what the catalogue says of them."""
        if not self._bookmarks:
            return b""
        outline = self._document.part()
        entries = [self._document.part() for _ in self._bookmarks]
        for position, (name, page) in enumerate(self._bookmarks):
            before, after = entries[:position][-1:], entries[position + 1 :][:1]
            beside = b"".join(b"/Prev %s" % entry.reference for entry in before)
            beside += b"".join(b"/Next %s" % entry.reference for entry in after)
            entries[position].text = b"<</Title %s/Parent %s/Dest [%s/Fit]%s>>" % (
                text_string(name),
                outline.reference,
                page.reference,
                beside,
            )
        first, last = entries[0].reference, entries[-1].reference
        outline.text = b"<</Type/Outlines/Count %d/First %s/Last %s>>" % (
            len(entries),
            first,
            last,
        )
        return b"/Outlines %s/PageMode/UseOutlines\n" % outline.reference


class _Pen:
    """Writes the operators of one page; it remembers how letters are set."""

    def __init__(self, letters: LettersOf, height: float) -> None:
        self._letters = letters
        self._height = height
        self._set: Lettering | None = None
        self._name = b""

    def page(self, page: PlacedPage, section: Element) -> Iterator[bytes]:
        """Draw everything, what stands under the words first and is none itself."""
        yield b"/Artifact BMC"
        yield from self._marks(page.marks)
        yield from self._leaders(page.leaders)
        yield from self._rules(page.rules)
        yield from self._frames(page.frames)
        yield from self._paths(page.paths)
        yield b"EMC BT"
        for position, (tag, run) in enumerate(runs_of(section)):
            yield b"/%s <</MCID %d>> BDC" % (tag.encode(), position)
            for text, words in spoken(run):
                yield from self._text(text, words)
            yield b"EMC"
        yield b"/Artifact BMC"
        for text in page.texts:
            if text.role is Role.MARGIN:
                yield from self._text(text, text.text)
        yield b"EMC ET"

    def _text(self, text: PlacedText, words: str) -> Iterator[bytes]:
        yield b"1 0 0 1 %s Tm" % self._point(text.x, text.y)
        yield from self._letter_runs(words, text.lettering)

    def _letter_runs(self, words: str, lettering: Lettering) -> Iterator[bytes]:
        for part, codes in self._letters.runs(printable(words), lettering.face):
            name = self._letters.name(lettering.face, part)
            if lettering is not self._set or name != self._name:
                self._set, self._name = lettering, name
                scale = number(100 * lettering.scale)
                yield b"%s %s Tf %s Tz" % (name, number(lettering.size), scale)
            yield literal(codes) + b" Tj"

    def _marks(self, marks: Iterable[PlacedMark]) -> Iterator[bytes]:
        for mark in marks:
            along, up = cos(radians(mark.angle)), sin(radians(mark.angle))
            turned = b" ".join(b"%.5f" % part for part in (along, up, -up, along))
            yield b"q %s g BT %s %s Tm" % (
                number(mark.gray),
                turned,
                self._point(mark.x, mark.y),
            )
            yield from self._letter_runs(mark.text, mark.lettering)
            yield b"ET Q"
            self._set = None

    def _leaders(self, leaders: Iterable[PlacedLeader]) -> Iterator[bytes]:
        """Draw dots as dashes without length and with round ends, which nobody takes for words."""
        half = LEADER_DOT / 2
        yield b"q %s w 1 J" % number(LEADER_DOT)
        for pitch, same in groupby(leaders, key=_pitch_of):
            yield b"[0 %s] 0 d" % number(pitch)
            for dots in same:
                y, to_x = dots.y - half, dots.to_x - half + _SHORT_OF_A_DOT
                yield self._line(dots.x + half, y, to_x, y)
            yield b"S"
        yield b"Q"

    def _rules(self, rules: Iterable[PlacedRule]) -> Iterator[bytes]:
        for (weight, gray), same in groupby(rules, key=_weight_and_gray):
            yield b"%s w %s G" % (number(weight), number(gray))
            for rule in same:
                yield self._line(rule.x, rule.y, rule.to_x, rule.to_y)
            yield b"S"

    def _frames(self, frames: Iterable[PlacedFrame]) -> Iterator[bytes]:
        yield b"0 G"
        for weight, same in groupby(frames, key=_weight_of_frame):
            yield b"%s w" % number(weight)
            for frame in same:
                size = number(frame.to_x - frame.x), number(frame.to_y - frame.y)
                yield b"%s %s %s re" % (self._point(frame.x, frame.to_y), *size)
            yield b"S"

    def _paths(self, paths: Iterable[PlacedPath]) -> Iterator[bytes]:
        """Draw the lines of a chart, each group of them with its own colours."""
        for path in paths:
            yield b"q 1 j %s w [%s] 0 d" % (number(path.weight), _numbers(path.dash))
            if path.stroke is not None:
                yield b"%s RG" % _numbers(path.stroke)
            if path.fill is not None:
                yield b"%s rg" % _numbers(path.fill)
            for (x, y), *others in path.strokes:
                yield b"%s m" % self._point(x, y)
                yield from (b"%s l" % self._point(*point) for point in others)
            yield b"%s Q" % _PAINT[path.stroke is not None, path.fill is not None]

    def _line(self, x: float, y: float, to_x: float, to_y: float) -> bytes:
        return b"%s m %s l" % (self._point(x, y), self._point(to_x, to_y))

    def _point(self, x: float, y: float) -> bytes:
        return b"%s %s" % (number(x), number(self._height - y))


def _numbers(values: Iterable[float]) -> bytes:
    return b" ".join(number(value) for value in values)


def _pitch_of(dots: PlacedLeader) -> float:
    return dots.pitch


def _weight_and_gray(rule: PlacedRule) -> tuple[float, float]:
    return rule.weight, rule.gray


def _weight_of_frame(frame: PlacedFrame) -> float:
    return frame.weight
