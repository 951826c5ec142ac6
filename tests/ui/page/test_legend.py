from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from focusdesk.ui.look.theme import THEMES, apply_theme, theme_named
from focusdesk.ui.page.box_painter import BoxPainter
from focusdesk.ui.page.legend import SAMPLE_WIDTH, SAMPLES, Legend, Sample
from tests.ui.window_words import copied, open_window


def drawn(sample: Sample, theme: str) -> bytes:
    image = QImage(SAMPLE_WIDTH, 36, QImage.Format.Format_RGB32)
    painter, boxes = QPainter(image), BoxPainter()
    boxes.theme = theme_named(theme)
    image.fill(boxes.theme.paper)
    cell = QRect(0, 0, SAMPLE_WIDTH, 36)
    boxes.paint(painter, cell, sample.box, sample.held, sample.look)
    painter.end()
    return bytes(image.constBits())


@pytest.mark.usefixtures("light")
@pytest.mark.parametrize("theme", THEMES)
def test_no_two_states_look_alike(theme: str) -> None:
    assert len({drawn(sample, theme) for sample in SAMPLES}) == len(SAMPLES)


@pytest.mark.usefixtures("light")
def test_states_differ_without_colour() -> None:
    def grey(sample: Sample) -> bytes:
        pixels = QImage(drawn(sample, "light"), SAMPLE_WIDTH, 36, QImage.Format.Format_RGB32)
        return bytes(pixels.convertToFormat(QImage.Format.Format_Grayscale8).constBits())

    marked = [sample for sample in SAMPLES if not (sample.held.lit or sample.look.refused)]
    assert len({grey(sample) for sample in marked}) == len(marked)


def test_the_help_menu_shows_the_legend_in_every_theme(
    light: QApplication, qtbot: QtBot, two_months: Path, tmp_path: Path
) -> None:
    window = open_window(qtbot, tmp_path, copied(two_months, tmp_path))
    window.do("legend")
    legend = window.frame.findChild(Legend)
    assert legend is not None
    assert [legend.list.item(at).text() for at in range(legend.list.count())] == [
        sample.words for sample in SAMPLES
    ]
    for name in THEMES:
        apply_theme(light, theme_named(name))
        colours = {legend.grab().toImage().pixelColor(x, 80).name() for x in range(legend.width())}
        assert theme_named(name).ink.name() in colours or len(colours) > 1
    apply_theme(light, theme_named("light"))
    QTest.keyClick(legend.list, Qt.Key.Key_End)
    assert legend.list.currentRow() == len(SAMPLES) - 1
    QTest.keyClick(legend.list, Qt.Key.Key_Escape)
    assert not legend.isVisible()
