"""Where it is written why a line moved, in place: kept when the keyboard leaves it."""

from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from focusdesk.filing.edit import EditRefused
from focusdesk.filing.explanation import Explanation
from focusdesk.filing.ports import StoreConflict, StoreError
from focusdesk.ui.explain.explained_subject import ExplainedLine, byline
from focusdesk.ui.explain.explanation_words import ExplanationWords
from focusdesk.ui.look.earlier_words import EarlierWords
from focusdesk.ui.look.quick_radio import QuickRadio

_TEXT_ROLE = Qt.ItemDataRole.UserRole + 1
_EARLIER_HEIGHT = 76
_LONGEST_QUOTE = 90
_NOBODY = "Nobody has said why yet."
_NOT_LAST_MONTH = "Nothing was said of it the month before."


class ExplanationEditor(QWidget):
    """Writes the explanation of a line, or of its pool.

    Attributes:
        kept: A sentence: what has been kept.
        conflict_met: A sentence: another program has changed the month.
        left: The keyboard is to go back to where it came from.
        next_asked: The next line that lacks an explanation is wanted.
        words: The words.
        of_line: They are about the line.
        of_pool: They are about every line of its schedule.
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
        self._line: ExplainedLine | None = None
        self._conflicting: ExplainedLine | None = None
        self._is_pool = False
        self._said: Explanation | None = None
        self._before: Explanation | None = None
        self.words = ExplanationWords()
        self.of_line, self.of_pool = QuickRadio("This &line"), QuickRadio("Its &pool")
        self.signed, self.last_month, self.problem = QLabel(), QLabel(), QLabel()
        self.take_last = QPushButton("Last month\u2019s words  Ctrl+D")
        self.withdraw = QPushButton("With&draw")
        self.show_earlier = QPushButton("Earlier &words")
        self.earlier = EarlierWords()
        self._heading = QLabel()
        self._lay_out()
        self._tie()
        self.setFocusProxy(self.words)

    @property
    def has_unsaved_words(self) -> bool:
        """Whether there is something that is not kept yet."""
        if self._line is None or not self._line.is_open:
            return False
        return self.words.toPlainText().strip() != (self._said.text if self._said else "")

    def show_line(self, explained: ExplainedLine | None) -> bool:
        """Show what is said of a line, once what is written here has been kept.

        Args:
            explained: The line; `None` where nothing can be said.

        Returns:
            `False` when that was refused: the words stay, and the sentence says why.

        Raises:
            StoreError: what is said cannot be read.
        """
        same = explained is not None and explained.same_as(self._line)
        if not same and not self.keep():
            return False
        unsaved = same and self.has_unsaved_words
        self._line = explained
        self.setVisible(explained is not None)
        if explained is None:
            return True
        if not same:
            own, pools = explained.said(of_pool=False), explained.said(of_pool=True)
            self._is_pool = own is None and pools is not None
            self._show_subject()
        self._read(words_too=not unsaved)
        return True

    def keep(self) -> bool:
        """Keep the words as they stand; `False` when it is refused, and the sentence says why."""
        explained = self._line
        if explained is None or not self.has_unsaved_words:
            return True
        subject = explained.subject(of_pool=self._is_pool)
        try:
            said = explained.session.explain_change(
                subject, self.words.toPlainText(), explained.against
            )
        except StoreConflict as error:
            self._say(str(error))
            self._conflicting = explained
            self.conflict_met.emit(str(error))
            return False
        except (EditRefused, StoreError) as error:
            self._say(str(error))
            return False
        self._said = said
        self._say("")
        self._read(words_too=True)
        self.kept.emit(self._kept_words())
        return True

    def _lay_out(self) -> None:
        self._heading.setObjectName("section_heading")
        self._heading.setContentsMargins(6, 0, 6, 0)
        self.earlier.setAccessibleName("Earlier words")
        self.earlier.setFixedHeight(_EARLIER_HEIGHT)
        self.earlier.hide()
        self.problem.setObjectName("said_at_field")
        self.show_earlier.setCheckable(True)
        for label in (self.signed, self.last_month, self.problem):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        for label in (self.signed, self.last_month):
            label.setObjectName("hint")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self._heading)
        layout.addLayout(_beside(self.of_line, self.of_pool))
        layout.addWidget(self.words)
        layout.addWidget(self.problem)
        layout.addWidget(self.signed)
        layout.addLayout(_beside(self.withdraw, self.show_earlier))
        for part in (self.earlier, self.take_last, self.last_month):
            layout.addWidget(part)
        self.problem.hide()
        self.words.setAccessibleName("Why the line moved")
        self.hide()

    def _tie(self) -> None:
        program = cast("QApplication", QApplication.instance())
        program.focusChanged.connect(self._on_focus_changed)
        self.words.done.connect(self._on_done)
        self.words.left.connect(self._on_done)
        self.words.earlier_asked.connect(self._on_take_last)
        self.words.next_asked.connect(self.next_asked)
        self.take_last.clicked.connect(self._on_take_last)
        self.withdraw.clicked.connect(self._on_withdraw)
        self.show_earlier.toggled.connect(self.earlier.setVisible)
        self.earlier.itemActivated.connect(self._on_take)
        self.of_pool.clicked.connect(self._on_subject_chosen)
        self.of_line.clicked.connect(self._on_subject_chosen)

    def _read(self, *, words_too: bool) -> None:
        """Read what is said, and show it.

        Args:
            words_too: Nothing is being written that would be lost.
        """
        explained = self._line
        if explained is None:
            return
        is_pool = self._is_pool
        self._said = explained.said(of_pool=is_pool)
        self._before = explained.last_month(of_pool=is_pool)
        text = self._said.text if self._said else ""
        if words_too and self.words.toPlainText() != text:
            self.words.setPlainText(text)
            self.words.moveCursor(self.words.textCursor().MoveOperation.End)
        self._list_earlier(explained.history(of_pool=is_pool))
        self._name_parts(explained)
        self._open_or_closed(explained)

    def _name_parts(self, explained: ExplainedLine) -> None:
        about = f"all of {explained.pool_title}" if self._is_pool else explained.code
        self._heading.setText(f"EXPLANATION \u00b7 {about.upper()}")
        self.words.setAccessibleName(f"Why {about} moved")
        self.of_pool.setText(f"All of {explained.pool_title}".replace("&", "&&"))
        self.signed.setText(self._signed_words(explained))
        quote = " ".join(self._before.text.split()) if self._before else ""
        short = quote if len(quote) <= _LONGEST_QUOTE else f"{quote[:_LONGEST_QUOTE]}\u2026"
        told = f"\u201c{short}\u201d {byline(self._before)}" if self._before else _NOT_LAST_MONTH
        of_pool = self._before is not None and self._before.subject.is_pool and not self._is_pool
        told += f", said of all of {explained.pool_title}" if of_pool else ""
        self.last_month.setText(told)
        self.last_month.setToolTip(quote)

    def _signed_words(self, explained: ExplainedLine) -> str:
        if self._said is not None:
            return byline(self._said)
        history = explained.history(of_pool=self._is_pool)
        if history:
            return f"Withdrawn: {byline(history[-1])}"
        covered = not self._is_pool and explained.said(of_pool=True)
        return f"What is said of all of {explained.pool_title} covers it." if covered else _NOBODY

    def _list_earlier(self, history: tuple[Explanation, ...]) -> None:
        before = history[:-1] if self._said else history
        self.earlier.clear()
        for each in reversed(before):
            item = QListWidgetItem(f"{byline(each)}\n{each.text or 'Withdrawn'}")
            item.setData(_TEXT_ROLE, each.text)
            self.earlier.addItem(item)
        self.earlier.setCurrentRow(0)
        self.show_earlier.setVisible(bool(before))
        if not before:
            self.show_earlier.setChecked(False)

    def _open_or_closed(self, explained: ExplainedLine) -> None:
        """Let what is said of a closed month be read, and say why it cannot be changed."""
        is_open = explained.is_open
        self.words.setReadOnly(not is_open)
        self.withdraw.setVisible(is_open and self._said is not None)
        self.take_last.setVisible(is_open and self._before is not None)
        if not is_open:
            self._say(explained.why_closed)
        elif not self.has_unsaved_words:
            self._say("")

    def _kept_words(self) -> str:
        explained = self._line
        if explained is None:
            return ""
        about = f"all of {explained.pool_title}" if self._is_pool else explained.code
        if self._said is None:
            return f"The explanation of {about} is withdrawn; its earlier words stay here."
        return f"The explanation of {about} is kept with {explained.filing.period.label}."

    def _say(self, sentence: str) -> None:
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))

    def _on_done(self) -> None:
        if self.keep():
            self.left.emit()

    def _on_withdraw(self) -> None:
        self.words.clear()
        self.keep()
        self.words.setFocus()

    def _on_take_last(self) -> None:
        """Put last month's words where the cursor is; what is written already stays."""
        if self._before is not None and not self.words.isReadOnly():
            self.words.insertPlainText(self._before.text)
            self.words.setFocus()

    def _on_take(self, item: QListWidgetItem) -> None:
        if not self.words.isReadOnly():
            self.words.setPlainText(str(item.data(_TEXT_ROLE)))
            self.words.setFocus()

    def _on_subject_chosen(self) -> None:
        """Go over from the line to its pool, or back.

        Words that nobody has kept yet come along, unless the other has words of its own.
        """
        explained = self._line
        if explained is None:
            return
        of_pool = self.of_pool.isChecked()
        along = self.has_unsaved_words and explained.said(of_pool=of_pool) is None
        if along or self.keep():
            self._is_pool = of_pool
            self._show_subject()
            self._read(words_too=not along)
            self.words.setFocus()
        else:
            self._show_subject()

    def _show_subject(self) -> None:
        """Choose what the words are about; Tab goes to that, the arrows to the other."""
        both = (self.of_pool, self.of_line)
        chosen, other = both if self._is_pool else reversed(both)
        chosen.setChecked(True)
        chosen.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        other.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    def _on_focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        """Keep the words when the keyboard leaves; not where it goes to a button here.

        Nor where it leaves for the question whether the month is to be read again.
        """
        if self._line is not None and self._line is self._conflicting:
            return
        if old is not None and self.isAncestorOf(old) and not (new and self.isAncestorOf(new)):
            self.keep()


def _beside(*parts: QWidget) -> QHBoxLayout:
    """Lay parts out beside each other, from the left."""
    row = QHBoxLayout()
    for part in parts:
        row.addWidget(part)
    row.addStretch(1)
    return row
