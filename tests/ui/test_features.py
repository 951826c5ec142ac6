import subprocess
import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from focusdesk.ui.on_use import OnUse
from tests.ui.window_words import copied, open_window


def test_what_is_loaded_on_use_does_exactly_the_actions_that_it_is_loaded_for(
    light: QApplication, qtbot: QtBot, two_months: Path, tmp_path: Path
) -> None:
    del light
    window = open_window(qtbot, tmp_path, copied(two_months, tmp_path))
    features = [each for each in window.main.features if isinstance(each, OnUse)]
    assert features
    for each in features:
        assert each.slots().keys() == each.feature.slots().keys()


def test_no_action_has_two_features(light: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    del light
    window = open_window(qtbot, tmp_path, None)
    actions = [action for each in window.main.features for action in each.slots()]
    assert len(actions) == len(set(actions))


def test_a_start_loads_none_of_what_is_loaded_on_use() -> None:
    asked = "import sys, focusdesk.app.joined; print(*sys.modules)"
    command = [sys.executable, "-c", asked]
    loaded = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()  # noqa: S603
    seldom = ("filling", "go_to_code", "helping", "legend", "noting", "note_editor", "palette")
    seldom += ("page_find", "pasting", "paste_dialog", "related_boxes", "found_list")
    ours = {name.rpartition(".")[2] for name in loaded if name.startswith("focusdesk.ui.")}
    assert {"schedule_view", "desk"} <= ours
    assert not ours & {*seldom}
    assert "focusdesk.calc.decomposition" not in loaded
