"""The months that are laid side by side, as their filings stand now, and which others could be."""

from collections.abc import Sequence
from dataclasses import dataclass

from focusdesk.filing.beside_months import BesideMonths
from focusdesk.filing.compare import ComparedMonth, Comparison, compare
from focusdesk.filing.comparison_update import after_edit
from focusdesk.filing.edit import ChangeSet
from focusdesk.filing.filing import Filing
from focusdesk.filing.month_choice import MonthChoice, Offer, Preset, offers
from focusdesk.filing.thresholds import ThresholdError, Thresholds, kept_thresholds
from focusdesk.ui.months.open_filings import OpenFilings


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be laid side by side, and how it is to be looked at.

    Attributes:
        choice: The months.
        preset: By which preset they were chosen; `None` for one by one.
        view: How they are looked at, as `focusdesk.ui.compare.kept_view` writes it.
    """

    choice: MonthChoice
    preset: Preset | None = None
    view: str = ""


class LaidMonths:
    """What the comparison is made of.

    Attributes:
        filings: Every filing that may be chosen, the newest first.
        choice: Which months are chosen.
        preset: By which preset; `None` for one by one.
        whole: Every line of them.
        thresholds: From which size on changes count in the firm.
        remark: What is missing, as a sentence; empty for nothing.
    """

    def __init__(
        self,
        open_filings: OpenFilings,
        filings: Sequence[Filing],
        wish: Wish,
    ) -> None:
        """Read the months.

        Args:
            open_filings: Gives the figures.
            filings: Every filing that may be chosen, the newest first.
            wish: The first choice.

        Raises:
            MonthsRefused: the last print is wished for and there is none.
            StoreError: a month cannot be read.
        """
        self._open_filings = open_filings
        self.filings = tuple(filings)
        self.choose(wish.choice, wish.preset)
        self.thresholds = Thresholds()
        try:
            self.thresholds = kept_thresholds(open_filings.register.store)
        except ThresholdError as error:
            self.remark = str(error)

    @property
    def chosen(self) -> tuple[Filing, ...]:
        """The months, the oldest first; one of them twice beside its last print."""
        return tuple(month.filing for month in self.whole.months)

    def choose(self, choice: MonthChoice, preset: Preset | None = None) -> None:
        """Read other months.

        Raises:
            MonthsRefused: the last print is wished for and there is none; nothing has changed.
            StoreError: a month cannot be read; likewise.
        """
        self.whole: Comparison = compare(self._open_filings.months_of(choice))
        self.choice, self.preset, self.remark = choice, preset, choice.remark

    def follow(self, filing: Filing, changed: ChangeSet) -> ComparedMonth:
        """Take over what has changed in a filing, whether it is one of the months or not.

        Only the lines that differ are others then.

        Returns:
            The month as it stands now.

        Raises:
            StoreError: it cannot be read.
        """
        (month,) = self._open_filings.figures_of([filing])
        self.whole = after_edit(self.whole, month, changed.codes)
        return month

    def beside(self) -> BesideMonths:
        """Read what stands beside the months: a year's figures, what is said of their changes.

        Raises:
            StoreError: a month or its explanations cannot be read.
        """
        return self._open_filings.beside(self.whole)

    def offers(self) -> tuple[Offer, ...]:
        """Give the presets, as they are seen from the newest month that is chosen.

        Raises:
            StoreError: the store cannot be read.
        """
        newest = self.choice.filings[-1]
        record = self._open_filings.register.store.print_record(newest)
        return offers(newest, self.filings, printed=record is not None)

    def next_to(self) -> tuple[Filing, ...]:
        """Give the months before the first and after the last that are chosen."""
        if self.choice.from_print:
            return ()
        first, last = self.choice.filings[0].period, self.choice.filings[-1].period
        latest = {each.period: each for each in reversed(self.filings)}
        wanted = (first.plus(-1), last.plus(1))
        return tuple(latest[period] for period in wanted if period in latest)

    def labels(self) -> dict[str, str]:
        """Give the words of each line by its code: ``14 Excess (deficiency) funds``."""
        return {row.code: f"{row.number} {row.label}".strip() for row in self.whole.rows}
