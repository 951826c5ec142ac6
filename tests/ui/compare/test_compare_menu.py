import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from focusdesk.filing.filing import Filing
from focusdesk.form.edition import Edition
from focusdesk.ui.compare.compare_model import CompareModel
from focusdesk.ui.compare.compare_view import CompareView
from tests.ui.window_words import side_by_side


@pytest.fixture
def view(light: QApplication, qtbot: QtBot, editions: dict[str, Edition]) -> CompareView:
    del light
    view = CompareView(CompareModel(side_by_side(editions["2014-01"], {"7100": 1}, {"7100": 3})))
    qtbot.addWidget(view)
    view.resize(1280, 700)
    view.show()
    return view


def _model(view: CompareView) -> CompareModel:
    model = view.months.model()
    assert isinstance(model, CompareModel)
    return model


def _words(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions() if not action.isSeparator()]


def _entry(menu: QMenu, words: str) -> QAction:
    return next(action for action in menu.actions() if action.text().startswith(words))


def test_a_cell_offers_its_box_its_explanation_and_its_change(view: CompareView) -> None:
    assert view.go_to("7100")
    october = view.months.currentIndex().siblingAtColumn(2)
    menu = view.menu_at(october)
    assert _words(menu) == [
        "Go to 7100 in October 2013\tReturn",
        "Explain 7100\u2026\tF2",
        "Why did 7100 move?\tF9",
        "Threshold of 7100\u2026",
        "Copy\tCtrl+C",
        "Fold Segregation",
        "Fold all schedules",
        "Unfold all schedules",
    ]
    gone: list[tuple[Filing, str]] = []
    view.box_activated.connect(lambda filing, code: gone.append((filing, code)))  # pyright: ignore[reportUnknownLambdaType, reportUnknownArgumentType] -- a signal's arguments have no types
    _entry(menu, "Go to").trigger()
    assert [(filing.period.label, code) for filing, code in gone] == [("October 2013", "7100")]


def test_a_heading_offers_to_fold(view: CompareView) -> None:
    model = _model(view)
    at = next(at for at, shown in enumerate(model.rows) if shown.words == "Segregation")
    menu = view.menu_at(model.index(at, 3))
    assert _words(menu)[:2] == ["Copy\tCtrl+C", "Fold Segregation\tSpace"]
    _entry(menu, "Fold Segregation").trigger()
    assert model.folded == {"segregation"}
    _entry(view.menu_at(model.index(at, 3)), "Unfold all").trigger()
    assert not model.folded
