"""The months that are being printed or saved, a row each, with what comes of them."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from focusdesk.filing.filing import Filing
from focusdesk.ui.month_prints import Came, MonthOutcome
from focusdesk.ui.theme import Theme, theme_of

_LOWEST = 64  # pixels: two months, where the screen is small
_WORDS = {Came.DONE: "done", Came.CANCELLED: "cancelled"}


class MonthRows(QListWidget):
    """A list to read: each month, its file, and later what came of it."""

    def __init__(self, filings: Sequence[Filing], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Months to print or save")
        self.setWordWrap(True)
        self.setSpacing(1)
        self.setMinimumHeight(_LOWEST)
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
        theme = theme_of(QGuiApplication.palette())  # the list's own is that of its style sheet
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


def _titled(filing: Filing) -> str:
    made_up = "  \u00b7  illustrative" if filing.illustrative else ""
    return f"{filing.title}{made_up}"


def _said(outcome: MonthOutcome) -> str:
    if outcome.came is Came.KEPT:
        return f"left alone: {outcome.why}"
    if outcome.came is Came.FAILED:
        return f"failed. {outcome.why}".rstrip()
    return _WORDS[outcome.came]


def _colour(outcome: MonthOutcome, theme: Theme) -> QColor | None:
    colours = {Came.DONE: theme.good, Came.KEPT: theme.warning, Came.FAILED: theme.error}
    return colours.get(outcome.came)
