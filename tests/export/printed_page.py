"""What another program sees on a page of a PDF: words, boxes, marks, rules and dotted leaders.

All measures are in points from the top left corner. What is drawn is read and not how it is drawn:
a rule may be a line, a thin filled rectangle or a row of underscores; a leader may be dots or a
dashed line; a letter that is drawn twice, as some programs print bold, is one letter.
"""

import ctypes
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib import import_module
from itertools import pairwise
from typing import Any, cast

from tests.export.page_lines import WHITE, Frame, Line, lines_of, merged, without_frames
from tests.export.page_lines import frames as frames_among

# It comes without types of its own.
pypdfium2 = cast("Any", import_module("pypdfium2"))

DOLLAR, PARENTHESES, UNDERSCORE, DOT = "$", "()", "_", "."
SAME_BASELINE = 1.0
_TWICE = 0.35
_GAP_OF_HEIGHT = 0.09  # a space is 0.2 of the height of narrow type, kerning less than 0.05
_RUN_GAP = 2.5
_SHORTEST_LEADER = 2
_HYPHENS = str.maketrans(dict.fromkeys("\u00ad\u2010\u2011\u0002\ufffe", "-"))
_LINE_NUMBER = re.compile(r"\d+\.")


@dataclass(frozen=True, slots=True)
class Letter:
    """One printed character: its pen position, advance, height of type and inked rectangle."""

    text: str
    x: float
    y: float
    right: float
    height: float
    ink: tuple[float, float, float, float]
    font: str

    @property
    def is_bold(self) -> bool:
        """Whether its font calls itself so."""
        return "bold" in self.font

    @property
    def is_slanted(self) -> bool:
        """Likewise; such letters lean over their neighbours."""
        return "italic" in self.font or "oblique" in self.font


@dataclass(frozen=True, slots=True)
class Word:
    """Letters without a gap between them, on a baseline."""

    text: str
    x: float
    y: float
    right: float
    height: float
    bold: bool


@dataclass(frozen=True, slots=True)
class CodeBox:
    """A code and the frame around it."""

    code: str
    frame: Frame


@dataclass(frozen=True, slots=True)
class PrintedPage:
    """One page as it is seen.

    Attributes:
        words: The words, without codes, marks, underscores and leaders.
        boxes: The codes with the frames around them.
        blanks: The frames without anything in them, to be ticked.
        marks: Dollar signs, and parentheses that stand around a rule instead of words.
        rules: Straight lines, of underscores too, that are no side of a frame.
        leaders: Rows of dots.
        letters: Every letter as often as it is drawn.
    """

    words: tuple[Word, ...]
    boxes: tuple[CodeBox, ...]
    blanks: tuple[Frame, ...]
    marks: tuple[Word, ...]
    rules: tuple[Line, ...]
    leaders: tuple[Line, ...]
    letters: tuple[Letter, ...]


def read_page(page: Any) -> PrintedPage:
    """Read one page of an open PDF."""
    height = float(page.get_height())
    drawn, dashed = lines_of(page, height)
    letters = tuple(_letters(page, height))
    rules, rest = _rows(_once(letters), UNDERSCORE, 1)
    dots, rest = _rows(rest, DOT, _SHORTEST_LEADER)
    tokens = list(_tokens(rest))
    drawn = merged(drawn)
    frames = frames_among(drawn, [_rectangle(token) for token in tokens])
    boxes = _boxes(tokens, frames)
    words = [token for token in tokens if id(token) not in boxes]
    marks = [word for word in words if word.text in (DOLLAR, *PARENTHESES)]
    held = [frame for frame in frames if any(frame.holds(*_middle(token)) for token in tokens)]
    return PrintedPage(
        tuple(word for word in words if word not in marks),
        tuple(boxes.values()),
        tuple(frame for frame in frames if frame not in held),
        tuple(marks),
        (*without_frames(drawn, frames), *rules),
        (*dashed, *dots),
        letters,
    )


def _letters(page: Any, height: float) -> Iterator[Letter]:
    text = page.get_textpage()
    raw = pypdfium2.raw
    try:
        for position in range(text.count_chars()):
            shown = unicodedata.normalize("NFKC", chr(raw.FPDFText_GetUnicode(text, position)))
            shown = shown.translate(_HYPHENS)
            generated = raw.FPDFText_IsGenerated(text, position) == 1
            if shown.strip() and not generated and _has_ink(text, position):
                yield _letter(text, position, shown, height)
    finally:
        text.close()


