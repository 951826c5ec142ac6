"""What another target policy does to each month: where the target moves, where it stays, and why.

A policy may begin in the past. It never moves what a signature copy or a seal stands for, a month
that is on record as handed in, with its amendments, nor what somebody has overridden; drafts that
followed the policy before it move, and whoever records it is told of each before it is done.
"""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Protocol

from focusdesk.calc.figures import show_figure
from focusdesk.filing.edit import Edit
from focusdesk.filing.filing import Filing, Status
from focusdesk.filing.hand_in import days_handed_in
from focusdesk.filing.ports import FilingStore
from focusdesk.filing.session import FilingSession
from focusdesk.filing.target_policy import Pool, TargetPolicies
from focusdesk.form.box import Value
from focusdesk.form.dates import day_words
from focusdesk.form.edition import Edition

_STAYS: Final = {
    Status.DRAFT: "entered otherwise",
    Status.PRINTED: "a signature copy was made",
    Status.SEALED: "sealed",
}


class FirmFilings(Protocol):
    """The firm's filings and forms: `focusdesk.filing.register.Register`."""

    @property
    def store(self) -> FilingStore:
        """Where filings and the firm's facts are kept."""
        ...

    @property
    def editions(self) -> Mapping[str, Edition]:
        """The editions that the program knows."""
        ...

    def open(self, filing: Filing) -> FilingSession:
        """Open a filing for reading and editing."""
        ...


@dataclass(frozen=True, slots=True)
class Reach:
    """A month whose target differs from what another policy gives.

    Attributes:
        session: The month.
        pool: The pool whose policy it is.
        held: What the target box holds.
        gives: What the policy gives; `None` while the requirement is blank.
        edit: What takes the target over to the policy; `None` where it stays as it is.
        handed_in: On which day the month was handed in; `None` where nothing is on record.
    """

    session: FilingSession
    pool: Pool
    held: Value
    gives: int | None
    edit: Edit | None
    handed_in: dt.date | None = None

    @property
    def filing(self) -> Filing:
        """The month's header."""
        return self.session.filing

    @property
    def words(self) -> str:
        """Say what happens: ``January 2014: 7194 from 47,443,913 to 56,932,696``."""
        held, gives = show_figure(self.held), show_figure(self.gives)
        if self.edit is not None:
            return f"{self.filing.title}: {self.pool.target} from {held} to {gives}"
        day = self.handed_in
        why = f"handed in on {day_words(day)}" if day else _STAYS[self.filing.status]
        return f"{self.filing.title} ({why}): {self.pool.target} stays {held}, not {gives}"


def policy_reach(
    register: FirmFilings,
    pool: str,
    before: TargetPolicies,
    after: TargetPolicies,
    at_desk: Sequence[FilingSession] = (),
) -> tuple[Reach, ...]:
    """Say which months' targets are not what the policies give from now on, the newest first.

    Args:
        register: The firm's filings.
        pool: The pool whose policies differ.
        before: The policies that the firm has.
        after: Those that it is to have.
        at_desk: The months that are open on a desk, and not to be opened twice.

    Raises:
        StoreError: a month cannot be read.
    """
    return tuple(_reaches(register, pool, (before, after), at_desk))


def _reaches(
    register: FirmFilings,
    pool: str,
    policies: tuple[TargetPolicies, TargetPolicies],
    at_desk: Sequence[FilingSession],
) -> Iterator[Reach]:
    before, after = policies
    handed_in = days_handed_in(register.store)
    opened = {session.filing.id: session for session in at_desk}
    for filing in register.store.filings():
        day = filing.period.last_day
        policy = after.in_force(pool, day)
        if filing.edition not in register.editions or policy is None:
            continue
        if policy == before.in_force(pool, day):
            continue
        session = opened.get(filing.id) or register.open(filing)
        for each in session.targets.pools:
            gives = session.targets.amount_by(after, each)
            held = session.value(each.target)
            if each.id == pool and held != gives:
                on = handed_in.get(filing.period)
                moves = on is None and session.filing.status is Status.DRAFT
                edit = session.targets.moved_to(before, after) if moves else None
                yield Reach(session, each, held, gives, edit, on)
