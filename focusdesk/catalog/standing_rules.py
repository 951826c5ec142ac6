"""Rules for what a schedule says of how its requirement is met."""

from collections.abc import Iterator

from focusdesk.catalog.problem import Problem
from focusdesk.catalog.reading import Place
from focusdesk.form.box import BoxKind
from focusdesk.form.edition import Edition
from focusdesk.form.schedule import Schedule
from focusdesk.form.standing import Standing


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
    told = (*_of_keys(standing, schedule.requirement), *_of_codes(standing, edition))
    yield from (Problem(place.file, ", ".join(place.steps), message) for message in told)


def _of_keys(standing: Standing, requirement: str) -> Iterator[str]:
    """Say which keys are missing, and which cannot stand together."""
    if not requirement:
        yield "The schedule has no requirement to stand against. Write one."
    if not standing.held:
        yield "held is empty: name what is held against the requirement and its levels."
    if bool(standing.target) != bool(standing.over_target):
        yield "target and over_target go together: write both or neither."
    if not (standing.minimums or standing.levels):
        return
    for key, _ in standing.boxes:
        yield f"{key} is that of a pool, minimum and level are those of capital: take one out."
    if not (standing.minimums and standing.levels):
        yield "minimum and level go together: write both or neither."
    elif requirement not in {each.figure for each in standing.minimums}:
        yield f'The requirement is "{requirement}", but no minimum is. Write a minimum of it.'


def _of_codes(standing: Standing, edition: Edition) -> Iterator[str]:
    """Say which codes name nothing that has an amount."""
    boxes = edition.boxes
    carried = {figure.code for figure in edition.figures if figure.kind is BoxKind.AMOUNT}
    named = [(key, code, code in carried) for key, code in standing.figures]
    named += [(key, code, False) for key, code in standing.boxes]
    for key, code, is_carried in named:
        if not is_carried and (code not in boxes or boxes[code].kind is not BoxKind.AMOUNT):
            why = "that box holds no amount" if code in boxes else "the edition has no such box"
            yield f'{key} is "{code}", but {why}.'
