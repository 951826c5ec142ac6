from focusdesk.filing.edit import Cause, ChangeSet, Edit
from focusdesk.filing.session import FilingSession
from focusdesk.ui.page.filing_signals import FilingSignals


def test_every_change_set_is_told_once_it_is_on_the_disk(january: FilingSession) -> None:
    signals = FilingSignals(january)
    told: list[ChangeSet] = []
    signals.boxes_changed.connect(told.append)
    made = january.apply(Edit({"7010": 1}, Cause.TYPED))
    assert told == [made]
    assert "7190" in told[0].codes


def test_an_edit_that_changes_nothing_is_not_told(january: FilingSession) -> None:
    signals = FilingSignals(january)
    told: list[ChangeSet] = []
    signals.boxes_changed.connect(told.append)
    january.apply(Edit({"7010": january.value("7010")}, Cause.TYPED))
    assert told == []


def test_nothing_is_told_after_closing_and_closing_twice_does_no_harm(
    january: FilingSession,
) -> None:
    signals = FilingSignals(january)
    told: list[ChangeSet] = []
    signals.boxes_changed.connect(told.append)
    signals.close()
    signals.close()
    january.apply(Edit({"7010": 1}, Cause.TYPED))
    assert told == []
