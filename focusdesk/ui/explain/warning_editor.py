"""Where it is written why a warning may stand, in place: kept when the keyboard leaves it."""

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from focusdesk.filing.warning_explanation import WarningExplanation
from focusdesk.ui.explain.explained_warning import ExplainedWarning
from focusdesk.ui.explain.words_editor import WordsEditor, byline

_NOBODY = "Nobody has said yet why it may stand."


class WarningEditor(WordsEditor):
    """Writes the explanation of a warning; `signed` says whether the words still hold."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._warning: ExplainedWarning | None = None
        self._said: WarningExplanation | None = None
        self.words.setPlaceholderText("Why may it stand?")
        self._stack()
        self.words.done.connect(self._done_for_these_figures)

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
        self._warning, self._in_conflict = warning, False
        self.setVisible(warning is not None)
        if warning is not None:
            self._read(words_too=not unsaved)
        return True

    @override
    def keep(self) -> bool:
        return self._keep(again=False)

    def _keep(self, *, again: bool) -> bool:
        """Keep the words.

        Args:
            again: Keep them also where they are the same, for the figures as they are now.
        """
        warning = self._warning
        lapsed = again and warning is not None and warning.is_open and bool(warning.figures_since)
        if warning is None or not (self.has_unsaved_words or lapsed):
            return True
        if not self._kept_by(lambda: warning.explain(self.words.toPlainText())):
            return False
        self._read(words_too=True)
        self.kept.emit(warning.kept_words(said=self._said is not None))
        return True

    def _done_for_these_figures(self) -> None:
        if self._keep(again=True):
            self.left.emit()

    def _read(self, *, words_too: bool) -> None:
        """Read what is said, and show it.

        Args:
            words_too: Nothing is being written that would be lost.
        """
        warning = self._warning
        if warning is None:
            return
        self._said = warning.said
        if words_too:
            self._show_words(self._said.text if self._said else "")
        says_something, history = self._said is not None, warning.history()
        self._list_earlier(history, says_something=says_something)
        self.words.setAccessibleName(f"Why {warning.name} may stand")
        self.signed.setText(self._signed_words(warning, history))
        self._show_last(warning.last_month())
        why_closed = "" if warning.is_open else warning.why_closed
        unsaved = self.has_unsaved_words
        self._open_or_closed(why_closed, says_something=says_something, unsaved=unsaved)

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
