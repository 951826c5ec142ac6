"""The door through which target policies are recorded and withdrawn, and open drafts filled.

One durable transaction keeps the policy and puts its figure into every draft whose target followed
the policy before it, or was blank where there was none. What differs on purpose stays; so does
what a signature copy or a seal stands for. Months that are open on a desk are left to the desk,
which edits them as everything else, so that it can be undone there.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from focusdesk.filing.edit import Cause, ChangeSet, Edit
from focusdesk.filing.filing import Filing
from focusdesk.filing.policy_reach import FirmFilings, Reach, policy_reach
from focusdesk.filing.ports import FilingStore
from focusdesk.filing.session import FilingSession
from focusdesk.filing.target_measure import TargetError, TargetField
from focusdesk.filing.target_policy import (
    Pool,
    TargetPolicies,
    TargetPolicy,
    parse_policies,
    policy_text,
    pools_of,
)
from focusdesk.form.amount import quoted
from focusdesk.form.edition import Edition

LONGEST_WORDS: Final = 1000
EARLIEST: Final = dt.date(1970, 1, 1)
LATEST: Final = dt.date(2099, 12, 31)


@dataclass(frozen=True, slots=True)
class KeptPolicy:
    """What came of recording or withdrawing a policy.

    Attributes:
        policy: The policy as it is kept.
        filled: The drafts whose targets were filled.
        left: What months that are open on a desk are to take over by their one door.
        reach: Every month whose target is not what the policy gives, and what becomes of it.
    """

    policy: TargetPolicy
    filled: tuple[Filing, ...] = ()
    left: tuple[tuple[Filing, Edit], ...] = ()
    reach: tuple[Reach, ...] = ()


def kept_policies(store: FilingStore) -> TargetPolicies:
    """Read every policy that the firm has recorded, with who recorded and who withdrew it.

    Raises:
        TargetError: one of them cannot be read.
        StoreError: the store cannot be read.
    """
    return parse_policies(store.facts()).signed(store.fact_history())


def known_pools(editions: Mapping[str, Edition]) -> tuple[Pool, ...]:
    """List the pools that have a target in any edition, as the newest that has them shows them."""
    newest_last = sorted(editions.values(), key=lambda edition: edition.in_force_from)
    pools = {pool.id: pool for edition in newest_last for pool in pools_of(edition)}
    return tuple(pools.values())


def pool_named(editions: Mapping[str, Edition], name: str) -> Pool:
    """Find a pool by its target box or by the id of its schedule: ``7194``, ``segregation``.

    Raises:
        TargetError: no edition has it.
    """
    for edition in editions.values():
        for pool in pools_of(edition):
            if name in (pool.id, pool.target):
                return pool
    known = ", ".join(f"{pool.target} ({pool.id})" for pool in known_pools(editions))
    message = f'"{quoted(name)}" is no target of the form. It has: {known}.'
    raise TargetError(TargetField.POOL, message)


def keep_policy(
    register: FirmFilings, policy: TargetPolicy, at_desk: Sequence[FilingSession] = ()
) -> KeptPolicy:
    """Record a policy with the firm; it takes the place of earlier ones from its date on.

    Args:
        register: The firm's filings.
        policy: The policy; its number is given here.
        at_desk: The months that are open on a desk.

    Raises:
        TargetError: something of it is missing or cannot be; nothing was written.
        StoreError: nothing was written; the sentence says why.
    """
    with register.store.together():
        before = parse_policies(register.store.facts())
        return _changed(register, _to_keep(register, policy, before), before, at_desk)


def recording_reach(
    register: FirmFilings, policy: TargetPolicy, at_desk: Sequence[FilingSession] = ()
) -> tuple[Reach, ...]:
    """Say what recording a policy would do to each month, and do nothing.

    Raises:
        TargetError: something of it is missing or cannot be.
        StoreError: a month cannot be read.
    """
    before = parse_policies(register.store.facts())
    kept = _to_keep(register, policy, before)
    return policy_reach(register, kept.pool, before, _with(before, kept), at_desk)


def withdrawal_reach(
    register: FirmFilings,
    policy: TargetPolicy,
    why: str,
    at_desk: Sequence[FilingSession] = (),
) -> tuple[Reach, ...]:
    """Say what withdrawing a policy would do to each month, and do nothing.

    Raises:
        TargetError: there is no such policy, it is withdrawn already, or no reason is given.
        StoreError: a month cannot be read.
    """
    before = parse_policies(register.store.facts())
    kept = _to_withdraw(policy, why, before)
    return policy_reach(register, kept.pool, before, _with(before, kept), at_desk)


def withdraw_policy(
    register: FirmFilings,
    policy: TargetPolicy,
    why: str,
    at_desk: Sequence[FilingSession] = (),
) -> KeptPolicy:
    """Take back a policy that was recorded by mistake; it stays on record, with the reason.

    Args:
        register: The firm's filings.
        policy: The policy, by its pool and number.
        why: The reason.
        at_desk: The months that are open on a desk.

    Raises:
        TargetError: there is no such policy, it is withdrawn already, or no reason is given.
        StoreError: nothing was written; the sentence says why.
    """
    with register.store.together():
        before = parse_policies(register.store.facts())
        return _changed(register, _to_withdraw(policy, why, before), before, at_desk)


def _to_keep(register: FirmFilings, policy: TargetPolicy, before: TargetPolicies) -> TargetPolicy:
    """Give a policy as it would be kept.

    Raises:
        TargetError: something of it is missing or cannot be.
    """
    pool = pool_named(register.editions, policy.pool)
    if not EARLIEST <= policy.since <= LATEST:
        message = f"{policy.since:%Y-%m-%d} is no day on which a policy can begin. Check the year."
        raise TargetError(TargetField.SINCE, message)
    return replace(
        policy,
        pool=pool.id,
        approved_by=_words(policy.approved_by, TargetField.APPROVED_BY, "Who approved the target?"),
        why=_words(policy.why, TargetField.WHY, "Why is this the target?"),
        number=before.next_number(pool.id),
    )


def _to_withdraw(policy: TargetPolicy, why: str, before: TargetPolicies) -> TargetPolicy:
    """Give a policy as it would be kept once it is withdrawn.

    Raises:
        TargetError: there is no such policy, it is withdrawn already, or no reason is given.
    """
    reason = _words(why, TargetField.WHY, "Why is the policy withdrawn?")
    there = before.find(policy.pool, policy.number)
    if there.withdrawn:
        message = f"The policy {there.words} has been withdrawn already: {there.withdrawn}"
        raise TargetError(TargetField.POOL, message)
    return replace(there, withdrawn=reason)


def _with(before: TargetPolicies, policy: TargetPolicy) -> TargetPolicies:
    others = (each for each in before.recorded if each.name != policy.name)
    return TargetPolicies((*others, policy))


def _changed(
    register: FirmFilings,
    policy: TargetPolicy,
    before: TargetPolicies,
    at_desk: Sequence[FilingSession],
) -> KeptPolicy:
    """Keep a policy as it is since, in a transaction that is open, and fill what follows it."""
    # Months are opened while the old policies are the firm's, and filled once the new ones are.
    reach = policy_reach(register, policy.pool, before, _with(before, policy), at_desk)
    register.store.set_fact(policy.name, policy_text(policy))
    filled: list[Filing] = []
    left: list[tuple[Filing, Edit]] = []
    for each in reach:
        if each.edit is None:
            continue
        if each.session in at_desk:
            left.append((each.filing, each.edit))
        else:
            each.session.apply(each.edit)
            filled.append(each.filing)
    return KeptPolicy(policy, tuple(filled), tuple(left), reach)


def _words(text: str, field: TargetField, question: str) -> str:
    words = " ".join(text.split())
    if not words:
        message = f"{question} Say it in a few words: it is kept with the policy."
        raise TargetError(field, message)
    if len(words) > LONGEST_WORDS or not words.isprintable():
        message = (
            f"These words cannot be kept: at most {LONGEST_WORDS:,} characters of plain text can. "
            f"Shorten them."
        )
        raise TargetError(field, message)
    return words


def follow_policy(session: FilingSession, code: str) -> Edit:
    """Give the edit that puts a target back to what its policy gives.

    Raises:
        TargetError: the box follows its policy already, or has none.
    """
    differing = session.targets.override(code)
    if differing is None:
        message = f"{code} follows the firm's policy already, or the firm has none for it."
        raise TargetError(TargetField.POOL, message)
    return Edit({code: differing.amount}, Cause.POLICY)


def explain_override(session: FilingSession, code: str, text: str) -> None:
    """Keep why a target differs from the firm's policy; an empty text withdraws what was said.

    The listeners are told by a change set without changes, whose cause is `Cause.OVERRIDDEN`.

    Raises:
        EditRefused: the filing is sealed, the box follows its policy, or the words are refused.
        StoreError: nothing was written; the sentence says why.
    """
    session.refuse_closed(code)
    session.targets.explain(code, text)
    session.checks.policies_changed()
    session.tell(ChangeSet((), (), Cause.OVERRIDDEN))


def take_over_policies(session: FilingSession) -> None:
    """Have an open month take note that the firm's policies are others; its figures stay.

    The listeners are told by a change set without changes, whose cause is `Cause.POLICY`.
    """
    session.targets.read_anew()
    session.checks.policies_changed()
    session.tell(ChangeSet((), (), Cause.POLICY))
