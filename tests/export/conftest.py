"""The shipped form with every box filled, and a reader of finished PDF files."""

import ctypes
import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from itertools import groupby, pairwise
from typing import Any, cast

import pytest

from focusdesk.catalog.loader import load_editions
from focusdesk.export.report import ReportHeading
from focusdesk.form.box import Box, BoxKind, Value
from focusdesk.form.edition import Edition

# It comes without types of its own.
pypdfium2 = cast("Any", import_module("pypdfium2"))

Values = dict[str, Value]


@dataclass(frozen=True, slots=True)
class Word:
    """A word as it stands on a page of a PDF, in points from the foot."""

    text: str
    x: float
    y: float
    right: float
    page: int


ReadWords = Callable[[bytes], list[Word]]


@pytest.fixture(scope="session")
def form() -> Edition:
    """The shipped edition of January 2014."""
    return load_editions()["2014-01"]


@pytest.fixture(scope="session")
def every_box(form: Edition) -> Values:
    """A different value in every box, negative where the box may be negative."""
    boxes = enumerate(form.boxes.values())
    return {box.code: _distinct(box, position) for position, box in boxes}


def _distinct(box: Box, position: int) -> Value:
    amount = 1_234_567 + 9_876_543_211 * position
    of_kind: dict[BoxKind, Value] = {
        BoxKind.AMOUNT: -amount if box.may_be_negative and position % 2 else amount,
        BoxKind.TEXT: f"NAME{position}",
        BoxKind.DATE: dt.date(2014, 1, 1) + dt.timedelta(days=position),
        BoxKind.CHECK: True,
        BoxKind.YES_NO: True,
    }
    return of_kind[box.kind]


@pytest.fixture(scope="session")
def heading() -> ReportHeading:
    """The margins of a started month whose figures are made up."""
    return ReportHeading(
        firm="HSBC SECURITIES (USA) INC.",
        period="January 2014",
        edition="2014-01",
        status="DRAFT",
        program="focusdesk 1.2.3",
        warning="ILLUSTRATIVE FIGURES - NOT A FILING",
    )


@pytest.fixture
def words_of() -> ReadWords:
    """Read the words of a PDF with another program's eyes."""
    return _words_of


@cache
def _words_of(content: bytes) -> list[Word]:
    document = pypdfium2.PdfDocument(content)
    words: list[Word] = []
    try:
        for number in range(len(document)):
            page = document[number]
            text = page.get_textpage()
            words += _words_on(text, number)
            text.close()
            page.close()
    finally:
        document.close()
    return words


def _words_on(text: Any, number: int) -> list[Word]:
    letters = [_letter(text, position) for position in range(text.count_chars())]
    words: list[Word] = []
    for blank, group in groupby(letters, key=lambda letter: not letter[0].strip()):
        if not blank:
            words += _split_at_gaps(list(group), number)
    return words


def _split_at_gaps(letters: list[tuple[str, float, float, float]], number: int) -> list[Word]:
    """Part letters that stand on another line or further away than letters of a word do."""
    runs = [[letters[0]]]
    for before, letter in pairwise(letters):
        apart = abs(letter[2] - before[2]) > 0.1 or not -1.0 < letter[1] - before[3] < 1.0
        if apart:
            runs.append([])
        runs[-1].append(letter)
    return [
        Word("".join(one[0] for one in run), run[0][1], run[0][2], run[-1][3], number)
        for run in runs
    ]


def _letter(text: Any, position: int) -> tuple[str, float, float, float]:
    """Give a letter, its left edge, its baseline and its right edge."""
    x, y = ctypes.c_double(), ctypes.c_double()
    pypdfium2.raw.FPDFText_GetCharOrigin(text, position, x, y)
    right = text.get_charbox(position, loose=True)[2]
    return str(text.get_text_range(position, 1)), x.value, y.value, right
