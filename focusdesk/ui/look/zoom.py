"""How large the page is shown: from three quarters of its size to twice, in steps.

What is drawn is laid out in its own pixels, as if it were shown at 100 %, and then drawn larger or
smaller; so every line breaks alike and stands where it stands, whatever the zoom.
"""

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QFont
from typing_extensions import override

from focusdesk.ui.look.theme import TEXT_PIXELS, text_font

STEPS = (75, 80, 90, 100, 110, 125, 150, 175, 200)
"""The sizes that are offered, in percent."""

FULL_SIZE = 100


@dataclass(frozen=True, slots=True)
class Zoom:
    """How large something is shown.

    Attributes:
        percent: 100 is its own size.
    """

    percent: int = FULL_SIZE

    @property
    def factor(self) -> float:
        """By how much each pixel of a layout grows."""
        return self.percent / FULL_SIZE

    def stepped(self, steps: int) -> "Zoom":
        """Give the size so many steps larger, or smaller for a negative number; stop at the ends.

        From a size between two steps the first one goes to the next of them.
        """
        if not steps:
            return self
        ahead = [size for size in STEPS if (size > self.percent) == (steps > 0)]
        ahead = [size for size in ahead if size != self.percent]
        if not ahead:
            return self
        way = ahead if steps > 0 else ahead[::-1]
        return Zoom(way[min(abs(steps), len(way)) - 1])

    def grown(self, pixels: int) -> int:
        """Give how many pixels on the screen some pixels of a layout take, at least."""
        return -(-pixels * self.percent // FULL_SIZE)

    def room(self, pixels: int) -> int:
        """Give how many pixels of a layout some pixels on the screen have room for."""
        return pixels * FULL_SIZE // self.percent

    def edges(self, widths: tuple[int, ...]) -> tuple[int, ...]:
        """Give the widths on the screen of columns that stand side by side.

        Together they are never wider than what they take together, so that columns which fill a
        page fill it at every size.
        """
        ends = [sum(widths[: at + 1]) * self.percent // FULL_SIZE for at in range(len(widths))]
        return tuple(end - begin for begin, end in zip((0, *ends), ends, strict=False))

    def cell(self, shown: QRect) -> QRect:
        """Give the cell of a layout, its corner at the origin, that is shown in a rectangle."""
        size = QSize(self.room(shown.width()), self.room(shown.height()))
        return QRect(QPoint(0, 0), size)

    def within(self, shown: QRect, point: QPoint) -> QPoint:
        """Give where in the layout of a cell a point of the screen lies."""
        inside = point - shown.topLeft()
        return QPoint(self.room(inside.x()), self.room(inside.y()))

    def placed(self, shown: QRect, part: QRect) -> QRect:
        """Give where a part of a cell's layout stands on the screen."""
        left, top = round(part.left() * self.factor), round(part.top() * self.factor)
        right = round((part.right() + 1) * self.factor)
        bottom = round((part.bottom() + 1) * self.factor)
        return QRect(left, top, right - left, bottom - top).translated(shown.topLeft())

    def font(self, pixels: int = TEXT_PIXELS) -> QFont:
        """Give the desk's typeface in this size."""
        return text_font(max(1, round(pixels * self.factor)))

    @override
    def __str__(self) -> str:
        return f"{self.percent} %"


def zoom_kept(percent: int) -> Zoom:
    """Give a size that was kept; what is no size on offer counts as the full one."""
    return Zoom(percent if percent in STEPS else FULL_SIZE)
