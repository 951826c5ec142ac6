"""What if: nothing is kept until it is applied, and then it is one step."""

from PySide6.QtCore import Qt

from focusdesk.filing.edit import Cause, Edit
from focusdesk.ui.what_if.supposing import Supposing
from focusdesk.ui.what_if.what_if_panel import WhatIfPanel
from tests.ui.window_words import Window
from tests.ui.words import DECEMBER, press, write


def test_applied_it_is_one_step_that_can_be_undone(window: Window, panel: WhatIfPanel) -> None:
    write("5")
    press(Qt.Key.Key_Return)
    assert window.session.value("7010") == 347_295_282

    panel.apply.click()

    assert window.session.value("7010") == 5
    assert "What if: 1 box applied" in window.said
    assert window.feature(Supposing).panel is None
    window.do("undo")
    assert window.session.value("7010") == 347_295_282


def test_esc_leaves_without_a_trace(window: Window, panel: WhatIfPanel) -> None:
    write("5")
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Escape)

    assert panel is not window.feature(Supposing).panel
    assert window.session.value("7010") == 347_295_282
    assert window.desk.right.in_front is window.desk.explain


def test_it_follows_what_is_entered_meanwhile(window: Window, panel: WhatIfPanel) -> None:
    write("5")
    press(Qt.Key.Key_Return)
    window.session.apply(Edit({"7010": 5}, Cause.TYPED))

    assert panel.what_if.changes() == ()


def test_another_month_closes_it(window: Window, panel: WhatIfPanel) -> None:
    del panel
    window.desk.show_month(window.month(DECEMBER))

    assert window.feature(Supposing).panel is None


def test_the_panel_takes_the_room_that_it_needs_and_gives_it_back(
    window: Window, panel: WhatIfPanel
) -> None:
    assert panel.width() >= 390
    press(Qt.Key.Key_Escape)

    assert window.desk.right.width() < 390
