"""Printing or saving many months: one after the other, and what came of each of them.

One month that fails is named, and leaves the others done. Nothing here waits or shows anything:
`MonthPrints.step` does one month, and whoever calls it decides when the next one's turn comes.
"""

import contextlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from focusdesk.filing.copies import Copy
from focusdesk.filing.filing import Filing
from focusdesk.filing.ports import StoreError
from focusdesk.ui.edges import EdgeRefused, MonthsBundle
from focusdesk.ui.preview.copy_words import print_file

_MOST_NAMED = 3
_MOST_TOLD = 4


class Came(StrEnum):
    """What came of a month.

    - ``waiting``: its turn has not come yet.
    - ``done``: it was saved or printed.
    - ``kept``: a file of its name was there already and stays as it was.
    - ``failed``: it could not be drawn, written or printed.
    - ``cancelled``: the user wanted no more.
    """

    WAITING = "waiting"
    DONE = "done"
    KEPT = "kept"
    FAILED = "failed"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class MonthOutcome:
    """What came of one month.

    Attributes:
        filing: The month.
        came: What came of it.
        why: Why it was kept or failed, in a sentence.
    """

    filing: Filing
    came: Came = Came.WAITING
    why: str = ""


class Destination(Protocol):
    """Where the months go.

    Attributes:
        whole: They arrive together or not at all, as in one file or in one print.
    """

    whole: bool

    def spares(self, filing: Filing) -> str:
        """Say why a month is to be left out, in a sentence; empty when it is not."""
        ...

    def take(self, filing: Filing, pdf: bytes) -> None:
        """Take a month that has been drawn.

        Raises:
            EdgeRefused: it could not be written.
        """
        ...

    def close(self) -> None:
        """All months have come; called only if one of them was taken.

        Raises:
            EdgeRefused: what they were joined into could not be written.
        """
        ...


@dataclass(slots=True)
class IntoFolder:
    """A file for each month.

    Attributes:
        folder: Where they go.
        copy: Which copy they are; it is part of their names.
        write: Writes a file; raises `EdgeRefused`.
        may_replace: The files that are there and may be replaced.
    """

    folder: Path
    copy: Copy
    write: Callable[[Path, bytes], None]
    may_replace: frozenset[Path] = frozenset()
    whole: bool = False

    def spares(self, filing: Filing) -> str:
        """Keep a file that is there, unless the user has said that it may be replaced."""
        path = month_path(self.folder, filing, self.copy)
        there = path not in self.may_replace and files_there([path])
        return f"{path.name} is there already." if there else ""

    def take(self, filing: Filing, pdf: bytes) -> None:
        """Write a month's file.

        Raises:
            EdgeRefused: it could not be written.
        """
        self.write(month_path(self.folder, filing, self.copy), pdf)

    def close(self) -> None:
        """Every file is written already."""


@dataclass(slots=True)
class Together:
    """All months in one file, the oldest first.

    Attributes:
        bundle: The file while they are added to it.
        release: Takes the finished file to where it belongs; raises `EdgeRefused`.
    """

    bundle: MonthsBundle
    release: Callable[[bytes], None]
    whole: bool = True

    def spares(self, filing: Filing) -> str:
        """Leave no month out."""
        del filing
        return ""

    def take(self, filing: Filing, pdf: bytes) -> None:
        """Add a month to the file."""
        self.bundle.add(filing, pdf)

    def close(self) -> None:
        """Finish the file, and let it go.

        Raises:
            EdgeRefused: the file could not be written.
        """
        self.release(self.bundle.finished())


def month_path(folder: Path, filing: Filing, copy: Copy) -> Path:
    """Name the file of one month: ``FOCUS 2014-01.pdf``."""
    return folder / print_file(filing.stem, copy)


def bundle_path(folder: Path, filings: Sequence[Filing], copy: Copy) -> Path:
    """Name the file that holds several months: ``FOCUS 2013-11 to 2014-01.pdf``."""
    first, last = filings[0].stem, filings[-1].stem
    return folder / print_file(first if first == last else f"{first} to {last}", copy)


def files_there(paths: Iterable[Path]) -> tuple[Path, ...]:
    """Give those of the files that are there already, none where the folder cannot be read."""
    with contextlib.suppress(OSError):
        return tuple(path for path in paths if path.is_file())
    return ()


