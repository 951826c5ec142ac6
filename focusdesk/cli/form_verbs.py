"""The form and its calendar, without a store: `due`, `blank`, `editions`, and `doctor`."""

from collections.abc import Callable, Mapping
from pathlib import Path

from focusdesk.calendars.due import due_date
from focusdesk.catalog.loader import load_editions
from focusdesk.cli.output import long_date, say, say_json, say_table, writable_suffix, write_answer
from focusdesk.cli.places import data_folder
from focusdesk.cli.request import Refused, Request
from focusdesk.cli.verbs import DONE
from focusdesk.doctor.examination import doctor_report, render
from focusdesk.form.period import Period
from focusdesk.resources import resource_path


def show_due_date(request: Request) -> int:
    """Say when a month is due, and the holidays that were skipped on the way there.

    Raises:
        PeriodError: the word is no month.
        CalendarError: the calendar does not reach so far.
    """
    found = due_date(Period.parse(request.words[0]), request.calendar)
    if request.as_json:
        skipped = [{"date": day.date.isoformat(), "why": day.why} for day in found.skipped]
        due = found.due.isoformat()
        say_json({"period": str(found.period), "due": due, "skipped": skipped})
        return DONE
    say(f"{found.period.label} is due on {long_date(found.due)}.")
    for day in found.skipped:
        say(f"{long_date(day.date)} does not count: {day.why}.")
    return DONE


def draw_blank(request: Request) -> int:
    """Write the blank form.

    Raises:
        Refused: there is no such edition, or the file cannot be written.
    """
    from focusdesk.export.report import draw_blank_form  # noqa: PLC0415 -- ReportLab is 60 ms

    writable_suffix(request.to, (".pdf",))
    editions = load_editions()
    if request.edition not in editions:
        message = f'There is no edition "{request.edition}". Known: {", ".join(editions)}.'
        raise Refused(message)
    write_answer(request.to, draw_blank_form(editions[request.edition]))
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
    "due": show_due_date,
    "blank": draw_blank,
    "editions": list_editions,
    "doctor": examine_machine,
}
"""What each command does."""
