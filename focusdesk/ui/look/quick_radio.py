"""A choice that is made at once when its letter is pressed.

Qt lets a button that was reached by its letter go down first and chooses a tenth of a second later:
a key that saves in between would save what was chosen before.
"""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QRadioButton
from typing_extensions import override


class QuickRadio(QRadioButton):
    """One of several choices."""

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Shortcut:
            self.setFocus()
            self.click()
            return True
        return super().event(event)
