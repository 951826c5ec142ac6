from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF
from PySide6.QtGui import QImage, QPainter

from focusdesk.calc.checks import Severity
from focusdesk.ui.look.mark_shapes import (
    CLIP_WIDTH,
    MARK_SIZE,
    ORIGIN_SIZE,
    paint_carried,
    paint_clip,
    paint_dot,
    paint_finding,
    paint_from_schedule,
    paint_overridden,
    paint_typed,
)
from focusdesk.ui.look.theme import theme_named

SIDE = MARK_SIZE + 3


def drawn(paint: Callable[[QPainter], None]) -> QImage:
    """Draw on a small paper without any colour but black."""
    image = QImage(SIDE, SIDE, QImage.Format.Format_Mono)
    image.fill(1)
    painter = QPainter(image)
    paint(painter)
    painter.end()
    return image


def width(image: QImage) -> int:
    inked = [x for x in range(SIDE) for y in range(SIDE) if image.pixelIndex(x, y) == 0]
    return max(inked) - min(inked) + 1


@pytest.mark.usefixtures("light")
def test_every_mark_has_its_own_shape_and_its_room() -> None:
    theme, middle = theme_named("light"), QPointF(1, SIDE / 2)
    pictures = [
        drawn(lambda p, s=severity: paint_finding(p, p.viewport().adjusted(1, 1, -2, -2), s, theme))
        for severity in (Severity.ERROR, Severity.WARNING, Severity.NOTICE)
    ]
    pictures.append(drawn(lambda p: paint_dot(p, QPointF(8, 8), theme)))
    pictures.append(drawn(lambda p: paint_clip(p, QPoint(CLIP_WIDTH + 2, 14), theme)))
    signs = [
        drawn(lambda p: paint_typed(p, middle, theme)),
        drawn(lambda p: paint_from_schedule(p, middle, theme)),
        drawn(lambda p: paint_carried(p, middle, theme)),
        drawn(lambda p: paint_overridden(p, middle, theme)),
    ]
    shapes = {bytes(image.constBits()) for image in (*pictures, *signs)}
    assert len(shapes) == 9
    assert all(width(image) <= ORIGIN_SIZE + 2 for image in signs)
    assert width(pictures[-1]) <= CLIP_WIDTH + 2
