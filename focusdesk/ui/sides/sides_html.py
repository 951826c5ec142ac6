"""What is told of a tie under the two sides, and the sheet on which a pool is printed."""

import re
from collections.abc import Iterator, Sequence
from html import escape

from PySide6.QtGui import QFont, QTextDocument

from focusdesk.calc.likely_causes import LikelyCause
from focusdesk.filing.facing_tie import FacingTie
from focusdesk.filing.two_sides import Side, SideLine, TwoSides
from focusdesk.ui.explain.html_parts import HtmlParts
from focusdesk.ui.look.theme import FAMILY, Theme
from focusdesk.ui.sides.tie_paint import SIGNS, tie_colour

NO_TIE = "No check holds this line against the other side."
NO_CAUSE = "No single slip in one box would explain the difference to the dollar."

_TITLE_POINTS, _HEADING_POINTS, _SHEET_POINTS = 12, 9, 7
_CODES = re.compile(r"\d{4}")


def tie_html(theme: Theme, tie: FacingTie, causes: Sequence[LikelyCause]) -> str:
    """Write what is to be told of a tie; codes are links to their boxes."""
    return "".join(_tie_parts(HtmlParts(theme), tie, causes))


def line_html(theme: Theme, line: SideLine) -> str:
    """Write what is to be told of a line that no tie goes to."""
    parts = HtmlParts(theme)
    return parts.paragraph(escape(line.said)) + parts.paragraph(NO_TIE, soft=True)


def sides_sheet(pool: TwoSides, heading: str, causes: Sequence[Sequence[LikelyCause]]) -> str:
    """Write a pool as a sheet of paper: its sides beside each other, the ties and sums below.

    Args:
        pool: The pool.
        heading: The firm and the month.
        causes: The likely causes of each of its ties.
    """
    sides = "".join(
        f'<td width="50%" valign="top"><b>{name}</b>: {escape(side.heading)}{_table(side)}</td>'
        for name, side in (("Requirement", pool.requirement), ("Assets", pool.assets))
    )
    ties = "".join(
        f"<tr><td><b>{SIGNS[tie.agreement]} {tie.id}</b></td>"
        f'<td align="right"><b>{tie.shown}</b></td><td>{", ".join((*_weight(tie), tie.brief))}</td>'
        f"<td>{escape(tie.sentence)}{''.join(_printed_causes(own))}</td></tr>"
        for tie, own in zip(pool.ties, causes, strict=True)
    )
    sums = "".join(
        f"<td>{line.words}<br/>{line.code}<br/><b>{line.shown}</b></td>" for line in pool.card.lines
    )
    title = f"{escape(pool.name)}: {pool.card.state}"
    return (
        f"{_heading(title, _TITLE_POINTS)}<p>{escape(heading)}</p>"
        f'<table width="100%" cellpadding="4"><tr>{sides}</tr></table>'
        f'{_heading("Ties between the sides")}<table width="100%" cellpadding="3">{ties}</table>'
        f'{_heading("What is left")}<table width="100%" cellpadding="3"><tr>{sums}</tr></table>'
    )


def document_of(page: str) -> QTextDocument:
    """Make a sheet that can be printed."""
    document = QTextDocument()
    font = QFont(FAMILY)
    font.setPointSizeF(_SHEET_POINTS)
    document.setDefaultFont(font)
    document.setHtml(page)
    return document


def _tie_parts(parts: HtmlParts, tie: FacingTie, causes: Sequence[LikelyCause]) -> Iterator[str]:
    colour = tie_colour(parts.theme, tie).name()
    head = " \u00b7 ".join((f"{SIGNS[tie.agreement]} {tie.id}", *_weight(tie), tie.brief))
    yield parts.paragraph(f'<b style="color:{colour}">{escape(head)}</b>')
    yield parts.paragraph(_linked(parts, tie.sentence, tie.codes))
    if tie.finding is not None:
        yield parts.heading("Likely causes" if causes else "No likely cause")
        for each in causes:
            there = parts.link(each.code, f"go to {each.code}")
            yield parts.paragraph(f"{escape(each.words)} \u00b7 {there}")
        if not causes:
            yield parts.paragraph(NO_CAUSE, soft=True)
        yield parts.heading("What the check says")
        yield parts.paragraph(_linked(parts, tie.finding.message, tie.finding.codes))
    if tie.check.why:
        yield parts.paragraph(escape(tie.check.why), soft=True)
    if tie.check.cite:
        yield parts.paragraph(escape(tie.check.quoted_cite), soft=True)


def _weight(tie: FacingTie) -> tuple[str, ...]:
    """Say how much it weighs that the two differ; nothing where they agree."""
    return (tie.severity.value,) if tie.severity else ()


def _linked(parts: HtmlParts, words: str, codes: Sequence[str]) -> str:
    """Write a sentence whose codes are links to their boxes."""

    def link(found: re.Match[str]) -> str:
        return parts.link(found[0], found[0]) if found[0] in codes else found[0]

    return _CODES.sub(link, escape(words))


def _heading(words: str, points: float = _HEADING_POINTS) -> str:
    """Write a heading of the sheet in its own size: Qt measures those of HTML by the screen."""
    return f'<p style="font-size:{points}pt; font-weight:bold; margin-top:10px">{words}</p>'


def _table(side: Side) -> str:
    return f'<table width="100%" cellpadding="1">{"".join(map(_row, side.lines))}</table>'


def _row(line: SideLine) -> str:
    indent = "&nbsp;" * 3 * line.indent
    words = f"<b>{escape(line.words)}</b>" if line.is_total else escape(line.words)
    shown = line.shown or ("blank" if line.code else "")
    amount = f"<b>{shown}</b>" if line.is_total else shown
    return (
        f"<tr><td>{escape(line.number)}</td><td>{indent}{words}</td><td>{line.code}</td>"
        f'<td align="right">{amount}</td></tr>'
    )


def _printed_causes(causes: Sequence[LikelyCause]) -> Iterator[str]:
    for cause in causes:
        yield f"<br/>Likely cause: {escape(cause.words)}"
