"""December and January side by side, with one line and one pool explained and one line not."""

import datetime as dt

from focusdesk.filing.compare import ComparedMonth, compare
from focusdesk.filing.comparison_annex import annex_of
from focusdesk.filing.explanation import Explanation, Explanations, line, pool
from focusdesk.filing.filing import Filing
from focusdesk.filing.thresholds import Thresholds, parse_threshold
from focusdesk.form.period import Period
from tests.exchange.filled_form import FORM, JANUARY, with_values

MONTHS = (
    ComparedMonth(
        Filing(99, Period(2013, 12), FORM.id),
        FORM,
        with_values({"7070": 5_000_000, "7194": 1_000_000, "8600": 1}).values(),
    ),
    ComparedMonth(
        JANUARY,
        FORM,
        with_values({"7070": 9_000_000, "7194": 3_000_000, "8600": 8_000_000}).values(),
    ),
)
COMPARISON = compare(MONTHS)
WRITTEN = dt.datetime(2014, 2, 3, 9, 30, tzinfo=dt.UTC)
SAID = Explanations(
    (
        Explanation(line("7070"), "=two new clients,\nas agreed", Period(2013, 12), "ana", WRITTEN),
        Explanation(pool("cleared_swaps"), "margin", Period(2013, 12), "ana", WRITTEN),
    )
)
ANNEX = annex_of(COMPARISON, {JANUARY.id: SAID}, Thresholds(parse_threshold("1m")))
