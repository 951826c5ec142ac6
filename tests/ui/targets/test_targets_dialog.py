"""Target policies are recorded and withdrawn in one place, and nothing is lost by it."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from focusdesk.filing.edit import Cause, Edit
from focusdesk.filing.filing import Status
from focusdesk.ui.targets.targets_dialog import TargetsDialog
from tests.ui.dialog_words import targets
from tests.ui.window_words import Window
from tests.ui.words import DECEMBER, press


@pytest.fixture
def dialog(window: Window) -> TargetsDialog:
    shown = targets(window)
    assert isinstance(shown, TargetsDialog)
    return shown


def rows(dialog: TargetsDialog) -> list[tuple[str, ...]]:
    model = dialog.table.model()
    return [
        tuple(str(model.index(row, column).data()) for column in range(model.columnCount()))
        for row in range(model.rowCount())
    ]


def fill(dialog: TargetsDialog, *texts: str) -> None:
    fields = (dialog.measure, dialog.since, dialog.approved_by, dialog.why)
    for field, text in zip(fields, texts, strict=True):
        field.clear()
        QTest.keyClicks(field, text)


def test_the_policies_stand_there_with_their_authors(dialog: TargetsDialog) -> None:
    (row,) = rows(dialog)

    assert row[:5] == ("7194", "5 % of 7060", "1 Jan 2013", "further notice", "the board")
    assert row[5].startswith("prudence (")


def test_a_policy_is_recorded_by_keyboard_and_the_open_month_follows_as_a_step(
    window: Window, dialog: TargetsDialog
) -> None:
    before = window.session.value("7194")
    fill(dialog, "6 % to 8 %", "1/1/14", "the board", "more customers")
    press(Qt.Key.Key_Return)
    assert dialog.asked is not None
    assert "January 2014: 7194 from 47,443,913 to 56,932,696" in dialog.asked.sentence
    assert window.session.value("7194") == before
    dialog.asked.accept()

    assert [row[1] for row in rows(dialog)] == ["6 % to 8 % of 7060", "5 % of 7060"]
    assert rows(dialog)[1][3] == "31 Dec 2013"
    assert "Recorded: 6 % to 8 % since 2014-01-01. 1 month followed it." in dialog.outcome.text()
    assert not dialog.problem.isVisible()
    assert window.session.value("7194") != before
    assert window.session.targets.overrides() == ()
    dialog.reject()
    window.do("undo")
    assert window.session.value("7194") == before


@pytest.mark.parametrize(
    ("texts", "says", "field"),
    [
        (("much", "1/1/14", "x", "y"), '"much" is no target. Write it like', "measure"),
        (("5 %", "soon", "x", "y"), "soon", "since"),
        (("5 %", "1/1/14", "", "y"), "Who approved", "approved_by"),
        (("5 %", "1/1/14", "x", ""), "Why is this the target?", "why"),
    ],
)
def test_what_is_refused_is_said_and_its_field_has_the_keyboard(
    dialog: TargetsDialog,
    texts: tuple[str, ...],
    says: str,
    field: str,
) -> None:
    before = rows(dialog)
    fill(dialog, *texts)
    QTest.mouseClick(dialog.record, Qt.MouseButton.LeftButton)

    assert says in dialog.problem.text()
    assert getattr(dialog, field).hasFocus()
    assert rows(dialog) == before


def test_a_policy_is_withdrawn_with_a_reason_and_stays_on_record(dialog: TargetsDialog) -> None:
    dialog.withdraw.click()
    assert "Why is the policy withdrawn?" in dialog.problem.text()
    assert dialog.why.hasFocus()

    QTest.keyClicks(dialog.why, "a slip")
    dialog.withdraw.click()

    (row,) = rows(dialog)
    assert row[3] == "never held"
    assert row[5].startswith("Withdrawn: a slip (")


def test_a_month_that_refuses_is_not_counted_among_those_that_followed(
    window: Window, dialog: TargetsDialog
) -> None:
    fill(dialog, "6 %", "1/1/14", "the board", "more customers")
    press(Qt.Key.Key_Return)
    assert dialog.asked is not None
    session = window.session
    session.filing = replace(session.filing, status=Status.SEALED)  # by another program, meanwhile
    dialog.asked.accept()
    assert "followed it" not in dialog.outcome.text()
    assert "No month's figure changed." in dialog.outcome.text()


def test_a_target_that_a_draft_cannot_take_is_refused_in_place(
    window: Window, dialog: TargetsDialog
) -> None:
    december = window.desk.register.open(window.month(DECEMBER))
    december.apply(Edit({"8500": 90_000_000_000, "8760": None}, Cause.TYPED))
    before = rows(dialog)
    dialog.pool.setCurrentIndex(dialog.pool.findData("cleared_swaps"))
    fill(dialog, f"{2**63 - 1:,}", "1/1/13", "the board", "a slip of the hand")

    press(Qt.Key.Key_Return)
    assert dialog.asked is not None
    dialog.asked.accept()

    assert "overflow" in dialog.problem.text()
    assert rows(dialog) == before
    assert dialog.measure.text(), "what was written is there to be mended"


def test_what_a_target_comes_to_stands_beside_the_requirement_while_it_is_typed(
    dialog: TargetsDialog,
) -> None:
    QTest.keyClicks(dialog.measure, "5")
    assert "Write 5 % or $5." in dialog.comes_to.text()

    QTest.keyClicks(dialog.measure, " %")
    assert dialog.comes_to.text() == "January 2014: 5 % of 948,878,264 is 47,443,913."
