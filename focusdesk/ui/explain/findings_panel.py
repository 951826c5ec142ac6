"""What does not hold in the open filing: each finding with its boxes; activate it to go there."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListView,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from focusdesk.calc.checks import Finding
from focusdesk.filing.explained_warnings import can_be_explained
from focusdesk.filing.explanations_due import asks_why
from focusdesk.filing.finding_kind import Kind, count_words
from focusdesk.filing.listed_findings import ListedFinding, listed_text
from focusdesk.form.schedule import Schedule
from focusdesk.ui.explain.finding_filter import FindingFilter
from focusdesk.ui.explain.finding_rows import LISTED_ROLE, FindingPainter, FindingsModel
from focusdesk.ui.look.bar_button import BarButton
from focusdesk.ui.look.zoom import Zoom

NOTHING_FAILS = "None of the form's checks fails, as far as they can be judged."
_NOTHING_SHOWN = "No finding is as the filter asks."
_COPY = Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_C


def _nothing() -> tuple[ListedFinding, ...]:
    return ()


class FindingsPanel(QWidget):
    """The findings with their count as heading.

    Attributes:
        code_activated: The box of a finding that the user wants to go to.
        action_asked: A finding that was gone to by Enter, or the menu, asks for an action of the
            window; carries its id.
        needs_room: The filter has come, or gone.
        filter: Which of them are listed.
        list: The list.
        chosen: The finding that was activated last; `None` before.
        not_evaluated: Gives the checks that could not be judged; set by who knows them.
    """

    code_activated = Signal(str)
    action_asked = Signal(str)
    needs_room = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chosen: Finding | None = None
        self.not_evaluated: Callable[[], tuple[ListedFinding, ...]] = _nothing
        self._listed: tuple[ListedFinding, ...] = ()
        self._heading = QLabel("FINDINGS")
        self._heading.setObjectName("section_heading")
        self._heading.setWordWrap(True)  # many kinds of findings make the panel no wider
        self._opens_filter = BarButton("Filter", "Filter the findings  Ctrl+Alt+F")
        self.filter = FindingFilter()
        self._all_hold = QLabel(NOTHING_FAILS)
        self._all_hold.setObjectName("all_hold")
        self._all_hold.setWordWrap(True)
        self._model = FindingsModel(self)
        self._painter = FindingPainter(self)
        self.list = _FindingsList(self._painter)
        self.list.setModel(self._model)
        self.list.setItemDelegate(self._painter)
        self._lay_out()
        self._tie()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What does not hold, listed or left out."""
        return tuple(each.finding for each in self._listed)

    @property
    def listed(self) -> tuple[ListedFinding, ...]:
        """The same, each with how it stands."""
        return self._listed

    @property
    def waiting(self) -> int:
        """How many of them nobody has answered, those for information too."""
        return sum(not each.is_answered for each in self._listed)

    @property
    def shown(self) -> tuple[ListedFinding, ...]:
        """What is listed."""
        return self._model.items

    @property
    def filter_height(self) -> int:
        """How much of the height the filter takes, in pixels; 0 while it is closed."""
        return 0 if self.filter.isHidden() else self.filter.sizeHint().height()

    @property
    def words(self) -> str:
        """What stands in place of findings; empty when there are some."""
        return "" if self._all_hold.isHidden() else self._all_hold.text()

    def show_findings(self, listed: tuple[ListedFinding, ...]) -> None:
        """List the findings and count them."""
        self._listed = listed
        self._opens_filter.setVisible(bool(listed))
        self._show()

    def show_schedules(self, schedules: Sequence[Schedule]) -> None:
        """Let the findings of one schedule of another month alone be listed; none is chosen."""
        self.chosen = None
        self.filter.show_schedules(schedules)

    def show_filter(self) -> None:
        """Bring the keyboard to the filter."""
        self.filter.take_keyboard()
        self._show()
        self.needs_room.emit()

    def copy(self) -> None:
        """Copy what is listed, as text."""
        QApplication.clipboard().setText(listed_text(self.shown))

    def show_zoom(self, zoom: Zoom) -> None:
        """Write the findings in another size."""
        self.list.setFont(zoom.font())
        self.list.scheduleDelayedItemsLayout()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(self._heading, 1, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._opens_filter, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 8, 14, 8)
        layout.setSpacing(6)
        layout.addLayout(head)
        layout.addWidget(self.filter)
        layout.addWidget(self._all_hold, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self.list, 1)
        layout.addStretch()  # for the room of a list that is not there

    def _tie(self) -> None:
        self.list.activated.connect(self._on_activated)
        self.list.clicked.connect(self._on_clicked)
        self.list.copied.connect(self.copy)
        self._opens_filter.clicked.connect(self.show_filter)
        self.filter.changed.connect(self._show)
        self.filter.closed.connect(self._close_filter)
        rows = (
            ("Explain", lambda: self.action_asked.emit("explain_finding")),
            ("Copy these findings", self.copy),
            ("Print the findings\u2026", lambda: self.action_asked.emit("print_findings")),
        )
        for words, does in rows:
            action = QAction(words, self.list)
            action.triggered.connect(does)
            self.list.addAction(action)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.list.selectionModel().currentChanged.connect(self._on_current_changed)

    def _show(self) -> None:
        """List what the filter lets through, and count."""
        listed = self._listed
        if self.filter.not_evaluated.isChecked():
            listed = (*listed, *self.not_evaluated())
        self.filter.show_counts(self._listed)
        shown = tuple(each for each in listed if self.filter.passes(each))
        self._model.show_items(shown)
        self._heading.setText(self._heading_words(len(shown)))
        self._all_hold.setText(_NOTHING_SHOWN if self._listed else NOTHING_FAILS)
        self._all_hold.setVisible(not shown)
        self.list.setVisible(bool(shown))  # the keyboard finds nothing in an empty list

    def _heading_words(self, shown: int) -> str:
        counted = count_words(each.kind for each in self._listed) or "none"
        if not self.filter.isHidden():  # whose buttons count, and there the list needs the room
            return f"FINDINGS \u00b7 {shown} SHOWN"
        narrow = f" \u00b7 {shown} SHOWN" if self.filter.is_narrow else ""
        return f"FINDINGS \u00b7 {counted.upper()}{narrow}"

    def _close_filter(self) -> None:
        """List all findings again, with the keyboard on them."""
        used = self.filter.isAncestorOf(self.window().focusWidget() or self)
        self.filter.clear()
        self.filter.hide()
        self._show()
        self.needs_room.emit()
        if used and self.list.isVisibleTo(self):
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_current_changed(self, index: QModelIndex) -> None:
        listed: ListedFinding | None = index.data(LISTED_ROLE)
        self.chosen = listed.finding if listed else None

    def answer(self, listed: ListedFinding) -> None:
        """Ask for what can be done about a finding, if anything can."""
        self.chosen = finding = listed.finding
        if asks_why(finding):
            self.action_asked.emit("explain_change")
        elif listed.kind is Kind.NOT_EVALUATED:
            return
        elif can_be_explained(finding):
            self.action_asked.emit("explain_finding")
        elif listed.notice is not None or finding.duty is not None:
            self.action_asked.emit("notices")

    def _on_clicked(self, index: QModelIndex) -> None:
        """Go to the box; one that asks why its line moved asks for words there."""
        listed = self._go_to(index)
        if asks_why(listed.finding):
            self.answer(listed)

    def _on_activated(self, index: QModelIndex) -> None:
        """Go to the box, and on to what can be done about it."""
        self.answer(self._go_to(index))

    def _go_to(self, index: QModelIndex) -> ListedFinding:
        listed: ListedFinding = index.data(LISTED_ROLE)
        if listed.finding.codes:
            self.code_activated.emit(listed.finding.codes[0])
        self.chosen = listed.finding
        return listed


class _FindingsList(QListView):
    """The list.

    Attributes:
        copied: Ctrl+C: what is listed is to be copied.
    """

    copied = Signal()

    def __init__(self, painter: FindingPainter) -> None:
        super().__init__()
        self._painter = painter
        self.setObjectName("findings_list")
        self.setAccessibleName("Findings")
        self.setMinimumHeight(1)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if (event.modifiers(), Qt.Key(event.key())) == _COPY:
            self.copied.emit()
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, e: QResizeEvent) -> None:
        self._painter.width = self.viewport().width()
        self.scheduleDelayedItemsLayout()
        super().resizeEvent(e)
