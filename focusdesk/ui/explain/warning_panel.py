"""Why a warning was raised, and the words with which it may stand."""

from html import escape

from PySide6.QtCore import QEvent, Qt, QUrl, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from focusdesk.calc.figures import show_figure
from focusdesk.calc.finding import Finding
from focusdesk.filing.explained_warnings import can_be_explained
from focusdesk.filing.ports import StoreError
from focusdesk.filing.register import Register
from focusdesk.filing.session import FilingSession
from focusdesk.filing.warning_explanation import Warned
from focusdesk.ui.explain.explained_warning import ExplainedWarning
from focusdesk.ui.explain.html_parts import HtmlParts, enlarged
from focusdesk.ui.explain.story_card import StoryCard
from focusdesk.ui.explain.warning_editor import WarningEditor
from focusdesk.ui.look.theme import theme_of
from focusdesk.ui.look.zoom import Zoom

_NARROWEST = 240
_CARD = 110  # pixels: what the words leave to the figures where there is little room
_HOLDS = "It holds now: nothing is to be explained any more."


class WarningPanel(QWidget):
    """Follows one warning.

    Attributes:
        code_activated: The code of a box that the user wants to go to.
        finding_asked: Another finding is to be explained; carries it.
        left: The keyboard is to go back to where it came from.
        said: A sentence for the status line.
        conflict_met: A sentence: another program has changed the month.
        editor: Where it is written why it may stand.
        card: What does not hold, its figures, its rule, and what would explain it.
    """

    code_activated = Signal(str)
    finding_asked = Signal(object)
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
        self._session: FilingSession | None = None
        self._finding: Finding | None = None
        self._zoom = Zoom()
        self._heading = QLabel()
        self._heading.setObjectName("section_heading")
        self._heading.setContentsMargins(6, 0, 6, 2)
        self.card, self.editor = StoryCard(), WarningEditor()
        self._lay_out()
        self.card.anchorClicked.connect(self._on_link)
        self.card.left.connect(self.left)
        self.editor.left.connect(self.left)
        self.editor.kept.connect(self.said)
        self.editor.conflict_met.connect(self.conflict_met)
        self.editor.next_asked.connect(self._on_next)

    @property
    def heading(self) -> str:
        """What stands over it."""
        return self._heading.text()

    @property
    def finding(self) -> Finding | None:
        """The warning that is shown."""
        return self._finding

    def show_finding(self, finding: Finding, session: FilingSession) -> bool:
        """Tell of a warning; `False` when words that are written here were refused, and stay."""
        if not self.editor.keep():
            return False
        self._finding, self._session = finding, session
        self.refresh()
        return True

    def refresh(self) -> None:
        """Tell of the same warning as its figures are now."""
        finding, session = self._finding, self._session
        if finding is None or session is None:
            return
        warned = Warned.of(finding)
        self._heading.setText(f"MAY IT STAND? \u00b7 {finding.id}")
        self.card.setAccessibleName(f"What {warned.words} asks")
        try:
            found = session.checks.for_review()
            same = (it for it in found if can_be_explained(it) and Warned.of(it) == warned)
            now = next(same, None)
            self._finding = now or finding
            self._write(is_raised=now is not None)
            shown = ExplainedWarning(self._register, session, now) if now else None
            self.editor.show_warning(shown)
        except StoreError as error:
            self.card.setPlainText(str(error))

    def write(self) -> None:
        """Bring the keyboard to the words."""
        if self.editor.isVisibleTo(self):
            self.editor.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.card.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keep(self) -> bool:
        """Keep what is being written; `False` when it is refused, and it says why."""
        return self.editor.keep()

    def show_zoom(self, zoom: Zoom) -> None:
        """Tell it in another size."""
        if zoom != self._zoom:
            self._zoom = zoom
            self.card.document().setDefaultFont(zoom.font())
            self.editor.words.show_zoom(zoom)
            self.refresh()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(6)
        layout.addWidget(self._heading)
        layout.addWidget(self.card, 1)
        layout.addWidget(self.editor)
        self.card.setMinimumHeight(_CARD)
        self.setMinimumWidth(_NARROWEST)
        self.setFocusProxy(self.card)

    def _write(self, *, is_raised: bool) -> None:
        finding, session = self._finding, self._session
        if finding is None or session is None:
            return
        parts = HtmlParts(theme_of(self.palette()))
        page: list[str] = []
        if is_raised:
            page.append(parts.paragraph(escape(finding.message)))
        else:
            page.append(parts.paragraph(escape(_HOLDS), soft=True))
        for code in finding.codes:
            figure = escape(show_figure(session.value(code)))
            page.append(parts.row(parts.link(code, code), figure))
        if finding.why:
            page += [parts.heading("Why it matters"), parts.paragraph(escape(finding.why))]
        if finding.cite:
            page += [parts.heading("Rule"), parts.paragraph(escape(finding.cite), soft=True)]
        causes = session.checks.causes(finding) if is_raised else ()
        if causes:
            page.append(parts.heading("Likely causes"))
            page += [parts.paragraph(escape(cause.words)) for cause in causes]
        self.card.show_story(enlarged("".join(page), self._zoom), keep_place=True)

    def _on_link(self, link: QUrl) -> None:
        self.code_activated.emit(link.toString())

    def _on_next(self) -> None:
        """Go on to the next open warning, and write there."""
        session, here = self._session, self._finding
        if session is None or here is None or not self.keep():
            return
        unanswered = session.checks.unanswered()
        found = session.checks.for_review()
        at = next((at for at, it in enumerate(found) if Warned.of(it) == Warned.of(here)), 0)
        ring = [*found[at + 1 :], *found[:at]]
        following = next((it for it in ring if can_be_explained(it) and it in unanswered), None)
        if following is not None:
            self.finding_asked.emit(following)
            return
        self.said.emit("No other warning lacks an explanation.")
        self.left.emit()

    @override
    def event(self, event: QEvent) -> bool:
        """Take Esc and F8 before the window does."""
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
            self._on_next()
        elif self.keep():
            self.left.emit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self.isVisible():
            self.refresh()


def _own_key(event: QKeyEvent) -> bool:
    """Whether a key does something here: Esc, F8."""
    return event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_F8) and not event.modifiers()
