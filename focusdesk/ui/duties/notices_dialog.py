"""The notices of a month: what is due to whom until when, and what became of it."""

import datetime as dt
from collections.abc import Callable, Mapping

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from focusdesk.filing.edit import EditRefused
from focusdesk.filing.filing import OF_THE_MONTH
from focusdesk.filing.notice import Notice
from focusdesk.filing.notice_book import NoticeBook
from focusdesk.filing.notice_words import moment_words
from focusdesk.filing.ports import StoreError
from focusdesk.filing.session import FilingSession
from focusdesk.ui.duties.listed_notices import HEADINGS, ListedNotice, NoticeDue, listed_notices
from focusdesk.ui.duties.notice_form import AskedField, NoticeForm
from focusdesk.ui.look.note_words import count_of
from focusdesk.ui.look.record_table import Record, RecordModel, RecordTable
from focusdesk.ui.look.small_screen import fit_screen

_EVENT = HEADINGS.index("Event")
_MINUTE = 60_000
_NONE = "The figures call for no notice, and none is on record."
_MOMENT = "2014-02-03 12:30"


class NoticesDialog(QDialog):
    """Lists notices, with all that there is to say of the one that is chosen.

    Attributes:
        place_chosen: The code of the box that the user goes to.
        print_asked: A title and words: what to tell whom, to be printed.
        table: The list.
        words: All that is said of the notice that is chosen.
        go: Goes to its box.
        aware: Says since when the firm is aware of it.
        given: Says that notice was given.
        error: Says that it was an error of entry.
        print_it: Prints what to tell.
        copy: Copies that.
        counted: How many there are, and whether the machine's clock ran back.
        form: What is being said of a notice; `None` for nothing.
    """

    place_chosen = Signal(str)
    print_asked = Signal(str, str)

    def __init__(
        self, session: FilingSession, due_of: NoticeDue, parent: QWidget | None = None
    ) -> None:
        """List the notices of a month.

        Args:
            session: The filing.
            due_of: Until when a notice is due.
            parent: The window.

        Raises:
            StoreError: they cannot be read.
        """
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(f"Notices of {session.filing.title}")
        self._session, self._due_of = session, due_of
        self._book = NoticeBook(session)
        self._listed: tuple[ListedNotice, ...] = ()
        self.form: NoticeForm | None = None
        self._model = RecordModel(HEADINGS, self)
        self.table = RecordTable(self._model, {_EVENT: 1})
        self.words = QPlainTextEdit()
        self.counted = QLabel()
        self.go = _button("&Go there")
        self.aware = _button("Firm became &aware\u2026")
        self.given = _button("&Notice given\u2026")
        self.error = _button("&Entry error\u2026")
        self.print_it = _button("&Print\u2026")
        self.copy = _button("&Copy")
        self._buttons = QDialogButtonBox()
        close = self._buttons.addButton("Close", QDialogButtonBox.ButtonRole.RejectRole)
        close.setAutoDefault(False)
        self._lay_out()
        self._tie()
        self._list()

    @property
    def filing_id(self) -> int:
        """The number of the filing whose notices are listed."""
        return self._session.filing.id

    @property
    def listed(self) -> tuple[ListedNotice, ...]:
        """What is listed."""
        return self._listed

    def choose(self, event: tuple[str, str]) -> None:
        """Come to the first notice of an event, the open one where there is one.

        Args:
            event: The check that does not hold, and the id of its schedule.
        """
        for at, each in enumerate(self._listed):
            if each.event == event:
                self.table.choose(at)
                return

    def refresh(self) -> None:
        """List the notices as they stand now; the place in the list stays."""
        try:
            self._list()
        except StoreError as error:
            self.counted.setText(str(error))

    def _lay_out(self) -> None:
        self.table.setAccessibleName("Notices")
        self.words.setAccessibleName("What is on record of this notice")
        self.words.setObjectName("note_words")  # how it looks, with the keyboard and without
        self.words.setReadOnly(True)
        self.words.setTabChangesFocus(True)
        self.words.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.counted.setObjectName("hint")
        self.counted.setWordWrap(True)
        of_notice, foot = QHBoxLayout(), QHBoxLayout()
        for button in (self.go, self.aware, self.given, self.error):
            of_notice.addWidget(button)
        of_notice.addStretch(1)
        for button in (self.print_it, self.copy):
            foot.addWidget(button)
        foot.addStretch(1)
        foot.addWidget(self._buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 14, 14, 12)
        layout.setSpacing(8)
        layout.addWidget(self.table, 2)
        layout.addWidget(self.words, 3)
        layout.addLayout(of_notice)
        layout.addWidget(self.counted)
        layout.addLayout(foot)
        fit_screen(self, QSize(860, 600))

    def _tie(self) -> None:
        self.go.setDefault(True)
        self.table.chosen.connect(self._on_go)
        self.table.selectionModel().currentRowChanged.connect(self._show_words)
        self.go.clicked.connect(self._on_go)
        self.aware.clicked.connect(self._ask_aware)
        self.given.clicked.connect(self._ask_given)
        self.error.clicked.connect(self._ask_error)
        self.print_it.clicked.connect(self._on_print)
        self.copy.clicked.connect(
            lambda: QGuiApplication.clipboard().setText(self.words.toPlainText())
        )
        self._buttons.rejected.connect(self.reject)
        every_minute = QTimer(self)
        every_minute.setInterval(_MINUTE)
        every_minute.timeout.connect(self.refresh)
        every_minute.start()

    def _list(self) -> None:
        at = max(self.table.current, 0)
        now = dt.datetime.now(dt.UTC)
        self._listed = listed_notices(self._book, self._session.edition, self._due_of, now)
        self._model.show([Record(each.cells, each.words) for each in self._listed])
        self.table.choose(at)
        self.counted.setText(self._said())
        self._show_words()

    def _said(self) -> str:
        back = self._book.clock_ran_back()
        clock = "".join(
            f" The machine's clock ran back from {moment_words(before)} to {moment_words(after)}."
            for before, after in back
        )
        if not self._listed:
            return _NONE + clock
        still = sum(each.notice is not None and each.notice.is_open for each in self._listed)
        return f"{count_of(len(self._listed), 'notice')}, {still} open.{clock}"

    @property
    def _chosen(self) -> ListedNotice | None:
        at = self.table.current
        return self._listed[at] if 0 <= at < len(self._listed) else None

    def _show_words(self) -> None:
        chosen = self._chosen
        self.words.setPlainText(chosen.words if chosen else "")
        can_say = chosen is not None and chosen.notice is not None and chosen.notice.is_open
        for button in (self.aware, self.given, self.error):
            button.setEnabled(can_say and not self._session.read_only)
        for button in (self.go, self.print_it, self.copy):
            button.setEnabled(chosen is not None)

    def _on_go(self) -> None:
        if self._chosen is not None and self._chosen.code:
            code = self._chosen.code
            self.accept()
            self.place_chosen.emit(code)

    def _on_print(self) -> None:
        if self._chosen is not None:
            title = f"{self._session.filing.title}: {self._chosen.cells[_EVENT]}"
            self.print_asked.emit(title, self._chosen.words)

    def _ask_aware(self) -> None:
        def keep(notice: Notice, said: Mapping[str, str]) -> None:
            self._book.became_aware(notice, _moment(said["when"]), said["how"])

        stamp = self._chosen.notice.stamp if self._chosen and self._chosen.notice else None
        when = AskedField("when", "&When", moment_words(stamp) if stamp else "", _MOMENT)
        how = AskedField("how", "&How it came to light", example="the noon computation")
        self._ask("Since when the firm is aware", (when, how), keep)

    def _ask_given(self) -> None:
        event = self._chosen.notice.event if self._chosen and self._chosen.notice else None
        fields = (
            AskedField("when", "&When", moment_words(dt.datetime.now(dt.UTC)), _MOMENT),
            AskedField("by", "&By whom", example="name and office"),
            AskedField("to", "&To whom", ", ".join(event.to) if event else ""),
            AskedField("reference", "Re&ference", example="of the filing or the call"),
        )
        self._ask("Notice was given", fields, self._book.give)

    def _ask_error(self) -> None:
        def keep(notice: Notice, said: Mapping[str, str]) -> None:
            self._book.was_entry_error(notice, said["reason"])

        example = "7020 had a digit too many; corrected from the ledger"
        reason = AskedField("reason", "&What was wrong, and how it was corrected", example=example)
        self._ask("An error of entry, corrected", (reason,), keep)

    def _ask(
        self,
        title: str,
        fields: tuple[AskedField, ...],
        keep: Callable[[Notice, Mapping[str, str]], object],
    ) -> None:
        chosen = self._chosen
        if chosen is None or chosen.notice is None:
            return
        notice = chosen.notice
        self.form = NoticeForm(title, fields, lambda said: keep(notice, said), self)
        self.form.accepted.connect(self.refresh)
        self.form.open()


def _button(words: str) -> QPushButton:
    button = QPushButton(words)
    button.setAutoDefault(False)
    return button


def _moment(text: str) -> dt.datetime:
    """Read a moment by the clock on the wall.

    Raises:
        EditRefused: it is none.
    """
    try:
        return dt.datetime.fromisoformat(text.strip()).astimezone()
    except (OverflowError, ValueError) as error:
        sentence = f'"{text}" is no date with a time. Write it like {_MOMENT}.'
        raise EditRefused(OF_THE_MONTH, sentence) from error
