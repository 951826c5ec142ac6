import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from focusdesk.form.edition import Edition
from focusdesk.ui.compare.compare_model import CompareModel
from focusdesk.ui.compare.compare_paint import (
    ROW_HEIGHT,
    font_of,
    height_of,
    left_margin,
    newest_ground,
    words_height,
)
from focusdesk.ui.compare.compare_rows import ShownRow, shown_rows
from focusdesk.ui.compare.compare_view import CompareView
from focusdesk.ui.look.theme import contrast, theme_named
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


def test_the_newest_month_stands_on_a_light_tint_and_its_totals_on_theirs(
    light: QApplication, qtbot: QtBot, editions: dict[str, Edition]
) -> None:
    del light
    model = CompareModel(side_by_side(editions["2014-01"], {}, {}))
    view = CompareView(model)
    qtbot.addWidget(view)
    view.resize(1200, 600)
    view.show()
    picture = view.months.viewport().grab().toImage()
    theme = theme_named("light")
    rows = [at for at, row in enumerate(model.rows) if row.row is not None and not row.row.computed]

    def ground(row: int, column: int) -> QColor:
        corner = view.months.visualRect(model.index(row, column)).topLeft()
        return picture.pixelColor(corner.x() + 2, corner.y() + 2)

    assert ground(rows[0], 2) == theme.paper
    assert ground(rows[0], 3) == newest_ground(theme.paper, theme) == QColor("#f3f7fc")
    assert newest_ground(theme.calculated, theme) != theme.calculated


@pytest.mark.parametrize("name", ["light", "dark", "high_contrast"])
def test_all_can_be_read_on_the_tint(name: str) -> None:
    theme = theme_named(name)
    for ground in (theme.paper, theme.calculated):
        tint = newest_ground(ground, theme)
        for ink in (theme.ink, theme.soft, theme.warning, theme.good):
            assert contrast(ink, tint) >= 4.5
