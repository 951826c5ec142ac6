"""A filing and a comparison as PDF, with what their margins say of them."""

from focusdesk import __version__
from focusdesk.export.comparison import draw_comparison
from focusdesk.export.report import ReportHeading, draw_report
from focusdesk.filing.compare import Comparison
from focusdesk.filing.copies import PrintOrder
from focusdesk.filing.session import FilingSession
from focusdesk.form.box import show_value

_PROGRAM = f"focusdesk {__version__}"
_AS_IT_STANDS = PrintOrder()


def filing_pdf(session: FilingSession, order: PrintOrder = _AS_IT_STANDS) -> bytes:
    """Draw a filing's pages; made-up figures are marked as such on each of them.

    Raises:
        PlacingError: a value has no place on paper; the message names its code.
    """
    filing, edition = session.filing, session.edition
    heading = ReportHeading(
        firm=show_value(session.worksheet.values().get(edition.firm_code)),
        period=filing.period.label,
        edition=edition.id,
        status=filing.status.value.upper(),
        program=_PROGRAM,
        warning=filing.warning,
        remark=filing.remark,
    )
    return draw_report(edition, session.value, heading, order.pages(edition))


def comparison_pdf(comparison: Comparison) -> bytes:
    """Draw months side by side, under the name that the firm has in the last of them."""
    last = comparison.months[-1]
    firm = show_value(last.values.get(last.edition.firm_code))
    return draw_comparison(comparison, firm=firm, program=_PROGRAM)
