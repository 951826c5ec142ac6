from collections.abc import Sequence

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from focusdesk.filing.compare import Comparison
from focusdesk.filing.comparison_rows import RowFilter
from focusdesk.filing.comparison_view import ComparisonView
from focusdesk.filing.thresholds import Threshold, Thresholds
from focusdesk.form.edition import Edition
from focusdesk.ui.compare.view_menu import ViewMenu
from tests.ui.window_words import side_by_side

FIVE_MILLION = Thresholds(Threshold(5_000_000), {"7190": Threshold(1)})


@pytest.fixture
def whole(editions: dict[str, Edition]) -> Comparison:
    return side_by_side(editions["2014-01"], {}, {}, {})


@pytest.fixture
def menu(light: QApplication, qtbot: QtBot, whole: Comparison) -> ViewMenu:
    del light
    menu = ViewMenu()
    qtbot.addWidget(menu.menu)
    menu.show_view(whole, ComparisonView(), FIVE_MILLION)
    return menu


def _wished(menu: ViewMenu) -> Sequence[ComparisonView]:
    wished = list[ComparisonView]()
    menu.wanted.connect(wished.append)
    return wished


def test_each_entry_asks_for_its_own_view(menu: ViewMenu) -> None:
    wished = _wished(menu)
    for action in (menu.changed, menu.above, menu.totals, menu.largest, menu.neighbours, menu.ends):
        action.trigger()
    assert wished == [
        ComparisonView(RowFilter(changed=True)),
        ComparisonView(RowFilter(above=FIVE_MILLION)),
        ComparisonView(RowFilter(totals=True)),
        ComparisonView(largest_first=True),
        ComparisonView(each_neighbour=True),
        ComparisonView(pair=(0, 2)),
    ]


def test_the_thresholds_are_said_in_full(menu: ViewMenu) -> None:
    assert menu.above.text() == "&Above the thresholds: 5,000,000, 1 line otherwise"


@pytest.mark.parametrize(
    ("view", "entry"),
    [
        (ComparisonView(), "last_two"),
        (ComparisonView(pair=(1, 2)), "last_two"),
        (ComparisonView(pair=(0, 2)), "ends"),
        (ComparisonView(pair=(0, 1)), "others"),
        (ComparisonView(each_neighbour=True), "neighbours"),
    ],
)
def test_the_months_whose_changes_are_told_are_ticked(
    menu: ViewMenu, whole: Comparison, view: ComparisonView, entry: str
) -> None:
    menu.show_view(whole, view, FIVE_MILLION)
    entries = ("last_two", "neighbours", "ends", "others")
    ticked = [each for each in entries if getattr(menu, each).isChecked()]
    assert ticked == [entry]


def test_between_two_months_there_is_nothing_to_choose(
    menu: ViewMenu, editions: dict[str, Edition]
) -> None:
    menu.show_view(side_by_side(editions["2014-01"], {}, {}), ComparisonView(), FIVE_MILLION)
    assert not menu.neighbours.isEnabled()
    assert not menu.others.isEnabled()


def test_asking_for_two_others_ticks_them_only_once_they_are_chosen(menu: ViewMenu) -> None:
    asked = list[bool]()
    menu.pair_asked.connect(lambda: asked.append(True))
    menu.others.trigger()
    assert asked == [True]
    assert menu.last_two.isChecked()


def test_all_lines_are_wished_for_where_some_are_kept_out(
    menu: ViewMenu, whole: Comparison
) -> None:
    assert not menu.all_lines.isEnabled()
    view = ComparisonView(RowFilter(changed=True, find="cash"), largest_first=True)
    menu.show_view(whole, view, FIVE_MILLION)
    wished = _wished(menu)
    menu.all_lines.trigger()
    assert wished == [ComparisonView(largest_first=True)]


def test_where_the_firm_has_no_thresholds_they_are_asked_for(
    menu: ViewMenu, whole: Comparison
) -> None:
    menu.show_view(whole, ComparisonView(), Thresholds())
    wished, asked = _wished(menu), list[bool]()
    menu.thresholds_asked.connect(lambda: asked.append(True))
    menu.above.trigger()
    assert asked
    assert not wished
    assert not menu.above.isChecked()
