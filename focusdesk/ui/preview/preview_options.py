"""What is to be printed: which copy, which pages, what the margins say. The result is the order."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from focusdesk.filing.copies import Copy, PrintOrder
from focusdesk.form.edition import Edition
from focusdesk.form.period import Period
from focusdesk.form.schedule import Schedule
from focusdesk.ui.months.side_panel import section_heading
from focusdesk.ui.preview.copy_words import COPY_WORDS

_WIDTH = 204
_LOWEST_LIST = 90
_ID_ROLE = Qt.ItemDataRole.UserRole + 1


class PageTicks(QWidget):
    """The schedules to print, with a box above that ticks all of them, or none.

    Attributes:
        every: The box above the list.
        list: The schedules, in the order of the form.
    """

    changed = Signal()
    """Other schedules are ticked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.every = QCheckBox("All pages")
        self.list = QListWidget()
        self.list.setAccessibleName("Pages to print")
        self.list.setMinimumHeight(_LOWEST_LIST)
        self._left_out: set[str] = set()
        self._whole = False
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.every)
        layout.addWidget(self.list)
        self.every.clicked.connect(self._on_every_clicked)
        self.list.itemChanged.connect(self._on_ticked)

    @property
    def ticked(self) -> tuple[str, ...]:
        """The ids of the schedules that are ticked, in the order of the form."""
        return tuple(_id(item) for item in self._items() if _is_ticked(item))

    @property
    def all_ticked(self) -> bool:
        """Whether no schedule of the list is left out."""
        return len(self.ticked) == self.list.count()

    def show_schedules(self, schedules: Sequence[Schedule], *, whole: bool) -> None:
        """List schedules; those that the user has left out before stay left out.

        Args:
            schedules: In the order of the form.
            whole: None of them may be left out.
        """
        self._whole = whole
        if self._left_out >= {schedule.id for schedule in schedules}:
            self._left_out = set()
        self.list.blockSignals(True)  # noqa: FBT003 -- Qt's own signature
        self.list.clear()
        for schedule in schedules:
            item = QListWidgetItem(schedule.tab, self.list)
            item.setData(_ID_ROLE, schedule.id)
            item.setCheckState(_state(ticked=whole or schedule.id not in self._left_out))
        self.list.setCurrentRow(0)
        self.list.blockSignals(False)  # noqa: FBT003
        self.list.setEnabled(not whole)
        self.every.setEnabled(not whole)
        self._show_every()

    def _items(self) -> Iterator[QListWidgetItem]:
        return (self.list.item(at) for at in range(self.list.count()))

    def _show_every(self) -> None:
        some = bool(self.ticked) and not self.all_ticked
        self.every.setTristate(some)
        self.every.setCheckState(
            Qt.CheckState.PartiallyChecked if some else _state(ticked=self.all_ticked)
        )

    def _on_ticked(self, item: QListWidgetItem) -> None:
        if _is_ticked(item):
            self._left_out.discard(_id(item))
        else:
            self._left_out.add(_id(item))
        self._show_every()
        self.changed.emit()

    def _on_every_clicked(self) -> None:
        """Tick all, or none where all were ticked; the box's own three turns do not count."""
        tick = not self.all_ticked
        for item in self._items():
            item.setCheckState(_state(ticked=tick))
        self._show_every()


class PreviewOptions(QWidget):
    """The choices at the right of a preview."""

    order_changed = Signal()
    """Another print is asked for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumWidth(_WIDTH)
        self.copy = QComboBox()
        self.copy.setAccessibleName("Copy")
        self.setFocusProxy(self.copy)
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


def _state(*, ticked: bool) -> Qt.CheckState:
    return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked


def _is_ticked(item: QListWidgetItem) -> bool:
    return item.checkState() is Qt.CheckState.Checked


def _id(item: QListWidgetItem) -> str:
    return str(item.data(_ID_ROLE))
