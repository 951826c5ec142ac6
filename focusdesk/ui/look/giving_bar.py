"""A bar that gives up parts where it is narrow: first what is said or done elsewhere too."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget
from typing_extensions import override


@dataclass(frozen=True, slots=True)
class Shortened:
    """A part that says the same in fewer words, where there is little room.

    Attributes:
        part: The part.
        say: Has it say it in short (`True`) or in full.
    """

    part: QWidget
    say: Callable[[bool], None]


Step: TypeAlias = tuple[QWidget, ...] | Shortened
"""What a bar does for more room: parts go together, or one gets shorter."""


class GivingBar(QFrame):
    """Parts beside each other, as many of them as there is room for.

    Attributes:
        given_up: The parts that there is no room for.
        shortened: The parts that say in short what they have no room to say in full.
    """

    def __init__(self, name: str) -> None:
        """Make an empty bar.

        Args:
            name: Which look of the style sheet it has.
        """
        super().__init__()
        self.setObjectName(name)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(14, 6, 14, 6)
        self._row.setSpacing(8)
        self._parts: list[QWidget] = []
        self._silent: set[QWidget] = set()
        self._gives_up: tuple[Step, ...] = ()
        self._least: dict[QWidget, int] = {}
        self.given_up: frozenset[QWidget] = frozenset()
        self.shortened: frozenset[QWidget] = frozenset()

    def take(self, parts: Sequence[QWidget | None], gives_up: Sequence[Step]) -> None:
        """Take the parts.

        Args:
            parts: From the left to the right; `None` is as much room as there is.
            gives_up: What goes where there is no room for all, or gets shorter, in that order.
        """
        self._gives_up = tuple(gives_up)
        for part in parts:
            if part is None:
                self._row.addStretch(1)
            else:
                self._row.addWidget(part)
                self._parts.append(part)

    @override
    def minimumSizeHint(self) -> QSize:
        """Let the window be as narrow as what is never given up."""
        goes = (step for step in self._gives_up if not isinstance(step, Shortened))
        left = self._without(frozenset(part for step in goes for part in step))
        width = sum(self._least_width(part) for part in left)
        return QSize(width + self._around(left), super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self.fit()
        super().resizeEvent(event)

    def tell(self, part: QWidget, *, told: bool) -> None:
        """Have something to say in a part, or nothing; `fit` shows it."""
        if told:
            self._silent.discard(part)
        else:
            self._silent.add(part)

    def fit(self) -> None:
        """Give up one part after another until there is room for the others."""
        self._say_in_full()
        given_up, shortened = frozenset[QWidget](), frozenset[QWidget]()
        for step in self._gives_up:
            left = self._without(given_up)
            if sum(_width(part) for part in left) + self._around(left) <= self.width():
                break
            if isinstance(step, Shortened):
                step.say(True)  # noqa: FBT003 -- what it is asked
                shortened |= {step.part}
            else:
                given_up |= {*step} - self._silent
        self.given_up, self.shortened = given_up, shortened
        left = self._without(given_up)
        for part in self._parts:
            part.setVisible(part in left)
        self.updateGeometry()

    def _say_in_full(self) -> None:
        """Have every part say in full what it can, once it is known how short that can be."""
        for step in self._gives_up:
            if isinstance(step, Shortened):
                step.say(True)  # noqa: FBT003 -- what it is asked
                self._least[step.part] = _width(step.part)
                step.say(False)  # noqa: FBT003

    def _least_width(self, part: QWidget) -> int:
        least = self._least.get(part, part.minimumSizeHint().width())
        return max(part.minimumWidth(), least)

    def _without(self, given_up: frozenset[QWidget]) -> list[QWidget]:
        return [part for part in self._parts if part not in self._silent | given_up]

    def _around(self, parts: Sequence[QWidget]) -> int:
        """Give the pixels of the margins and of what lies between parts and stretches."""
        margins, stretches = self._row.contentsMargins(), self._row.count() - len(self._parts)
        between = self._row.spacing() * (len(parts) - 1 + stretches)
        return margins.left() + margins.right() + between


def _width(part: QWidget) -> int:
    return min(max(part.sizeHint().width(), part.minimumWidth()), part.maximumWidth())
