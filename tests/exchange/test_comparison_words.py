from focusdesk.exchange.comparison_words import column_heading
from focusdesk.filing.compare import ComparedMonth
from focusdesk.filing.filing import Filing
from focusdesk.form.period import Period
from tests.exchange.filled_form import FORM


def test_a_column_says_which_month_and_what_is_made_up() -> None:
    plain = Filing(1, Period(2014, 1), FORM.id)
    other = Filing(2, Period(2013, 12), FORM.id, amendment=2, illustrative=True)
    assert column_heading(ComparedMonth(plain, FORM, {})) == "2014-01"
    assert column_heading(ComparedMonth(other, FORM, {})) == "2013-12 amendment 2 (illustrative)"
