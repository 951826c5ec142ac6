"""The desk is proved with the same store, editions and patience as its parts are tested."""

from tests.ui.conftest import editions, emptied_clipboard, light, qtbot, two_months

__all__ = ["editions", "emptied_clipboard", "light", "qtbot", "two_months"]
