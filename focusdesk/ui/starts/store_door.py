"""The way to a store: the one named, the last one used, the sample, one that the user picks."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from focusdesk.filing.filing import Filing
from focusdesk.filing.ports import StoreError
from focusdesk.filing.register import Register
from focusdesk.ui.edges import Edges
from focusdesk.ui.file_questions import FileQuestions
from focusdesk.ui.settings import Place, Settings

SAMPLE_NAME = "sample.focusdesk"


class StoreDoor(QObject):
    """Opens stores; what cannot be opened gives a sentence and changes nothing."""

    opened = Signal(object, object)
    """A store's `Path` and its `Register`."""

    refused = Signal(str)
    """Why a store was not opened."""

    nothing_known = Signal()
    """There is no store to begin with."""

    def __init__(
        self, edges: Edges, settings: Settings, questions: FileQuestions, window: QWidget
    ) -> None:
        super().__init__(window)
        self._edges, self._settings = edges, settings
        self._questions, self._window = questions, window

    def begin(self, store: Path | None) -> None:
        """Open the store named, else the last one used, else the default one."""
        known = (*self._settings.recent_stores, self._edges.default_store)
        chosen = store or next((path for path in known if path.exists()), None)
        if chosen is None:
            self.nothing_known.emit()
        else:
            self.open(chosen)

    def open(self, path: Path) -> None:
        """Open a store."""
        self._take(path, self._edges.open_store)

    def open_sample(self) -> None:
        """Open the sample, writing it first if it is not there yet."""
        path = self._edges.default_store.with_name(SAMPLE_NAME)
        self._take(path, self._edges.open_store if path.exists() else self._edges.write_sample)

    def ask(self) -> None:
        """Ask for a store and open it."""
        chosen = self._questions.store(self._window, self._edges.default_store.parent)
        if chosen is not None:
            self.open(chosen)

    def _take(self, path: Path, opener: Callable[[Path], Register]) -> None:
        try:
            register = opener(path)
        except StoreError as error:
            self._settings.forget_store(path)
            self.refused.emit(str(error))
            return
        self._settings.remember_store(path)
        self.opened.emit(path.absolute(), register)


def first_month(filings: Sequence[Filing], place: Place | None) -> Filing | None:
    """Choose the month to open: where the user was, else the newest that is not made up."""
    left = (
        filing
        for filing in filings
        if place and (str(filing.period), filing.amendment) == (place.period, place.amendment)
    )
    real = (filing for filing in filings if not filing.illustrative)
    return next(left, None) or next(real, None) or next(iter(filings), None)
