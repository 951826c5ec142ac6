"""The questions that only the system's own dialogs can ask: which file, and where to."""

import re
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

STORE_SUFFIX = ".focusdesk"
_SUFFIX = re.compile(r"\*(\.\w+)")
_STORES = f"focusdesk stores (*{STORE_SUFFIX});;All files (*)"


class FileQuestions:
    """Asks by the system's file dialogs; every answer is `None` when the user thinks again."""

    def store(self, parent: QWidget, folder: Path) -> Path | None:
        """Ask which store to open."""
        name, _ = QFileDialog.getOpenFileName(parent, "Open store", str(folder), _STORES)
        return Path(name) if name else None

    def new_store(self, parent: QWidget, proposed: Path) -> Path | None:
        """Ask where a new store is to be kept."""
        return self.file_to_write(parent, "New store", proposed, _STORES)

    def files(self, parent: QWidget, title: str, folder: Path) -> tuple[Path, ...]:
        """Ask for files that are there, of any kind; none when the user thinks again."""
        names, _ = QFileDialog.getOpenFileNames(parent, title, str(folder), "All files (*)")
        return tuple(Path(name) for name in names)

    def folder(self, parent: QWidget, title: str, proposed: Path) -> Path | None:
        """Ask for a folder that is there."""
        name = QFileDialog.getExistingDirectory(parent, title, str(proposed))
        return Path(name) if name else None

    def file_to_read(self, parent: QWidget, title: str, folder: Path, kinds: str) -> Path | None:
        """Ask for a file that is there."""
        name, _ = QFileDialog.getOpenFileName(parent, title, str(folder), kinds)
        return Path(name) if name else None

    def file_to_write(self, parent: QWidget, title: str, proposed: Path, kinds: str) -> Path | None:
        """Ask where to write a file; a name without a suffix takes that of the kind chosen.

        The system's dialog asks before a file is replaced, but by the name as it was typed: of one
        that has got its suffix afterwards and is there already, it is asked once more.
        """
        while True:
            name, kind = QFileDialog.getSaveFileName(parent, title, str(proposed), kinds)
            if not name:
                return None
            path = Path(name)
            if path.suffix:
                return path
            suffixes = _SUFFIX.findall(kind)
            proposed = path.with_suffix(suffixes[0] if len(suffixes) == 1 else proposed.suffix)
            if not proposed.exists():
                return proposed
