"""Sheets beside the form as PDF: the findings of a month, and its notices."""

from collections.abc import Sequence

from focusdesk import __version__
from focusdesk.export.findings_pages import FindingsPager
from focusdesk.export.notice_pages import NoticePager
from focusdesk.export.report import ReportHeading, ReportPage, draw_pages
from focusdesk.export.table_pages import TablePager
from focusdesk.filing.fingerprint import fingerprint, month_digest
from focusdesk.filing.listed_findings import ListedFinding
from focusdesk.filing.notice_sheet import NoticeSheet
from focusdesk.filing.session import FilingSession
from focusdesk.form.box import show_value


def findings_pdf(
    session: FilingSession, listed: Sequence[ListedFinding], statement: str = ""
) -> bytes:
    """Draw findings, schedule by schedule, with what is said of them.

    Args:
        session: The filing.
        listed: The findings.
        statement: What must be known of them, such as that some are left out.

    Raises:
        PlacingError: the typeface lacks a letter of a text; the message names its check.
    """
    tabs = {schedule.id: schedule.tab for schedule in session.edition.schedules}
    order = list(tabs)
    together = sorted(listed, key=lambda each: order.index(each.finding.schedule))
    title = f"Findings of {session.filing.title}"
    pager = FindingsPager(together, tabs, (_firm(session), title), statement=statement)
    return _drawn(session, title, pager)


def notices_pdf(session: FilingSession, notices: Sequence[NoticeSheet]) -> bytes:
    """Draw notices, each with room for what is done about it.

    Args:
        session: The filing.
        notices: The notices.

    Raises:
        PlacingError: the typeface lacks a letter of a text; the message names the notice.
    """
    title = f"Notices of {session.filing.title}"
    return _drawn(session, title, NoticePager(notices, (_firm(session), title)))


def _drawn(session: FilingSession, title: str, pager: TablePager) -> bytes:
    filing = session.filing
    heading = ReportHeading(
        firm=_firm(session),
        period=filing.title,
        edition=session.edition.id,
        status="",
        program=f"focusdesk {__version__}",
        warning=filing.warning,
        fingerprint=fingerprint(month_digest(filing, session.edition, session.worksheet.values())),
        title=title,
    )
    return draw_pages(session.edition, [ReportPage(page) for page in pager.pages()], heading)


def _firm(session: FilingSession) -> str:
    return show_value(session.value(session.edition.firm_code))
