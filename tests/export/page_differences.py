"""One printed page laid over another: what is missing, added, different, and by how far it moved.

Nothing is forgiven here: what has no partner is missing or added, and what has one is measured.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise
from math import hypot
from statistics import median
from typing import TypeAlias, TypeVar

from tests.export.page_lines import Frame, Line
from tests.export.printed_page import CodeBox, PrintedPage, Word

Point: TypeAlias = tuple[float, float]
Thing = TypeVar("Thing", Word, CodeBox, Frame, Line)

_SAME_LINE = 3.0
_SAME_PLACE = 6.0
_FURTHEST = 30.0
_NEW_RUN = 0.55  # of the height of type: a gap wider than spaces between words
_ITEM_MARK = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")


@dataclass(frozen=True, slots=True)
class Move:
    """How far something stands from its official place: to the right and down, in points."""

    name: str
    at: Point
    dx: float
    dy: float

    @property
    def distance(self) -> float:
        """As the crow flies."""
        return hypot(self.dx, self.dy)


@dataclass(frozen=True, slots=True)
class Alone:
    """Something without a partner on the other page, and where it stands."""

    name: str
    at: Point


@dataclass(frozen=True, slots=True)
class Differences:
    """What differs between things of one kind.

    Attributes:
        missing: What only the official page has.
        added: What only our page has.
        moved: Every pair, near or far.
    """

    missing: tuple[Alone, ...]
    added: tuple[Alone, ...]
    moved: tuple[Move, ...]

    @property
    def furthest(self) -> Move | None:
        """The pair that is furthest apart."""
        return max(self.moved, key=lambda move: move.distance, default=None)

    @property
    def median(self) -> float:
        """The distance that half of the pairs keep below."""
        return median(move.distance for move in self.moved) if self.moved else 0.0

    @property
    def is_complete(self) -> bool:
        """Whether everything has its partner."""
        return not self.missing and not self.added

    def is_within(self, points: float) -> bool:
        """Whether everything has its partner, no further away than that."""
        return self.is_complete and all(move.distance <= points for move in self.moved)


@dataclass(frozen=True, slots=True)
class PageDifferences:
    """What differs between an official page and ours.

    Attributes:
        boxes: The codes in their frames.
        blanks: The empty frames.
        words: All words in reading order.
        different: Pairs of unlike words at the same place; each is missing and added as well.
        first_words: The first words of the official page's lines.
        marks: Dollar signs and parentheses.
        rules: Straight lines.
        leaders: Rows of dots.
        set_otherwise: Words that are bold on one page only.
        widths: How much wider than its official partner each word is.
        weights: How much heavier each rule is.
    """

    boxes: Differences
    blanks: Differences
    words: Differences
    different: tuple[str, ...]
    first_words: Differences
    marks: Differences
    rules: Differences
    leaders: Differences
    set_otherwise: tuple[str, ...]
    widths: tuple[Move, ...]
    weights: tuple[Move, ...]


def differences(official: PrintedPage, ours: PrintedPage) -> PageDifferences:
    """Compare our page with the official one."""
    rules, _, _ = _nearest(official.rules, ours.rules, _FURTHEST)
    pairs, missing, added = _words_paired(official.words, ours.words)
    firsts = {id(word) for word in first_words(official.words)}
    moved = [(one, _moved(one, other)) for one, other in pairs]
    return PageDifferences(
        boxes=_of_boxes(official.boxes, ours.boxes),
        blanks=_compared(official.blanks, ours.blanks),
        words=Differences(_alone(missing), _alone(added), tuple(move for _, move in moved)),
        different=tuple(_at_one_place(missing, added)),
        first_words=Differences(
            _alone(word for word in missing if id(word) in firsts),
            (),
            tuple(move for word, move in moved if id(word) in firsts),
        ),
        marks=_compared(official.marks, ours.marks),
        rules=_compared(official.rules, ours.rules),
        leaders=_compared(official.leaders, ours.leaders),
        set_otherwise=tuple(one.text for one, other in pairs if one.bold != other.bold),
        widths=tuple(_grown(one, one.right - one.x, other.right - other.x) for one, other in pairs),
        weights=tuple(_grown(one, one.weight, other.weight) for one, other in rules),
    )


def in_reading_order(words: Iterable[Word]) -> list[Word]:
    """Give words line by line from the top, each line from left to right."""
    lines: list[list[Word]] = []
    for word in sorted(words, key=lambda word: word.y):
        if not lines or word.y - lines[-1][0].y > _SAME_LINE:
            lines.append([])
        lines[-1].append(word)
    return [word for line in lines for word in sorted(line, key=lambda word: word.x)]


def first_words(words: Iterable[Word]) -> list[Word]:
    """Give the words with which lines begin, and columns, and labels after their numbers."""
    ordered = in_reading_order(words)
    firsts = ordered[:1]
    for before, word in pairwise(ordered):
        gap = word.x - before.right
        follows = abs(word.y - before.y) < _SAME_LINE and gap < _NEW_RUN * word.height
        if not follows or (before is firsts[-1] and _is_item_mark(before.text)):
            firsts.append(word)
    return firsts


def _is_item_mark(text: str) -> bool:
    return text[-1] in ".):" and text != "Line" and set(text[:-1].strip("(")) <= _ITEM_MARK


def _words_paired(
    official: Iterable[Word], ours: Iterable[Word]
) -> tuple[list[tuple[Word, Word]], list[Word], list[Word]]:
    """Pair words in reading order, and what is left if it stands at the same place."""
    one, other = in_reading_order(official), in_reading_order(ours)
    texts = [word.text for word in one], [word.text for word in other]
    pairs: list[tuple[Word, Word]] = []
    for begin, there, size in SequenceMatcher(None, *texts, autojunk=False).get_matching_blocks():
        pairs += zip(one[begin : begin + size], other[there : there + size], strict=True)
    paired = {id(word) for pair in pairs for word in pair}
    missing = [word for word in one if id(word) not in paired]
    added = [word for word in other if id(word) not in paired]
    # two columns whose lines do not quite agree have no one reading order
    near, missing, added = _nearest(missing, added, _SAME_PLACE)
    return [*pairs, *near], missing, added


def _nearest(
    official: Sequence[Thing], ours: Sequence[Thing], furthest: float
) -> tuple[list[tuple[Thing, Thing]], list[Thing], list[Thing]]:
    """Pair like things, the nearest first."""
    candidates = [
        (_distance(one, other), here, there)
        for here, one in enumerate(official)
        for there, other in enumerate(ours)
        if _kind(one) == _kind(other)
    ]
    pairs: dict[int, int] = {}
    for distance, here, there in sorted(candidates):
        if distance <= furthest and here not in pairs and there not in pairs.values():
            pairs[here] = there
    return (
        [(official[here], ours[there]) for here, there in pairs.items()],
        [one for here, one in enumerate(official) if here not in pairs],
        [other for there, other in enumerate(ours) if there not in pairs.values()],
    )


def _compared(official: Sequence[Thing], ours: Sequence[Thing]) -> Differences:
    pairs, missing, added = _nearest(official, ours, _FURTHEST)
    return Differences(
        _alone(missing), _alone(added), tuple(_moved(one, other) for one, other in pairs)
    )


def _of_boxes(official: Sequence[CodeBox], ours: Sequence[CodeBox]) -> Differences:
    """A code pairs with the same code wherever it stands; one that is printed twice, nearest."""
    pairs, missing, added = _nearest(official, ours, float("inf"))
    return Differences(
        _alone(missing), _alone(added), tuple(_moved(one, other) for one, other in pairs)
    )


def _points(thing: Word | CodeBox | Frame | Line) -> tuple[tuple[float, float], ...]:
    """Give the points by which a thing is measured."""
    if isinstance(thing, Word):
        return ((thing.x, thing.y),)
    if isinstance(thing, Line):
        return ((thing.x, thing.y), (thing.to_x, thing.to_y))
    return thing.frame.corners if isinstance(thing, CodeBox) else thing.corners


def _kind(thing: Word | CodeBox | Frame | Line) -> str:
    """Say what a thing must have in common with its partner."""
    if isinstance(thing, Word):
        return thing.text
    if isinstance(thing, CodeBox):
        return thing.code
    return "upright" if isinstance(thing, Line) and thing.is_upright else "level"


def _offsets(one: Thing, other: Thing) -> Iterator[Point]:
    for (x, y), (to_x, to_y) in zip(_points(one), _points(other), strict=True):
        yield to_x - x, to_y - y


def _distance(one: Thing, other: Thing) -> float:
    """Give the distance of the point that moved most."""
    return max(hypot(*offset) for offset in _offsets(one, other))


def _moved(one: Thing, other: Thing) -> Move:
    dx, dy = max(_offsets(one, other), key=lambda offset: hypot(*offset))
    return Move(_name(one), _points(one)[0], dx, dy)


def _grown(thing: Word | Line, before: float, after: float) -> Move:
    """Give by how much a thing is wider or heavier than its partner."""
    return Move(_name(thing), _points(thing)[0], after - before, 0.0)


def _name(thing: Word | CodeBox | Frame | Line) -> str:
    if isinstance(thing, (Word, CodeBox)):
        return _kind(thing)
    to_x, to_y = _points(thing)[-1] if isinstance(thing, Line) else _points(thing)[2]
    return f"to {to_x:.1f},{to_y:.1f}"


def _alone(things: Iterable[Word | CodeBox | Frame | Line]) -> tuple[Alone, ...]:
    return tuple(Alone(_name(thing), _points(thing)[0]) for thing in things)


def _at_one_place(missing: Iterable[Word], added: Iterable[Word]) -> Iterator[str]:
    """Name words that stand where other words should."""
    left: Counter[int] = Counter(id(word) for word in added)
    for word in missing:
        for other in added:
            if left[id(other)] and _distance(word, other) <= _SAME_LINE:
                left[id(other)] = 0
                yield f'"{other.text}" for "{word.text}" at {word.x:.1f},{word.y:.1f}'
                break
