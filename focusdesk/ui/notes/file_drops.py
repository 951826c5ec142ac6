"""Files that are dropped on a page: which box they fall on."""

from pathlib import Path
from typing import cast

from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from typing_extensions import override

from focusdesk.ui.page.schedule_model import ScheduleModel
from focusdesk.ui.page.schedule_tabs import ScheduleTabs


class FileDrops(QObject):
    """Watches the pages of a month for files; only on a box they can be let go.

    Attributes:
        dropped: The code of the box, and the files' paths.
        hovered: The code of the box that files are held over; empty once they have left it.
    """

    dropped = Signal(str, object)
    hovered = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._over = ""

    def watch(self, tabs: ScheduleTabs) -> None:
        """Take files on the pages of a month from now on."""
        tabs.setAcceptDrops(True)
        tabs.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        tabs = cast("ScheduleTabs", watched)
        kind = event.type()
        if kind in (QEvent.Type.DragEnter, QEvent.Type.DragMove):
            self._hover(tabs, cast("QDragEnterEvent | QDragMoveEvent", event))
            return True
        if kind == QEvent.Type.DragLeave:
            self._hold_over("")
            return True
        if kind == QEvent.Type.Drop:
            self._drop(tabs, cast("QDropEvent", event))
            return True
        return super().eventFilter(watched, event)

    def _hover(self, tabs: ScheduleTabs, event: QDragEnterEvent | QDragMoveEvent) -> None:
        files = files_in(event.mimeData())
        code = _box_under(tabs, event.position().toPoint()) if files else ""
        self._hold_over(code)
        # Entering must be accepted over no box too, or no moves would be told.
        if files and (code or event.type() == QEvent.Type.DragEnter):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
        else:
            event.ignore()

    def _drop(self, tabs: ScheduleTabs, event: QDropEvent) -> None:
        files = files_in(event.mimeData())
        code = _box_under(tabs, event.position().toPoint())
        self._hold_over("")
        if not files or not code:
            event.ignore()
            return
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        tabs.go_to(code)
        self.dropped.emit(code, files)

    def _hold_over(self, code: str) -> None:
        if code != self._over:
            self._over = code
            self.hovered.emit(code)


def files_in(held: QMimeData) -> tuple[Path, ...]:
    """Give the files of this computer that are being dragged."""
    return tuple(Path(url.toLocalFile()) for url in held.urls() if url.isLocalFile())


def _box_under(tabs: ScheduleTabs, at: QPoint) -> str:
    """Give the code of the box at a point of the pages; empty where there is none."""
    page = tabs.current_page()
    if page is None:
        return ""
    viewport = page.viewport()
    within = viewport.mapFrom(tabs, at)
    index = page.indexAt(within) if viewport.rect().contains(within) else None
    model = page.model()
    if index is None or not isinstance(model, ScheduleModel):
        return ""
    box = model.box_at(index)
    return box.code if box else ""
