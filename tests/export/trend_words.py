"""Months whose trend is drawn in these tests."""

from collections.abc import Sequence

from focusdesk.filing.compare import ComparedMonth, Comparison, compare
from focusdesk.filing.filing import Filing
from focusdesk.form.box import Value
from focusdesk.form.edition import Edition
from focusdesk.form.period import Period


def through(form: Edition, code: str, amounts: Sequence[Value]) -> Comparison:
    """Lay months beside each other that differ in one box, the last of them January 2014."""
    return compare(
        [month(form, at - len(amounts) + 1, {code: value}) for at, value in enumerate(amounts)]
    )


def month(form: Edition, from_january: int, values: dict[str, Value]) -> ComparedMonth:
    """Make a month, so many after January 2014; those before it are illustrative."""
    filing = Filing(1, Period(2014, 1).plus(from_january), form.id, illustrative=from_january < 0)
    return ComparedMonth(filing, form, {"13": "FIRM INC.", **values})
