"""The targets of one month: what the firm's policies give, and where the month says otherwise.

A target box is entered, and the policy fills it. A box *follows* the policy while it holds what the
policy gives, so nothing has to be remembered beside the figures themselves: what the store holds
decides. When the requirement moves, a box that followed moves with it, within the same edit; one
that holds anything else is an override, and stays.
"""

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Final

from focusdesk.calc.worksheet import Worksheet
from focusdesk.filing.edit import Cause, Change, Edit, EditRefused
from focusdesk.filing.filing import Filing
from focusdesk.filing.kept_text import explanation_text
from focusdesk.filing.override_reason import OverrideReason, standing_reason
from focusdesk.filing.ports import FilingStore
from focusdesk.filing.target_measure import TargetError
from focusdesk.filing.target_policy import (
    Pool,
    TargetPolicies,
    TargetPolicy,
    parse_policies,
    pools_of,
)
from focusdesk.form.amount import AmountError, format_amount
from focusdesk.form.box import Value
from focusdesk.form.edition import Edition

# What a month begins with: its blank targets are filled.
_BEGINNINGS: Final = frozenset({Cause.STARTED, Cause.SAMPLE})
# What is put back is put back as it was, and nothing else with it.
_PUT_BACK: Final = frozenset({Cause.UNDO, Cause.REDO})


@dataclass(frozen=True, slots=True)
class Override:
    """A target box that holds something else than the firm's policy gives.

    Attributes:
        pool: The pool.
        held: What the box holds.
        policy: The policy in force.
        amount: What it gives; `None` while the requirement is blank.
        reason: Why the box differs; `None` where nobody has said it of this figure.
    """

    pool: Pool
    held: Value
    policy: TargetPolicy
    amount: int | None
    reason: OverrideReason | None = None

    @property
    def sentence(self) -> str:
        """Say what the policy gives, and why the box holds something else."""
        gives = "nothing yet" if self.amount is None else format_amount(self.amount)
        why = self.reason.signed if self.reason else "nobody has said why it differs"
        return f"The firm's policy, {self.policy.words}, gives {gives}: {why}."


def readable_policies(store: FilingStore) -> TargetPolicies:
    """Read the firm's policies; where one cannot be read, none counts.

    Raises:
        StoreError: the store cannot be read.
    """
    try:
        return parse_policies(store.facts())
    except TargetError:
        return TargetPolicies()


def governed_targets(store: FilingStore, form: Edition, day: dt.date) -> frozenset[str]:
    """Name the target boxes of a form that the firm's policies fill on a day.

    Raises:
        StoreError: the store cannot be read.
    """
    policies = readable_policies(store)
    return frozenset(
        pool.target for pool in pools_of(form) if policies.in_force(pool.id, day) is not None
    )


