"""What is written at a figure of a trend, and how its columns are called."""

from focusdesk.filing.trend import Trend, TrendLine

_LONGEST = 30
_CURRENT = "\N{BLACK RIGHT-POINTING SMALL TRIANGLE}"


def callout_words(trend: Trend, panel: int, line: int, month: int) -> str:
    """Write the figures of a panel in one month, the line that is meant with a mark before it.

    Args:
        trend: The months as lines.
        panel: The place of the panel.
        line: The place of the line within it.
        month: The place of the month.
    """
    shown = trend.months[month]
    made_up = ", illustrative" if shown.filing.illustrative else ""
    lines = trend.panels[panel].lines
    words = [f"{lines[0].row.schedule_title}, {shown.heading}{made_up}"]
    for at, each in enumerate(lines):
        mark = _CURRENT if at == line and len(lines) > 1 else ""
        below = "  below zero" if month in each.below_zero else ""
        words.append(f"{mark} {each.code} {each.name}: {each.shown(month)}{below}".strip())
    return "\n".join(words)


def column_words(line: TrendLine) -> str:
    """Name a column of the table: the schedule, the code, what the line is."""
    name = line.name
    if len(name) > _LONGEST:
        name = name[:_LONGEST].rstrip() + "\N{HORIZONTAL ELLIPSIS}"
    return f"{line.row.schedule_title}\n{line.code} {name}"


def full_column_words(line: TrendLine) -> str:
    """Name it in full, in one line."""
    return f"{line.row.schedule_title}, {line.code} {line.name}"
