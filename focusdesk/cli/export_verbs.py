"""A filing as a file: `export`. What a kind of file needs is imported for that kind alone."""

from collections.abc import Callable, Mapping

from focusdesk.calc.checks import Severity
from focusdesk.cli.opening import opened
from focusdesk.cli.output import refuse_destination, tell, writable_suffix, write_answer
from focusdesk.cli.places import store_or_default
from focusdesk.cli.request import Refused, Request
from focusdesk.cli.to_record import refuse_to_record
from focusdesk.cli.verbs import DONE, FINDINGS
from focusdesk.exchange.filing_files import WRITE_FILING
from focusdesk.filing.comparison_month import comparison_month
from focusdesk.filing.copies import Copy, PrintOrder
from focusdesk.filing.filing import Status
from focusdesk.filing.notice_book import NoticeBook
from focusdesk.filing.ports import StoreError
from focusdesk.filing.register import Register
from focusdesk.filing.session import FilingSession


def export_filing(request: Request) -> int:
    """Write a filing as a file of the kind that its name asks for.

    Raises:
        StoreError: the month or the store is not there.
        Refused: the file cannot be written, or would be of a kind that is not known.
        PrintRefused: there is no such print of the filing.
    """
    suffix = writable_suffix(request.file, (".pdf", *WRITE_FILING))
    order = _order(request, suffix)
    with opened(request.store) as register:
        session = register.open(register.store.find(request.period))
        if order is None:
            content = WRITE_FILING[suffix](session.filing, session.worksheet)
        else:
            content = _printed(register, session, order, request)
            refuse_destination(request.file, store_or_default(request.store))
        if order is not None and order.copy is Copy.SIGNATURE:
            _put_on_record(session)
        write_answer(request.file, content, store_or_default(request.store))
        if order is not None and order.copy is Copy.SIGNATURE:
            return _mark_printed(session, content, request)
    return DONE


def _order(request: Request, suffix: str) -> PrintOrder | None:
    """Read what to print; `None` for files that are not printed.

    Raises:
        Refused: the options do not go with the kind of file, or with each other.
    """
    asked = {
        "--copy": request.copy,
        "--schedule": request.schedules,
        "--compare-with": request.beside,
        "--no-margin": request.no_margin,
        "--date-for-pen": request.date_for_pen,
        "--record": request.record,
    }
    given = [option for option, value in asked.items() if value]
    if suffix != ".pdf":
        if given:
            message = (
                f'{", ".join(given)}: this is for a .pdf, and "{request.file}" is none. '
                f"Name a .pdf, or leave it out."
            )
            raise Refused(message)
        return None
    copy = Copy(request.copy or Copy.FILING)
    _demand_fitting(request, copy)
    return PrintOrder(
        copy,
        tuple(name.strip() for text in request.schedules for name in text.split(",")),
        margin=not request.no_margin,
        date_for_pen=request.date_for_pen,
        compared_with=request.beside,
    )


def _demand_fitting(request: Request, copy: Copy) -> None:
    """Refuse options that go with another copy than the one asked for.

    Raises:
        Refused: there is one; the sentence says with which copy it goes.
    """
    if request.beside and copy is not Copy.REVIEW:
        message = (
            "--compare-with: only a review copy stands beside another month. Add: --copy review"
        )
        raise Refused(message)
    if request.record and copy is not Copy.SIGNATURE:
        message = (
            "--record: only asking for a signature copy puts notices on record. "
            "Add --copy signature, or leave it out."
        )
        raise Refused(message)
    if request.date_for_pen and copy is not Copy.SIGNATURE:
        message = (
            "--date-for-pen: only a signature copy is dated by pen. "
            "Add --copy signature, or leave it out."
        )
        raise Refused(message)


def _printed(
    register: Register, session: FilingSession, order: PrintOrder, request: Request
) -> bytes:
    """Draw a print.

    Raises:
        Refused: it is a signature copy, and that it was made could not be recorded; or notices
            would go on record, and ``--record`` does not say that they may.
    """
    from focusdesk.export.papers import filing_pdf  # noqa: PLC0415 -- ReportLab is 60 ms

    filing = session.filing
    if order.copy is Copy.SIGNATURE and session.read_only:
        why = (
            "is sealed"
            if filing.status is Status.SEALED
            else "is in a store that cannot be written"
        )
        message = (
            f"{filing.title} {why}, and making a signature copy of it could not be recorded. "
            f"Leave out --copy signature."
        )
        raise Refused(message)
    if order.copy is Copy.SIGNATURE:
        refuse_to_record(request, NoticeBook(session).recorded_by_signing())
    return filing_pdf(session, order, compared=comparison_month(register, filing, order))


def _put_on_record(session: FilingSession) -> None:
    """Record the notices that a signature copy calls for, once nothing is in its way."""
    for notice in NoticeBook(session).signature_asked():
        tell(f"Recorded for notice: {notice.event.check}, {notice.event.name}.")


def _mark_printed(session: FilingSession, content: bytes, request: Request) -> int:
    """Record that a signature copy was made, say so, and give the exit status.

    Errors that stand in what the officers are to sign are findings; the copy is made all the same.

    Raises:
        Refused: it could not be recorded, though the file is written.
    """
    title = session.filing.title
    try:
        session.mark_printed(content)
    except StoreError as error:
        message = (
            f'"{request.file}" is written, but {title} is not marked as printed: {error} '
            f"Do not have that file signed; export it again."
        )
        raise Refused(message) from error
    tell(f"{title} is marked as printed.")
    errors = [one.id for one in session.checks.before_signing() if one.severity is Severity.ERROR]
    if not errors:
        return DONE
    told = ", ".join(dict.fromkeys(errors))
    tell(f"It has findings that are errors ({told}); focusdesk check says which.")
    return FINDINGS


ACTS: Mapping[str, Callable[[Request], int]] = {"export": export_filing}
"""What each command does."""
