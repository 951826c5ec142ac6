"""What was found out about a printed PDF, in sentences."""

import datetime as dt
from collections.abc import Iterator, Sequence

from focusdesk.calc.figures import show_figure
from focusdesk.cli.month_check import CheckedMonth
from focusdesk.cli.print_check import ChangedPage, CheckedPrint
from focusdesk.exchange.pdf_words import Shown
from focusdesk.filing.copies import Copy
from focusdesk.filing.filing import PrintRecord
from focusdesk.filing.printed import PrintedAs
from focusdesk.form.period import Period

BROKEN_SEAL = "Its seal is broken: the file was changed after it was printed."
_NO_PLACE = "What was changed stands on no page and in no file that travels inside it."
_SAME_WORDS = "But for that, its pages show the words that are drawn from its figures now."
_MOST_SHOWN = 3
_LONGEST_WORDS = 60
_KINDS = {
    Copy.FILING: "a print of the filing",
    Copy.REVIEW: "a review copy",
    Copy.PUBLIC: "a public set",
    Copy.SIGNATURE: "a signature copy",
}


def print_words(found: CheckedPrint) -> Iterator[str]:
    """Say how a PDF compares with the store, the outcome first."""
    titles = "; ".join(month.title for month in found.months)
    if found.exact:
        yield f"{found.name} is exactly what the store holds: {titles}."
    else:
        yield f"{found.name} is not exactly what the store holds."
    for month in found.months:
        yield from _month_words(month, alone=len(found.months) == 1, exact=found.exact)
    if not found.exact:
        yield from _file_words(found)


def _month_words(month: CheckedMonth, *, alone: bool, exact: bool) -> Iterator[str]:
    if month.how is not None:
        yield f"{'It' if alone else month.title} is {_kind(month.how, month.signed)}."
        if not exact:
            yield _figures_words(month)
    for change in month.differing:
        printed, held = show_figure(change.old), show_figure(change.new)
        yield f"{change.code}  printed {printed}, the store holds {held}"
    for change in month.unfounded:
        printed, given = show_figure(change.old), show_figure(change.new)
        yield f"{change.code}  printed {printed}, but the figures printed with it give {given}"
    yield from month.remarks


def _kind(how: PrintedAs, signed: PrintRecord | None) -> str:
    if signed is not None:
        return f"the signature copy that {_made(signed)}"
    kind = _KINDS[how.order.copy] + (", marked DRAFT" if how.draft else "")
    unknown = how.order.copy is Copy.SIGNATURE
    return f"{kind}, of which the store has no record" if unknown else kind


def _made(record: PrintRecord) -> str:
    at = record.printed.astimezone()
    return f"{record.user} made on {_day(at.date())} at {at:%H:%M}"


def _day(day: dt.date) -> str:
    return f"{day.day} {Period(day.year, day.month).label}"


def _figures_words(month: CheckedMonth) -> str:
    count = len(month.differing)
    if not count:
        return f"Every box on its pages is as the store holds it: {month.title}."
    boxes = "1 box differs" if count == 1 else f"{count} boxes differ"
    return f"{boxes} from {month.title}:"


def _file_words(found: CheckedPrint) -> Iterator[str]:
    """Say whether the file is as it was printed, and where it is not."""
    if found.drawn_again or any(month.signed for month in found.months):
        yield "The file itself is as it was printed."
        return
    yield "Its seal is whole." if found.intact else BROKEN_SEAL
    if found.compared:
        nowhere = _NO_PLACE if found.same_making else _SAME_WORDS
        yield from tuple(_places(found)) or (nowhere,)


def _places(found: CheckedPrint) -> Iterator[str]:
    """Say where a file is not as it was printed."""
    alike: dict[tuple[Shown, ...], list[ChangedPage]] = {}
    for page in found.pages:
        alike.setdefault(page.shown, []).append(page)
    for shown, pages in alike.items():
        yield from _page_words(pages, shown)
    here, there = found.page_count
    if here != there:
        yield f"It has {here} pages; its figures fill {there}."
    for name in found.attached:
        yield f"{name}, which travels inside it, is not as it was printed."
    if found.attached and not found.pages and here == there:
        yield "Its pages are as they were printed."
    if found.elsewhere:
        yield "Its typefaces, tags or description are not as they were printed."


def _page_words(pages: Sequence[ChangedPage], shown: Sequence[Shown]) -> Iterator[str]:
    """Say what pages show that differ in the same way."""
    numbers = ", ".join(str(page.number) for page in pages)
    titles = ", ".join(page.title for page in pages)
    where = f"Page {numbers} ({titles})" if len(pages) == 1 else f"Pages {numbers} ({titles})"
    if not shown:
        yield f"{where}: not drawn as printed, though the words are the same."
    for each in shown[:_MOST_SHOWN]:
        words, others = _short(each.words), _short(each.instead_of)
        if not words:
            yield f'{where}: "{others}" is missing.'
        elif not others:
            yield f'{where}: "{words}" does not belong there.'
        else:
            yield f'{where}: "{words}" stands in the place of "{others}".'
    more = len(shown) - _MOST_SHOWN
    if more > 0:
        yield f"{where}: {more} more such differences."


def _short(words: str) -> str:
    return words if len(words) <= _LONGEST_WORDS else f"{words[: _LONGEST_WORDS - 1]}\u2026"
