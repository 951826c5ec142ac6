"""The carried figures of a month: what each is, where it comes from, and what asks for it."""

from PySide6.QtCore import QModelIndex, QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from focusdesk.calc.checks import State
from focusdesk.filing.carried_figures import (
    EarlierFigure,
    FigureField,
    FigureRefused,
    KnownFigure,
)
from focusdesk.filing.edit import EditRefused
from focusdesk.filing.filing import Status
from focusdesk.filing.given_figure import GivenFigure
from focusdesk.filing.kept_text import LONGEST_SOURCE
from focusdesk.filing.ports import StoreError
from focusdesk.filing.session import FilingSession
from focusdesk.ui.look.record_table import Record, RecordModel, RecordTable
from focusdesk.ui.look.small_screen import fit_screen

_HEADINGS = ("Figure", "Amount", "Source, who and when", "Checks")
_PAST = ("When", "Amount", "Source, or why it was withdrawn", "Who")
_SIZE = QSize(880, 620)
_LOWEST = 58  # pixels: a heading and a row
_CAME_TO = {State.HOLDS: "holds", State.FAILS: "fails", State.NOT_EVALUATED: "waits"}


class FiguresDialog(QDialog):
    """Lists the carried figures; the one that is chosen is given below the list.

    What was typed is kept when another figure is chosen; what is refused stays where it is. Below
    stands all that was ever given for it, and what the month before had, whose source's words can
    be taken anew: the figure itself never comes along.

    Attributes:
        table: The list.
        amount: What the chosen figure is.
        source: Where it comes from.
        at_amount: Why the amount was refused.
        at_source: Why the source was refused, or nothing was written.
        said: Which figure it is, and what may be done with it.
        history: What was given for it, the newest first, then what the month before had.
        take_last: Takes the words of last month's source.
        keep: Keeps it.
        leave: Keeps it and closes.
    """

    def __init__(self, session: FilingSession, code: str, parent: QWidget | None = None) -> None:
        """List the figures of a month.

        Args:
            session: The month.
            code: The figure to begin with; empty for the first.
            parent: The window.

        Raises:
            StoreError: they cannot be read.
        """
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(f"Carried figures of {session.filing.title}")
        self._session = session
        self._known: tuple[KnownFigure, ...] = ()
        self._past: tuple[GivenFigure, ...] = ()
        self._earlier: EarlierFigure | None = None
        self._shown = -1
        self._model = RecordModel(_HEADINGS, self)
        self.table = RecordTable(self._model, {0: 3, 2: 4})
        self._past_model = RecordModel(_PAST, self)
        self.history = RecordTable(self._past_model, {2: 1})
        self.take_last = QPushButton("Last month\u2019s words  Ctrl+D")
        self.take_last.setAccessibleName("Last month\u2019s words")
        self.amount, self.source = QLineEdit(), QLineEdit()
        self.at_amount, self.at_source, self.said = QLabel(), QLabel(), QLabel()
        self.keep, self.leave = QPushButton("&Keep"), QPushButton("Close")
        self._lay_out()
        self._list()
        self._choose(code)
        self._show()
        self._tie()
        fit_screen(self, _SIZE)

    @override
    def reject(self) -> None:
        """Put back what was typed and not kept; where nothing was, close."""
        if self._is_written:
            self._show()
        else:
            super().reject()

    def _lay_out(self) -> None:
        self.table.setAccessibleName("Carried figures")
        self.history.setAccessibleName("What was given for the figure")
        for table in (self.table, self.history):
            table.setMinimumHeight(_LOWEST)
        self.said.setObjectName("hint")
        for label in (self.at_amount, self.at_source):
            label.setObjectName("said_at_field")
        for label in (self.at_amount, self.at_source, self.said):
            label.setWordWrap(True)
        self.source.setMaxLength(LONGEST_SOURCE)
        self.source.setPlaceholderText("net capital computation of 31 Jan, NC-2014-01, cell H44")
        for field in (self.amount, self.source):
            field.setReadOnly(self._session.read_only)
        self.keep.setEnabled(not self._session.read_only)
        self.keep.setDefault(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 14, 14, 12)
        layout.setSpacing(8)
        layout.addWidget(self.table, 3)
        layout.addWidget(self.said)
        layout.addLayout(self._fields())
        layout.addWidget(self.history, 1)
        layout.addLayout(self._buttons())

    def _buttons(self) -> QHBoxLayout:
        buttons = QHBoxLayout()
        buttons.addWidget(self.keep)
        buttons.addWidget(self.take_last)
        buttons.addStretch(1)
        buttons.addWidget(self.leave)
        return buttons

    def _fields(self) -> QFormLayout:
        fields = QFormLayout()
        fields.setVerticalSpacing(6)
        fields.addRow("&Amount", self.amount)
        fields.addRow("", self.at_amount)
        fields.addRow("&Source", self.source)
        fields.addRow("", self.at_source)
        return fields

    def _tie(self) -> None:
        self.table.selectionModel().currentRowChanged.connect(self._on_row_changed)
        self.table.chosen.connect(self._on_chosen)
        self.history.chosen.connect(self._on_past_chosen)
        self.take_last.clicked.connect(self._on_take_last)
        QShortcut(QKeySequence("Ctrl+D"), self).activated.connect(self._on_take_last)
        self.keep.clicked.connect(self._on_keep)
        self.leave.clicked.connect(self._on_leave)
        for field in (self.amount, self.source):
            field.textEdited.connect(self._on_edited)

    def _list(self) -> None:
        self._known = self._session.carried.known()
        self._model.show([self._record(each) for each in self._known])

    def _choose(self, code: str) -> None:
        codes = [each.figure.code for each in self._known]
        self.table.choose(codes.index(code) if code in codes else 0)

    def _record(self, each: KnownFigure) -> Record:
        asking = self._session.checks.asking(each.figure.code)
        checks = ", ".join(dict.fromkeys(f"{it.id} {_CAME_TO[it.state]}" for it in asking))
        return Record((_name(each), each.shown, each.origin, checks or "none now"))

    def _show(self) -> None:
        """Show the chosen figure in the fields."""
        self._shown = self.table.current
        if not 0 <= self._shown < len(self._known):
            return
        each = self._known[self._shown]
        own = None if each.filed else each.given
        self.amount.setText(own.shown if own else "")
        self.source.setText(own.source if own else "")
        self.amount.setAccessibleName(f"Amount of {each.figure.label}")
        self.source.setAccessibleName(f"Source of {each.figure.label}")
        self._say_nothing()
        self._show_past(each)
        self.said.setText(self._words(each))

    def _show_past(self, each: KnownFigure) -> None:
        """List what was given for a figure; without anything there is no list."""
        code = each.figure.code
        self._earlier = self._session.carried.earlier(code)
        self._past = tuple(reversed(self._session.carried.history(code)))
        records = [Record((it.when, it.shown or "blank", it.said, it.author)) for it in self._past]
        if self._earlier:
            given = self._earlier.given
            self._past += (given,)
            records.append(Record((self._earlier.month, given.shown, given.said, given.author)))
        self._past_model.show(records)
        self.history.setVisible(bool(records))
        self.take_last.setEnabled(self._earlier is not None and not self._session.read_only)

    def _words(self, each: KnownFigure) -> str:
        """Say which figure it is, and what may be done with it."""
        if self._session.read_only:
            sealed = self._session.filing.status is Status.SEALED
            why = "The month is sealed" if sealed else "The store is read-only"
            return f"{_name(each)}. {why}: nothing can be given."
        if each.filed:
            return f"{_name(each)}: {each.shown}, of {each.filed}. Give another one to replace it."
        if each.given:
            return f"{_name(each)}. A blank amount withdraws it; the source then says why."
        had = f" {self._earlier.not_carried}" if self._earlier else ""
        return f"{_name(each)}. {each.origin.rstrip('.')}.{had}"

    @property
    def _is_written(self) -> bool:
        """Whether something was typed that is not kept."""
        return self.amount.isModified() or self.source.isModified()

    def _on_edited(self) -> None:
        self._say_nothing()

    def _say_nothing(self) -> None:
        self.at_amount.clear()
        self.at_source.clear()

    def _on_chosen(self) -> None:
        self.amount.setFocus()
        self.amount.selectAll()

    def _on_take_last(self) -> None:
        if self._earlier:
            self._take_words(self._earlier.given)

    def _on_past_chosen(self, at: int) -> None:
        if self._past[at].value is not None:  # else it says why the figure was withdrawn
            self._take_words(self._past[at])

    def _take_words(self, given: GivenFigure) -> None:
        """Offer the words of a source anew, to be corrected; the figure itself does not come."""
        if self._session.read_only:
            return
        self.source.selectAll()
        self.source.insert(given.source)  # as if it was typed: undo brings back what stood there
        self._say_nothing()
        (self.source if self.amount.text() else self.amount).setFocus()

    def _on_row_changed(self, row: QModelIndex) -> None:
        if row.row() in (-1, self._shown):
            return
        if self._is_written and not self._take():
            self.table.choose(self._shown)
            return
        self._show()

    def _on_keep(self) -> None:
        if self._take():
            self._show()
            self.table.setFocus()

    def _on_leave(self) -> None:
        if not self._is_written or self._take():
            self.accept()

    def _take(self) -> bool:
        """Keep what is in the fields; where it is refused, say so there and go there."""
        at, chosen = self._shown, self.table.current
        try:
            code = self._known[at].figure.code
            self._session.give_figure(code, self.amount.text(), self.source.text())
            self._shown = chosen  # listing anew chooses nothing for a moment
            self._list()
        except (EditRefused, StoreError) as error:
            self._refuse(error)
            return False
        self.table.choose(chosen)
        for field in (self.amount, self.source):
            field.setModified(False)
        return True

    def _refuse(self, error: EditRefused | StoreError) -> None:
        amount = isinstance(error, FigureRefused) and error.field is FigureField.AMOUNT
        label, field = (self.at_amount, self.amount) if amount else (self.at_source, self.source)
        label.setText(str(error))
        field.setFocus()
        field.selectAll()


def _name(each: KnownFigure) -> str:
    """Name a figure with the number that its page prints, where it has one."""
    code = each.figure.code
    return f"{code}  {each.figure.name}" if code.isdigit() else each.figure.name
