"""Which month a print shows beside its own."""

from focusdesk.filing.compare import ComparedMonth
from focusdesk.filing.copies import Copy, PrintOrder, PrintRefused
from focusdesk.filing.filing import Filing
from focusdesk.filing.ports import NoSuchFiling
from focusdesk.filing.register import Register
from focusdesk.form.period import Period


def comparison_month(register: Register, filing: Filing, order: PrintOrder) -> ComparedMonth | None:
    """Read the month beside which a filing is printed; only a review copy has one.

    It is the month that the order names, or else the month before if the store has it.

    Raises:
        PrintRefused: the month that is chosen is the filing's own.
        NoSuchFiling: the store has not the month that is chosen.
        StoreError: it cannot be read.
    """
    if order.copy is not Copy.REVIEW:
        return None
    found = _found(register, filing, order.compared_with)
    if found is None:
        return None
    (month,) = register.look_at([found])
    return month


def _found(register: Register, filing: Filing, chosen: Period | None) -> Filing | None:
    if chosen is None:
        try:
            return register.store.find(filing.period.plus(-1))
        except NoSuchFiling:
            return None
    if chosen == filing.period:
        message = (
            f"{filing.period.label} cannot be reviewed beside itself. Choose another month, "
            f"or none: then it is the month before."
        )
        raise PrintRefused(message)
    return register.store.find(chosen)
