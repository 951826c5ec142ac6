import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter

from focusdesk.ui.look.crisp import crisp_frame, crisp_pen
from focusdesk.ui.look.zoom import STEPS

RED, WHITE = QColor("#ff0000"), QColor("#ffffff")


@pytest.mark.parametrize("ratio", [1, 2])
@pytest.mark.parametrize("percent", STEPS)
def test_a_frame_has_its_full_colour_on_every_side_at_every_size(percent: int, ratio: int) -> None:
    image = QImage(600, 400, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(WHITE)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(7, 3)
    painter.scale(percent / 100, percent / 100)
    painter.setPen(crisp_pen(painter, RED))
    painter.drawRect(crisp_frame(painter, QRect(5, 11, 111, 22)))
    painter.end()
    size = ratio * percent / 100
    across = [image.pixelColor(60 * ratio, y) for y in range(400)]
    down = [image.pixelColor(x, round(3 * ratio + 22 * size)) for x in range(600)]
    for line in (across, down):
        assert {colour.name() for colour in line} == {RED.name(), WHITE.name()}
        assert line.count(RED) == 2 * max(1, int(size + 0.5))
