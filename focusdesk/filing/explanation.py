"""Why a line moved against an earlier month, in the words of somebody who knows."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field

from focusdesk.filing.edit import EditRefused
from focusdesk.filing.filing import OF_THE_MONTH, Filing
from focusdesk.form.edition import Edition
from focusdesk.form.period import Period


@dataclass(frozen=True, slots=True, order=True)
class Subject:
    """What an explanation is about; make one by `line` or `pool`.

    Attributes:
        name: The line's box, by its code, or the pool's schedule, by its id.
        is_pool: Whether it is about all lines of a schedule.
    """

    name: str
    is_pool: bool = False


def line(code: str) -> Subject:
    """Give the subject of an explanation of one line."""
    return Subject(code)


def pool(schedule: str) -> Subject:
    """Give the subject of an explanation that covers every line of a schedule."""
    return Subject(schedule, is_pool=True)


@dataclass(frozen=True, slots=True)
class Explanation:
    """Words that say why a line moved, or the lines of a pool did.

    Attributes:
        subject: Which line or pool.
        text: The words; empty where an explanation was withdrawn.
        against: The earlier month against which it moved.
        author: Who wrote them.
        written: When, in UTC.
    """

    subject: Subject
    text: str
    against: Period
    author: str
    written: dt.datetime

    @property
    def signed(self) -> str:
        """The words in one line, with their author and time: ``a new client (ana, 2014-02-03)``."""
        told = f"{self.author}, {self.written:%Y-%m-%d %H:%M} UTC"
        return f"{' '.join(self.text.split())} ({told})"


@dataclass(frozen=True, slots=True)
class Explanations:
    """What is said of the changes of one month, as it stands.

    Attributes:
        standing: The explanations in the order of the form; one for each line or pool and earlier
            month.
    """

    standing: tuple[Explanation, ...] = ()
    _by_subject: dict[tuple[Subject, Period], Explanation] = field(
        init=False, repr=False, compare=False
    )

    def __post_init__(self) -> None:
        by_subject = {(each.subject, each.against): each for each in self.standing}
        object.__setattr__(self, "_by_subject", by_subject)

    @classmethod
    def of(cls, history: Iterable[Explanation], form: Edition) -> "Explanations":
        """Read what stands out of all that was ever written.

        Args:
            history: Every explanation of the month, oldest first.
            form: The month's edition.
        """
        newest = {(each.subject, each.against): each for each in history}
        places = _places(form)
        last = len(places)
        standing = (each for each in newest.values() if each.text)
        ordered = sorted(
            standing,
            key=lambda each: (places.get(each.subject, last), each.subject, each.against),
        )
        return cls(tuple(ordered))

    def find(self, subject: Subject, against: Period) -> Explanation | None:
        """Give what is said of a line or a pool; `None` where nothing is."""
        return self._by_subject.get((subject, against))

    def about(self, code: str, schedule: str, against: Period) -> Explanation | None:
        """Give what is said of a line: its own words, or else those that cover its pool.

        Args:
            code: The line's box.
            schedule: The id of its schedule.
            against: The earlier month.
        """
        return self.find(line(code), against) or self.find(pool(schedule), against)


def refuse_subject(filing: Filing, form: Edition, subject: Subject, against: Period) -> None:
    """Let nothing be explained that the form does not have, nor against a month to come.

    Raises:
        EditRefused: it is so; the sentence says what can be explained.
    """
    schedules = {schedule.id for schedule in form.schedules}
    if subject.is_pool and subject.name not in schedules:
        known = ", ".join(schedule.id for schedule in form.schedules)
        sentence = f'The form has no schedule "{subject.name}". It has: {known}.'
        raise EditRefused(OF_THE_MONTH, sentence)
    if not subject.is_pool and subject.name not in form.boxes:
        sentence = f'The form has no box "{subject.name}". Use the codes that it prints, like 7190.'
        raise EditRefused(subject.name, sentence)
    if against > filing.period:
        sentence = (
            f"{against.label} comes after {filing.period.label}. "
            f"A change is explained in the later of the two months."
        )
        raise EditRefused(OF_THE_MONTH if subject.is_pool else subject.name, sentence)


def _places(form: Edition) -> dict[Subject, int]:
    """Number the pools and lines of a form, each pool before its lines."""
    subjects = (
        subject
        for schedule in form.schedules
        for subject in (pool(schedule.id), *(line(box.code) for box in schedule.boxes))
    )
    return {subject: place for place, subject in enumerate(subjects)}