def _has_ink(text: Any, position: int) -> bool:
    """Whether a letter can be seen on white paper: a search layer's cannot."""
    raw = pypdfium2.raw
    thing = raw.FPDFText_GetTextObject(text, position)
    if raw.FPDFTextObj_GetTextRenderMode(thing) == raw.FPDF_TEXTRENDERMODE_INVISIBLE:
        return False
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    raw.FPDFText_GetFillColor(text, position, red, green, blue, alpha)
    return alpha.value > 0 and min(red.value, green.value, blue.value) < WHITE


def _letter(text: Any, position: int, shown: str, height: float) -> Letter:
    x, y = ctypes.c_double(), ctypes.c_double()
    pypdfium2.raw.FPDFText_GetCharOrigin(text, position, x, y)
    left, low, right, high = text.get_charbox(position)
    _, foot, advance, head = text.get_charbox(position, loose=True)
    ink = (left, height - high, right, height - low)
    font = _font_of(text, position)
    return Letter(shown, x.value, height - y.value, advance, head - foot, ink, font)


def _font_of(text: Any, position: int) -> str:
    name, flags = ctypes.create_string_buffer(128), ctypes.c_int()
    pypdfium2.raw.FPDFText_GetFontInfo(text, position, name, len(name), flags)
    return name.value.decode("utf-8", "replace").casefold()


def _once(letters: Iterable[Letter]) -> list[Letter]:
    """Give letters by line and from left to right, each once however often it is drawn."""
    lines: list[list[Letter]] = []
    for letter in sorted(letters, key=lambda letter: letter.y):
        if not lines or letter.y - lines[-1][0].y > SAME_BASELINE:
            lines.append([])
        lines[-1].append(letter)
    kept: list[Letter] = []
    for line in lines:
        for letter in sorted(line, key=lambda letter: letter.x):
            near = (one for one in kept[-3:] if abs(one.x - letter.x) < _TWICE)
            if not any(one.text == letter.text and abs(one.y - letter.y) < _TWICE for one in near):
                kept.append(letter)
    return kept


def _rows(letters: list[Letter], sign: str, fewest: int) -> tuple[list[Line], list[Letter]]:
    """Part rows of one sign from the other letters."""
    rows: list[list[Letter]] = []
    before: Letter | None = None
    for letter in letters:
        if letter.text == sign:
            if before is None or before.text != sign or not _follows(before, letter, _RUN_GAP):
                rows.append([])
            rows[-1].append(letter)
        before = letter
    long = [row for row in rows if len(row) >= fewest]
    taken = {id(letter) for row in long for letter in row}
    return [_line(row) for row in long], [each for each in letters if id(each) not in taken]


def _line(row: list[Letter]) -> Line:
    _, top, _, foot = row[0].ink
    y = (top + foot) / 2
    return Line(row[0].ink[0], y, row[-1].ink[2], y, foot - top)


def _follows(one: Letter, other: Letter, gap: float) -> bool:
    return abs(other.y - one.y) <= SAME_BASELINE and other.x - one.right <= gap


def _tokens(letters: list[Letter]) -> Iterator[Word]:
    """Give words, and each mark for itself."""
    runs: list[list[Letter]] = []
    for before, letter in pairwise([None, *letters]):
        if letter is None:
            continue
        together = before is not None and _follows(before, letter, _GAP_OF_HEIGHT * letter.height)
        if not together or _stands_apart(runs[-1], letter):
            runs.append([])
        runs[-1].append(letter)
    for run in runs:
        yield _word(run)


def _stands_apart(run: list[Letter], letter: Letter) -> bool:
    """Whether a letter begins a word without a gap: around "$", and after a line's number."""
    before = "".join(each.text for each in run)
    numbered = letter.text.isupper() and _LINE_NUMBER.fullmatch(before) is not None
    return numbered or DOLLAR in (letter.text, before)


def _word(run: list[Letter]) -> Word:
    first, last = run[0], run[-1]
    text = "".join(letter.text for letter in run)
    return Word(text, first.x, first.y, last.right, first.height, first.is_bold)


def _rectangle(word: Word) -> Frame:
    return Frame(word.x, word.y - 0.6 * word.height, word.right, word.y)


def _middle(word: Word) -> tuple[float, float]:
    return (word.x + word.right) / 2, word.y - 0.3 * word.height


def _boxes(tokens: list[Word], frames: list[Frame]) -> dict[int, CodeBox]:
    """Give the codes in frames by the identity of their words."""
    boxes: dict[int, CodeBox] = {}
    for token in tokens:
        around = [frame for frame in frames if frame.holds(*_middle(token))]
        if token.text.isdigit() and around:
            boxes[id(token)] = CodeBox(token.text, min(around, key=lambda frame: frame.area))
    return boxes
