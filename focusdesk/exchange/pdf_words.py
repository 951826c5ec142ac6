"""The words of a printed PDF, page by page, and where they are not those of another."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any, cast

import pypdfium2  # pyright: ignore[reportMissingTypeStubs] -- it has none

from focusdesk.exchange.printed_pdf import DamagedPdf

_pdfium = cast("Any", pypdfium2)


@dataclass(frozen=True, slots=True)
class Shown:
    """Words that a page shows in the place of others; either may be empty."""

    words: str
    instead_of: str


def words_of(content: bytes, name: str, above: float = 0.0) -> tuple[tuple[str, ...], ...]:
    """Read the words of each page, in the order of the page.

    PDFium unpacks without bounds: `parts_of` has to have read the file before.

    Args:
        content: The PDF.
        name: Its name, for sentences.
        above: How high on the paper, in points, words have to stand.

    Raises:
        DamagedPdf: a page cannot be read.
    """
    try:
        with _pdfium.PdfDocument(content) as document:
            return tuple(tuple(_text(page, above).split()) for page in document)
    except _pdfium.PdfiumError as error:
        message = f"{name} is damaged: the words of its pages cannot be read."
        raise DamagedPdf(message) from error


def shown_otherwise(
    found: Iterable[str], expected: Iterable[str], same: Mapping[str, str]
) -> tuple[Shown, ...]:
    """Say where a page's words are not those that were expected.

    Args:
        found: Its words.
        expected: Those that were expected.
        same: Words that may stand for others, by what is found.
    """
    here, there = [same.get(word, word) for word in found], list(expected)
    matcher = SequenceMatcher(None, here, there, autojunk=False)
    return tuple(
        Shown(" ".join(here[start:end]), " ".join(there[begin:stop]))
        for what, start, end, begin, stop in matcher.get_opcodes()
        if what != "equal"
    )


def _text(page: Any, above: float) -> str:
    return str(page.get_textpage().get_text_bounded(bottom=above or None))
