"""The door to the form's editions: definition files in, checked and frozen editions out."""

from pathlib import Path

from focusdesk.catalog.lint import lint
from focusdesk.catalog.overlay import PlacedEdition, overlay
from focusdesk.catalog.problem import DefinitionError, Problem
from focusdesk.catalog.source import EDITION_FILE, EditionSource, read_source
from focusdesk.form.edition import Edition
from focusdesk.resources import resource_path


def load_editions(folder: Path | None = None) -> dict[str, Edition]:
    """Load every edition of the form, the earliest in force first.

    Args:
        folder: Where the editions' folders are; `None` for those that the program ships.

    Raises:
        DefinitionError: definition files cannot be used; it holds everything that is wrong.
    """
    placed, problems = read_editions(folder or resource_path("forms"))
    if problems:
        raise DefinitionError(problems)
    ordered = sorted(placed, key=lambda item: (item.edition.in_force_from, item.edition.id))
    return {item.edition.id: item.edition for item in ordered}


def read_editions(folder: Path) -> tuple[list[PlacedEdition], list[Problem]]:
    """Read every edition of a folder and find all that is wrong.

    Returns:
        The editions that could be put together, and the problems of all of them.
    """
    sources, problems = _read_sources(folder)
    editions: list[PlacedEdition] = []
    for name, source in sources.items():
        if _rests_on_unread(source, sources, folder):
            continue
        try:
            placed = overlay(sources, name)
        except DefinitionError as error:
            problems += error.problems
            continue
        editions.append(placed)
        problems += lint(placed)
    if not editions and not problems:
        message = f"There is no edition of the form here: no folder with an {EDITION_FILE}."
        problems.append(Problem(str(folder), "", message))
    # An edition that overlays another finds the problems of what it takes over once more.
    return editions, list(dict.fromkeys(problems))


def _read_sources(folder: Path) -> tuple[dict[str, EditionSource], list[Problem]]:
    sources: dict[str, EditionSource] = {}
    problems: list[Problem] = []
    for path in _edition_folders(folder):
        try:
            source = read_source(path)
        except DefinitionError as error:
            problems += error.problems
        else:
            sources[source.edition.id] = source
    return sources, problems


def _edition_folders(folder: Path) -> list[Path]:
    """Give the folders that hold definition files, by name."""
    return sorted({path.parent for path in folder.glob("*/*.toml")})


def _rests_on_unread(
    source: EditionSource, sources: dict[str, EditionSource], folder: Path
) -> bool:
    """Whether it is based on a folder that could not be read, whose own problem is enough."""
    base = source.edition.based_on
    return bool(base) and base not in sources and (folder / base / EDITION_FILE).exists()
