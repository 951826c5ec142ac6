"""From which size on changes count: one threshold for all lines, others for single lines.

What is typed is read when the keyboard leaves a field, and again when all is kept; what cannot be
read is said under the field, which keeps it.
"""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from focusdesk.filing.explanations_due import rule_words
from focusdesk.filing.ports import StoreError
from focusdesk.filing.thresholds import (
    FirmForms,
    Threshold,
    ThresholdError,
    Thresholds,
    keep_thresholds,
    parse_threshold,
    refuse_lines,
)
from focusdesk.ui.look.banner import READ_ONLY
from focusdesk.ui.look.small_screen import fit_screen

_EXAMPLE = "5,000,000 and 10 %"
_ABOUT = (
    "A change counts when it is above the dollars and above the percent. Either may be left out; "
    "with neither, every change counts. 5m is 5,000,000."
)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_DELETE = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_CODE = Qt.ItemDataRole.UserRole
_LEAST_LIST = 36
_SIZE = Qt.ItemDataRole.UserRole + 1
_AROUND = 12
_CODE_WIDTH = 90


class ThresholdsDialog(QDialog):
    """The firm's thresholds as fields.

    Attributes:
        of_all: The threshold of every line that has none of its own.
        of_all_problem: Why it cannot be read; empty where it can.
        lines: The lines that have one of their own.
        code: The line that is given one.
        of_line: What it is given.
        line_problem: Why that cannot be taken; empty where it can.
        rule: Which changes must be explained by these thresholds.
        keep: Keeps all of it; cannot be pressed where the store can only be read.
    """

    kept = Signal(object)
    """The firm's thresholds are others now; carries the `Thresholds`."""

    def __init__(
        self,
        forms: FirmForms,
        thresholds: Thresholds,
        labels: Mapping[str, str],
        parent: QWidget | None = None,
    ) -> None:
        """Show the thresholds as they are.

        Args:
            forms: The firm's store and the forms that it may use.
            thresholds: Those that are kept now.
            labels: The words of the lines, by their codes.
            parent: The window.
        """
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Thresholds")
        self._forms, self._labels = forms, labels
        self._own: dict[str, Threshold] = {**thresholds.of_lines}
        self.of_all = _field("Threshold for all lines", _EXAMPLE)
        self.of_all.setText(thresholds.of_all.words)
        self.of_all_problem, self.line_problem = _problem(), _problem()
        self.lines = _line_list()
        self.lines.setMinimumHeight(_LEAST_LIST)  # on a small screen it scrolls
        self.code = _field("Code of a line", "7190")
        self.code.setMaximumWidth(_CODE_WIDTH)
        self.of_line = _field("Threshold of the line", "500,000")
        self._set = QPushButton("&Set")
        self._withdraw = QPushButton("&Withdraw")
        self._buttons = QDialogButtonBox()
        self.rule = QLabel()
        self.keep = self._buttons.addButton("&Keep", QDialogButtonBox.ButtonRole.AcceptRole)
        self._buttons.addButton("Cancel", QDialogButtonBox.ButtonRole.RejectRole)
        self._lay_out()
        self._tie()
        self._show_lines("")
        self._refuse_where_read_only()

    def begin_line(self, code: str) -> None:
        """Let a threshold be given to a line at once; what it has stands there already."""
        self.code.setText(code)
        self._show_line(code)
        self.of_line.setFocus()
        self.of_line.selectAll()

    def _lay_out(self) -> None:
        title, about = QLabel("From which size on does a change count?"), QLabel(_ABOUT)
        title.setObjectName("dialog_title")
        for label in (about, self.rule):
            label.setObjectName("hint")
            label.setWordWrap(True)
        fields = QGridLayout()
        fields.setColumnStretch(3, 1)
        fields.addWidget(_label("&All lines, above", self.of_all), 0, 0, 1, 2)
        fields.addWidget(self.of_all, 0, 2, 1, 2)
        fields.addWidget(self.of_all_problem, 1, 0, 1, 6)
        fields.addWidget(_label("&Lines with their own", self.lines), 2, 0, 1, 6)
        fields.addWidget(self.lines, 3, 0, 1, 6)
        for at, widget in enumerate(
            (_label("&Code", self.code), self.code, _label("a&bove", self.of_line))
        ):
            fields.addWidget(widget, 4, at)
        fields.addWidget(self.of_line, 4, 3)
        fields.addWidget(self._set, 4, 4)
        fields.addWidget(self._withdraw, 4, 5)
        fields.addWidget(self.line_problem, 5, 0, 1, 6)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 12, 22, 12)
        layout.setSpacing(8)
        layout.addWidget(title)
        layout.addWidget(about)
        layout.addLayout(fields, 1)
        layout.addWidget(self.rule)
        layout.addWidget(self._buttons)
        fit_screen(self, QSize(580, 500))

    def _tie(self) -> None:
        self.keep.setDefault(True)
        self._buttons.accepted.connect(self._on_kept)
        self._buttons.rejected.connect(self.reject)
        self.of_all.editingFinished.connect(self._read_of_all)
        self.of_all.textEdited.connect(lambda: self.of_all_problem.setText(""))
        self.code.textEdited.connect(self._show_line)
        self.of_line.textEdited.connect(lambda: self.line_problem.setText(""))
        self._set.clicked.connect(self.set_line)
        self._withdraw.clicked.connect(self.withdraw_line)
        self.lines.currentItemChanged.connect(self._on_line_chosen)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in the fields of a line gives it the threshold; Del takes a line's own away."""
        focused = self.focusWidget()
        withdraws: dict[QWidget, tuple[Qt.Key, ...]]
        withdraws = {self._withdraw: _ENTER, self.lines: _DELETE}
        if event.key() in _ENTER and focused in (self.code, self.of_line, self._set):
            self.set_line()
        elif focused in withdraws and event.key() in withdraws[focused]:
            self.withdraw_line()
        else:
            super().keyPressEvent(event)

    def set_line(self) -> bool:
        """Give the line the threshold that stands beside it; `False` when it cannot be taken."""
        code = self.code.text().strip()
        at = self.of_line
        try:
            own = parse_threshold(self.of_line.text())
            at = self.code
            refuse_lines(self._forms, [code])
        except ThresholdError as error:
            self.line_problem.setText(str(error))
            at.setFocus()
            at.selectAll()
            return False
        self._own[code] = own
        self.line_problem.setText("")
        self._show_lines(code)
        return True

    def withdraw_line(self) -> None:
        """Take the line's own threshold away: that for all lines holds for it again."""
        self._own.pop(self.code.text().strip(), None)
        self.of_line.clear()
        self.line_problem.setText("")
        self._show_lines("")

    def _refuse_where_read_only(self) -> None:
        if self._forms.store.read_only:
            self.keep.setEnabled(False)
            self.keep.setToolTip(READ_ONLY)
            self.line_problem.setText(READ_ONLY)

    def _show_rule(self, of_all: Threshold) -> None:
        """Say which changes must be explained, and that it is built in while nothing is set."""
        words = rule_words(Thresholds(of_all, self._own))
        built_in = "" if of_all.words else " by the built-in rule, until one for all lines is set"
        self.rule.setText(f"To be explained{built_in}: {words}.")

    def _show_lines(self, current: str) -> None:
        self.lines.blockSignals(True)  # noqa: FBT003 -- Qt's own signature
        self.lines.clear()
        for code, own in sorted(self._own.items()):
            size = f"above {own.words}" if own.words else "any change"
            words = " ".join(filter(None, (code, self._labels.get(code, ""))))
            item = QListWidgetItem(f"{words}: {size}", self.lines)
            item.setData(_CODE, code)
            item.setData(_SIZE, f": {size}")
            item.setToolTip(item.text())
            if code == current:
                self.lines.setCurrentItem(item)
        self.lines.blockSignals(False)  # noqa: FBT003
        self._read_of_all()
        self._withdraw.setEnabled(self.code.text().strip() in self._own)

    def _on_line_chosen(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.code.setText(item.data(_CODE))
            self._show_line(item.data(_CODE))

    def _show_line(self, code: str) -> None:
        own = self._own.get(code.strip())
        if own is not None:
            self.of_line.setText(own.words)
        self._withdraw.setEnabled(own is not None)
        self.line_problem.setText("")

    def _read_of_all(self) -> Threshold | None:
        try:
            read = parse_threshold(self.of_all.text())
        except ThresholdError as error:
            self.of_all_problem.setText(str(error))
            return None
        self.of_all_problem.setText("")
        self._show_rule(read)
        return read

    def _line_is_waiting(self) -> bool:
        """Whether a threshold stands in the fields of a line that it was not given yet."""
        code, text = self.code.text().strip(), self.of_line.text().strip()
        own = self._own.get(code)
        return bool(text) and (own is None or own.words != text)

    def _on_kept(self) -> None:
        of_all = self._read_of_all()
        if of_all is None:
            self.of_all.setFocus()
            return
        if self._line_is_waiting() and not self.set_line():
            return
        thresholds = replace(Thresholds(of_all), of_lines=self._own)
        try:
            keep_thresholds(self._forms, thresholds)
        except (StoreError, ThresholdError) as error:
            self.line_problem.setText(str(error))
            return
        self.kept.emit(thresholds)
        self.accept()


class _LineWords(QStyledItemDelegate):
    """Cuts the words of a line where there is no room, and never its size."""

    @override
    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        size: str = index.data(_SIZE)
        words = str(index.data()).removesuffix(size)
        metrics = option.fontMetrics
        room = option.rect.width() - metrics.horizontalAdvance(size) - _AROUND
        option.text = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room) + size


def _line_list() -> QListWidget:
    lines = QListWidget()
    lines.setItemDelegate(_LineWords(lines))
    lines.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    lines.setAccessibleName("Lines with a threshold of their own")
    return lines


def _field(name: str, example: str) -> QLineEdit:
    field = QLineEdit()
    field.setAccessibleName(name)
    field.setPlaceholderText(example)
    return field


def _label(words: str, buddy: QWidget) -> QLabel:
    label = QLabel(words)
    label.setBuddy(buddy)
    return label


def _problem() -> QLabel:
    label = QLabel()
    label.setObjectName("said_at_field")
    label.setWordWrap(True)
    return label
