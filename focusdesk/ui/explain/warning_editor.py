"""Where it is written why a warning may stand, in place: kept when the keyboard leaves it."""

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
from focusdesk.filing.ports import StoreConflict, StoreError
from focusdesk.filing.warning_explanation import WarningExplanation
from focusdesk.ui.edges import moment_words
from focusdesk.ui.explain.explained_warning import ExplainedWarning
from focusdesk.ui.explain.explanation_words import ExplanationWords
from focusdesk.ui.look.earlier_words import EarlierWords

_TEXT_ROLE = Qt.ItemDataRole.UserRole + 1
_EARLIER_HEIGHT = 76
_LONGEST_QUOTE = 90
_NOBODY = "Nobody has said yet why it may stand."
_NOT_LAST_MONTH = "Nothing was said of it the month before."


class WarningEditor(QWidget):
    """Writes the explanation of a warning.

    Attributes:
        kept: A sentence: what has been kept.
        conflict_met: A sentence: another program has changed the month.
        left: The keyboard is to go back to where it came from.
        next_asked: The next open warning is wanted.
        words: The words.
        signed: Who wrote them and when, and whether they hold.
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
        self._warning: ExplainedWarning | None = None
        self._said: WarningExplanation | None = None
        self._before: WarningExplanation | None = None
        self.words = ExplanationWords()
        self.words.setPlaceholderText("Why may it stand?")
        self.signed, self.last_month, self.problem = QLabel(), QLabel(), QLabel()
        self.take_last = QPushButton("Last month\u2019s words  Ctrl+D")
        self.withdraw = QPushButton("With&draw")
        self.show_earlier = QPushButton("Earlier &words")
        self.earlier = EarlierWords()
        self._lay_out()
        self._tie()
        self.setFocusProxy(self.words)

    @property
    def has_unsaved_words(self) -> bool:
        """Whether there is something that is not kept yet."""
        if self._warning is None or not self._warning.is_open:
            return False
        return self.words.toPlainText().strip() != (self._said.text if self._said else "")

    def show_warning(self, warning: ExplainedWarning | None) -> bool:
        """Show what is said of a warning, once what is written here has been kept.

        Returns:
            `False` when that was refused: the words stay, and the sentence says why.

        Raises:
            StoreError: what is said cannot be read.
        """
        same = warning is not None and warning.same_as(self._warning)
        if not same and not self.keep():
            return False
        unsaved = same and self.has_unsaved_words
        self._warning = warning
        self.setVisible(warning is not None)
        if warning is not None:
            self._read(words_too=not unsaved)
        return True

    def keep(self, *, again: bool = False) -> bool:
        """Keep the words as they stand; `False` when it is refused, and the sentence says why.

        Args:
            again: Keep them also where they are the same, for the figures as they are now.
        """
        warning = self._warning
        lapsed = again and warning is not None and warning.is_open and bool(warning.figures_since)
        if warning is None or not (self.has_unsaved_words or lapsed):
            return True
        try:
            warning.explain(self.words.toPlainText())
        except StoreConflict as error:
            self._say(str(error))
            self.conflict_met.emit(str(error))
            return False
        except (EditRefused, StoreError) as error:
            self._say(str(error))
            return False
        self._say("")
        self._read(words_too=True)
        self.kept.emit(warning.kept_words(said=self._said is not None))
        return True

    def _lay_out(self) -> None:
        heading = QLabel("EXPLANATION")
        heading.setObjectName("section_heading")
        heading.setContentsMargins(6, 0, 6, 0)
        self.earlier.setAccessibleName("Earlier words")
        self.earlier.setFixedHeight(_EARLIER_HEIGHT)
        self.problem.setObjectName("said_at_field")
        self.show_earlier.setCheckable(True)
        for label in (self.signed, self.last_month, self.problem):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        for label in (self.signed, self.last_month):
            label.setObjectName("hint")
        row = QHBoxLayout()
        row.addWidget(self.withdraw)
        row.addWidget(self.show_earlier)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for part in (heading, self.words, self.problem, self.signed):
            layout.addWidget(part)
        layout.addLayout(row)
        for part in (self.earlier, self.take_last, self.last_month):
            layout.addWidget(part)
        for part in (self.earlier, self.problem, self):
            part.hide()

    def _tie(self) -> None:
        program = cast("QApplication", QApplication.instance())
        program.focusChanged.connect(self._on_focus_changed)
        self.words.done.connect(lambda: self._on_done(again=True))
        self.words.left.connect(lambda: self._on_done(again=False))
        self.words.earlier_asked.connect(self._on_take_last)
        self.words.next_asked.connect(self.next_asked)
        self.take_last.clicked.connect(self._on_take_last)
        self.withdraw.clicked.connect(self._on_withdraw)
        self.show_earlier.toggled.connect(self.earlier.setVisible)
        self.earlier.itemActivated.connect(self._on_take)

    def _read(self, *, words_too: bool) -> None:
        """Read what is said, and show it.

        Args:
            words_too: Nothing is being written that would be lost.
        """
        warning = self._warning
        if warning is None:
            return
        self._said, self._before = warning.said, warning.last_month()
        text = self._said.text if self._said else ""
        if words_too and self.words.toPlainText() != text:
            self.words.setPlainText(text)
            self.words.moveCursor(self.words.textCursor().MoveOperation.End)
        history = warning.history()
        self._list_earlier(history)
        self.words.setAccessibleName(f"Why {warning.name} may stand")
        self.signed.setText(self._signed_words(warning, history))
        quote = " ".join(self._before.text.split()) if self._before else ""
        short = quote if len(quote) <= _LONGEST_QUOTE else f"{quote[:_LONGEST_QUOTE]}\u2026"
        told = f"\u201c{short}\u201d {byline(self._before)}" if self._before else _NOT_LAST_MONTH
        self.last_month.setText(told)
        self.last_month.setToolTip(quote)
        self._open_or_closed(warning)

    def _signed_words(
        self, warning: ExplainedWarning, history: tuple[WarningExplanation, ...]
    ) -> str:
        if self._said is None:
            return f"Withdrawn: {byline(history[-1])}" if history else _NOBODY
        since = warning.figures_since
        if since:
            return (
                f"{byline(self._said)}, of other figures: {since}. Ctrl+Enter keeps the words for "
                f"the figures of now."
            )
        return byline(self._said)

    def _list_earlier(self, history: tuple[WarningExplanation, ...]) -> None:
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

    def _open_or_closed(self, warning: ExplainedWarning) -> None:
        """Let what is said of a closed month be read, and say why it cannot be changed."""
        self.words.setReadOnly(not warning.is_open)
        self.withdraw.setVisible(warning.is_open and self._said is not None)
        self.take_last.setVisible(warning.is_open and self._before is not None)
        if not warning.is_open:
            self._say(warning.why_closed)
        elif not self.has_unsaved_words:
            self._say("")

    def _say(self, sentence: str) -> None:
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))

    def _on_done(self, *, again: bool) -> None:
        if self.keep(again=again):
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

    def _on_focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        """Keep the words when the keyboard leaves; not where it goes to a button here."""
        if old is not None and self.isAncestorOf(old) and not (new and self.isAncestorOf(new)):
            self.keep()


def byline(explanation: WarningExplanation) -> str:
    """Say who wrote words and when: ``ana, 3 Feb 2014 12:30``."""
    return f"{explanation.author}, {moment_words(explanation.written)}"
