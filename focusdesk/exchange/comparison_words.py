"""What a comparison's files say alike: headings of columns, what is shown, what is said of it."""

from focusdesk.filing.compare import ComparedMonth, Comparison, ComparisonRow, Pair
from focusdesk.filing.comparison_annex import ComparisonAnnex
from focusdesk.filing.explanations_due import CHECK


def column_heading(month: ComparedMonth) -> str:
    """Say over a month's column which month it is, which version, and if it is made up."""
    illustrative = " (illustrative)" if month.filing.illustrative else ""
    return f"{month.stem}{illustrative}"


def change_heading(comparison: Comparison, pair: Pair) -> str:
    """Say over the columns of a change between which months it is: ``2013-12 to 2014-01``."""
    earlier, later = (column_heading(comparison.months[place]) for place in pair)
    return f"{earlier} to {later}"


def statements(comparison: Comparison, annex: ComparisonAnnex | None) -> tuple[str, ...]:
    """Say which lines are shown, and of which changes the firm asks why."""
    shown = comparison.shown or "all lines"
    return (shown,) if annex is None else (shown, rule_sentence(annex))


def rule_sentence(annex: ComparisonAnnex) -> str:
    """Say of which changes the firm asks why."""
    return f"The firm asks why {annex.rule}: warning {CHECK} where nobody has said it"


def said_words(annex: ComparisonAnnex, row: ComparisonRow) -> str:
    """Say in one cell what is said of a line's changes, or that nothing is though it is asked."""
    return "; ".join(
        f"{each.months}{', the whole schedule' if each.subject.is_pool else ''}: {each.words}"
        for each in annex.of(row)
    )