class MonthTargets:
    """What the firm's policies give for the targets of one filing, as its figures stand."""

    def __init__(
        self, pools: tuple[Pool, ...], worksheet: Worksheet, filing: Filing, store: FilingStore
    ) -> None:
        """Read nothing yet.

        Args:
            pools: Those of the filing's edition.
            worksheet: The filing's figures.
            filing: Its header.
            store: Where the firm's policies are kept.
        """
        self.pools = pools
        self._worksheet, self._filing, self._store = worksheet, filing, store
        self._policies: TargetPolicies | None = None
        # By pool; it follows from the policies alone, and goes when they go.
        self._standing: dict[str, TargetPolicy | None] | None = None
        self._reasons: tuple[OverrideReason, ...] | None = None

    @property
    def policies(self) -> TargetPolicies:
        """The firm's policies, read once; those that cannot be read count as none.

        Raises:
            StoreError: the store cannot be read.
        """
        if self._policies is None:
            self._policies = readable_policies(self._store)
        return self._policies

    def read_anew(self) -> None:
        """Forget the policies: the firm's have changed."""
        self._policies = self._standing = None

    def policy(self, pool: Pool) -> TargetPolicy | None:
        """Give the policy that holds on the last day of the month; `None` for none."""
        if self._standing is None:
            policies = self.policies
            self._standing = {each.id: self._in_force(policies, each) for each in self.pools}
        return self._standing[pool.id]

    def amount(self, pool: Pool) -> int | None:
        """Give what the policy comes to; `None` without one, or while the requirement is blank.

        Nothing comes of a percentage that no box could hold either.
        """
        return self._given(self.policy(pool), pool)

    def amount_by(self, policies: TargetPolicies, pool: Pool) -> int | None:
        """Give what a target would come to by other policies of the firm, as `amount` does."""
        return self._given(self._in_force(policies, pool), pool)

    def figures(self) -> dict[str, Value]:
        """Give what edit checks ask for: ``policy.7194`` is what the policy comes to.

        ``override.7194`` is what the box holds in its place, where somebody has said why.
        """
        figures: dict[str, Value] = {
            f"policy.{pool.target}": self.amount(pool) for pool in self.pools
        }
        return figures | {
            f"override.{each.pool.target}": each.held if each.reason else None
            for each in self.overrides()
        }

    def overrides(self) -> tuple[Override, ...]:
        """List the target boxes that hold something else than the policy gives."""
        return tuple(
            Override(pool, self._worksheet.value(pool.target), policy, amount, self._reason(pool))
            for pool in self.pools
            if (policy := self.policy(pool))
            and (amount := self.amount(pool)) != self._worksheet.value(pool.target)
        )

    def override(self, code: str) -> Override | None:
        """Give how a target box differs from its policy; `None` where it follows it."""
        return next((each for each in self.overrides() if each.pool.target == code), None)

    def explain(self, code: str, text: str) -> None:
        """Keep why a target box differs from its policy.

        Args:
            code: The box.
            text: The words; empty to withdraw those that are there.

        Raises:
            EditRefused: the box is no target, has no policy or follows it; or the words cannot be
                kept.
            StoreError: nothing was written; the sentence says why.
        """
        differing = self.override(code)
        if differing is None:
            sentence = (
                f"{code} does not differ from a policy of the firm: there is nothing to say of it."
            )
            raise EditRefused(code, sentence)
        words = explanation_text(code, text)
        if words != (differing.reason.text if differing.reason else ""):
            self._store.write_override_reason(self._filing, code, self._kept(code), words)
            self._reasons = None

    def following(self, cause: Cause, named: Collection[str]) -> tuple[Pool, ...]:
        """Say which targets move along with an edit, before it is made.

        Args:
            cause: Why the edit is made.
            named: The boxes that it names itself: what it says of a target stands.
        """
        if cause in _PUT_BACK:
            return ()
        return tuple(
            pool
            for pool in self.pools
            if pool.target not in named and self.policy(pool) and self._follows(pool, cause)
        )

    def fills(self, following: tuple[Pool, ...], typed: Mapping[str, str]) -> tuple[Change, ...]:
        """Give what the policies put into targets that followed them, once an edit is made.

        Args:
            following: As `following` gave them before the edit.
            typed: What had been typed for boxes.
        """
        changes: list[Change] = []
        for pool in following:
            old, new = self._worksheet.value(pool.target), self.amount(pool)
            if old != new:
                was_typed = typed.get(pool.target, "")
                changes.append(Change(pool.target, old, new, was_typed, cause=Cause.POLICY))
        return tuple(changes)

    def moved_to(self, before: TargetPolicies, after: TargetPolicies) -> Edit | None:
        """Give the edit that takes targets which followed some policies over to others.

        A figure that no policy gives any more stays as it is.

        Args:
            before: The policies that the firm had.
            after: Those that it has now.
        """
        values: dict[str, Value] = {}
        for pool in self.pools:
            old, new = (self._in_force(policies, pool) for policies in (before, after))
            held = self._worksheet.value(pool.target)
            if new is not None and old != new and held == self._given(old, pool):
                values[pool.target] = self._given(new, pool)
        differing = {
            code: value for code, value in values.items() if value != self._worksheet.value(code)
        }
        return Edit(differing, Cause.POLICY) if differing else None

    def _in_force(self, policies: TargetPolicies, pool: Pool) -> TargetPolicy | None:
        return policies.in_force(pool.id, self._filing.period.last_day)

    def _given(self, policy: TargetPolicy | None, pool: Pool) -> int | None:
        try:
            return None if policy is None else policy.measure.amount(self._requirement(pool))
        except AmountError:
            return None

    def _follows(self, pool: Pool, cause: Cause) -> bool:
        held = self._worksheet.value(pool.target)
        return held == self.amount(pool) or (held is None and cause in _BEGINNINGS)

    def _reason(self, pool: Pool) -> OverrideReason | None:
        if self._reasons is None:
            self._reasons = self._store.override_reasons(self._filing)
        return standing_reason(self._reasons, pool.target, self._kept(pool.target))

    def _kept(self, code: str) -> str | None:
        return self._worksheet.edition.boxes[code].encode(self._worksheet.value(code))

    def _requirement(self, pool: Pool) -> int | None:
        held = self._worksheet.value(pool.requirement)
        return held if isinstance(held, int) else None
