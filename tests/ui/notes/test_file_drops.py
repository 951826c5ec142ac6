from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent
from PySide6.QtWidgets import QApplication

from focusdesk.ui.notes.file_drops import FileDrops, files_in
from tests.ui.words import Pages


def test_only_files_of_this_computer_are_taken(tmp_path: Path) -> None:
    held = QMimeData()
    held.setUrls([QUrl("https://example.com/a.pdf"), QUrl.fromLocalFile(str(tmp_path / "b.pdf"))])
    assert files_in(held) == (tmp_path / "b.pdf",)
    assert files_in(QMimeData()) == ()


def test_the_box_that_a_file_is_held_over_is_told_and_only_there_it_can_be_let_go(
    pages: Pages, tmp_path: Path
) -> None:
    drops = FileDrops(pages.tabs)
    drops.watch(pages.tabs)
    hovered: list[str] = []
    drops.hovered.connect(hovered.append)
    pages.tabs.go_to("7100")
    middle = pages.view.visualRect(pages.view.currentIndex()).center()
    at = pages.view.viewport().mapTo(pages.tabs, middle)
    held = QMimeData()
    held.setUrls([QUrl.fromLocalFile(str(tmp_path / "b.pdf"))])
    rest = (Qt.DropAction.CopyAction, held, Qt.MouseButton.LeftButton)
    keys = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(at, *rest, keys)
    beside = QDragMoveEvent(QPoint(5, at.y()), *rest, keys, QEvent.Type.DragMove)
    over = QDragMoveEvent(at, *rest, keys, QEvent.Type.DragMove)
    for event in (enter, beside, over, QDragLeaveEvent()):
        QApplication.sendEvent(pages.tabs, event)
    assert hovered == ["7100", "", "7100", ""]
    assert (over.isAccepted(), beside.isAccepted()) == (True, False)
