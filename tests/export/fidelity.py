"""Lay our blank form over the official one: ``python tests/export/fidelity.py OFFICIAL.pdf``.

Prints for each page what is missing, added or different and how far everything stands from its
official place, in points; exit status 1 when a budget is missed. Rules and leaders are measured
and have no budget. ``--picture DIR`` writes each page as a picture, the official one in red, ours
in blue, black where both have ink.
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib import import_module
from itertools import groupby
from pathlib import Path
from typing import Any, cast

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from focusdesk.catalog.loader import load_editions
from focusdesk.catalog.problem import DefinitionError
from focusdesk.export.report import draw_blank_form
from focusdesk.form.edition import Edition
from focusdesk.form.written import PlacingError
from tests.export.page_differences import Alone, Differences, Move, PageDifferences, differences
from tests.export.page_overlay import overlay
from tests.export.printed_page import read_page

# It comes without types of its own.
pypdfium2 = cast("Any", import_module("pypdfium2"))

EDITION = "2026-03"
OFFICIAL_PAGES = {
    "cover": 1,
    "cftc_capital": 27,
    "segregation": 28,
    "cleared_swaps": 29,
    "dealer_options": 30,
    "secured_amounts": 31,
    "secured_funds": 32,
}
"""Schedules by the page of the official file, counted from 1, in its order."""

BOX_BUDGET = 1.0
WORD_BUDGET = 2.0
MARK_BUDGET = 2.0
ANYWHERE = float("inf")


class NothingToCompare(Exception):
    """The files cannot be laid over one another; the message says why."""


@dataclass(frozen=True, slots=True)
class Measure:
    """Things of one kind, and how far they may stand from their places, if that is limited."""

    name: str
    found: Differences
    budget: float | None = None

    @property
    def is_missed(self) -> bool:
        """Whether a budget is missed; what has none cannot miss it."""
        return self.budget is not None and not self.found.is_within(self.budget)


@dataclass(frozen=True, slots=True)
class ComparedPage:
    """A page of the official file, and ours, both open."""

    schedule: str
    number: int
    found: PageDifferences
    official: Any
    ours: Any

    @property
    def measures(self) -> tuple[Measure, ...]:
        """What is measured, with its budgets."""
        found = self.found
        return (
            Measure("code boxes", found.boxes, BOX_BUDGET),
            Measure("empty boxes", found.blanks, BOX_BUDGET),
            Measure("words", found.words, ANYWHERE),
            Measure("first words", found.first_words, WORD_BUDGET),
            Measure("$ and ( )", found.marks, MARK_BUDGET),
            Measure("rules", found.rules),
            Measure("leaders", found.leaders),
        )

    @property
    def missed(self) -> tuple[str, ...]:
        """What misses its budget."""
        return tuple(measure.name for measure in self.measures if measure.is_missed)


def main(arguments: Sequence[str]) -> int:
    """Compare the pages asked for; give 1 when a budget is missed, 2 when nothing was compared."""
    asked = _arguments(arguments)
    try:
        edition = _edition(asked.edition)
        missed = [f"{number} {name}" for number, name in pages_out_of_order(edition, asked.page)]
        for page in compared_pages(edition, asked.official, asked.page):
            _report(page, asked)
            missed += [f"{page.number} {name}" for name in page.missed]
    except NothingToCompare as reason:
        print(reason, file=sys.stderr)  # noqa: T201 -- the report
        return 2
    _say(f"\n{len(missed)} missed: {', '.join(missed)}" if missed else "\nall within budget")
    return 1 if missed else 0


def pages_out_of_order(edition: Edition, only: int | None = None) -> Iterator[tuple[int, str]]:
    """Give the official pages that our edition lacks, or has in another order."""
    ours = [schedule.id for schedule in edition.schedules]
    for schedule, number in OFFICIAL_PAGES.items():
        if schedule not in ours and only in (None, number):
            yield number, f"{schedule}: our form has no such page"
    shared = [schedule for schedule in ours if schedule in OFFICIAL_PAGES]
    for one, other in zip(shared, sorted(shared, key=OFFICIAL_PAGES.__getitem__), strict=True):
        if one != other and only in (None, OFFICIAL_PAGES[other]):
            yield OFFICIAL_PAGES[other], f"{other}: our form has {one} there"


def compared_pages(
    edition: Edition, official_file: Path, only: int | None = None
) -> Iterator[ComparedPage]:
    """Compare our blank form with the official file, page by page.

    Raises:
        NothingToCompare: a file cannot be read or drawn.
    """
    order = {schedule.id: position for position, schedule in enumerate(edition.schedules)}
    try:
        content = draw_blank_form(edition)
        with pypdfium2.PdfDocument(official_file) as official, pypdfium2.PdfDocument(content) as us:
            if len(official) < max(OFFICIAL_PAGES.values()):
                message = f"{official_file} has {len(official)} pages: it is not the whole form."
                raise NothingToCompare(message)
            for schedule, number in OFFICIAL_PAGES.items():
                if schedule in order and only in (None, number):
                    pages = official[number - 1], us[order[schedule]]
                    found = differences(*map(read_page, pages))
                    yield ComparedPage(schedule, number, found, *pages)
    except (FileNotFoundError, pypdfium2.PdfiumError) as error:
        message = f"{official_file} cannot be read as PDF: {error}"
        raise NothingToCompare(message) from error
    except PlacingError as error:
        raise NothingToCompare(str(error)) from error


def _edition(name: str) -> Edition:
    try:
        return load_editions()[name]
    except KeyError as error:
        message = f"There is no edition {name} of our form."
        raise NothingToCompare(message) from error
    except DefinitionError as error:
        raise NothingToCompare(str(error)) from error


def _arguments(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("official", type=Path, help="the official form as PDF")
    parser.add_argument("--picture", type=Path, metavar="DIR", help="write overlay pictures there")
    pages = sorted(OFFICIAL_PAGES.values())
    parser.add_argument("--page", type=int, choices=pages, help="this official page alone")
    parser.add_argument("--edition", default=EDITION, help=f"our edition; {EDITION} unless told")
    parser.add_argument("--verbose", action="store_true", help="list every displacement")
    return parser.parse_args(arguments)


def _report(page: ComparedPage, asked: argparse.Namespace) -> None:
    _say(f"\npage {page.number}, {page.schedule}: {'MISSES' if page.missed else 'ok'}")
    for line in _lines(page, verbose=asked.verbose):
        _say(line)
    if asked.picture:
        asked.picture.mkdir(parents=True, exist_ok=True)
        path = asked.picture / f"{page.number:02d}-{page.schedule}.png"
        overlay(page.official, page.ours).save(path)
        _say(f"  picture: {path}")


def _lines(page: ComparedPage, *, verbose: bool) -> Iterator[str]:
    for measure in page.measures:
        yield _summary(measure)
        yield from (f"      missing  {words}" for words in _by_line(measure.found.missing))
        yield from (f"      added    {words}" for words in _by_line(measure.found.added))
        if measure.found is page.found.words:
            yield from (f"      differs  {name}" for name in page.found.different)
        if verbose:
            yield from _displacements(measure.found.moved)
    yield _type_line(page.found)


def _by_line(things: Sequence[Alone]) -> Iterator[str]:
    """Put what stands side by side on one line."""
    for y, row in groupby(things, key=lambda thing: round(thing.at[1])):
        names = list(row)
        yield f"{' '.join(each.name for each in names)}  at {names[0].at[0]:.1f},{y}"


def _summary(measure: Measure) -> str:
    found = measure.found
    verdict = {None: "", False: "ok", True: "MISSES"}[
        None if measure.budget is None else measure.is_missed
    ]
    far = found.furthest
    largest = f'largest {far.distance:5.2f} ("{far.name}")' if far else "none paired"
    limit = f" of {measure.budget:.1f}" if measure.budget not in (None, ANYWHERE) else ""
    return (
        f"  {measure.name:12} {len(found.moved):4} paired, {len(found.missing)} missing, "
        f"{len(found.added)} added; median {found.median:5.2f}, {largest}{limit}  {verdict}"
    ).rstrip()


def _displacements(moved: Sequence[Move]) -> Iterator[str]:
    for move in sorted(moved, key=lambda move: -move.distance):
        x, y = move.at
        yield (
            f"      {move.distance:6.2f}  right {move.dx:+6.2f}  down {move.dy:+6.2f}  "
            f"{move.name}  (official {x:.2f},{y:.2f})"
        )


def _type_line(found: PageDifferences) -> str:
    bold = " ".join(found.set_otherwise) or "none"
    return (
        f"  type: largest difference in a word's width {_largest(found.widths)}, "
        f"in a rule's weight {_largest(found.weights)}; bold on one page only: {bold}"
    )


def _largest(grown: Sequence[Move]) -> str:
    largest = max(grown, key=lambda move: abs(move.dx), default=None)
    return f'{largest.dx:+.2f} ("{largest.name}")' if largest else "none"


def _say(line: str) -> None:
    print(line, flush=True)  # noqa: T201 -- the report


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
