import datetime as dt

import pytest

from focusdesk.filing.ground import Ground
from focusdesk.filing.own_dates import keep_own_dates, other_month, own_dates
from focusdesk.filing.paste_preview import PastePreview, preview_paste
from focusdesk.filing.paste_rows import RowState
from focusdesk.filing.placed_block import BlockReading, PlacedBlock, PlacedCell, Way
from focusdesk.form.box import Value
from focusdesk.form.period import Period
from tests.exchange.filled_form import FORM, with_values

JANUARY = Period(2014, 1)
HELD: dict[str, Value] = {
    "24": dt.date(2014, 1, 1),
    "25": dt.date(2014, 1, 31),
    "execution.date": dt.date(2014, 2, 26),
}
DECEMBER = {"24": "12/01/13", "25": "12/31/13", "execution.date": "01/27/14", "7010": "5"}


def _placed(cells: dict[str, str], way: Way = Way.BY_CODE, named: str = "") -> PlacedBlock:
    placed = tuple(PlacedCell(at, *cell) for at, cell in enumerate(cells.items(), start=1))
    block = PlacedBlock((BlockReading(way, "By code", placed),), ("Look.",))
    return keep_own_dates(block, FORM, JANUARY, named)


def _preview(cells: dict[str, str], named: str = "") -> PastePreview:
    return preview_paste(_placed(cells, named=named).readings[0], Ground(with_values(HELD)))


def _changed(preview: PastePreview) -> list[str]:
    return [change.code for change in preview.changes]


def test_the_dates_of_period_and_signing_are_a_months_own() -> None:
    assert own_dates(FORM) == ("24", "25", "execution.date")


def test_a_block_of_another_month_leaves_them_and_says_why_in_each_row() -> None:
    preview = _preview(DECEMBER)
    assert _changed(preview) == ["7010"]
    left = [row for row in preview.rows if row.state is RowState.LEFT_OUT]
    assert [row.code for row in left] == ["24", "25", "execution.date"]
    assert {row.sentence for row in left} == {
        "The month keeps its own dates, and this one is of December 2013."
    }


def test_a_row_that_was_left_out_of_itself_can_be_taken_in_and_left_out_again() -> None:
    preview = _preview(DECEMBER)
    taken = preview.with_again(preview.rows[1].key)
    assert _changed(taken) == ["25", "7010"]
    assert _changed(taken.without(preview.rows[1].key)) == ["7010"]


def test_a_date_that_it_cannot_read_does_not_stand_in_the_way_and_a_blank_blanks_nothing() -> None:
    preview = _preview({**DECEMBER, "24": "abc", "execution.date": ""})
    assert _changed(preview) == ["7010"]
    assert preview.is_ready


def test_what_the_month_holds_already_is_already_so() -> None:
    preview = _preview({**DECEMBER, "24": "01/01/14"})
    assert preview.rows[0].state is RowState.SAME


def test_a_block_of_the_same_month_brings_its_dates() -> None:
    cells = {"24": "01/02/14", "25": "01/31/14", "execution.date": "02/25/14"}
    assert _changed(_preview(cells)) == ["24", "execution.date"]


def test_the_month_that_a_file_names_goes_before_its_dates() -> None:
    assert _changed(_preview(DECEMBER, named="2014-01")) == list(DECEMBER)
    assert _changed(_preview({"execution.date": "01/27/14"}, named="2013-12")) == []


@pytest.mark.parametrize(
    ("named", "dates", "month"),
    [
        ("2013-12", {}, "December 2013"),
        ("winter", {}, '"winter"'),
        ("", {"25": dt.date(2013, 12, 31)}, "December 2013"),
        ("", {"24": dt.date(2014, 2, 1)}, "February 2014"),
        ("", {"24": dt.date(2013, 11, 1)}, ""),
        ("", {"execution.date": dt.date(2014, 2, 26)}, ""),
        ("", {}, ""),
    ],
)
def test_the_month_is_named_or_told_by_when_it_ends(
    named: str, dates: dict[str, Value], month: str
) -> None:
    assert other_month(named, dates, FORM, JANUARY) == month


def test_what_is_left_is_said_first() -> None:
    assert _placed(DECEMBER).remarks == (
        "The block is of December 2013 and goes into January 2014, which keeps its own dates "
        "(24, 25, execution.date).",
        "Look.",
    )
    assert _placed(DECEMBER, Way.FROM_FILE).remarks[0].startswith("The file is of December 2013")
    assert _placed({"7010": "5"}).remarks == ("Look.",)
