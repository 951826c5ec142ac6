"""How the command line tells a month at a glance, in lines or as JSON."""

import datetime as dt
from collections.abc import Iterator

from focusdesk.filing.filing import Filing
from focusdesk.filing.overview import Overview, Remaining
from focusdesk.filing.overview_card import Card, CardLine

_INDENT = "  "


def overview_lines(filing: Filing, overview: Overview, due: str) -> Iterator[str]:
    """Tell a month at a glance: card by card, then what remains before printing.

    Args:
        filing: The month.
        overview: How it stands.
        due: When it is due, as a sentence.
    """
    since = f" Changes are since {overview.since}." if overview.since else ""
    yield f"{filing.title}, edition {filing.edition}. {due}{since}"
    for card in overview.cards:
        yield ""
        yield f"{card.name}: {card.state.value}"
        yield from _figures(card)
        yield from (f"{_INDENT}{sentence}" for sentence in card.headroom)
        yield from (f"{_INDENT}{each.code}: {each.origin}" for each in card.lines if each.origin)
    yield ""
    yield f"Findings: {overview.counted}."
    yield f"{overview.remaining_words}{':' if overview.remaining else '.'}"
    for each in overview.remaining:
        yield f"{_INDENT}{each.severity.value}  {each.id}  {each.code}  {_said(each)}"


def _figures(card: Card) -> Iterator[str]:
    rows = [(line.code, line.words, line.shown, *_change(line)) for line in card.lines]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for code, words, *figures in rows:
        cells = (
            text.rjust(width) for text, width in zip(figures, widths[2:], strict=True) if width
        )
        named = f"{code.ljust(widths[0])}  {words.ljust(widths[1])}"
        yield f"{_INDENT}{named}  {'  '.join(cells)}".rstrip()


def _change(line: CardLine) -> tuple[str, str]:
    dollars, _, percent = line.shown_change.partition("  ")
    return dollars, percent


def _said(each: Remaining) -> str:
    return f"(asked of the signature copy) {each.words}" if each.at_signing else each.words


def overview_entries(filing: Filing, overview: Overview, due: dt.date | None) -> dict[str, object]:
    """Give it as JSON has it; a percentage is no amount, and may be a float there.

    Args:
        filing: The month.
        overview: How it stands.
        due: When it is due; `None` where no calendar knows.
    """
    return {
        "period": str(filing.period),
        "amendment": filing.amendment,
        "edition": filing.edition,
        "status": filing.status.value,
        "due": due and due.isoformat(),
        "since": overview.since or None,
        "cards": [_card_entry(card) for card in overview.cards],
        "findings": {each.kind.value: len(each.listed) for each in overview.kinds},
        "at_signing": [each.finding.id for each in overview.at_signing],
        "remaining": [
            {
                "id": each.id,
                "severity": each.severity.value,
                "code": each.code or None,
                "message": each.words,
                "at_signing": each.at_signing,
            }
            for each in overview.remaining
        ],
    }


def _card_entry(card: Card) -> dict[str, object]:
    return {
        "schedule": card.schedule,
        "name": card.name,
        "state": card.state.value,
        "lines": [
            {
                "code": line.code,
                "label": line.words,
                "value": line.value,
                "change": line.change.change if line.change else None,
                "percent": _percent(line),
                "remark": line.remark or None,
                "source": line.origin or None,
            }
            for line in card.lines
        ],
        "before_target": card.before_target,
        "before_zero": card.before_zero,
        "headroom": list(card.headroom),
    }


def _percent(line: CardLine) -> float | None:
    percent = line.change.percent if line.change else None
    return None if percent is None else float(round(percent, 4))
