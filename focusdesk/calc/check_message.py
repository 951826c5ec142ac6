"""The words of a check with the figures in them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from focusdesk.calc.binding import bound
from focusdesk.calc.figures import Shown, show_figure
from focusdesk.calc.formula import parse_formula
from focusdesk.calc.nodes import Node, Values

_BRACES = re.compile(r"\{([^{}]*)\}")
_CODE = " code"


@dataclass(frozen=True, slots=True)
class CheckMessage:
    """A message in pieces: words, and figures to be put between them."""

    pieces: tuple[str | Node, ...]

    def words(self, values: Values) -> str:
        """Write it with the figures.

        Raises:
            NotKnown: a figure that is no box's is not known.
        """
        return "".join(
            piece if isinstance(piece, str) else _shown(piece, values) for piece in self.pieces
        )


def message_of(text: str, codes: Mapping[str, str]) -> CheckMessage:
    """Read a message: ``{7047}`` is a box's figure, ``{[7180] - [7060]}`` is worked out.

    Where a check asks of several boxes, ``{it}`` is the figure and ``{it code}`` the code.

    Raises:
        FormulaError: what stands in braces cannot be read.
    """
    pieces: list[str | Node] = []
    for position, piece in enumerate(_BRACES.split(text)):
        is_figure = bool(position % 2)
        if not is_figure:
            pieces.append(piece)
        elif piece.endswith(_CODE):
            word = piece.removesuffix(_CODE)
            pieces.append(codes.get(word, word))
        else:
            pieces.append(bound(parse_formula(formula_in(piece)).root, codes))
    return CheckMessage(tuple(pieces))


def figures_in(text: str) -> tuple[str, ...]:
    """List what stands in braces and is a figure, as formulas: ``[7047]``."""
    found = (piece for piece in _BRACES.findall(text) if not piece.endswith(_CODE))
    return tuple(formula_in(piece) for piece in found)


def formula_in(piece: str) -> str:
    """Give what stands in braces as a formula."""
    return piece if "[" in piece else f"[{piece}]"


def _shown(piece: Node, values: Values) -> str:
    worth: Shown = piece.worth(values)
    return show_figure(worth)
