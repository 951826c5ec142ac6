"""Values into boxes: `set` and `import`. Both make one edit: all of it is taken, or nothing."""

from collections.abc import Callable, Mapping
from pathlib import Path

from focusdesk.calc.checks import Severity
from focusdesk.calc.entry_lookup import entry_lookup
from focusdesk.calc.figures import show_figure
from focusdesk.calc.likely_causes import LikelyCause
from focusdesk.calc.worksheet import Worksheet
from focusdesk.cli.check_words import cause_lines
from focusdesk.cli.opening import opened
from focusdesk.cli.output import change_line, complain, say
from focusdesk.cli.request import Refused, Request
from focusdesk.cli.verbs import DONE, FINDINGS, REFUSED
from focusdesk.exchange.file_lines import bytes_of, read_file
from focusdesk.exchange.import_preview import ImportPreview, preview_import
from focusdesk.exchange.other_editions import for_edition
from focusdesk.filing.copies import FILING_ATTACHMENT
from focusdesk.filing.edit import Cause, Change, Edit
from focusdesk.filing.ground import Ground
from focusdesk.filing.session import FilingSession
from focusdesk.form.entry import EntryPreview, entry_preview, period_hint
from focusdesk.form.expression import is_expression


def set_boxes(request: Request) -> int:
    """Set boxes, and say which boxes differ since, computed ones too.

    Raises:
        StoreError: the month or the store is not there, or cannot be written.
        EditRefused: a box is unknown or computed.
        Refused: a value is none that its box takes, or a box is named twice.
    """
    with opened(request.store) as register:
        session = register.open(register.store.find(request.period))
        entries = _entries(request.words, session.worksheet)
        values = {code: entry.value for code, entry in entries.items()}
        typed = {code: _arithmetic(entry) for code, entry in entries.items()}
        changes = _apply(session, Edit(values, Cause.SET, typed=typed))
    for change in changes:
        if change.old != change.new:
            say(change_line(change))
        else:
            say(f"{change.code}  typed as {typed[change.code] or show_figure(change.new)}")
    for code, entry in entries.items():
        _remark_on(session, code, entry)
    if not changes:
        say("Nothing changed: the boxes hold these values already.")
    return DONE


def import_file(request: Request) -> int:
    """Set the boxes that a file names, after saying what that changes.

    Raises:
        StoreError: the month or the store is not there, or cannot be written.
        ImportRefused: the file cannot be read.
        Refused: it is a printed PDF that was changed since.
    """
    path = Path(request.words[0])
    content = read_file(path)
    if path.suffix.casefold() == ".pdf":
        _refuse_changed(path)
    with opened(request.store) as register:
        session = register.open(register.store.find(request.period))
        content = for_edition(content, session.edition, register.editions.values())
        preview = preview_import(content, session.filing, Ground.of(session))
        stated = {total.code: total.stated for total in preview.differing}
        causes = session.checks.causes_of_stated(stated, preview.after)
        if preview.refused:
            _complain_of(preview)
            return REFUSED
        if not request.dry_run:
            session.apply(preview.edit())
    _say_preview(preview, causes, dry_run=request.dry_run)
    weighty = any(total.severity is Severity.ERROR for total in preview.differing)
    return FINDINGS if weighty else DONE


def _entries(assignments: list[str], worksheet: Worksheet) -> dict[str, EntryPreview]:
    """Read assignments from left to right: arithmetic finds the boxes as they are set before it.

    Raises:
        Refused: a value is none that its box takes, or a box is named twice.
        AmountError: a total that arithmetic looks at would overflow.
    """
    entries: dict[str, EntryPreview] = {}
    for assignment in assignments:
        code, equals, text = assignment.partition("=")
        code = code.strip()
        if not equals:
            message = f'"{assignment}" sets nothing. Write the box, "=" and its value: 7010=1234.'
            raise Refused(message)
        if code in entries:
            message = f"{code} is set twice. Give it one value."
            raise Refused(message)
        box = worksheet.edition.boxes.get(code)
        if box is None or box.is_computed:
            # What the form does not let anyone enter is for the one door to refuse.
            entries[code] = EntryPreview()
            continue
        # Only arithmetic looks at other boxes.
        figures = _as_set(worksheet, entries) if is_expression(text) else worksheet
        entry = entry_preview(text, box, entry_lookup(code, figures))
        # Nobody is there to be shown what would be left of the cents, so none are dropped.
        if why := entry.refusal or entry.cents_lost:
            message = f"{code}: {why}"
            raise Refused(message)
        entries[code] = entry
    return entries


