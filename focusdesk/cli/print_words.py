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

BROKEN_SEAL = (
    "The file was changed after it was printed: "
    "the digest that it carries of itself is not that of its bytes."
)
_WHOLE_SEAL = "The digest that the file carries of itself is right."
_NO_PLACE = "Its pages and figures are as printed; other bytes of the file were changed."
_SAME_WORDS = "Its pages show the words that its figures give."
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
    yield from _kinds(found.months)
    if found.exact:
        for month in found.months:
            yield from month.remarks
        return
    yield from _pages(found)
    for month in found.months:
        yield from _month_words(month, shown=found.shows_figures)
    yield from _file_words(found)


def _kinds(months: Sequence[CheckedMonth]) -> Iterator[str]:
    for month in months:
        if month.how is not None:
            named = "It" if len(months) == 1 else month.title
            yield f"{named} is {_kind(month.how, month.signed)}."


def _month_words(month: CheckedMonth, *, shown: bool) -> Iterator[str]:
    """Say how a month's figures compare: those of its pages, or else those attached to it."""
    came, others = ("printed", "figures printed with it") if shown else ("attached", "others")
    if month.how is not None:
        yield _figures_words(month, shown=shown)
    for change in month.differing:
        said, held = show_figure(change.old), show_figure(change.new)
        yield f"{change.code}  {came} {said}, the store holds {held}"
    for change in month.unfounded:
        said, given = show_figure(change.old), show_figure(change.new)
        yield f"{change.code}  {came} {said}, but the {others} give {given}"
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


def _figures_words(month: CheckedMonth, *, shown: bool) -> str:
    count = len(month.differing)
    if not count:
        which = "Every box on its pages" if shown else "Every figure attached to it"
        return f"{which} is as the store holds it: {month.title}."
    boxes = "1 box" if count == 1 else f"{count} boxes"
    differ = "differs" if count == 1 else "differ"
    of = "" if shown else " of the figures attached to it"
    return f"{boxes}{of} {differ} from {month.title}:"


def _file_words(found: CheckedPrint) -> Iterator[str]:
    """Say whether the file is as it was printed, and where else than on its pages it is not."""
    if found.drawn_again or any(month.signed for month in found.months):
        yield "The file is as it was printed."
        return
    yield _WHOLE_SEAL if found.intact else BROKEN_SEAL
    if found.compared:
        places = tuple(_places(found))
        nowhere = _NO_PLACE if found.same_making else _SAME_WORDS
        yield from places if places or found.pages else (nowhere,)


def _pages(found: CheckedPrint) -> Iterator[str]:
    """Say which pages are not drawn as its figures are, those of other figures first."""
    alike: dict[tuple[bool, tuple[Shown, ...]], list[ChangedPage]] = {}
    for page in sorted(found.pages, key=lambda page: page.in_foot):
        alike.setdefault((page.in_foot, page.shown), []).append(page)
    for (in_foot, shown), pages in alike.items():
        yield from _page_words(pages, shown, in_foot=in_foot)


def _places(found: CheckedPrint) -> Iterator[str]:
    """Say where else a file is not as it was printed."""
    here, there = found.page_count
    if here != there:
        yield f"It has {here} pages; its figures fill {there}."
    for name in found.attached:
        yield f"{name}, which is attached to it, is not as it was printed."
    if found.attached and not found.pages and here == there:
        yield "Its pages are as they were printed."
    if found.elsewhere:
        yield "Its typefaces, tags or description are not as they were printed."


def _page_words(
    pages: Sequence[ChangedPage], shown: Sequence[Shown], *, in_foot: bool
) -> Iterator[str]:
    """Say what pages show that differ in the same way."""
    numbers = ", ".join(str(page.number) for page in pages)
    titles = ", ".join(page.title for page in pages)
    where = f"Page {numbers} ({titles})" if len(pages) == 1 else f"Pages {numbers} ({titles})"
    if in_foot:
        where += ", only words in the margins differ"
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
