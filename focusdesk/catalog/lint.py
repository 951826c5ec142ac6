"""Rules for a whole edition: what no single table of a definition file can show to be wrong."""

import re
from collections import Counter
from collections.abc import Iterator

from focusdesk.catalog.check_rules import check_problems
from focusdesk.catalog.citation_rules import citation_problems
from focusdesk.catalog.figure_rules import figure_problems
from focusdesk.catalog.formula_rules import formula_problems
from focusdesk.catalog.overlay import PlacedEdition
from focusdesk.catalog.problem import Problem
from focusdesk.catalog.reading import Place
from focusdesk.catalog.standing_rules import standing_problems
from focusdesk.form.box import Box, BoxKind
from focusdesk.form.edition import Edition
from focusdesk.form.ornaments import PAGE_LABEL
from focusdesk.form.page import Ornament
from focusdesk.form.schedule import LineItem, Schedule

_BRACES = re.compile(r"\{([^{}]*)\}")
_CODE = re.compile(r"[A-Za-z0-9_]+(\.[A-Za-z0-9_]+)?")
_ID = re.compile(r"[a-z0-9_]+")


def lint(placed: PlacedEdition) -> tuple[Problem, ...]:
    """Find everything that is wrong with an edition, schedule by schedule."""
    problems = list(_of_edition(placed))
    for schedule in placed.edition.schedules:
        file = placed.files[schedule.id]
        problems += _of_schedule(schedule, Place(file))
        problems += _of_requirement(schedule, Place(file), placed.edition)
        problems += standing_problems(schedule, Place(file, ("[standing]",)), placed.edition)
        problems += _of_page(schedule, Place(file), placed)
        for position, line in enumerate(schedule.line_items, start=1):
            problems += _of_line(schedule, line, _line_place(file, line, position))
    problems += formula_problems(placed, lambda code: _box_place(placed, code))
    problems += figure_problems(placed)
    problems += check_problems(placed)
    problems += citation_problems(placed)
    return tuple(problems)


def _of_edition(placed: PlacedEdition) -> Iterator[Problem]:
    edition = placed.edition
    place = Place(placed.file)
    if not edition.schedules:
        yield _problem(place, "The edition has no schedule. Add one file for each.")
        return
    named = {
        "firm_code": edition.firm_code,
        "file_number_code": edition.file_number_code,
        "begins_code": edition.begins_code,
        "as_of_code": edition.as_of_code,
    }
    for key, code in named.items():
        if code and code not in edition.boxes:
            yield _problem(place, f'{key} is "{code}", but the edition has no such box.')
    yield from _unknown_words(edition.furniture, place.within("furniture"), placed)
    sign_message = edition.sign_check.message if edition.sign_check else ""
    for word in set(_BRACES.findall(sign_message)) - {"code", "value"}:
        step = place.within("[sign_check]")
        yield _problem(step, f"Its message has {{{word}}}: only {{code}} and {{value}} are known.")
    yield from _twice(placed)
    for message in _of_periods(edition):
        yield _problem(place, message)


def _of_periods(edition: Edition) -> Iterator[str]:
    """Say what is wrong with when the edition is in force, offered or an illustration."""
    start, offered = edition.illustrative_before, edition.offered_from
    if start is not None and start < edition.in_force_from:
        yield "illustrative_before is earlier than in_force_from."
    if offered is not None and offered >= edition.in_force_from:
        yield "offered_from is not earlier than in_force_from: take it out."
    if (offered is None) != (not edition.offered_note):
        yield "offered_from and offered_note go together: write both or neither."


def _twice(placed: PlacedEdition) -> Iterator[Problem]:
    """Find codes, checks and places in the form that two definitions claim."""
    seen: dict[tuple[str, str], Place] = {}
    for what, name, place in _claims(placed):
        first = seen.setdefault((what, name), place)
        if first is not place:
            where = ", ".join((first.file, *first.steps))
            yield _problem(place, f"The {what} {name} is taken already: {where}. Change one.")


def _claims(placed: PlacedEdition) -> Iterator[tuple[str, str, Place]]:
    checked: set[str] = set()
    for schedule in placed.edition.schedules:
        file = placed.files[schedule.id]
        yield "order", str(schedule.order), Place(file)
        for position, line in enumerate(schedule.line_items, start=1):
            for box in line.boxes:
                place = _line_place(file, line, position).within(_box_step(box))
                yield "code", box.code, place
                if box.check:
                    yield "check", box.check, place
        for check in schedule.checks:
            place = Place(file, (f"check {check.id}",))
            yield f"statement of {schedule.id}", f"{check.id}, {check.must}", place
            # One id may stand for several statements, but not for a box's formula as well.
            if check.id not in checked:
                yield "check", check.id, place
            checked.add(check.id)


def _of_schedule(schedule: Schedule, place: Place) -> Iterator[Problem]:
    if not _ID.fullmatch(schedule.id):
        yield _problem(place, f'The id "{schedule.id}" takes small letters, digits and "_" only.')
    if not schedule.tab.strip():
        yield _problem(place, 'The schedule has no name on its tab. Write tab = "...".')
    if not any(schedule.title):
        yield _problem(place, 'The schedule has no title. Write title = ["..."].')


def _of_requirement(schedule: Schedule, place: Place, edition: Edition) -> Iterator[Problem]:
    """Say where a schedule's requirement is none, or where its watched boxes need one."""
    if schedule.requirement:
        box = edition.boxes.get(schedule.requirement)
        if box is None or box.kind is not BoxKind.AMOUNT:
            why = "the edition has no such box" if box is None else "that box holds no amount"
            yield _problem(place, f'requirement is "{schedule.requirement}", but {why}.')
    elif any(box.watched for box in schedule.boxes):
        message = "It has watched boxes and no requirement, of which their changes are a part."
        yield _problem(place, f'{message} Write requirement = "7060", with its code.')


