from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialogButtonBox,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from pytestqt.qtbot import QtBot

from focusdesk.filing.register import Register
from focusdesk.filing.thresholds import Threshold, Thresholds, kept_thresholds
from focusdesk.ui.compare.thresholds_dialog import ThresholdsDialog


@pytest.fixture
def dialog(light: QApplication, qtbot: QtBot, register: Register) -> ThresholdsDialog:
    del light
    window = QWidget()
    qtbot.addWidget(window)
    thresholds = Thresholds(Threshold(5_000_000, Decimal(10)), {"7194": Threshold()})
    dialog = ThresholdsDialog(register, thresholds, {"7194": "15 Target"}, window)
    dialog.show()
    return dialog


def _keep(dialog: ThresholdsDialog) -> None:
    box = dialog.findChild(QDialogButtonBox)
    assert isinstance(box, QDialogButtonBox)
    box.accepted.emit()


def test_the_firms_thresholds_stand_there(dialog: ThresholdsDialog) -> None:
    assert dialog.of_all.text() == "5,000,000 and 10 %"
    assert dialog.lines.item(0).text() == "7194 15 Target: any change"


def test_what_is_typed_is_kept_with_the_firm(dialog: ThresholdsDialog, register: Register) -> None:
    kept = list[Thresholds]()
    dialog.kept.connect(kept.append)
    dialog.of_all.setText("2m")
    dialog.begin_line("7190")
    QTest.keyClicks(dialog.of_line, "500,000")
    QTest.keyClick(dialog.of_line, Qt.Key.Key_Return)
    assert dialog.isVisible(), "Enter gives the line its threshold and goes no further"
    assert dialog.lines.count() == 2
    _keep(dialog)
    lines = {"7190": Threshold(500_000), "7194": Threshold()}
    assert kept == [kept_thresholds(register.store)] == [Thresholds(Threshold(2_000_000), lines)]
    assert not dialog.isVisible()


def test_what_cannot_be_read_is_said_at_its_field_and_nothing_is_kept(
    dialog: ThresholdsDialog, register: Register
) -> None:
    dialog.of_all.setText("5 dollars and 10 %")
    _keep(dialog)
    assert "Write a threshold like" in dialog.of_all_problem.text()
    assert dialog.line_problem.text() == ""
    assert dialog.isVisible()
    assert kept_thresholds(register.store) == Thresholds()
    dialog.of_all.setText("")
    QTest.keyClicks(dialog.of_all, "10 %")
    assert dialog.of_all_problem.text() == ""


@pytest.mark.parametrize(
    ("code", "says"), [("9", "is not a box of any edition"), ("16", "holds no amount")]
)
def test_a_line_that_can_have_none_is_said_at_its_field(
    dialog: ThresholdsDialog, code: str, says: str
) -> None:
    dialog.begin_line(code)
    dialog.of_line.setText("1")
    assert not dialog.set_line()
    assert says in dialog.line_problem.text()
    assert dialog.focusWidget() is dialog.code
    assert dialog.code.selectedText() == code


def test_what_stands_in_the_fields_of_a_line_is_kept_too(
    dialog: ThresholdsDialog, register: Register
) -> None:
    dialog.begin_line("7190")
    dialog.of_line.setText("1,000")
    _keep(dialog)
    assert kept_thresholds(register.store).of_lines["7190"] == Threshold(1_000)


def test_a_line_gives_its_own_back_by_del(dialog: ThresholdsDialog) -> None:
    dialog.lines.setCurrentRow(0)
    assert dialog.code.text() == "7194"
    dialog.lines.setFocus()
    QTest.keyClick(dialog.lines, Qt.Key.Key_Delete)
    assert dialog.lines.count() == 0


def test_which_changes_must_be_explained_stands_there_and_what_is_built_in(
    dialog: ThresholdsDialog,
) -> None:
    assert dialog.rule.text() == (
        "To be explained: excess, target and capital boxes that moved by more than 5,000,000 and "
        "10 % (but 7194 any change)."
    )
    dialog.of_all.clear()
    dialog.of_all.editingFinished.emit()
    assert dialog.rule.text().startswith(
        "To be explained by the built-in rule, until one for all lines is set: excess, target and "
        "capital boxes that moved by more than 10 % and 1 % of the requirement"
    )


def test_the_words_of_a_line_are_cut_and_never_its_size(dialog: ThresholdsDialog) -> None:
    item = dialog.lines.item(0)
    item.setText(f"7194 {'very ' * 60}long words: any change")
    option = QStyleOptionViewItem()
    option.rect = dialog.lines.visualItemRect(item)
    delegate = dialog.lines.itemDelegate()
    assert isinstance(delegate, QStyledItemDelegate)
    delegate.initStyleOption(option, dialog.lines.indexFromItem(item))
    assert option.text.endswith("\N{HORIZONTAL ELLIPSIS}: any change")


def test_in_a_store_that_can_only_be_read_nothing_can_be_kept(
    light: QApplication, qtbot: QtBot, register: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    del light
    monkeypatch.setattr(type(register.store), "read_only", True)
    window = QWidget()
    qtbot.addWidget(window)
    dialog = ThresholdsDialog(register, Thresholds(), {}, window)
    assert not dialog.keep.isEnabled()
    assert "can only be read" in dialog.line_problem.text()
