import pytest
from PySide6.QtCore import QPoint, QRect, QSize

from focusdesk.ui.page.beside_box import beside, beside_on_screen

ROOM = QRect(100, 100, 800, 600)
LIST = QSize(300, 200)


@pytest.mark.parametrize(
    ("box", "at"),
    [
        (QRect(500, 200, 100, 20), QPoint(300, 223)),
        (QRect(200, 200, 500, 20), QPoint(200, 223)),
        (QRect(110, 200, 100, 20), QPoint(100, 223)),
        (QRect(500, 600, 100, 20), QPoint(300, 396)),
    ],
    ids=["ends where it does", "begins where it does", "stays within", "over it"],
)
def test_it_stands_at_the_box_and_never_over_it(box: QRect, at: QPoint) -> None:
    assert beside(LIST, box, ROOM) == at
    assert beside_on_screen(LIST, box, ROOM) == at
    assert not QRect(at, LIST).intersects(box)


def test_a_window_is_seen_whole_where_neither_under_nor_over_the_box_is_room() -> None:
    box, tall = QRect(500, 390, 100, 20), QSize(300, 400)
    assert beside(tall, box, ROOM).y() == 413
    assert ROOM.contains(QRect(beside_on_screen(tall, box, ROOM), tall))
