"""The dialog for many months: asks what is wanted, then shows how far it is and what came of it.

`focusdesk.ui.preview.months_release` does what is asked.
"""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QColor
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from focusdesk.filing.filing import Filing
from focusdesk.ui.look.pills import give_look
from focusdesk.ui.look.small_screen import fit_screen
from focusdesk.ui.look.theme import Theme, theme_now
from focusdesk.ui.preview.month_prints import Came, MonthOutcome, MonthPrints
from focusdesk.ui.preview.months_choices import MonthsChoices

_SIZE = QSize(560, 540)
_LOWEST_LIST = 48  # pixels: a month and a half, where the screen is small
_CAME = {Came.DONE: "done", Came.CANCELLED: "cancelled"}
_SEVERAL = (
    "Several at once: select them in the list of months, with Shift or Ctrl and the arrows or the "
    "mouse, or all of them with Ctrl+A."
)


class MonthRows(QListWidget):
    """A list to read: each month, its file, and later what came of it."""

    def __init__(self, filings: Sequence[Filing], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Months to print or save")
        self.setWordWrap(True)
        self.setSpacing(1)
        self.setMinimumHeight(_LOWEST_LIST)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._filings = tuple(filings)
        for filing in filings:
            QListWidgetItem(_titled(filing), self)
        self.setCurrentRow(0)

    @property
    def texts(self) -> tuple[str, ...]:
        """What the rows say."""
        return tuple(self.item(row).text() for row in range(self.count()))

    def announce(self, words: Mapping[int, str]) -> None:
        """Say beside each month what it is going to be, by the number of its filing."""
        for row, filing in enumerate(self._filings):
            self._write(row, words.get(filing.id, ""), None)

    def show_outcomes(self, outcomes: Sequence[MonthOutcome], at: int) -> None:
        """Say what came of the months so far, and which one is being done."""
        theme = theme_now()
        for row, outcome in enumerate(outcomes):
            waiting = "being drawn" if row == at else ""
            said = waiting if outcome.came is Came.WAITING else _said(outcome)
            self._write(row, said, _colour(outcome, theme))
        self.setCurrentRow(min(at, self.count() - 1))

    def show_end(self, outcomes: Sequence[MonthOutcome]) -> None:
        """Say what came of all months, the first that failed in view."""
        failed = [row for row, outcome in enumerate(outcomes) if outcome.came is Came.FAILED]
        self.show_outcomes(outcomes, len(outcomes))
        if failed:
            self.setCurrentRow(failed[0])

    def _write(self, row: int, words: str, colour: QColor | None) -> None:
        item = self.item(row)
        parts = (_titled(self._filings[row]), words)
        text = "  \u00b7  ".join(part for part in parts if part)
        if item.text() != text:
            item.setText(text)
            item.setData(Qt.ItemDataRole.ForegroundRole, colour)


class MonthsDialog(QDialog):
    """Lies over the desk, so that no figure changes while months are being printed."""

    asked = Signal()
    """The user wants done what `choices` says."""

    stopped = Signal()
    """The user wants no more months done."""

    def __init__(
        self, filings: Sequence[Filing], choices: MonthsChoices, parent: QWidget | None = None
    ) -> None:
        """Build the dialog.

        Args:
            filings: The months, the oldest first.
            choices: The fields in which the user says what is wanted of them.
            parent: The window.
        """
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Print or save months")
        self._running = False
        self._alone = len(filings) == 1
        self.choices, self.rows = choices, MonthRows(filings)
        self.said, self.progress = QLabel(), QProgressBar()
        self._buttons = QDialogButtonBox()
        self.start = self._buttons.addButton("", QDialogButtonBox.ButtonRole.AcceptRole)
        self.stop = self._buttons.addButton("Cancel", QDialogButtonBox.ButtonRole.RejectRole)
        self.opening = self._buttons.addButton("", QDialogButtonBox.ButtonRole.ActionRole)
        self._lay_out("1 month" if self._alone else f"{len(filings)} months")
        choices.changed.connect(self._show_choices)
        self._buttons.accepted.connect(self.asked)
        self._buttons.rejected.connect(self.reject)
        self._show_choices()
        choices.way.setFocus()

    @property
    def sentence(self) -> str:
        """What the dialog says of what will be done, is being done, or has come of it."""
        return self.said.text()

    def show_running(self, prints: MonthPrints) -> None:
        """Show how far the months are; from now on Esc and Cancel stop them."""
        month, at, count = prints.next_month, prints.done_with, len(prints.outcomes)
        if not self._running:
            self._running = True
            self.choices.setEnabled(False)
            self.start.hide()
            self.rows.setFocus()  # a second Enter finds nothing that it could stop
            self.progress.show()
        self.rows.show_outcomes(prints.outcomes, at)
        self._show_progress(at, count)
        self._say(
            f"{month.title}, {at + 1} of {count}" if month else "All months are drawn. One moment."
        )

    def show_page(self, sent: int, count: int) -> None:
        """Show how many pages have gone to the printer."""
        self._show_progress(sent, count)
        self._say(f"Page {min(sent + 1, count)} of {count} to the printer")

    def show_end(self, prints: MonthPrints, sentences: Sequence[str], opens: str) -> None:
        """Say what came of all months; Esc and Close close the dialog again.

        Args:
            prints: The months.
            sentences: What is said of them.
            opens: What stands on the button `opening`; without words it is not shown.
        """
        self._running = False
        self.rows.show_end(prints.outcomes)
        self.progress.hide()
        self.choices.hide()
        self.opening.setText(opens)
        self.opening.setVisible(bool(opens))
        self.stop.setText("Close")
        self.stop.setDefault(True)
        self.stop.setFocus()
        self._say("\n".join(sentences))
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.sentence))

    @override
    def reject(self) -> None:
        """Stop what is running, by Esc or the button; else close."""
        if self._running:
            self.stopped.emit()
        else:
            super().reject()

    def _lay_out(self, months: str) -> None:
        title = QLabel(f"Print or save {months}")
        title.setObjectName("dialog_title")
        self.said.setWordWrap(True)
        self.said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.progress.setAccessibleName("Months done")
        self.progress.setTextVisible(False)
        self.progress.hide()
        self.opening.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 14, 22, 14)
        layout.setSpacing(9)
        layout.addWidget(title)
        layout.addWidget(self.rows, 1)
        for widget in (self.choices, self.progress, self.said, self._buttons):
            layout.addWidget(widget)
        self.start.setDefault(True)  # a dialog knows no button before it stands there
        self.setMinimumWidth(480)
        fit_screen(self, _SIZE)

    def _show_choices(self) -> None:
        """Say what the order would do, and whether it can be done."""
        obstacle = self.choices.obstacle
        self.rows.announce(self.choices.files)
        self.start.setText(self.choices.answer)
        self.start.setEnabled(not obstacle)
        hint = _SEVERAL if self._alone else ""
        self._say(obstacle or self.choices.promise or hint, "error" if obstacle else "plain")

    def _show_progress(self, done: int, count: int) -> None:
        self.progress.setRange(0, count)
        self.progress.setValue(done)

    def _say(self, sentence: str, look: str = "plain") -> None:
        self.said.setText(sentence)
        self.said.setVisible(bool(sentence))
        give_look(self.said, look)


def _titled(filing: Filing) -> str:
    made_up = "  \u00b7  illustrative" if filing.illustrative else ""
    return f"{filing.title}{made_up}"


def _said(outcome: MonthOutcome) -> str:
    if outcome.came is Came.KEPT:
        return f"left alone: {outcome.why}"
    if outcome.came is Came.FAILED:
        return f"failed. {outcome.why}".rstrip()
    return _CAME[outcome.came]


def _colour(outcome: MonthOutcome, theme: Theme) -> QColor | None:
    colours = {Came.DONE: theme.good, Came.KEPT: theme.warning, Came.FAILED: theme.error}
    return colours.get(outcome.came)
