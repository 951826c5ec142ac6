"""What the user wants of a filing, what happened, and what was refused."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from focusdesk.form.box import Value


class Cause(StrEnum):
    """Why a box changed, or what else happened to a filing; written in the journal."""

    TYPED = "typed"
    SET = "set"
    IMPORTED = "imported"
    CARRIED = "carried"
    SAMPLE = "sample"
    UNDO = "undo"
    REDO = "redo"
    PRINTED = "printed"


@dataclass(frozen=True, slots=True)
class Edit:
    """New values for one or more entered boxes; applied whole or not at all.

    Attributes:
        values: The value of each box, `None` to blank it.
        cause: Why.
        words: What the Edit menu calls it, such as "7100: 93,296,699 to 0".
    """

    values: Mapping[str, Value]
    cause: Cause
    words: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """One entered box that now holds something else."""

    code: str
    old: Value
    new: Value


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
        return Edit({change.code: change.old for change in self.changes}, cause)

    def again(self, cause: Cause) -> Edit:
        """Give the edit that makes the same changes once more."""
        return Edit({change.code: change.new for change in self.changes}, cause)


class EditRefused(ValueError):
    """An edit that a filing cannot take; nothing of it was applied.

    Attributes:
        code: The box at fault.
    """

    def __init__(self, code: str, sentence: str) -> None:
        super().__init__(sentence)
        self.code = code
