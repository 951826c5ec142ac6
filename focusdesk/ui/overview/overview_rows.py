"""What stands in the lists of the overview: the figures of a card, kinds of findings, what remains.

A row says where Enter goes, and how it is spoken; the amounts come written from
`focusdesk.filing.overview_card`.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from focusdesk.calc.checks import Severity
from focusdesk.filing.overview import CHANGED, FindingsOfKind, Remaining
from focusdesk.filing.overview_card import Card, CardLine
from focusdesk.form.box import Box

UNBROKEN = "\u00a0"
_SIGNING = "Asked of the signature copy. "


@dataclass(frozen=True, slots=True)
class OverviewRow:
    """One row of a list.

    Attributes:
        words: What it is, at the left; they wrap.
        figure: What stands at the right of the words, in bold.
        below: What stands under the words, small; it wraps.
        change: What stands under the figure, small.
        heading: What stands over the words, in the colour of the row's weight.
        severity: How much the row weighs; `None` where it is plain.
        code: The box to go to; empty where there is none.
        figure_code: The carried figure to open; empty where it is none.
        spoken: The row for a screen reader.
        tip: What more can be said of it.
    """

    words: str
    figure: str = ""
    below: str = ""
    change: str = ""
    heading: str = ""
    severity: Severity | None = None
    code: str = ""
    figure_code: str = ""
    spoken: str = ""
    tip: str = ""


def card_rows(card: Card) -> tuple[OverviewRow, ...]:
    """Give the figures of a card."""
    return tuple(_card_row(line, card) for line in card.lines)


def kind_row(kind: FindingsOfKind) -> OverviewRow:
    """Give the row that counts one kind of findings; it leads to the first of them."""
    checks = ", ".join(kind.checks)
    return OverviewRow(
        words=kind.words,
        figure=checks,
        severity=kind.severity,
        code=kind.code,
        spoken=f"{kind.words}: {checks}",
    )


def remaining_row(each: Remaining, boxes: Mapping[str, Box]) -> OverviewRow:
    """Give the row of something that remains before printing.

    Args:
        each: It.
        boxes: The boxes of the form.
    """
    name = (
        "Changed since print" if each.id == CHANGED else f"{each.severity.capitalize()} {each.id}"
    )
    words = f"{_SIGNING if each.at_signing else ''}{each.words}"
    code = printed_code(each.code)
    where = f" Box {code}." if code else ""
    return OverviewRow(
        words=words,
        figure=code,
        heading=name,
        severity=each.severity,
        code=each.code if each.code in boxes else "",
        spoken=f"{name}: {words}{where}",
    )


def printed_code(code: str) -> str:
    """Give a code that the form prints; a box that it prints none at has only words."""
    return code if code.isdigit() else ""


def _card_row(line: CardLine, card: Card) -> OverviewRow:
    code = printed_code(line.code)
    below = "  ".join(words for words in (code, line.origin) if words)
    changed = line.shown_change.replace(" ", UNBROKEN)
    said = f"{line.words}, {line.shown}"
    if line.shown_change:
        said += f", change {line.shown_change}"
    return OverviewRow(
        words=line.words,
        figure=line.shown,
        below=below,
        change=changed,
        severity=card.state.severity if line.is_short else None,
        code=line.code if line.is_box else "",
        figure_code="" if line.is_box else line.code,
        spoken=f"{said}, {below}" if below else said,
        tip=line.remark,
    )
