"""Rules for citations: how sure each is has a key of its own, and no words in the citation."""

from collections.abc import Iterator

from focusdesk.catalog.overlay import PlacedEdition
from focusdesk.catalog.problem import Problem
from focusdesk.form.citation import HOW_SURE, UNVERIFIED
from focusdesk.form.schedule import Schedule


def citation_problems(placed: PlacedEdition) -> Iterator[Problem]:
    """Find the citations of an edition that could be quoted with a wrong mark, or with two."""
    edition = placed.edition
    for schedule in edition.schedules:
        for step, cite, sure in _quoted(schedule):
            for message in _of_citation(cite, sure):
                yield Problem(placed.files[schedule.id], step, message)
    named = (("[sign_check]", edition.sign_check), ("[total_check]", edition.total_check))
    checks = [(step, check) for step, check in named if check is not None]
    checks += [(f"check {check.id}", check) for check in edition.checks]
    for step, check in checks:
        for message in _of_citation(check.cite, check.sure):
            yield Problem(placed.file, step, message)


def _quoted(schedule: Schedule) -> Iterator[tuple[str, str, str]]:
    """List where a schedule cites, what, and how sure it says that it is."""
    yield "", schedule.cite, schedule.sure
    for box in schedule.boxes:
        yield f"box {box.code}", box.cite, box.sure
    for check in schedule.checks:
        yield f"check {check.id}", check.cite, check.sure
    standing = schedule.standing
    for level in (*standing.minimums, *standing.levels) if standing else ():
        yield f"level {level.figure}", level.cite, level.sure


def _of_citation(cite: str, sure: str) -> Iterator[str]:
    if sure not in HOW_SURE:
        yield f'sure is "{sure}", but only these are known: {", ".join(HOW_SURE)}.'
    elif not cite and sure != UNVERIFIED:
        yield 'sure says how sure a citation is, and there is none. Write cite = "...".'
    if "verified" in cite.casefold():
        yield "A citation does not say itself how sure it is: it is marked by sure. Use that key."
