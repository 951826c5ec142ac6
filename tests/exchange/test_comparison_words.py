from focusdesk.exchange.comparison_words import (
    change_heading,
    column_heading,
    said_words,
    statements,
)
from focusdesk.filing.compare import ComparedMonth, compare
from focusdesk.filing.comparison_rows import RowFilter, filtered
from focusdesk.filing.filing import Filing
from focusdesk.form.period import Period
from tests.exchange.annexed import ANNEX, COMPARISON
from tests.exchange.filled_form import FORM


def test_a_column_says_which_month_and_what_is_made_up() -> None:
    plain = Filing(1, Period(2014, 1), FORM.id)
    other = Filing(2, Period(2013, 12), FORM.id, amendment=2, illustrative=True)
    assert column_heading(ComparedMonth(plain, FORM, {})) == "2014-01"
    assert column_heading(ComparedMonth(other, FORM, {})) == "2013-12 amendment 2 (illustrative)"


def test_over_a_change_stand_both_its_months() -> None:
    made_up = Filing(2, Period(2013, 12), FORM.id, illustrative=True)
    last = Filing(1, Period(2014, 1), FORM.id)
    months = [ComparedMonth(filing, FORM, {}) for filing in (made_up, made_up, last)]
    assert change_heading(compare(months), (0, 2)) == "2013-12 (illustrative) to 2014-01"


def test_what_is_shown_and_asked_is_said_in_full() -> None:
    assert statements(COMPARISON, None) == ("all lines",)
    totals = filtered(COMPARISON, RowFilter(totals=True))
    assert statements(totals, ANNEX) == (
        "totals only",
        "The firm asks why excess, target and capital boxes that moved by more than 1,000,000: "
        "warning P01 where nobody has said it",
    )


def test_a_cell_says_what_is_said_of_a_line_and_of_its_pool_or_that_nothing_is() -> None:
    rows = {row.code: row for row in compare(COMPARISON.months).rows}
    signed = "(ana, 2014-02-03 09:30 UTC)"
    months = "Jan 2014 against Dec 2013"
    assert said_words(ANNEX, rows["7070"]) == f"{months}: =two new clients, as agreed {signed}"
    assert said_words(ANNEX, rows["8600"]) == f"{months}, the whole schedule: margin {signed}"
    assert said_words(ANNEX, rows["7194"]) == f"{months}: Nobody has said why yet."
    assert said_words(ANNEX, rows["8610"]) == said_words(ANNEX, rows["7010"]) == ""
