import pytest

from focusdesk.filing.block import Block
from focusdesk.filing.block_by_position import MOST_READINGS, readings_by_position
from focusdesk.filing.placed_block import BlockReading, Way
from tests.exchange.filled_form import FORM, with_values
from tests.filing.pages import FIGURES, INNER, OUTER, block, mirrored, page_of


def _readings(sheet: Block, at_code: str) -> tuple[BlockReading, ...]:
    return readings_by_position(sheet, with_values({}), page_of(at_code), at_code)


def _placed(sheet: Block, at_code: str) -> list[str]:
    return [cell.code for cell in _readings(sheet, at_code)[0].cells if cell.text]


def _all_right(reading: BlockReading) -> bool:
    return all(
        cell.text.replace(",", "") == str(FIGURES[cell.code]) for cell in reading.cells if cell.text
    )


def _without_blank_rows(sheet: Block) -> Block:
    return Block(tuple(row for row in sheet.rows if any(row)))


SHEETS = [("7010", (OUTER,)), ("7010", (INNER, OUTER)), ("7500", (INNER, OUTER))]


@pytest.mark.parametrize(("code", "columns"), SHEETS)
def test_a_sheet_that_mirrors_the_page_meets_every_box(code: str, columns: tuple[str, ...]) -> None:
    sheet = mirrored(code, *columns)
    best = _readings(sheet, code)[0]
    assert _all_right(best)
    assert sum(bool(cell.text) for cell in best.cells) == sum(map(bool, sum(sheet.rows, ())))


def test_a_sheet_of_steps_meets_every_box() -> None:
    assert _all_right(_readings(mirrored("7415", INNER, "middle", OUTER), "7415")[0])


@pytest.mark.parametrize(("code", "columns"), SHEETS)
def test_a_sheet_without_the_captions_meets_every_box(code: str, columns: tuple[str, ...]) -> None:
    assert _all_right(_readings(_without_blank_rows(mirrored(code, *columns)), code)[0])


@pytest.mark.parametrize("code", ["7010", "7500", "8500", "7210"])
def test_a_column_of_the_figures_to_be_entered_meets_them(code: str) -> None:
    rows = (box for row in page_of(code) for _, box in row)
    entered = [box.code for box in rows if box.kind.value == "amount" and not box.is_computed]
    column = Block(tuple((str(FIGURES[each]),) for each in entered[entered.index(code) :]))
    assert _all_right(_readings(column, code)[0])


def test_a_column_of_all_figures_in_reading_order_meets_them() -> None:
    boxes = [box.code for row in page_of("7010") for _, box in row if box.kind.value == "amount"]
    assert _all_right(_readings(Block(tuple((str(FIGURES[code]),) for code in boxes)), "7010")[0])


def test_labels_numbers_of_lines_and_remarks_are_for_no_box() -> None:
    sheet = mirrored("7010", OUTER)
    rows = [
        (f"{number}." if number % 2 else "A.", f"Line {number}", *row, "checked")
        for number, row in enumerate(sheet.rows)
    ]
    best = _readings(Block(tuple(rows)), "7010")[0]
    assert _all_right(best)
    assert not any(cell.refusal for cell in best.cells)


def test_a_few_figures_go_down_the_page() -> None:
    assert _placed(block("1\n2\n3"), "7010") == ["7010", "7020", "7030"]
    assert _placed(block("1\n2\n\n3\n4"), "7020") == ["7020", "7030", "7032", "7033"]


def test_figures_that_fill_no_caption_skip_it() -> None:
    assert _placed(block("1\n2\n3\n4\n5"), "7010") == ["7010", "7020", "7030", "7032", "7033"]


def test_a_blank_cell_of_a_column_keeps_its_place_as_in_a_spreadsheet() -> None:
    sheet = block("100\n\n300\n400")
    assert _placed(sheet, "7010") == ["7010", "7030", "7032"]
    kept, *others = _readings(sheet, "7010")
    assert not kept.closes_up
    assert [cell.code for cell in others[-1].cells] == ["7010", "7020", "7030"]
    assert others[-1].closes_up


