"""What the user wants of a filing, what happened, and what was refused."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from focusdesk.form.box import Value


class Cause(StrEnum):
    """Why a box changed, or what else happened to a filing; written in the journal."""

    STARTED = "started"
    TYPED = "typed"
    SET = "set"
    IMPORTED = "imported"
    PASTED = "pasted"
    FILLED = "filled"
    CLEARED = "cleared"
    CARRIED = "carried"
    SAMPLE = "sample"
    UNDO = "undo"
    REDO = "redo"
    PRINTED = "printed"
    NOTED = "note"
    ATTACHED = "attached"
    EXPLAINED = "explained"
    POLICY = "policy"
    OVERRIDDEN = "overridden"
    COMPLETED = "completed"
    NOTICED = "notice recorded"
    GIVEN = "figure given"


@dataclass(frozen=True, slots=True)
class Edit:
    """New values for one or more entered boxes; applied whole or not at all.

    Attributes:
        values: The value of each box, `None` to blank it.
        cause: Why.
        words: What the Edit menu calls it, such as "Paste 31 boxes"; where it is empty, what its
            changes say (`focusdesk.filing.step.step_words`).
        typed: What was typed for some of the boxes, where that is no plain figure: "=1000+250". A
            value without it withdraws what was typed before; an empty text does so even where the
            value stays.
    """

    values: Mapping[str, Value]
    cause: Cause
    words: str = ""
    typed: Mapping[str, str] = field(default_factory=dict[str, str])


@dataclass(frozen=True, slots=True)
class Change:
    """One entered box that now holds something else, or the same, typed in another way.

    Attributes:
        code: The box.
        old: What it held.
        new: What it holds.
        old_typed: What had been typed for the old value, where that was no plain figure.
        new_typed: Likewise for the new one.
        cause: Why, where that is another cause than the edit's own: the firm's policy has moved a
            target along with its requirement (`Cause.POLICY`).
    """

    code: str
    old: Value
    new: Value
    old_typed: str = ""
    new_typed: str = ""
    cause: Cause | None = None


@dataclass(frozen=True, slots=True)
class ChangeSet:
    """What an edit did.

    Attributes:
        changes: The entered boxes that changed.
        codes: Every box that now differs, computed ones too, in the order of the form.
        cause: Why.
    """

    changes: tuple[Change, ...]
    codes: tuple[str, ...]
    cause: Cause

    def inverse(self, cause: Cause) -> Edit:
        """Give the edit that puts every changed box back."""
        return put_back(self.changes, cause)

    def again(self, cause: Cause) -> Edit:
        """Give the edit that makes the same changes once more."""
        return made_again(self.changes, cause)


class EditRefused(ValueError):
    """An edit, a note or a file that a filing cannot take; nothing of it was applied.

    Attributes:
        code: The box at fault; empty where it is none.
    """

    def __init__(self, code: str, sentence: str) -> None:
        super().__init__(sentence)
        self.code = code


def put_back(changes: Iterable[Change], cause: Cause) -> Edit:
    """Give the edit that undoes changes, in what the boxes hold and in how it was typed."""
    reversed_ = (
        Change(each.code, each.new, each.old, each.new_typed, each.old_typed) for each in changes
    )
    return made_again(reversed_, cause)


def made_again(changes: Iterable[Change], cause: Cause) -> Edit:
    """Give the edit that makes changes once more."""
    made = tuple(changes)
    typed = {each.code: each.new_typed for each in made if each.new_typed or each.old == each.new}
    return Edit({each.code: each.new for each in made}, cause, typed=typed)
