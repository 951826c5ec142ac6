"""Where it is written why a line moved, in place: kept when the keyboard leaves it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from focusdesk.filing.explanation import Explanation
from focusdesk.ui.explain.explained_subject import ExplainedLine
from focusdesk.ui.explain.words_editor import WordsEditor, beside, byline
from focusdesk.ui.look.quick_radio import QuickRadio

_NOBODY = "Nobody has said why yet."


class ExplanationEditor(WordsEditor):
    """Writes the explanation of a line, or of its pool.

    Attributes:
        of_line: The words are about the line.
        of_pool: They are about every line of its schedule.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line: ExplainedLine | None = None
        self._is_pool = False
        self._said: Explanation | None = None
        self.of_line, self.of_pool = QuickRadio("This &line"), QuickRadio("Its &pool")
        self._stack(beside(self.of_line, self.of_pool))
        self.words.setAccessibleName("Why the line moved")
        self.words.done.connect(self._done)
        self.of_pool.clicked.connect(self._on_subject_chosen)
        self.of_line.clicked.connect(self._on_subject_chosen)

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
        self._line, self._in_conflict = explained, False
        self.setVisible(explained is not None)
        if explained is None:
            return True
        if not same:
            own, pools = explained.said(of_pool=False), explained.said(of_pool=True)
            self._is_pool = own is None and pools is not None
            self._show_subject()
        self._read(words_too=not unsaved)
        return True

    @override
    def keep(self) -> bool:
        explained = self._line
        if explained is None or not self.has_unsaved_words:
            return True
        subject, text = explained.subject(of_pool=self._is_pool), self.words.toPlainText()
        if not self._kept_by(
            lambda: explained.session.explain_change(subject, text, explained.against)
        ):
            return False
        self._read(words_too=True)
        self.kept.emit(self._kept_words())
        return True

    def _read(self, *, words_too: bool) -> None:
        """Read what is said, and show it.

        Args:
            words_too: Nothing is being written that would be lost.
        """
        explained = self._line
        if explained is None:
            return
        self._said = explained.said(of_pool=self._is_pool)
        if words_too:
            self._show_words(self._said.text if self._said else "")
        says_something = self._said is not None
        history = explained.history(of_pool=self._is_pool)
        self._list_earlier(history, says_something=says_something)
        self._name_parts(explained)
        why_closed = "" if explained.is_open else explained.why_closed
        unsaved = self.has_unsaved_words
        self._open_or_closed(why_closed, says_something=says_something, unsaved=unsaved)

    def _name_parts(self, explained: ExplainedLine) -> None:
        about = f"all of {explained.pool_title}" if self._is_pool else explained.code
        self.heading.setText(f"EXPLANATION \u00b7 {about.upper()}")
        self.words.setAccessibleName(f"Why {about} moved")
        self.of_pool.setText(f"All of {explained.pool_title}".replace("&", "&&"))
        self.signed.setText(self._signed_words(explained))
        last = explained.last_month(of_pool=self._is_pool)
        of_pool = last is not None and last.subject.is_pool and not self._is_pool
        self._show_last(last, f", said of all of {explained.pool_title}" if of_pool else "")

    def _signed_words(self, explained: ExplainedLine) -> str:
        if self._said is not None:
            return byline(self._said)
        history = explained.history(of_pool=self._is_pool)
        if history:
            return f"Withdrawn: {byline(history[-1])}"
        covered = not self._is_pool and explained.said(of_pool=True)
        return f"What is said of all of {explained.pool_title} covers it." if covered else _NOBODY

    def _kept_words(self) -> str:
        explained = self._line
        if explained is None:
            return ""
        about = f"all of {explained.pool_title}" if self._is_pool else explained.code
        if self._said is None:
            return f"The explanation of {about} is withdrawn; its earlier words stay here."
        return f"The explanation of {about} is kept with {explained.filing.period.label}."

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
