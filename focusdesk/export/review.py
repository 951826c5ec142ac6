"""What a review copy adds to the form: marks beside its boxes, and tables after its pages.

The tables show every box beside the comparison month, with the change and what is noted, and then
what does not hold between the boxes.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from focusdesk.export.comparison_columns import review_columns
from focusdesk.export.comparison_pages import ComparisonPager
from focusdesk.export.explanations_pages import ExplanationsPager
from focusdesk.export.findings_pages import FindingsPager
from focusdesk.export.fonts import CONDENSED, measure
from focusdesk.export.marks import EDGE
from focusdesk.filing.compare import ComparedMonth, compare
from focusdesk.filing.comparison_annex import ComparisonAnnex
from focusdesk.filing.filing import OF_THE_MONTH, Note
from focusdesk.filing.listed_findings import ListedFinding
from focusdesk.form.placed import Face, Lettering, PlacedPage, Role, UnprintableText
from focusdesk.form.schedule import Schedule
from focusdesk.form.sheet import Sheet
from focusdesk.form.written import PlacingError

TABLE_KEY = (
    "Whole dollars as entered: parentheses mean below zero.  "
    "Empty: left blank.  n/a: not in that edition."
)
"""What must be known to read the tables."""

_CHANGED, _NOTED, _FOUND = "\N{GREEK CAPITAL LETTER DELTA}", "N", "!"
_OVERRIDDEN = "O"
_IN_ORDER = (_CHANGED, _OVERRIDDEN, _NOTED, _FOUND)
_MARK = Lettering(6.5, Face.BOLD, CONDENSED)
_SAME_LINE = 4.0
_NO_ANNEX = ComparisonAnnex()


@dataclass(frozen=True, slots=True)
class Reviewed:
    """What is looked through.

    Attributes:
        month: The filing's figures.
        beside: The comparison month; `None` where there is none.
        notes: The notes at the filing's boxes, and on the month under `OF_THE_MONTH`.
        findings: What does not hold, and how it stands.
        schedules: The schedules that are printed.
        annex: What is said of the month's changes.
        overrides: How targets differ from the firm's policies, and why, by their codes.
        carried: The figures that checks ask for and no box holds, with their sources.
    """

    month: ComparedMonth
    beside: ComparedMonth | None
    notes: Mapping[str, Note]
    findings: Sequence[ListedFinding]
    schedules: Sequence[Schedule]
    annex: ComparisonAnnex = _NO_ANNEX
    overrides: Mapping[str, str] = field(default_factory=dict[str, str])
    carried: tuple[str, ...] = ()


class Review:
    """The marks and the tables of one review copy."""

    def __init__(self, reviewed: Reviewed) -> None:
        """Lay the months side by side.

        Raises:
            PlacingError: the typeface lacks a letter of a note; the message names its box.
        """
        self._reviewed = reviewed
        self._tabs = {schedule.id: schedule.tab for schedule in reviewed.schedules}
        months = [reviewed.beside or reviewed.month, reviewed.month]
        comparison = compare(months)
        rows = tuple(row for row in comparison.rows if row.schedule in self._tabs)
        self._comparison = replace(comparison, rows=rows)
        self._findings = [each for each in reviewed.findings if each.finding.schedule in self._tabs]
        self._notes = {code: _words_of(note) for code, note in reviewed.notes.items() if note.text}
        self._on_month = self._notes.pop(OF_THE_MONTH, "")
        self._overrides = {
            code: _printable(f"Override: {words}", f"The reason of the override at {code}")
            for code, words in reviewed.overrides.items()
        }
        self._marks = self._marks_by_code()

    @property
    def key(self) -> str:
        """What the marks beside the boxes mean."""
        beside = self._reviewed.beside
        changed = [f"{_CHANGED} changed since {beside.heading}"] if beside else []
        differs = [f"{_OVERRIDDEN} override"] if self._overrides else []
        return "   ".join([*changed, *differs, f"{_NOTED} noted", f"{_FOUND} finding"])

    def marked(self, page: PlacedPage) -> PlacedPage:
        """Mark a page's boxes at the right edge of the paper, outside the form's own area."""
        lines: list[tuple[float, set[str]]] = []
        for code, y in _heights(page).items():
            marks = self._marks.get(code)
            if not marks:
                continue
            same = next((seen for at, seen in lines if abs(at - y) < _SAME_LINE), None)
            if same is None:
                lines.append((y, set(marks)))
            else:
                same.update(marks)
        sheet = Sheet(measure)
        for y, marks in lines:
            words = "".join(mark for mark in _IN_ORDER if mark in marks)
            sheet.write(words, (page.width - EDGE, y), _MARK, Role.MARGIN, align="right")
        return replace(page, texts=(*page.texts, *sheet.texts))

    def pages(self, firm: str) -> Iterator[PlacedPage]:
        """Give the tables' pages.

        Raises:
            PlacingError: the typeface lacks a letter of a text; the message names its box.
        """
        month, beside = self._reviewed.month.filing, self._reviewed.beside
        title = f"Review of {month.title}" + (f" beside {beside.heading}" if beside else "")
        columns = review_columns(with_change=beside is not None)
        heads = (firm, title)
        for page in ComparisonPager(self._comparison, columns, heads, self._said()).pages():
            yield replace(page, name=f"Review: {page.name}" if page.name else "")
        yield from self._explained(heads)
        pager = FindingsPager(self._findings, self._tabs, heads, self._on_month)
        pager.carried = tuple(
            _printable(words, "The source of a carried figure") for words in self._reviewed.carried
        )
        first, *others = pager.pages()
        yield replace(first, name="Review: findings")
        yield from (replace(page, name="") for page in others)

    def _said(self) -> dict[str, str]:
        """Give what is said at the boxes: how a target differs from its policy, then its note."""
        both = {
            code: " ".join(filter(None, (words, self._notes.get(code))))
            for code, words in self._overrides.items()
        }
        return self._notes | both

    def _explained(self, heads: tuple[str, str]) -> Iterator[PlacedPage]:
        """Give the pages of what is said of changes; what lacks words is among the findings."""
        annex = self._reviewed.annex
        said = [each for each in annex.said if each.schedule in self._tabs]
        if not said:
            return
        statement = f"The firm asks why {annex.rule}." if annex.rule else ""
        first, *others = ExplanationsPager(said, (), heads, statement).pages()
        yield replace(first, name="Review: explanations")
        yield from (replace(page, name="") for page in others)

    def _marks_by_code(self) -> dict[str, set[str]]:
        marks: dict[str, set[str]] = {}
        for row in self._comparison.rows:
            if row.changed:
                marks.setdefault(row.code, set()).add(_CHANGED)
        for code in self._overrides:
            marks.setdefault(code, set()).add(_OVERRIDDEN)
        for code in self._notes.keys() - self._overrides.keys():
            marks.setdefault(code, set()).add(_NOTED)
        for each in self._findings:
            for code in each.finding.codes:
                marks.setdefault(code, set()).add(_FOUND)
        return marks


def _heights(page: PlacedPage) -> dict[str, float]:
    """Give the height at which each box stands on a page: that of its code, or of what it holds."""
    heights = {rule.code: rule.y for rule in reversed(page.rules) if rule.code}
    heights |= {text.code: text.y for text in reversed(page.texts) if text.code}
    heights |= {text.code: text.y for text in page.texts if text.role is Role.CODE}
    return heights


def _words_of(note: Note) -> str:
    """Write a note with its author, its time and how long it stays, in one paragraph.

    Raises:
        PlacingError: the typeface lacks a letter of it.
    """
    stays = "permanent" if note.permanent else "this month only"
    told = f"{note.author}, {note.written:%Y-%m-%d %H:%M} UTC, {stays}"
    where = f"at {note.code}" if note.code else "on the month"
    return _printable(f"{' '.join(note.text.split())} ({told})", f"The note {where}")


def _printable(words: str, what: str) -> str:
    """Give words back if they can be printed.

    Raises:
        PlacingError: the typeface lacks a letter of them.
    """
    try:
        measure(words, 1.0, Face.REGULAR)
    except UnprintableText as error:
        message = f"{what} cannot be printed: {error} Write it in other letters."
        raise PlacingError(message) from error
    return words
