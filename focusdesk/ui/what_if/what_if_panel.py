"""The panel in which boxes are supposed to hold something else, and what would follow is seen."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from focusdesk.calc.checks import Finding, Severity
from focusdesk.filing.edit import Edit, EditRefused
from focusdesk.filing.ports import StoreError
from focusdesk.filing.session import FilingSession
from focusdesk.filing.what_if import Level, WhatIf, level_words
from focusdesk.form.amount import format_change
from focusdesk.form.box import EntryError, show_value
from focusdesk.ui.look.record_table import Record, RecordModel, RecordTable
from focusdesk.ui.what_if.figure_records import FigureRecords

_SUPPOSED = ("Box", "Holds", "Would hold")
_FINDINGS = ("", "Finding")
_LEVELS = ("Level", "Now", "Would be", "Change")
_FEW_ROWS = 116
_ONE_FINDING = 136
_HEIGHT = 28
"""Pixels of a field: what is clicked is not smaller than 24 (WCAG 2.5.8)."""

_UNWRITABLE = "This month takes no entry: what is supposed here can be looked at, and not applied."


class WhatIfPanel(QWidget):
    """A copy of the open month to try things on.

    Attributes:
        applied: Carries the `Edit` that makes it so.
        code_activated: A box is to be gone to; carries its code.
        left: The panel is done with.
        what_if: What is supposed.
        code: The box that is supposed to hold something.
        figure: What it would hold, as it would be typed into the box.
        supposed: The boxes that would change; Del takes one back.
        levels: Every excess, target and capital level.
        arithmetic: How the chosen level comes from what it is to what it would be.
        findings: Those that would come and go, in words; Enter goes to the box of one.
        told: What to do, or that no finding would come or go.
        problem: Why something cannot be supposed.
        apply: Applies it all as one edit.
        discard: Forgets it all.
    """

    applied = Signal(object)
    code_activated = Signal(str)
    left = Signal()

    def __init__(self, session: FilingSession, parent: QWidget | None = None) -> None:
        """Suppose nothing yet of a month."""
        super().__init__(parent)
        self.what_if = WhatIf(session)
        self.code, self.figure = QLineEdit(), QLineEdit()
        self.take = QPushButton("&Suppose")
        self._supposed_model = FigureRecords(_SUPPOSED, self)
        self._level_model = FigureRecords(_LEVELS, self)
        self.supposed = RecordTable(self._supposed_model, {1: 1, 2: 1})
        self.levels = RecordTable(self._level_model, {})
        self._finding_model = RecordModel(_FINDINGS, self)
        self.findings = RecordTable(self._finding_model, {1: 1})
        self._found: tuple[Finding, ...] = ()
        self.arithmetic, self.told, self.problem = QLabel(), QLabel(), QLabel()
        self.apply, self.discard = QPushButton("&Apply as one edit"), QPushButton("&Discard")
        self._lay_out()
        self._tell("")
        self._tie()
        self.show_figures()

    def begin(self, code: str) -> None:
        """Begin with a box, and bring the keyboard to what it would hold."""
        self.code.setText(code)
        (self.figure if code else self.code).setFocus()

    def show_figures(self) -> None:
        """Work it out anew from the figures as they stand, and show what would be."""
        what_if = self.what_if
        try:
            what_if.work_out()
            come, gone = what_if.findings()
        except (EditRefused, StoreError) as error:
            self._tell(str(error))
            return
        self._supposed_model.show(
            [
                Record(
                    (change.code, show_value(change.old), show_value(change.new)),
                    _tip(what_if, change.code),
                )
                for change in what_if.changes()
            ]
        )
        at = max(self.levels.current, 0)
        self._level_model.show([_level(level) for level in what_if.levels()])
        self.levels.choose(at)
        self._show_arithmetic()
        self._show_findings(come, gone)
        writable = not what_if.session.read_only
        self.apply.setEnabled(bool(what_if.supposed) and writable)
        self.discard.setEnabled(bool(what_if.supposed))

    def _show_findings(self, come: Iterable[Finding], gone: Iterable[Finding]) -> None:
        """List what would come and go in words; what is for information is passed over."""
        told = [("comes", each) for each in come] + [("goes", each) for each in gone]
        told = [(way, each) for way, each in told if each.severity is not Severity.INFORMATION]
        self._found = tuple(each for _, each in told)
        records = [Record((way, f"{each.id}  {each.message}"), each.message) for way, each in told]
        self._finding_model.show(records)
        self.findings.setVisible(bool(records))
        self.findings.choose(0)
        self.told.setText("" if records else "No finding would come or go.")
        self.told.setVisible(not records)

    def _show_arithmetic(self) -> None:
        levels = self.what_if.levels()
        if 0 <= self.levels.current < len(levels):
            level = levels[self.levels.current]
            self.arithmetic.setText(level_words(level, self.what_if.drivers(level.code)))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() == Qt.Key.Key_Delete and self.supposed.hasFocus():
            self._on_take_back()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        heading = QLabel("WHAT IF")
        heading.setObjectName("section_heading")
        self.problem.setObjectName("said_at_field")
        self.told.setObjectName("hint")
        self.arithmetic.setObjectName("hint")
        for label in (self.problem, self.told, self.arithmetic):
            label.setWordWrap(True)
        self.figure.setPlaceholderText("1,250,000")
        for table, words in (
            (self.supposed, "Boxes that would change"),
            (self.levels, "Excesses, targets and capital levels"),
            (self.findings, "Findings that would come or go"),
        ):
            table.setAccessibleName(words)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 10)
        layout.setSpacing(8)
        layout.addWidget(heading)
        layout.addLayout(self._fields())
        layout.addWidget(self.problem)
        self.supposed.setMaximumHeight(_FEW_ROWS)
        self.findings.setMinimumHeight(_ONE_FINDING)
        layout.addWidget(self.supposed, 1)
        layout.addWidget(self.levels, 3)
        layout.addWidget(self.arithmetic)
        layout.addWidget(self.findings, 3)
        layout.addWidget(self.told)
        layout.addLayout(self._buttons())

    def _buttons(self) -> QHBoxLayout:
        buttons = QHBoxLayout()
        buttons.addWidget(self.apply)
        buttons.addWidget(self.discard)
        buttons.addStretch(1)
        return buttons

    def _fields(self) -> QGridLayout:
        fields = QGridLayout()
        box, holds = QLabel("&Box"), QLabel("&would hold")
        box.setBuddy(self.code)
        holds.setBuddy(self.figure)
        self.code.setMaximumWidth(96)
        for field in (self.code, self.figure):
            field.setMinimumHeight(_HEIGHT)
        for at, widget in enumerate((box, self.code, holds, self.figure, self.take)):
            fields.addWidget(widget, 0, at)
        fields.setColumnStretch(3, 1)
        return fields

    def _tie(self) -> None:
        self.code.returnPressed.connect(self.figure.setFocus)
        self.figure.returnPressed.connect(self._on_suppose)
        self.take.clicked.connect(self._on_suppose)
        self.discard.clicked.connect(self._on_discard)
        self.apply.clicked.connect(self._on_apply)
        self.levels.chosen.connect(self._on_level_chosen)
        self.levels.selectionModel().currentRowChanged.connect(self._show_arithmetic)
        self.findings.chosen.connect(self._on_finding_chosen)
        if self.what_if.session.read_only:
            self._tell(_UNWRITABLE)

    def _on_suppose(self) -> None:
        code, boxes = self.code.text().strip(), self.what_if.session.edition.boxes
        self._tell("")
        try:
            value = boxes[code].parse(self.figure.text()) if code in boxes else None
            self.what_if.suppose(code, value)
        except EntryError as error:
            self._refuse(self.figure, str(error))
        except EditRefused as error:
            self._refuse(self.code, str(error))
        else:
            self.show_figures()
            self.figure.clear()
            self.code.setFocus()
            self.code.selectAll()

    def _refuse(self, field: QLineEdit, sentence: str) -> None:
        self._tell(sentence)
        field.setFocus()
        field.selectAll()

    def _tell(self, sentence: str) -> None:
        """Say what is the matter; without a sentence there is no empty line for it."""
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))

    def _on_take_back(self) -> None:
        changes = self.what_if.changes()
        if 0 <= self.supposed.current < len(changes):
            self.what_if.take_back(changes[self.supposed.current].code)
            self.show_figures()
            self.supposed.choose(0)

    def _on_discard(self) -> None:
        self.what_if.take_back()
        self._tell("")
        self.show_figures()
        self.code.setFocus()

    def _on_apply(self) -> None:
        edit: Edit | None = self.what_if.edit()
        if edit is not None:
            self.applied.emit(edit)

    def _on_level_chosen(self, row: int) -> None:
        self.code_activated.emit(self.what_if.levels()[row].code)

    def _on_finding_chosen(self, row: int) -> None:
        self.code_activated.emit(self._found[row].codes[0])


def _tip(what_if: WhatIf, code: str) -> str:
    follows = "" if code in what_if.supposed else " (follows the firm's policy)"
    return what_if.session.edition.name_of(code) + follows


def _level(level: Level) -> Record:
    moved = "" if level.change is None else format_change(level.change)
    verdict = ", a deficiency" if level.is_deficient else ""
    figures = (show_value(level.now), show_value(level.then), moved)
    return Record((level.code.replace(".", " "), *figures), level.words + verdict)
