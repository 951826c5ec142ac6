"""What a comparison's files say alike: the headings of their columns."""

from focusdesk.filing.compare import ComparedMonth


def column_heading(month: ComparedMonth) -> str:
    """Say over a month's column which month it is, which version, and if it is made up."""
    illustrative = " (illustrative)" if month.filing.illustrative else ""
    return f"{month.stem}{illustrative}"
