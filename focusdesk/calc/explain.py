"""Why a box holds what it holds: its formula with the figures in place, down to entered boxes."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from focusdesk.calc.figures import show_figure
from focusdesk.calc.nodes import Binary, Call, Node, Read, Unanswered
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
    return replace(
        bare,
        formula=formula.text,
        sentence=_sentence(formula.root, worksheet, code),
        inputs=tuple(explain(worksheet, read) for read in formula.codes),
        candidates=tuple(_candidates(formula.root, worksheet)),
    )


def explanation_text(explanation: Explanation) -> str:
    """Write an explanation as indented text; a box that was shown before is not unfolded again."""
    return "\n".join(_lines(explanation, 0, set()))


def _sentence(root: Node, worksheet: Worksheet, code: str) -> str:
    """Write the formula with the figures in place and what it comes to."""
    shown = root.show(worksheet.values())
    competition = _competition(root)
    if competition is not None:
        figures = (show_figure(candidate.value) for candidate in _candidates(root, worksheet))
        which = "greatest" if competition.name == "max" else "least"
        shown = f"the {which} of {'; '.join(figures)}"
    return f"{shown} = {show_figure(worksheet.value(code))}"


def _competition(node: Node) -> Call | None:
    """Find the greatest-of or least-of that a formula is, within a rounding or not."""
    if isinstance(node, Call) and node.name in ("max", "min"):
        return node
    return (
        _competition(node.arguments[0]) if isinstance(node, Call) and node.name == "round" else None
    )


def _candidates(root: Node, worksheet: Worksheet) -> Iterator[Candidate]:
    competition = _competition(root)
    if competition is None:
        return
    values = worksheet.values()
    worths: list[tuple[Node, int | None]] = []
    for part in competition.arguments:
        try:
            worth = Call("round", (part,)).worth(values)
        except Unanswered:
            worth = None
        worths.append((part, worth if isinstance(worth, int) else None))
    figures = [worth for _, worth in worths if worth is not None]
    best = (max if competition.name == "max" else min)(figures) if figures else None
    for part, worth in worths:
        yield Candidate(_with_codes(part), worth, wins=worth is not None and worth == best)


_PRINTED = {"-": "\u2212", "*": "\u00d7", "/": "\u00f7"}


def _with_codes(node: Node) -> str:
    """Write a part of a formula with its codes: what a person reads beside the figure."""
    if isinstance(node, Read):
        return node.code
    if isinstance(node, Binary):
        sign = _PRINTED.get(node.sign, node.sign)
        return f"{_operand_with_codes(node.left)} {sign} {_operand_with_codes(node.right)}"
    if isinstance(node, Call) and node.name == "if":
        condition, *branches = (_with_codes(part) for part in node.arguments)
        otherwise = f", else {branches[1]}" if len(branches) > 1 else ""
        return f"{branches[0]} if {condition}{otherwise}"
    if isinstance(node, Call):
        return f"{node.name}({', '.join(_with_codes(part) for part in node.arguments)})"
    return node.show({})


def _operand_with_codes(node: Node) -> str:
    """Write one side of an operator, in parentheses where it would read on into the other."""
    words = _with_codes(node)
    runs_on = isinstance(node, Call) and node.name == "if"
    return f"({words})" if runs_on else words


def _lines(explanation: Explanation, depth: int, shown: set[str]) -> Iterator[str]:
    margin = "  " * depth
    figure = show_figure(explanation.value)
    how = "" if explanation.formula else " (entered)"
    yield f"{margin}{explanation.code}  {figure}{how}  {explanation.name}"
    if not explanation.formula:
        return
    if explanation.code in shown:
        yield f"{margin}  (explained above)"
        return
    shown.add(explanation.code)
    yield f"{margin}  = {explanation.formula}"
    yield f"{margin}  = {explanation.sentence}"
    if explanation.remark:
        yield f"{margin}  Note: {explanation.remark}"
    for candidate in explanation.candidates:
        won = "  <- taken" if candidate.wins else ""
        yield f"{margin}  candidate {candidate.words}: {show_figure(candidate.value)}{won}"
    for part in explanation.inputs:
        yield from _lines(part, depth + 1, shown)
