import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from focusdesk.filing.copies import Copy, PrintOrder
from focusdesk.form.edition import Edition
from focusdesk.form.period import Period
from focusdesk.ui.preview.preview_options import PageTicks, PreviewOptions
from tests.ui.words import DECEMBER, press

OCTOBER = Period(2013, 10)


@pytest.fixture
def options(light: QApplication, qtbot: QtBot, editions: dict[str, Edition]) -> PreviewOptions:
    del light
    options = PreviewOptions()
    qtbot.addWidget(options)
    options.show_month(editions["2014-01"], (DECEMBER, OCTOBER))
    options.show()
    options.activateWindow()
    options.copy.setFocus()
    qtbot.waitUntil(options.copy.hasFocus)
    return options


def choose(options: PreviewOptions, copy: Copy) -> None:
    options.copy.setFocus()
    press(Qt.Key.Key_Home)
    press(Qt.Key.Key_Down, times=list(Copy).index(copy))
    assert options.chosen_copy is copy


def test_at_first_the_whole_filing_is_printed(options: PreviewOptions) -> None:
    assert options.order == PrintOrder()


def test_each_copy_can_be_chosen_and_says_what_it_is_for(options: PreviewOptions) -> None:
    for copy in Copy:
        choose(options, copy)
        assert options.order == PrintOrder(copy)
        assert options.purpose.text()
        assert options.copy.accessibleDescription() == options.purpose.text()


def test_a_public_set_offers_only_what_is_published(options: PreviewOptions) -> None:
    choose(options, Copy.PUBLIC)
    offered = [options.ticks.list.item(at).text() for at in range(options.ticks.list.count())]
    assert "Cover" not in offered
    assert "CFTC capital" not in offered
    assert "Segregation" in offered


def test_schedules_that_are_ticked_are_printed(options: PreviewOptions) -> None:
    options.ticks.list.setFocus()
    press(Qt.Key.Key_Space)
    order = options.order
    assert order is not None
    assert "cover" not in order.schedules
    assert len(order.schedules) == 6
    options.ticks.every.click()
    options.ticks.every.click()
    assert options.order is None, "nothing is ticked, so there is nothing to print"


def test_the_officers_sign_the_whole_filing(options: PreviewOptions) -> None:
    options.ticks.list.setFocus()
    press(Qt.Key.Key_Space)
    choose(options, Copy.SIGNATURE)
    assert options.order == PrintOrder(Copy.SIGNATURE)


def test_the_date_is_left_for_the_pen_on_a_signature_copy_only(options: PreviewOptions) -> None:
    assert not options.pen.isEnabled()
    choose(options, Copy.SIGNATURE)
    options.pen.setFocus()
    press(Qt.Key.Key_Space)
    assert options.order == PrintOrder(Copy.SIGNATURE, date_for_pen=True)
    choose(options, Copy.FILING)
    assert options.order == PrintOrder()


def test_margins_can_be_left_empty(options: PreviewOptions) -> None:
    options.margin.setFocus()
    press(Qt.Key.Key_Space)
    assert options.order == PrintOrder(margin=False)


def test_a_review_copy_is_compared_with_the_month_that_is_chosen(options: PreviewOptions) -> None:
    assert not options.beside.isVisible()
    choose(options, Copy.REVIEW)
    assert options.beside.isVisible()
    options.beside.setFocus()
    press(Qt.Key.Key_Down, times=2)
    assert options.order == PrintOrder(Copy.REVIEW, compared_with=OCTOBER)
    choose(options, Copy.FILING)
    assert options.order == PrintOrder()


def test_another_month_keeps_what_was_chosen(
    options: PreviewOptions, editions: dict[str, Edition]
) -> None:
    choose(options, Copy.REVIEW)
    options.beside.setCurrentIndex(2)
    options.ticks.list.setFocus()
    press(Qt.Key.Key_Space)
    before = options.order
    options.show_month(editions["2014-01"], (Period(2014, 1), OCTOBER))
    assert options.order == before
    options.show_month(editions["2014-01"], ())
    after = options.order
    assert after is not None
    assert after.compared_with is None, "the month is not there to be compared with"


def test_several_changes_at_once_are_one_print(options: PreviewOptions, qtbot: QtBot) -> None:
    QCoreApplication.processEvents()  # the first print was asked for when the month was shown
    changed: list[int] = []
    options.order_changed.connect(lambda: changed.append(1))
    options.ticks.every.click()
    options.ticks.every.click()
    options.margin.click()
    qtbot.waitUntil(lambda: bool(changed))
    QCoreApplication.processEvents()
    assert changed == [1]


@pytest.fixture
def ticks(light: QApplication, qtbot: QtBot, editions: dict[str, Edition]) -> PageTicks:
    del light
    ticks = PageTicks()
    qtbot.addWidget(ticks)
    ticks.show_schedules(editions["2014-01"].schedules, whole=False)
    ticks.show()
    ticks.activateWindow()
    ticks.list.setFocus()
    qtbot.waitUntil(ticks.list.hasFocus)
    return ticks


def test_at_first_every_schedule_is_ticked(ticks: PageTicks) -> None:
    assert ticks.all_ticked
    assert ticks.ticked[:2] == ("cover", "segregation")
    assert ticks.every.checkState() is Qt.CheckState.Checked
    assert ticks.list.item(1).text() == "Segregation"


def test_space_ticks_the_schedule_under_the_cursor(ticks: PageTicks) -> None:
    changed: list[int] = []
    ticks.changed.connect(lambda: changed.append(1))
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Space)
    assert "segregation" not in ticks.ticked
    assert len(ticks.ticked) == 6
    assert ticks.every.checkState() is Qt.CheckState.PartiallyChecked
    press(Qt.Key.Key_Space)
    assert ticks.all_ticked
    assert ticks.every.checkState() is Qt.CheckState.Checked
    assert changed == [1, 1]


def test_the_box_above_ticks_all_or_none(ticks: PageTicks) -> None:
    press(Qt.Key.Key_Space)
    ticks.every.setFocus()
    press(Qt.Key.Key_Space)
    assert ticks.all_ticked, "from some to all"
    press(Qt.Key.Key_Space)
    assert ticks.ticked == ()
    assert ticks.every.checkState() is Qt.CheckState.Unchecked
    press(Qt.Key.Key_Space)
    assert ticks.all_ticked


def test_what_was_left_out_stays_left_out_in_another_list(
    ticks: PageTicks, editions: dict[str, Edition]
) -> None:
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Space)
    public = [schedule for schedule in editions["2014-01"].schedules if schedule.public]
    ticks.show_schedules(public, whole=False)
    assert "segregation" not in ticks.ticked
    assert len(ticks.ticked) == len(public) - 1
    ticks.show_schedules(editions["2014-01"].schedules, whole=False)
    assert len(ticks.ticked) == 6


def test_a_list_of_which_all_was_left_out_begins_anew(
    ticks: PageTicks, editions: dict[str, Edition]
) -> None:
    ticks.every.click()
    ticks.show_schedules(editions["2014-01"].schedules, whole=False)
    assert ticks.all_ticked


def test_of_a_whole_nothing_can_be_left_out(ticks: PageTicks, editions: dict[str, Edition]) -> None:
    press(Qt.Key.Key_Space)
    ticks.show_schedules(editions["2014-01"].schedules, whole=True)
    assert ticks.all_ticked
    assert not ticks.list.isEnabled()
    assert not ticks.every.isEnabled()
    ticks.show_schedules(editions["2014-01"].schedules, whole=False)
    assert "cover" not in ticks.ticked, "elsewhere it is left out as before"
