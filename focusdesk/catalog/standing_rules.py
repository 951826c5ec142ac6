"""Rules for what a schedule says of how its requirement is met."""

from collections.abc import Iterator

from focusdesk.catalog.problem import Problem
from focusdesk.catalog.reading import Place
from focusdesk.form.box import BoxKind
from focusdesk.form.edition import Edition
from focusdesk.form.schedule import Schedule


def standing_problems(schedule: Schedule, place: Place, edition: Edition) -> Iterator[Problem]:
    """Find what is wrong with a schedule's standing.

    Args:
        schedule: The schedule.
        place: Where its standing is written.
        edition: The whole edition: what is required may stand on one page, what is held on another.
    """
    standing = schedule.standing
    if standing is None:
        return
    if not schedule.requirement:
        yield _problem(place, "The schedule has no requirement to stand against. Write one.")
    if bool(standing.target) != bool(standing.over_target):
        yield _problem(place, "target and over_target go together: write both or neither.")
    figures = {figure.code for figure in edition.figures if figure.kind is BoxKind.AMOUNT}
    for key, code in (*standing.boxes, *standing.figures):
        if key in ("held", "beside", "level") and code in figures:
            continue
        box = edition.boxes.get(code)
        if box is None or box.kind is not BoxKind.AMOUNT:
            why = "the edition has no such box" if box is None else "that box holds no amount"
            yield _problem(place, f'{key} is "{code}", but {why}.')


def _problem(place: Place, message: str) -> Problem:
    return Problem(place.file, ", ".join(place.steps), message)