def _of_page(schedule: Schedule, place: Place, placed: PlacedEdition) -> Iterator[Problem]:
    page = place.within("page")
    own = {box.code for box in schedule.boxes}
    for name, times in Counter(column.id for column in schedule.page.columns).items():
        if times > 1:
            yield _problem(page, f'{times} columns are named "{name}". Give each its own name.')
    named = [("page cell", cell.code) for cell in schedule.page.cells]
    named += [("double_ruled", code) for code in schedule.page.double_ruled]
    for what, code in named:
        if code not in own:
            step = page.within(f"{what} {code}")
            yield _problem(step, "The schedule has no such box. Correct the code or add the box.")
    yield from _unknown_words(schedule.page.ornaments, page, placed)
    shared = {ornament.block for ornament in placed.edition.furniture if schedule.page.furniture}
    for block in dict.fromkeys(ornament.block for ornament in schedule.page.ornaments):
        if block and block not in shared:
            message = f'An ornament stands for the furniture\'s block "{block}", which it lacks.'
            yield _problem(page, f"{message} Correct the block or leave it out.")


def _unknown_words(
    ornaments: tuple[Ornament, ...], place: Place, placed: PlacedEdition
) -> Iterator[Problem]:
    for ornament in ornaments:
        for code in _BRACES.findall(ornament.text):
            if code != PAGE_LABEL and code not in placed.edition.boxes:
                yield _problem(
                    place.within(f'ornament "{ornament.text}"'),
                    f"It shows {{{code}}}, but the edition has no such box.",
                )


def _of_line(schedule: Schedule, line: LineItem, place: Place) -> Iterator[Problem]:
    inside = _BRACES.findall(line.label)
    own = {box.code for box in line.boxes}
    for code in inside:
        if code not in own:
            message = f"Its label shows {{{code}}}, but the line has no such box."
            yield _problem(place, f"{message} Correct the label or add the box to the line.")
    if Counter(line.label)["{"] != len(inside) or Counter(line.label)["}"] != len(inside):
        yield _problem(place, "A brace in its label has no partner. Write a box as {7150}.")
    columns = Counter(box.column for box in line.boxes if box.column)
    for column, times in columns.items():
        if times > 1:
            message = f'{times} boxes of the line stand in column "{column}". Move one of them.'
            yield _problem(place, message)
    for box in line.boxes:
        for message in (*_of_place(schedule, box, inside), *_of_box(box)):
            yield _problem(place.within(_box_step(box)), message)


def _of_place(schedule: Schedule, box: Box, inside: list[str]) -> Iterator[str]:
    """Say what keeps a printed box from having one place on paper."""
    page = schedule.page
    if box.column and box.column not in {column.id for column in page.columns}:
        known = ", ".join(column.id for column in page.columns) or "none"
        yield f'The page has no column "{box.column}". Its columns: {known}.'
    has_cell = box.code in {cell.code for cell in page.cells}
    has_row = page.rows and (box.column or box.code in inside)
    if box.printed and not (has_cell or has_row):
        yield (
            "It has no place on paper. Give it a column of the page, a page cell, "
            "or braces in the line's label."
            if page.rows
            else "It has no place on paper. The page prints no rows: give it a page cell."
        )


def _of_box(box: Box) -> Iterator[str]:
    if not _CODE.fullmatch(box.code):
        yield "A code is letters and digits, or two such words with a full stop: 7010, 7150.note."
    if box.kind is not BoxKind.AMOUNT:
        yield from _only_of_amounts(box)
    if box.format and box.kind is not BoxKind.TEXT:
        yield f"Only a text can have a format, and this box is of kind {box.kind}."
    if box.parentheses and box.may_be_negative:
        yield "What is printed in parentheses is entered as positive: take may_be_negative out."
    if box.is_computed and box.carried:
        yield "A computed box follows from others, it is never carried: take carried out."
    if box.check and not box.is_computed:
        yield f"It bears the check {box.check} but has no formula for it. Add the formula."


def _only_of_amounts(box: Box) -> Iterator[str]:
    said = {
        "parentheses": box.parentheses,
        "dollar_sign": box.dollar_sign,
        "may_be_negative": box.may_be_negative,
        "total": box.total,
        'cents = "up"': box.cents == "up",
        "watched": bool(box.watched),
        "trend": bool(box.trend),
    }
    for key in (key for key, there in said.items() if there):
        yield f"Only an amount can have {key}, and this box is of kind {box.kind}."


def _box_place(placed: PlacedEdition, code: str) -> Place:
    schedule = placed.edition.schedule_of(code)
    line = schedule.line_of(code)
    box = placed.edition.boxes[code]
    position = schedule.line_items.index(line) + 1
    return _line_place(placed.files[schedule.id], line, position).within(_box_step(box))


def _line_place(file: str, line: LineItem, position: int) -> Place:
    words = " ".join(word for word in (line.number, f'"{line.text}"' if line.label else "") if word)
    return Place(file, (f"line item {words}" if words else f"line item number {position}",))


def _box_step(box: Box) -> str:
    return f"box {box.code} in column {box.column}" if box.column else f"box {box.code}"


def _problem(place: Place, message: str) -> Problem:
    return Problem(place.file, ", ".join(place.steps), message)