def _as_set(worksheet: Worksheet, entries: Mapping[str, EntryPreview]) -> Worksheet:
    """Give the figures as they will be once these entries are taken, totals too."""
    boxes = worksheet.edition.boxes
    values = {code: entry.value for code, entry in entries.items() if code in boxes}
    return Worksheet(worksheet.edition, {**worksheet.entered(), **values}, worksheet.plan)


def _arithmetic(entry: EntryPreview) -> str:
    """Give the arithmetic that was written, to be kept; empty withdraws what was typed before."""
    return entry.amount.expression if entry.amount else ""


def _remark_on(session: FilingSession, code: str, entry: EntryPreview) -> None:
    """Say what is unusual about a value that was taken."""
    if entry.question is not None:
        complain(
            f"{code}: {entry.question.negative:,} was taken as a negative. The form itself prints "
            f"the parentheses there; for the figure within them, set {entry.question.as_printed:,}."
        )
    period = session.filing.period
    for hint in (entry.hint, period_hint(session.edition, period, code, entry.value)):
        if hint:
            complain(f"{code}: {hint}")


def _apply(session: FilingSession, edit: Edit) -> list[Change]:
    """Apply an edit and give every box that differs since, computed ones too."""
    before = session.worksheet.values()
    codes = session.apply(edit).codes
    return [Change(code, before[code], session.value(code)) for code in codes]


def _refuse_changed(path: Path) -> None:
    """Take no figures out of a printed PDF that is not as it was printed.

    Raises:
        Refused: it is not.
    """
    from focusdesk.export.archive import is_intact  # noqa: PLC0415 -- ReportLab is 60 ms

    if not is_intact(bytes_of(path)):
        message = (
            f"{path.name} was changed after it was printed, so nothing of it was imported. "
            f"To take its figures all the same, save the attached {FILING_ATTACHMENT} out of it "
            f"and import that."
        )
        raise Refused(message)


def _complain_of(preview: ImportPreview) -> None:
    for line in preview.refused:
        complain(line.sentence)
    count = len(preview.refused)
    lines = "1 line was" if count == 1 else f"{count} lines were"
    complain(f"Nothing of {preview.file} was imported, because {lines} refused.")


def _say_preview(
    preview: ImportPreview, causes: Mapping[str, tuple[LikelyCause, ...]], *, dry_run: bool
) -> None:
    if preview.other_month:
        complain(preview.other_month)
    verb = "would change" if dry_run else "changed"
    agreeing = len(preview.totals) - len(preview.differing)
    say(
        f"{preview.file}: {_counted(len(preview.changes))} {verb}, {preview.unchanged} already "
        f"as in the file; {agreeing} of {len(preview.totals)} totals agree."
    )
    for change in (*preview.changes, *preview.follows):
        say(change_line(change))
    for remark in (*preview.remarks, *preview.hints):
        complain(remark)
    for total in preview.differing:
        complain(f"{total.severity}, {total.check}: {total.sentence}")
        for line in cause_lines(causes[total.code]):
            complain(line)


def _counted(boxes: int) -> str:
    return "1 box" if boxes == 1 else f"{boxes} boxes"


ACTS: Mapping[str, Callable[[Request], int]] = {
    "set": set_boxes,
    "import": import_file,
}
"""What each command does."""
