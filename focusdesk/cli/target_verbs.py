"""The firm's own targets as policy, and what differs from it in a month: `targets`."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from focusdesk.calc.figures import show_figure
from focusdesk.cli.opening import opened
from focusdesk.cli.output import change_line, say, say_json, say_table, tell
from focusdesk.cli.request import Refused, Request
from focusdesk.cli.verbs import DONE, FINDINGS
from focusdesk.filing.policy_reach import Reach
from focusdesk.filing.register import Register
from focusdesk.filing.session import FilingSession
from focusdesk.filing.target_keeping import (
    KeptPolicy,
    explain_override,
    follow_policy,
    keep_policy,
    kept_policies,
    known_pools,
    pool_named,
    recording_reach,
    withdraw_policy,
    withdrawal_reach,
)
from focusdesk.filing.target_measure import entered_measure
from focusdesk.filing.target_policy import Pool, TargetPolicies, TargetPolicy
from focusdesk.form.dates import parse_date


def targets(request: Request) -> int:
    """Record, withdraw or show target policies; with a month, what differs from them in it.

    The status is that of findings where a target differs and nobody has said why.

    Raises:
        StoreError: the store or the month is not there, or cannot be written.
        TargetError: a target is none, or something of the policy is missing.
        EditRefused: the month is sealed, or follows its policy.
        DateError: the day is none.
        Refused: the words make no sense together.
    """
    with opened(request.store) as register:
        if request.month is not None:
            if request.dry_run:
                message = "--dry-run looks at policies before they are recorded; leave out --in."
                raise Refused(message)
            return _month(register, register.open(register.store.find(request.month)), request)
        if request.follow:
            message = "--follow puts a target of one month back: name the month with --in 2014-01."
            raise Refused(message)
        if request.withdraw:
            _withdraw(register, request)
        elif request.words:
            _record(register, request)
        policies = kept_policies(register.store)
        pools = known_pools(register.editions)
    if request.as_json:
        say_json([_policy_entry(pools, policies, each) for each in policies.recorded])
    elif policies.recorded:
        _say_policies(pools, policies)
    else:
        say("No target policy is recorded: targets are typed, and carried from month to month.")
    return DONE


def _record(register: Register, request: Request) -> None:
    """Keep policies, all or none: ``7194="5 %" 8760=25m``."""
    policies: list[TargetPolicy] = []
    for word in request.words:
        name, equals, measure = word.partition("=")
        if not equals:
            message = f'"{word}" sets no target. Write the box, "=" and the target: 7194="5 %".'
            raise Refused(message)
        if request.since is None:
            message = "A target holds from a day on: name it with --since 2014-01-01."
            raise Refused(message)
        pool = pool_named(register.editions, name.strip())
        policies.append(
            TargetPolicy(
                pool.id,
                entered_measure(measure),
                parse_date(request.since),
                request.approved_by,
                request.reason or "",
            )
        )
    if request.dry_run:
        _tell_before(policies, [recording_reach(register, each) for each in policies])
        return
    with register.store.together():
        kept = [keep_policy(register, policy) for policy in policies]
    tell("Kept with the firm.")
    _tell_reach(kept)


def _withdraw(register: Register, request: Request) -> None:
    """Withdraw policies by their numbers, all or none: ``7194:2``."""
    if not request.words:
        message = "Which policy is withdrawn? Name its box and number, like 7194:2."
        raise Refused(message)
    policies = kept_policies(register.store)
    named = [_numbered(register, policies, word) for word in request.words]
    if request.dry_run:
        why = request.reason or ""
        _tell_before(named, [withdrawal_reach(register, each, why) for each in named])
        return
    with register.store.together():
        kept = [withdraw_policy(register, policy, request.reason or "") for policy in named]
    tell("Withdrawn; it stays on record.")
    _tell_reach(kept)


def _numbered(register: Register, policies: TargetPolicies, word: str) -> TargetPolicy:
    name, _, number = word.partition(":")
    if not number.isdecimal():
        message = f'"{word}" names no policy. Write its box and its number, like 7194:2.'
        raise Refused(message)
    return policies.find(pool_named(register.editions, name).id, int(number))


def _tell_before(policies: Sequence[TargetPolicy], reaches: Sequence[Iterable[Reach]]) -> None:
    """Say of each month what would become of its target, while nothing has been kept.

    Raises:
        Refused: two are of one pool; what one does depends on the other there.
    """
    if len({policy.pool for policy in policies}) < len(policies):
        message = "--dry-run looks at one policy of a pool at a time: name each box once."
        raise Refused(message)
    tell("Nothing was kept. It would be:")
    reach = [each for of in reaches for each in of]
    for each in reach:
        tell(each.words)
    if not any(each.edit for each in reach):
        tell("No month's figure would change.")


def _tell_reach(kept: Iterable[KeptPolicy]) -> None:
    """Say of each month what became of its target: where it was filled, and where it stays."""
    reach = [each for of in kept for each in of.reach]
    months = dict.fromkeys(each.filing.title for each in reach if each.edit is not None)
    if months:
        tell(f"Targets were filled in: {', '.join(months)}.")
    for each in reach:
        tell(each.words)


def _month(register: Register, session: FilingSession, request: Request) -> int:
    """Show what differs from the policies in a month, give a reason, or put targets back."""
    codes = [pool_named(register.editions, word).target for word in request.words]
    if codes and not (request.follow or request.withdraw or request.reason):
        message = "Say why the target differs with --reason, or put it back with --follow."
        raise Refused(message)
    with register.store.together():
        for code in codes:
            if request.follow:
                for change in session.apply(follow_policy(session, code)).changes:
                    tell(change_line(change))
            else:
                explain_override(session, code, "" if request.withdraw else request.reason)
    if request.as_json:
        say_json([_month_entry(session, pool) for pool in session.targets.pools])
    else:
        headings = ("box", "holds", "policy", "gives", "")
        say_table(headings, [_month_row(session, pool) for pool in session.targets.pools])
    lacking = [each for each in session.targets.overrides() if each.reason is None]
    return FINDINGS if lacking else DONE


def _month_row(session: FilingSession, pool: Pool) -> tuple[str, ...]:
    policy, override = session.targets.policy(pool), session.targets.override(pool.target)
    gives = show_figure(session.targets.amount(pool)) if policy else ""
    words = "follows its policy" if policy else ""
    if override:
        reason = override.reason.signed if override.reason else "nobody has said why"
        words = f"differs: {reason}"
    holds = show_figure(session.value(pool.target))
    return pool.target, holds, policy.words if policy else "none", gives, words


def _month_entry(session: FilingSession, pool: Pool) -> dict[str, object]:
    policy, override = session.targets.policy(pool), session.targets.override(pool.target)
    return {
        "code": pool.target,
        "value": session.value(pool.target),
        "policy": policy.measure.words if policy else None,
        "since": policy.since.isoformat() if policy else None,
        "gives": session.targets.amount(pool),
        "overridden": override is not None,
        "reason": override.reason.text if override and override.reason else None,
    }


def _say_policies(pools: Iterable[Pool], policies: TargetPolicies) -> None:
    named = {pool.id: pool for pool in pools}
    places = {pool: place for place, pool in enumerate(named)}
    rows = [
        (
            f"{_target(named, each)}:{each.number}",
            each.measure.words + _of_requirement(named, each),
            f"{each.since:%Y-%m-%d}",
            _until(policies, each),
            each.approved_by,
            f"withdrawn: {each.withdrawn}" if each.withdrawn else each.why,
        )
        for each in sorted(policies.recorded, key=lambda each: places.get(each.pool, len(places)))
    ]
    say_table(("policy", "target", "since", "until", "approved by", "why"), rows)


def _target(named: Mapping[str, Pool], policy: TargetPolicy) -> str:
    return named[policy.pool].target if policy.pool in named else policy.pool


def _of_requirement(named: Mapping[str, Pool], policy: TargetPolicy) -> str:
    if not policy.measure.is_percent or policy.pool not in named:
        return ""
    return f" of {named[policy.pool].requirement}"


def _until(policies: TargetPolicies, policy: TargetPolicy) -> str:
    last = policies.until(policy)
    if policy.withdrawn or (last is not None and last < policy.since):
        return "never held"
    return f"{last:%Y-%m-%d}" if last else ""


def _policy_entry(
    pools: Iterable[Pool], policies: TargetPolicies, policy: TargetPolicy
) -> dict[str, object]:
    last, named = policies.until(policy), {pool.id: pool for pool in pools}
    row, back = policy.recorded, policy.withdrawal
    return {
        "pool": policy.pool,
        "code": _target(named, policy),
        "number": policy.number,
        "target": policy.measure.words,
        "since": policy.since.isoformat(),
        "until": None if last is None or policy.withdrawn else last.isoformat(),
        "approved_by": policy.approved_by,
        "why": policy.why,
        "recorded_by": row.author if row else None,
        "recorded": row.written.isoformat() if row else None,
        "withdrawn": policy.withdrawn or None,
        "withdrawn_by": back.author if back else None,
        "withdrawn_at": back.written.isoformat() if back else None,
    }


ACTS: Mapping[str, Callable[[Request], int]] = {"targets": targets}
"""What each command does."""
