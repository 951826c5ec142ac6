"""Where an explanation is written in place: kept when the keyboard leaves it."""

import datetime as dt
from collections.abc import Callable, Sequence
from typing import Protocol, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QLayout,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from focusdesk.filing.edit import EditRefused
from focusdesk.filing.ports import StoreConflict, StoreError
from focusdesk.ui.edges import moment_words
from focusdesk.ui.explain.explanation_words import ExplanationWords
from focusdesk.ui.look.earlier_words import EarlierWords

_TEXT_ROLE = Qt.ItemDataRole.UserRole + 1
_EARLIER_HEIGHT = 76
_LONGEST_QUOTE = 90
_NOT_LAST_MONTH = "Nothing was said of it the month before."


class Signed(Protocol):
    """Words that somebody wrote: an explanation of a change, or of a warning."""

    @property
    def text(self) -> str:
        """The words; empty where they were withdrawn."""
        ...

    @property
    def author(self) -> str:
        """Who wrote them."""
        ...

    @property
    def written(self) -> dt.datetime:
        """When, in UTC."""
        ...


def byline(words: Signed) -> str:
    """Say who wrote words and when: ``ana, 3 Feb 2014 12:30``."""
    return f"{words.author}, {moment_words(words.written)}"


class WordsEditor(QWidget):
    """What every explanation has: its words, who signed them, those of last month and before.

    Attributes:
        kept: A sentence: what has been kept.
        conflict_met: A sentence: another program has changed the month.
        left: The keyboard is to go back to where it came from.
        next_asked: The next one that lacks an explanation is wanted.
        words: The words.
        signed: Who wrote them and when.
        last_month: What was said the month before.
        take_last: Takes that as the words.
        withdraw: Withdraws the explanation.
        show_earlier: Lists what was said before.
        earlier: That list.
        problem: Why the words were not kept, or cannot be.
    """

    kept = Signal(str)
    conflict_met = Signal(str)
    left = Signal()
    next_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._in_conflict = False
        self._last: Signed | None = None
        self.words = ExplanationWords()
        self.signed, self.last_month, self.problem = QLabel(), QLabel(), QLabel()
        self.take_last = QPushButton("Last month\u2019s words  Ctrl+D")
        self.withdraw = QPushButton("With&draw")
        self.show_earlier = QPushButton("Earlier &words")
        self.earlier = EarlierWords()
        self.heading = QLabel("EXPLANATION")
        self._name_parts_once()
        self._tie_parts()
        self.setFocusProxy(self.words)

    def keep(self) -> bool:
        """Keep the words as they stand; `False` when it is refused, and the sentence says why."""
        raise NotImplementedError

    def _done(self) -> None:
        """Keep the words and give the keyboard back."""
        if self.keep():
            self.left.emit()

    def _stack(self, *below_heading: QLayout) -> None:
        """Lay the parts out under each other, some of one's own under the heading."""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.heading)
        for own in below_heading:
            layout.addLayout(own)
        for part in (self.words, self.problem, self.signed):
            layout.addWidget(part)
        layout.addLayout(beside(self.withdraw, self.show_earlier))
        for part in (self.earlier, self.take_last, self.last_month):
            layout.addWidget(part)
        for part in (self.earlier, self.problem, self):
            part.hide()

    def _kept_by(self, keep: Callable[[], object]) -> bool:
        """Keep the words in the store; `False` when it is refused, and the sentence says why."""
        try:
            keep()
        except StoreConflict as error:
            self._say(str(error))
            self._in_conflict = True
            self.conflict_met.emit(str(error))
            return False
        except (EditRefused, StoreError) as error:
            self._say(str(error))
            return False
        self._in_conflict = False
        self._say("")
        return True

    def _show_words(self, text: str) -> None:
        """Show words that are kept; the cursor stands behind them."""
        if self.words.toPlainText() != text:
            self.words.setPlainText(text)
            self.words.moveCursor(self.words.textCursor().MoveOperation.End)

    def _show_last(self, last: Signed | None, remark: str = "") -> None:
        """Offer what was said the month before."""
        self._last = last
        quote = " ".join(last.text.split()) if last else ""
        short = quote if len(quote) <= _LONGEST_QUOTE else f"{quote[:_LONGEST_QUOTE]}\u2026"
        told = f"\u201c{short}\u201d {byline(last)}{remark}" if last else _NOT_LAST_MONTH
        self.last_month.setText(told)
        self.last_month.setToolTip(quote)

    def _list_earlier(self, history: Sequence[Signed], *, says_something: bool) -> None:
        """List what was said before what stands now."""
        before = history[:-1] if says_something else history
        self.earlier.clear()
        for each in reversed(before):
            item = QListWidgetItem(f"{byline(each)}\n{each.text or 'Withdrawn'}")
            item.setData(_TEXT_ROLE, each.text)
            self.earlier.addItem(item)
        self.earlier.setCurrentRow(0)
        self.show_earlier.setVisible(bool(before))
        if not before:
            self.show_earlier.setChecked(False)

    def _open_or_closed(self, why_closed: str, *, says_something: bool, unsaved: bool) -> None:
        """Let what is said of a closed month be read, and say why it cannot be changed."""
        self.words.setReadOnly(bool(why_closed))
        self.withdraw.setVisible(says_something and not why_closed)
        self.take_last.setVisible(self._last is not None and not why_closed)
        if why_closed or not unsaved:
            self._say(why_closed)

    def _say(self, sentence: str) -> None:
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))

    def _name_parts_once(self) -> None:
        self.heading.setObjectName("section_heading")
        self.heading.setContentsMargins(6, 0, 6, 0)
        self.earlier.setAccessibleName("Earlier words")
        self.earlier.setFixedHeight(_EARLIER_HEIGHT)
        self.problem.setObjectName("said_at_field")
        self.show_earlier.setCheckable(True)
        for label in (self.signed, self.last_month, self.problem):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        for label in (self.signed, self.last_month):
            label.setObjectName("hint")

    def _tie_parts(self) -> None:
        program = cast("QApplication", QApplication.instance())
        program.focusChanged.connect(self._on_focus_changed)
        self.words.left.connect(self._done)
        self.words.earlier_asked.connect(self._on_take_last)
        self.words.next_asked.connect(self.next_asked)
        self.take_last.clicked.connect(self._on_take_last)
        self.withdraw.clicked.connect(self._on_withdraw)
        self.show_earlier.toggled.connect(self.earlier.setVisible)
        self.earlier.itemActivated.connect(self._on_take)

    def _on_withdraw(self) -> None:
        self.words.clear()
        self.keep()
        self.words.setFocus()

    def _on_take_last(self) -> None:
        """Put last month's words where the cursor is; what is written already stays."""
        if self._last is not None and not self.words.isReadOnly():
            self.words.insertPlainText(self._last.text)
            self.words.setFocus()

    def _on_take(self, item: QListWidgetItem) -> None:
        if not self.words.isReadOnly():
            self.words.setPlainText(str(item.data(_TEXT_ROLE)))
            self.words.setFocus()

    def _on_focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        """Keep the words when the keyboard leaves; not where it goes to a button here.

        Nor where it leaves for the question whether the month is to be read again.
        """
        if self._in_conflict:
            return
        if old is not None and self.isAncestorOf(old) and not (new and self.isAncestorOf(new)):
            self.keep()


def beside(*parts: QWidget) -> QHBoxLayout:
    """Lay parts out beside each other, from the left."""
    row = QHBoxLayout()
    for part in parts:
        row.addWidget(part)
    row.addStretch(1)
    return row
