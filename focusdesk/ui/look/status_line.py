"""The line at the foot of the window: what is open, what reached the disk, what the last entry did.

It is the only voice of an entry; it is announced to screen readers as well.
"""

import datetime as dt

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPaintEvent, QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QStylePainter, QWidget
from typing_extensions import override

from focusdesk.filing.session import FilingSession
from focusdesk.ui.look.pills import give_look
from focusdesk.ui.look.zoom import Zoom


def saved_words(saved_at: dt.datetime | None) -> str:
    """Say when the last edit reached the disk, by the clock on the wall."""
    if saved_at is None:
        return "All saved"
    return f"Saved {saved_at.astimezone():%H:%M:%S}"


class SaidLabel(QLabel):
    """A sentence on one line, which ends in dots where the line is too narrow for it."""

    @property
    def shown(self) -> str:
        """What can be read of the sentence."""
        room = self.contentsRect().width()
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QStylePainter(self)
        painter.drawItemText(
            self.contentsRect(),
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
            self.palette(),
            self.isEnabled(),
            self.shown,
            QPalette.ColorRole.WindowText,
        )
        painter.end()


class StatusLine(QFrame):
    """Saved at, last entry, selected boxes, findings, edition, period."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("status_line")
        self.saved = QLabel()
        self.said = SaidLabel()
        self.selected = QLabel()
        self.findings = QLabel()
        self.edition = QLabel()
        self.period = QLabel()
        self._of = ""
        self.zoom = QLabel()
        self.saved.setObjectName("status_saved")
        self.said.setObjectName("status_said")
        self.selected.setObjectName("status_selected")
        self.selected.hide()
        # The sentence gives way, not the window: a long one is read in full in its tool tip.
        self.said.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 4, 14, 4)
        layout.setSpacing(18)
        layout.addWidget(self.saved)
        layout.addWidget(self.said, 1)
        for label in (self.selected, self.findings, self.edition, self.period, self.zoom):
            layout.addWidget(label)
        self.show_zoom(Zoom())

    def show_session(self, session: FilingSession) -> None:
        """Say which month is open and whether it is on the disk."""
        self.period.setText(session.filing.title)
        self.edition.setText(f"Edition {session.edition.id}")
        if session.read_only:
            self.saved.setText("Read only")
            give_look(self.saved, "warning")
        else:
            self.saved.setText(saved_words(session.saved_at))
            give_look(self.saved, "good")

    def show_findings(self, count: int) -> None:
        """Say how many statements of the form do not hold."""
        self.findings.setText("1 finding" if count == 1 else f"{count or 'No'} findings")
        give_look(self.findings, "warning" if count else "plain")

    def show_selected(self, words: str) -> None:
        """Say how many boxes are selected and what they add up to; empty for one box alone."""
        if words == self.selected.text():
            return
        self.selected.setText(words)
        self.selected.setVisible(bool(words))
        if words:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def show_zoom(self, zoom: Zoom) -> None:
        """Say how large the pages are shown."""
        self.zoom.setText(str(zoom))
        self.zoom.setAccessibleName(f"Zoom {zoom}")
        self.zoom.setToolTip("Ctrl++ shows the page larger, Ctrl+- smaller, Ctrl+0 at 100 %.")

    def clear(self) -> None:
        """Say nothing: no month is open."""
        both = (self.said, self.selected)
        for label in (self.saved, *both, self.findings, self.edition, self.period):
            label.clear()

    def say(self, sentence: str, look: str = "plain", of: str = "") -> None:
        """Say what the last entry did, or with the look ``error`` why it was refused.

        Args:
            sentence: What is said.
            look: How it looks.
            of: The box that it is true of only while the keyboard is there; empty for what stays.
        """
        self._of = of
        self.said.setText(sentence)
        self.said.setToolTip(sentence)
        give_look(self.said, look)
        if sentence:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))

    def come_to(self, code: str) -> None:
        """Say no longer what was said of another box than the one that is current now."""
        if self._of and self._of != code:
            self.say("")

    def end_refusal(self) -> None:
        """Say no longer why an entry was refused; what has been said since stays."""
        if self.said.property("look") == "error":
            self.say("")
