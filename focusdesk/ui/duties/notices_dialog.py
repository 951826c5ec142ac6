"""The notices of a month: what is due to whom until when, and what became of it."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
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

from focusdesk.filing.notice import Notice
from focusdesk.filing.notice_book import NoticeBook
from focusdesk.filing.notice_moment import (
    MOMENT_EXAMPLE,
    NoticeField,
    moment_words,
    read_moment,
)
from focusdesk.filing.ports import StoreError
from focusdesk.filing.session import FilingSession
from focusdesk.ui.duties.listed_notices import HEADINGS, ListedNotice, NoticeDue, listed_notices
from focusdesk.ui.duties.notice_form import AskedField, NoticeForm
from focusdesk.ui.look.note_words import count_of
from focusdesk.ui.look.read_text import ReadText
from focusdesk.ui.look.record_table import Record, RecordModel, RecordTable
from focusdesk.ui.look.small_screen import fit_screen

_EVENT = HEADINGS.index("Event")
_MINUTE = 60_000
_NONE = "The figures call for no notice, and none is on record."


class NoticesDialog(QDialog):
    """Lists notices, with all that there is to say of the one that is chosen.

    The list is read again each minute and whenever one comes back to it: another program may have
    recorded or closed a notice meanwhile.

    Attributes:
        place_chosen: The code of the box that the user goes to.
        print_asked: A notice, and until when it is due in words, to be printed.
        conflict_met: A sentence: another program has changed the month.
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
    print_asked = Signal(object, str)
    conflict_met = Signal(str)

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
        self.words = ReadText("What is on record of this notice")
        self.counted = QLabel()
        self.go = QPushButton("&Go there")
        self.aware = QPushButton("Firm became &aware\u2026")
        self.given = QPushButton("&Notice given\u2026")
        self.error = QPushButton("&Entry error\u2026")
        self.print_it = QPushButton("&Print\u2026")
        self.copy = QPushButton("&Copy")
        self._buttons = QDialogButtonBox()
        self._buttons.addButton("Close", QDialogButtonBox.ButtonRole.RejectRole)
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

    def show_session(self, session: FilingSession, due_of: NoticeDue) -> None:
        """List the notices of the same month as it has been read again; what is written stays."""
        self._session, self._due_of = session, due_of
        self._book = NoticeBook(session)
        if self.form is not None:
            self.form.take_back_refusal()
        self.refresh()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.ActivationChange and self.isActiveWindow():
            self.refresh()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        self.table.setAccessibleName("Notices")
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
        before, now = self._chosen, self._session.store.notices.now()
        listed = listed_notices(self._book, self._session.edition, self._due_of, now)
        at = max(self.table.current, 0)
        self._listed = listed
        records = tuple(Record(each.cells, each.words) for each in listed)
        if records != self._model.records:  # else what is marked and scrolled to stays
            self._model.show(records)
            same = (place for place, each in enumerate(listed) if before and each.is_of(before))
            self.table.choose(next(same, at))
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
        self.words.show_words(chosen.words if chosen else "")
        can_say = chosen is not None and chosen.notice is not None and chosen.notice.is_open
        for button in (self.aware, self.given, self.error):
            button.setEnabled(can_say and not self._session.read_only)
        for button in (self.go, self.copy):
            button.setEnabled(chosen is not None)
        self.print_it.setEnabled(chosen is not None and chosen.notice is not None)

    def _on_go(self) -> None:
        if self._chosen is not None and self._chosen.code:
            code = self._chosen.code
            self.accept()
            self.place_chosen.emit(code)

    def _on_print(self) -> None:
        if self._chosen is not None and self._chosen.notice is not None:
            self.print_asked.emit(self._chosen.notice, self._chosen.due)

    def _ask_aware(self) -> None:
        def keep(notice: Notice, said: Mapping[str, str]) -> None:
            moment = read_moment(said[NoticeField.AWARE], NoticeField.AWARE)
            self._book.became_aware(notice, moment, said[NoticeField.HOW])

        stamp = self._chosen.notice.stamp if self._chosen and self._chosen.notice else None
        proposed = moment_words(stamp) if stamp else ""
        when = AskedField(NoticeField.AWARE, "&When", proposed, MOMENT_EXAMPLE)
        how = AskedField(NoticeField.HOW, "&How it came to light", example="the noon computation")
        self._ask("Since when the firm is aware", (when, how), keep)

    def _ask_given(self) -> None:
        def keep(notice: Notice, said: Mapping[str, str]) -> None:
            self._book.give(notice, said)

        event = self._chosen.notice.event if self._chosen and self._chosen.notice else None
        now = moment_words(self._session.store.notices.now())
        fields = (
            AskedField(NoticeField.WHEN, "&When", now, MOMENT_EXAMPLE),
            AskedField(NoticeField.BY, "&By whom", example="name and office"),
            AskedField(NoticeField.TO, "&To whom", ", ".join(event.to) if event else ""),
            AskedField(NoticeField.REFERENCE, "Re&ference", example="of the filing or the call"),
        )
        self._ask("Notice was given", fields, keep)

    def _ask_error(self) -> None:
        def keep(notice: Notice, said: Mapping[str, str]) -> None:
            self._book.was_entry_error(notice, said[NoticeField.REASON])

        words = "&What was wrong, and how it was corrected"
        example = "7020 had a digit too many; corrected from the ledger"
        reason = AskedField(NoticeField.REASON, words, example=example, is_long=True)
        self._ask("An error of entry, corrected", (reason,), keep)

    def _ask(
        self,
        title: str,
        fields: tuple[AskedField, ...],
        keep: Callable[[Notice, Mapping[str, str]], None],
    ) -> None:
        chosen = self._chosen
        if chosen is None or chosen.notice is None:
            return
        number = chosen.notice.number
        # Read anew by its number: another program may have closed it while it was written of.
        self.form = NoticeForm(
            title, fields, lambda said: keep(self._book.numbered(number), said), self
        )
        self.form.accepted.connect(self.refresh)
        self.form.finished.connect(self._on_form_closed)
        self.form.conflict_met.connect(self.conflict_met)
        self.form.open()

    def _on_form_closed(self) -> None:
        self.form = None
        self.table.setFocus()
