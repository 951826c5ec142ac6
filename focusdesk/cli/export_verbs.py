"""A filing as a file: `export`. What a kind of file needs is imported for that kind alone."""

from collections.abc import Callable, Mapping

from focusdesk.cli.opening import opened
from focusdesk.cli.output import writable_suffix, write_answer
from focusdesk.cli.places import store_or_default
from focusdesk.cli.request import Request
from focusdesk.cli.verbs import DONE
from focusdesk.exchange.filing_files import WRITE_FILING


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
        from focusdesk.export.papers import filing_pdf  # noqa: PLC0415 -- ReportLab is 60 ms

        content = filing_pdf(session)
    else:
        content = WRITE_FILING[suffix](session.filing, session.worksheet)
    write_answer(request.to, content, store_or_default(request.store))
    return DONE


ACTS: Mapping[str, Callable[[Request], int]] = {"export": export_filing}
"""What each command does."""
