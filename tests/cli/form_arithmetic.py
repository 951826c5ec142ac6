"""The arithmetic of an edition's formulas once more, from its files and nothing of the program's.

A figure knows what it comes to and how much a dollar more in each entered box would add to it.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path
from typing import Any

_HALF = Fraction(1, 2)


@dataclass(frozen=True)
class Figure:
    """What a formula comes to; a blank counts as nothing."""

    value: Fraction
    parts: Mapping[str, Fraction] = field(default_factory=dict[str, Fraction])
    blank: bool = False

    def __add__(self, other: "Figure") -> "Figure":
        codes = {*self.parts, *other.parts}
        parts = {
            it: self.parts.get(it, Fraction()) + other.parts.get(it, Fraction()) for it in codes
        }
        return Figure(self.value + other.value, parts)

    def __mul__(self, factor: "Figure") -> "Figure":
        if self.parts:
            return factor * self
        parts = {code: part * self.value for code, part in factor.parts.items()}
        return Figure(self.value * factor.value, parts)

    def __sub__(self, other: "Figure") -> "Figure":
        return self + _number("-1") * other

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Figure) and self.value == other.value

    def __hash__(self) -> int:
        return hash(self.value)


def formulas_of(edition: Path) -> dict[str, str]:
    """Read the formulas of the boxes from an edition's own files."""
    lines = [
        line
        for file in sorted(edition.glob("*.toml"))
        for line in tomllib.loads(file.read_text("utf-8")).get("line_item", [])
    ]
    boxes = (box for line in lines for box in line.get("boxes", []))
    return {box["code"]: box["formula"] for box in boxes if "formula" in box}


class Month:
    """One month's entered boxes, and what the formulas make of them."""

    def __init__(self, formulas: Mapping[str, str], held: Mapping[str, Any]) -> None:
        self._formulas = formulas
        self._held = held
        self._known: dict[str, Any] = {}

    def figure(self, code: str) -> Any:
        """Work a box out, or take what was entered; what is no amount stands as it is."""
        if code not in self._known:
            self._known[code] = self._worked_out(code)
        return self._known[code]

    def _worked_out(self, code: str) -> Any:
        if code in self._formulas:
            words = {
                "box": self.figure, "number": _number, "max": _greatest, "round": _rounded,
                "pick": _pick, "count": _count,
            }  # fmt: skip
            python = _python(self._formulas[code])
            return eval(python, {"__builtins__": {}}, words)  # noqa: S307 -- our own formula
        held = self._held[code]
        if isinstance(held, bool):
            return held
        return Figure(Fraction(held or 0), {code: Fraction(1)}, blank=held is None)


def _python(formula: str) -> str:
    def replaced(found: re.Match[str]) -> str:
        return f'box("{found[1]}")' if found[1] else f'number("{found[2]}")'

    said = formula.replace("if(", "pick(")
    said = re.sub(r"(?<![<>=])=(?!=)", "==", said)
    return re.sub(r"\[([^\]]+)\]|(\d+(?:\.\d+)?)", replaced, said)


def _number(text: str) -> Figure:
    return Figure(Fraction(text))


def _those(figures: tuple[Figure | None, ...]) -> Iterator[Figure]:
    return (each for each in figures if each is not None and not each.blank)


def _greatest(*figures: Figure | None) -> Figure:
    return max(_those(figures), key=lambda each: each.value)


def _count(*figures: Figure | None) -> Figure:
    return Figure(Fraction(len(list(_those(figures)))))


def _rounded(figure: Figure) -> Figure:
    size = (abs(figure.value) + _HALF).__floor__()
    return Figure(Fraction(size if figure.value >= 0 else -size), figure.parts)


def _pick(holds: bool | None, yes: Figure, no: Figure | None = None) -> Figure | None:  # noqa: FBT001
    return yes if holds else no
