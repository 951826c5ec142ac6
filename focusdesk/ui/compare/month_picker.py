"""The check list of months to lay side by side."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from focusdesk.filing.filing import Filing
from focusdesk.ui.look.small_screen import fit_screen

_FILING_ROLE = Qt.ItemDataRole.UserRole + 1
_FEWEST = 2


class MonthPicker(QDialog):
    """Choose two or more months; Space ticks the one under the cursor, Enter shows them."""

    def __init__(
        self, filings: Sequence[Filing], chosen: Sequence[Filing], parent: QWidget | None = None
    ) -> None:
        """Build the list.

        Args:
            filings: The firm's filings, the newest first.
            chosen: Those that are ticked.
            parent: The window.
        """
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Months side by side")
        title = QLabel("Which months?")
        title.setObjectName("dialog_title")
        self.list = QListWidget()
        self.list.setAccessibleName("Months")
        self.list.setSpacing(2)
        self._hint = QLabel()
        self._hint.setObjectName("hint")
        self._hint.setWordWrap(True)
        self._buttons = QDialogButtonBox()
        self._show = self._buttons.addButton("Compare", QDialogButtonBox.ButtonRole.AcceptRole)
        self._buttons.addButton("Cancel", QDialogButtonBox.ButtonRole.RejectRole)
        self._fill(filings, {filing.id for filing in chosen})
        self._tie()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 18, 22, 18)
        layout.setSpacing(10)
        for widget in (title, self.list, self._hint, self._buttons):
            layout.addWidget(widget)
        self.setMinimumWidth(380)
        fit_screen(self, QSize(380, 460))
        self._on_ticked()

    @property
    def chosen(self) -> tuple[Filing, ...]:
        """The ticked filings, the oldest first."""
        items = (self.list.item(at) for at in reversed(range(self.list.count())))
        return tuple(
            item.data(_FILING_ROLE) for item in items if item.checkState() is Qt.CheckState.Checked
        )

    @property
    def hint(self) -> str:
        """What stands under the list."""
        return self._hint.text()

    def _tie(self) -> None:
        self._show.setDefault(True)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self.list.itemChanged.connect(self._on_ticked)

    def _fill(self, filings: Sequence[Filing], ticked: set[int]) -> None:
        for filing in filings:
            made_up = "  \u00b7  illustrative" if filing.illustrative else ""
            item = QListWidgetItem(f"{filing.title}{made_up}", self.list)
            item.setData(_FILING_ROLE, filing)
            state = Qt.CheckState.Checked if filing.id in ticked else Qt.CheckState.Unchecked
            item.setCheckState(state)
        if ticked and self.list.count():
            self.list.setCurrentRow(0)

    def _on_ticked(self) -> None:
        enough = len(self.chosen) >= _FEWEST
        self._show.setEnabled(enough)
        self._hint.setText(
            "They stand from the oldest to the newest; the change is that of the last two."
            if enough
            else "Tick at least two months."
        )
