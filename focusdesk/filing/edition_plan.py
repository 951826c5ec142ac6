"""What an edition of the form settles once for all its filings."""

from collections.abc import Iterable

from focusdesk.calc.checks import CheckPlan
from focusdesk.calc.worksheet import CalculationPlan
from focusdesk.filing.target_policy import Pool, pools_of
from focusdesk.form.edition import Edition


class EditionPlan:
    """What an edition settles once for all its filings: the order of calculation, the checks.

    Attributes:
        edition: The form.
        calculation: Who follows from whom.
        checks: What must hold.
        pools: The pools that have a target.
    """

    def __init__(self, edition: Edition) -> None:
        self.edition = edition
        self.calculation = CalculationPlan(edition)
        self.checks = CheckPlan(edition)
        self.pools: tuple[Pool, ...] = pools_of(edition)
        self._place = {code: place for place, code in enumerate(edition.boxes)}

    def in_order(self, codes: Iterable[str]) -> tuple[str, ...]:
        """Put codes into the order of the form."""
        return tuple(sorted(codes, key=self._place.__getitem__))
