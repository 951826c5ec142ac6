from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication

from focusdesk.form.box import Value
from focusdesk.form.edition import Edition
from focusdesk.ui.compare.compare_columns import ColumnKind
from focusdesk.ui.compare.compare_measure import (
    RowRoom,
    code_width,
    heading_width,
    least_widths,
    row_height,
)
from focusdesk.ui.compare.compare_model import CompareModel
from focusdesk.ui.compare.compare_paint import MOST_LINES, ROW_HEIGHT
from focusdesk.ui.look.theme import text_font
from tests.ui.window_words import side_by_side

ROOMY = RowRoom(line=900, month=400, remark=400)


def _model(editions: dict[str, Edition], *months: dict[str, Value]) -> CompareModel:
    return CompareModel(side_by_side(editions["2014-01"], *months))


def _row(model: CompareModel, code: str) -> int:
    return next(at for at, each in enumerate(model.rows) if each.row and each.row.code == code)


def test_every_text_of_a_line_fits_its_column(
    light: QApplication, editions: dict[str, Edition]
) -> None:
    del light
    model = _model(editions, {"7070": -1_234_567_890_123}, {"7070": 1_234_567_890_123, "7080": 1})
    bold = QFontMetrics(text_font(bold=True))
    for column, width in least_widths(model).items():
        assert width >= heading_width(model.heading(column))
        if model.columns[column].kind is not ColumnKind.SAID:
            texts = (model.index(row, column).data() or "" for row in range(model.rowCount()))
            assert width > max(bold.horizontalAdvance(text) for text in texts)


def test_the_codes_have_the_room_of_the_longest(
    light: QApplication, editions: dict[str, Edition]
) -> None:
    del light
    model = _model(editions, {}, {})
    assert code_width(model) > code_width(CompareModel(model.comparison.showing((), "none")))


def test_a_long_remark_makes_its_row_higher(
    light: QApplication, editions: dict[str, Edition]
) -> None:
    del light
    model = _model(editions, {"7070": 5}, {"7070": -5})
    at = _row(model, "7070")
    assert row_height(model, at, ROOMY) == ROW_HEIGHT
    assert row_height(model, at, RowRoom(line=900, month=400, remark=110)) > ROW_HEIGHT


def test_a_long_word_of_a_month_makes_its_row_higher(
    light: QApplication, editions: dict[str, Edition]
) -> None:
    del light
    model = _model(editions, {"13": "A FIRM WITH A LONG NAME THAT IS WRAPPED"}, {})
    at = _row(model, "13")
    assert row_height(model, at, RowRoom(line=900, month=90, remark=400)) > row_height(
        model, at, ROOMY
    )


def test_of_a_long_text_a_row_has_room_for_three_lines(
    light: QApplication, editions: dict[str, Edition]
) -> None:
    del light
    room = RowRoom(line=900, month=120, remark=400)
    three = QFontMetrics(text_font()).lineSpacing() * MOST_LINES
    model = _model(editions, {"7150.describe": "a note that goes on and on " * 20}, {})
    assert three <= row_height(model, _row(model, "7150.describe"), room) <= three + ROW_HEIGHT
