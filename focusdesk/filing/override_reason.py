"""Why a target differs from the firm's policy, in the words of whoever answers for it."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

CHECK: Final = "X12"
"""The check that a target is its policy's, or that somebody has said why it is not."""


@dataclass(frozen=True, slots=True)
class OverrideReason:
    """Words that say why a target box holds something else than the policy gives.

    Attributes:
        code: The box.
        held: What it held when they were written, as the store keeps it; `None` for a blank. They
            stand as long as it holds that, and no other figure.
        text: The words; empty where a reason was withdrawn.
        author: Who wrote them.
        written: When, in UTC.
    """

    code: str
    held: str | None
    text: str
    author: str
    written: dt.datetime

    @property
    def signed(self) -> str:
        """The words in one line with their author and time: ``as agreed (ana, 2014-02-03)``."""
        told = f"{self.author}, {self.written:%Y-%m-%d %H:%M} UTC"
        return f"{' '.join(self.text.split())} ({told})"


def standing_reason(
    reasons: Iterable[OverrideReason], code: str, held: str | None
) -> OverrideReason | None:
    """Give the newest reason for what a box holds; `None` where nobody has given one.

    Args:
        reasons: All of the month, oldest first.
        code: The box.
        held: What it holds, as the store keeps it.
    """
    of_box = [reason for reason in reasons if reason.code == code]
    if not of_box or of_box[-1].held != held or not of_box[-1].text:
        return None
    return of_box[-1]


def asks_for_reason(check: str) -> bool:
    """Whether a check is answered by an override's reason, not by words of its own."""
    return check == CHECK
