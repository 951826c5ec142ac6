"""The form and the machine, without a store: `blank`, `editions`, and `doctor`."""

from collections.abc import Callable, Mapping
from pathlib import Path

from focusdesk.catalog.loader import load_editions
from focusdesk.cli.output import say, say_json, say_table, writable_suffix, write_answer
from focusdesk.cli.places import data_folder
from focusdesk.cli.request import Refused, Request
from focusdesk.cli.verbs import DONE
from focusdesk.doctor.examination import doctor_report, render
from focusdesk.resources import resource_path


def draw_blank(request: Request) -> int:
    """Write the blank form.

    Raises:
        Refused: there is no such edition, or the file cannot be written.
    """
    from focusdesk.export.report import draw_blank_form  # noqa: PLC0415 -- ReportLab is 60 ms

    writable_suffix(request.file, (".pdf",))
    editions = load_editions()
    if request.edition not in editions:
        message = f'There is no edition "{request.edition}". Known: {", ".join(editions)}.'
        raise Refused(message)
    write_answer(request.file, draw_blank_form(editions[request.edition]))
    return DONE


def list_editions(request: Request) -> int:
    """List the editions of the form that the program knows, the earliest first."""
    found = [
        {
            "id": edition.id,
            "in_force_from": str(edition.in_force_from),
            "offered_from": str(edition.offered_from) if edition.offered_from else None,
            "schedules": len(edition.schedules),
            "boxes": len(edition.boxes),
        }
        for edition in load_editions().values()
    ]
    if request.as_json:
        say_json(found)
    else:
        say_table(
            ("edition", "in force from", "offered from", "schedules", "boxes"),
            [[str(part or "") for part in entry.values()] for entry in found],
        )
    return DONE


def examine_machine(request: Request) -> int:
    """Say what this machine lacks and how to mend it; 78 when something stops the desk."""
    data: Path | None
    try:
        data = data_folder()
    except ModuleNotFoundError:
        data = None
    report = doctor_report(data, resource_path("fonts"))
    say(render(report, as_json=request.as_json))
    return report.status


ACTS: Mapping[str, Callable[[Request], int]] = {
    "blank": draw_blank,
    "editions": list_editions,
    "doctor": examine_machine,
}
"""What each command does."""
