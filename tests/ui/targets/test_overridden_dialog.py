"""A target that differs from its policy gets a reason, or goes back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from focusdesk.ui.targets.overridden_dialog import OverriddenDialog
from tests.ui.dialog_words import overridden_target
from tests.ui.window_words import Window


@pytest.fixture
def dialog(window: Window) -> OverriddenDialog:
    shown = overridden_target(window)
    assert isinstance(shown, OverriddenDialog)
    return shown


def test_it_says_what_the_policy_gives(dialog: OverriddenDialog) -> None:
    assert dialog.target.currentText().startswith("7194  Segregation: 47,000,000")
    assert "The firm's policy, 5 % since 2013-01-01, gives" in dialog.said.text()


def test_a_reason_is_kept_by_enter(window: Window, dialog: OverriddenDialog) -> None:
    QTest.keyClicks(dialog.reason, "agreed with the committee")
    QTest.keyClick(dialog.reason, Qt.Key.Key_Return)

    override = window.session.targets.override("7194")
    assert override is not None
    assert override.reason is not None
    assert override.reason.text == "agreed with the committee"
    assert not dialog.isVisible()


def test_no_words_are_no_reason(dialog: OverriddenDialog) -> None:
    dialog.keep.click()

    assert "Say in a few words" in dialog.problem.text()
    assert dialog.reason.hasFocus()


def test_back_to_the_policy_is_a_step_that_can_be_undone(
    window: Window, dialog: OverriddenDialog
) -> None:
    dialog.follow.click()

    assert window.session.targets.overrides() == ()
    window.do("undo")
    assert window.session.value("7194") == 47_000_000