def test_a_blank_cell_beside_labels_keeps_its_place_but_not_one_under_a_heading() -> None:
    assert _placed(block("Cash|1\nSecurities|\nValue|3"), "7010") == ["7010", "7030"]
    assert _placed(block("Assets|\nCash|1\nSecurities|2"), "7010") == ["7010", "7020"]


def test_gaps_are_passed_over_where_a_total_bears_it_out() -> None:
    sheet = block("1\n\n2\n\n3\n4\n5\n\n5")
    assert _placed(sheet, "7010") == ["7010", "7020", "7030", "7032", "7033", "7040"]
    assert not _readings(sheet, "7010")[0].closes_up


@pytest.mark.parametrize("odd", ["#N/A", "#REF!", "####", "1.5E+06", "=7010", "abc", "n/a"])
def test_what_is_no_figure_stays_where_a_figure_is_expected(odd: str) -> None:
    for sheet in (f"100\n{odd}\n300", f"Cash|100\nSecurities|{odd}\nRetained|300"):
        cells = {cell.code: cell.text for cell in _readings(block(sheet), "7010")[0].cells}
        assert cells == {"7010": "100", "7020": odd, "7030": "300"}


def test_a_column_of_mostly_errors_is_no_column_of_labels() -> None:
    sheet = block("Cash|100\nSecurities|#N/A\nRetained|#N/A\nOptions|#REF!")
    cells = {cell.code: cell.text for cell in _readings(sheet, "7010")[0].cells}
    assert (cells["7010"], cells["7020"], cells["7030"]) == ("100", "#N/A", "#N/A")


def test_where_a_total_may_be_meant_or_not_both_readings_are_offered() -> None:
    readings = _readings(block("1\n2\n3\n4\n5\n6"), "7010")
    last = [reading.cells[-1].code for reading in readings]
    assert last[0] == "7045"
    assert "7040" in last
    assert len(readings) <= MOST_READINGS
    assert {reading.way for reading in readings} == {Way.BY_POSITION}
    assert len({reading.words for reading in readings}) == len(readings)


def test_a_total_that_comes_out_as_stated_settles_it() -> None:
    readings = _readings(block("1\n2\n3\n4\n5\n5"), "7010")
    assert [reading.cells[-1].code for reading in readings] == ["7040"]


def test_one_figure_is_for_the_current_box_be_it_computed() -> None:
    assert _placed(block("5"), "7010") == ["7010"]
    assert _placed(block("5"), "7040") == ["7040"]


def test_words_go_into_boxes_of_words() -> None:
    assert _placed(block("Checks|5"), "7150.describe") == ["7150.describe", "7150"]
    assert _placed(block("A Bank\nB Bank"), "7510") == ["7510", "7550"]
    assert _placed(block("ACME\n8-41562\n123"), "13") == ["13", "14", "15"]


def test_a_name_that_ends_in_a_figure_is_one_name() -> None:
    name = Block((("Fund", "500"),), lines=("Fund 500",))
    assert [cell.text for cell in _readings(name, "7510")[0].cells] == ["Fund 500"]


def test_a_line_of_writing_gives_an_amount_box_its_figure() -> None:
    line = Block((("Cash", "500"),), lines=("Cash 500",))
    assert [cell.text for cell in _readings(line, "7010")[0].cells] == ["500"]


def test_rows_beyond_the_page_are_refused_by_name() -> None:
    cells = _readings(block("1\n2\n3"), "7194")[0].cells
    assert cells[-1].refusal == "The page ends before this row."
    assert (cells[-1].row, cells[-1].text) == (3, "3")


def test_the_facts_under_the_page_can_be_reached() -> None:
    assert _placed(block("no\nyes"), "firm.retail_forex") == [
        "firm.retail_forex",
        "firm.swap_dealer",
    ]


def test_a_box_of_another_page_is_no_place_to_begin() -> None:
    with pytest.raises(KeyError):
        readings_by_position(block("5"), with_values({}), page_of("7010"), "8500")


def test_amounts_that_overflow_totals_are_weighed_all_the_same() -> None:
    most = str(2**63 - 1)
    assert _placed(block(f"{most}\n{most}"), "7010") == ["7010", "7020"]


def test_every_box_of_the_form_is_a_place_to_begin() -> None:
    for code in FORM.boxes:
        assert _placed(block("5"), code) == [code]
