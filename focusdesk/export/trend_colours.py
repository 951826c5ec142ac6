"""The colours of a trend, for paper and for each theme of the desk.

The lines are told apart by people who do not see red and green apart (after Okabe and Ito), stand
at 3:1 or more on their ground, and are never told apart by colour alone: each has its words.
"""

from dataclasses import dataclass

from focusdesk.filing.trend import TrendPart


@dataclass(frozen=True, slots=True)
class TrendColours:
    """What a trend is drawn in, each as ``#rrggbb``.

    Attributes:
        ground: Behind everything.
        ink: Words and the zero line.
        soft: Words of less weight.
        grid: The hairlines of the scale; decoration.
        excess: The line of an excess, or of a requirement.
        target: A target or a level.
        over_target: The excess over the target.
        added: A line that was added.
    """

    ground: str
    ink: str
    soft: str
    grid: str
    excess: str
    target: str
    over_target: str
    added: str

    def of(self, part: TrendPart) -> str:
        """Give the colour of a line."""
        if part.is_level:
            return self.target
        if part is TrendPart.OVER_TARGET:
            return self.over_target
        return self.added if part is TrendPart.ADDED else self.excess


_PAPER = TrendColours(
    "#ffffff", "#1c2733", "#5c6773", "#e2dfd8", "#0b5cab", "#b35900", "#007a59", "#9c2f74"
)
_DARK = TrendColours(
    "#20252b", "#e8ebee", "#b3bcc5", "#3a424b", "#74b4f4", "#f0a33c", "#4fd1a1", "#e59ac8"
)
_HIGH_CONTRAST = TrendColours(
    "#000000", "#ffffff", "#e0e0e0", "#6e6e6e", "#8ccaff", "#ffd23e", "#7dffb0", "#ffabe1"
)

TREND_COLOURS = {
    "paper": _PAPER,
    "light": _PAPER,
    "dark": _DARK,
    "high_contrast": _HIGH_CONTRAST,
}
"""The colours by the name of the theme. Do not change it."""
