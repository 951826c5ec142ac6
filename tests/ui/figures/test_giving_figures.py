"""The list of carried figures is opened from the menu, and from a line of the overview."""

from focusdesk.ui.figures.figures_dialog import FiguresDialog
from focusdesk.ui.overview.overview_page import OverviewPage
from tests.ui.window_words import Window


def opened(window: Window) -> FiguresDialog:
    return window.frame.findChildren(FiguresDialog)[-1]


def test_the_menu_opens_the_list(window: Window) -> None:
    window.do("carried_figures")

    assert opened(window).table.current == 0
    assert opened(window).windowTitle() == "Carried figures of January 2014"


def test_a_line_of_the_overview_opens_its_figure_and_shows_what_was_given(window: Window) -> None:
    window.do("overview")
    (page,) = window.frame.findChildren(OverviewPage)
    capital = page.grid.cards[-1].lines
    at = next(at for at, each in enumerate(capital.rows) if each.figure_code == "anc")
    assert capital.rows[at].figure == "not known"

    capital.chosen.emit(capital.rows[at])
    dialog = opened(window)
    assert dialog.said.text().startswith("Adjusted net capital.")
    dialog.amount.setText("650m")
    dialog.source.setText("NC-2014-01, cell H44")
    dialog.keep.click()

    assert capital.rows[at].figure == "650,000,000"
    assert capital.rows[at].below.startswith("NC-2014-01, cell H44 (")
    assert "above the early warning level" in page.grid.cards[-1].headroom
