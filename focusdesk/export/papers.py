"""A filing and a comparison as PDF, with what their margins say of them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from focusdesk import __version__
from focusdesk.export.archive import Attachment
from focusdesk.export.comparison import draw_comparison, draw_trend_pages
from focusdesk.export.fonts import measure
from focusdesk.export.report import ReportHeading, ReportPage, draw_pages
from focusdesk.export.review import TABLE_KEY, Review, Reviewed
from focusdesk.filing.compare import ComparedMonth, Comparison
from focusdesk.filing.comparison_annex import ComparisonAnnex, review_annex
from focusdesk.filing.copies import (
    DATE_OF_SIGNING,
    FILING_ATTACHMENT,
    PRINT_ATTACHMENT,
    Copy,
    PrintOrder,
)
from focusdesk.filing.explanations_due import ExplanationsDue
from focusdesk.filing.fingerprint import (
    filing_json,
    fingerprint,
    month_digest,
    page_fingerprint,
)
from focusdesk.filing.listed_findings import FindingList, ListedFinding
from focusdesk.filing.printed import ComparedAs, PrintedAs, explanations_digest, notes_digest
from focusdesk.filing.session import FilingSession
from focusdesk.filing.thresholds import Thresholds, kept_thresholds
from focusdesk.filing.trend import Trend
from focusdesk.form.box import Value, show_value
from focusdesk.form.placing import place
from focusdesk.form.schedule import Schedule

_PROGRAM = f"focusdesk {__version__}"
_AS_IT_STANDS = PrintOrder()
_JSON = "application/json"
_CALLED = {
    Copy.FILING: "",
    Copy.REVIEW: "review copy",
    Copy.PUBLIC: "public set",
    Copy.SIGNATURE: "signature copy",
}


def filing_pdf(
    session: FilingSession,
    order: PrintOrder = _AS_IT_STANDS,
    *,
    draft: bool | None = None,
    compared: ComparedMonth | None = None,
) -> bytes:
    """Draw a print of a filing; the same filing gives the same bytes.

    Args:
        session: The filing.
        order: What to print of it.
        draft: Whether DRAFT stands across its pages. `None`: in every copy that is not for
            signature, unless the newest signature copy was made of exactly these figures.
        compared: The month that a review copy shows beside it (`comparison_month`); `None` for
            none. Other copies have none.

    Raises:
        PrintRefused: there is no such print of this filing; the sentence says why.
        PlacingError: a value has no place on paper; the message names its code.
        StoreError: the store cannot be read.
    """
    printed = _printed_as(session, order, draft=draft, compared=compared)
    schedules = printed.order.pages(session.edition)
    pages = list(_form_pages(session, printed.order, schedules))
    if printed.order.copy is Copy.REVIEW:
        pages = list(_reviewed(session, schedules, pages, compared))
    return draw_pages(
        session.edition, pages, _heading(session, printed), _attachments(session, printed)
    )


def comparison_pdf(
    comparison: Comparison, annex: ComparisonAnnex | None = None, trend: Trend | None = None
) -> bytes:
    """Draw months side by side, under the name that the firm has in the last of them.

    Args:
        comparison: The months, with the lines that are shown.
        annex: What is said of their changes (`comparison_annex`); `None` for none.
        trend: The months as lines; `None` for none.

    Raises:
        PlacingError: the typeface lacks a letter of a text; the message names its box.
    """
    firm = comparison.firm
    return draw_comparison(comparison, firm=firm, program=_PROGRAM, annex=annex, trend=trend)


def trend_pdf(trend: Trend) -> bytes:
    """Draw months as lines, under the same name, with a table of their figures.

    Args:
        trend: The months as lines.

    Raises:
        PlacingError: the typeface lacks a letter of a text; the message names its box.
    """
    return draw_trend_pages(trend, firm=trend.comparison.firm, program=_PROGRAM)


def _printed_as(
    session: FilingSession,
    order: PrintOrder,
    *,
    draft: bool | None,
    compared: ComparedMonth | None,
) -> PrintedAs:
    """Settle how a filing is printed.

    Raises:
        PrintRefused: there is no such print of this filing.
    """
    order.refuse_made_up(session.filing)
    digest = month_digest(session.filing, session.edition, session.worksheet.values())
    review = order.copy is Copy.REVIEW
    beside = ComparedAs.of(compared) if compared and review else None
    schedules = tuple(schedule.id for schedule in order.pages(session.edition))
    return PrintedAs(
        order=replace(order, schedules=schedules, compared_with=beside and beside.period),
        draft=_is_draft(session, order, digest) if draft is None else draft,
        program=_PROGRAM,
        content_digest=digest,
        compared=beside,
        notes_digest=notes_digest(session.noted()) if review else "",
        explanations_digest=_explanations_digest(session) if review else "",
    )


def _explanations_digest(session: FilingSession) -> str:
    thresholds, overrides = kept_thresholds(session.store), session.targets.overrides()
    warned = tuple(session.checks.warnings.standing().values())
    said, carried = session.explanations(), session.carried.known()
    return explanations_digest(said, thresholds, overrides, warned, carried)


def _is_draft(session: FilingSession, order: PrintOrder, digest: str) -> bool:
    """Whether the officers have not had exactly these figures before them."""
    if order.copy is Copy.SIGNATURE:
        return False
    signed = session.print_record()
    return signed is None or signed.content_digest != digest


def _form_pages(
    session: FilingSession, order: PrintOrder, schedules: Sequence[Schedule]
) -> Iterator[ReportPage]:
    values = session.worksheet.values()
    shown = _left_to_the_pen(values) if order.date_for_pen else values
    for schedule in schedules:
        placed = place(session.edition, schedule, shown.__getitem__, measure)
        yield ReportPage(placed, page_fingerprint(session.filing, schedule, values))


def _left_to_the_pen(values: Mapping[str, Value]) -> Mapping[str, Value]:
    return {**values, DATE_OF_SIGNING: None}


def _reviewed(
    session: FilingSession,
    schedules: Sequence[Schedule],
    pages: Sequence[ReportPage],
    compared: ComparedMonth | None,
) -> Iterator[ReportPage]:
    """Mark the form's pages, and add the tables after them."""
    filing, edition, values = session.filing, session.edition, session.worksheet.values()
    month = ComparedMonth(filing, edition, values)
    thresholds = kept_thresholds(session.store)
    said = session.explanations()
    annex = review_annex(compared, month, said, thresholds)
    findings = _findings(session, compared, month, thresholds)
    overrides = {each.pool.target: each.sentence for each in session.targets.overrides()}
    reviewed = Reviewed(month, compared, session.noted(), findings, schedules, annex, overrides)
    review = Review(replace(reviewed, carried=_carried(session, schedules)))
    for page in pages:
        yield replace(page, placed=review.marked(page.placed), key=review.key)
    for table in review.pages(show_value(values.get(edition.firm_code))):
        yield ReportPage(table, key=TABLE_KEY)


