"""What the journal calls things that are no boxes: words with a colon, which no code has.

The rest of such a word, where there is one, is the box that it is about; nothing after the colon
is the month itself.
"""

from typing import Final

STARTED: Final = "filing:started"
"""A filing was started; new: its header as JSON."""

STATUS: Final = "filing:status"
"""How far a filing has come."""

PRINTED: Final = "filing:printed"
"""A signature copy was made; new: its digests as JSON."""

WORDS: Final = "edit:words"
"""What the Edit menu calls an edit, where its own rows do not say it; new: the words."""

TYPED: Final = "typed:"
"""What was typed for a box's value where that is no plain figure, such as ``=1000+250``."""

NOTE: Final = "note:"
"""The words at a box for one month; empty to withdraw them."""

PERMANENT_NOTE: Final = "permanent:"
"""The words at a box that come along when a month is rolled forward."""

CARRIED_NOTE: Final = "carried:"
"""A permanent note that came along; new: its words, author and time as JSON."""

ATTACHED: Final = "attached:"
"""A file was attached; new: its name, size and digest as JSON."""

WITHDRAWN: Final = "withdrawn:"
"""A file was withdrawn; new: the number of the row that attached it."""

EXPLAINED_LINE: Final = "explained:"
"""Why a line moved against an earlier month; new: that month and the words as JSON."""

EXPLAINED_POOL: Final = "pool:"
"""Likewise of all lines of a schedule, whose id follows the colon."""

EXPLAINED_WARNING: Final = "warned:"
"""Why a warning may stand; its check and boxes follow; new: the words and figures as JSON."""

OVERRIDDEN: Final = "overridden:"
"""Why a target differs from the firm's policy; new: what its box held and the words as JSON."""

FIGURE: Final = "figure:"
"""What a carried figure is, which no box holds; new: the amount and its source as JSON."""

COMPLETED: Final = "complete:"
"""A schedule was marked complete, or taken into work again; new: which of the two."""

NOTICED: Final = "noticed:"
"""An event that a rule wants reported was recorded on a schedule; new: what the figures say."""

NOTICE: Final = "notice:"
"""What became of a recorded notice, whose row's number follows the colon; new: JSON."""

CLOCK_BACK: Final = "clock:"
"""The machine's clock stood before the time of the row before; old: that time, new: its own."""

FACT: Final = "fact:"
"""A fact of the firm; its row belongs to no filing."""


def is_box(code: str) -> bool:
    """Whether a row of the journal is about what a box holds."""
    return ":" not in code
