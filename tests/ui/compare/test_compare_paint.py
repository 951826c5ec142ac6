from PySide6.QtWidgets import QApplication

from focusdesk.form.edition import Edition
from focusdesk.ui.compare.compare_paint import (
    ROW_HEIGHT,
    font_of,
    height_of,
    left_margin,
    words_height,
)
from focusdesk.ui.compare.compare_rows import ShownRow, shown_rows
from tests.ui.window_words import side_by_side


def _row(editions: dict[str, Edition], code: str) -> ShownRow:
    rows = shown_rows(side_by_side(editions["2014-01"], {}, {}))
    return next(row for row in rows if row.row and row.row.code == code)


def test_computed_boxes_are_bold(light: QApplication, editions: dict[str, Edition]) -> None:
    del light
    assert font_of(_row(editions, "7190")).bold()
    assert not font_of(_row(editions, "7070")).bold()


def test_a_long_line_is_wrapped_and_never_cut(
    light: QApplication, editions: dict[str, Edition]
) -> None:
    del light
    long = _row(editions, "7198")
    assert height_of(_row(editions, "7070"), 300) == ROW_HEIGHT
    assert height_of(long, 300) > ROW_HEIGHT
    assert height_of(long, 140) > height_of(long, 300)


def test_parts_of_a_line_stand_to_the_right_of_it(editions: dict[str, Edition]) -> None:
    assert left_margin(_row(editions, "7070")) > left_margin(_row(editions, "7190"))


def test_the_words_of_a_text_box_are_wrapped_too(light: QApplication) -> None:
    del light
    assert words_height("HARRIS TRUST AND SAVINGS BANK OF CHICAGO", 100) > words_height("A", 100)
