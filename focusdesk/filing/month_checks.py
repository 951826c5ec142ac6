"""What a month's edit checks come to, with all that the firm's store knows beside its figures."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace

from focusdesk.calc.checks import CheckPlan, Finding, Judged, Judgement, Tie
from focusdesk.calc.circumstances import Circumstances, EarlierMonth, Limit
from focusdesk.calc.likely_causes import (
    MOST,
    Figures,
    LikelyCause,
    causes_of_tie,
    causes_of_total,
)
from focusdesk.calc.worksheet import Worksheet
from focusdesk.filing.edit import Cause
from focusdesk.filing.explained_warnings import ExplainedWarnings
from focusdesk.filing.filing import Filing
from focusdesk.filing.fingerprint import JsonValue, json_value
from focusdesk.filing.imported_figures import imported_figures
from focusdesk.filing.ports import FilingStore
from focusdesk.filing.recorded_notices import RecordedNotices
from focusdesk.filing.thresholds import ThresholdError, kept_thresholds
from focusdesk.filing.unexplained_moves import UnexplainedMoves
from focusdesk.form.box import Value

_TREND = 3
_POINTS = 100


class MonthChecks:
    """The checks of one filing, kept up with its edits.

    Attributes:
        look_back: Gives the months before, the last first; set by who knows them.
        age_of_earlier: Gives a number that differs once an earlier month may have changed.
        moves: The moves since the month before of which nobody has said why (P01).
        warnings: Which warnings somebody has explained.
        notices: What is on record of the month's notices.
        targets: Gives what the firm's policies come to, by the names that checks ask for.
        carried: Gives what is known of carried figures, by their codes.
        handing_in: Gives what is known of handing the month in, likewise; set by who knows it.
    """

    def __init__(
        self, plan: CheckPlan, worksheet: Worksheet, filing: Filing, store: FilingStore
    ) -> None:
        """Judge nothing yet.

        Args:
            plan: The edition's checks.
            worksheet: The filing's figures.
            filing: Its header.
            store: Where it is kept.
        """
        self.look_back: Callable[[], tuple[EarlierMonth, ...]] = tuple
        self.age_of_earlier: Callable[[], int] = int
        self.targets: Callable[[], Mapping[str, Value]] = dict
        self.carried: Callable[[], Mapping[str, Value]] = dict
        self.handing_in: Callable[[], Mapping[str, Value]] = dict
        self._plan, self._worksheet = plan, worksheet
        self._filing, self._store = filing, store
        self._judged = Judged(plan, worksheet)
        self.moves = UnexplainedMoves(worksheet, filing, store)
        self.warnings = ExplainedWarnings(lambda: store.warnings.explanations(filing), self.behind)
        self.notices = RecordedNotices(filing, store)
        self._for_review: tuple[tuple[Finding, ...], ...] = ()
        self._judged_at_signing = Judged(plan, worksheet)
        self._at_signing: tuple[Circumstances, Circumstances] | None = None
        self._circumstances: Circumstances | None = None
        self._age = 0

    def moved(self, codes: Collection[str], cause: Cause) -> None:
        """Say which boxes an edit has changed, computed ones too, and why."""
        self._judged.moved(codes)
        self.moves.moved(codes)
        self._judged_at_signing.moved(codes)
        known = self._circumstances
        if known is None:
            return
        taken_back = cause in (Cause.UNDO, Cause.REDO) and not known.imported.keys().isdisjoint(
            codes
        )
        if cause is Cause.IMPORTED or taken_back:
            self._circumstances = None
        else:
            self._refigure(known, self.targets())

    def policies_changed(self) -> None:
        """Say that the firm's target policies are others."""
        if self._circumstances is not None:
            self._refigure(self._circumstances, self.targets())

    def figures_given(self) -> None:
        """Say that other carried figures are given."""
        if self._circumstances is not None:
            self._refigure(self._circumstances, self.carried())

    def hand_in_changed(self) -> bool:
        """Say that this month, or an earlier one, may be handed in now, or due on another day.

        What was filed last is looked up by what is on record.
        Returns whether anything that the checks ask for is another.

        Raises:
            StoreError: what is on record cannot be read.
        """
        known = self._circumstances
        return known is not None and self._refigure(known, {**self.handing_in(), **self.carried()})

    def asking(self, code: str) -> tuple[Judgement, ...]:
        """Say what the checks come to that ask for a carried figure, as far as they are in force.

        Raises:
            StoreError: an earlier month, or the journal, cannot be read.
        """
        judgements, day = self.judgements(), self._filing.period.last_day
        return tuple(judgements[place] for place in self._plan.asking(code, day))

    def _refigure(self, known: Circumstances, now: Mapping[str, Value]) -> bool:
        """Take over what figures beside the boxes are now, and judge again what asks for them.

        Returns:
            Whether any of them is another than it was.
        """
        figures = {**known.figures, **now}
        differing = {code for code, value in figures.items() if known.figures.get(code) != value}
        if differing:
            self._circumstances = replace(known, figures=figures)
            self._judged.beside_moved(self._circumstances, differing)
        return bool(differing)

    def findings(self) -> tuple[Finding, ...]:
        """Give what does not hold, in the order of the form; the same tuple until the next edit.

        Raises:
            StoreError: an earlier month, or the journal, cannot be read.
        """
        return self._judged.findings(self.circumstances())

    def for_review(self) -> tuple[Finding, ...]:
        """Give what does not hold and which moves nobody has explained, as the form has them.

        The same tuple until the next edit or explanation.

        Raises:
            StoreError: an earlier month, the explanations or the journal cannot be read.
        """
        own, moves = self.findings(), self.moves.findings()
        known = self._for_review
        if not known or known[0] is not own or known[1] is not moves:
            places = {each.id: at for at, each in enumerate(self._plan.edition.schedules)}
            ordered = sorted((*own, *moves), key=lambda finding: places[finding.schedule])
            self._for_review = (own, moves, tuple(ordered) if moves else own)
        return self._for_review[2]

    def unanswered(self) -> tuple[Finding, ...]:
        """Give what `for_review` does, without the warnings that somebody has explained.

        Raises:
            StoreError: an earlier month, the explanations or the journal cannot be read.
        """
        return self.warnings.open_of(self.for_review())

    def behind(self, finding: Finding) -> dict[str, JsonValue]:
        """Give every figure that a finding was judged by, by its code.

        Raises:
            StoreError: an earlier month, or the journal, cannot be read.
        """
        figures = self._judged.behind(finding, self.circumstances())
        return {key: json_value(value) for key, value in figures.items()}

    def thresholds_changed(self) -> None:
        """Say that the firm keeps other thresholds now."""
        self._circumstances = None
        self.moves.forget()

    def judgements(self) -> tuple[Judgement, ...]:
        """Say what every check comes to, and of those that cannot be judged why not.

        Raises:
            StoreError: an earlier month, or the journal, cannot be read.
        """
        return self._judged.judgements(self.circumstances())

    def before_signing(self) -> tuple[Finding, ...]:
        """Give what does not hold, with what is asked only of a signature copy (C06).

        The same tuple until the next edit.

        Raises:
            StoreError: an earlier month, or the journal, cannot be read.
        """
        known = self.circumstances()
        if self._at_signing is None or self._at_signing[0] is not known:
            self._at_signing = known, replace(known, signing=True)
        return self._judged_at_signing.findings(self._at_signing[1])

    def against_stated(self, stated: Mapping[str, Value]) -> tuple[Judgement, ...]:
        """Say what every check comes to where a file states totals (F01 and on).

        Args:
            stated: What it states for computed boxes.

        Raises:
            StoreError: an earlier month, or the journal, cannot be read.
        """
        beside = replace(self.circumstances(), stated=stated)
        return self._plan.judgements(self._worksheet, beside)

    def causes(self, finding: Finding) -> tuple[LikelyCause, ...]:
        """Give the single slips that would explain a tie that breaks, the likeliest first.

        Raises:
            StoreError: an earlier month, or the journal, cannot be read.
        """
        beside = self._plan.sides_of(finding)
        if not beside:
            return ()
        figures = self._figures({})
        found = (causes_of_tie(self._worksheet, sides, figures) for sides in beside)
        return tuple(cause for causes in found for cause in causes)[:MOST]

    def causes_of_stated(
        self, stated: Mapping[str, Value], after: Worksheet
    ) -> dict[str, tuple[LikelyCause, ...]]:
        """Give the single slips that would explain each stated total that is wrong.

        Args:
            stated: What a file states for computed boxes.
            after: The figures with the file's own.

        Raises:
            StoreError: an earlier month, or the journal, cannot be read.
        """
        figures = replace(self._figures(stated), values=after.values())
        wrong = [code for code in stated if after.value(code) != stated[code]]
        return {code: causes_of_total(after, code, figures) for code in wrong}

    def ties(self) -> tuple[Tie, ...]:
        """Give the figures that face one another, and by how much they differ.

        Raises:
            StoreError: an earlier month, or the journal, cannot be read.
        """
        return self._plan.ties(self._worksheet, self.circumstances())

    def circumstances(self) -> Circumstances:
        """Give what is known beside the figures; the same while nothing of it has changed.

        What other programs change in earlier months, and in the firm's thresholds, is noticed when
        the month is opened again.

        Raises:
            StoreError: an earlier month, or the journal, cannot be read.
        """
        age = self.age_of_earlier()
        if self._circumstances is None or age != self._age:
            self._age = age
            self._circumstances = self._known()
        return self._circumstances

    def _figures(self, stated: Mapping[str, Value]) -> Figures:
        earlier = self.circumstances().earlier
        last_month = earlier[0].values if earlier else dict[str, Value]()
        return Figures(self._worksheet.values(), stated, last_month)

    def _known(self) -> Circumstances:
        filing, earlier = self._filing, self.look_back()
        made_up = filing.illustrative or any(month.illustrative for month in earlier[:_TREND])
        return Circumstances(
            day=filing.period.last_day,
            earlier=earlier,
            imported=imported_figures(self._store.journal(filing), self._plan.edition),
            limits=_limits(self._store),
            figures={
                "illustrative": made_up,
                **self.carried(),
                **self.targets(),
                **self.handing_in(),
            },
        )


def _limits(store: FilingStore) -> dict[str, Limit]:
    """Read from which size on changes count for the firm; what cannot be read counts as none."""
    try:
        kept = kept_thresholds(store)
    except ThresholdError:
        return {}
    of_lines = {"": kept.of_all, **kept.of_lines}
    return {
        code: (its.dollars, None if its.percent is None else round(its.percent * _POINTS))
        for code, its in of_lines.items()
    }
