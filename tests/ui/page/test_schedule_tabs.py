from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication, QLineEdit, QTabBar, QWidget
from pytestqt.qtbot import QtBot

from focusdesk.filing.session import FilingSession
from focusdesk.ui.look.badges import CountBadge
from focusdesk.ui.look.theme import apply_theme, theme_named
from focusdesk.ui.page.page_hits import NOTHING_FOUND, FoundHere
from focusdesk.ui.page.schedule_tabs import ScheduleTabs
from focusdesk.ui.page.schedule_view import ScheduleView
from tests.ui.words import Pages, open_filing, press, shown, spoken, tab_badge, type_into, write


def built(pages: Pages) -> int:
    return len(pages.tabs.findChildren(ScheduleView))


def test_there_is_a_tab_for_each_schedule_in_the_order_of_the_form(pages: Pages) -> None:
    names = [pages.tabs.tabText(at) for at in range(pages.tabs.count())]
    assert names == [
        "Cover",
        "Segregation",
        "Dealer options",
        "Secured amounts",
        "30.7 funds",
        "Cleared swaps",
        "CFTC capital",
    ]


def test_a_page_is_built_when_it_is_first_shown(pages: Pages) -> None:
    assert built(pages) == 1
    pages.tabs.setCurrentIndex(3)
    assert built(pages) == 2
    pages.tabs.setCurrentIndex(0)
    pages.tabs.setCurrentIndex(3)
    assert built(pages) == 2


def test_any_box_is_gone_to_by_its_code(pages: Pages) -> None:
    pages.selected.clear()
    assert pages.tabs.go_to("7785")
    assert pages.tabs.currentIndex() == 4
    assert pages.tabs.current_code() == "7785"
    assert pages.selected == ["7785"]
    assert not pages.tabs.go_to("9999")
    assert pages.tabs.current_code() == "7785"


def test_a_box_that_is_gone_to_can_be_seen(pages: Pages) -> None:
    for code in ("7198", "7010", "execution.officer3", "firm.swap_dealer"):
        pages.tabs.go_to(code)
        cell = pages.view.visualRect(pages.model.index_of(code))
        assert pages.view.viewport().rect().contains(cell), code


def test_each_page_remembers_its_box(pages: Pages) -> None:
    pages.tabs.go_to("7100")
    pages.tabs.turn(1)
    assert pages.tabs.current_code() == "7200"
    pages.tabs.turn(-1)
    assert pages.tabs.current_code() == "7100"


def test_turning_stops_at_either_end_of_the_form(pages: Pages) -> None:
    pages.tabs.turn(-1)
    assert pages.tabs.currentIndex() == 0
    pages.tabs.turn(100)
    assert pages.tabs.currentIndex() == 6


def test_an_undo_goes_to_its_box_on_whichever_page(pages: Pages) -> None:
    type_into(pages, "7030", "1")
    type_into(pages, "8510", "2")
    pages.undo.undo()
    assert pages.tabs.current_code() == "8510"
    pages.undo.undo()
    assert pages.tabs.current_code() == "7030"
    assert shown(pages, "7030") == "11,097,541"
    assert pages.model.has_moved("7030")
    pages.undo.redo()
    assert shown(pages, "7030") == "1"


def test_an_undo_leaves_what_is_being_typed_alone(pages: Pages) -> None:
    type_into(pages, "7030", "1")
    pages.tabs.go_to("7520")
    write("77")
    pages.undo.undo()
    assert pages.session.value("7030") == 11_097_541
    assert pages.tabs.current_code() == "7520"
    assert pages.session.value("7520") == 23_380_235
    pages.undo.redo()
    assert pages.session.value("7030") == 1
    press(Qt.Key.Key_Return)
    assert pages.session.value("7520") == 77
    assert pages.undo.count() == 2


def test_a_total_on_another_page_follows_and_is_shown_there(pages: Pages) -> None:
    pages.tabs.go_to("7380")
    before = shown(pages, "7380")
    type_into(pages, "7315", "0")
    pages.tabs.go_to("7380")
    assert shown(pages, "7380") != before


def test_tabs_count_their_findings_in_figures_and_in_words(pages: Pages) -> None:
    pages.tabs.go_to("40")
    press(Qt.Key.Key_Delete)
    pages.tabs.go_to("41")
    press(Qt.Key.Key_Delete)
    assert tab_badge(pages, "Cover") == "2", "its CRD number is blank as well"
    assert pages.tabs.tabBar().accessibleTabName(0) == "Cover, 2 errors"
    assert "error C02" in spoken(pages, "40")
    assert [each.id for each in pages.session.findings()][:2] == ["C02", "C04"]
    pages.undo.undo()
    pages.undo.undo()
    assert tab_badge(pages, "Cover") == "1"
    assert pages.tabs.tabBar().accessibleTabName(0) == "Cover, 1 error"


def test_a_note_is_marked_once_it_is_written(pages: Pages) -> None:
    pages.tabs.go_to("7010")
    assert "has a note" not in spoken(pages, "7010")
    pages.session.write_note("7010", "Agreed.")
    assert spoken(pages, "7010").endswith("has a note")


def test_without_a_month_before_nothing_stands_beside(
    light: QApplication, qtbot: QtBot, january: FilingSession
) -> None:
    del light
    alone = open_filing(january)
    qtbot.addWidget(alone.tabs)
    alone.tabs.go_to("7010")
    alone.tabs.show_baseline(True)  # noqa: FBT003 -- as an action's signal calls it
    assert alone.view.isColumnHidden(alone.model.columnCount() - 1)


def test_blanking_acts_on_the_page_that_is_shown(pages: Pages) -> None:
    pages.tabs.go_to("7100")
    pages.tabs.blank()
    assert pages.session.value("7100") is None


