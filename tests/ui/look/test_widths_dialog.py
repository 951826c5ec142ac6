import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from focusdesk.ui.look.widths_dialog import WidthRow, WidthsDialog

pytestmark = pytest.mark.usefixtures("light")


@pytest.fixture
def dialog(qtbot: QtBot) -> WidthsDialog:
    rows = (WidthRow("label", "Label column", 300), WidthRow("pane", "Months", 190))
    dialog = WidthsDialog(rows)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    assert QTest.qWaitForWindowActive(dialog)
    return dialog


def test_a_width_is_typed_or_stepped_and_told_at_once(dialog: WidthsDialog) -> None:
    told: list[tuple[str, int]] = []
    dialog.width_taken.connect(lambda key, width: told.append((key, width)))  # pyright: ignore[reportUnknownLambdaType, reportUnknownArgumentType] -- a signal's arguments have no types
    QTest.keyClick(dialog.fields["label"], Qt.Key.Key_Up)
    field = dialog.fields["pane"]
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "250")
    assert told == [("label", 310)]
    QTest.keyClick(field, Qt.Key.Key_Tab)
    assert told == [("label", 310), ("pane", 250)]


def test_widths_that_are_shown_again_are_not_told(dialog: WidthsDialog) -> None:
    told: list[str] = []
    dialog.width_taken.connect(lambda key, _: told.append(key))  # pyright: ignore[reportUnknownLambdaType, reportUnknownArgumentType] -- a signal's arguments have no types
    dialog.show_widths([WidthRow("label", "Label column", 120)])
    assert dialog.fields["label"].value() == 120
    assert told == []


def test_every_field_has_a_name_and_is_large_enough_to_hit(dialog: WidthsDialog) -> None:
    for field in dialog.fields.values():
        assert field.accessibleName()
        assert field.height() >= 24
