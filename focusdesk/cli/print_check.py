"""Hold a printed PDF against a store: each month's figures, and its pages drawn again."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from focusdesk.cli.month_check import CheckedMonth, check_month
from focusdesk.exchange.pdf_parts import parts_of
from focusdesk.exchange.pdf_words import Shown, shown_otherwise, words_of
from focusdesk.exchange.printed_pdf import PrintInside, read_prints
from focusdesk.export.archive import is_intact
from focusdesk.export.bundle import Bundle
from focusdesk.export.marks import FOOT_HEIGHT
from focusdesk.filing.copies import PRINT_ATTACHMENT
from focusdesk.filing.register import Register

_REVIEW_TABLES = "review tables"
_Words: TypeAlias = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class ChangedPage:
    """A page that is not drawn as its figures are.

    Attributes:
        number: Its place in the file, counted from 1.
        title: Which page of the form it is.
        shown: Its words in the place of others; empty where the words are the same.
        in_foot: Whether words differ, and only in the foot of the paper, outside the form's area.
    """

    number: int
    title: str
    shown: tuple[Shown, ...]
    in_foot: bool = False


@dataclass(frozen=True, slots=True)
class CheckedPrint:
    """What was found out about a PDF.

    Attributes:
        name: Its name.
        intact: Whether the digest that it carries of itself is right.
        months: What it holds, month by month.
        drawn_again: Whether this program draws the same from the figures that it carries, to the
            byte; or to the last part, if only the packing differs and it is intact.
        compared: Whether its pages could be compared with others, drawn again.
        same_making: Whether those carry the same fingerprint and were drawn by the same program;
            otherwise only the words of the pages could be compared.
        pages: The pages that are drawn otherwise.
        attached: The names of attached files that are not as they were printed.
        elsewhere: Whether something else is otherwise: typefaces, tags, description.
        page_count: How many pages it has, and how many were drawn again.
    """

    name: str
    intact: bool
    months: tuple[CheckedMonth, ...]
    drawn_again: bool = False
    compared: bool = False
    same_making: bool = True
    pages: tuple[ChangedPage, ...] = ()
    attached: tuple[str, ...] = ()
    elsewhere: bool = False
    page_count: tuple[int, int] = (0, 0)

    @property
    def exact(self) -> bool:
        """Whether it is exactly what the store holds."""
        proven = self.drawn_again or all(month.signed for month in self.months)
        return proven and all(month.equal and not month.differing for month in self.months)

    @property
    def shows_figures(self) -> bool:
        """Whether the figures that it carries are what its pages show."""
        if self.drawn_again or all(month.signed for month in self.months):
            return True
        as_drawn = self.compared and all(page.in_foot for page in self.pages)
        here, there = self.page_count
        return self.intact and as_drawn and here == there and not self.attached


def check_print(register: Register, content: bytes, name: str) -> CheckedPrint:
    """Find out how a PDF compares with what the store holds.

    Args:
        register: The store's filings.
        content: The PDF.
        name: Its name, for sentences.

    Raises:
        ImportRefused: it is no PDF that was printed from a filing.
        DamagedPdf: what belongs to it cannot be read.
        StoreError: the store cannot be read.
    """
    inside = read_prints(content, name)
    file_digest = hashlib.sha256(content).hexdigest()
    months = tuple(check_month(register, each, name, file_digest) for each in inside)
    found = CheckedPrint(name, is_intact(content), months)
    drawn = _drawn(months, in_bundle=bool(inside[0].place))
    if drawn is None:
        return found
    if drawn == content:
        return replace(found, drawn_again=True, compared=True)
    return _Overlay(found, content, drawn).checked(inside)


def _drawn(months: Sequence[CheckedMonth], *, in_bundle: bool) -> bytes | None:
    """Give the whole file drawn again; `None` where one of its months cannot be."""
    drawn = [(month.filing, month.drawn.pdf) for month in months if month.filing and month.drawn]
    if len(drawn) < len(months):
        return None
    if not in_bundle:
        return drawn[0][1]
    bundle = Bundle()
    for filing, pdf in drawn:
        bundle.add(filing, pdf)
    return bundle.finished()


class _Overlay:
    """A file laid over what was drawn again in its place."""

    def __init__(self, found: CheckedPrint, content: bytes, drawn: bytes) -> None:
        self._found, self._content, self._drawn = found, content, drawn
        self._same: dict[str, str] = {}
        for month in found.months:
            self._same.update(month.drawn.same if month.drawn else {})
        # What is known to differ is in the margins of all pages and in what the file says of
        # itself; then only the words can be compared.
        self._all_same = all(found == expected for found, expected in self._same.items())

    def checked(self, inside: Sequence[PrintInside]) -> CheckedPrint:
        """Say where the two differ."""
        here = parts_of(self._content, self._found.name)
        there = parts_of(self._drawn, "what was drawn again")
        own = read_prints(self._drawn, "what was drawn again")
        attached = tuple(self._attached(inside, own))
        pages = tuple(self._pages(here.pages, there.pages))
        same_rest = here.rest == there.rest and len(here.pages) == len(there.pages)
        return replace(
            self._found,
            compared=True,
            same_making=self._all_same,
            drawn_again=self._found.intact and here == there and tuple(inside) == own,
            pages=pages,
            attached=attached,
            elsewhere=self._all_same and not same_rest and not pages and not attached,
            page_count=(len(here.pages), len(there.pages)),
        )

    def _attached(self, inside: Sequence[PrintInside], own: Sequence[PrintInside]) -> Iterator[str]:
        expected = {each.place: each for each in own}
        for each in inside:
            other = expected.get(each.place)
            if other is None or other.figures != each.figures:
                yield each.figures_name
            if self._all_same and (other is None or other.how != each.how):
                yield each.place + PRINT_ATTACHMENT

    def _pages(self, here: Sequence[str], there: Sequence[str]) -> Iterator[ChangedPage]:
        changed = [
            at for at, pair in enumerate(zip(here, there, strict=False)) if pair[0] != pair[1]
        ]
        if not changed:
            return
        words, own = self._words()
        form_words, own_form_words = self._words(FOOT_HEIGHT)
        titles = self._titles(len(there))
        for at in changed:
            shown = shown_otherwise(words[at], own[at], self._same)
            if shown or self._all_same:
                in_foot = bool(shown) and form_words[at] == own_form_words[at]
                yield ChangedPage(at + 1, titles[at], shown, in_foot=in_foot)

    def _words(self, above: float = 0.0) -> tuple[_Words, _Words]:
        """Read the words of the pages, and of those that were drawn again."""
        here = words_of(self._content, self._found.name, above)
        return here, words_of(self._drawn, "what was drawn again", above)

    def _titles(self, count: int) -> list[str]:
        """Name the pages of the file, in its order."""
        months = self._found.months
        if len(months) == 1:
            tabs = list(months[0].drawn.tabs) if months[0].drawn else []
            return tabs + [_REVIEW_TABLES] * (count - len(tabs))
        titles: list[str] = []
        for month in months:
            if month.drawn and month.filing:
                pages = len(parts_of(month.drawn.pdf, self._found.name).pages)
                tabs = [*month.drawn.tabs, *[_REVIEW_TABLES] * (pages - len(month.drawn.tabs))]
                titles += [f"{month.filing.title}, {tab}" for tab in tabs]
        return titles
