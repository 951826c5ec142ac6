"""The firm's filings: which edition a month is reported in, and how a month is started."""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TypeAlias

from focusdesk.calc.circumstances import EarlierMonth
from focusdesk.calc.worksheet import Worksheet
from focusdesk.filing.carried_figures import was_filed
from focusdesk.filing.compare import ComparedMonth
from focusdesk.filing.edit import Cause, ChangeSet, Edit
from focusdesk.filing.edition_plan import EditionPlan
from focusdesk.filing.filing import OF_THE_MONTH, Filing, Note
from focusdesk.filing.hand_in import days_handed_in, hand_in_figures
from focusdesk.filing.month_targets import governed_targets
from focusdesk.filing.ports import FilingStore, NoSuchFiling, StoreError
from focusdesk.filing.session import FilingSession
from focusdesk.form.box import BoxKind, Value
from focusdesk.form.edition import Edition
from focusdesk.form.period import Period

# What a check of three falling months needs.
_MONTHS_BACK = 3

DueOn: TypeAlias = Callable[[Period], dt.date | None]
"""Gives the day on which a period is due; `None` where nobody knows. No calendar is known here."""


def _due_on_no_day(_: Period) -> None:
    """Know no calendar."""


class NoEdition(StoreError):
    """No edition of the form, or not the one that was named, can be used for a period."""


