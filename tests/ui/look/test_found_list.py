import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from focusdesk.ui.look.found_list import FoundList, FoundRow

SHORT = FoundRow("box:7190", "Excess", "Box", "7190", "Segregation")
LONG = FoundRow("print", "Print and print again " * 12, "Action", aside="Ctrl+P", takes=False)


@pytest.fixture
def found(light: QApplication, qtbot: QtBot) -> FoundList:
    del light
    found = FoundList()
    qtbot.addWidget(found)
    found.resize(400, 300)
    found.show()
    found.show_rows([SHORT, LONG])
    return found


def test_the_first_row_is_chosen_at_once(found: FoundList) -> None:
    assert found.rows == (SHORT, LONG)
    assert found.current is SHORT
    found.show_rows([])
    assert found.current is None


def test_a_row_says_its_kind_its_code_and_whether_it_can_be_done(found: FoundList) -> None:
    spoken = [found.item(at).data(Qt.ItemDataRole.AccessibleTextRole) for at in range(2)]
    assert spoken[0] == "Box, 7190, Excess, Segregation"
    assert spoken[1].endswith("Ctrl+P, not now")
    assert found.item(0).text() == "7190    Excess  \u00b7  Segregation"


def test_long_words_are_wrapped_and_a_target_is_never_too_low(found: FoundList) -> None:
    assert found.sizeHintForRow(1) > 2 * found.sizeHintForRow(0)
    assert found.sizeHintForRow(0) >= 24
    wide = found.sizeHintForRow(1)
    found.resize(800, 300)
    assert found.sizeHintForRow(1) < wide
