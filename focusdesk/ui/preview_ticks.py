"""The check list of the schedules to print: all at first, or those that are ticked."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from focusdesk.form.schedule import Schedule

_LOWEST = 90
_ID_ROLE = Qt.ItemDataRole.UserRole + 1


class PageTicks(QWidget):
    """Space ticks the schedule under the cursor; the box above ticks all of them, or none.

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
        self.list.setMinimumHeight(_LOWEST)
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


def _state(*, ticked: bool) -> Qt.CheckState:
    return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked


def _is_ticked(item: QListWidgetItem) -> bool:
    return item.checkState() is Qt.CheckState.Checked


def _id(item: QListWidgetItem) -> str:
    return str(item.data(_ID_ROLE))
