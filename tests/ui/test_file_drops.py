from pathlib import Path

from PySide6.QtCore import QMimeData, QUrl

from focusdesk.ui.file_drops import files_in


def test_only_files_of_this_computer_are_taken(tmp_path: Path) -> None:
    held = QMimeData()
    held.setUrls([QUrl("https://example.com/a.pdf"), QUrl.fromLocalFile(str(tmp_path / "b.pdf"))])
    assert files_in(held) == (tmp_path / "b.pdf",)
    assert files_in(QMimeData()) == ()
