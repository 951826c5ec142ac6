"""A hand that presses whatever it likes: seeded, so that what it did can be done again."""

import random
from collections import deque
from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from focusdesk.ui.desk.action_table import ACTIONS
from focusdesk.ui.going.finder import Finder
from focusdesk.ui.page.box_delegate import BoxEditor
from focusdesk.ui.page.schedule_view import ScheduleView
from tests.desk.keyboard_words import hand_over, keys, turn, typed, window_in_front
from tests.ui.window_words import Window

# These leave the program or its store, open what is the system's own, or wait in a loop of theirs.
LEFT_ALONE = frozenset(
    {"quit", "open_store", "new_firm", "open_sample", "print", "print_months", "about_qt"}
)
MOVES = (
    *("Enter", "Return", "Tab", "Shift+Tab", "Shift+Enter", "Up", "Down", "Left", "Right"),
    *("Home", "End", "Ctrl+Home", "Ctrl+End", "PgUp", "PgDown", "Ctrl+PgUp", "Ctrl+PgDown"),
    *("Shift+Down", "Shift+Up", "Shift+Right", "Ctrl+A", "F6"),
)
ENTRY_KEYS = (
    *("F2", "Esc", "Del", "Backspace", "Space", "Ctrl+D", "Ctrl+Return", "Ctrl+C", "Ctrl+X"),
    *("Ctrl+V", "Ctrl+Z", "Ctrl+Y", "Ctrl+Shift+Z", "Ctrl+Shift+C", "x", "y", "n", "-", "="),
)
WAYS = (
    *("Ctrl+G", "Ctrl+F", "Ctrl+K", "F3", "Shift+F3", "F8", "Shift+F8", "F9", "F1", "Shift+F2"),
    *("Ctrl+[", "Ctrl+]", "Alt+Left", "Alt+Right", "Alt+PgUp", "Alt+PgDown", "Ctrl+M", "Ctrl+N"),
    *("Ctrl++", "Ctrl+-", "Ctrl+0", "Ctrl+L", "Ctrl+Shift+F2", "Ctrl+I"),
)
SELDOM = (
    *("Ctrl+Up", "Ctrl+Down", "Ctrl+Left", "Ctrl+Right", "Ctrl+Space", "Shift+Space", "Ctrl+Del"),
    *("Ctrl+Shift+Home", "Ctrl+Shift+End", "Shift+Home", "Shift+End", "Shift+PgDown", "Shift+PgUp"),
    *("Ins", "Ctrl+Ins", "Shift+Ins", "Shift+Del", "Ctrl+Backspace", "Ctrl+Tab", "Ctrl+Shift+Tab"),
    *("Alt+Down", "Alt+Up", "Ctrl+S", "Ctrl+W", "F5", "F4", "F7"),
)
FIGURES = (
    *("0", "1", "1,250", "93,296,699", "(300)", "-4500", "17-", "$1,234", "1.2m", "3.5k", "2b"),
    *("=1000+250", "=[7010]+[7020]", "=(3+4)*250/2", "=[7190]", "=1/0", "1234.56", "0.01"),
    *("1.234,56", "12,34", "abc", "9" * 19, "9" * 30, "1e5", "\u2212 500", "8 476 893", "--1"),
)
TEXTS = ("", " ", "X", "yes", "no", "01/31/14", "13/45/14", "2014-02-30", "10018", "HARRIS TRUST")
BLOCKS = (
    "1\n2\n3",
    "1,000\t2,000\n(3,000)\tfour",
    "7010\t5\n7020\t(6)\n7190\t7\n9999\t8",
    "Code\tAmount\n7500\t1,108,570\n7510\tHARRIS TRUST",
    "7100;7.5k\r\n7110;=1+1\r\n",
    "",
    "nothing of any use",
    "\t\t\n\t\t\n",
    "12\n" * 60,
)
IN_DIALOGS = (*MOVES, "Space", "Return", "a", "7", "Backspace", "Ctrl+V")
_LAST = 30
_MOST_ESCAPES = 5
_COMES_BACK = 0.3


