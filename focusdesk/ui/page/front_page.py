"""What stands in the first tab, before the schedules: a page about the whole month."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from focusdesk.ui.look.zoom import Zoom


class FrontPage(QWidget):
    """A page about the whole month, in the size in which the schedules are shown."""

    def show_zoom(self, zoom: Zoom) -> None:
        """Show it in another size."""
        raise NotImplementedError

    def follow_figures(self) -> None:
        """Look at the month's figures again."""
        raise NotImplementedError


class FrontTab(QWidget):
    """The first tab; it is empty until its page has been asked for.

    Attributes:
        action: The id of the action that puts its page there.
        page: What stands in it; `None` until then.
    """

    def __init__(self, name: str, action: str) -> None:
        """Hold nothing yet.

        Args:
            name: What the tab says.
            action: The id of the action that puts its page there.
        """
        super().__init__()
        self.action = action
        self.page: FrontPage | None = None
        self._zoom = Zoom()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self.setAccessibleName(name)

    def put(self, page: FrontPage) -> None:
        """Put the page into the tab."""
        self.page = page
        self._layout.addWidget(page)
        self.setFocusProxy(page)
        page.show()  # a layout would do so later, and until then it cannot have the keyboard
        page.show_zoom(self._zoom)  # now that the window's style sheet has had its say

    def show_zoom(self, zoom: Zoom) -> None:
        """Show the page in another size, now or once it is there."""
        self._zoom = zoom
        if self.page is not None:
            self.page.show_zoom(zoom)

    def take_keyboard(self) -> None:
        """Bring the keyboard to the page, if it is there."""
        if self.page is not None:
            self.page.setFocus(Qt.FocusReason.OtherFocusReason)
