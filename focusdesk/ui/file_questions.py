"""The questions that only the system's own dialogs can ask: which file, and where to."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

STORE_SUFFIX = ".focusdesk"
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

    def folder(self, parent: QWidget, title: str, proposed: Path) -> Path | None:
        """Ask for a folder that is there."""
        name = QFileDialog.getExistingDirectory(parent, title, str(proposed))
        return Path(name) if name else None

    def file_to_write(self, parent: QWidget, title: str, proposed: Path, kinds: str) -> Path | None:
        """Ask where to write a file; without a suffix it takes that of the proposal."""
        name, _ = QFileDialog.getSaveFileName(parent, title, str(proposed), kinds)
        if not name:
            return None
        path = Path(name)
        return path if path.suffix else path.with_suffix(proposed.suffix)
