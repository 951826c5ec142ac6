from focusdesk.filing.compare import ABSENT
from focusdesk.filing.session import FilingSession
from focusdesk.ui.page.baseline import Baseline, beside


def test_the_change_is_that_of_the_stored_value(january: FilingSession) -> None:
    schedule = january.edition.schedule_of("7033")
    rows = beside(january, schedule, Baseline("December", {"7033": 27_880_015, "7130": 1}))
    # The parentheses around 7033 are the form's: more is deducted, and the change is positive.
    assert rows["7033"].difference().shown_change == "+1,354,321"
    assert rows["7130"].difference().shown_change == "(14,796,491)"


def test_a_box_that_was_not_in_the_form_then_is_neither_blank_nor_zero(
    january: FilingSession,
) -> None:
    schedule = january.edition.schedule_of("7010")
    rows = beside(january, schedule, Baseline("December", {"7020": None}))
    assert rows["7010"].values[0] is ABSENT
    assert rows["7010"].difference().change is None
    assert rows["7020"].values[0] is None
    assert rows["7020"].difference().change == 551_272_884


def test_only_the_boxes_of_the_schedule_are_compared(january: FilingSession) -> None:
    schedule = january.edition.schedule_of("7200")
    rows = beside(january, schedule, Baseline("December", january.worksheet.values()))
    assert set(rows) == {box.code for box in schedule.boxes}
