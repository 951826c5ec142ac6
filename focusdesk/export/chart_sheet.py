"""A ReportLab drawing with lines and words, and its two ways out: an SVG picture, a printed page.

Places are measured from the top left corner, as on every page of ours; ReportLab counts from the
foot.
"""

from collections.abc import Callable, Sequence
from typing import TypeAlias, cast
from xml.sax.saxutils import escape

from reportlab.graphics import renderSVG
from reportlab.graphics.shapes import Drawing, Hatching, Path, String
from reportlab.lib.colors import Color, HexColor

from focusdesk.export.fonts import measure
from focusdesk.export.pdf_text import printable
from focusdesk.form.placed import Face, Lettering, PlacedPath, PlacedText, Role

Point: TypeAlias = tuple[float, float]

_HATCH, _SLANT = 3.5, 45  # points from line to line, degrees
_SHARE_LEFT = {"left": 0.0, "center": 0.5, "right": 1.0}
_FACES = {Face.REGULAR: "LiberationSans-Regular", Face.BOLD: "LiberationSans-Bold"}
# Qt looks for one family by its name, and for a face of it by its weight.
_IN_SVG = {
    "LiberationSans-Regular": {"family": "Liberation Sans"},
    "LiberationSans-Bold": {"family": "Liberation Sans", "weight": "bold"},
}
_ELLIPSIS = "\N{HORIZONTAL ELLIPSIS}"
_MOVE, _CLOSE = 0, 3  # of ReportLab's four operators


class ChartSheet:
    """Takes what is drawn, the undermost first.

    Attributes:
        drawing: What was drawn, as ReportLab knows it.
        height: How high the sheet is.
    """

    def __init__(self, width: float, height: float) -> None:
        """Begin an empty sheet."""
        self.drawing = Drawing(width, height)
        self.height = height
        self._colours: dict[str, str] = {}

    def line(
        self, points: Sequence[Point], colour: str, weight: float, dash: Sequence[float] = ()
    ) -> None:
        """Draw a line through points, in dashes and gaps if any are named."""
        path = self._path(points)
        path.fillColor = None
        path.strokeColor = self._colour(colour)
        path.strokeWidth = weight
        if dash:
            path.strokeDashArray = list(dash)
        self.drawing.add(path)

    def area(self, points: Sequence[Point], colour: str, *, edge: str = "") -> None:
        """Fill what points enclose, with an edge of another colour if one is named."""
        path = self._path(points)
        path.closePath()
        path.fillColor = self._colour(colour)
        path.strokeColor = self._colour(edge) if edge else None
        path.strokeWidth = 1.0
        self.drawing.add(path)

    def hatch(self, points: Sequence[Point], colour: str) -> None:
        """Draw slanted hairlines over what points enclose."""
        ends = [end for x, y in points for end in (x, self.height - y)]
        lines = Hatching(spacings=_HATCH, angles=_SLANT, xyLists=[ends])
        lines.fillColor = None
        lines.strokeColor = self._colour(colour)
        lines.strokeWidth = 0.7
        if lines.points:
            self.drawing.add(lines)

    def write(
        self, text: str, at: Point, lettering: Lettering, colour: str, *, align: str = "left"
    ) -> None:
        """Write one line of words; ``at`` is the point on the baseline that they are aligned to."""
        x = at[0] - width_of(text, lettering) * _SHARE_LEFT[align]
        words = String(x, self.height - at[1], text)
        words.fontName, words.fontSize = _FACES[lettering.face], lettering.size
        words.fillColor = self._colour(colour)
        self.drawing.add(words)

    def svg(self, title: str, told: str) -> bytes:
        """Give the picture.

        Args:
            title: What it is of.
            told: What it shows, for people who do not see it.
        """
        draw = cast("Callable[..., str]", renderSVG.drawToString)  # pyright: ignore[reportUnknownMemberType] -- no types of its own
        # Qt would draw the rectangle that ReportLab clips with otherwise.
        written = draw(self.drawing, fontHacks=_IN_SVG, useClip=True)
        for rounded, colour in self._colours.items():
            written = written.replace(rounded, colour)
        for name, words in (("title", title), ("desc", told)):
            written = written.replace(
                f"<{name}>...</{name}>", f"<{name}>{escape(words)}</{name}>", 1
            )
        return written.encode()

    def placed(self, left: float, top: float) -> tuple[tuple[PlacedPath, ...], list[PlacedText]]:
        """Give the lines and the words for a page, this far from its corner."""
        paths: list[PlacedPath] = []
        texts: list[PlacedText] = []
        for shape in self.drawing.contents:
            if isinstance(shape, String):
                at = (left + shape.x, top + self.height - shape.y)
                texts.append(_placed_text(shape, at))
            elif isinstance(shape, Path):
                paths.append(self._placed_path(shape, left, top))
        return tuple(paths), texts

    def _colour(self, name: str) -> Color:
        """Give a colour, and remember how ReportLab will round it in a picture: to the percent."""
        colour = HexColor(name)
        parts = (int(part * 100) for part in (colour.red, colour.green, colour.blue))
        self._colours["rgb({}%,{}%,{}%)".format(*parts)] = name
        return colour

    def _path(self, points: Sequence[Point]) -> Path:
        path = Path()
        (x, y), *others = points
        path.moveTo(x, self.height - y)
        for x, y in others:
            path.lineTo(x, self.height - y)
        return path

    def _placed_path(self, path: Path, left: float, top: float) -> PlacedPath:
        strokes: list[tuple[Point, ...]] = []
        ends = iter(path.points)
        for operator in path.operators:
            if operator == _CLOSE:
                continue
            point = (left + next(ends), top + self.height - next(ends))
            if operator == _MOVE:
                strokes.append((point,))
            else:
                strokes[-1] = (*strokes[-1], point)
        dash = path.strokeDashArray
        return PlacedPath(
            strokes=tuple(strokes),
            weight=path.strokeWidth,
            stroke=_parts(path.strokeColor),
            fill=_parts(path.fillColor),
            dash=tuple(float(each) for each in dash) if isinstance(dash, list) else (),
        )


def width_of(text: str, lettering: Lettering) -> float:
    """Give the width of words as they are set."""
    return measure(text, lettering.size, lettering.face)


def cut(text: str, room: float, lettering: Lettering) -> str:
    """Cut words that are wider than the room, with an ellipsis in place of what is missing."""
    text = printable(text)
    if width_of(text, lettering) <= room:
        return text
    kept = text
    while kept and width_of(kept + _ELLIPSIS, lettering) > room:
        kept = kept[:-1].rstrip()
    return kept + _ELLIPSIS


def _placed_text(words: String, at: Point) -> PlacedText:
    face = Face.BOLD if words.fontName == _FACES[Face.BOLD] else Face.REGULAR
    lettering = Lettering(words.fontSize, face)
    width = width_of(words.text, lettering)
    return PlacedText(words.text, at[0], at[1], width, lettering, Role.MARGIN)


def _parts(colour: Color | None) -> tuple[float, float, float] | None:
    return None if colour is None else (colour.red, colour.green, colour.blue)
