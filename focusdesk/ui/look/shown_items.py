"""A list of things for a view: what is shown of each, and only those told that differ."""

from collections.abc import Callable, Mapping
from typing import Generic, TypeAlias, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

T = TypeVar("T")
Index: TypeAlias = QModelIndex | QPersistentModelIndex


class ShownItems(QAbstractListModel, Generic[T]):
    """Things in a list.

    Attributes:
        items: What is listed.
    """

    def __init__(
        self,
        shown: Mapping[int, Callable[[T], object]],
        place: Callable[[T], object],
        parent: QObject | None = None,
    ) -> None:
        """List nothing yet.

        Args:
            shown: What is told of a thing, by role.
            place: Names the place of a thing; where other things have the same places, one by one,
                only those that differ are told, so that the keyboard stays.
            parent: The view.
        """
        super().__init__(parent)
        self.items: tuple[T, ...] = ()
        self._shown, self._place = shown, place

    def show_items(self, items: tuple[T, ...]) -> None:
        """List other things."""
        before = self.items
        if [self._place(each) for each in before] != [self._place(each) for each in items]:
            self.beginResetModel()
            self.items = items
            self.endResetModel()
            return
        self.items = items
        for at, (old, new) in enumerate(zip(before, items, strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(at), self.index(at))

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.items)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        shown = self._shown.get(role)
        return shown(self.items[index.row()]) if shown and index.isValid() else None
