"""How the command line tells the two sides of each pool and what ties them together."""

from collections.abc import Callable, Iterator, Sequence

from focusdesk.calc.figures import show_figure
from focusdesk.calc.finding import Tolerance
from focusdesk.calc.likely_causes import LikelyCause
from focusdesk.cli.check_words import cause_lines
from focusdesk.filing.facing_tie import FacingTie
from focusdesk.filing.two_sides import Side, SideLine, TwoSides

CausesOf = Callable[[FacingTie], Sequence[LikelyCause]]
"""Gives what would explain why a tie breaks."""

_INDENT = "  "
_NUMBER, _WORDS, _CODE, _AMOUNT = 5, 56, 5, 16


def sides_lines(pools: Sequence[TwoSides], causes_of: CausesOf) -> Iterator[str]:
    """Tell each pool: what is owed, what is held, the ties between them, what is left.

    Args:
        pools: The pools, in the order of the form.
        causes_of: Gives the likely causes of a tie that breaks.
    """
    for pool in pools:
        yield f"{pool.name}: {pool.card.state}"
        for name, side in (("Requirement", pool.requirement), ("Assets", pool.assets)):
            yield f"{_INDENT}{name}: {side.heading}"
            yield from (_line(line) for line in side.lines)
        yield f"{_INDENT}Ties"
        for tie in pool.ties:
            weight = f" ({tie.severity})" if tie.severity else ""
            yield f"{_INDENT * 2}{tie.id}  {tie.agreement}{weight}: {tie.sentence}"
            yield from (f"{_INDENT * 4}{line}" for line in cause_lines(causes_of(tie)))
        told = (f"{line.words} {line.shown} ({line.code})" for line in pool.card.lines)
        yield f"{_INDENT}{'; '.join(told)}."
        yield ""


def sides_entries(pools: Sequence[TwoSides], causes_of: CausesOf) -> list[dict[str, object]]:
    """Give each pool as JSON has it; amounts are whole dollars, a blank is null."""
    return [
        {
            "schedule": pool.schedule,
            "name": pool.name,
            "state": pool.card.state.value,
            "requirement": _side_entry(pool.requirement),
            "assets": _side_entry(pool.assets),
            "ties": [_tie_entry(tie, causes_of(tie)) for tie in pool.ties],
            "figures": {line.code: line.value for line in pool.card.lines},
        }
        for pool in pools
    ]


def _line(line: SideLine) -> str:
    words = "  " * line.indent + line.words
    if len(words) > _WORDS:
        words = f"{words[: _WORDS - 3].rstrip()}..."
    shown = (line.shown or show_figure(None)) if line.code else ""
    text = f"{line.number:<{_NUMBER}}{words:<{_WORDS}} {line.code:>{_CODE}}{shown:>{_AMOUNT}}"
    return f"{_INDENT * 2}{text}".rstrip()


def _side_entry(side: Side) -> dict[str, object]:
    return {
        "heading": side.heading,
        "lines": [
            {"number": line.number, "words": line.words, "code": line.code, "value": line.value}
            for line in side.lines
            if line.code
        ],
        "total": side.total.value,
    }


def _tie_entry(tie: FacingTie, causes: Sequence[LikelyCause]) -> dict[str, object]:
    return {
        "check": tie.id,
        "left": list(tie.tie.left),
        "right": list(tie.tie.right),
        "left_amount": tie.tie.left_amount,
        "right_amount": tie.tie.right_amount,
        "difference": tie.difference,
        "tolerance": _tolerance_entry(tie.tolerance),
        "state": tie.tie.state.value,
        "agreement": tie.agreement.value,
        "severity": tie.severity.value if tie.severity else None,
        "sentence": tie.sentence,
        "likely_causes": [cause.words for cause in causes],
    }


def _tolerance_entry(tolerance: Tolerance | None) -> dict[str, object] | None:
    if tolerance is None:
        return None
    share, allowed = str(tolerance.share), tolerance.allowed
    return {"share": share, "larger": tolerance.larger, "allowed": allowed}
