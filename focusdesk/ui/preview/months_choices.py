"""What is wanted of many months: which copy, in files or on paper, and where the files go."""

import contextlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)

from focusdesk.filing.copies import Copy, PrintOrder
from focusdesk.filing.filing import Filing
from focusdesk.ui.file_questions import FileQuestions
from focusdesk.ui.preview.copy_words import COPY_WORDS
from focusdesk.ui.preview.month_prints import bundle_path, files_there, month_path


class Way(StrEnum):
    """Where the months go.

    - ``each``: a file for each month, in a folder.
    - ``bundle``: one file that holds all of them.
    - ``paper``: the printer.
    """

    EACH = "each"
    BUNDLE = "bundle"
    PAPER = "paper"


_WAYS = {
    Way.EACH: "One PDF for each month",
    Way.BUNDLE: "One PDF with all months",
    Way.PAPER: "On paper",
}


@dataclass(frozen=True, slots=True)
class MonthsOrder:
    """What the user wants done.

    Attributes:
        filings: Of which months, the oldest first.
        order: What is printed of each.
        way: Where the months go.
        folder: The folder for the files; of no matter on paper.
        may_replace: The files that are there and may be replaced.
    """

    filings: tuple[Filing, ...]
    order: PrintOrder
    way: Way
    folder: Path
    may_replace: frozenset[Path] = frozenset()


class MonthsChoices(QWidget):
    """The fields in which the order is given."""

    changed = Signal()
    """Something else is asked for."""

    def __init__(
        self,
        filings: Sequence[Filing],
        folder: Path,
        questions: FileQuestions,
        parent: QWidget | None = None,
    ) -> None:
        """Build the fields.

        Args:
            filings: The months, the oldest first.
            folder: Where files are proposed to be written.
            questions: Asks for another folder.
            parent: The dialog.
        """
        super().__init__(parent)
        self._filings, self._questions = tuple(filings), questions
        self.way, self.copy = QComboBox(), QComboBox()
        self.folder, self.browse = QLineEdit(str(folder)), QPushButton("Browse\u2026")
        self.margin, self.replace = QCheckBox("Words in the &margins"), QCheckBox()
        self.purpose = QLabel()
        self._place, self._form = QHBoxLayout(), QFormLayout(self)
        self._there: tuple[Path, ...] = ()
        self._name_parts()
        self._lay_out()
        self._tie()
        self._look()

    @property
    def order(self) -> MonthsOrder:
        """What is asked for now."""
        return MonthsOrder(
            self._filings,
            PrintOrder(copy=self._copy, margin=self.margin.isChecked()),
            self._way,
            self._folder,
            frozenset(self._there) if self.replace.isChecked() else frozenset(),
        )

    @property
    def answer(self) -> str:
        """What stands on the button that does it."""
        count = self._written
        if self._way is Way.PAPER:
            return "Print\u2026"
        if not count:
            return "Save"
        return "Save 1 file" if count == 1 else f"Save {count} files"

    @property
    def obstacle(self) -> str:
        """Say why it cannot be done as it is asked for; empty when it can."""
        if self._way is Way.PAPER:
            return ""
        if not _is_folder(self._folder):
            return f"There is no folder {self._folder}. Make it, or choose another."
        if not self._written:
            there = "It is" if len(self._there) == 1 else "They are all"
            return f"{there} there already. Replace what is there, or choose another folder."
        return ""

    @property
    def promise(self) -> str:
        """Say what will be done, and before all what happens to files that are there."""
        if self._way is Way.PAPER:
            return "The system's print dialog comes once all months are drawn."
        count = len(self._there)
        if not count and self._way is Way.BUNDLE:
            (path,) = self._paths.values()
            return f"All months go into {path.name}."
        if not count:
            return ""
        which = "1 file is" if count == 1 else f"{count} files are"
        if self.replace.isChecked():
            return f"{which} there already and will be replaced."
        left_out = "its month is" if count == 1 else "their months are"
        return f"{which} there already and will stay; {left_out} left out."

    @property
    def files(self) -> Mapping[int, str]:
        """Name the file of each month, by the number of the filing, and say if it is there."""
        if self._way is not Way.EACH:
            return {}
        there = set(self._there)
        return {
            number: f"{path.name}, there already" if path in there else path.name
            for number, path in self._paths.items()
        }

    def _name_parts(self) -> None:
        for way, words in _WAYS.items():
            self.way.addItem(words, way)
        for copy in Copy:
            if copy is not Copy.SIGNATURE:
                self.copy.addItem(COPY_WORDS[copy].name, copy)
        self.margin.setChecked(True)
        self.margin.setToolTip("Page number, edition and fingerprint, outside the form's own area")
        self.browse.setAccessibleName("Browse for a folder")
        self.purpose.setObjectName("hint")
        self.purpose.setWordWrap(True)

    def _lay_out(self) -> None:
        form = self._form
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(14)
        form.setVerticalSpacing(7)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        folder = QLabel("&Folder")
        folder.setBuddy(self.folder)
        self._place.setSpacing(8)
        self._place.addWidget(self.folder, 1)
        self._place.addWidget(self.browse)
        form.addRow("&As", self.way)
        form.addRow("&Copy", self.copy)
        form.addRow("", self.purpose)
        form.addRow("", self.margin)
        form.addRow(folder, self._place)
        form.addRow("", self.replace)

    def _tie(self) -> None:
        for field in (self.way, self.copy):
            field.currentIndexChanged.connect(self._look)
        self.folder.textChanged.connect(self._look)
        self.replace.toggled.connect(self._look)
        self.browse.clicked.connect(self._ask_folder)

    @property
    def _way(self) -> Way:
        return Way(self.way.currentData())

    @property
    def _copy(self) -> Copy:
        return Copy(self.copy.currentData())

    @property
    def _folder(self) -> Path:
        folder = Path(self.folder.text().strip())
        with contextlib.suppress(RuntimeError):  # the home of a user whom the machine knows not
            folder = folder.expanduser()
        return folder.absolute()

    @property
    def _paths(self) -> dict[int, Path]:
        """The files to be written, by the number of the filing that each begins with."""
        folder, copy = self._folder, self._copy
        if self._way is Way.EACH:
            return {filing.id: month_path(folder, filing, copy) for filing in self._filings}
        if self._way is Way.BUNDLE:
            return {self._filings[0].id: bundle_path(folder, self._filings, copy)}
        return {}

    @property
    def _written(self) -> int:
        """How many files there are to write."""
        return len(self._paths) - (0 if self.replace.isChecked() else len(self._there))

    def _look(self) -> None:
        """See which files are there, and ask what to do with them."""
        self._there = files_there(self._paths.values())
        self.purpose.setText(
            f"{COPY_WORDS[self._copy].purpose} Signature copies are made one month at a time."
        )
        self._form.setRowVisible(self._place, self._way is not Way.PAPER)
        self._form.setRowVisible(self.replace, bool(self._there))
        count = len(self._there)
        which = "the file that is" if count == 1 else f"the {count} files that are"
        self.replace.setText(f"&Replace {which} there already")
        self.changed.emit()

    def _ask_folder(self) -> None:
        folder = self._questions.folder(self, "Folder for the months", self._folder)
        if folder is not None:
            self.folder.setText(str(folder))


def _is_folder(path: Path) -> bool:
    with contextlib.suppress(OSError):
        return path.is_dir()
    return False
