from collections import Counter

import pytest
from PySide6.QtGui import QKeySequence

from focusdesk.ui.desk.action_table import ACTIONS, PREVIEW_ACTIONS, ActionRow


@pytest.mark.parametrize("actions", [ACTIONS, PREVIEW_ACTIONS], ids=["desk", "preview"])
def test_no_two_actions_of_a_window_share_a_key_or_a_name(actions: tuple[ActionRow, ...]) -> None:
    keys = Counter(QKeySequence(key).toString() for row in actions for key in row.keys)
    assert "" not in keys, "Qt knows every key"
    assert [key for key, times in keys.items() if times > 1] == []
    assert len({row.id for row in actions}) == len(actions)


def test_no_letter_stands_for_two_actions_of_one_menu() -> None:
    letters = Counter((row.menu, row.words[row.words.index("&") + 1].upper()) for row in ACTIONS)
    assert [letter for letter, times in letters.items() if times > 1] == []
