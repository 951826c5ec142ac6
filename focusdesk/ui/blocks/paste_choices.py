"""What the user settles about a whole block: how it is read, what minus signs and blanks mean."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QLabel, QWidget

from focusdesk.filing.paste_preview import PastePreview
from focusdesk.filing.paste_rows import RowState
from focusdesk.filing.placed_block import BlockReading, PlacedBlock, Way

_SIGNS = (
    (None, "Not answered yet"),
    (True, "They are the form's own: (500) is the amount 500 that it subtracts"),
    (False, "They are negatives: -500 stays -500, and the form adds it"),
)


class PasteChoices(QWidget):
    """The questions that concern all rows; each is shown only where it arises.

    Attributes:
        reading: How the block is read.
        signs: What a minus means where the form itself subtracts.
        skips_blanks: Blank cells leave their boxes as they are.
        remarks: What is to be said of how the block was read.
    """

    read_otherwise = Signal(object)
    """Another `BlockReading` is chosen."""

    signs_answered = Signal(object)
    """The minus signs are as the form prints them, or negatives; `None` for no answer."""

    blanks_settled = Signal(bool)
    """Blank cells are to be skipped, or not."""

    def __init__(self, placed: PlacedBlock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._placed = placed
        self.reading, self.signs = QComboBox(), QComboBox()
        self.skips_blanks = QCheckBox("&Blank cells leave their boxes as they are")
        self.remarks = QLabel()
        self._form = QFormLayout(self)
        self._lay_out()
        self.reading.currentIndexChanged.connect(self._on_read_otherwise)
        self.signs.currentIndexChanged.connect(self._on_signs_answered)
        self.skips_blanks.toggled.connect(self.blanks_settled)

    def ask(self, preview: PastePreview) -> None:
        """Show the questions that a preview raises, and the answers given."""
        asked = preview.choices.as_printed is not None or preview.count(RowState.ASKED) > 0
        blank = any(not row.text and row.state in _MAY_BE_BLANK for row in preview.rows)
        self._form.setRowVisible(self.signs, asked)
        self._form.setRowVisible(self.skips_blanks, blank)
        answers = [answer for answer, _ in _SIGNS]
        with QSignalBlocker(self.signs), QSignalBlocker(self.skips_blanks):
            self.signs.setCurrentIndex(answers.index(preview.choices.as_printed))
            self.skips_blanks.setChecked(preview.choices.skip_blanks)
        chosen = len(self._placed.readings) > 1  # then its words stand in the field above
        read = _passed_over(preview.reading) if chosen else _read_words(preview.reading)
        said = " ".join((read, *self._placed.remarks)).strip()
        self.remarks.setText(said)
        self._form.setRowVisible(self.remarks, bool(said))

    def _lay_out(self) -> None:
        form = self._form
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(12)
        form.setVerticalSpacing(4)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for reading in self._placed.readings:
            self.reading.addItem(reading.words)
        for _, words in _SIGNS:
            self.signs.addItem(words)
        self.reading.setAccessibleName("How the block is read")
        self.signs.setAccessibleName("What a minus means where the form prints parentheses")
        self.remarks.setObjectName("hint")
        self.remarks.setWordWrap(True)
        form.addRow("&Read", self.reading)
        form.addRow(self.remarks)
        form.addRow("&Minus signs", self.signs)
        form.addRow(self.skips_blanks)
        form.setRowVisible(self.reading, len(self._placed.readings) > 1)

    def _on_read_otherwise(self, at: int) -> None:
        self.read_otherwise.emit(self._placed.readings[at])

    def _on_signs_answered(self, at: int) -> None:
        answer, _ = _SIGNS[at]
        self.signs_answered.emit(answer)


_MAY_BE_BLANK = (RowState.CHANGED, RowState.SAME, RowState.SKIPPED)


def _read_words(reading: BlockReading) -> str:
    """Say how a block is read, and how much of it is passed over."""
    return f"{reading.words}. {_passed_over(reading)}".strip()


def _passed_over(reading: BlockReading) -> str:
    count = reading.passed_over
    if reading.way is Way.FROM_FILE or not count:
        return ""
    rows = "1 row has" if count == 1 else f"{count:,} rows have"
    them = "is" if count == 1 else "are"
    return f"{rows} neither code nor figure and {them} passed over."
