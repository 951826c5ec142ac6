from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from focusdesk.filing.comparison_rows import RowFilter
from focusdesk.form.edition import Edition
from focusdesk.ui.compare.nothing_shown import NothingShown, nothing_words
from tests.ui.window_words import side_by_side


def test_equal_months_and_lines_that_are_not_there_are_two_things(
    editions: dict[str, Edition],
) -> None:
    whole = side_by_side(editions["2014-01"], {}, {})
    assert nothing_words(whole, RowFilter(changed=True)) == "Nothing differs between these months."
    wanted = RowFilter(changed=True, schedules=("cover",))
    words = "There is no such line between these months: changed lines only, Cover only."
    assert nothing_words(whole, wanted) == words


def test_the_button_shows_all_lines_again(light: QApplication, qtbot: QtBot) -> None:
    del light
    nothing, asked = NothingShown(), list[bool]()
    qtbot.addWidget(nothing)
    nothing.all_wanted.connect(lambda: asked.append(True))
    nothing.all_lines.click()
    assert asked == [True]
