"""Lay our blank form over the official one: ``python tests/export/fidelity.py OFFICIAL.pdf``.

Prints for each page what is missing, added or different and how far everything stands from its
official place, in points; exit status 1 when a budget is missed. ``--picture DIR`` writes each
page as a picture, the official one in red, ours in blue, where both have ink in black.
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
from focusdesk.export.report import draw_blank_form
from focusdesk.form.edition import Edition
from tests.export.page_differences import (
    Alone,
    Differences,
    Move,
    PageDifferences,
    differences,
)
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
"""Schedules by the page of the official file, counted from 1."""

BOX_BUDGET = 1.0
WORD_BUDGET = 2.0
MARK_BUDGET = 2.0


@dataclass(frozen=True, slots=True)
class Measure:
    """One line of the report: things of one kind, and how far they may stand apart, if limited."""

    name: str
    found: Differences
    budget: float | None = None

    @property
    def is_missed(self) -> bool:
        """Whether a budget is missed; what has none cannot miss it."""
        return self.budget is not None and not self.found.is_within(self.budget)


def measures_of(page: PageDifferences) -> tuple[Measure, ...]:
    """Give what is measured on a page, with the budgets of the issue."""
    return (
        Measure("code boxes", page.boxes, BOX_BUDGET),
        Measure("empty boxes", page.blanks, BOX_BUDGET),
        Measure("words", page.words, float("inf")),
        Measure("first words", page.first_words, WORD_BUDGET),
        Measure("$ and ( )", page.marks, MARK_BUDGET),
        Measure("rules", page.rules),
        Measure("leaders", page.leaders),
    )


def main(arguments: Sequence[str]) -> int:
    """Compare the pages asked for; give 1 when a budget is missed, 2 when nothing was compared."""
    asked = _arguments(arguments)
    edition = load_editions().get(asked.edition)
    if edition is None:
        return _refuse(f"There is no edition {asked.edition} of the form.")
    if not asked.official.is_file():
        return _refuse(f"There is no file {asked.official}.")
    missed: list[str] = []
    for schedule, number, page, pictures in _pages(edition, asked):
        measures = measures_of(page)
        verdict = "MISSES" if any(measure.is_missed for measure in measures) else "ok"
        _say(f"\npage {number}, {schedule}: {verdict}")
        for line in _lines(page, measures, verbose=asked.verbose):
            _say(line)
        missed += [f"{number} {measure.name}" for measure in measures if measure.is_missed]
        if asked.picture:
            asked.picture.mkdir(parents=True, exist_ok=True)
            path = asked.picture / f"{number:02d}-{schedule}.png"
            overlay(*pictures).save(path)
            _say(f"  picture: {path}")
    _say(f"\n{len(missed)} missed: {', '.join(missed)}" if missed else "\nall within budget")
    return 1 if missed else 0


def compare_pages(
    edition: Edition, official: Any, ours: Any, only: int | None = None
) -> Iterator[tuple[str, int, PageDifferences, tuple[Any, Any]]]:
    """Give for each schedule its official page's number, what differs, and the two open pages."""
    order = {schedule.id: number for number, schedule in enumerate(edition.schedules)}
    for schedule, number in OFFICIAL_PAGES.items():
        if schedule in order and only in (None, number):
            pages = official[number - 1], ours[order[schedule]]
            yield schedule, number, differences(*map(read_page, pages)), pages


def _pages(
    edition: Edition, asked: argparse.Namespace
) -> Iterator[tuple[str, int, PageDifferences, tuple[Any, Any]]]:
    content = draw_blank_form(edition)
    with (
        pypdfium2.PdfDocument(asked.official) as official,
        pypdfium2.PdfDocument(content) as ours,
    ):
        yield from compare_pages(edition, official, ours, asked.page)


def _arguments(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("official", type=Path, help="the official form as PDF")
    parser.add_argument("--picture", type=Path, metavar="DIR", help="write overlay pictures there")
    pages = sorted(OFFICIAL_PAGES.values())
    parser.add_argument("--page", type=int, choices=pages, help="this official page alone")
    parser.add_argument("--edition", default=EDITION, help=f"our edition; {EDITION} unless told")
    parser.add_argument("--verbose", action="store_true", help="list every displacement")
    return parser.parse_args(arguments)


def _lines(page: PageDifferences, measures: Sequence[Measure], *, verbose: bool) -> Iterator[str]:
    for measure in measures:
        yield _summary(measure)
        yield from (f"      missing  {words}" for words in _by_line(measure.found.missing))
        yield from (f"      added    {words}" for words in _by_line(measure.found.added))
        if measure.name == "words":
            yield from (f"      differs  {name}" for name in page.different)
        if verbose:
            yield from _displacements(measure.found.moved)
    yield _type_line(page)


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
    limit = f" of {measure.budget:.1f}" if measure.budget and measure.budget < 100 else ""
    return (
        f"  {measure.name:12} {len(found.moved):4} paired, {len(found.missing)} missing, "
        f"{len(found.added)} added; median {found.median:5.2f}, {largest}{limit}  {verdict}"
    )


def _displacements(moved: Sequence[Move]) -> Iterator[str]:
    for move in sorted(moved, key=lambda move: -move.distance):
        x, y = move.at
        yield (
            f"      {move.distance:6.2f}  right {move.dx:+6.2f}  down {move.dy:+6.2f}  "
            f"{move.name}  (official {x:.2f},{y:.2f})"
        )


def _type_line(page: PageDifferences) -> str:
    widest = max(page.widths, key=lambda move: abs(move.dx), default=None)
    widened = f'{widest.dx:+.2f} ("{widest.name}")' if widest else "none"
    bold = ", ".join(page.set_otherwise[:12]) or "none"
    return f"  type: words bold on one page only: {bold}; largest difference in width {widened}"


def _say(line: str) -> None:
    print(line, flush=True)  # noqa: T201 -- the report


def _refuse(sentence: str) -> int:
    print(sentence, file=sys.stderr)  # noqa: T201 -- the report
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