def _carried(session: FilingSession, schedules: Sequence[Schedule]) -> tuple[str, ...]:
    """Give the figures that no box holds and checks of the printed pages ask for, with sources."""
    checks = session.plan.checks
    asked = frozenset(code for each in schedules for code in checks.asked_on(each.id))
    known = (each for each in session.carried.known() if each.given)
    return tuple(
        f"{each.figure.name}: {each.shown}. {each.origin}"
        for each in known
        if each.figure.code in asked
    )


def _findings(
    session: FilingSession,
    compared: ComparedMonth | None,
    month: ComparedMonth,
    thresholds: Thresholds,
) -> list[ListedFinding]:
    """Give what the month's list of findings has, in the order of the form.

    Lines that moved since another month than the last one are asked about too.
    """
    found = [*FindingList(session).listed()]
    if compared is not None:
        due = ExplanationsDue(compared, month, thresholds).findings(session.explanations())
        known = {each.finding for each in found}
        found += [ListedFinding(finding) for finding in due if finding not in known]
    places = {schedule.id: at for at, schedule in enumerate(session.edition.schedules)}
    return sorted(found, key=lambda each: places[each.finding.schedule])


def _heading(session: FilingSession, printed: PrintedAs) -> ReportHeading:
    filing, edition = session.filing, session.edition
    draft = ("DRAFT",) if printed.draft else ()
    status = (_CALLED[printed.order.copy], *draft)
    return ReportHeading(
        firm=show_value(session.worksheet.values().get(edition.firm_code)),
        period=filing.title,
        edition=edition.id,
        status=", ".join(word for word in status if word),
        program=_PROGRAM,
        warning=filing.warning,
        remark=filing.remark,
        across=(*draft, *(("ILLUSTRATIVE",) if filing.illustrative else ())),
        fingerprint=fingerprint(printed.content_digest),
        foot=printed.order.margin,
        review=printed.order.copy is Copy.REVIEW,
    )


def _attachments(session: FilingSession, printed: PrintedAs) -> tuple[Attachment, ...]:
    """Give the files that let a print be read by programs, and be drawn again."""
    filing, day = session.filing, session.filing.period.last_day
    values = printed.order.printed_values(session.edition, session.worksheet.values())
    figures = f"The boxes of {filing.title}, as JSON"
    how = "How these pages were printed"
    return (
        Attachment(FILING_ATTACHMENT, filing_json(filing, values), _JSON, figures, "Data", day),
        Attachment(PRINT_ATTACHMENT, printed.to_json(), _JSON, how, "Supplement", day),
    )
