"""Figures out: `export`, `compare`, `blank`. What a file needs is imported for its kind alone."""

from collections.abc import Callable, Mapping
from pathlib import Path

from focusdesk.cli.opening import opened
from focusdesk.cli.output import say, writable_suffix, write_file
from focusdesk.cli.places import store_or_default
from focusdesk.cli.request import Refused, Request
from focusdesk.cli.verbs import DONE
from focusdesk.exchange.comparison_files import WRITE_COMPARISON
from focusdesk.exchange.filing_files import WRITE_FILING
from focusdesk.filing.compare import ComparedMonth, compare
from focusdesk.filing.register import Register
from focusdesk.form.period import Period


def export_filing(request: Request) -> int:
    """Write a filing as a file of the kind that its name asks for.

    Raises:
        StoreError: the month or the store is not there.
        Refused: the file cannot be written, or would be of a kind that is not known.
    """
    suffix = writable_suffix(request.to, (".pdf", *WRITE_FILING))
    with opened(request.store) as register:
        session = register.open(register.store.find(request.period))
    if suffix == ".pdf":
        from focusdesk.cli.drawing import filing_pdf  # noqa: PLC0415 -- ReportLab is 60 ms

        content = filing_pdf(session.filing, session.worksheet)
    else:
        content = WRITE_FILING[suffix](session.filing, session.worksheet)
    _write(request, content)
    return DONE


def compare_months(request: Request) -> int:
    """Write months side by side, in the order in which they were named.

    Raises:
        StoreError: a month or the store is not there.
        Refused: the file cannot be written, or would be of a kind that is not known.
    """
    periods = [Period.parse(word) for word in request.words]
    suffix = writable_suffix(request.to, (".pdf", *WRITE_COMPARISON))
    with opened(request.store) as register:
        comparison = compare([_compared(register, period) for period in periods])
    if suffix == ".pdf":
        from focusdesk.cli.drawing import comparison_pdf  # noqa: PLC0415 -- ReportLab is 60 ms

        content = comparison_pdf(comparison)
    else:
        content = WRITE_COMPARISON[suffix](comparison)
    _write(request, content)
    return DONE


def _compared(register: Register, period: Period) -> ComparedMonth:
    session = register.open(register.store.find(period))
    return ComparedMonth(session.filing, session.edition, session.worksheet.values())


def _write(request: Request, content: bytes) -> None:
    if _is_same(request.to, store_or_default(request.store)):
        message = f'"{request.to}" is the store itself. Name another file.'
        raise Refused(message)
    write_file(request.to, content)
    say(f"Wrote {request.to}.")


def _is_same(one: Path, other: Path) -> bool:
    return one.exists() and other.exists() and one.samefile(other)


ACTS: Mapping[str, Callable[[Request], int]] = {
    "export": export_filing,
    "compare": compare_months,
}
"""What each command does."""
