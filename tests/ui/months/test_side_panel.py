from dataclasses import replace

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from focusdesk.filing.edit import Cause, Edit
from focusdesk.filing.edition_plan import EditionPlan
from focusdesk.filing.session import FilingSession
from focusdesk.ui.months.side_panel import SidePanel


def test_it_says_whose_months_these_are(
    light: QApplication, qtbot: QtBot, january: FilingSession
) -> None:
    del light
    panel = SidePanel()
    qtbot.addWidget(panel)
    panel.show_firm(january)
    assert panel.firm == "HSBC SECURITIES (USA) INC."
    assert panel.number == "SEC file 8-41562"
    january.apply(Edit({"13": None, "14": None}, Cause.TYPED))
    panel.show_firm(january)
    assert panel.firm == "Not named yet"
    assert panel.number == "No SEC file number yet"


def test_the_box_of_the_sec_file_number_is_the_forms_own(
    light: QApplication, qtbot: QtBot, january: FilingSession
) -> None:
    del light
    panel = SidePanel()
    qtbot.addWidget(panel)
    january.apply(Edit({"15": "8-99999"}, Cause.TYPED))
    other = EditionPlan(replace(january.edition, file_number_code="15"))
    panel.show_firm(FilingSession(other, january.filing, january.store))
    assert panel.number == "SEC file 8-99999"
    none = EditionPlan(replace(january.edition, file_number_code=""))
    panel.show_firm(FilingSession(none, january.filing, january.store))
    assert panel.number == "No SEC file number yet"
