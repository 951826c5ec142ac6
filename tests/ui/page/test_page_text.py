import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QFontMetrics, QImage, QPainter
from PySide6.QtWidgets import QApplication

from focusdesk.ui.look.theme import text_font
from focusdesk.ui.page.page_text import areas_of, draw_figure, draw_text, text_height

AREA = QRect(0, 0, 120, 24)


def drawn(text: str, *, figure: bool, area: QRect = AREA) -> QImage:
    image = QImage(area.width() + 40, area.height() + 40, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.setFont(text_font())
    if figure:
        draw_figure(painter, area, text, 11)
    else:
        draw_text(painter, area, text)
    painter.end()
    return image


def inked_columns(image: QImage) -> list[int]:
    white = QColor("white").rgb()
    across, down = range(image.width()), range(image.height())
    return [x for x in across if any(image.pixel(x, y) != white for y in down)]


@pytest.mark.usefixtures("light")
def test_a_text_takes_a_line_more_each_time_the_width_runs_out() -> None:
    font = text_font()
    words = "Securities held for particular customers in lieu of cash"
    one = text_height(words, font, 1000)
    assert one == text_height("X", font, 1000)
    assert text_height(words, font, 200) == 2 * one
    assert text_height("one\ntwo", font, 1000) == 2 * one


@pytest.mark.usefixtures("light")
def test_a_word_that_is_too_long_is_broken_rather_than_cut() -> None:
    font = text_font()
    assert text_height("W" * 60, font, 120) > 3 * text_height("W", font, 120)
    assert max(inked_columns(drawn("W" * 60, figure=False, area=QRect(0, 0, 120, 200)))) < 121


@pytest.mark.usefixtures("light")
def test_figures_stand_on_their_last_digit_and_a_parenthesis_hangs_beside_it() -> None:
    plain, negative = (drawn(text, figure=True) for text in ("1,111", "(1,111)"))
    last = AREA.right() + 1 - 11
    assert max(inked_columns(plain)) < last
    assert max(inked_columns(negative)) > last
    width = QFontMetrics(text_font()).horizontalAdvance("111")
    for x in range(last - width, last):
        assert [plain.pixel(x, y) for y in range(24)] == [negative.pixel(x, y) for y in range(24)]


@pytest.mark.usefixtures("light")
def test_a_figure_that_is_too_wide_is_condensed_and_not_cut() -> None:
    wide = drawn("9,223,372,036,854,775,807", figure=True)
    assert min(inked_columns(wide)) >= 0
    assert max(inked_columns(wide)) < AREA.width()
    assert len(inked_columns(wide)) > 60


def test_the_fixture_sets_the_typeface(light: QApplication) -> None:
    assert QFontMetrics(light.font()).height() == QFontMetrics(text_font()).height()


def test_a_part_of_a_text_is_found_where_it_was_drawn(light: QApplication) -> None:
    del light
    (first,) = areas_of("Excess funds in segregation", "EXCESS", text_font(), AREA)
    assert first.left() == AREA.left()
    (later,) = areas_of("Excess funds in segregation", "segregation", text_font(), AREA)
    assert later.top() > first.top(), "it stands on the second line"
    assert later.right() <= AREA.right()


def test_a_part_that_runs_over_a_line_break_is_found_on_both_lines(light: QApplication) -> None:
    del light
    areas = areas_of("Funds in\nsegregation", "in segregation", text_font(), AREA)
    assert [area.top() for area in areas] == sorted({area.top() for area in areas})
    assert len(areas) == 2


def test_what_is_not_in_a_text_is_nowhere_in_it(light: QApplication) -> None:
    del light
    assert areas_of("Excess", "deficiency", text_font(), AREA) == []
    assert areas_of("Excess", " ", text_font(), AREA) == []
