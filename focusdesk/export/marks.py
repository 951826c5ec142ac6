"""What stands around and across a page's own area, and never in it.

Words across the page keep a draft from being taken for a filing; initials say who has looked at a
review; the foot says which page of what this is. The form's own area differs from edition to
edition: where it reaches up to the head of the paper, what belongs there stands at the left side
and reads upward.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import atan2, cos, degrees, hypot, sin, tan

from focusdesk.export.fonts import CONDENSED, measure
from focusdesk.form.placed import (
    Face,
    Lettering,
    PlacedMark,
    PlacedPage,
    Role,
)
from focusdesk.form.sheet import Sheet

EDGE = 18.0
"""Nearer to the edge of the paper, in points, printers do not print."""

FOOT_HEIGHT = 26.0
"""How far up the paper, in points, the foot reaches; the form's own area is above it."""

_FORM_LEFT = 36.0  # words in the margins begin under the form's own left edge

_ACROSS_GRAY = 0.85  # dark enough to come through on a copy, light enough to read on
_ACROSS_LARGEST = 150.0
_ACROSS_SHARE = 0.68
_ACROSS_APART = 76.0

_HEAD_HEIGHT = 17.0
_SIDE_WIDTH = 11.5
_HEAD = Lettering(9.0, Face.BOLD)
_WORDS = Lettering(8.0, Face.BOLD, CONDENSED)
_KEY = Lettering(6.0, Face.REGULAR, CONDENSED)
_TINY = Lettering(4.5, Face.REGULAR, CONDENSED)
_SIGNED_BY = ("Prepared", "Reviewed", "Approved")
_NAMED = 31.0
_INITIALS = 38.0
_DATE = 46.0
_GAP = 4.0
_ALL_INITIALS = len(_SIGNED_BY) * (_NAMED + _INITIALS + _DATE + _GAP) - _GAP

_FOOT = Lettering(6.5, Face.REGULAR, CONDENSED)
_FOOT_Y = 19.4
_FOOT_APART = 14.0  # the form's own page number stands between the two halves


@dataclass(frozen=True, slots=True)
class Margins:
    """What one page says outside its own area.

    Attributes:
        across: Words across the page, under everything else: DRAFT.
        head: Words at its head.
        key: What the marks beside the boxes mean, and the like, in small.
        initials: Whether there are boxes for the initials of those who look through it.
        left: Words at the left of its foot.
        right: Words at the right of its foot.
    """

    across: tuple[str, ...] = ()
    head: str = ""
    key: str = ""
    initials: bool = False
    left: str = ""
    right: str = ""


def with_margins(page: PlacedPage, margins: Margins) -> PlacedPage:
    """Put everything around a page that belongs there."""
    sheet = Sheet(measure)
    marks = [*_across(page, margins.across)]
    if margins.head or margins.initials:
        if _top_of(page) >= EDGE + _HEAD_HEIGHT:
            _write_head(page, margins, sheet)
        else:
            marks += _side(page, margins, sheet)
    _write_foot(page, margins, sheet)
    return replace(
        page,
        texts=(*page.texts, *sheet.texts),
        frames=(*page.frames, *sheet.frames),
        marks=(*page.marks, *marks),
    )


def _top_of(page: PlacedPage) -> float:
    """Give the height at which a page's own area begins."""
    words = (text.y - text.lettering.capital_height for text in page.texts)
    lines = (line.y for line in (*page.rules, *page.frames))
    return min((*words, *lines), default=page.height)


