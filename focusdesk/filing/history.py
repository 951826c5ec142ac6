"""The undo stack as the journal tells it, so that it survives closing the program.

Every edit is a step, whoever made it and with what: the desk, the command line, another program.
An undo is an edit of its own that takes the newest step back; a redo makes it again; any other
edit ends what could be redone. A month's own start is no step: what it was made with is where its
history begins.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import NamedTuple

from focusdesk.filing.edit import Cause, Change
from focusdesk.filing.filing import JournalEntry
from focusdesk.filing.journal_codes import STARTED, TYPED, WORDS, is_box
from focusdesk.filing.step import Step, step_words
from focusdesk.form.edition import Edition

_BEGINNINGS = frozenset({Cause.STARTED, Cause.SAMPLE})


@dataclass(frozen=True, slots=True)
class History:
    """What can be undone and what can be redone of a filing.

    Attributes:
        undoable: The steps that were made, the oldest first: the last is undone first.
        redoable: The steps that were undone: the first is redone first.
    """

    undoable: tuple[Step, ...] = ()
    redoable: tuple[Step, ...] = ()


def history_of(trail: Iterable[JournalEntry], edition: Edition) -> History:
    """Read what can be undone and redone out of a filing's journal.

    A step that the edition cannot take back, because it does not have such a box to enter any
    more, ends the stack: neither it nor what lies beyond it is offered.

    Args:
        trail: The filing's journal, oldest first.
        edition: The filing's form.
    """
    made: list[_Told] = []
    undone: list[_Told] = []
    for told in _Reading().edits(trail):
        if told.cause == Cause.UNDO and made and told.boxes == made[-1].taken_back:
            undone.append(made.pop())
        elif told.cause == Cause.REDO and undone and told.boxes == undone[-1].boxes:
            made.append(undone.pop())
        else:
            undone.clear()
            if told.is_beginning:
                made.clear()
            else:
                made.append(told)
    return History(
        undoable=tuple(reversed(tuple(_steps(reversed(made), edition)))),
        redoable=tuple(_steps(reversed(undone), edition)),
    )


class _Texts(NamedTuple):
    """What a box held, and how it was typed, before and after an edit: canonical text."""

    old: str | None
    new: str | None
    old_typed: str
    new_typed: str

    @property
    def taken_back(self) -> "_Texts":
        return _Texts(self.new, self.old, self.new_typed, self.old_typed)


@dataclass(slots=True)
class _Told:
    """One edit as its rows tell it; `followed` are the boxes that a policy moved along."""

    number: int
    cause: str
    words: str = ""
    boxes: dict[str, _Texts] = field(default_factory=dict[str, _Texts])
    followed: frozenset[str] = frozenset()

    @property
    def taken_back(self) -> Mapping[str, _Texts]:
        """What the rows of the edit that undoes this one say."""
        return {code: texts.taken_back for code, texts in self.boxes.items()}

    @property
    def is_beginning(self) -> bool:
        """Whether the month was made with it; rolling forward can be undone, its dates cannot."""
        dates_alone = self.cause == Cause.CARRIED and not self.words
        return self.cause in _BEGINNINGS or dates_alone


class _Reading:
    """The journal read forward: what the boxes hold, and how that was typed."""

    def __init__(self) -> None:
        self._held: dict[str, str | None] = {}
        self._typed: dict[str, str] = {}
        self._rolled_forward = ""

    def edits(self, trail: Iterable[JournalEntry]) -> Iterator[_Told]:
        """Give each edit that changed boxes, in its order."""
        for number, rows in groupby(trail, key=lambda entry: entry.edit):
            told = self._edit(number, tuple(rows))
            if told.boxes:
                yield told

    def _edit(self, number: int, rows: Sequence[JournalEntry]) -> _Told:
        told = _Told(number, rows[0].cause)
        codes = dict.fromkeys(
            row.code.removeprefix(TYPED)
            for row in rows
            if is_box(row.code) or row.code.startswith(TYPED)
        )
        before = {code: self._state(code) for code in codes}
        for row in rows:
            self._take(row)
            if row.code == WORDS:
                told.words = row.new or ""
        if told.cause == Cause.CARRIED:
            told.words = told.words or self._rolled_forward
        for code, (old, old_typed) in before.items():
            new, new_typed = self._state(code)
            told.boxes[code] = _Texts(old, new, old_typed, new_typed)
        told.followed = frozenset(row.code for row in rows if row.cause == Cause.POLICY)
        return told

    def _state(self, code: str) -> tuple[str | None, str]:
        return self._held.get(code), self._typed.get(code, "")

    def _take(self, row: JournalEntry) -> None:
        if is_box(row.code):
            self._held[row.code] = row.new
        elif row.code.startswith(TYPED):
            self._typed[row.code.removeprefix(TYPED)] = row.new or ""
        elif row.code == STARTED:
            self._rolled_forward = _rolled_forward(row.new or "")


def _rolled_forward(header: str) -> str:
    """Name the edit that rolled a month forward before such edits had words of their own."""
    try:
        remark = str(json.loads(header)["remark"])
    except (ValueError, KeyError, TypeError):
        return ""
    began = "rolled forward"
    return f"Roll forward{remark.removeprefix(began)}" if remark.startswith(began) else ""


def _steps(told: Iterable[_Told], edition: Edition) -> Iterator[Step]:
    """Give the steps as far as the edition can take them, from the one that comes first."""
    for each in told:
        changes = _changes(each, edition)
        if changes is None:
            return
        words = each.words or step_words(edition.boxes, changes, each.cause)
        yield Step(words, changes, each.number)


def _changes(told: _Told, edition: Edition) -> tuple[Change, ...] | None:
    changes: list[Change] = []
    for code, texts in told.boxes.items():
        box = edition.boxes.get(code)
        if box is None or box.is_computed:
            return None
        try:
            old, new = box.decode(texts.old), box.decode(texts.new)
        except (ValueError, KeyError):
            return None
        cause = Cause.POLICY if code in told.followed else None
        changes.append(Change(code, old, new, texts.old_typed, texts.new_typed, cause))
    return tuple(changes)
