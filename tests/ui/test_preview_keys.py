from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication

from focusdesk.ui.preview_keys import PREVIEW_KEYS


def test_no_key_does_two_things(light: QApplication) -> None:
    del light
    keys = [QKeySequence(key).toString() for row in PREVIEW_KEYS for key in row.keys]
    assert all(keys), "Qt knows every key"
    assert len(set(keys)) == len(keys)
    assert len({row.id for row in PREVIEW_KEYS}) == len(PREVIEW_KEYS)