class RestlessHand:
    """Presses keys and does what menus offer, and remembers the last things that it did.

    Attributes:
        done: The last steps, in words.
        pressed: How many keys it has pressed and commands it has given.
    """

    def __init__(self, window: Window, seed: int) -> None:
        self._window = window
        self._random = random.Random(seed)  # noqa: S311 -- no secret
        self.done: deque[str] = deque(maxlen=_LAST)
        self.pressed = 0
        self._menus = QTimer(window.frame, interval=20)
        self._menus.timeout.connect(self._leave_menu)
        self._pressing = False
        self._menus.start()
        self._doings: Sequence[tuple[int, Callable[[], str]]] = (
            (30, self._move),
            (14, self._press_entry_key),
            (24, self._enter_something),
            (8, self._turn_page),
            (8, self._do_action),
            (6, self._find_way),
            (4, self._undo_or_redo),
            (3, self._press_what_is_seldom),
            (3, self._paste),
            (3, self._go_to_code),
        )

    def step(self) -> None:
        """Do one thing, wherever the keyboard is; then leave any dialog that has come of it."""
        if self._random.random() < _COMES_BACK:
            self._come_back()
        doing = self._random.choices(
            [doing for _, doing in self._doings], [weight for weight, _ in self._doings]
        )[0]
        self.done.append(doing.__name__)
        self.done[-1] = doing()
        turn()
        self._leave_dialogs()
        there = QApplication.focusWidget()
        assert there is not None, "nothing has the keyboard"
        assert there.isVisible(), f"what cannot be seen has the keyboard: {there}"
        page, here = self._window.tabs.current_page(), self._window.desk.current_code
        assert page is None or here in page.selection.codes, f"{here} is current, not selected"

    def _come_back(self) -> None:
        """Give up a refused entry, or go back to the page, as somebody who has work to do."""
        page = self._window.tabs.current_page()
        if page is not None and page.stands_refused:
            self.done.append("")
            self.done[-1] = self._press("Esc")
        elif not isinstance(QApplication.focusWidget(), (ScheduleView, BoxEditor)):
            self.done.append("")
            self.done[-1] = self._turn_page()

    def _move(self) -> str:
        return self._press(self._random.choice(MOVES))

    def _press_entry_key(self) -> str:
        return self._press(self._random.choice(ENTRY_KEYS))

    def _find_way(self) -> str:
        return self._press(self._random.choice(WAYS))

    def _press_what_is_seldom(self) -> str:
        return self._press(self._random.choice(SELDOM))

    def _turn_page(self) -> str:
        return self._press(f"Alt+{self._random.randint(1, 8)}")

    def _undo_or_redo(self) -> str:
        return self._press(self._random.choice(("Ctrl+Z", "Ctrl+Z", "Ctrl+Y", "Ctrl+Shift+Z")))

    def _press(self, key: str) -> str:
        words = f"press {key}{self._where()}"
        self.done[-1] = words
        self._keys(key)
        return words

    def _keys(self, *names: str) -> None:
        self.pressed += len(names)
        self._pressing = True
        keys(*names)
        self._pressing = False

    def _leave_menu(self) -> None:
        """Leave the menu of a button, for which Qt waits in a loop of its own."""
        menu = QApplication.activePopupWidget()
        if self._pressing and isinstance(menu, QMenu):
            QTest.keyClick(menu, Qt.Key.Key_Escape)

    def _type(self, text: str) -> None:
        self.pressed += len(text)
        self._pressing = True
        typed(text)
        self._pressing = False

    def _enter_something(self) -> str:
        text = self._random.choice(self._random.choice((FIGURES, FIGURES, TEXTS)))
        key = self._random.choice(("Enter", "Enter", "Tab", "Shift+Tab", "Up", "Esc", ""))
        words = f"type {text!r} {key}{self._where()}"
        self.done[-1] = words
        self._type(text)
        if key:
            self._keys(key)
        return words

    def _do_action(self) -> str:
        table = self._window.main.actions_table
        offered = [row.id for row in ACTIONS if row.id not in LEFT_ALONE]
        enabled = [name for name in offered if table[name].isEnabled()]
        name = self._random.choice(enabled)
        self.done[-1] = words = f"action {name}{self._where()}"
        table[name].trigger()
        self.pressed += 1
        hand_over()
        return words

    def _paste(self) -> str:
        block = self._random.choice(BLOCKS)
        self.done[-1] = words = f"paste {block!r}{self._where()}"
        QGuiApplication.clipboard().setText(block)
        self._keys("Ctrl+V")
        return words

    def _go_to_code(self) -> str:
        code = self._random.choice([*self._window.session.edition.boxes])
        self.done[-1] = words = f"go to {code}{self._where()}"
        self._keys("Ctrl+G")
        if self._over_desk:
            self._type(code)
            self._keys("Return")
        return words

    def _leave_dialogs(self) -> None:
        """Press a few keys in what lies over the desk, then leave it as anybody may: by Esc."""
        for _ in range(self._random.randint(0, 6)):
            if self._over_desk:
                self.done.append("")
                self._press(self._random.choice(IN_DIALOGS))
        escapes = 0
        while over := self._over_desk:
            escapes += 1
            assert escapes <= _MOST_ESCAPES, f"Esc does not leave {over}"
            self.done.append(f"Esc in {over}")
            self._keys("Esc")
            turn()

    @property
    def _over_desk(self) -> str:
        """What lies over the desk and has the keyboard; empty for nothing."""
        front, popup = window_in_front(), QApplication.activePopupWidget()
        finders = self._window.frame.findChildren(Finder)
        finder = next((each for each in finders if each.isVisible()), None)
        over = popup or (finder if front is self._window.frame else front)
        return (over.windowTitle() or over.accessibleName() or repr(over)) if over else ""

    def _where(self) -> str:
        over = self._over_desk
        if over:
            return f" in {over!r}"
        there = QApplication.focusWidget()
        session = self._window.desk.session
        month = session.filing.period.label if session else "no month"
        return f" at {self._window.desk.current_code} of {month} ({type(there).__name__})"
