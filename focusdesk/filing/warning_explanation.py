"""Why a warning of an edit check may stand, in the words of somebody who answers for it."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from focusdesk.calc.figures import show_figure
from focusdesk.calc.finding import Finding
from focusdesk.filing.fingerprint import JsonValue

_MOST_TOLD = 4


@dataclass(frozen=True, slots=True, order=True)
class Warned:
    """What such words are about: a check and the boxes of which it is asked.

    Attributes:
        check: The check, such as ``X13``.
        codes: The boxes that its finding names.
    """

    check: str
    codes: tuple[str, ...] = ()

    @classmethod
    def of(cls, finding: Finding) -> "Warned":
        """Give what the explanation of a finding is about."""
        return cls(finding.id, finding.codes)

    @classmethod
    def parse(cls, key: str) -> "Warned":
        """Read ``X13:7690,7740``."""
        check, _, codes = key.partition(":")
        return cls(check, tuple(code for code in codes.split(",") if code))

    @property
    def key(self) -> str:
        """How the journal and the command line name it: ``X13:7690,7740``."""
        return f"{self.check}:{','.join(self.codes)}"

    @property
    def words(self) -> str:
        """How it is told: ``X13 at 7690, 7740``."""
        return f"{self.check} at {', '.join(self.codes)}" if self.codes else self.check


@dataclass(frozen=True, slots=True)
class WarningExplanation:
    """Words that say why a warning may stand as it is.

    Attributes:
        warned: The check and its boxes.
        text: The words; empty where an explanation was withdrawn.
        figures: What stood behind the warning when they were written, by code; last month's
            figures under names such as ``prior1 7190``. They hold for these figures and no others.
        author: Who wrote them.
        written: When, in UTC.
    """

    warned: Warned
    text: str
    figures: Mapping[str, JsonValue]
    author: str
    written: dt.datetime

    @property
    def signed(self) -> str:
        """The words in one line with their author and time: ``as agreed (ana, 2014-02-03)``."""
        told = f"{self.author}, {self.written:%Y-%m-%d %H:%M} UTC"
        return f"{' '.join(self.text.split())} ({told})"

    def since(self, figures: Mapping[str, JsonValue]) -> str:
        """Say which figures are others than those that it was written of; empty for none.

        Args:
            figures: Those that stand behind the warning now.
        """
        codes = dict.fromkeys((*self.figures, *figures))
        moved = [code for code in codes if self.figures.get(code) != figures.get(code)]
        told = [_moved_words(code, self.figures.get(code)) for code in moved[:_MOST_TOLD]]
        more = len(moved) - len(told)
        return "; ".join(told) + (f" and {more} more" if more else "")


def standing_explanations(
    history: Iterable[WarningExplanation],
) -> dict[Warned, WarningExplanation]:
    """Give what was said last of each warning, where that was not withdrawn.

    Args:
        history: Every explanation of the month, oldest first.
    """
    newest = {each.warned: each for each in history}
    return {warned: each for warned, each in newest.items() if each.text}


def _moved_words(code: str, was: JsonValue) -> str:
    whose, _, box = code.rpartition(" ")
    of_then = " (an earlier month's)" if whose else ""
    return f"{box}{of_then} was {show_figure(was)}"
