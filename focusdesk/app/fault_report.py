"""What becomes of a fault that nobody expected: written down, and told in a sentence."""

import datetime as dt
import sys
import traceback
from pathlib import Path
from types import TracebackType

from PySide6.QtWidgets import QWidget

from focusdesk import __version__
from focusdesk.ui.look.notices import tell


class FaultReport:
    """Takes a fault that nobody expected: writes it down, tells the user where, and goes on."""

    def __init__(self, log: Path, window: QWidget) -> None:
        self._log, self._window = log, window
        self._telling = False

    def __call__(
        self,
        kind: type[BaseException],
        error: BaseException,
        trace: TracebackType | None,
    ) -> None:
        """Do as `sys.excepthook` does."""
        words = "".join(traceback.format_exception(kind, error, trace))
        sys.stderr.write(words)
        place = self._write(words)
        if not self._telling:
            self._telling = True
            sentence = (
                f"focusdesk met something that it was not made for. Every entry up to now is on "
                f"the disk. {place} Please restart the program, and send that text along if you "
                f"report the fault."
            )
            notice = tell(self._window, "Something went wrong in focusdesk", sentence)
            notice.finished.connect(self._on_told)

    def _write(self, words: str) -> str:
        moment = dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
        try:
            self._log.parent.mkdir(parents=True, exist_ok=True)
            with self._log.open("a", encoding="utf-8") as file:
                file.write(f"{moment} focusdesk {__version__}\n{words}\n")
        except OSError:
            return f"It could not be written to {self._log}: {words.strip().splitlines()[-1]}"
        return f"What happened is written in {self._log}."

    def _on_told(self) -> None:
        self._telling = False
