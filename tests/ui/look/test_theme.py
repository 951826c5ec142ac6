import pytest
from PySide6.QtGui import QColor, QFontDatabase, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication

from focusdesk.ui.look.theme import (
    FAMILY,
    THEMES,
    FontMissing,
    Theme,
    apply_theme,
    contrast,
    load_fonts,
    palette_of,
    system_theme,
    text_font,
    theme_named,
    theme_of,
)


def test_contrast_is_that_of_wcag() -> None:
    black, white = QColor("#000000"), QColor("#ffffff")
    assert contrast(black, white) == pytest.approx(21.0)
    assert contrast(white, black) == pytest.approx(21.0)
    assert contrast(QColor("#767676"), white) == pytest.approx(4.54, abs=0.01)
    assert contrast(white, white) == pytest.approx(1.0)


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_a_palette_tells_which_theme_it_is(theme: Theme) -> None:
    assert theme_of(palette_of(theme)) is theme


def test_an_unknown_palette_or_name_is_drawn_light() -> None:
    assert theme_of(QPalette(QColor("#123456"))) is theme_named("light")
    assert theme_named("sepia") is theme_named("light")


def test_a_theme_is_applied_to_the_whole_program(light: QApplication) -> None:
    apply_theme(light, theme_named("dark"))
    try:
        assert theme_of(light.palette()).name == "dark"
        assert light.style().objectName().casefold() in {"fusion", ""}
        assert theme_named("dark").raised.name() in light.styleSheet()
    finally:
        apply_theme(light, theme_named("light"))


def test_the_typeface_is_the_one_that_ships_with_the_program(light: QApplication) -> None:
    del light
    assert FAMILY in QFontDatabase.families()
    assert QFontInfo(text_font(13, bold=True)).family() == FAMILY


def test_a_missing_face_stops_the_start_with_a_sentence(
    light: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    del light
    monkeypatch.setattr("focusdesk.ui.look.theme._FACES", ("Regular", "Wide"))
    with pytest.raises(FontMissing, match=r"LiberationSans-Wide\.ttf is missing"):
        load_fonts()


def test_a_system_that_says_nothing_gets_the_light_theme(light: QApplication) -> None:
    assert system_theme(light) == "light"
