"""Help where the user is: what the form's instructions say of the current line, the sheet of keys.

F1 tells of the line, and pressed again at the same box of the keys.
"""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication

from focusdesk.ui.desk.actions import Slot
from focusdesk.ui.desk.desk import Desk
from focusdesk.ui.desk.workplace import Workplace
from focusdesk.ui.help_pages import show_about, show_keys
from focusdesk.ui.page.legend import show_legend


class Helping:
    """What the Help menu does."""

    def __init__(
        self, workplace: Workplace, print_words: Callable[[str, QTextDocument], None]
    ) -> None:
        """Help in a window.

        Args:
            workplace: The window.
            print_words: Prints a page of words under a title.
        """
        self._workplace, self._print_words = workplace, print_words
        self._told_of = ""

    def slots(self) -> Mapping[str, Slot]:
        """Say what each of its actions does."""
        return {
            "help_on_line": self._help,
            "why": self._workplace.with_desk(_go_to_explanation),
            "keys": self._show_keys,
            "legend": lambda: show_legend(self._workplace.frame),
            "about": lambda: show_about(self._workplace.frame),
            "about_qt": QApplication.aboutQt,
        }

    def follow(self, desk: Desk) -> None:
        """Tell of another store's boxes."""
        self._told_of = ""
        desk.month_opened.connect(self._forget)

    def _help(self) -> None:
        desk = self._workplace.desk
        code = desk.current_code if desk is not None and desk.isVisible() else ""
        if desk is None or not code or code == self._told_of:
            self._show_keys()
            return
        self._told_of = code
        desk.right.give_back()
        desk.right.show()
        desk.explain.show_help()
        desk.parts.make_room()
        if not desk.right.isVisible():  # a narrow window shows it while the keyboard is there
            _go_to_explanation(desk)
            desk.explain.show_help()
        words = f"Help on {code} stands at the right. F1 again shows the keys."
        self._workplace.status.say(words, of=code)

    def _show_keys(self) -> None:
        self._forget()
        show_keys(self._workplace.frame, self._print_keys)

    def _print_keys(self, sheet: QTextDocument) -> None:
        self._print_words("Keys of focusdesk", sheet)

    def _forget(self) -> None:
        self._told_of = ""


def _go_to_explanation(desk: Desk) -> None:
    """Bring the keyboard to why the current box holds what it holds."""
    desk.right.give_back()
    desk.right.show()
    desk.explain.refresh()
    desk.explain.setFocus(Qt.FocusReason.ShortcutFocusReason)
    desk.parts.make_room()
