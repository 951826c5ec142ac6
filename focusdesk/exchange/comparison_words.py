"""What a comparison's files say alike: the columns' headings and how a percentage is rounded."""

from decimal import ROUND_HALF_UP, Decimal

from focusdesk.filing.compare import ComparedMonth


def column_heading(month: ComparedMonth) -> str:
    """Say over a month's column which month it is, which amendment, and if it is made up."""
    amendment = f" amendment {month.filing.amendment}" if month.filing.amendment else ""
    illustrative = " (illustrative)" if month.filing.illustrative else ""
    return f"{month.filing.period}{amendment}{illustrative}"


def percent_with_one_decimal(percent: Decimal) -> Decimal:
    """Round a percentage to one decimal, halves away from zero."""
    return percent.quantize(Decimal("0.1"), rounding=ROUND_HALF_UP)
