"""An edition that is based on another: whole schedules replaced, added or withdrawn.

There are no patches of single lines, so that one file can be held against one page of the form.
The rules outlive the pages: a schedule that takes the place of another takes over its edit checks,
but for the ids that it has itself.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NoReturn

from focusdesk.catalog.problem import DefinitionError, Problem
from focusdesk.catalog.source import EditionSource, ScheduleSource
from focusdesk.form.edit_check import CarriedFigure, EditCheck
from focusdesk.form.edition import Edition


@dataclass(frozen=True, slots=True)
class PlacedEdition:
    """An edition with the files that its schedules come from.

    Attributes:
        edition: The whole edition.
        file: Its own ``edition.toml``.
        files: The file of each schedule, by the schedule's id.
    """

    edition: Edition
    file: str
    files: Mapping[str, str]


def overlay(sources: Mapping[str, EditionSource], name: str) -> PlacedEdition:
    """Put an edition together from its own folder and those that it is based on.

    Args:
        sources: Every edition's folder, by the edition's id.
        name: The edition to put together.

    Raises:
        DefinitionError: it is based on an edition that is not there or on itself, two files define
            the same schedule, or it withdraws a schedule that it does not have.
    """
    chain = _chain(sources, name)
    placed, header = _placed(chain), chain[0].edition
    schedules = sorted(
        (source.schedule for source in placed.values()), key=lambda item: (item.order, item.id)
    )
    edition = Edition(
        id=header.id,
        title=header.title,
        in_force_from=header.in_force_from,
        illustrative_before=header.illustrative_before,
        offered_from=header.offered_from,
        offered_note=header.offered_note,
        schedules=tuple(schedules),
        furniture=next((it.edition.furniture for it in chain if it.edition.furniture), ()),
        sign_check=next((it.edition.edit_check for it in chain if it.edition.sign_check), None),
        total_check=next((it.edition.stated_check for it in chain if it.edition.total_check), None),
        checks=_with_earlier_checks(it.edition.checks for it in chain),
        figures=_with_earlier_figures(it.edition.figures for it in chain),
        firm_code=_first(it.edition.firm_code for it in chain) or "13",
        file_number_code=_first(it.edition.file_number_code for it in chain),
        begins_code=_first(it.edition.begins_code for it in chain),
        as_of_code=_first(it.edition.as_of_code for it in chain) or "25",
    )
    files = {schedule.id: placed[schedule.id].file for schedule in schedules}
    return PlacedEdition(edition, chain[0].file, files)


def _placed(chain: Sequence[EditionSource]) -> dict[str, ScheduleSource]:
    placed: dict[str, ScheduleSource] = {}
    for source in reversed(chain):
        _withdraw(placed, source)
        for name, own in _own_schedules(source).items():
            placed[name] = _with_checks_of(placed.get(name), own)
    return placed


def _with_earlier_figures(
    newest_first: Iterable[tuple[CarriedFigure, ...]],
) -> tuple[CarriedFigure, ...]:
    figures: dict[str, CarriedFigure] = {}
    for own in newest_first:
        figures = {figure.code: figure for figure in own} | figures
    return tuple(figures.values())


def _with_checks_of(earlier: ScheduleSource | None, own: ScheduleSource) -> ScheduleSource:
    if earlier is None:
        return own
    checks = _with_earlier_checks((own.schedule.checks, earlier.schedule.checks))
    return replace(own, schedule=replace(own.schedule, checks=checks))


def _with_earlier_checks(newest_first: Iterable[tuple[EditCheck, ...]]) -> tuple[EditCheck, ...]:
    """Put together the checks of an edition and of those below it; a newer one's ids prevail."""
    together: list[EditCheck] = []
    for checks in newest_first:
        taken = {check.id for check in together}
        together[:0] = [check for check in checks if check.id not in taken]
    return tuple(together)


def _first(codes: Iterable[str]) -> str:
    """Give the code that the newest edition names; empty where none names one."""
    return next(filter(None, codes), "")


def _chain(sources: Mapping[str, EditionSource], name: str) -> list[EditionSource]:
    """Give the edition, the one that it is based on, and so on to the first."""
    chain = [sources[name]]
    while base := chain[-1].edition.based_on:
        if base not in sources:
            known = ", ".join(sorted(set(sources) - {name})) or "none"
            _refuse(chain[-1], f'It is based on "{base}", which is no edition. Others: {known}.')
        if any(source.edition.id == base for source in chain):
            _refuse(chain[-1], f'It is based on "{base}", which is in turn based on it.')
        chain.append(sources[base])
    return chain


def _withdraw(placed: dict[str, ScheduleSource], source: EditionSource) -> None:
    for schedule in source.edition.withdrawn:
        if schedule not in placed:
            _refuse(
                source,
                f'It withdraws "{schedule}", which the edition that it is based on does not have. '
                "Take the name out of withdrawn.",
            )
        del placed[schedule]


def _own_schedules(source: EditionSource) -> dict[str, ScheduleSource]:
    own: dict[str, ScheduleSource] = {}
    for item in source.schedules:
        name = item.schedule.id
        if name in own:
            message = f'"{name}" is the id of {own[name].file} too. Give one of them another id.'
            raise DefinitionError([Problem(item.file, "", message)])
        if name in source.edition.withdrawn:
            message = (
                f'"{name}" is withdrawn in {source.file}. Delete this file or do not withdraw it.'
            )
            raise DefinitionError([Problem(item.file, "", message)])
        own[name] = item
    return own


def _refuse(source: EditionSource, message: str) -> NoReturn:
    raise DefinitionError([Problem(source.file, "", message)])
