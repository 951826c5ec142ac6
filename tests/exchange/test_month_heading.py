import datetime as dt

import pytest

from focusdesk.exchange.month_heading import month_of_heading
from focusdesk.form.period import Period


@pytest.mark.parametrize(
    "heading",
    ["January 2014", "Jan 2014, illustrative", "JAN. 2014", "2014-01", "01/31/2014"],
)
def test_a_heading_names_its_month_as_people_do(heading: str) -> None:
    assert month_of_heading(heading) == Period(2014, 1)


def test_a_workbook_may_keep_it_as_a_date() -> None:
    assert month_of_heading(dt.date(2014, 1, 31)) == Period(2014, 1)


@pytest.mark.parametrize("heading", ["", "value", "Change", "Marble 2014", "2014", 2014, None])
def test_other_headings_name_no_month(heading: object) -> None:
    assert month_of_heading(heading) is None