class Register:
    """All filings of one store, and what may be done with them.

    Attributes:
        store: Where they are kept.
        editions: The editions that the program knows, by id.
    """

    def __init__(
        self,
        store: FilingStore,
        editions: Mapping[str, Edition],
        due_on: DueOn = _due_on_no_day,
    ) -> None:
        """Read nothing yet.

        Args:
            store: Where the filings are kept.
            editions: The editions that the program knows, by id.
            due_on: Says when a month is due; asked only of one that was handed in.
        """
        self.store = store
        self.editions = editions
        self._due_on = due_on
        self._plans: dict[str, EditionPlan] = {}
        # How often each filing was edited through this register; checks look at earlier months.
        self._edited: Counter[int] = Counter()

    def edition_of(self, filing: Filing) -> Edition:
        """Give the form in which a filing was started.

        Raises:
            NoEdition: this program does not know that edition.
        """
        edition = self.editions.get(filing.edition)
        if edition is None:
            message = (
                f"{filing.period.label} was started in the edition {filing.edition}, "
                f"which this program does not know. Open it with a newer focusdesk."
            )
            raise NoEdition(message)
        return edition

    def open(self, filing: Filing) -> FilingSession:
        """Open a filing for reading and editing.

        Raises:
            StoreError: it cannot be read.
        """
        return self._session(filing)

    def suppose(self, filing: Filing, entered: Mapping[str, Value]) -> FilingSession:
        """Give a filing as it would be if its boxes held something else; it takes no edit.

        Args:
            filing: The filing.
            entered: What its entered boxes are to hold, blanks left out.

        Raises:
            NoEdition: this program does not know the filing's edition.
            AmountError: a total would overflow.
        """
        return self._session(filing, entered)

    def look_at(self, filings: Sequence[Filing]) -> tuple[ComparedMonth, ...]:
        """Read filings side by side, in their order, without opening any of them for editing.

        Raises:
            StoreError: one cannot be read.
        """
        entered = self.store.entered_many(filings, self.edition_of)
        months: list[ComparedMonth] = []
        for filing, values in zip(filings, entered, strict=True):
            edition = self.edition_of(filing)
            worksheet = Worksheet(edition, values, self._plan(edition).calculation)
            months.append(ComparedMonth(filing, edition, worksheet.values()))
        return tuple(months)

    def month_before(self, filing: Filing) -> ComparedMonth | None:
        """Read the month before a filing, its latest amendment; `None` where the store has none.

        Raises:
            StoreError: it cannot be read.
        """
        before = self._before(filing)
        return self.look_at([before])[0] if before else None

    def _before(self, filing: Filing) -> Filing | None:
        try:
            return self.store.find(filing.period.plus(-1))
        except NoSuchFiling:
            return None

    def last_filed(self, filing: Filing) -> Filing | None:
        """Give the report of an earlier month that was filed last; `None` where there is none.

        Of a month's amendments that were filed, the last one counts.

        Raises:
            StoreError: the store cannot be read.
        """
        handed_in = days_handed_in(self.store)
        return max(
            (
                each
                for each in self.store.filings()
                if each.period < filing.period and was_filed(each, handed_in)
            ),
            key=lambda each: (each.period, each.amendment),
            default=None,
        )

    def earlier_months(self, filing: Filing) -> tuple[EarlierMonth, ...]:
        """Read the months before a filing, as its edit checks look at them: the last first.

        Of each month the latest amendment counts; they end where the store has none.

        Raises:
            StoreError: one cannot be read.
        """
        form, found = self.edition_of(filing), list[Filing]()
        try:
            for months in range(1, _MONTHS_BACK + 1):
                found.append(self.store.find(filing.period.plus(-months)))
        except NoSuchFiling:
            pass
        return tuple(
            EarlierMonth(
                month.filing.period.label,
                {
                    code: month.values[earlier]
                    for code in form.boxes
                    if (earlier := form.code_in(month.edition, code))
                },
                illustrative=month.filing.illustrative,
            )
            for month in self.look_at(found)
        )

    def start_month(
        self,
        period: Period,
        *,
        source: Filing | None = None,
        edition: str | None = None,
        with_amounts: bool = False,
    ) -> FilingSession:
        """Start a month, rolled forward from an earlier one if one is named.

        Identity, depository names, targets and the firm's standing facts come along; amounts only
        when asked for. A target for which the firm has a policy follows that instead. Permanent
        notes come along with their authors and times. The period's own dates are filled in.

        Raises:
            NoEdition: no edition is in force for the period, none has that id, or the one that
                has it may not be used for the period.
            FilingExists: the store already has the month.
        """
        editions = self.editions.values()
        form = self._named(edition, period) if edition else edition_in_force(editions, period)
        carried = self.carried(source, form, period, with_amounts=with_amounts) if source else {}
        early = form.illustrative_before is not None and period < form.illustrative_before
        with self.store.together():
            filing = self.store.start(
                period,
                form.id,
                illustrative=early or (source is not None and source.illustrative and with_amounts),
                remark=f"rolled forward from {source.period.label}" if source else "",
            )
            session = self.open(filing)
            dates = own_dates(form, period)
            session.apply(Edit(dates, Cause.STARTED))
            if source:
                others = {code: value for code, value in carried.items() if code not in dates}
                words = f"Roll forward from {source.period.label}"
                session.apply(Edit(others, Cause.CARRIED, words))
                self.store.carry_notes(filing, self.carried_notes(source, form))
        return session

    def carried(
        self, source: Filing, form: Edition, period: Period, *, with_amounts: bool = False
    ) -> dict[str, Value]:
        """Give what a month takes over from an earlier one when it is rolled forward.

        A target that the firm's policy fills in the new month is none of it.

        Raises:
            StoreError: the earlier month cannot be read.
        """
        (entered,) = self.store.entered_many([source], self.edition_of)
        earlier = self.edition_of(source)
        governed = governed_targets(self.store, form, period.last_day)
        carried: dict[str, Value] = {}
        for box in form.boxes.values():
            old_code = form.code_in(earlier, box.code)
            amount = with_amounts and box.kind is BoxKind.AMOUNT
            comes = (box.carried or amount) and not box.is_computed and box.code not in governed
            if comes and old_code in entered:
                carried[box.code] = entered[old_code]
        return carried

    def carried_notes(self, source: Filing, form: Edition) -> tuple[Note, ...]:
        """Give the permanent notes that a month takes over when it is rolled forward.

        Raises:
            StoreError: the earlier month cannot be read.
        """
        earlier = self.edition_of(source)
        places = {form.code_in(earlier, code): code for code in form.boxes}
        places[OF_THE_MONTH] = OF_THE_MONTH
        return tuple(
            replace(note, code=places[note.code])
            for note in self.store.notes(source).values()
            if note.permanent and note.code in places
        )

    def _session(
        self, filing: Filing, supposed: Mapping[str, Value] | None = None
    ) -> FilingSession:
        plan = self._plan(self.edition_of(filing))
        session = FilingSession(plan, filing, self.store, supposed)
        session.checks.look_back = lambda: self.earlier_months(filing)
        session.checks.age_of_earlier = lambda: self._edited.total() - self._edited[filing.id]
        session.checks.handing_in = lambda: hand_in_figures(self.store, filing, self._due_on)
        session.checks.moves.month_before = lambda: self.month_before(filing)
        session.checks.moves.age_of_earlier = session.checks.age_of_earlier
        session.subscribe(session.checks.moves.follow)
        session.carried.month_before = lambda: self._before(filing)
        session.carried.last_filed = lambda: self.last_filed(filing)
        session.subscribe(lambda told: self._note(filing, told))
        return session

    def _note(self, filing: Filing, told: ChangeSet) -> None:
        """Note that later months may have to look at a filing again."""
        if told.changes or told.cause in (Cause.GIVEN, Cause.PRINTED):
            self._edited.update([filing.id])

    def _plan(self, edition: Edition) -> EditionPlan:
        plan = self._plans.get(edition.id)
        if plan is None:
            plan = self._plans[edition.id] = EditionPlan(edition)
        return plan

    def _named(self, edition: str, period: Period) -> Edition:
        if edition not in self.editions:
            known = ", ".join(self.editions)
            message = f'There is no edition "{edition}". This program knows: {known}.'
            raise NoEdition(message)
        form, usable = self.editions[edition], editions_usable(self.editions.values(), period)
        if form not in usable:
            raise NoEdition(_why_not(form, usable, period))
        return form


