"""What stands beside the form as a PDF: the findings of a month, or its notices."""

from collections.abc import Sequence

from focusdesk.cli.output import refuse_destination, writable_suffix, write_answer
from focusdesk.cli.places import store_or_default
from focusdesk.cli.request import Refused, Request, refuse_beside
from focusdesk.filing.listed_findings import ListedFinding
from focusdesk.filing.notice_sheet import NoticeSheet
from focusdesk.filing.session import FilingSession


def write_findings(
    request: Request, session: FilingSession, listed: Sequence[ListedFinding]
) -> None:
    """Write findings as the file that was named.

    Raises:
        Refused: it is no PDF, or something else is asked for that does not go with it.
        FileNotWritten: the folder is missing or cannot be written.
        PlacingError: the typeface lacks a letter of a text.
    """
    from focusdesk.export.sheets import findings_pdf  # noqa: PLC0415 -- ReportLab is 60 ms

    _demand_writable(request)
    refuse_beside({"--sides": request.sides}, "the file has the findings, and no pools")
    write_answer(request.file, findings_pdf(session, listed), store_or_default(request.store))


def write_notices(request: Request, session: FilingSession, notices: Sequence[NoticeSheet]) -> None:
    """Write the notices on record as the file that was named, each with room for the pen.

    Raises:
        Refused: none is on record; else as `write_findings`.
        FileNotWritten: as there.
        PlacingError: likewise.
    """
    from focusdesk.export.sheets import notices_pdf  # noqa: PLC0415 -- ReportLab is 60 ms

    _demand_writable(request)
    if not notices:
        message = (
            f"{request.file} was not written: no notice of {session.filing.title} is on record. "
            f"focusdesk complete records what is provisional."
        )
        raise Refused(message)
    write_answer(request.file, notices_pdf(session, notices), store_or_default(request.store))


def _demand_writable(request: Request) -> None:
    writable_suffix(request.file, (".pdf",))
    refuse_beside({"--json": request.as_json}, "the file named by --to is a PDF")
    refuse_destination(request.file, store_or_default(request.store))
