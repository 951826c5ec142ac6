"""The firm's targets on the desk: every open month follows, one that was left too."""

from focusdesk.filing.edit import Cause, Edit
from tests.ui.dialog_words import record_target
from tests.ui.window_words import Window


def test_without_an_override_it_says_that_all_follow(window: Window) -> None:
    record_target(window)

    window.do("overridden_targets")

    assert "Every target that has a policy follows it." in window.said


def test_a_month_that_was_left_follows_too_and_can_still_be_edited(window: Window) -> None:
    january = window.session
    february = window.desk.register.start_month(january.filing.period.plus(1))
    window.desk.open_filings.take(february)
    february.apply(Edit({"7010": 1_000}, Cause.TYPED))

    record_target(window, "10 %")

    assert february.value("7194") == 100
    february.apply(Edit({"7010": 2_000}, Cause.TYPED))
    assert february.value("7194") == 200
    # What was entered before there was a policy is nobody's mistake, and is left where it is.
    assert january.targets.override("7194") is not None
