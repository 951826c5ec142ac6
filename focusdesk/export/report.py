"""The printed report: a filing's pages, or the blank form, as one PDF file."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from focusdesk.export.archive import Attachment
from focusdesk.export.draw import Drawing
from focusdesk.export.fonts import measure
from focusdesk.export.marks import Margins, with_margins
from focusdesk.form.edition import Edition
from focusdesk.form.placed import PlacedPage
from focusdesk.form.placing import place
from focusdesk.form.schedule import Schedule
from focusdesk.form.written import Values

_REVIEW = "REVIEW COPY"
_APART = "  \N{MIDDLE DOT}  "


@dataclass(frozen=True, slots=True)
class ReportHeading:
    """What a report says of itself outside the form's own area.

    Attributes:
        firm: The firm that files it.
        period: The month, ``January 2014``.
        edition: The edition of the form, ``2014-01``.
        status: What kind of print it is, ``DRAFT``; empty where there is nothing to say.
        program: The program and its version, ``focusdesk 0.1.0``.
        warning: Words at the head of every page that keep it from being taken for a filing;
            empty for none.
        remark: Words at its foot, such as "as filed"; empty for none.
        across: Words across every page, under all else: DRAFT, ILLUSTRATIVE.
        fingerprint: The short code of what the whole filing holds; empty for none.
        foot: Whether there are words at the foot of the pages at all.
        review: Whether the pages are a review copy, with boxes for initials.
        title: What the file is called; empty for the form and the month.
    """

    firm: str
    period: str
    edition: str
    status: str
    program: str
    warning: str = ""
    remark: str = ""
    across: tuple[str, ...] = ()
    fingerprint: str = ""
    foot: bool = True
    review: bool = False
    title: str = ""


@dataclass(frozen=True, slots=True)
class ReportPage:
    """One page of a report.

    Attributes:
        placed: What stands on it.
        code: The short code of its own boxes; empty for none.
        key: What the marks on it mean, in a review copy.
    """

    placed: PlacedPage
    code: str = ""
    key: str = ""


def draw_report(
    edition: Edition,
    values: Values,
    heading: ReportHeading,
    schedules: Sequence[Schedule] | None = None,
    attachments: Sequence[Attachment] = (),
) -> bytes:
    """Draw a filing's pages in the order of the form.

    Args:
        edition: The form in which the filing was made.
        values: What its boxes hold.
        heading: What stands in the margins and in the file's own description.
        schedules: Those to draw; `None` draws all.
        attachments: The files that travel inside.

    Raises:
        PlacingError: a box or a value has no place on paper; the message names its code.
    """
    chosen = edition.schedules if schedules is None else schedules
    pages = [ReportPage(place(edition, schedule, values, measure)) for schedule in chosen]
    return draw_pages(edition, pages, heading, attachments)


def draw_pages(
    edition: Edition,
    pages: Sequence[ReportPage],
    heading: ReportHeading,
    attachments: Sequence[Attachment] = (),
) -> bytes:
    """Draw pages that are placed already, with their margins."""
    drawing = Drawing(
        title=heading.title or f"{edition.title}, {heading.period}",
        author=heading.firm,
        subject=", ".join(word for word in (f"Edition {edition.id}", heading.status) if word),
    )
    for number, page in enumerate(pages, start=1):
        margins = _margins(heading, page, f"page {number} of {len(pages)}")
        drawing.page(with_margins(page.placed, margins))
    return drawing.finish(attachments)


def draw_blank_form(edition: Edition) -> bytes:
    """Draw the same pages without figures, and with nothing in the margins.

    Raises:
        PlacingError: a box has no place on paper; the message names its code.
    """
    drawing = Drawing(
        title=f"{edition.title}, blank form", author="", subject=f"Edition {edition.id}"
    )
    for schedule in edition.schedules:
        drawing.page(place(edition, schedule, None, measure))
    return drawing.finish()


def _margins(heading: ReportHeading, page: ReportPage, counted: str) -> Margins:
    """Say what one page has around and across it."""
    around = Margins(
        across=heading.across,
        head=_said(_REVIEW if heading.review else "", heading.warning),
        key=page.key,
        initials=heading.review,
    )
    if not heading.foot:
        return around
    codes = (
        f"fingerprint {heading.fingerprint}" if heading.fingerprint else "",
        f"this page {page.code}" if page.code else "",
    )
    return replace(
        around,
        left=_said(heading.period, f"edition {heading.edition}", heading.status, heading.remark),
        right=_said(*codes, heading.program, counted),
    )


def _said(*words: str) -> str:
    return _APART.join(word for word in words if word)
