"""What is said of the changes that a comparison shows, and what nobody has said yet."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from focusdesk.filing.change_review import ChangeReview
from focusdesk.filing.compare import ComparedMonth, Comparison, ComparisonRow, Pair, compare
from focusdesk.filing.comparison_rows import above_words
from focusdesk.filing.difference import Difference
from focusdesk.filing.explanation import Explanation, Explanations, Subject, line
from focusdesk.filing.explanations_due import ExplanationsDue, rule_words
from focusdesk.filing.register import Register
from focusdesk.filing.thresholds import Thresholds, kept_thresholds
from focusdesk.form.period import Period


@dataclass(frozen=True, slots=True)
class ExplainedLine:
    """A line, or a pool, with what is said of its change; or a line of which nothing is.

    Attributes:
        later: The month with which the explanation is kept.
        against: The earlier month, against which it moved.
        subject: The line, by its code in the later month's edition, or the pool.
        schedule: The schedule's id.
        schedule_title: Its short name.
        number: The line's number; empty for a pool.
        label: Its words.
        moved: What differs; `None` for a pool, and where the earlier month is not shown.
        explanation: What is said; `None` where nothing is, though the firm asks.
        against_made_up: Whether the earlier month is shown and illustrative.
    """

    later: ComparedMonth
    against: Period
    subject: Subject
    schedule: str
    schedule_title: str
    number: str
    label: str
    moved: Difference | None = None
    explanation: Explanation | None = None
    against_made_up: bool = False

    @property
    def months(self) -> str:
        """Between which months it moved: ``Jan 2014 against Dec 2013 (illustrative)``."""
        later = _marked(self.later.heading, made_up=self.later.filing.illustrative)
        earlier = _marked(self.against.short_label, made_up=self.against_made_up)
        return f"{later} against {earlier}"

    @property
    def code(self) -> str:
        """The line's box; empty for a pool."""
        return "" if self.subject.is_pool else self.subject.name

    @property
    def words(self) -> str:
        """What is said, with author and time, or that nothing is."""
        return self.explanation.signed if self.explanation else NOTHING_SAID


def _marked(heading: str, *, made_up: bool) -> str:
    return f"{heading} (illustrative)" if made_up else heading


NOTHING_SAID = "Nobody has said why yet."
ALL_LINES = "All lines of the schedule"


@dataclass(frozen=True, slots=True)
class ComparisonAnnex:
    """The explanations that go with a comparison.

    Attributes:
        said: What is said, month by month, in the order of the form.
        lacking: The lines that moved so far that the firm asks why, and of which nobody has said
            it: between the months whose changes are told, whichever lines are shown.
        rule: Of which changes the firm asks why.
        counting: The changes that are above their thresholds: the line's code and its months.
        measure: Which those are, in words; empty where nobody has looked.
    """

    said: tuple[ExplainedLine, ...] = ()
    lacking: tuple[ExplainedLine, ...] = ()
    rule: str = ""
    counting: frozenset[tuple[str, Pair]] = frozenset()
    measure: str = ""

    def of(self, row: ComparisonRow) -> tuple[ExplainedLine, ...]:
        """Give what is said of one line, and whether words are lacking.

        What is said of its pool counts where the line has changed.
        """
        return tuple(
            each
            for each in (*self.said, *self.lacking)
            if each.schedule == row.schedule
            and ((each.subject.is_pool and row.changed) or each.code in row.codes)
        )


def comparison_annex(register: Register, comparison: Comparison) -> ComparisonAnnex:
    """Gather what is said of the changes of a comparison, against months that it shows.

    Args:
        register: The firm's filings.
        comparison: The months, with the lines that are shown.

    Raises:
        StoreError: the store cannot be read.
        ThresholdError: the thresholds that the firm keeps cannot be read.
    """
    store = register.store
    said = {
        month.filing.id: Explanations.of(store.explanations(month.filing), month.edition)
        for month in comparison.months
    }
    return annex_of(comparison, said, kept_thresholds(store))


