"""A filing and a comparison as PDF, with what their margins say of them."""

from focusdesk import __version__
from focusdesk.calc.worksheet import Worksheet
from focusdesk.export.comparison import draw_comparison
from focusdesk.export.report import ReportHeading, draw_report
from focusdesk.filing.compare import Comparison
from focusdesk.filing.filing import Filing
from focusdesk.form.box import show_value

_PROGRAM = f"focusdesk {__version__}"


def filing_pdf(filing: Filing, worksheet: Worksheet) -> bytes:
    """Draw a filing's pages; made-up figures are marked as such on each of them.

    Raises:
        PlacingError: a value has no place on paper; the message names its code.
    """
    edition = worksheet.edition
    heading = ReportHeading(
        firm=show_value(worksheet.values().get(edition.firm_code)),
        period=filing.period.label,
        edition=edition.id,
        status=filing.status.value.upper(),
        program=_PROGRAM,
        warning=filing.warning,
        remark=filing.remark,
    )
    return draw_report(edition, worksheet.value, heading)


def comparison_pdf(comparison: Comparison) -> bytes:
    """Draw months side by side, under the name that the firm has in the last of them."""
    last = comparison.months[-1]
    firm = show_value(last.values.get(last.edition.firm_code))
    return draw_comparison(comparison, firm=firm, program=_PROGRAM)