class MonthPrints:
    """Months on their way to files or to paper.

    Attributes:
        outcomes: What came of each month so far, in their order.
        refused: Why all of them came to nothing at the end; empty as long as they did not.
    """

    def __init__(
        self,
        filings: Sequence[Filing],
        draw: Callable[[Filing], bytes],
        destination: Destination,
    ) -> None:
        """Line the months up.

        Args:
            filings: The months, in the order in which they are done.
            draw: Draws one; raises `EdgeRefused` or `StoreError`.
            destination: Where they go.
        """
        self.outcomes = tuple(MonthOutcome(filing) for filing in filings)
        self.refused = ""
        self._draw, self._destination = draw, destination
        self._closed = False

    @property
    def next_month(self) -> Filing | None:
        """The month whose turn it is; `None` when only the end is left, or nothing."""
        at = self.done_with
        return self.outcomes[at].filing if at < len(self.outcomes) else None

    @property
    def done_with(self) -> int:
        """How many months are through, whatever came of them."""
        return sum(outcome.came is not Came.WAITING for outcome in self.outcomes)

    @property
    def finished(self) -> bool:
        """Whether nothing is left to do."""
        return self._closed

    def step(self) -> None:
        """Do the next month, or what is to be done once all of them are drawn."""
        filing = self.next_month
        if filing is not None:
            at = self.done_with
            outcome = self._outcome_of(filing)
            self.outcomes = (*self.outcomes[:at], outcome, *self.outcomes[at + 1 :])
        elif not self._closed:
            self._close()

    def cancel(self) -> None:
        """Do no more; what has been done stays, unless months only come together."""
        undone = {Came.WAITING, Came.DONE} if self._destination.whole else {Came.WAITING}
        self._turn(undone, Came.CANCELLED)
        self._closed = True

    def refuse(self, sentence: str) -> None:
        """Say that the months which were ready came to nothing, and why."""
        self._turn({Came.DONE}, Came.FAILED)
        self.refused = sentence

    def came(self, came: Came) -> tuple[MonthOutcome, ...]:
        """Give the months of which the same has come."""
        return tuple(outcome for outcome in self.outcomes if outcome.came is came)

    def _outcome_of(self, filing: Filing) -> MonthOutcome:
        spared = self._destination.spares(filing)
        if spared:
            return MonthOutcome(filing, Came.KEPT, spared)
        try:
            self._destination.take(filing, self._draw(filing))
        except (EdgeRefused, StoreError) as error:
            return MonthOutcome(filing, Came.FAILED, str(error))
        return MonthOutcome(filing, Came.DONE)

    def _close(self) -> None:
        self._closed = True
        if not self.came(Came.DONE):
            return
        try:
            self._destination.close()
        except EdgeRefused as error:
            self.refuse(str(error))

    def _turn(self, undone: set[Came], came: Came) -> None:
        self.outcomes = tuple(
            replace(outcome, came=came) if outcome.came in undone else outcome
            for outcome in self.outcomes
        )


def summary(prints: MonthPrints, arrived: str) -> tuple[str, ...]:
    """Say in sentences what came of all months.

    Args:
        prints: The months.
        arrived: What is said of those that are done, ``saved in /home/ann``.
    """
    done, kept, failed, cancelled = (
        prints.came(came) for came in (Came.DONE, Came.KEPT, Came.FAILED, Came.CANCELLED)
    )
    said = [prints.refused]
    if done:
        said.append(f"{_named(done)} {_is(done)} {arrived}.")
    if kept:
        names = "its file is" if len(kept) == 1 else "their files are"
        said.append(f"{_named(kept)} {_was(kept)} left alone: {names} there already.")
    said += _why(failed)
    if cancelled:
        said.append(f"{_named(cancelled)} {_was(cancelled)} cancelled.")
    return tuple(sentence for sentence in said if sentence)


def _why(failed: Sequence[MonthOutcome]) -> list[str]:
    """Say of each month that failed why; of the last ones of very many, that they did."""
    told = [f"{each.filing.title} failed. {each.why}" for each in failed if each.why]
    more = len(told) - _MOST_TOLD
    if more <= 0:
        return told
    months = "1 more month" if more == 1 else f"{more} more months"
    return [*told[:_MOST_TOLD], f"{months} failed; the list says why."]


def _named(outcomes: Sequence[MonthOutcome]) -> str:
    titles = [outcome.filing.title for outcome in outcomes]
    if len(titles) > _MOST_NAMED:
        return f"{len(titles)} months"
    *others, last = titles
    return f"{', '.join(others)} and {last}" if others else last


def _is(outcomes: Sequence[MonthOutcome]) -> str:
    return "is" if len(outcomes) == 1 else "are"


def _was(outcomes: Sequence[MonthOutcome]) -> str:
    return "was" if len(outcomes) == 1 else "were"
