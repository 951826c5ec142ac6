import pytest

from focusdesk.filing.block import MOST_CELLS, MOST_ROWS, Block, BlockRefused, rectangle


def test_rows_are_made_equally_long() -> None:
    assert rectangle([["a"], ["b", "c"], []]) == (("a", ""), ("b", "c"))


def test_blank_rows_and_columns_before_and_within_stay() -> None:
    rows = [["", ""], ["", "5"], [" ", "\t"], ["", "6", " "], ["", ""]]
    assert rectangle(rows) == (("", ""), ("", "5"), ("", ""), ("", "6"))


def test_nothing_but_blanks_is_nothing() -> None:
    assert rectangle([["", " "], []]) == ()
    assert Block(()).width == 0


def test_more_rows_than_any_form_are_refused() -> None:
    assert len(rectangle([["5"]] * MOST_ROWS)) == MOST_ROWS
    with pytest.raises(BlockRefused, match="no form has that many boxes"):
        rectangle([["5"]] * (MOST_ROWS + 1))


def test_a_long_row_does_not_make_all_others_as_long() -> None:
    side = 400
    with pytest.raises(BlockRefused, match=f"{MOST_CELLS:,} cells"):
        rectangle([["5"] * side, *[["5"]] * side])


def test_a_column_is_counted_from_nothing() -> None:
    assert Block((("a", "b"), ("c", "d"))).column(1) == ("b", "d")


def test_lines_can_be_taken_whole() -> None:
    parted = Block((("Fund", "500"),), lines=("Fund 500",))
    assert parted.as_lines() == Block((("Fund 500",),))
    cells = Block((("Fund", "500"),))
    assert cells.as_lines() is cells
