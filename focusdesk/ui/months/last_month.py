"""The month before a month: which filing it is, and its figures beside this month's boxes."""

from collections.abc import Sequence

from focusdesk.filing.compare import ABSENT, compare
from focusdesk.filing.filing import Filing
from focusdesk.ui.months.open_filings import OpenFilings
from focusdesk.ui.page.baseline import Baseline


def month_before(filings: Sequence[Filing], filing: Filing) -> Filing | None:
    """Find the filing of the month before, the latest amendment of it.

    Args:
        filings: The firm's filings, the newest first.
        filing: The month.
    """
    before = filing.period.plus(-1)
    return next((each for each in filings if each.period == before), None)


def last_month_of(
    open_filings: OpenFilings, filings: Sequence[Filing], filing: Filing
) -> Baseline | None:
    """Read the figures of the month before, by the codes of this month's form.

    A box that the form of then had not is left out. `None` where there is no month before.

    Raises:
        StoreError: it cannot be read.
    """
    before = month_before(filings, filing)
    if before is None:
        return None
    then, now = open_filings.figures_of((before, filing))
    values = {
        row.code: row.values[0]
        for row in compare((then, now)).rows
        if row.values[0] is not ABSENT and row.values[1] is not ABSENT
    }
    return Baseline(before.period.month_name, values)
