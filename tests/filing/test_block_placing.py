from focusdesk.filing.block import Block
from focusdesk.filing.block_placing import place_block
from focusdesk.filing.placed_block import PlacedBlock, Way
from tests.exchange.filled_form import with_values
from tests.filing.pages import block, page_of


def _place(sheet: Block, at_code: str = "7010") -> PlacedBlock:
    return place_block(sheet, with_values({}), page_of(at_code), at_code)


def _ways(sheet: Block, at_code: str = "7010") -> list[Way]:
    return [reading.way for reading in _place(sheet, at_code).readings]


def test_codes_go_to_their_boxes_on_any_page() -> None:
    placed = _place(block("8500|5\n7010|6"), "7415")
    assert [reading.way for reading in placed.readings] == [Way.BY_CODE]
    assert [cell.code for cell in placed.readings[0].cells] == ["8500", "7010"]


def test_figures_go_down_the_page() -> None:
    assert set(_ways(block("5\n6"))) == {Way.BY_POSITION}


def test_short_codes_that_may_be_figures_are_offered_both_ways() -> None:
    assert _ways(block("13|ACME\n14|8-41562\n15|abc"), "13")[0] is Way.BY_CODE
    assert Way.BY_POSITION in _ways(block("13|ACME\n14|8-41562\n15|abc"))


def test_figures_that_may_be_short_codes_go_down_the_page() -> None:
    assert set(_ways(block("20|13\n25|14"), "7047")) == {Way.BY_POSITION}


def test_a_day_is_no_code_and_figure() -> None:
    day = Block((("Jan", "31", "2014"),), lines=("Jan 31 2014",))
    assert _ways(day, "25") == [Way.BY_POSITION]


def test_an_address_is_no_code_and_value() -> None:
    address = Block((("7010", "Main Street"),), lines=("7010 Main Street",))
    first = _place(address, "20").readings[0]
    assert [(cell.code, cell.text) for cell in first.cells] == [("20", "7010 Main Street")]


def test_no_figure_moves_up_because_the_page_ends_below() -> None:
    first, *others = _place(block("1\n\n2"), "7194").readings
    assert not first.closes_up
    assert all(reading.closes_up for reading in others[-1:])


def test_what_was_said_of_the_block_is_still_said() -> None:
    assert _place(Block((("5",),), remarks=("Look.",))).remarks == ("Look.",)
