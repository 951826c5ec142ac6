"""Months side by side: `compare`."""

from collections.abc import Callable, Mapping

from focusdesk.cli.opening import opened
from focusdesk.cli.output import writable_suffix, write_answer
from focusdesk.cli.places import store_or_default
from focusdesk.cli.request import Request
from focusdesk.cli.verbs import DONE
from focusdesk.exchange.comparison_files import WRITE_COMPARISON
from focusdesk.filing.compare import compare
from focusdesk.form.period import Period


def compare_months(request: Request) -> int:
    """Write months side by side, in the order in which they were named.

    Raises:
        StoreError: a month or the store is not there.
        Refused: the file cannot be written, or would be of a kind that is not known.
    """
    periods = [Period.parse(word) for word in request.words]
    suffix = writable_suffix(request.to, (".pdf", *WRITE_COMPARISON))
    with opened(request.store) as register:
        filings = [register.store.find(period) for period in periods]
        comparison = compare(register.look_at(filings))
    if suffix == ".pdf":
        from focusdesk.export.papers import comparison_pdf  # noqa: PLC0415 -- ReportLab is 60 ms

        content = comparison_pdf(comparison)
    else:
        content = WRITE_COMPARISON[suffix](comparison)
    write_answer(request.to, content, store_or_default(request.store))
    return DONE


ACTS: Mapping[str, Callable[[Request], int]] = {"compare": compare_months}
"""What each command does."""
