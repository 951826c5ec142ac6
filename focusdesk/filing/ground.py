"""What new values are tried on: a month's figures, and the targets that would follow them.

What would follow is worked out as the one door does it (`FilingSession.apply`): a target that
follows the firm's policy moves along with its requirement.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from focusdesk.calc.worksheet import Worksheet
from focusdesk.filing.edit import Cause
from focusdesk.filing.month_targets import MonthTargets
from focusdesk.filing.session import FilingSession
from focusdesk.form.box import Value


@dataclass(frozen=True, slots=True)
class Ground:
    """Figures on which others can be tried; they stay as they are.

    Attributes:
        worksheet: The figures.
        session: The month that they are of; `None` where no policy of a firm is known.
    """

    worksheet: Worksheet
    session: FilingSession | None = None

    @classmethod
    def of(cls, session: FilingSession) -> "Ground":
        """Try values on an open month."""
        return cls(session.worksheet, session)

    def after(self, values: Mapping[str, Value], cause: Cause) -> Worksheet:
        """Give all figures as they would be.

        Args:
            values: New values of entered boxes.
            cause: Why they would be entered.

        Raises:
            AmountError: a total would overflow.
            StoreError: the policies cannot be read.
        """
        if self.session is None:
            return _copied(self.worksheet, values)
        return supposed(self.session, values, cause)[0]


def supposed(
    session: FilingSession, values: Mapping[str, Value], cause: Cause
) -> tuple[Worksheet, MonthTargets]:
    """Try values on a copy of a month; its targets follow its policies there.

    Args:
        session: The month.
        values: New values of entered boxes.
        cause: Why they would be entered.

    Raises:
        AmountError: a total would overflow.
        StoreError: the policies cannot be read.
    """
    worksheet = _copied(session.worksheet, {})
    targets = MonthTargets(session.plan.pools, worksheet, session.filing, session.store)
    following = targets.following(cause, values)
    worksheet.set(values)
    worksheet.set({each.code: each.new for each in targets.fills(following, {})})
    return worksheet, targets


def _copied(worksheet: Worksheet, values: Mapping[str, Value]) -> Worksheet:
    return Worksheet(worksheet.edition, {**worksheet.entered(), **values}, worksheet.plan)
