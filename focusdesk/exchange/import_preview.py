"""What a file would change in a filing, before any of it is applied.

All or nothing: one refused line and nothing of the file can be applied. Totals in the file are
compared with what the form's own formulas give after the import, and never stored.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from focusdesk.calc.worksheet import Worksheet
from focusdesk.exchange.file_table import FileContent, FileLine, Unreadable
from focusdesk.filing.edit import Cause, Change, Edit
from focusdesk.filing.filing import Filing
from focusdesk.filing.ground import Ground
from focusdesk.filing.outcome import Stated, StatedTotal, outcome_of
from focusdesk.filing.own_dates import other_month, other_month_words, own_dates
from focusdesk.form.box import Box, BoxKind, EntryError, Value
from focusdesk.form.edition import Edition
from focusdesk.form.entry import period_hint


@dataclass(frozen=True, slots=True)
class RefusedLine:
    """A line that cannot be taken.

    Attributes:
        file: The file's name.
        where: The place in it; empty where the code alone tells.
        code: The code; empty when there is none.
        why: The sentence.
    """

    file: str
    where: str
    code: str
    why: str

    @property
    def sentence(self) -> str:
        """File, place and code, then why: ``a.csv, row 3, 7010: "abc" is not an amount.``."""
        return (
            f"{', '.join(part for part in (self.file, self.where, self.code) if part)}: {self.why}"
        )


@dataclass(frozen=True, slots=True)
class ImportPreview:
    """What a file would do.

    Attributes:
        file: The file's name.
        changes: The entered boxes that would change, in the file's order.
        follows: The computed boxes that would change with them, in the order of the form.
        unchanged: How many entered boxes of the file hold its value already.
        totals: The totals that the file states, agreeing or not.
        refused: The lines that cannot be taken; while there is one, nothing is applied.
        remarks: What else the user should know.
        hints: What is unusual about texts and dates that it brings, though they are taken.
        after: All figures as they would be.
        other_month: What to say first of a file of another month; empty for any other file.
    """

    file: str
    changes: tuple[Change, ...]
    follows: tuple[Change, ...]
    unchanged: int
    totals: tuple[StatedTotal, ...]
    refused: tuple[RefusedLine, ...]
    remarks: tuple[str, ...]
    hints: tuple[str, ...]
    after: Worksheet
    other_month: str = ""

    @property
    def differing(self) -> tuple[StatedTotal, ...]:
        """The stated totals that are not what the form's formulas give."""
        return tuple(total for total in self.totals if total.severity is not None)

    def edit(self) -> Edit:
        """Give the one edit that applies the file.

        Raises:
            ValueError: a line was refused, so there is nothing to apply.
        """
        if self.refused:
            message = f"{self.file} has refused lines."
            raise ValueError(message)
        values = {change.code: change.new for change in self.changes}
        return Edit(values, Cause.IMPORTED, f"Import {self.file}")


def preview_import(content: FileContent, filing: Filing, ground: Ground) -> ImportPreview:
    """Find out what a file would change in a filing; nothing is changed.

    A month keeps its own dates against a file of another one (`focusdesk.filing.own_dates`).
    """
    edition = ground.worksheet.edition
    entered: dict[str, Value] = {}
    stated: list[Stated] = []
    refused: list[RefusedLine] = []
    places: dict[str, FileLine] = {}
    for line in content.lines:
        try:
            value = value_of(line, edition.boxes, places)
        except EntryError as error:
            refused.append(RefusedLine(content.name, line.where, line.code, str(error)))
            continue
        if not edition.boxes[line.code].is_computed:
            entered[line.code] = value
        elif value is not None:
            stated.append(Stated(line.where, line.code, value))
    month = other_month(content.period, entered, edition, filing.period)
    if month:
        entered = {code: entered[code] for code in entered if code not in own_dates(edition)}
    outcome = outcome_of(ground, entered, stated)
    if outcome.overflow:
        refused.append(RefusedLine(content.name, "", "", outcome.overflow))
    return ImportPreview(
        file=content.name,
        changes=outcome.changes,
        follows=outcome.follows,
        unchanged=len(entered) - len(outcome.changes),
        totals=outcome.totals,
        refused=tuple(refused),
        remarks=(*content.remarks, *remarks_on(content, filing)),
        hints=tuple(_hints(outcome.changes, filing, edition)),
        after=outcome.after,
        other_month=other_month_words("file", month, edition, filing.period) if month else "",
    )


def value_of(line: FileLine, boxes: Mapping[str, Box], places: dict[str, FileLine]) -> Value:
    """Read a line's value as its box's kind asks.

    Raises:
        EntryError: the line has no code, an unknown one, one that stood before, or a bad value.
    """
    if isinstance(line.value, Unreadable):
        raise EntryError(line.value.why)
    if line.code not in boxes:
        message = "The form has no box of that code. Use the codes that it prints, like 7010."
        raise EntryError(message)
    first = places.setdefault(line.code, line)
    if first is not line:
        before = f"before, in {first.where}" if first.where else "twice"
        message = f"The code stands in the file {before}. Keep one of the two."
        raise EntryError(message)
    return _read(boxes[line.code], line.value)


def _read(box: Box, raw: Value) -> Value:
    if isinstance(raw, bool):
        if box.kind not in (BoxKind.CHECK, BoxKind.YES_NO):
            message = f"{str(raw).lower()} is a tick, and the box takes none."
            raise EntryError(message)
        return box.parse("yes" if raw else "no")
    if isinstance(raw, dt.date):
        if box.kind is not BoxKind.DATE:
            message = f"{raw.isoformat()} is a date, and the box takes none."
            raise EntryError(message)
        return raw
    return None if raw is None else box.parse(str(raw))


def remarks_on(content: FileContent, filing: Filing) -> Iterable[str]:
    """Say where the file itself says that it is of another edition or amendment."""
    if content.edition and content.edition != filing.edition:
        yield (
            f"The file says that it is in the edition {content.edition}; "
            f"the filing is in {filing.edition}."
        )
    if content.amendment and content.amendment != str(filing.amendment):
        yield (
            f"The file says that it is {_version(content.amendment)}; "
            f"it goes into {_version(str(filing.amendment))}."
        )


def _hints(changes: Iterable[Change], filing: Filing, edition: Edition) -> Iterator[str]:
    """Say what is unusual about texts and dates that the file brings."""
    for change in changes:
        hint = edition.boxes[change.code].hint(change.new)
        hint = hint or period_hint(edition, filing.period, change.code, change.new)
        if hint:
            yield f"{change.code}: {hint}"


def _version(amendment: str) -> str:
    return "the original filing" if amendment == "0" else f"amendment {amendment}"
