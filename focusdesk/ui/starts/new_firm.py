"""New firm: who files, from which month on, the facts the form's rules ask for, and where to."""

import contextlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from focusdesk.filing.register import NoEdition
from focusdesk.form.box import Box, BoxKind, EntryError, Value
from focusdesk.form.edition import Edition
from focusdesk.form.period import Period
from focusdesk.ui.edges import Edges
from focusdesk.ui.file_questions import STORE_SUFFIX, FileQuestions
from focusdesk.ui.look.small_screen import InPieces
from focusdesk.ui.starts.edition_field import EditionField
from focusdesk.ui.starts.period_field import PeriodField

_BESIDE = 150  # pixels: the title, the sentence of what is wrong, the buttons

_QUESTION_WIDTH = 500


@dataclass(frozen=True, slots=True)
class NewFirmAnswer:
    """The firm that the user wants to start.

    Attributes:
        store: The file that will keep its months.
        period: Its first month here.
        values: What is known of it already, by box.
        edition: The id of the edition in which that month is held.
    """

    store: Path
    period: Period
    values: Mapping[str, Value]
    edition: str


class NewFirm(QDialog):
    """The dialog; `answered` carries a `NewFirmAnswer`."""

    answered = Signal(object)

    def __init__(
        self,
        edges: Edges,
        questions: FileQuestions,
        parent: QWidget | None = None,
    ) -> None:
        """Ask for a firm.

        Args:
            edges: Know the form's editions, the day, and where stores are kept.
            questions: Asks for the place of the file.
            parent: The window.
        """
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("New firm")
        self._edges, self._questions = edges, questions
        today = edges.today()
        self.name, self.number, self.place = QLineEdit(), QLineEdit(), QLineEdit()
        self.period = PeriodField(Period(today.year, today.month).plus(-1))
        self.facts: dict[str, QComboBox] = {}
        self.edition, self.problem = EditionField(edges.editions().values()), QLabel()
        self._facts_form = QFormLayout()
        self._named_by_hand = False
        self._buttons = QDialogButtonBox()
        self.start = self._buttons.addButton("Start firm", QDialogButtonBox.ButtonRole.AcceptRole)
        self._lay_out()
        self._tie()
        self._show_edition()
        self._propose_place()

    def refuse(self, sentence: str) -> None:
        """Say why the firm was not started, and let the user change the answer."""
        self.problem.setText(sentence)

    def choose_place(self) -> None:
        """Ask for the file's place by the system's own dialog."""
        chosen = self._questions.new_store(self, Path(self.place.text()))
        if chosen is not None:
            self._named_by_hand = True
            self.place.setText(str(chosen))

    def _lay_out(self) -> None:
        title = QLabel("Start a firm")
        title.setObjectName("dialog_title")
        self.problem.setObjectName("said_at_field")
        self.problem.setWordWrap(True)
        self._facts_form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        self._facts_form.setVerticalSpacing(6)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 18, 22, 18)
        layout.setSpacing(12)
        layout.addWidget(title)
        fields = QWidget()
        asked = QVBoxLayout(fields)
        asked.setContentsMargins(0, 0, 0, 0)
        asked.setSpacing(12)
        for part in (self._identity_form(), self._facts_form):
            asked.addLayout(part)
        layout.addWidget(InPieces(fields, _BESIDE), 1)
        layout.addWidget(self.problem)
        layout.addWidget(self._buttons)
        self.setMinimumWidth(560)

    def _identity_form(self) -> QFormLayout:
        self.name.setPlaceholderText("As it stands on the cover of the report")
        self.number.setPlaceholderText("8-12345")
        self.place.setAccessibleName("Kept in the file")
        choose = QPushButton("C&hoose\u2026")
        choose.clicked.connect(self.choose_place)
        self._last_asked: QWidget = choose
        place = QHBoxLayout()
        place.setSpacing(8)
        place.addWidget(self.place, 1)
        place.addWidget(choose)
        kept_in = QLabel("&Kept in the file")
        kept_in.setBuddy(self.place)
        form = QFormLayout()
        form.setHorizontalSpacing(14)
        form.setVerticalSpacing(10)
        form.addRow("&Name of the firm", self.name)
        form.addRow("&SEC file number", self.number)
        form.addRow("First &month here", self.period)
        form.addRow("", self.edition)
        form.addRow(kept_in, place)
        return form

    def _tie(self) -> None:
        self.start.setDefault(True)
        self._buttons.addButton("Cancel", QDialogButtonBox.ButtonRole.RejectRole)
        self.name.textChanged.connect(self._propose_place)
        self.place.textEdited.connect(self._on_place_edited)
        self.period.changed.connect(self._show_edition)
        self.edition.changed.connect(self._show_edition)
        self._buttons.accepted.connect(self._on_accepted)
        self._buttons.rejected.connect(self.reject)

    def _show_edition(self) -> None:
        """Name the form for the month, and ask the facts that its rules turn on."""
        with contextlib.suppress(NoEdition):  # the field says so
            self.edition.show_for(self.period.period)
        edition = self.edition.edition
        if edition is None:
            return
        self.number.setEnabled(bool(edition.file_number_code))
        for box in facts_asked(edition):
            if box.code not in self.facts:
                answer = self.facts[box.code] = _yes_no()
                question = edition.line_of(box.code).text
                answer.setAccessibleName(question)
                words = QLabel(question)
                words.setWordWrap(True)
                words.setMinimumWidth(_QUESTION_WIDTH)
                self._facts_form.addRow(words, answer)
                self.setTabOrder(self._last_asked, answer)
                self._last_asked = answer

    def _propose_place(self) -> None:
        """Name the file after the firm until the user names it."""
        if not self._named_by_hand:
            letters = "".join(sign if sign.isalnum() else " " for sign in self.name.text())
            name = " ".join(letters.split()) or "My firm"
            self.place.setText(str(self._edges.default_store.parent / f"{name}{STORE_SUFFIX}"))

    def _on_place_edited(self) -> None:
        self._named_by_hand = True

    def _on_accepted(self) -> None:
        edition = self.edition.edition
        if edition is None:
            self.refuse(f"No edition of the form is in force for {self.period.period.label}.")
            return
        if not self.name.text().strip():
            self.refuse("The firm needs a name: it stands at the head of every page.")
            self.name.setFocus()
            return
        if not self.place.text().strip():
            self.refuse("Say in which file the firm's months are kept.")
            self.place.setFocus()
            return
        try:
            values = dict(self._values(edition))
        except EntryError as error:
            self.refuse(str(error))
            return
        store = Path(self.place.text().strip()).expanduser()
        store = store if store.suffix else store.with_suffix(STORE_SUFFIX)
        self.answered.emit(NewFirmAnswer(store, self.period.period, values, edition.id))

    def _values(self, edition: Edition) -> Iterator[tuple[str, Value]]:
        typed = {
            edition.firm_code: self.name.text(),
            edition.file_number_code: self.number.text(),
        }
        for code, text in typed.items():
            if code in edition.boxes:
                yield code, edition.boxes[code].parse(text)
        for code, answer in self.facts.items():
            if code in edition.boxes and answer.currentData() is not None:
                yield code, answer.currentData()


def facts_asked(edition: Edition) -> tuple[Box, ...]:
    """Give the questions about the firm that the form's rules turn on and no page prints."""
    return tuple(
        box for box in edition.boxes.values() if box.kind is BoxKind.YES_NO and not box.printed
    )


def _yes_no() -> QComboBox:
    answer = QComboBox()
    answer.addItem("Not answered yet", None)
    answer.addItem("Yes", userData=True)
    answer.addItem("No", userData=False)
    return answer
