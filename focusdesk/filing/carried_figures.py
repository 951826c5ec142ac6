"""The carried figures of one month: what the edit checks ask for and no box of the form holds.

Each is given with its source, or it is not known. None is carried from another month: what the
month before gave is shown beside, and only its source's words are offered anew. But a figure of the
last filed report is looked up there.
"""

from collections.abc import Callable, Container, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from focusdesk.filing.edit import EditRefused
from focusdesk.filing.filing import Filing, Status
from focusdesk.filing.given_figure import FigureValue, GivenFigure, standing_figures
from focusdesk.filing.kept_text import LONGEST_SOURCE, source_text
from focusdesk.filing.ports import FilingStore
from focusdesk.form.amount import quoted
from focusdesk.form.box import BoxKind, EntryError, Value, show_value
from focusdesk.form.edit_check import CarriedFigure
from focusdesk.form.edition import Edition
from focusdesk.form.period import Period

__all__ = [
    "LONGEST_SOURCE",
    "CarriedFigures",
    "FigureField",
    "FigureRefused",
    "KnownFigure",
    "staying_behind_words",
]


class FigureField(StrEnum):
    """What of a carried figure can be at fault."""

    FIGURE = "figure"
    AMOUNT = "amount"
    SOURCE = "source"


class FigureRefused(EditRefused):
    """A carried figure that cannot be kept; the message is a sentence.

    Attributes:
        code: The figure.
        field: What of it is at fault.
    """

    def __init__(self, code: str, field: FigureField, sentence: str) -> None:
        super().__init__(code, sentence)
        self.field = field


@dataclass(frozen=True, slots=True)
class KnownFigure:
    """A carried figure as a month knows it.

    Attributes:
        figure: What the form's edition says of it.
        given: What stands; `None` where nobody has given it.
        filed: The report that was filed last, if the figure is looked up there: its title.
    """

    figure: CarriedFigure
    given: GivenFigure | None = None
    filed: str = ""

    @property
    def value(self) -> FigureValue:
        """What it is; `None` where it is not known."""
        return self.given.value if self.given else None

    @property
    def shown(self) -> str:
        """What it is as the form writes it, or that it is not known."""
        return self.given.shown if self.given else "not known"

    @property
    def origin(self) -> str:
        """Where it comes from, with author and time; else why it is not known, as a sentence."""
        if self.given is None:
            return self.figure.why_unknown[:1].upper() + self.figure.why_unknown[1:]
        return f"{self.filed}: {self.given.signed}" if self.filed else self.given.signed


@dataclass(frozen=True, slots=True)
class EarlierFigure:
    """What the month before gave for a figure; it does not count in this month.

    Attributes:
        month: That month.
        given: What stands there.
    """

    month: str
    given: GivenFigure

    @property
    def words(self) -> str:
        """Say what it was, whence, and that it was not taken over."""
        return f"{self.month} had {self.given.shown}, {self.given.signed}; it is not carried over."

    @property
    def not_carried(self) -> str:
        """Say briefly what it was, and that it was not taken over."""
        return f"{self.month} had {self.given.shown}: it is not carried over."


