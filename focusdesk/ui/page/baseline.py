"""Last month's figures beside each box, and the change since."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from focusdesk.filing.compare import ComparedMonth, ComparisonRow, compare
from focusdesk.filing.session import FilingSession
from focusdesk.form.box import Value
from focusdesk.form.schedule import Schedule


@dataclass(frozen=True, slots=True)
class Baseline:
    """What the open filing is laid beside.

    Attributes:
        heading: What stands over the figures: ``December``.
        values: What each box held then, by the code of this filing's edition; a box that was not
            in the form then is left out.
    """

    heading: str
    values: Mapping[str, Value]


def beside(
    session: FilingSession, schedule: Schedule, baseline: Baseline
) -> dict[str, ComparisonRow]:
    """Lay a schedule's boxes beside what they held, by the rules of every other comparison."""
    edition = replace(session.edition, schedules=(schedule,))
    earlier = ComparedMonth(session.filing, edition, baseline.values)
    now = ComparedMonth(session.filing, edition, session.worksheet.values())
    return {row.code: row for row in compare((earlier, now)).rows}