def _across(page: PlacedPage, words: tuple[str, ...]) -> Iterator[PlacedMark]:
    """Write words from corner to corner, one line under the other."""
    diagonal = hypot(page.width, page.height)
    turn = atan2(page.height, page.width)
    for line, text in enumerate(words):
        aside = _ACROSS_APART * (2 * line - len(words) + 1)
        room = diagonal - abs(aside) * (tan(turn) + 1 / tan(turn))
        widest = measure(text, 1.0, Face.BOLD)
        size = min(_ACROSS_LARGEST, _ACROSS_SHARE * room / widest)
        setting = Lettering(size, Face.BOLD)
        back = widest * size / 2
        below = aside + setting.capital_height / 2  # words stand in the middle of their height
        x = page.width / 2 - back * cos(turn) + below * sin(turn)
        y = page.height / 2 + back * sin(turn) + below * cos(turn)
        yield PlacedMark(text, x, y, setting, degrees(turn), _ACROSS_GRAY)


def _write_head(page: PlacedPage, margins: Margins, sheet: Sheet) -> None:
    if not margins.initials:
        at = (page.width / 2, EDGE + _HEAD.capital_height + 1)
        sheet.write(margins.head, at, _HEAD, Role.MARGIN, align="center")
        return
    starts = page.width - _FORM_LEFT - _ALL_INITIALS
    room = starts - _FORM_LEFT - 2 * _GAP
    for words, setting, y in ((margins.head, _WORDS, 7.0), (margins.key, _KEY, 14.5)):
        fit = sheet.shrunk(words, room, setting)
        sheet.write(words, (_FORM_LEFT, EDGE + y), fit, Role.MARGIN)
    for name, at, initials, date in _boxes_from(starts):
        sheet.write(name, (at, EDGE + 11.0), _KEY, Role.MARGIN)
        for words, left, right in (("initials", initials, date), ("date", date, date + _DATE)):
            sheet.frame((left, right), EDGE + _HEAD_HEIGHT - 0.5, _HEAD_HEIGHT - 1)
            sheet.write(words, (left + 1.5, EDGE + 5.0), _TINY, Role.MARGIN)


def _side(page: PlacedPage, margins: Margins, sheet: Sheet) -> Iterator[PlacedMark]:
    """Write the same at the left side, from the foot up."""
    length = page.height - 2 * _FORM_LEFT

    def upward(words: str, at: float, setting: Lettering) -> PlacedMark:
        inward = EDGE + (_SIDE_WIDTH + setting.capital_height) / 2
        return PlacedMark(words, inward, page.height - _FORM_LEFT - at, setting, 90.0)

    if not margins.initials:
        fit = _WORDS
        yield upward(margins.head, (length - sheet.width_of(margins.head, fit)) / 2, fit)
        return
    starts = length - _ALL_INITIALS
    fit = sheet.shrunk(margins.head, (starts - 3 * _GAP) / 2, _WORDS)
    yield upward(margins.head, 0.0, fit)
    after = sheet.width_of(margins.head, fit) + 2 * _GAP
    yield upward(margins.key, after, sheet.shrunk(margins.key, starts - after - _GAP, _KEY))
    for name, at, initials, date in _boxes_from(starts):
        yield upward(name, at, _KEY)
        for words, left, right in (("initials", initials, date), ("date", date, date + _DATE)):
            top, foot = (page.height - _FORM_LEFT - end for end in (right, left))
            sheet.frame((EDGE + 0.5, EDGE + _SIDE_WIDTH - 0.5), foot, foot - top)
            yield upward(words, left + 1.5, _TINY)


def _boxes_from(start: float) -> Iterator[tuple[str, float, float, float]]:
    """Give who signs, where that is said, and where the boxes for initials and date begin."""
    for name in _SIGNED_BY:
        yield name, start, start + _NAMED, start + _NAMED + _INITIALS
        start += _NAMED + _INITIALS + _DATE + _GAP


def _write_foot(page: PlacedPage, margins: Margins, sheet: Sheet) -> None:
    y = page.height - _FOOT_Y
    room = page.width / 2 - _FOOT_APART - _FORM_LEFT
    for words, x, align in (
        (margins.left, _FORM_LEFT, "left"),
        (margins.right, page.width - _FORM_LEFT, "right"),
    ):
        if words:
            fit = sheet.shrunk(words, room, _FOOT)
            sheet.write(words, (x, y), fit, Role.MARGIN, align=align)
