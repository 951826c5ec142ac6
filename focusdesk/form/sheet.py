"""A page while things are being placed on it: words measured, fitted, wrapped and aligned."""

from focusdesk.form.placed import (
    LEADER_DOT,
    Lettering,
    Measure,
    PlacedFrame,
    PlacedLeader,
    PlacedPage,
    PlacedRule,
    PlacedText,
    Role,
)

SMALLEST_ON_ONE_LINE = 5.0
"""Words that would have to be smaller to fit, in points, are set on two lines."""

_LARGEST_ON_TWO_LINES = 6.0
_SAME_LINE = 2.0
_LEADER_GAP = 1.0
_SHARE_LEFT_OF_ANCHOR = {"left": 0.0, "center": 0.5, "right": 1.0}


class Sheet:
    """Takes what is placed, in reading order, and gives the page.

    Attributes:
        row: The line item, paragraph or cell that texts written now belong to, counted from 1.
        column: Likewise its column; 0 for what names the row.
    """

    def __init__(self, measure: Measure) -> None:
        self._measure = measure
        self.row = 0
        self.column = 0
        self.texts: list[PlacedText] = []
        self.leaders: list[PlacedLeader] = []
        self.rules: list[PlacedRule] = []
        self.frames: list[PlacedFrame] = []

    def width_of(self, text: str, lettering: Lettering) -> float:
        """Give the width of words as they are set."""
        return self._measure(text, lettering.size, lettering.face) * lettering.scale

    def write(  # noqa: PLR0913 -- a text is its words, place, setting, role and box
        self,
        text: str,
        at: tuple[float, float],
        lettering: Lettering,
        role: Role,
        *,
        code: str = "",
        align: str = "left",
    ) -> PlacedText:
        """Place one line of words; ``at`` is the point on the baseline that they are aligned to."""
        width = self.width_of(text, lettering)
        x = at[0] - width * _SHARE_LEFT_OF_ANCHOR[align]
        placed = PlacedText(text, x, at[1], width, lettering, role, code, self.row, self.column)
        self.texts.append(placed)
        return placed

    def write_within(  # noqa: PLR0913 -- as `write`, with a span for the point
        self,
        text: str,
        span: tuple[float, float],
        y: float,
        lettering: Lettering,
        role: Role,
        *,
        code: str = "",
        align: str = "left",
    ) -> None:
        """Place words between two edges, smaller if need be and on two lines if much is needed.

        The last line stands on the baseline ``y``.
        """
        lines = self.fitted(text, span[1] - span[0], lettering)
        anchor = span[0] + (span[1] - span[0]) * _SHARE_LEFT_OF_ANCHOR[align]
        for above, (line, fit) in zip(reversed(range(len(lines))), lines, strict=True):
            self.write(line, (anchor, y - above * fit.size), fit, role, code=code, align=align)

    def write_across(
        self, text: str, span: tuple[float, float], y: float, lettering: Lettering, role: Role
    ) -> None:
        """Place words so that they reach from edge to edge, with wider spaces between them."""
        *words, last = text.split(" ")
        free = span[1] - span[0] - self.width_of(text, lettering)
        x = span[0]
        for word in words:
            # Each keeps its space, so that a reader of the page finds words apart.
            placed = self.write(f"{word} ", (x, y), lettering, role)
            x = placed.right + free / len(words)
        self.write(last, (x, y), lettering, role)

    def fitted(self, text: str, room: float, lettering: Lettering) -> list[tuple[str, Lettering]]:
        """Set words in one line no wider than the room, or in two where one would be too small."""
        fit = self.shrunk(text, room, lettering)
        if fit.size >= min(SMALLEST_ON_ONE_LINE, lettering.size) or len(text) < 2:  # noqa: PLR2004
            return [(text, fit)]
        halves = _halves(text)
        widest = max(halves, key=lambda half: self.width_of(half, lettering))
        fit = self.shrunk(
            widest, room, lettering.of_size(min(lettering.size, _LARGEST_ON_TWO_LINES))
        )
        return [(half, fit) for half in halves]

    def shrunk(self, text: str, room: float, lettering: Lettering) -> Lettering:
        """Give the largest setting, up to this one, in which words are no wider than the room."""
        width = self.width_of(text, lettering)
        return lettering if width <= room else lettering.of_size(lettering.size * room / width)

    def wrapped(
        self, text: str, room: float, lettering: Lettering, first_room: float | None = None
    ) -> list[str]:
        """Break words into lines no wider than the room; the first line may have less.

        A word that is wider by itself is broken where it must be.
        """
        lines: list[str] = []
        line = ""
        for word in text.split(" "):
            here = first_room if first_room is not None and not lines else room
            longer = f"{line} {word}" if line else word
            if self.width_of(longer, lettering) <= here:
                line = longer
                continue
            if line:
                lines.append(line)
            *broken, line = self._broken(word, room, lettering)
            lines += broken
        return [*lines, line]

    def _broken(self, word: str, room: float, lettering: Lettering) -> list[str]:
        """Break a word that is wider than the room; one that is not stays whole."""
        pieces: list[str] = []
        while len(word) > 1 and self.width_of(word, lettering) > room:
            fits = next(
                (n for n in range(len(word) - 1, 1, -1) if self._fits(word[:n], room, lettering)), 1
            )
            pieces.append(word[:fits])
            word = word[fits:]
        return [*pieces, word]

    def _fits(self, text: str, room: float, lettering: Lettering) -> bool:
        return self.width_of(text, lettering) <= room

    def lead(self, x: float, to_x: float, y: float, lettering: Lettering) -> None:
        """Lead from where words end to a point, in full stops of their type.

        The last dot ends at the point, so that the dots of rows that lead there are in line. One
        or two dots are no leader.
        """
        pitch = round(self.width_of(".", lettering), 3)
        steps = (to_x - LEADER_DOT - x - _LEADER_GAP) // pitch
        if steps > 1:
            self.leaders.append(PlacedLeader(to_x - LEADER_DOT - steps * pitch, y, to_x, pitch))

    def rule(
        self, span: tuple[float, float], y: float, weight: float = 0.5, code: str = ""
    ) -> None:
        """Draw a horizontal line."""
        self.rules.append(PlacedRule(span[0], y, span[1], y, weight, code))

    def frame(self, span: tuple[float, float], to_y: float, height: float, code: str = "") -> None:
        """Draw a frame that stands on ``to_y``."""
        self.frames.append(PlacedFrame(span[0], to_y - height, span[1], to_y, code=code))

    def put_in_reading_order(self) -> None:
        """Order the texts line by line from the top, each line from left to right."""
        lines: list[list[PlacedText]] = []
        for text in sorted(self.texts, key=lambda text: text.y):
            if not lines or text.y - lines[-1][0].y > _SAME_LINE:
                lines.append([])
            lines[-1].append(text)
        self.texts = [text for line in lines for text in sorted(line, key=lambda text: text.x)]

    def page(self, width: float, height: float, name: str) -> PlacedPage:
        """Give the page with all that was placed."""
        return PlacedPage(
            width,
            height,
            name,
            tuple(self.texts),
            tuple(self.leaders),
            tuple(self.rules),
            tuple(self.frames),
        )


def _halves(text: str) -> tuple[str, str]:
    """Break words in two, at the space nearest to the middle if there is one."""
    middle = len(text) // 2
    spaces = [position for position, letter in enumerate(text) if letter == " "]
    if not spaces:
        return text[:middle], text[middle:]
    at = min(spaces, key=lambda position: abs(position - middle))
    return text[:at], text[at + 1 :]
