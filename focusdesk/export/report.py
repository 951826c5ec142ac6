"""The printed report: a filing's pages, or the blank form, as one PDF file."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from focusdesk.export.archive import Attachment
from focusdesk.export.draw import Drawing
from focusdesk.export.fonts import measure
from focusdesk.form.edition import Edition
from focusdesk.form.placed import Face, Lettering, PlacedPage, Role
from focusdesk.form.placing import place
from focusdesk.form.schedule import Schedule
from focusdesk.form.sheet import Sheet
from focusdesk.form.written import Values

_MARK = Lettering(9.0, Face.BOLD)
_MARGIN = Lettering(6.5)
_MARK_Y = 26.0
_MARGIN_Y = 772.0
_MARGIN_RULE_Y = 763.0
_MARGIN_SPAN = (36.0, 575.8)


@dataclass(frozen=True, slots=True)
class ReportHeading:
    """What a report says of itself outside the form's own area.

    Attributes:
        firm: The firm that files it.
        period: The month, ``January 2014``.
        edition: The edition of the form, ``2014-01``.
        status: How far the filing has come, ``DRAFT``.
        program: The program and its version, ``focusdesk 0.1.0``.
        warning: Words at the head of every page that keep it from being taken for a filing;
            empty for none.
        remark: Words at its foot, such as "as filed"; empty for none.
    """

    firm: str
    period: str
    edition: str
    status: str
    program: str
    warning: str = ""
    remark: str = ""


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
    pages = [place(edition, schedule, values, measure) for schedule in chosen]
    drawing = Drawing(
        title=f"{edition.title}, {heading.period}",
        author=heading.firm,
        subject=f"Edition {edition.id}, {heading.status}",
    )
    for number, page in enumerate(pages, start=1):
        drawing.page(_with_margin(page, heading, number, len(pages)))
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


def _with_margin(page: PlacedPage, heading: ReportHeading, number: int, count: int) -> PlacedPage:
    sheet = Sheet(measure)
    if heading.warning:
        at = (page.width / 2, _MARK_Y)
        sheet.write(heading.warning, at, _MARK, Role.MARGIN, align="center")
    left, right = _MARGIN_SPAN
    words = [heading.period, f"edition {heading.edition}", heading.status, heading.remark]
    says = "  \N{MIDDLE DOT}  ".join(word for word in words if word)
    counted = f"{heading.program}  \N{MIDDLE DOT}  page {number} of {count}"
    sheet.rule(_MARGIN_SPAN, _MARGIN_RULE_Y, 0.25)
    sheet.write(says, (left, _MARGIN_Y), _MARGIN, Role.MARGIN)
    sheet.write(counted, (right, _MARGIN_Y), _MARGIN, Role.MARGIN, align="right")
    return replace(page, texts=(*page.texts, *sheet.texts), rules=(*page.rules, *sheet.rules))
