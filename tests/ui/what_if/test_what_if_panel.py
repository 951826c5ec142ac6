"""Boxes are supposed to hold something else by keyboard, and every level is seen to move."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QTableView

from focusdesk.ui.what_if.what_if_panel import WhatIfPanel
from tests.ui.window_words import Window
from tests.ui.words import press, write


def rows(table: QTableView) -> dict[str, tuple[str, ...]]:
    model = table.model()
    return {
        str(model.index(row, 0).data()): tuple(
            str(model.index(row, column).data()) for column in range(1, model.columnCount())
        )
        for row in range(model.rowCount())
    }


def suppose(panel: WhatIfPanel, code: str, figure: str) -> None:
    panel.begin(code)
    write(figure)
    press(Qt.Key.Key_Return)


def test_it_begins_with_the_current_box_and_every_level(panel: WhatIfPanel) -> None:
    assert panel.code.text() == "7010"
    levels = rows(panel.levels)
    assert {"7190", "7194", "7198", "7380", "8730", "7490", "7495"} <= levels.keys()
    assert levels["7190"] == ("87,608,087", "87,608,087", "0")
    assert not panel.apply.isEnabled()


def test_a_figure_moves_what_follows_and_says_what_findings_come(panel: WhatIfPanel) -> None:
    suppose(panel, "7010", "447,295,282")

    assert rows(panel.supposed)["7010"] == ("347,295,282", "447,295,282")
    assert rows(panel.levels)["7190"] == ("87,608,087", "(12,391,913)", "(100,000,000)")
    findings = [
        (
            str(panel.findings.model().index(row, 0).data()),
            panel.findings.model().index(row, 1).data(),
        )
        for row in range(panel.findings.model().rowCount())
    ]
    (under,) = [words for _, words in findings if words.startswith("N01  ")]
    assert ("comes", under) in findings
    assert "(12,391,913)" in under or "12,391,913" in under
    assert panel.apply.isEnabled()
    assert panel.code.hasFocus()


@pytest.mark.parametrize(
    ("code", "figure", "says"),
    [("7010", "much", "is not an amount"), ("9999", "1", "no box"), ("7190", "1", "is computed")],
)
def test_what_cannot_be_supposed_is_said_there(
    panel: WhatIfPanel, code: str, figure: str, says: str
) -> None:
    suppose(panel, code, figure)

    assert says in panel.problem.text()
    assert rows(panel.supposed) == {}
    assert panel.figure.hasFocus() or panel.code.hasFocus()


def test_del_takes_one_back_and_discard_all(panel: WhatIfPanel) -> None:
    suppose(panel, "7010", "1")
    suppose(panel, "7020", "2")
    panel.supposed.choose(0)
    panel.supposed.setFocus()
    press(Qt.Key.Key_Delete)
    assert "7010" not in rows(panel.supposed)

    panel.discard.click()
    assert rows(panel.supposed) == {}


def test_enter_on_a_level_goes_to_its_box(window: Window, panel: WhatIfPanel) -> None:
    panel.levels.choose(0)
    panel.levels.setFocus()
    gone = QSignalSpy(panel.code_activated)
    press(Qt.Key.Key_Return)

    assert gone.count() == 1
    assert window.desk.current_code == "7190"


def test_the_arithmetic_of_the_chosen_level_names_the_boxes_that_drive_it(
    panel: WhatIfPanel,
) -> None:
    suppose(panel, "7010", "447,295,282")
    suppose(panel, "7070", "0")
    codes = list(rows(panel.levels))

    panel.levels.choose(codes.index("7190"))

    lines = panel.arithmetic.text().splitlines()
    assert lines[1] == "now 87,608,087"
    assert "7010 from 347,295,282 to 447,295,282: (100,000,000)" in lines
    assert any(line.startswith("7070 from ") for line in lines)
    assert lines[-1].startswith("then (")
    assert lines[-1].endswith(", a deficiency")
    panel.levels.choose(codes.index("8730"))
    assert "Does not move" in panel.arithmetic.text()
