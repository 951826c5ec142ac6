"""Why a box holds what it holds: its formula with the figures in place, down to entered boxes."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from focusdesk.calc.figures import show_figure
from focusdesk.calc.nodes import PRINTED, Binary, Call, Node, Unanswered, binding_of
from focusdesk.calc.worksheet import Worksheet
from focusdesk.form.box import Value


@dataclass(frozen=True, slots=True)
class Candidate:
    """One of the figures among which a greatest or least is taken.

    Attributes:
        words: The part of the formula that gives it, with the codes in it.
        value: What it comes to; `None` when it does not compete.
        wins: Whether it is the one that was taken.
    """

    words: str
    value: Value
    wins: bool


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why one box holds what it holds.

    Attributes:
        code: The box.
        name: Its line and words.
        value: What it holds.
        formula: Its formula in paper notation; empty for an entered box.
        sentence: The formula with the figures in place.
        inputs: The same for every box that the formula reads.
        candidates: For a greatest or least, everything that competed.
        remark: What else must be known, such as a fact that has not been answered.
    """

    code: str
    name: str
    value: Value
    formula: str = ""
    sentence: str = ""
    inputs: tuple["Explanation", ...] = ()
    candidates: tuple[Candidate, ...] = ()
    remark: str = ""


def explain(worksheet: Worksheet, code: str) -> Explanation:
    """Explain a box, down to the entered boxes it follows from.

    Raises:
        KeyError: the edition has no such box.
    """
    edition = worksheet.edition
    box = edition.boxes[code]
    bare = Explanation(code, edition.name_of(code), worksheet.value(code), remark=box.note)
    formula = worksheet.plan.formulas.get(code)
    if formula is None:
        return bare
    fact = worksheet.unanswered(code)
    if fact is not None:
        bare = replace(bare, remark=f"Blank until the firm answers {fact}.")
    competition = _competition(formula.root)
    candidates = tuple(_candidates(competition, worksheet, code)) if competition else ()
    return replace(
        bare,
        formula=formula.text,
        sentence=_sentence(competition or formula.root, candidates, worksheet, code),
        inputs=tuple(explain(worksheet, read) for read in formula.codes),
        candidates=candidates,
    )


def explanation_text(explanation: Explanation) -> str:
    """Write an explanation as indented text; a box that was shown before is not unfolded again."""
    return "\n".join(_lines(explanation, 0, set()))


def _sentence(
    node: Node, candidates: tuple[Candidate, ...], worksheet: Worksheet, code: str
) -> str:
    """Write the formula with the figures in place and what it comes to."""
    shown = node.show(worksheet.values())
    if candidates and isinstance(node, Call):
        which = "greatest" if node.name == "max" else "least"
        figures = "; ".join(show_figure(candidate.value) for candidate in candidates)
        shown = f"the {which} of {figures}"
    return f"{shown} = {show_figure(worksheet.value(code))}"


def _competition(node: Node) -> Call | None:
    """Find the greatest-of or least-of that a formula is, within a rounding or not."""
    if isinstance(node, Call) and node.name in ("max", "min"):
        return node
    return (
        _competition(node.arguments[0]) if isinstance(node, Call) and node.name == "round" else None
    )


def _candidates(competition: Call, worksheet: Worksheet, code: str) -> Iterator[Candidate]:
    """Work out everything that competes for a box; what equals the box's value has won."""
    values = worksheet.values()
    taken = worksheet.value(code)
    for part in competition.arguments:
        try:
            worth = Call("round", (part,)).worth(values)
        except Unanswered:
            worth = None
        dollars = worth if isinstance(worth, int) else None
        wins = dollars is not None and dollars == taken
        yield Candidate(with_codes(part), dollars, wins=wins)


class _Codes(dict[str, str]):
    """Shows a formula with its codes instead of figures."""

    def __missing__(self, code: str) -> str:
        return code


_CODES = _Codes()


def with_codes(node: Node) -> str:
    """Write a formula, or a part of it, with its codes: what a person reads beside the figure."""
    if isinstance(node, Binary):
        binding = binding_of(node)
        sign = PRINTED.get(node.sign, node.sign)
        return f"{_grouped(node.left, binding)} {sign} {_grouped(node.right, binding + 1)}"
    if isinstance(node, Call) and node.name == "if":
        condition, *branches = (with_codes(part) for part in node.arguments)
        otherwise = f", else {branches[1]}" if len(branches) > 1 else ""
        return f"{branches[0]} if {condition}{otherwise}"
    if isinstance(node, Call):
        return f"{node.name}({', '.join(_grouped(part, 0) for part in node.arguments)})"
    return node.show(_CODES)


def _grouped(node: Node, binding: int) -> str:
    """Write a part of a part, in parentheses where it would read on into what is beside it."""
    words = with_codes(node)
    reads_on = isinstance(node, Call) and node.name == "if"
    return f"({words})" if reads_on or binding_of(node) < binding else words


def _lines(explanation: Explanation, depth: int, shown: set[str]) -> Iterator[str]:
    margin = "  " * depth
    figure = show_figure(explanation.value)
    how = "" if explanation.formula or explanation.value is None else " (entered)"
    yield f"{margin}{explanation.code}  {figure}{how}  {explanation.name}"
    if explanation.code in shown:
        if explanation.formula:
            yield f"{margin}  (explained above)"
        return
    shown.add(explanation.code)
    if explanation.formula:
        yield f"{margin}  = {explanation.formula}"
        yield f"{margin}  = {explanation.sentence}"
    if explanation.remark:
        yield f"{margin}  Note: {explanation.remark}"
    for candidate in explanation.candidates:
        won = "  <- taken" if candidate.wins else ""
        yield f"{margin}  candidate {candidate.words}: {show_figure(candidate.value)}{won}"
    for part in explanation.inputs:
        yield from _lines(part, depth + 1, shown)
