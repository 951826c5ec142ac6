from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from focusdesk.form.edition import Edition
from focusdesk.ui.compare.compare_headings import HEADING_HEIGHT, line_heading
from focusdesk.ui.compare.compare_model import CompareModel
from focusdesk.ui.compare.compare_view import CompareView
from focusdesk.ui.look.zoom import Zoom
from tests.ui.window_words import side_by_side


def _view(qtbot: QtBot, editions: dict[str, Edition]) -> CompareView:
    view = CompareView(CompareModel(side_by_side(editions["2014-01"], {}, {})))
    qtbot.addWidget(view)
    view.resize(1280, 700)
    view.show()
    return view


def test_the_lines_heading_names_the_schedule_in_sight(
    light: QApplication, qtbot: QtBot, editions: dict[str, Edition]
) -> None:
    del light
    view = _view(qtbot, editions)
    headings = view.lines.headings
    assert headings.in_sight == "Cover"
    assert view.go_to_schedule("segregation")
    assert headings.in_sight == "Segregation"
    model = view.months.model()
    assert isinstance(model, CompareModel)
    assert line_heading(model, "Segregation") == "Line item \u00b7 Segregation"
    bar = view.months.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert headings.in_sight in {"Cleared swaps", "CFTC capital"}


def test_headings_grow_with_the_zoom(
    light: QApplication, qtbot: QtBot, editions: dict[str, Edition]
) -> None:
    del light
    headings = _view(qtbot, editions).months.headings
    headings.show_zoom(Zoom(200))
    assert headings.height() == 2 * HEADING_HEIGHT
