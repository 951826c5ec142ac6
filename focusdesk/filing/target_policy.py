"""The firm's written targets as policy: how much of its own money each pool is to hold, since when.

A pool is a schedule with a requirement and a target box; the edition's files say which. Policies
are kept by the schedule's id, which is the same in every edition. Nothing is deleted: a later
policy takes an earlier one's place from its own date on, and one that was recorded by mistake is
withdrawn with a reason, and stays on record with it.
"""

import datetime as dt
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final, NamedTuple, cast

from focusdesk.filing.filing import FactChange
from focusdesk.filing.target_measure import (
    TargetError,
    TargetField,
    TargetMeasure,
    parse_measure,
)
from focusdesk.form.edition import Edition

FACT: Final = "target:"
"""How the names begin under which the firm keeps its policies: ``target:segregation:1``."""

_TARGET = "target"


class Pool(NamedTuple):
    """Money that a rule keeps apart, as one schedule of an edition accounts for it.

    Attributes:
        id: The schedule's.
        tab: What the schedule is called in short.
        target: The box of the firm's own target.
        requirement: The box that says how much the pool must hold.
    """

    id: str
    tab: str
    target: str
    requirement: str


def pools_of(edition: Edition) -> tuple[Pool, ...]:
    """List the pools of a form that have a target, in its order."""
    return tuple(
        Pool(schedule.id, schedule.tab, box.code, schedule.requirement)
        for schedule in edition.schedules
        for box in schedule.boxes
        if schedule.requirement and box.watched == _TARGET and not box.is_computed
    )


@dataclass(frozen=True, slots=True)
class TargetPolicy:
    """What a pool's target is from a day on.

    Attributes:
        pool: The schedule's id.
        measure: In dollars or percent, or a range of them.
        since: The first day on which it holds; it ends where a later policy begins.
        approved_by: Who approved it.
        why: Why it is so.
        number: Its place among the policies of its pool, from 1; 0 before it is kept.
        withdrawn: Why it was taken back; empty while it stands.
        recorded: The row that recorded it, with who and when; `None` where that was not asked for.
        withdrawal: The row that took it back, likewise.
    """

    pool: str
    measure: TargetMeasure
    since: dt.date
    approved_by: str
    why: str
    number: int = 0
    withdrawn: str = ""
    recorded: FactChange | None = None
    withdrawal: FactChange | None = None

    @property
    def name(self) -> str:
        """What the firm keeps it under: ``target:segregation:1``."""
        return f"{FACT}{self.pool}:{self.number}"

    @property
    def words(self) -> str:
        """Say it in short: ``5 % since 2014-01-01``."""
        return f"{self.measure.words} since {self.since:%Y-%m-%d}"


@dataclass(frozen=True, slots=True)
class TargetPolicies:
    """All policies that a firm ever recorded.

    Attributes:
        recorded: By pool, and within it in the order in which they were recorded.
    """

    recorded: tuple[TargetPolicy, ...] = ()

    def of(self, pool: str) -> tuple[TargetPolicy, ...]:
        """Give every policy of a pool, those withdrawn too, the newest record last."""
        return tuple(policy for policy in self.recorded if policy.pool == pool)

    def in_force(self, pool: str, day: dt.date) -> TargetPolicy | None:
        """Give the policy that holds on a day; `None` where none does.

        Of two that begin on the same day the one recorded later has taken the other's place.
        """
        standing = (
            policy for policy in self.of(pool) if not policy.withdrawn and policy.since <= day
        )
        return max(standing, key=lambda policy: (policy.since, policy.number), default=None)

    def until(self, policy: TargetPolicy) -> dt.date | None:
        """Give the last day on which a policy holds, `None` where no later one has taken its place.

        For one that never held, as another began on the same day, that is the day before its own.
        """
        later = [
            other.since
            for other in self.of(policy.pool)
            if not other.withdrawn and (other.since, other.number) > (policy.since, policy.number)
        ]
        return min(later) - dt.timedelta(days=1) if later else None

    def find(self, pool: str, number: int) -> TargetPolicy:
        """Give a policy by its number.

        Raises:
            TargetError: there is none.
        """
        for policy in self.of(pool):
            if policy.number == number:
                return policy
        message = f"{pool} has no policy number {number}. Name one of those on record."
        raise TargetError(TargetField.POOL, message)

    def next_number(self, pool: str) -> int:
        """Give the number that the next policy of a pool gets."""
        return max((policy.number for policy in self.of(pool)), default=0) + 1

    def signed(self, journalled: Iterable[FactChange]) -> "TargetPolicies":
        """Add who recorded and who withdrew each policy.

        Args:
            journalled: The rows of their facts, oldest first; of each policy the first is its
                record, and the second its withdrawal.
        """
        rows: dict[str, list[FactChange]] = {}
        for row in journalled:
            rows.setdefault(row.name, []).append(row)
        return TargetPolicies(tuple(_signed(policy, rows) for policy in self.recorded))


def parse_policies(facts: Mapping[str, str]) -> TargetPolicies:
    """Read the policies among the firm's facts.

    Raises:
        TargetError: one of them cannot be read.
    """
    names = (name for name in facts if name.startswith(FACT))
    policies = (_read(name, facts[name]) for name in names)
    return TargetPolicies(tuple(sorted(policies, key=lambda each: (each.pool, each.number))))


def policy_text(policy: TargetPolicy) -> str:
    """Write a policy as the firm keeps it; the journal shows this text."""
    told = {
        "target": policy.measure.words,
        "since": policy.since.isoformat(),
        "approved_by": policy.approved_by,
        "why": policy.why,
    }
    if policy.withdrawn:
        told["withdrawn"] = policy.withdrawn
    return json.dumps(told, ensure_ascii=False)


def _read(name: str, text: str) -> TargetPolicy:
    pool, _, number = name.removeprefix(FACT).rpartition(":")
    try:
        told = cast("dict[str, Any]", json.loads(text))
        return TargetPolicy(
            pool=pool,
            measure=parse_measure(str(told["target"])),
            since=dt.date.fromisoformat(told["since"]),
            approved_by=str(told["approved_by"]),
            why=str(told["why"]),
            number=int(number),
            withdrawn=str(told.get("withdrawn", "")),
        )
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        message = (
            f"The firm's target policy {name.removeprefix(FACT)} cannot be read. "
            f"A newer focusdesk may have written it; open the store with that."
        )
        raise TargetError(None, message) from error


def _signed(policy: TargetPolicy, rows: Mapping[str, list[FactChange]]) -> TargetPolicy:
    recorded, *later = (*rows.get(policy.name, ()), None)
    withdrawal = later[0] if later and policy.withdrawn else None
    return replace(policy, recorded=recorded, withdrawal=withdrawal)