def annex_of(
    comparison: Comparison, said: Mapping[int, Explanations], thresholds: Thresholds
) -> ComparisonAnnex:
    """Gather it from explanations that have been read.

    Args:
        comparison: The months, with the lines that are shown.
        said: The explanations of each month, by the number of its filing.
        thresholds: The firm's.
    """
    months = comparison.months
    lines = (
        each
        for at in range(1, len(months))
        for each in _said(comparison, at, said.get(months[at].filing.id, _NOTHING))
        if each.against in {month.filing.period for month in months[:at]}
    )
    review = ChangeReview(thresholds, lambda filing: said.get(filing.id, _NOTHING))
    review.look_at(comparison)
    lacking = (
        each
        for pair in comparison.pairs
        for each in _lacking(
            review.due(comparison, pair), said.get(months[pair[1]].filing.id, _NOTHING)
        )
    )
    counting = (
        (row.code, pair)
        for pair in comparison.pairs
        for row in comparison.rows
        if review.counts(comparison, row, pair)
    )
    measure = above_words(thresholds) if thresholds.of_all.words else rule_words(thresholds)
    return ComparisonAnnex(
        tuple(lines), tuple(lacking), rule_words(thresholds), frozenset(counting), measure
    )


def review_annex(
    earlier: ComparedMonth | None,
    later: ComparedMonth,
    said: Explanations,
    thresholds: Thresholds,
) -> ComparisonAnnex:
    """Gather all that is said of one month's changes, whichever month it stands beside.

    Args:
        earlier: The month beside which it stands; `None` for none.
        later: The month.
        said: Its explanations.
        thresholds: The firm's.
    """
    lines = tuple(_said(compare([earlier or later, later]), 1, said))
    if earlier is None:
        return ComparisonAnnex(lines)
    due = ExplanationsDue(earlier, later, thresholds)
    return ComparisonAnnex(lines, _lacking(due, said), due.rule)


_NOTHING = Explanations()


def _said(comparison: Comparison, at: int, said: Explanations) -> Iterator[ExplainedLine]:
    """Give what is said in one of the months of lines that are shown.

    Those that moved against a month that stands before it have their figures.
    """
    later = comparison.months[at]
    before = {month.filing.period: place for place, month in enumerate(comparison.months[:at])}
    # The newest of the earlier months first: that is what a review is about.
    for each in sorted(said.standing, key=lambda each: each.against, reverse=True):
        row = _row(comparison, each.subject, at)
        if row is None:
            continue
        told = _line(row, later, each.subject, each.against)
        place = before.get(each.against)
        if place is None:
            yield replace(told, explanation=each)
            continue
        moved = None if each.subject.is_pool else row.difference(place, at)
        made_up = comparison.months[place].filing.illustrative
        yield replace(told, explanation=each, moved=moved, against_made_up=made_up)


def _lacking(due: ExplanationsDue, said: Explanations) -> tuple[ExplainedLine, ...]:
    earlier = due.earlier.filing
    return tuple(
        replace(
            _line(row, due.later, line(row.codes[-1]), earlier.period),
            moved=row.difference(),
            against_made_up=earlier.illustrative,
        )
        for row in due.lacking(said)
    )


def _row(comparison: Comparison, subject: Subject, at: int) -> ComparisonRow | None:
    """Find the line, or the first line of the pool, among those that are shown."""
    return next(
        (
            row
            for row in comparison.rows
            if subject.name == (row.schedule if subject.is_pool else row.codes[at])
        ),
        None,
    )


def _line(
    row: ComparisonRow, later: ComparedMonth, subject: Subject, against: Period
) -> ExplainedLine:
    return ExplainedLine(
        later,
        against,
        subject,
        row.schedule,
        row.schedule_title,
        "" if subject.is_pool else row.number,
        ALL_LINES if subject.is_pool else row.label,
    )
