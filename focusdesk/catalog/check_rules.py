"""Whether an edition's checks can be used: statements, boxes, messages, what they wait for."""

from collections.abc import Iterator, Mapping
from itertools import chain

from focusdesk.calc.binding import IT, OTHER, words_of
from focusdesk.calc.check_message import figures_in
from focusdesk.calc.checks import Severity, instances
from focusdesk.catalog.formula_rules import PlacedFormula, read_formula
from focusdesk.catalog.overlay import PlacedEdition
from focusdesk.catalog.problem import Problem
from focusdesk.catalog.reading import Place
from focusdesk.form.box import BoxKind
from focusdesk.form.edit_check import EditCheck
from focusdesk.form.edition import Edition
from focusdesk.form.schedule import Schedule


def check_problems(placed: PlacedEdition) -> Iterator[Problem]:
    """Find the checks whose statement, boxes or message cannot be used."""
    edition = placed.edition
    for schedule in edition.schedules:
        for check in schedule.checks:
            place = Place(placed.files[schedule.id], (f"check {check.id}",))
            yield from _of_check(check, instances(check, schedule), place, edition)
        yield from _of_duties(schedule, placed.files[schedule.id])
    for check in edition.checks:
        place = Place(placed.file, (f"check {check.id}",))
        every = chain.from_iterable(instances(check, it) for it in edition.schedules)
        yield from _of_check(check, tuple(dict.fromkeys(every)), place, edition)


def _of_check(
    check: EditCheck, asked: tuple[str, ...], place: Place, edition: Edition
) -> Iterator[Problem]:
    steps = ", ".join(place.steps)
    kinds = {code: box.kind for code, box in edition.boxes.items()}
    kinds |= {figure.code: figure.kind for figure in edition.figures}
    yield from (Problem(place.file, steps, message) for message in _of_boxes(check, asked, kinds))
    of_words: dict[tuple[BoxKind, ...], dict[str, BoxKind]] = {}
    for each in asked:
        words = {word: kinds[code] for word, code in words_of(each).items() if code in kinds}
        of_words.setdefault(tuple(words.values()), words)
    for words in of_words.values():
        for formula in _formulas(check, place):
            read = read_formula(formula, kinds | words)
            if isinstance(read, Problem):
                yield read


def _of_duties(schedule: Schedule, file: str) -> Iterator[Problem]:
    """Demand of each notice what is to be reported, under a name of its own on the schedule."""
    met: set[str] = set()
    for check in schedule.checks:
        step = f"check {check.id}"
        if (check.duty is not None) is not (check.severity == Severity.NOTICE):
            message = (
                "A check has a duty where its severity is notice, and only there: [check.duty]."
            )
            yield Problem(file, step, message)
        elif check.duty is not None:
            if check.duty.event in met:
                message = f'The event "{check.duty.event}" is that of another check. Name it anew.'
                yield Problem(file, step, message)
            met.add(check.duty.event)


def _formulas(check: EditCheck, place: Place) -> Iterator[PlacedFormula]:
    yield PlacedFormula(check.must, place, "truth")
    if check.when:
        yield PlacedFormula(check.when, place, "truth")
    for tie in check.ties:
        yield PlacedFormula(tie, place, "truth")
    for figure in figures_in(check.message):
        yield PlacedFormula(figure, place.within("message"), "any")


def _of_boxes(
    check: EditCheck, asked: tuple[str, ...], kinds: Mapping[str, BoxKind]
) -> Iterator[str]:
    """Say what is wrong with the boxes that a check names, and what it lacks."""
    own = {IT, OTHER} if any(asked) else set[str]()
    named = {
        "codes": check.codes,
        "needs": tuple(code for need in check.needs for code in need.split(" or ")),
        "each": tuple(code for each in check.each for code in each.split()),
        "without": check.without,
    }
    for key, codes in named.items():
        for code in codes:
            if code not in kinds and code not in own:
                yield f'{key} names {code}, but this edition has no such box. Correct "{key}".'
    if not check.codes and not any(asked):
        yield 'The check names no box to look at. Write codes = ["7045"].'
    if not check.message:
        yield 'The check has no message. Write message = "...".'
    if bool(check.when) != bool(check.otherwise):
        yield "when and otherwise go together: write both or neither."
    if check.each and check.of_every:
        yield "each and of_every both say of which boxes it is asked: take one of them out."
