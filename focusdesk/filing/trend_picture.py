"""A trend once it is drawn: the picture, and where in it each figure stands.

The window asks for it, whoever draws it gives it; neither knows the other.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TrendLook:
    """How a trend is to be drawn.

    Attributes:
        width: In pixels or points.
        height: Likewise.
        theme: The colours: ``paper``, ``light``, ``dark`` or ``high_contrast``.
        percent: How large the words are; 100 is their own size.
        title: What stands above it, where nothing else says what it is; empty for nothing.
        firm: Whose figures they are, likewise.
    """

    width: int
    height: int
    theme: str = "paper"
    percent: int = 100
    title: str = ""
    firm: str = ""


@dataclass(frozen=True, slots=True)
class TrendSpot:
    """Where a figure stands, from the top left corner.

    Attributes:
        line: The place of its line in the trend.
        month: The place of its month.
        x: How far along.
        y: How far down; `None` where there is nothing to draw.
    """

    line: int
    month: int
    x: float
    y: float | None


@dataclass(frozen=True, slots=True)
class TrendFrame:
    """Where a panel's lines run, from the top left corner.

    Attributes:
        x: Its left edge.
        y: Its upper edge.
        to_x: Its right edge.
        to_y: Its lower edge.
    """

    x: float
    y: float
    to_x: float
    to_y: float


@dataclass(frozen=True, slots=True)
class TrendPicture:
    """A drawn trend.

    Attributes:
        svg: The picture.
        width: How wide it is.
        height: How high it is.
        frames: Where the lines of each panel run.
        spots: Where each figure stands: line by line, month by month.
    """

    svg: bytes
    width: float
    height: float
    frames: tuple[TrendFrame, ...]
    spots: tuple[TrendSpot, ...]
