"""What the tabs count stays at its schedule when another tab stands before them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from tests.ui.words import Pages, tab_badge, type_into


def test_a_badge_counts_at_its_own_schedule(pages: Pages) -> None:
    type_into(pages, "7047", "9,999,999")

    assert tab_badge(pages, "Segregation") != ""
    assert tab_badge(pages, "Dealer options") == ""


def test_a_tab_before_the_schedules_moves_no_count(pages: Pages) -> None:
    pages.tabs.add_front("Overview", "overview")
    type_into(pages, "7047", "9,999,999")

    assert tab_badge(pages, "Segregation") != ""
    bar = pages.tabs.tabBar()
    at = [pages.tabs.tabText(at) for at in range(pages.tabs.count())].index("Segregation")
    assert bar.accessibleTabName(at).startswith("Segregation, ")
    assert bar.accessibleTabName(0) == ""


def test_the_keyboard_does_not_stand_on_what_only_scrolls_the_tabs(pages: Pages) -> None:
    scrollers = pages.tabs.tabBar().findChildren(QAbstractButton)

    assert scrollers
    assert {each.focusPolicy() for each in scrollers} == {Qt.FocusPolicy.NoFocus}