class CarriedFigures:
    """What is given for one filing.

    Attributes:
        month_before: Gives the month before this one; set by who knows it.
        last_filed: Gives the report before this one that was filed last; set by who knows it.
        figures: Those that somebody may give, in the edition's order.
    """

    def __init__(self, edition: Edition, filing: Filing, store: FilingStore) -> None:
        """Read nothing yet.

        Args:
            edition: The filing's form.
            filing: Its header.
            store: Where it is kept.
        """
        self.month_before: Callable[[], Filing | None] = lambda: None
        self.last_filed: Callable[[], Filing | None] = lambda: None
        self.figures: Mapping[str, CarriedFigure] = {
            figure.code: figure for figure in edition.figures if figure.given
        }
        self._filing, self._store = filing, store
        self._standing: Mapping[str, GivenFigure] | None = None

    def figure(self, code: str) -> CarriedFigure:
        """Give what the edition says of a figure that may be given.

        Raises:
            FigureRefused: there is none of that code.
        """
        figure = self.figures.get(code)
        if figure is None:
            message = (
                f'"{quoted(code)}" is no carried figure of this form. They are: '
                f"{', '.join(self.figures)}."
            )
            raise FigureRefused(code, FigureField.FIGURE, message)
        return figure

    def standing(self) -> Mapping[str, GivenFigure]:
        """Give what stands for this month itself, by the figures' codes.

        Raises:
            StoreError: the store cannot be read.
        """
        if self._standing is None:
            self._standing = standing_figures(self._store.figures.rows(self._filing))
        return self._standing

    def history(self, code: str) -> tuple[GivenFigure, ...]:
        """Read all that was ever given for a figure, oldest first.

        Raises:
            StoreError: the store cannot be read.
        """
        return tuple(each for each in self._store.figures.rows(self._filing) if each.code == code)

    def earlier(self, code: str) -> EarlierFigure | None:
        """Give what stands for a figure in the month before; `None` where nothing does.

        Raises:
            StoreError: the store cannot be read.
        """
        before = self.month_before()
        if before is None:
            return None
        given = standing_figures(self._store.figures.rows(before)).get(code)
        return EarlierFigure(before.title, given) if given else None

    def known(self) -> tuple[KnownFigure, ...]:
        """Say what is known of each figure, in the edition's order.

        Raises:
            StoreError: the store cannot be read.
        """
        standing, filed = self.standing(), _LastReport(self._store, self.last_filed)
        return tuple(
            KnownFigure(figure, standing[code]) if code in standing else filed.known(figure)
            for code, figure in self.figures.items()
        )

    def values(self) -> dict[str, Value]:
        """Give what edit checks ask for: every figure, `None` for one that is not known.

        Raises:
            StoreError: the store cannot be read.
        """
        return {each.figure.code: each.value for each in self.known()}

    def keep(self, code: str, text: str, source: str) -> bool:
        """Keep what a figure is and where it comes from; whether anything differs since.

        Args:
            code: The figure.
            text: The amount as it was typed, in whole dollars; or yes or no. A blank withdraws
                what was given, and the figure is not known any more.
            source: Where it comes from, in words; of what is withdrawn, why, if they are others.

        Raises:
            FigureRefused: there is no such figure, it cannot be that, or its source is missing.
            StoreError: nothing was written; the sentence says why.
        """
        figure, before = self.figure(code), self.standing().get(code)
        value = _value(figure, text)
        words = _source(code, source)
        if value is None:
            if before is None:
                if words:
                    message = f"Type what {figure.label} is: a source alone says nothing."
                    raise FigureRefused(code, FigureField.AMOUNT, message)
                return False
            words = "" if words == before.source else words
        elif not words:
            message = (
                f"Where does {_shown(value)} come from? Name the source, such as "
                f"the computation, its workbook and cell: it is kept with the figure."
            )
            raise FigureRefused(code, FigureField.SOURCE, message)
        if before and (before.value, before.source) == (value, words):
            return False
        self._store.figures.write(self._filing, code, value, words)
        self._standing = None
        return True


class _LastReport:
    """The figures of the report that was filed last, read when one of them is asked for."""

    def __init__(self, store: FilingStore, find: Callable[[], Filing | None]) -> None:
        self._store, self._find = store, find

    def known(self, figure: CarriedFigure) -> KnownFigure:
        """Say what is known of a figure that the month itself does not give."""
        report = self._find() if figure.filed else None
        if report is None:
            return KnownFigure(figure)
        given = standing_figures(self._store.figures.rows(report)).get(figure.filed)
        return KnownFigure(figure, given, report.title if given else "")


_FILED: Final = frozenset({Status.PRINTED, Status.SEALED})


def was_filed(filing: Filing, handed_in: Container[Period]) -> bool:
    """Whether a filing counts as a report that was filed; made-up figures never are.

    Args:
        filing: The filing.
        handed_in: The months that are on record as handed in. That is said of a month's original;
            of what nobody recorded so, the signature copy that left the desk is the evidence.
    """
    if filing.illustrative:
        return False
    recorded = filing.period in handed_in and not filing.amendment
    return recorded or filing.status in _FILED


def _value(figure: CarriedFigure, text: str) -> FigureValue:
    try:
        value = figure.parse(text)
    except EntryError as error:
        raise FigureRefused(figure.code, FigureField.AMOUNT, str(error)) from error
    # An amount or an answer: `focusdesk.catalog.figure_rules` lets nothing else be given.
    return value if isinstance(value, int) else None


def _source(code: str, text: str) -> str:
    try:
        return source_text(code, text)
    except EditRefused as error:
        raise FigureRefused(code, FigureField.SOURCE, str(error)) from error


def _shown(value: FigureValue) -> str:
    kind = BoxKind.YES_NO if isinstance(value, bool) else BoxKind.AMOUNT
    return show_value(value, kind)


def staying_behind_words(edition: Edition) -> str:
    """Say that no month takes these figures over from another; empty where the form has none."""
    given = [figure for figure in edition.figures if figure.given]
    held = {schedule.standing.held for schedule in edition.schedules if schedule.standing}
    first = next((figure for figure in given if figure.code in held), None)
    if first is None:
        return "Figures that no box holds stay behind: give each anew." if given else ""
    if len(given) == 1:
        return f"{first.name}, which no box holds, stays behind: give it anew."
    others = f"{len(given) - 1} other figures that no box holds"
    return f"{first.name} and {others} stay behind: give each anew."