def test_the_keyboard_comes_to_the_page_that_is_turned_to(pages: Pages) -> None:
    pages.tabs.turn(1)
    assert QApplication.focusWidget() is pages.view
    pages.tabs.tabBar().setFocus()
    pages.tabs.setCurrentIndex(3)
    assert QApplication.focusWidget() is pages.tabs.tabBar()
    pages.tabs.focus_page()
    assert QApplication.focusWidget() is pages.view


def inside(found: QAccessibleInterface | None) -> Iterator[QAccessibleInterface]:
    if found is not None:
        yield found
        for at in range(found.childCount()):
            yield from inside(found.child(at))


def test_a_screen_reader_finds_a_name_on_every_control(pages: Pages) -> None:
    pages.tabs.go_to("7070")
    controls = {
        QAccessible.Role.Table,
        QAccessible.Role.PageTabList,
        QAccessible.Role.PageTab,
        QAccessible.Role.EditableText,
    }
    nameless = [
        found.role()
        for found in inside(QAccessible.queryAccessibleInterface(pages.tabs))
        if found.role() in controls and not found.text(QAccessible.Text.Name)
    ]
    assert nameless == []


def test_a_screen_reader_hears_each_box_in_full(pages: Pages) -> None:
    pages.tabs.go_to("7070")
    cells = inside(QAccessible.queryAccessibleInterface(pages.view))
    names = {cell.text(QAccessible.Text.Name) for cell in cells}
    assert (
        "Line 7.A, Deposited in segregated funds bank accounts, Cash, 7070: 8,476,893, entered"
    ) in names


@pytest.mark.parametrize("name", ["dark", "high_contrast", "light"])
def test_an_open_page_changes_its_theme(pages: Pages, light: QApplication, name: str) -> None:
    theme = theme_named(name)
    apply_theme(light, theme)
    try:
        pages.tabs.go_to("7040")
        image = pages.view.viewport().grab().toImage()
        assert image.pixelColor(1, image.height() - 2) == theme.paper
    finally:
        apply_theme(light, theme_named("light"))


def test_the_pages_are_widgets_of_their_filing(pages: Pages) -> None:
    assert isinstance(pages.tabs, ScheduleTabs)
    assert pages.tabs.accessibleName() == "Schedules of January 2014"
    assert all(widget.accessibleName() for widget in pages.tabs.findChildren(QWidget, "schedules"))


def test_what_has_been_typed_can_be_put_down_and_gone_on_with(pages: Pages) -> None:
    pages.tabs.go_to("7100")
    write("12x")
    press(Qt.Key.Key_Return)
    assert pages.tabs.waiting_entries == (("7100", "12x"),)
    pages.tabs.give_up_entries()
    assert pages.tabs.waiting_entries == ()
    pages.tabs.resume_entry("7100", "12x")
    assert pages.tabs.waiting_entries == (("7100", "12x"),)
    assert pages.session.value("7100") == 93_296_699


def test_a_jump_tells_what_it_has_left_and_a_step_does_not(pages: Pages) -> None:
    assert pages.tabs.go_to("7100")
    left: list[str] = []
    pages.tabs.left.connect(left.append)
    press(Qt.Key.Key_Down)
    here = pages.tabs.current_code()
    assert pages.tabs.go_to("8500")
    pages.tabs.turn(-1)
    assert left == [here, "8500"]
    assert not pages.tabs.go_to("no such box")
    pages.tabs.go_to(pages.tabs.current_code())
    assert len(left) == 2


def test_a_box_is_shown_while_the_keyboard_stays_elsewhere(
    pages: Pages, qtbot: QtBot, light: QApplication
) -> None:
    del light
    line = QLineEdit(pages.tabs)
    line.show()
    qtbot.waitUntil(pages.tabs.isActiveWindow)
    line.setFocus()
    left: list[str] = []
    pages.tabs.left.connect(left.append)
    assert pages.tabs.show_box("8500")
    assert pages.tabs.current_code() == "8500"
    assert line.hasFocus()
    assert left == []


def test_what_is_found_is_marked_on_pages_that_are_built_later_too(pages: Pages) -> None:
    found = FoundHere("8500", codes=frozenset({"8500"}))
    pages.tabs.show_found({"cleared_swaps": found})
    assert pages.tabs.go_to("8500")
    assert pages.model.found is found
    pages.tabs.show_found({})
    assert pages.model.found == NOTHING_FOUND


def test_a_tab_counts_its_changed_boxes_in_number_and_words(pages: Pages) -> None:
    bar = pages.tabs.tabBar()
    at = [pages.tabs.tabText(at) for at in range(pages.tabs.count())].index("Segregation")
    pages.session.mark_printed(b"%PDF")
    before = bar.tabRect(at).width()
    type_into(pages, "7100", "0")
    badge = bar.tabButton(at, QTabBar.ButtonPosition.RightSide)
    assert isinstance(badge, CountBadge)
    own = pages.session.edition.schedules[at]
    count = sum(box.code in pages.session.changed_since_print() for box in own.boxes)
    assert badge.changed == str(count) != "0"
    assert f"{count} boxes changed since printed" in pages.tabs.tabToolTip(at)
    assert f"{count} boxes changed since printed" in bar.accessibleTabName(at)
    assert bar.tabRect(at).width() > before
    pages.undo.undo()
    assert badge.changed == ""
    assert "changed" not in pages.tabs.tabToolTip(at)


def test_what_comes_from_another_schedule_is_told_at_its_box(pages: Pages) -> None:
    pages.tabs.go_to("7380")
    assert "computed, brings 7360 from Secured amounts" in spoken(pages, "7380")
