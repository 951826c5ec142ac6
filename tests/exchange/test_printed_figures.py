"""The figures that a print carries, read as the boxes of its edition."""

import datetime as dt

import pytest

from focusdesk.exchange.printed_figures import PrintedFigures
from focusdesk.exchange.printed_pdf import DamagedPdf, PrintInside
from focusdesk.filing.fingerprint import filing_json
from focusdesk.form.period import Period
from tests.exchange.filled_form import FORM, JANUARY, with_values


def figures(content: bytes, place: str = "") -> PrintedFigures:
    return PrintedFigures.of(PrintInside(place, content, None), "a.pdf")


def test_every_box_is_read_as_it_was() -> None:
    values = with_values(
        {"7010": -5, "7510": "=A&B", "25": dt.date(2014, 1, 31), "16": True, "7080": 0}
    ).values()
    read = figures(filing_json(JANUARY, values))
    assert (read.period, read.edition, read.amendment) == (Period(2014, 1), FORM.id, 0)
    assert read.values(FORM) == values


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[]",
        b'{"values": {}}',
        b'{"period": "2014-01", "values": {}}',
        b'{"period": "2014-01", "amendment": true, "values": {}}',
        b'{"period": "2014", "amendment": 0, "values": {}}',
    ],
)
def test_a_file_that_does_not_say_of_what_it_is_is_damaged(content: bytes) -> None:
    with pytest.raises(DamagedPdf, match=r"2014-01/filing\.json in a\.pdf"):
        figures(content, "2014-01/")


@pytest.mark.parametrize("values", ['{"9999": 5}', '{"7010": "x"}', '{"7010": 1, "7010": 1}'])
def test_a_value_that_its_box_cannot_hold_is_damage(values: str) -> None:
    content = f'{{"period": "2014-01", "amendment": 0, "values": {values}}}'
    with pytest.raises(DamagedPdf, match=r"filing\.json in a\.pdf, (9999|7010): "):
        figures(content.encode()).values(FORM)
