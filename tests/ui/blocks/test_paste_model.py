import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from focusdesk.ui.blocks.paste_model import PasteColumn, PasteModel
from tests.ui.paste_previews import BAD, preview_of

Role = Qt.ItemDataRole


@pytest.fixture
def model(qapp: QApplication) -> PasteModel:
    del qapp
    return PasteModel(preview_of(*BAD))


def test_it_keeps_the_rules_of_qt(model: PasteModel) -> None:
    tester = QAbstractItemModelTester(model)
    model.show(model.preview.without_refused())
    model.show(preview_of(("7010", "5")))
    assert tester.model() is model


def test_a_row_shows_all_there_is_to_know(model: PasteModel) -> None:
    words = [model.index(0, column).data() for column in PasteColumn]
    assert words == [
        "\u2192  will change",
        "row 1",
        "7010",
        "Line 1.A, Cash",
        "1,234.56",
        "blank",
        "1,234",
    ]


def test_the_first_cell_speaks_the_whole_row_and_the_others_themselves(model: PasteModel) -> None:
    spoken = [
        model.index(1, column).data(Role.AccessibleTextRole)
        for column in (PasteColumn.STATE, PasteColumn.TEXT, PasteColumn.NEW)
    ]
    assert spoken[0].startswith("row 2, 7020, Line 1.B, Securities (at market): abc, refused.")
    assert spoken[1:] == ["In the block: abc", "Would be: nothing"]


def test_columns_have_headings(model: PasteModel) -> None:
    headings = [model.headerData(at, Qt.Orientation.Horizontal) for at in PasteColumn]
    assert headings == ["State", "Where", "Code", "Line", "In the block", "Now", "Would be"]


def test_the_same_rows_stay_where_they_are(model: PasteModel) -> None:
    resets: list[None] = []
    model.modelReset.connect(lambda: resets.append(None))
    model.show(model.preview.without_refused())
    assert resets == []
    assert str(model.index(1, 0).data()).endswith("left out")
    model.show(preview_of(("7010", "5")))
    assert len(resets) == 1
    assert model.rowCount() == 1
