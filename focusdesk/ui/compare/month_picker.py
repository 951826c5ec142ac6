"""The check list of months to lay side by side, and beside it the months that are often wanted."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from focusdesk.filing.filing import Filing
from focusdesk.filing.month_choice import (
    AS_PRINTED,
    MonthChoice,
    MonthsRefused,
    Offer,
    Preset,
    any_months,
)
from focusdesk.ui.look.pills import give_look
from focusdesk.ui.look.small_screen import fit_screen

_FILING_ROLE = Qt.ItemDataRole.UserRole + 1
_PRINT_ROLE = Qt.ItemDataRole.UserRole + 2
_PRINT_ALONE = (
    "A last print stands beside its own month alone. Untick the other months, or the print."
)


class MonthPicker(QDialog):
    """Choose two or more months; Space ticks the one under the cursor, Enter shows them.

    Attributes:
        list: The months, the newest first; a month that was printed has its last print under it.
        presets: The buttons that tick months which are often wanted.
        preset: Which of them ticked what is ticked now; `None` for none.
    """

    def __init__(
        self,
        filings: Sequence[Filing],
        choice: MonthChoice,
        offers: Sequence[Offer],
        parent: QWidget | None = None,
    ) -> None:
        """Build the list.

        Args:
            filings: The firm's filings, the newest first.
            choice: What is ticked.
            offers: The presets, as they are seen from the month that is looked at.
            parent: The window.
        """
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Months side by side")
        self.list = QListWidget()
        self.list.setAccessibleName("Months")
        self.list.setSpacing(1)
        self.presets: list[QPushButton] = []
        self.preset: Preset | None = None
        self._hint = QLabel()
        self._hint.setObjectName("hint")
        self._hint.setWordWrap(True)
        self._buttons = QDialogButtonBox()
        self._show = self._buttons.addButton("Compare", QDialogButtonBox.ButtonRole.AcceptRole)
        self._buttons.addButton("Cancel", QDialogButtonBox.ButtonRole.RejectRole)
        self._fill(filings, _printed(offers))
        self._lay_out(offers)
        self._tie()
        self._tick(choice)

    @property
    def choice(self) -> MonthChoice:
        """What is ticked.

        Raises:
            MonthsRefused: it cannot be laid side by side; the sentence says why.
        """
        ticked = [item for item in self._items() if item.checkState() is Qt.CheckState.Checked]
        months: list[Filing] = [
            item.data(_FILING_ROLE) for item in ticked if not item.data(_PRINT_ROLE)
        ]
        prints: list[Filing] = [
            item.data(_FILING_ROLE) for item in ticked if item.data(_PRINT_ROLE)
        ]
        if not prints:
            return any_months(months)
        if months != prints:
            raise MonthsRefused(_PRINT_ALONE if len(ticked) > 1 else _WITH_ITS_PRINT)
        return MonthChoice((months[0],), from_print=True)

    @property
    def hint(self) -> str:
        """What stands under the list."""
        return self._hint.text()

    def take_preset(self, offer: Offer) -> None:
        """Tick the months of a preset, or say why it cannot be had."""
        if offer.choice is None:
            self._say(offer.why_not, "warning")
            return
        self._tick(offer.choice)
        self.preset = offer.preset
        if offer.choice.remark:
            self._say(offer.choice.remark, "plain")

    def _lay_out(self, offers: Sequence[Offer]) -> None:
        title = QLabel("Which months?")
        title.setObjectName("dialog_title")
        layout = QGridLayout(self)
        layout.setContentsMargins(22, 18, 22, 18)
        layout.setHorizontalSpacing(16)
        layout.setVerticalSpacing(10)
        layout.setColumnStretch(0, 1)
        layout.setRowStretch(1, 1)
        layout.addWidget(title, 0, 0, 1, 2)
        layout.addWidget(self.list, 1, 0)
        layout.addLayout(self._often(offers), 1, 1)
        layout.addWidget(self._hint, 2, 0, 1, 2)
        layout.addWidget(self._buttons, 3, 0, 1, 2)
        fit_screen(self, QSize(560, 460))

    def _often(self, offers: Sequence[Offer]) -> QVBoxLayout:
        """Lay the presets under each other, each with a digit that presses it."""
        heading, often = QLabel("OFTEN WANTED"), QVBoxLayout()
        heading.setObjectName("section_heading")
        often.setSpacing(6)
        often.addWidget(heading)
        for at, offer in enumerate(offers, 1):
            button = QPushButton(f"&{at}  {offer.preset.words}")
            button.setAccessibleName(offer.preset.words)
            button.setToolTip(offer.why_not)
            button.clicked.connect(self._taking(offer))
            often.addWidget(button)
            self.presets.append(button)
        often.addStretch(1)
        return often

    def _tie(self) -> None:
        self._show.setDefault(True)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self.list.itemChanged.connect(self._on_ticked)

    def _taking(self, offer: Offer) -> Callable[[], None]:
        return lambda: self.take_preset(offer)

    def _fill(self, filings: Sequence[Filing], printed: Filing | None) -> None:
        for filing in filings:
            made_up = "  ·  illustrative" if filing.illustrative else ""
            self._add(filing, f"{filing.title}{made_up}", as_printed=False)
            if printed is not None and filing.id == printed.id:
                self._add(filing, f"{filing.title}  ·  {AS_PRINTED}", as_printed=True)

    def _add(self, filing: Filing, words: str, *, as_printed: bool) -> None:
        item = QListWidgetItem(words, self.list)
        item.setData(_FILING_ROLE, filing)
        item.setData(_PRINT_ROLE, as_printed)
        item.setCheckState(Qt.CheckState.Unchecked)

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(at) for at in range(self.list.count())]

    def _tick(self, choice: MonthChoice) -> None:
        """Tick what a choice has, and nothing else; the cursor goes to the newest of it."""
        wanted = {filing.id for filing in choice.filings}
        self.list.blockSignals(True)  # noqa: FBT003 -- Qt's own signature
        newest: QListWidgetItem | None = None
        for item in self._items():
            is_print: bool = item.data(_PRINT_ROLE)
            ticked = item.data(_FILING_ROLE).id in wanted and (choice.from_print or not is_print)
            item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
            newest = item if newest is None and ticked else newest
        self.list.blockSignals(False)  # noqa: FBT003
        if newest is not None:
            self.list.setCurrentItem(newest)
        self._on_ticked()

    def _on_ticked(self) -> None:
        self.preset = None
        try:
            choice = self.choice
        except MonthsRefused as error:
            self._show.setEnabled(False)
            self._say(str(error), "plain")
            return
        self._show.setEnabled(True)
        count = len(choice.filings)
        what = "the print and the month as it is now" if choice.from_print else f"{count} months"
        self._say(f"Side by side, the oldest first: {what}.", "plain")

    def _say(self, words: str, look: str) -> None:
        self._hint.setText(words)
        give_look(self._hint, look)


_WITH_ITS_PRINT = "Tick the month itself too: its last print is compared with what it holds now."


def _printed(offers: Sequence[Offer]) -> Filing | None:
    """Give the month of which there is a last print that can be laid beside it."""
    for offer in offers:
        if offer.preset is Preset.LAST_PRINT and offer.choice is not None:
            return offer.choice.filings[0]
    return None
