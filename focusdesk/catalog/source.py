"""One edition's folder as it stands on disk: ``edition.toml`` and one file for each schedule."""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from focusdesk.catalog.problem import DefinitionError, Problem
from focusdesk.catalog.reading import Place, build
from focusdesk.form.citation import UNVERIFIED
from focusdesk.form.edit_check import CarriedFigure, EditCheck
from focusdesk.form.page import Ornament, PageLayout
from focusdesk.form.period import Period
from focusdesk.form.schedule import Schedule

EDITION_FILE = "edition.toml"


@dataclass(frozen=True, slots=True)
class SignCheck:
    """The check of every entered amount whose box says nothing of negative amounts.

    Attributes:
        id: The check's name, ``S04``.
        severity: How much a finding weighs.
        message: What to tell the preparer; ``{code}`` and ``{value}`` are replaced.
        cite: The rule or form line behind it.
        sure: How sure that is, as in `EditCheck`.
        why: Why it matters.
    """

    id: str
    severity: str
    message: str
    cite: str = ""
    sure: str = UNVERIFIED
    why: str = ""


@dataclass(frozen=True, slots=True)
class TotalCheck:
    """The check of every total that a file states; its name is that of the box's formula.

    Attributes:
        message: What to tell; ``{code}``, ``{stated}`` and ``{computed}`` are replaced.
        cite: The rule or form line behind it.
        sure: How sure that is, as in `EditCheck`.
        why: Why it matters.
    """

    message: str
    cite: str = ""
    sure: str = UNVERIFIED
    why: str = ""


@dataclass(frozen=True, slots=True)
class EditionFile:
    """What ``edition.toml`` says. Its fields are the file's keys.

    Attributes:
        id: The edition's name, which its folder bears too.
        title: What the form is called.
        in_force_from: The first period reported in this edition.
        illustrative_before: Periods before this one are in force only as an illustration.
        offered_from: The first period for which it may be chosen before it is in force.
        offered_note: What is not sure of it until then, as the rest of a sentence.
        based_on: The edition whose schedules apply where this folder has no file of the same id.
        withdrawn: Ids of schedules of that edition that this one no longer has.
        firm_code: The box that names the firm; empty takes that of the edition it is based on.
        file_number_code: The box of the firm's SEC file number, if the form has one; likewise.
        begins_code: The box that says when the period begins, if the form has one; empty likewise.
        as_of_code: The box that says when the period ends; empty likewise.
        sign_check: The check S04; none takes that of the edition it is based on.
        total_check: The checks F01 and on; likewise.
        checks: Checks of boxes on any schedule; those of the edition it is based on hold too, but
            for the ids that this one has.
        figures: What checks ask for and no box holds; likewise, by their codes.
        furniture: What every page but the cover carries; none takes that of that edition.
        page: The geometry that the schedules of this folder share, where their own pages do not
            say otherwise; they have it already.
    """

    id: str
    title: str
    in_force_from: Period
    illustrative_before: Period | None = None
    offered_from: Period | None = None
    offered_note: str = ""
    based_on: str = ""
    withdrawn: tuple[str, ...] = ()
    firm_code: str = ""
    file_number_code: str = ""
    begins_code: str = ""
    as_of_code: str = ""
    sign_check: SignCheck | None = None
    total_check: TotalCheck | None = None
    checks: tuple[EditCheck, ...] = ()
    figures: tuple[CarriedFigure, ...] = ()
    furniture: tuple[Ornament, ...] = ()
    page: PageLayout | None = None

    @property
    def edit_check(self) -> EditCheck | None:
        """The sign check as the form knows it."""
        sign = self.sign_check
        return sign and EditCheck(
            sign.id, sign.severity, "", (), sign.message, sign.cite, sign.sure, sign.why
        )

    @property
    def stated_check(self) -> EditCheck | None:
        """The check of stated totals as the form knows it."""
        total = self.total_check
        return total and EditCheck(
            "", "error", "", (), total.message, total.cite, total.sure, total.why
        )


@dataclass(frozen=True, slots=True)
class ScheduleSource:
    """A schedule and the file that defines it.

    Attributes:
        file: The folder and name of the file, for the words of a problem.
        schedule: What it defines.
    """

    file: str
    schedule: Schedule


@dataclass(frozen=True, slots=True)
class EditionSource:
    """One folder, read.

    Attributes:
        file: The folder and name of the edition's own file.
        edition: What ``edition.toml`` says.
        schedules: The schedules that the folder itself holds, in the order of the form.
    """

    file: str
    edition: EditionFile
    schedules: tuple[ScheduleSource, ...]


def read_source(folder: Path) -> EditionSource:
    """Read an edition's folder.

    Raises:
        DefinitionError: files cannot be read or are not as they must be; one problem for each file.
    """
    problems: list[Problem] = []
    header: EditionFile | None = None
    shared: object = None
    schedules: list[ScheduleSource] = []
    for path in (folder / EDITION_FILE, *schedule_files(folder)):
        place = Place(f"{folder.name}/{path.name}")
        try:
            if path.name == EDITION_FILE:
                table = read_table(path)
                header, shared = build(EditionFile, table, place), table.get("page")
                _demand_same_name(folder, header, place)
            else:
                schedule = build(Schedule, _with_shared(read_table(path), shared), place)
                schedules.append(ScheduleSource(place.file, schedule))
        except DefinitionError as error:
            problems += error.problems
    if header is None or problems:
        raise DefinitionError(problems)
    ordered = sorted(schedules, key=lambda source: (source.schedule.order, source.file))
    return EditionSource(f"{folder.name}/{EDITION_FILE}", header, tuple(ordered))


def _with_shared(table: dict[str, object], shared: object) -> dict[str, object]:
    """Give a schedule's table with what its edition's pages share, where it says nothing else."""
    own = table.get("page")
    if not (isinstance(own, dict) and isinstance(shared, dict)):
        return table
    return {**table, "page": {**cast("dict[str, object]", shared), **own}}


def schedule_files(folder: Path) -> list[Path]:
    """Give the files of a folder that define schedules, by name."""
    return sorted(path for path in folder.glob("*.toml") if path.name != EDITION_FILE)


def read_table(path: Path) -> dict[str, object]:
    """Read one TOML file.

    Raises:
        DefinitionError: it cannot be opened, is not UTF-8, or is not TOML.
    """
    try:
        return tomllib.loads(read_text(path))
    except tomllib.TOMLDecodeError as error:
        raise _unusable(path, f"The file is not valid TOML: {error}. Correct it there.") from error


def read_text(path: Path) -> str:
    """Read a definition file, with line feeds whatever the checkout made of them.

    Raises:
        DefinitionError: it cannot be opened or is not UTF-8.
    """
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError as error:
        message = f"The file is missing. Every edition's folder holds one: write {path.name}."
        raise _unusable(path, message) from error
    except OSError as error:
        message = f"The file cannot be read: {error.strerror}. Check its permissions."
        raise _unusable(path, message) from error
    except UnicodeDecodeError as error:
        message = f"The file is not UTF-8 text (byte {error.start + 1}). Save it as UTF-8."
        raise _unusable(path, message) from error


def _unusable(path: Path, message: str) -> DefinitionError:
    return DefinitionError([Problem(f"{path.parent.name}/{path.name}", "", message)])


def _demand_same_name(folder: Path, header: EditionFile, place: Place) -> None:
    if header.id != folder.name:
        place.refuse(
            f'The edition\'s id is "{header.id}" but its folder is named "{folder.name}". '
            "Give both the same name."
        )
