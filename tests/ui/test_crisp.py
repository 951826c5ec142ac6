import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter

from focusdesk.ui.crisp import crisp_frame, crisp_pen
from focusdesk.ui.zoom import STEPS

RED, WHITE = QColor("#ff0000"), QColor("#ffffff")


@pytest.mark.parametrize("percent", STEPS)
def test_a_frame_has_its_full_colour_on_every_side_at_every_size(percent: int) -> None:
    image = QImage(300, 200, QImage.Format.Format_RGB32)
    image.fill(WHITE)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(7, 3)
    painter.scale(percent / 100, percent / 100)
    painter.setPen(crisp_pen(painter, RED))
    painter.drawRect(crisp_frame(painter, QRect(5, 11, 111, 22)))
    painter.end()
    across = [image.pixelColor(60, y) for y in range(200)]
    down = [image.pixelColor(x, round(3 + 22 * percent / 100)) for x in range(300)]
    for line in (across, down):
        assert {colour.name() for colour in line} == {RED.name(), WHITE.name()}
        assert line.count(RED) == 2 * max(1, int(percent / 100 + 0.5))
