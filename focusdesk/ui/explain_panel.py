"""Why the current box holds what it holds: its formula with the figures, its note, its past."""

from PySide6.QtCore import QEvent, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QTextOption, QWheelEvent
from PySide6.QtWidgets import QLabel, QTextBrowser, QVBoxLayout, QWidget
from typing_extensions import override

from focusdesk.filing.ports import StoreError
from focusdesk.filing.session import FilingSession
from focusdesk.ui.baseline import Baseline
from focusdesk.ui.box_story import BoxStory, story_of
from focusdesk.ui.story_html import enlarged, story_html
from focusdesk.ui.theme import text_font, theme_of
from focusdesk.ui.zoom import Zoom

_NARROWEST = 240
_AT_REST = 40  # milliseconds


class ExplainPanel(QWidget):
    """A card that follows the current box; its codes are links to the boxes they name.

    Attributes:
        code_activated: The code of a box that the user wants to go to.
    """

    code_activated = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session: FilingSession | None = None
        self._baseline: Baseline | None = None
        self._code = ""
        self._story: BoxStory | None = None
        self._place = 0
        self._zoom = Zoom()
        # Told once the keyboard rests: never between a keystroke and the page's own repaint.
        self._soon = QTimer(self, singleShot=True, interval=_AT_REST)
        self._soon.timeout.connect(self.refresh)
        heading = QLabel("EXPLAIN")
        heading.setObjectName("section_heading")
        heading.setContentsMargins(6, 0, 6, 2)
        self._card = _card()
        self._card.anchorClicked.connect(self._on_link)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(4)
        layout.addWidget(heading)
        layout.addWidget(self._card)
        self.setMinimumWidth(_NARROWEST)
        self.setFocusProxy(self._card)

    @property
    def text(self) -> str:
        """What the card says, as plain text."""
        if self._soon.isActive():
            self.refresh()
        return self._card.toPlainText()

    def show_box(self, session: FilingSession, code: str, baseline: Baseline | None) -> None:
        """Explain a box of a filing, as soon as the page itself has been painted.

        Args:
            session: The filing.
            code: The box.
            baseline: What it is laid beside, if anything.
        """
        same = session is self._session and code == self._code
        self._place = self._card.verticalScrollBar().value() if same else 0
        self._session, self._code, self._baseline = session, code, baseline
        self._soon.start()

    def refresh(self) -> None:
        """Explain the same box now, as it stands."""
        self._soon.stop()
        if self._session is None:
            return
        try:
            self._story = story_of(self._session, self._code, self._baseline)
        except StoreError as error:
            self._story = None
            self._card.setPlainText(str(error))
            return
        self._card.setAccessibleName(f"Explanation of {self._code}")
        self._write()
        self._card.verticalScrollBar().setValue(self._place)

    def show_zoom(self, zoom: Zoom) -> None:
        """Explain in another size."""
        if zoom != self._zoom:
            self._zoom = zoom
            self._card.document().setDefaultFont(zoom.font())
            self._write()

    def _write(self) -> None:
        if self._story is not None:
            page = story_html(self._story, theme_of(self.palette()))
            self._card.setHtml(enlarged(page, self._zoom))

    def _on_link(self, link: QUrl) -> None:
        self.code_activated.emit(link.toString())

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self.isVisible():
            self._write()


class _Card(QTextBrowser):
    """Leaves a wheel that is turned with Ctrl to the window, which zooms all of the desk alike."""

    @override
    def wheelEvent(self, e: QWheelEvent) -> None:
        if e.modifiers() & Qt.KeyboardModifier.ControlModifier:
            e.ignore()
            return
        super().wheelEvent(e)


def _card() -> QTextBrowser:
    """Make the card: it wraps whatever is in it, and its text can be selected."""
    card = _Card()
    card.setObjectName("explain_card")
    card.setAccessibleName("Explanation of the current box")
    card.setOpenLinks(False)
    card.setFont(text_font())
    card.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    card.document().setDocumentMargin(10)
    return card
