"""What is to be printed: which copy, which pages, what the margins say. The result is the order."""

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QVBoxLayout, QWidget

from focusdesk.filing.copies import Copy, PrintOrder
from focusdesk.form.edition import Edition
from focusdesk.form.period import Period
from focusdesk.ui.copy_words import COPY_WORDS
from focusdesk.ui.preview_ticks import PageTicks
from focusdesk.ui.side_panel import section_heading

_WIDTH = 204


class PreviewOptions(QWidget):
    """The choices at the right of a preview."""

    order_changed = Signal()
    """Another print is asked for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumWidth(_WIDTH)
        self.copy = QComboBox()
        self.copy.setAccessibleName("Copy")
        for copy, words in COPY_WORDS.items():
            self.copy.addItem(words.name, copy)
        self.purpose = QLabel()
        self.purpose.setObjectName("hint")
        self.purpose.setWordWrap(True)
        self.beside = QComboBox()
        self.beside.setAccessibleName("Compared with")
        self._beside_heading = section_heading("COMPARED WITH")
        self.ticks = PageTicks()
        self.margin = QCheckBox("Words in the margins")
        self.margin.setToolTip("Page number, edition and fingerprint, outside the form's own area")
        self.margin.setChecked(True)
        self.pen = QCheckBox("Leave the date for the pen")
        self._edition: Edition | None = None
        self._change = QTimer(self, singleShot=True, interval=0)  # several ticks, one print
        self._lay_out()
        self._tie()

    @property
    def chosen_copy(self) -> Copy:
        """What the print is for."""
        return Copy(self.copy.currentData())

    @property
    def order(self) -> PrintOrder | None:
        """What is to be printed; `None` while no page is ticked."""
        copy, ticked = self.chosen_copy, self.ticks.ticked
        if not ticked:
            return None
        return PrintOrder(
            copy=copy,
            schedules=() if self.ticks.all_ticked else ticked,
            margin=self.margin.isChecked(),
            date_for_pen=copy is Copy.SIGNATURE and self.pen.isChecked(),
            compared_with=self.beside.currentData() if copy is Copy.REVIEW else None,
        )

    def show_month(self, edition: Edition, others: Sequence[Period]) -> None:
        """List the schedules of a month's form, and the months that it can be compared with.

        What is chosen stays chosen where there still is such a choice.
        """
        self._edition = edition
        chosen = self.beside.currentData()
        self.beside.clear()
        self.beside.addItem("The month before", None)
        for period in others:
            self.beside.addItem(period.label, period)
        if chosen in others:
            self.beside.setCurrentText(chosen.label)
        self._on_copy_chosen()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        for part in (section_heading("COPY"), self.copy, self.purpose):
            layout.addWidget(part)
        layout.addSpacing(2)
        layout.addWidget(self._beside_heading)
        layout.addWidget(self.beside)
        layout.addSpacing(8)
        layout.addWidget(section_heading("PAGES"))
        layout.addWidget(self.ticks, 1)
        layout.addSpacing(8)
        layout.addWidget(section_heading("ON EACH PAGE"))
        layout.addWidget(self.margin)
        layout.addWidget(self.pen)
        for heading in self.findChildren(QLabel, "section_heading"):
            heading.setContentsMargins(0, 0, 0, 0)

    def _tie(self) -> None:
        self._change.timeout.connect(self.order_changed)
        self.copy.currentIndexChanged.connect(self._on_copy_chosen)
        self.beside.currentIndexChanged.connect(self._on_chosen)
        self.ticks.changed.connect(self._on_chosen)
        self.margin.toggled.connect(self._on_chosen)
        self.pen.toggled.connect(self._on_chosen)

    def _on_copy_chosen(self) -> None:
        """Offer what belongs in the copy; the officers sign the whole filing or nothing."""
        copy = self.chosen_copy
        self.purpose.setText(COPY_WORDS[copy].purpose)
        self.copy.setAccessibleDescription(COPY_WORDS[copy].purpose)
        self.pen.setEnabled(copy is Copy.SIGNATURE)
        for part in (self._beside_heading, self.beside):
            part.setVisible(copy is Copy.REVIEW)
        if self._edition is not None:
            pages = PrintOrder(copy).pages(self._edition)
            self.ticks.show_schedules(pages, whole=copy is Copy.SIGNATURE)
        self._on_chosen()

    def _on_chosen(self) -> None:
        self._change.start()
