from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from focusdesk.filing.comparison_rows import RowFilter
from focusdesk.filing.comparison_view import ComparisonView
from focusdesk.filing.thresholds import Threshold, Thresholds
from focusdesk.form.edition import Edition
from focusdesk.ui.compare.compare_bar import CompareBar
from tests.ui.window_words import Window, copied, open_window, side_by_side
from tests.ui.words import press

FIVE_MILLION = Thresholds(Threshold(5_000_000))
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def window(light: QApplication, qtbot: QtBot, two_months: Path, tmp_path: Path) -> Window:
    del light
    window = open_window(qtbot, tmp_path, copied(two_months, tmp_path))
    window.do("compare")
    return window


@pytest.fixture
def bar(light: QApplication, qtbot: QtBot, editions: dict[str, Edition]) -> CompareBar:
    del light
    bar = CompareBar()
    qtbot.addWidget(bar)
    whole = side_by_side(editions["2014-01"], {"7010": 1}, {"7010": 2}, {"7010": 3})
    bar.show_months(whole)
    bar.show_view(whole, ComparisonView(), FIVE_MILLION)
    return bar


def _wished(bar: CompareBar) -> list[ComparisonView]:
    wished = list[ComparisonView]()
    bar.view_menu.wanted.connect(wished.append)
    return wished


def test_a_button_asks_for_another_view_and_shows_it_only_when_it_is_given(
    bar: CompareBar, editions: dict[str, Edition]
) -> None:
    wished = _wished(bar)
    bar.changed.click()
    bar.above.click()
    assert [view.row_filter for view in wished] == [
        RowFilter(changed=True),
        RowFilter(above=FIVE_MILLION),
    ]
    whole = side_by_side(editions["2014-01"], {}, {}, {})
    bar.show_view(whole, wished[1], FIVE_MILLION)
    assert (bar.changed.isChecked(), bar.above.isChecked()) == (False, True)


def test_the_thresholds_stand_on_their_button(bar: CompareBar) -> None:
    assert bar.above.text() == "&Above 5,000,000"


def test_without_thresholds_the_button_asks_for_some(
    bar: CompareBar, editions: dict[str, Edition]
) -> None:
    asked = list[bool]()
    bar.view_menu.thresholds_asked.connect(lambda: asked.append(True))
    whole = side_by_side(editions["2014-01"], {}, {})
    bar.show_view(whole, ComparisonView(), Thresholds())
    bar.above.click()
    assert asked == [True]
    assert not bar.above.isChecked()


def test_a_schedule_is_chosen_from_the_menu_and_named_on_the_button(
    bar: CompareBar, editions: dict[str, Edition]
) -> None:
    wished = _wished(bar)
    titles = [action.text() for action in bar.schedules_menu.actions()]
    assert titles[:3] == ["&All schedules", "&1  Cover", "&2  Segregation"]
    bar.schedules_menu.actions()[2].trigger()
    assert wished == [ComparisonView(RowFilter(schedules=("segregation",)))]
    bar.show_view(side_by_side(editions["2014-01"], {}, {}), wished[0], FIVE_MILLION)
    assert bar.schedules.text() == "Segregation"
    assert [action.isChecked() for action in bar.schedules_menu.actions()][:3] == [
        False,
        False,
        True,
    ]


def test_how_much_is_set_behind_the_menu_stands_on_its_button(
    bar: CompareBar, editions: dict[str, Edition]
) -> None:
    assert bar.show_button.text() == "Sho&w"
    view = ComparisonView(RowFilter(totals=True), largest_first=True)
    bar.show_view(side_by_side(editions["2014-01"], {}, {}), view, FIVE_MILLION)
    assert bar.show_button.text() == "Sho&w (2)"


def test_a_narrow_bar_gives_up_what_its_menu_has_too(bar: CompareBar) -> None:
    bar.resize(1280, 44)
    bar.fit()
    assert not bar.given_up & {bar.changed, bar.above, bar.schedules, bar.months, bar.export}
    bar.resize(500, 44)
    bar.fit()
    kept = {bar.months, bar.show_button, bar.export}
    assert not bar.given_up & kept
    assert bar.changed in bar.given_up
    assert bar.minimumSizeHint().width() <= 420


@pytest.mark.parametrize("width", [1280, 1000, 800, 560])
def test_other_words_are_fitted_and_never_cut(
    bar: CompareBar, editions: dict[str, Edition], qtbot: QtBot, width: int
) -> None:
    window = QWidget()  # by itself the bar would grow to what its layout wants
    qtbot.addWidget(window)
    bar.setParent(window)
    bar.add_way(QAction("&Trends", bar))
    bar.resize(width, 44)
    window.show()
    bar.show()
    months = side_by_side(editions["2014-01"], {"7010": 1}, {"7010": 2}, {"7010": 3}, {})
    long = Thresholds(Threshold(5_000_000, Decimal(10)))
    bar.show_months(months)
    bar.show_view(months, ComparisonView(RowFilter(above=long)), long)
    layout = bar.layout()
    assert layout is not None
    layout.activate()
    shown = [each for each in bar.findChildren(QWidget) if each.isVisible()]
    assert all(each.width() >= each.sizeHint().width() for each in shown)
    assert bar.back.isVisible()
    if width >= 800:
        assert bar.changed.isVisible()
        assert bar.above.isVisible()
    assert bar.above.toolTip() == "Lines above 5,000,000 and 10 %"
    if width == 560:
        assert bar.back.text() == "Esc"


def test_another_way_gets_a_button_beside_the_export(bar: CompareBar) -> None:
    done = list[bool]()
    action = QAction("&Trends", bar)
    action.triggered.connect(lambda: done.append(True))
    button = bar.add_way(action)
    button.click()
    assert done == [True]
    action.setEnabled(False)
    assert not button.isEnabled()


@pytest.mark.parametrize(
    ("key", "menu"),
    [
        (Qt.Key.Key_O, "months_menu"),
        (Qt.Key.Key_S, "schedules_menu"),
        (Qt.Key.Key_W, "view_menu"),
        (Qt.Key.Key_X, "export_menu"),
    ],
)
def test_a_letter_opens_each_menu(window: Window, key: Qt.Key, menu: str) -> None:
    seen = list[QWidget]()

    def look() -> None:
        popup = QApplication.activePopupWidget()
        if isinstance(popup, QMenu):
            seen.append(popup)
            popup.close()

    QTimer.singleShot(200, look)
    press(key, ALT)
    opened = getattr(window.comparison.bar, menu)
    assert seen == [opened if isinstance(opened, QMenu) else opened.menu]


def test_a_letter_shows_changed_lines_only(window: Window, qtbot: QtBot) -> None:
    press(Qt.Key.Key_C, ALT)
    qtbot.waitUntil(lambda: window.comparison.view_state.row_filter == RowFilter(changed=True))


def test_a_filter_gives_the_keyboard_back_to_the_table(window: Window, qtbot: QtBot) -> None:
    page = window.comparison
    for on in (True, False):
        press(Qt.Key.Key_C, ALT)
        qtbot.waitUntil(lambda on=on: page.view_state.row_filter.changed is on)
        qtbot.waitUntil(page.view.months.hasFocus)
