"""New month: which period, rolled forward from which month, and what comes along."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QListWidget,
    QVBoxLayout,
    QWidget,
)

from focusdesk.filing.carried_figures import staying_behind_words
from focusdesk.filing.filing import Filing
from focusdesk.filing.ports import StoreError
from focusdesk.filing.register import Register
from focusdesk.form.box import show_value
from focusdesk.form.period import Period
from focusdesk.ui.edges import Edges
from focusdesk.ui.look.note_words import count_of
from focusdesk.ui.look.small_screen import InPieces, fit_screen
from focusdesk.ui.page.spoken import printed_code
from focusdesk.ui.starts.edition_field import EditionField
from focusdesk.ui.starts.period_field import PeriodField

_BESIDE = 210  # pixels: the title, what comes along, the sentence of what is wrong, the buttons


@dataclass(frozen=True, slots=True)
class NewMonthAnswer:
    """What the user wants started.

    Attributes:
        period: The new month.
        source: The month it is rolled forward from; `None` starts it empty.
        with_amounts: Amounts come along too.
        edition: The id of the edition in which it is held; `None` is the one in force.
    """

    period: Period
    source: Filing | None
    with_amounts: bool
    edition: str | None = None


class NewMonth(QDialog):
    """The dialog; `answered` carries a `NewMonthAnswer` when the user starts the month."""

    answered = Signal(object)

    def __init__(
        self,
        register: Register,
        edges: Edges,
        source: Filing | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Ask for a month.

        Args:
            register: The firm's filings.
            edges: Know the day.
            source: The month that is proposed for that; without it, the newest.
            parent: The window.
        """
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("New month")
        self._register, self._edges = register, edges
        self._filings: Sequence[Filing] = register.store.filings()
        source = source or next(iter(self._filings), None)
        self.period = PeriodField(self._proposed(source))
        self.source = QComboBox()
        self.with_amounts = QCheckBox("Amounts too, to be typed over")
        self.carried = QListWidget()
        self.edition = EditionField(register.editions.values())
        self.problem, self._comes_along = QLabel(), QLabel()
        self._buttons = QDialogButtonBox()
        self.start = self._buttons.addButton("Start month", QDialogButtonBox.ButtonRole.AcceptRole)
        self.start.setDefault(True)
        self._buttons.addButton("Cancel", QDialogButtonBox.ButtonRole.RejectRole)
        self._name_parts()
        self._lay_out()
        self._list_sources(source)
        self._tie()
        self._look()

    @property
    def comes_along(self) -> str:
        """What is said over the list of what comes along."""
        return self._comes_along.text()

    def refuse(self, sentence: str) -> None:
        """Say why the month was not started, and let the user change the answer."""
        self.problem.setText(sentence)

    def _proposed(self, source: Filing | None) -> Period:
        """Propose the first month after the one rolled forward that is not there yet.

        Without one it is the last full month.
        """
        if source is not None:
            started = {filing.period for filing in self._filings}
            later = (source.period.plus(months) for months in count(1))
            return next(period for period in later if period not in started)
        today = self._edges.today()
        return Period(today.year, today.month).plus(-1)

    def _name_parts(self) -> None:
        self.source.setAccessibleName("Rolled forward from")
        self.carried.setAccessibleName("What comes along")
        self.carried.setWordWrap(True)
        self.carried.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.problem.setObjectName("said_at_field")
        for label in (self.problem, self._comes_along):
            label.setWordWrap(True)

    def _tie(self) -> None:
        self.period.changed.connect(self._look)
        self.edition.changed.connect(self._look)
        self.source.currentIndexChanged.connect(self._look)
        self.with_amounts.toggled.connect(self._look)
        self._buttons.accepted.connect(self._on_accepted)
        self._buttons.rejected.connect(self.reject)

    def _lay_out(self) -> None:
        title = QLabel("Start a month")
        title.setObjectName("dialog_title")
        fields = QWidget()
        form = QFormLayout(fields)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(14)
        form.setVerticalSpacing(8)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow("&Period", self.period)
        form.addRow("&Form", self.edition)
        form.addRow("&Rolled forward from", self.source)
        form.addRow("", self.with_amounts)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 14, 22, 14)
        layout.setSpacing(8)
        layout.addWidget(title)
        layout.addWidget(InPieces(fields, _BESIDE))
        layout.addWidget(self._comes_along)
        layout.addWidget(self.carried, 1)
        layout.addWidget(self.problem)
        layout.addWidget(self._buttons)
        self.setMinimumWidth(520)
        self.carried.setMinimumHeight(48)
        fit_screen(self, QSize(520, 520))

    def _list_sources(self, source: Filing | None) -> None:
        for filing in self._filings:
            made_up = ", illustrative" if filing.illustrative else ""
            self.source.addItem(f"{filing.title}{made_up}", filing)
        self.source.addItem("Nothing: an empty month", None)
        at = [filing.id for filing in self._filings].index(source.id) if source else 0
        self.source.setCurrentIndex(at)

    @property
    def _answer(self) -> NewMonthAnswer:
        source: Filing | None = self.source.currentData()
        with_amounts = source is not None and self.with_amounts.isChecked()
        edition = self.edition.edition
        return NewMonthAnswer(
            self.period.period, source, with_amounts, edition.id if edition else None
        )

    def _look(self) -> None:
        """Show what the answer would do: the form in force, and what comes along."""
        self.carried.clear()
        try:
            self.edition.show_for(self.period.period)
            answer = self._answer
            self.with_amounts.setEnabled(answer.source is not None)
            carried = list(self._carried(answer))
            notes = list(self._carried_notes(answer))
        except StoreError as error:
            self.problem.setText(str(error))
            self.start.setEnabled(False)
            return
        self.carried.addItems([*carried, *notes])
        behind = self._stays_behind(answer)
        along = _along(len(carried), len(notes), answer)
        self._comes_along.setText("\n".join(words for words in (behind, along) if words))
        taken = any(filing.period == answer.period for filing in self._filings)
        self.problem.setText(f"{answer.period.label} has been started already." if taken else "")
        self.start.setEnabled(not taken)

    def _carried(self, answer: NewMonthAnswer) -> Iterator[str]:
        """List the boxes of the new month that something comes along for, with what comes."""
        edition = self.edition.edition
        if answer.source is None or edition is None:
            return
        carried = self._register.carried(
            answer.source, edition, answer.period, with_amounts=answer.with_amounts
        )
        for code, value in carried.items():
            shown = show_value(value, edition.boxes[code].kind)
            named = "   ".join(part for part in (printed_code(code), edition.name_of(code)) if part)
            yield f"{named}:  {shown}"

    def _carried_notes(self, answer: NewMonthAnswer) -> Iterator[str]:
        """List the permanent notes that come along, with their boxes in the new month."""
        edition = self.edition.edition
        if answer.source is None or edition is None:
            return
        for note in self._register.carried_notes(answer.source, edition):
            place = f"at {note.code}" if note.code else "on the month"
            yield f"Note {place}:  {' '.join(note.text.split())}"

    def _stays_behind(self, answer: NewMonthAnswer) -> str:
        """Say which figures must be given anew, though the month is rolled forward."""
        edition = self.edition.edition
        return "" if answer.source is None or edition is None else staying_behind_words(edition)

    def _on_accepted(self) -> None:
        self.answered.emit(self._answer)


def _along(boxes: int, notes: int, answer: NewMonthAnswer) -> str:
    if answer.source is None:
        return "Nothing comes along; the period's dates are filled in."
    what = "Identity, depository names, targets and standing facts"
    amounts = "and amounts come along" if answer.with_amounts else "come along; amounts stay blank"
    along = f"{count_of(boxes, 'box', 'boxes')}, {count_of(notes, 'permanent note')}"
    return f"{what} {amounts} ({along}):"
