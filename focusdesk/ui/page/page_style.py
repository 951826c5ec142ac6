"""How the user has the pages of the form shown: how large, and which columns how wide."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from focusdesk.form.schedule import Schedule
from focusdesk.ui.look.zoom import Zoom
from focusdesk.ui.page.schedule_grid import ColumnKind

ADJUSTABLE = (
    ColumnKind.LABEL,
    ColumnKind.WORDS,
    ColumnKind.VALUE,
    ColumnKind.BASELINE,
    ColumnKind.CHANGE,
)
"""The columns that can be made wider and narrower; one of amounts is as wide as its figures."""

_SHARED = (ColumnKind.BASELINE, ColumnKind.CHANGE)


def width_key(schedule: Schedule, kind: ColumnKind) -> str:
    """Name a column under which its width is kept.

    Last month's figures and the change are as wide on one schedule as on another; the room for
    labels differs with what stands beside them.
    """
    return kind.value if kind in _SHARED else f"{schedule.id}.{kind.value}"


@dataclass(frozen=True, slots=True)
class PageStyle:
    """How pages are shown.

    Attributes:
        zoom: How large.
        widths: The widths that the user has given to columns, by `width_key`, in pixels at 100 %;
            the other columns share the room.
    """

    zoom: Zoom = field(default_factory=Zoom)
    widths: Mapping[str, int] = field(default_factory=dict[str, int])

    def chosen(self, schedule: Schedule) -> dict[ColumnKind, int]:
        """Give the widths that were given to a schedule's columns."""
        keys = {kind: width_key(schedule, kind) for kind in ADJUSTABLE}
        return {kind: self.widths[key] for kind, key in keys.items() if key in self.widths}
