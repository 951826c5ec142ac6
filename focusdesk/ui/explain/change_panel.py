"""Why a line moved: which entered boxes made its change, and what somebody says of it."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from focusdesk.filing.compare import ComparedMonth
from focusdesk.filing.explanations_due import ExplanationsDue
from focusdesk.filing.ports import StoreError
from focusdesk.filing.register import Register
from focusdesk.filing.session import FilingSession
from focusdesk.filing.thresholds import ThresholdError, Thresholds, kept_thresholds
from focusdesk.ui.explain.change_html import ALL_LINK, FEWER_LINK, change_html
from focusdesk.ui.explain.change_story import ChangeAsked, ChangeStory, change_story
from focusdesk.ui.explain.explained_subject import ExplainedLine
from focusdesk.ui.explain.explanation_editor import ExplanationEditor
from focusdesk.ui.explain.html_parts import enlarged
from focusdesk.ui.explain.lacking_lines import LackingLines
from focusdesk.ui.explain.story_card import StoryCard
from focusdesk.ui.look.theme import theme_of
from focusdesk.ui.look.zoom import Zoom

_NARROWEST = 240
_CARD = 110  # pixels: what the words leave to the figures where there is little room
_AT_REST = 40  # milliseconds
_ALL_SAID = "Every line that must be explained has its words."
_NO_LINE = "Choose a line: here it is told which boxes made it move, and why."


class ChangePanel(QWidget):
    """Follows a line and two months.

    Attributes:
        code_activated: The code of a box that the user wants to go to.
        left: The keyboard is to go back to where it came from.
        said: A sentence for the status line.
        conflict_met: A sentence: another program has changed the month.
        editor: Where it is written why.
        lacking: Which lines nobody has explained.
        card: What the change is made of.
    """

    code_activated = Signal(str)
    left = Signal()
    said = Signal(str)
    conflict_met = Signal(str)

    def __init__(self, register: Register, parent: QWidget | None = None) -> None:
        """Build an empty panel.

        Args:
            register: The firm's filings.
            parent: Where it stands.
        """
        super().__init__(parent)
        self._register = register
        self._asked: ChangeAsked | None = None
        self._session: FilingSession | None = None
        self._months: tuple[ComparedMonth, ComparedMonth] | None = None
        self._story: ChangeStory | None = None
        self._is_all = False
        self._zoom = Zoom()
        self._is_stale = False
        # Told once the keyboard rests, as the explanation of a box is, and only where it is seen.
        self._soon = QTimer(self, singleShot=True, interval=_AT_REST)
        self._soon.timeout.connect(self.refresh)
        self._heading = QLabel()
        self.card, self.editor, self.lacking = StoryCard(), ExplanationEditor(), LackingLines()
        self._lay_out()
        self._tie()

    @property
    def asked(self) -> ChangeAsked | None:
        """What is shown, or about to be."""
        return self._asked

    @property
    def text(self) -> str:
        """What the card says, as plain text."""
        if self._is_stale:
            self.refresh()
        return self.card.toPlainText()

    @property
    def heading(self) -> str:
        """What stands over it."""
        return self._heading.text()

    def show_change(self, asked: ChangeAsked | None, session: FilingSession | None) -> bool:
        """Tell of a change, as soon as the table or the page itself has been painted.

        Args:
            asked: The change; `None` for none.
            session: The later month, with which explanations are kept.

        Returns:
            `False` when words that are being written here were refused, and stay.
        """
        if _place(asked) != _place(self._asked):
            if not self.editor.keep():
                return False
            self._is_all = False
        self._asked, self._session = asked, session
        self._months = (asked.earlier, asked.later) if asked else None
        self._is_stale = True
        if self.isVisible():
            self._soon.start()
        return True

    def show_months(
        self, earlier: ComparedMonth, later: ComparedMonth, session: FilingSession
    ) -> bool:
        """Tell of no line of two months, and still which of them lack words.

        Args:
            earlier: The earlier month.
            later: The later one.
            session: The later one, with which explanations are kept.

        Returns:
            `False` when words that are being written here were refused, and stay.
        """
        shown = self.show_change(None, session)
        if shown:
            self._months = (earlier, later)
        return shown

    def go_on(self, *, back: bool = False) -> None:
        """Keep the words, go to the next line that lacks some, and go on writing there.

        Args:
            back: To the one before, instead.
        """
        here = self._asked.code if self._asked else ""
        if not self.keep():
            return
        if self._is_stale:
            self.refresh()
        code = self.lacking.before(here) if back else self.lacking.after(here)
        if code:
            self.code_activated.emit(code)
            self.write()
        else:
            self.said.emit(_ALL_SAID)
            self.left.emit()

    def write(self) -> None:
        """Bring the keyboard to the words."""
        self.refresh()
        if self.editor.isVisibleTo(self):
            self.editor.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.card.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keep(self) -> bool:
        """Keep what is being written; `False` when it is refused, and it says why."""
        return self.editor.keep()

    def refresh(self) -> None:
        """Tell of the same change now, as it stands."""
        self._soon.stop()
        self._is_stale = False
        asked = self._asked
        if asked is None:
            self._story = None
            self._heading.setText("WHY DID IT MOVE?")
            self.card.setPlainText(_NO_LINE)
            self.editor.show_line(None)
            self._told(self.show_lacking)
            return
        self._heading.setText(f"WHY DID {asked.row.code} MOVE?")
        self.card.setAccessibleName(f"Why {asked.row.code} moved")
        try:
            self._story = change_story(asked)
            self._write()
            self.editor.show_line(self._explained(asked))
            self.show_lacking()
        except StoreError as error:
            self._story = None
            self.card.setPlainText(str(error))

    def show_lacking(self) -> None:
        """Say which lines lack an explanation, as it stands.

        Raises:
            StoreError: the explanations cannot be read.
        """
        months, session = self._months, self._session
        if months is None or session is None:
            self.lacking.show_codes(())
            return
        due = ExplanationsDue(*months, self._thresholds())
        lacking = due.lacking(session.explanations())
        self.lacking.show_codes([row.codes[-1] for row in lacking], due.rule)

    def show_zoom(self, zoom: Zoom) -> None:
        """Tell it in another size."""
        if zoom != self._zoom:
            self._zoom = zoom
            self.card.document().setDefaultFont(zoom.font())
            self.editor.words.show_zoom(zoom)
            self._write()

    def _lay_out(self) -> None:
        self._heading.setObjectName("section_heading")
        self._heading.setContentsMargins(6, 0, 6, 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(6)
        layout.addWidget(self._heading)
        layout.addWidget(self.card, 1)
        layout.addWidget(self.editor)
        layout.addWidget(self.lacking)
        self.card.setMinimumHeight(_CARD)
        self.setMinimumWidth(_NARROWEST)
        self.setFocusProxy(self.card)

    def _tie(self) -> None:
        self.card.anchorClicked.connect(self._on_link)
        self.card.left.connect(self.left)
        self.editor.left.connect(self.left)
        self.editor.kept.connect(self._on_kept)
        self.editor.conflict_met.connect(self.conflict_met)
        self.editor.next_asked.connect(self.go_on)
        self.lacking.next_asked.connect(self.go_on)

    def _explained(self, asked: ChangeAsked) -> ExplainedLine | None:
        if self._session is None or not asked.code:
            return None
        against = asked.earlier.filing.period
        return ExplainedLine(self._register, self._session, asked.code, against)

    def _thresholds(self) -> Thresholds:
        """Read the firm's thresholds; what cannot be read counts as none, as for the checks."""
        try:
            return kept_thresholds(self._register.store)
        except ThresholdError:
            return Thresholds()

    def _write(self) -> None:
        if self._story is not None:
            page = change_html(self._story, theme_of(self.palette()), is_all=self._is_all)
            self.card.show_story(enlarged(page, self._zoom), keep_place=True)

    def _on_link(self, link: QUrl) -> None:
        to = link.toString()
        if to in (ALL_LINK, FEWER_LINK):
            self._is_all = to == ALL_LINK
            self._write()
        else:
            self.code_activated.emit(to)

    def _on_kept(self, sentence: str) -> None:
        self.said.emit(sentence)
        self._told(self.show_lacking)

    def _told(self, deed: Callable[[], None]) -> None:
        """Do what reads the store, and tell of it where that cannot be read."""
        try:
            deed()
        except StoreError as error:
            self.said.emit(str(error))

    @override
    def event(self, event: QEvent) -> bool:
        """Take Esc, F8 and Shift+F8 before the window does."""
        asks = event.type() == QEvent.Type.ShortcutOverride
        if asks and isinstance(event, QKeyEvent) and _own_key(event):
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not _own_key(event):
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_F8:
            self.go_on(back=event.modifiers() == Qt.KeyboardModifier.ShiftModifier)
        elif self.keep():
            self.left.emit()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self._soon.start()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        """Read nothing any more: the store may be closed next."""
        super().hideEvent(event)
        self._soon.stop()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self.isVisible():
            self._write()


def _own_key(event: QKeyEvent) -> bool:
    """Whether a key does something here: Esc, F8 and Shift+F8."""
    plain, shift = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
    if event.key() == Qt.Key.Key_F8:
        return event.modifiers() in (plain, shift)
    return event.key() == Qt.Key.Key_Escape and event.modifiers() == plain


def _place(asked: ChangeAsked | None) -> tuple[str, int, int] | None:
    """Tell changes apart, whatever their figures are now: the line and its two months."""
    if asked is None:
        return None
    return asked.row.code, asked.earlier.filing.id, asked.later.filing.id
