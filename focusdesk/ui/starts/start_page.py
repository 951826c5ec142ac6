"""The first screen: the sample, a firm of one's own, or a store that exists."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

_CHOICES = (
    ("&Look around in the sample", "January 2014 as a large firm filed it, with months before it"),
    ("&Start my firm", "Name, SEC file number, first month"),
    ("&Open a store", "A .focusdesk file that exists"),
)


class StartPage(QWidget):
    """What there is to begin with, all of it by keyboard."""

    sample_asked = Signal()
    firm_asked = Signal()
    store_asked = Signal()
    recent_asked = Signal(object)
    """One of the stores that were open before: its `Path`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._said = QLabel()
        self._said.setObjectName("said_at_field")
        self._said.setWordWrap(True)
        self._recent = QVBoxLayout()
        self._recent.setSpacing(6)
        self.choices: list[Choice] = []
        self.recent: list[Choice] = []
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(_in_the_middle(self._make_card()))
        self.say("")

    def say(self, sentence: str) -> None:
        """Say what happened before this screen, such as a store that could not be opened."""
        self._said.setText(sentence)
        self._said.setVisible(bool(sentence))

    @property
    def said(self) -> str:
        """The sentence over the choices."""
        return self._said.text()

    def show_recent(self, stores: Sequence[Path]) -> None:
        """Offer the stores that were open before."""
        self.recent.clear()
        while (item := self._recent.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        if not stores:
            return
        heading = QLabel("OPENED BEFORE")
        heading.setObjectName("section_heading")
        self._recent.addWidget(heading)
        for store in stores:
            button = Choice(store.name, str(store.parent))
            button.clicked.connect(self._asking_for(store))
            self._recent.addWidget(button)
            self.recent.append(button)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let the arrows walk through the choices, as Tab does."""
        if event.key() == Qt.Key.Key_Down:
            self.focusNextChild()
        elif event.key() == Qt.Key.Key_Up:
            self.focusPreviousChild()
        else:
            super().keyPressEvent(event)

    def _make_card(self) -> QFrame:
        card = QFrame()
        card.setObjectName("start_card")
        card.setFixedWidth(560)
        title = QLabel("focusdesk")
        title.setObjectName("start_title")
        what = QLabel("The desk for SEC Form X-17A-5, the FOCUS Report, Part II")
        what.setObjectName("hint")
        layout = QVBoxLayout(card)
        layout.setContentsMargins(32, 28, 32, 28)
        layout.setSpacing(10)
        for widget in (title, what, self._said):
            layout.addWidget(widget)
        layout.addSpacing(8)
        asked = (self.sample_asked, self.firm_asked, self.store_asked)
        for (words, more), signal in zip(_CHOICES, asked, strict=True):
            button = Choice(words, more)
            button.clicked.connect(signal)
            self.choices.append(button)
            layout.addWidget(button)
        layout.addSpacing(8)
        layout.addLayout(self._recent)
        self.setFocusProxy(self.choices[0])
        return card

    def _asking_for(self, store: Path) -> Callable[[], None]:
        def ask() -> None:
            self.recent_asked.emit(store)

        return ask


def _in_the_middle(card: QWidget) -> QScrollArea:
    """Put the card where it is seen; in a low window it is looked at in pieces."""
    page = QWidget()
    layout = QGridLayout(page)
    for give_room, after in ((layout.setRowStretch, 3), (layout.setColumnStretch, 2)):
        give_room(0, 2)
        give_room(2, after)
    layout.addWidget(card, 1, 1)
    area = QScrollArea()
    area.setWidget(page)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area


class Choice(QPushButton):
    """A large button: what it does, and under it what that means."""

    def __init__(self, words: str, more: str) -> None:
        super().__init__()
        self.setObjectName("choice")
        self.setAutoDefault(True)
        self.setAccessibleName(words.replace("&", ""))
        self.setAccessibleDescription(more)
        title, meaning = QLabel(words), QLabel(more)
        title.setObjectName("choice_title")
        title.setBuddy(self)  # its underlined letter clicks the button
        meaning.setObjectName("hint")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 11, 18, 11)
        layout.setSpacing(2)
        for label in (title, meaning):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            layout.addWidget(label)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
