"""The question before notices go on record."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from focusdesk.filing.notice import Event
from focusdesk.ui.desk.record_question import record_question

SHORT = Event(
    *("under-segregated", "N01", "segregation", "7190 is short by 200.", {"7190": -200}),
    *("immediately", ("the CFTC",), "in writing", "17 CFR 1.12(h)", "published"),
)


def test_it_counts_what_goes_on_record_and_lists_it_with_its_figures(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)

    asked = record_question(window, "Marking Segregation complete", [SHORT])

    assert asked.windowTitle() == "1 notice will go on record, stamped now."
    assert asked.listed.toPlainText() == "N01 \u00b7 under-segregated. 7190 is short by 200."
    assert asked.accessibleDescription().startswith("Marking Segregation complete puts this on")
