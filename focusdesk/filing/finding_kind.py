"""Under which word a finding is counted, wherever findings are counted."""

from collections import Counter
from collections.abc import Iterable
from enum import StrEnum


class Kind(StrEnum):
    """What a finding asks for, the weightiest first.

    Attributes:
        ERROR: It must be mended before the month is sealed.
        WARNING: It must be mended or explained, and nobody has said of these very figures why it
            may stand. A move of which nobody has said why (P01) is one too.
        OPEN_NOTICE: An event on record; notice was not given, nor was it closed as an entry error.
            It is one also where the figures have been mended since.
        PROVISIONAL: An event that the figures show and no notice records yet.
        EXPLAINED: A warning of which somebody has said, of these very figures, why it may stand.
        GIVEN: An event of which notice was given, with the figures as they are, or mended since.
        INFORMATION: It asks for nothing.
        NOT_EVALUATED: A check that could not be judged; it does not pass, and is no finding.
    """

    ERROR = "error"
    WARNING = "warning"
    OPEN_NOTICE = "open notice"
    PROVISIONAL = "provisional notice"
    EXPLAINED = "explained warning"
    GIVEN = "given notice"
    INFORMATION = "information"
    NOT_EVALUATED = "not evaluated"

    @property
    def rank(self) -> int:
        """Its place among the kinds; 0 for the weightiest."""
        return tuple(Kind).index(self)

    @property
    def is_open(self) -> bool:
        """Whether something is still to be done about it."""
        return self.rank <= Kind.PROVISIONAL.rank

    @property
    def fails(self) -> bool:
        """Whether a month with it is not in order: it must be mended or explained.

        Notices are duties of their own, that figures without a mistake may have.
        """
        return self in (Kind.ERROR, Kind.WARNING)

    def counted(self, count: int) -> str:
        """Count it in words: ``2 warnings``, ``7 information``."""
        plural = count != 1 and self not in (Kind.INFORMATION, Kind.NOT_EVALUATED)
        return f"{count} {self.value}{'s' if plural else ''}"

    def shortly_counted(self, count: int) -> str:
        """Count it where there is little room: ``2 open notices``, ``2 explained``."""
        words = {Kind.PROVISIONAL: "provisional", Kind.EXPLAINED: "explained", Kind.GIVEN: "given"}
        return f"{count} {words[self]}" if self in words else self.counted(count)


def count_words(kinds: Iterable[Kind]) -> str:
    """Count findings by their kinds: ``1 error, 2 warnings, 1 open notice``; empty for none."""
    counts = Counter(kinds)
    return ", ".join(kind.counted(counts[kind]) for kind in Kind if counts[kind])
