"""What a comparison's files say alike: the headings of their columns."""

from focusdesk.filing.compare import ComparedMonth


def column_heading(month: ComparedMonth) -> str:
    """Say over a month's column which month it is, which amendment, and if it is made up."""
    amendment = f" amendment {month.filing.amendment}" if month.filing.amendment else ""
    illustrative = " (illustrative)" if month.filing.illustrative else ""
    return f"{month.filing.period}{amendment}{illustrative}"
