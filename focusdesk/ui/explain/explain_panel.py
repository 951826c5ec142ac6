"""Why the current box holds what it holds: its formula with the figures, its note, its past."""

from PySide6.QtCore import QEvent, QTimer, QUrl, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from focusdesk.filing.ports import StoreError
from focusdesk.filing.session import FilingSession
from focusdesk.ui.explain.box_story import BoxStory, story_of
from focusdesk.ui.explain.html_parts import enlarged
from focusdesk.ui.explain.story_card import StoryCard
from focusdesk.ui.explain.story_html import (
    ANSWER_LINK,
    ATTACH_LINK,
    FILE_LINK,
    HELP_ANCHOR,
    NOTE_LINK,
    story_html,
)
from focusdesk.ui.look.theme import theme_of
from focusdesk.ui.look.zoom import Zoom
from focusdesk.ui.page.baseline import Baseline

_NARROWEST = 240
_AT_REST = 40  # milliseconds


class ExplainPanel(QWidget):
    """A card that follows the current box; its codes are links to the boxes they name.

    Attributes:
        code_activated: The code of a box that the user wants to go to.
        note_asked: The user wants to write the note of the box.
        attach_asked: The code of the box to which the user wants to attach a file.
        file_activated: The `Attachment` that the user wants to open.
        answer_asked: The `ListedFinding` of which the user wants to say something.
        left: The keyboard is to go back to the page.
    """

    code_activated = Signal(str)
    note_asked = Signal()
    attach_asked = Signal(str)
    file_activated = Signal(object)
    answer_asked = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session: FilingSession | None = None
        self._baseline: Baseline | None = None
        self._code = ""
        self._story: BoxStory | None = None
        self._keeps_place = False
        self._zoom = Zoom()
        # Told once the keyboard rests: never between a keystroke and the page's own repaint.
        self._soon = QTimer(self, singleShot=True, interval=_AT_REST)
        self._soon.timeout.connect(self.refresh)
        heading = QLabel("EXPLAIN")
        heading.setObjectName("section_heading")
        heading.setContentsMargins(6, 0, 6, 2)
        self._card = StoryCard()
        self._card.anchorClicked.connect(self._on_link)
        self._card.left.connect(self.left)
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
        self._keeps_place = session is self._session and code == self._code
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

    def show_help(self, sought: str = "") -> None:
        """Bring what the line asks for to the top of the card, as far as it can be scrolled.

        Args:
            sought: What is marked in it; empty for nothing.
        """
        self.refresh()
        self._card.mark(" ".join(sought.split()), theme_of(self.palette()).moved)
        self._card.scrollToAnchor(HELP_ANCHOR)

    def show_zoom(self, zoom: Zoom) -> None:
        """Explain in another size."""
        if zoom != self._zoom:
            self._zoom = zoom
            self._card.document().setDefaultFont(zoom.font())
            self._write()

    def _write(self) -> None:
        if self._story is not None:
            page = story_html(self._story, theme_of(self.palette()))
            self._card.show_story(enlarged(page, self._zoom), keep_place=self._keeps_place)
            self._keeps_place = True

    def _on_link(self, link: QUrl) -> None:
        to = link.toString()
        if to == NOTE_LINK:
            self.note_asked.emit()
        elif to == ATTACH_LINK:
            self.attach_asked.emit(self._code)
        elif to.startswith(FILE_LINK):
            self._open_file(to.removeprefix(FILE_LINK))
        elif to.startswith(ANSWER_LINK):
            self._answer(int(to.removeprefix(ANSWER_LINK)))
        else:
            self.code_activated.emit(to)

    def _answer(self, at: int) -> None:
        findings = self._story.findings if self._story else ()
        for each in findings[at : at + 1]:
            self.answer_asked.emit(each)

    def _open_file(self, number: str) -> None:
        files = self._story.files if self._story else ()
        for file in files:
            if str(file.number) == number:
                self.file_activated.emit(file)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self.isVisible():
            self._write()
