"""How large the window shows its pages, and how its room is shared: kept for each user."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QSplitter
from typing_extensions import override

from focusdesk.ui.compare.comparing import Comparing
from focusdesk.ui.desk.actions import Slot
from focusdesk.ui.desk.desk import Desk
from focusdesk.ui.desk.workplace import Workplace
from focusdesk.ui.look.widths_dialog import WidthRow, WidthsDialog
from focusdesk.ui.look.zoom import Zoom, zoom_kept
from focusdesk.ui.page.page_style import PageStyle

_DESK, _RIGHT = "desk", "right"
_PANES = {0: ("pane.months", "Months"), 2: ("pane.explanation", "Explanation and findings")}
_NOTCH = 120  # a wheel's one step, in eighths of a degree times fifteen


class Appearance(QObject):
    """Zooms the desk and the comparison, and remembers the widths of columns and panes.

    Attributes:
        style: How pages are shown.
    """

    def __init__(self, workplace: Workplace, comparing: Comparing) -> None:
        """Show pages as they were shown last.

        Args:
            workplace: The window.
            comparing: Puts the comparison in front of the desk.
        """
        super().__init__(workplace.frame)
        self._workplace, self._comparing = workplace, comparing
        settings = workplace.settings
        self.style = PageStyle(zoom_kept(settings.zoom), settings.widths)
        self._turned = 0
        self._parts: dict[str, QSplitter] = {}
        comparing.changed.connect(self._show)
        comparing.width_chosen.connect(self.keep_width)
        workplace.frame.installEventFilter(self)
        workplace.status.show_zoom(self.style.zoom)

    def slots(self) -> Mapping[str, Slot]:
        """Say what the actions of zoom and widths do."""
        return {
            "larger": lambda: self.zoom(self.style.zoom.stepped(1)),
            "smaller": lambda: self.zoom(self.style.zoom.stepped(-1)),
            "full_size": lambda: self.zoom(Zoom()),
            "widths": self.ask_widths,
            "reset_widths": self.reset_widths,
        }

    def follow(self, desk: Desk) -> None:
        """Show another store's desk likewise."""
        self._parts = {_DESK: desk.parts, _RIGHT: desk.right}
        for name, splitter in self._parts.items():
            sizes = self._workplace.settings.parts(name)
            if len(sizes) == splitter.count():
                splitter.setSizes(sizes)
            splitter.splitterMoved.connect(self._on_parted)
        if self._workplace.settings.parts(_RIGHT):
            desk.right.part_by_hand()
        desk.width_chosen.connect(self.keep_width)
        desk.show_style(self.style)

    def zoom(self, zoom: Zoom) -> None:
        """Show pages in another size, and say so."""
        self.style = PageStyle(zoom, self.style.widths)
        self._workplace.settings.zoom = zoom.percent
        self._show()
        self._workplace.status.show_zoom(zoom)

    def keep_width(self, key: str, width: int) -> None:
        """Give a column a width from now on; with 0 it has its share again."""
        widths = {**self.style.widths, key: width}
        if not width:
            del widths[key]
        self._take(widths)

    def ask_widths(self) -> None:
        """Let columns and panes be made wider and narrower without a mouse."""
        desk = self._workplace.desk
        if desk is None:
            return
        dialog = WidthsDialog(self._widths(desk), self._workplace.frame)
        dialog.width_taken.connect(self._on_width_taken)

        def reset() -> None:
            self.reset_widths()
            dialog.show_widths(self._widths(desk))

        dialog.reset_asked.connect(reset)
        dialog.open()

    def reset_widths(self) -> None:
        """Share the room as at first."""
        self._take({})
        for name in self._parts:
            self._workplace.settings.keep_parts(name, ())
        desk = self._workplace.desk
        if desk is not None:
            desk.parts.share()
            desk.right.share()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Zoom with a wheel that is turned with Ctrl, whatever it stands over."""
        held = Qt.KeyboardModifier.ControlModifier
        if not isinstance(event, QWheelEvent) or not event.modifiers() & held:
            return super().eventFilter(watched, event)
        self._turned += event.angleDelta().y()
        steps = int(self._turned / _NOTCH)
        self._turned -= steps * _NOTCH
        if steps:
            self.zoom(self.style.zoom.stepped(steps))
        event.accept()
        return True

    def _take(self, widths: Mapping[str, int]) -> None:
        self.style = PageStyle(self.style.zoom, widths)
        self._workplace.settings.widths = dict(widths)
        self._show()

    def _show(self) -> None:
        if self._workplace.desk is not None:
            self._workplace.desk.show_style(self.style)
        if self._comparing.page is not None:
            self._comparing.page.view.show_style(self.style)
        if self._comparing.side is not None:
            self._comparing.side.show_zoom(self.style.zoom)

    def _widths(self, desk: Desk) -> list[WidthRow]:
        """List what can be made wider: the columns that are in front, and the panes."""
        if self._comparing.page is not None:
            return self._comparing.page.view.widths()
        page = desk.tabs.current_page() if desk.tabs else None
        panes = [
            WidthRow(key, words, desk.parts.sizes()[at])
            for at, (key, words) in _PANES.items()
            if desk.parts.sizes()[at]
        ]
        return [*(page.widths() if page else []), *panes]

    def _on_width_taken(self, key: str, width: int) -> None:
        panes = [at for at, (pane, _) in _PANES.items() if pane == key]
        desk = self._workplace.desk
        if not panes:
            self.keep_width(key, width)
        elif desk is not None:
            desk.parts.widen(panes[0], width)
            self._keep(_DESK, desk.parts)

    def _on_parted(self) -> None:
        for name, splitter in self._parts.items():
            if splitter is self.sender():
                self._keep(name, splitter)

    def _keep(self, name: str, splitter: QSplitter) -> None:
        """Keep how a splitter is parted; a part that is hidden for now keeps what it had."""
        settings = self._workplace.settings
        before = settings.parts(name)
        sizes = splitter.sizes()
        if len(before) == len(sizes):
            shown = [splitter.handle(at).isVisibleTo(splitter) for at in range(len(sizes))]
            shown[0] = True
            pairs = zip(sizes, before, shown, strict=True)
            sizes = [now if seen else was for now, was, seen in pairs]
        settings.keep_parts(name, sizes)
