"""A list of things for a view."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from focusdesk.ui.look.shown_items import ShownItems

Thing = tuple[str, int]


@pytest.fixture
def model() -> ShownItems[Thing]:
    shown: dict[int, Callable[[Thing], object]] = {
        Qt.ItemDataRole.DisplayRole: lambda thing: f"{thing[0]} {thing[1]}"
    }
    model = ShownItems[Thing](shown, lambda thing: thing[0])
    model.show_items((("7010", 1), ("7020", 2)))
    return model


def test_each_thing_is_shown_by_its_role(model: ShownItems[Thing]) -> None:
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)

    assert [model.index(at).data() for at in range(model.rowCount())] == ["7010 1", "7020 2"]
    assert model.index(0).data(Qt.ItemDataRole.ToolTipRole) is None


def test_of_the_same_places_only_what_differs_is_told(model: ShownItems[Thing]) -> None:
    changed: list[int] = []
    resets: list[str] = []

    def note(first: QModelIndex) -> None:
        changed.append(first.row())

    model.dataChanged.connect(note)
    model.modelReset.connect(lambda: resets.append("reset"))

    model.show_items((("7010", 1), ("7020", 5)))

    assert (changed, resets) == ([1], [])
    assert model.items[1] == ("7020", 5)


def test_other_places_are_listed_anew(model: ShownItems[Thing]) -> None:
    resets: list[str] = []
    model.modelReset.connect(lambda: resets.append("reset"))

    model.show_items((("7010", 1),))

    assert (resets, model.rowCount()) == (["reset"], 1)