def edition_in_force(editions: Iterable[Edition], period: Period) -> Edition:
    """Give the edition in which a period is reported: the newest that is in force by then.

    Raises:
        NoEdition: the period is older than every edition that the program knows.
    """
    by_time = sorted(editions, key=lambda edition: edition.in_force_from)
    in_force = [edition for edition in by_time if edition.in_force_from <= period]
    if not in_force:
        first = by_time[0]
        message = (
            f"No edition of the form that this program knows is in force for {period.label}: "
            f"the first, {first.id}, is in force from {first.in_force_from.label} on."
        )
        raise NoEdition(message)
    return in_force[-1]


def editions_usable(editions: Iterable[Edition], period: Period) -> tuple[Edition, ...]:
    """Give the editions in which a period may be held, the one in force first.

    After it come those that are offered for the period before they are in force. A period that is
    older than every edition may be held in the first, as an illustration.
    """
    by_time = sorted(editions, key=lambda edition: edition.in_force_from)
    try:
        in_force = edition_in_force(by_time, period)
    except NoEdition:
        in_force = by_time[0]
    return in_force, *(edition for edition in by_time if edition.is_offered(period))


def _why_not(form: Edition, usable: tuple[Edition, ...], period: Period) -> str:
    """Say from when an edition is, or that another has taken its place."""
    taken = f"{period.label} can be held in: {', '.join(edition.id for edition in usable)}."
    if period >= form.in_force_from:
        return f"A newer edition has taken the place of {form.id}. {taken}"
    offered = f", and offered from {form.offered_from.label} on" if form.offered_from else ""
    return f"The edition {form.id} is in force from {form.in_force_from.label} on{offered}. {taken}"


def own_dates(form: Edition, period: Period) -> dict[str, Value]:
    """Give when a period begins and ends, in the boxes in which the form asks for it."""
    dates: dict[str, Value] = {
        form.begins_code: period.first_day,
        form.as_of_code: period.last_day,
    }
    return {code: date for code, date in dates.items() if code in form.boxes}
