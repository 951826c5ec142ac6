"""The files that are attached to a month and to its boxes: open, save a copy, withdraw, attach."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from focusdesk.filing.attachment import Attachment
from focusdesk.filing.filing import OF_THE_MONTH
from focusdesk.filing.ports import StoreError
from focusdesk.filing.session import FilingSession
from focusdesk.ui.edges import moment_words
from focusdesk.ui.look.note_words import count_of, place_words, size_words
from focusdesk.ui.look.record_table import Record, RecordModel, RecordTable
from focusdesk.ui.look.small_screen import fit_screen

HEADINGS = ("Box", "File", "Size", "By", "When", "SHA-256")
_NAME = HEADINGS.index("File")
_SHORT = 12
_NONE = "No file is attached to this month. Files can also be dropped on a box of the page."


class AttachmentsDialog(QDialog):
    """Lists files, those of the current box first.

    Attributes:
        open_asked: The `Attachment` that the user wants to look at.
        save_asked: The one that the user wants a copy of.
        withdraw_asked: The one that is to be taken off.
        attach_asked: The code that another file is to be attached to; `OF_THE_MONTH` for the month.
        table: The list.
        open_file: Opens the file that is chosen.
        save: Writes a copy of it.
        withdraw: Takes it off.
        attach: Attaches another file to the current box.
        attach_to_month: Attaches one to the month.
        counted: How many files there are, and what has just happened.
    """

    open_asked = Signal(object)
    save_asked = Signal(object)
    withdraw_asked = Signal(object)
    attach_asked = Signal(str)

    def __init__(self, session: FilingSession, code: str, parent: QWidget | None = None) -> None:
        """List the files of a month.

        Args:
            session: The filing.
            code: The current box; empty for none.
            parent: The window.

        Raises:
            StoreError: they cannot be read.
        """
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(f"Attached files of {session.filing.title}")
        self.session, self.code = session, code
        self._files: tuple[Attachment, ...] = ()
        self._model = RecordModel(HEADINGS, self)
        self.table = RecordTable(self._model, {_NAME: 1})
        self.counted = QLabel()
        self.open_file = QPushButton("&Open")
        self.save = QPushButton("&Save a copy\u2026")
        self.withdraw = QPushButton("&Withdraw\u2026")
        self.open_file.setDefault(True)
        self.attach = QPushButton(f"&Attach to {code}\u2026")
        self.attach_to_month = QPushButton("Attach to the &month\u2026")
        self._buttons = QDialogButtonBox()
        self._buttons.addButton("Close", QDialogButtonBox.ButtonRole.RejectRole)
        self._lay_out()
        self._tie()
        self._list()

    @property
    def files(self) -> tuple[Attachment, ...]:
        """What is listed."""
        return self._files

    def refresh(self) -> None:
        """List the files as they are attached now; the place in the list stays."""
        try:
            self._list()
        except StoreError as error:
            self.say(str(error))

    def say(self, sentence: str) -> None:
        """Say what has happened, or why it has not."""
        self.counted.setText(sentence)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self.withdraw.isEnabled():
            self._ask(self.withdraw_asked)
        else:
            super().keyPressEvent(event)

    def _list(self) -> None:
        at = max(self.table.current, 0)
        files = self.session.attachments()
        self._files = tuple(sorted(files, key=self._place))
        self._model.show([self._record(file) for file in self._files])
        self.table.choose(at)
        closed, some = self.session.read_only, bool(self._files)
        for button in (self.open_file, self.save):
            button.setEnabled(some)
        self.withdraw.setEnabled(some and not closed)
        self.attach.setVisible(bool(self.code))
        for button in (self.attach, self.attach_to_month):
            button.setEnabled(not closed)
        self.say(_counted(self._files))

    def _lay_out(self) -> None:
        self.table.setAccessibleName("Attached files")
        self.counted.setObjectName("hint")
        self.counted.setWordWrap(True)
        of_file, others = QHBoxLayout(), QHBoxLayout()
        for button in (self.open_file, self.save, self.withdraw):
            of_file.addWidget(button)
        of_file.addStretch(1)
        for button in (self.attach, self.attach_to_month):
            others.addWidget(button)
        others.addStretch(1)
        others.addWidget(self._buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 14, 14, 12)
        layout.setSpacing(8)
        layout.addWidget(self.table)
        layout.addLayout(of_file)
        layout.addWidget(self.counted)
        layout.addLayout(others)
        fit_screen(self, QSize(820, 440))

    def _tie(self) -> None:
        self.table.chosen.connect(self._on_open)
        self.open_file.clicked.connect(self._on_open)
        self.save.clicked.connect(lambda: self._ask(self.save_asked))
        self.withdraw.clicked.connect(lambda: self._ask(self.withdraw_asked))
        self.attach.clicked.connect(lambda: self.attach_asked.emit(self.code))
        self.attach_to_month.clicked.connect(lambda: self.attach_asked.emit(OF_THE_MONTH))
        self._buttons.rejected.connect(self.reject)

    def _on_open(self) -> None:
        self._ask(self.open_asked)

    def _ask(self, signal: SignalInstance) -> None:
        at = self.table.current
        if 0 <= at < len(self._files):
            signal.emit(self._files[at])

    def _place(self, file: Attachment) -> tuple[int, int]:
        """The current box first, then the month, then the boxes in the order of the form."""
        order = {code: at for at, code in enumerate(self.session.edition.boxes, start=2)}
        first = {self.code: 0} if self.code else {}
        return {**order, OF_THE_MONTH: 1, **first}.get(file.code, len(order) + 2), file.number

    def _record(self, file: Attachment) -> Record:
        when = moment_words(file.attached)
        code = file.code or "Month"
        cells = (code, file.name, size_words(file.size), file.author, when, file.digest[:_SHORT])
        place = place_words(self.session.edition, file.code)
        told = f"{file.name}, {size_words(file.size)}, attached by {file.author}, {when}"
        return Record(cells, f"{told}\n{place}\nSHA-256: {file.digest}")


def _counted(files: Sequence[Attachment]) -> str:
    if not files:
        return _NONE
    size = size_words(sum(file.size for file in files))
    return f"{count_of(len(files), 'file')}, {size}. The store keeps them, by their SHA-256."
