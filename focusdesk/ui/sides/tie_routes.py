"""Where the cards of the ties stand between the two sides, and how their lines go to the boxes."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF


@dataclass(frozen=True, slots=True)
class Band:
    """The room between the two sides, in pixels.

    Attributes:
        width: From side to side.
        gap: Between a card and a side; the lines turn there.
        card: How high a card is.
        air: Between two cards, at least.
    """

    width: int
    gap: int
    card: int
    air: int


def card_tops(middles: Sequence[int], band: Band) -> tuple[int, ...]:
    """Stack cards, each at its own height or below the one before it.

    Args:
        middles: Where the middle of each would best stand, from the top downwards.
        band: The room.
    """
    tops: list[int] = []
    least = 0
    for middle in middles:
        tops.append(max(middle - band.card // 2, least))
        least = tops[-1] + band.card + band.air
    return tuple(tops)


def routes(
    place: tuple[int, int],
    card_top: int,
    boxes: tuple[Sequence[int], Sequence[int]],
    band: Band,
) -> list[tuple[QPointF, ...]]:
    """Give the lines from a card to its boxes, each as the points at which it turns.

    Each tie turns at a place of its own, so that no two run over each other: at the left the first
    one nearest to the cards, at the right likewise, where their lines go on downwards.

    Args:
        place: Which of how many ties it is, counted from 0.
        card_top: Where its card begins.
        boxes: Where the middles of its boxes stand at the left and at the right.
        band: The room.
    """
    at, count = place
    middle = card_top + band.card // 2
    turn = band.gap * (at + 1) / (count + 1)
    end = band.width - band.gap
    leftwards = [_bent((0, y), band.gap - turn, (band.gap, middle)) for y in boxes[0]]
    rightwards = [_bent((band.width, y), end + turn, (end, middle)) for y in boxes[1]]
    return leftwards + rightwards


def _bent(box: tuple[float, float], turn: float, card: tuple[float, float]) -> tuple[QPointF, ...]:
    return (QPointF(*box), QPointF(turn, box[1]), QPointF(turn, card[1]), QPointF(*card))
