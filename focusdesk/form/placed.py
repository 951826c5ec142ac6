"""What stands on a printed page, where, and in which type: the result of placing, ready to draw.

All measures are in points from the top left corner of the page. Texts, leaders, rules and frames
are in reading order, so that what draws them can also tell their structure.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

_CAPITALS = 0.729  # of the type size, in Liberation Sans as in Arial


class Face(StrEnum):
    """The cuts of the one typeface."""

    REGULAR = "regular"
    BOLD = "bold"
    ITALIC = "italic"


class Role(StrEnum):
    """What a placed text is on the form."""

    TITLE = "title"
    FURNITURE = "furniture"
    HEADING = "heading"
    CAPTION = "caption"
    NUMBER = "number"
    LABEL = "label"
    NOTE = "note"
    DOLLAR = "dollar"
    PARENTHESIS = "parenthesis"
    VALUE = "value"
    CODE = "code"
    MARGIN = "margin"


class UnprintableText(ValueError):
    """The typeface has no letter for a character; the message names it."""


class Measure(Protocol):
    """How wide words are in the typeface."""

    def __call__(self, text: str, size: float, face: Face) -> float:
        """Give the width in points, before any horizontal scale.

        Raises:
            UnprintableText: the face lacks a letter of the text.
        """
        ...


@dataclass(frozen=True, slots=True)
class Lettering:
    """How words are set.

    Attributes:
        size: Type size in points.
        face: The cut.
        scale: Horizontal scale, 1.0 for none.
    """

    size: float
    face: Face = Face.REGULAR
    scale: float = 1.0

    @property
    def capital_height(self) -> float:
        """How high capitals and digits stand above the baseline, in points."""
        return _CAPITALS * self.size

    def of_size(self, size: float) -> "Lettering":
        """The same in another size."""
        return Lettering(size, self.face, self.scale)


@dataclass(frozen=True, slots=True)
class PlacedText:
    """One line of words.

    Attributes:
        text: The words.
        x: Left edge of the first letter.
        y: Baseline.
        width: Width of the words as they are set.
        lettering: How they are set.
        role: What they are on the form.
        code: The box that they belong to; empty for none.
        row: Which line item, paragraph or cell they belong to, counted on their page.
        column: Which column of that row; 0 for what names the row, or where there are none.
    """

    text: str
    x: float
    y: float
    width: float
    lettering: Lettering
    role: Role
    code: str = ""
    row: int = 0
    column: int = 0

    @property
    def right(self) -> float:
        """Right edge of the last letter."""
        return self.x + self.width


LEADER_DOT = 0.8
"""How wide and high a dot of a leader is, in points, as on the official forms."""


@dataclass(frozen=True, slots=True)
class PlacedLeader:
    """A row of dots that leads the eye from a label to its amount.

    Attributes:
        x: Left edge of the first dot.
        y: Baseline, on which the dots stand.
        to_x: Right edge of the last dot.
        pitch: From one dot to the next.
    """

    x: float
    y: float
    to_x: float
    pitch: float


@dataclass(frozen=True, slots=True)
class PlacedRule:
    """A straight line.

    Attributes:
        x: Where it begins.
        y: At which height it begins.
        to_x: Where it ends.
        to_y: At which height it ends.
        weight: How wide it is.
        code: The box whose value stands on it; empty for none.
        gray: 0.0 for black, up to 1.0 for white.
    """

    x: float
    y: float
    to_x: float
    to_y: float
    weight: float = 0.5
    code: str = ""
    gray: float = 0.0


@dataclass(frozen=True, slots=True)
class PlacedFrame:
    """A rectangle of lines, ``weight`` points wide; ``code`` is the box that it frames."""

    x: float
    y: float
    to_x: float
    to_y: float
    weight: float = 0.5
    code: str = ""


@dataclass(frozen=True, slots=True)
class PlacedMark:
    """Words that belong to the paper and not to the form, such as DRAFT across the page.

    Whatever else stands on the page is drawn over them.

    Attributes:
        text: The words.
        x: Where the baseline begins.
        y: Likewise, from the top.
        lettering: How they are set.
        angle: How far the baseline is turned, in degrees against the clock; 90 reads upward.
        gray: 0.0 for black, up to 1.0 for white.
    """

    text: str
    x: float
    y: float
    lettering: Lettering
    angle: float = 0.0
    gray: float = 0.0


@dataclass(frozen=True, slots=True)
class PlacedPath:
    """Lines of a chart, or an area of one.

    Attributes:
        strokes: The points of each line; an area is within each.
        weight: How wide the lines are.
        stroke: Their colour, red, green and blue from 0.0 to 1.0; `None` for no line.
        fill: The colour of the area, likewise; `None` for none.
        dash: How long dashes and the gaps between them are, in turn; empty for a whole line.
    """

    strokes: tuple[tuple[tuple[float, float], ...], ...]
    weight: float = 0.5
    stroke: tuple[float, float, float] | None = (0.0, 0.0, 0.0)
    fill: tuple[float, float, float] | None = None
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class PlacedPage:
    """One page, ready to draw.

    Attributes:
        width: Page width.
        height: Page height.
        name: What the page's bookmark says; empty for a page that needs none.
        texts: The words.
        leaders: The dots between labels and amounts.
        rules: The lines.
        frames: The rectangles.
        marks: What stands under all of these and is no part of the form.
        paths: The lines and areas of a chart, the undermost first.
        names: What the boxes are called that stand in no column, by code.
    """

    width: float
    height: float
    name: str
    texts: tuple[PlacedText, ...]
    leaders: tuple[PlacedLeader, ...] = ()
    rules: tuple[PlacedRule, ...] = ()
    frames: tuple[PlacedFrame, ...] = ()
    marks: tuple[PlacedMark, ...] = ()
    paths: tuple[PlacedPath, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict[str, str])
