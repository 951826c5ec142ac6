"""One step of the undo stack: what an edit changed, and what the Edit menu calls it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from focusdesk.calc.figures import show_figure
from focusdesk.filing.edit import Cause, Change, Edit, made_again, put_back
from focusdesk.form.box import Box, BoxKind, Value

_LONGEST_VALUE = 40


@dataclass(frozen=True, slots=True)
class Step:
    """An edit that can be undone, and made again.

    Attributes:
        words: What the Edit menu calls it: "7100: 93,296,699 to 0".
        changes: The entered boxes that it changed; never empty.
        edit: Its number in the journal; 0 where it is not known.
    """

    words: str
    changes: tuple[Change, ...]
    edit: int = 0

    def undone(self) -> Edit:
        """Give the edit that takes the step back."""
        return put_back(self.changes, Cause.UNDO)

    def redone(self) -> Edit:
        """Give the edit that makes the step again."""
        return made_again(self.changes, Cause.REDO)


def step_words(boxes: Mapping[str, Box], changes: Sequence[Change], cause: str) -> str:
    """Name a step by its changes: ``7100: 93,296,699 to 0``, ``Import 31 boxes``.

    Args:
        boxes: Those of the edition, by code.
        changes: At least one; the edition has their boxes.
        cause: Why they were made, as the journal says it (`focusdesk.filing.edit.Cause`).
    """
    if cause == Cause.POLICY:
        return _by_policy(boxes, changes)
    # What followed from a policy goes without saying: the edit is what somebody did.
    changes = [change for change in changes if change.cause is not Cause.POLICY] or changes
    if cause in _MANNER:
        count = len(changes)
        return f"{_MANNER[cause]} {count} {'box' if count == 1 else 'boxes'}"
    if len(changes) == 1:
        return _one(boxes[changes[0].code], changes[0])
    blanked = all(change.new is None for change in changes)
    return f"{len(changes)} boxes {'blanked' if blanked else 'entered'}"


_MANNER: Mapping[str, str] = {Cause.IMPORTED: "Import", Cause.CARRIED: "Roll forward"}


def _by_policy(boxes: Mapping[str, Box], changes: Sequence[Change]) -> str:
    if len(changes) > 1:
        return f"{len(changes)} targets follow their policies"
    return f"By policy {_one(boxes[changes[0].code], changes[0])}"


def _one(box: Box, change: Change) -> str:
    if change.old == change.new:
        return f"{box.code}: typed as {_short(change.new_typed or _shown(box, change.new))}"
    return f"{box.code}: {_short(_shown(box, change.old))} to {_short(_shown(box, change.new))}"


def _shown(box: Box, value: Value) -> str:
    if box.kind is BoxKind.CHECK:
        return "ticked" if value else "not ticked"
    if box.kind is BoxKind.YES_NO and value is None:
        return "unanswered"
    return show_figure(value)


def _short(words: str) -> str:
    return words if len(words) <= _LONGEST_VALUE else f"{words[: _LONGEST_VALUE - 1]}\u2026"
