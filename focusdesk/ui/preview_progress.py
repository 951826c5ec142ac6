"""While pages go to the printer: how many of them have gone, and the way to stop."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from focusdesk.ui.preview_print import PrintJob

_WIDTH = 360


class PrintProgress(QDialog):
    """Lies over the desk, so that no figure changes while it is being printed."""

    cancelled = Signal()
    """The user wants no more pages."""

    def __init__(self, parent: QWidget, title: str, job: PrintJob) -> None:
        super().__init__(parent)
        self._job = job
        self.setWindowTitle(f"Printing {title}")
        self.setMinimumWidth(_WIDTH)
        self._words = QLabel()
        self.bar = QProgressBar()
        self.bar.setAccessibleName("Pages printed")
        self.bar.setTextVisible(False)
        self.bar.setRange(0, job.count)
        buttons = QDialogButtonBox()
        buttons.addButton("Cancel", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 18, 22, 18)
        layout.setSpacing(10)
        for widget in (self._words, self.bar, buttons):
            layout.addWidget(widget)
        self._show_sent(0)
        job.progressed.connect(self._show_sent)
        job.printed.connect(self.accept)
        job.failed.connect(self.accept)
        self.finished.connect(self._on_finished)

    def start(self) -> None:
        """Print, with this in front of the desk."""
        self.open()
        self._job.start()

    @override
    def reject(self) -> None:
        """Stop the print, by the button or by Esc."""
        self._job.cancel()
        self.cancelled.emit()
        super().reject()

    def _on_finished(self) -> None:
        self._job.deleteLater()
        self.deleteLater()

    def _show_sent(self, sent: int) -> None:
        self.bar.setValue(sent)
        self._words.setText(f"Page {min(sent + 1, self.bar.maximum())} of {self.bar.maximum()}")
