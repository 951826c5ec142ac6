import datetime as dt
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from focusdesk.filing.edit import Cause, Edit
from focusdesk.filing.filing import PrintRecord
from focusdesk.filing.session import FilingSession
from focusdesk.ui.months.printed_pill import PrintedPill, changed_words, printed_words, since_print

MOMENT = dt.datetime(2014, 2, 26, 14, 3, tzinfo=dt.UTC)
RECORD = PrintRecord("c" * 64, "f" * 64, MOMENT.astimezone(), "ana", 7)
# The words tell the time by the clock of whoever looks.
AT = f"{MOMENT.astimezone():%H:%M}"


@pytest.fixture
def pill(light: QApplication, qtbot: QtBot) -> PrintedPill:
    del light
    pill = PrintedPill()
    qtbot.addWidget(pill)
    return pill


def listed(pill: PrintedPill) -> list[str]:
    pill.menu().aboutToShow.emit()
    return [action.text() for action in pill.menu().actions() if not action.isSeparator()]


def test_the_words_say_when_by_whom_and_what_changed() -> None:
    day = f"{MOMENT.astimezone().day} Feb 2014 {AT}"
    assert printed_words(RECORD) == f"Printed {day}"
    assert since_print(RECORD, ()) == f"Printed {day} by ana, unchanged since."
    assert since_print(RECORD, ("7100", "7180")) == (
        f"Printed {day} by ana. 2 boxes changed since it was printed (7100, 7180)."
    )
    assert changed_words(("7100",)) == "1 box changed since it was printed"


def test_of_many_boxes_the_first_are_named_and_the_others_counted() -> None:
    many = tuple(str(7000 + at) for at in range(11))
    assert since_print(RECORD, many).endswith("(" + ", ".join(many[:8]) + " and 3 more).")


def test_a_month_that_was_not_printed_shows_nothing(
    pill: PrintedPill, january: FilingSession
) -> None:
    assert not pill.show_session(january)
    assert listed(pill) == []


def test_a_month_that_is_as_printed_says_when(pill: PrintedPill, january: FilingSession) -> None:
    january.mark_printed(b"%PDF")
    assert pill.show_session(january)
    record = january.print_record()
    assert record is not None
    assert pill.text() == printed_words(record)
    assert pill.property("look") == "good"
    assert pill.accessibleName() == pill.toolTip() == since_print(record, ())
    assert listed(pill) == [since_print(record, ()).removesuffix(".")]


def test_what_changed_is_counted_listed_and_gone_to(
    pill: PrintedPill, january: FilingSession
) -> None:
    january.mark_printed(b"%PDF")
    january.apply(Edit({"7100": 1}, Cause.TYPED))
    gone_to: list[str] = []
    pill.code_activated.connect(gone_to.append)
    pill.show_session(january)
    assert pill.text() == "\u25cf 4 boxes changed since it was printed"
    assert pill.property("look") == "warning"
    assert pill.toolTip().endswith("(7100, 7180, 7190, 7198).")
    made, *boxes = listed(pill)
    assert made.startswith("Printed ")
    assert boxes[0] == "7100  93,296,699 \u2192 1"
    assert boxes[2] == "7190  87,608,087 \u2192 (5,688,611)"
    pill.menu().actions()[-1].trigger()
    assert gone_to == ["7198"]
    assert not pill.menu().actions()[0].isEnabled()


def test_a_text_with_an_ampersand_is_listed_as_it_is(
    pill: PrintedPill, january: FilingSession
) -> None:
    january.mark_printed(b"%PDF")
    january.apply(Edit({"7510": "A & B"}, Cause.TYPED))
    pill.show_session(january)
    assert listed(pill)[1].endswith("A && B"), "a menu would take a single one for a key"


def test_a_long_list_says_how_many_are_left_out(pill: PrintedPill, january: FilingSession) -> None:
    january.mark_printed(b"%PDF")
    entered = [box.code for box in january.edition.boxes.values() if box.kind.value == "text"]
    january.apply(Edit(dict.fromkeys(entered, "other"), Cause.TYPED))
    count = len(january.changed_since_print())
    pill.show_session(january)
    last = listed(pill)[-1]
    assert count > 20
    assert last == f"and {count - 20} more, marked by a dot on their pages"


def test_a_narrow_bar_says_less_and_the_tip_the_same(
    pill: PrintedPill, january: FilingSession
) -> None:
    january.mark_printed(b"%PDF")
    pill.show_session(january)
    whole = pill.toolTip()
    pill.be_brief(brief=True)
    assert (pill.text(), pill.toolTip()) == ("Printed", whole)
    january.apply(Edit({"7100": 1}, Cause.TYPED))
    pill.show_session(january)
    assert pill.text() == "\u25cf 4 changed since print"
    brief = pill.sizeHint()
    pill.be_brief(brief=False)
    assert pill.minimumSizeHint() == brief != pill.sizeHint()


def test_it_is_reached_by_tab_and_spoken_in_full(pill: PrintedPill, january: FilingSession) -> None:
    january.mark_printed(b"%PDF")
    pill.show_session(january)
    assert pill.focusPolicy() & Qt.FocusPolicy.TabFocus
    interface = QAccessible.queryAccessibleInterface(pill)
    assert interface.text(QAccessible.Text.Name) == pill.toolTip()


def test_the_space_bar_opens_the_list(pill: PrintedPill, january: FilingSession) -> None:
    january.mark_printed(b"%PDF")
    pill.show_session(january)
    pill.show()
    shown: list[int] = []
    pill.menu().aboutToShow.connect(lambda: shown.append(len(pill.menu().actions())))
    # The list keeps the keyboard until it is closed, which a timer within it does.
    pill.menu().aboutToShow.connect(lambda: QTimer.singleShot(0, pill.menu().close))
    QTest.keyClick(pill, Qt.Key.Key_Space)
    assert shown


def test_a_record_is_told_with_whoever_made_it() -> None:
    assert " by Grete," in since_print(replace(RECORD, user="Grete"), ())
