"""Help: the sheet of keys, made from the table of actions, and what the program is made of."""

import html
from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QTextDocument
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from focusdesk import __version__
from focusdesk.ui.desk.action_table import ACTIONS, PREVIEW_ACTIONS, ActionRow
from focusdesk.ui.look.small_screen import fit_screen

PAGE_KEYS = (
    (
        "digits, (, - or =",
        "Type over the box; = begins arithmetic, which may name boxes: =[7010]/2",
    ),
    (
        "Arrows or a click, after =, + and the like",
        "Write the code of another box of the schedule into the arithmetic",
    ),
    ("Enter, Shift+Enter", "Take the entry; go to the next or the previous box that is entered"),
    ("Tab, Shift+Tab", "The same, in reading order"),
    ("Backspace", "Empty the box and type; Esc puts back what it held"),
    ("N or -", "Where the form prints parentheses: what was typed with a minus is negative"),
    ("Esc", "Put back what the box held; from the comparison, back to the month"),
    ("Arrows, Home, End", "Go from box to box, computed ones too"),
    ("Ctrl+arrows", "To the next box that holds something, or to the end of those that do"),
    ("Ctrl+Home, Ctrl+End", "First and last box of the schedule"),
    ("PgUp, PgDn", "A page up or down; what is being typed is taken first"),
    ("Space; x, y, n", "Tick a box, or turn a yes to a no; Del takes the answer back"),
    ("Shift+arrows, Shift+Home, Shift+End", "Select several boxes; the line below adds them up"),
    ("Enter, Tab, with several selected", "Take the entry; go round the selected boxes"),
    ("Ctrl+Shift+Home, Ctrl+Shift+End", "Select up to the first or the last box; arrows likewise"),
    ("Shift+click, Ctrl+click", "Select up to a box; select one more, or one less"),
    ("Menu, Shift+F10, right click", "What can be done with the selected boxes"),
)
"""The keys that the page itself reads."""

EXPLAIN_KEYS = (
    ("Tab, Shift+Tab", "From link to link: boxes, the note, attached files"),
    ("Enter", "Go to the box, write the note, open the file"),
    ("Ctrl+Down, Ctrl+Up", "Next, previous part of the explanation"),
    ("Esc", "Back to the page"),
)
"""The keys that the explanation reads."""

MONTHS_KEYS = (
    ("Up, Down", "Open the month above or below"),
    ("Shift+Up, Shift+Down", "Select several months, to be printed or saved together"),
    ("Ctrl+Up, Ctrl+Down, Ctrl+Space", "Go to a month without opening it; select it too, or not"),
    ("Ctrl+A", "Select all months"),
    ("Enter", "Open the month under the cursor"),
    ("Menu", "What can be done with the months that are selected"),
)
"""The keys that the list of months reads."""

COMPARE_KEYS = (
    ("Arrows", "From line to line and from month to month"),
    ("Enter", "Go to that box in that month"),
    ("Ctrl+M", "Choose other months"),
    ("Alt+O", "Add a month, or months that are often wanted"),
    ("Alt+C", "Changed lines only, or all"),
    ("Alt+A", "Lines above the thresholds only, or all; set thresholds where there are none"),
    ("Alt+S", "One schedule, or all"),
    ("Alt+W", "What is shown: totals, largest first, changes between which months, thresholds"),
    ("Alt+T, Alt+X", "The months as lines; export what is shown"),
    ("Ctrl+F; Enter", "Find lines by words or a code; go to them"),
    ("F2, F9", "Explain the change; which boxes made it"),
    ("F8, Shift+F8", "Next and previous line that must be explained and has no words yet"),
    ("Left, Right, Space on a schedule", "Fold it, unfold it; with Shift all of them"),
    ("Ctrl+F9", "Why it moved beside the table, or more room for the months"),
    ("Menu, Shift+F10", "All that can be done with the cell"),
    ("F6", "The bar, the lines, what stands beside them"),
    ("Esc", "Close the search, or go back to the month"),
)
"""The keys that months side by side read."""

PREVIEW_KEYS = (
    ("PgUp, PgDn", "Previous, next page"),
    ("Home, End", "First, last page"),
    ("Arrows, Space", "Scroll"),
    ("Esc", "Close the search, or the preview"),
)
"""The keys that the pages of the print preview read."""

_NOTICES = """
<p>focusdesk {version} &mdash; the desk for SEC Form X-17A-5, the FOCUS Report, Part II.</p>
<p>Free software under the Apache License 2.0, with no warranty of any kind. The full text and the
notices of everything that focusdesk uses are in the file LICENSE that came with it.</p>
<p><b>Qt for Python</b> (PySide6) with Qt 6, &copy; The Qt Company Ltd. and contributors, used under
the GNU Lesser General Public License 3: Qt is loaded as separate shared libraries, which you may
replace by your own. Source: download.qt.io. See also Help, About Qt.</p>
<p><b>Liberation Sans</b>, &copy; Google and Red Hat, SIL Open Font License 1.1.</p>
<p><b>Also used</b>, each under its own licence: SQLAlchemy, Alembic, ReportLab, pikepdf (with
qpdf), pypdfium2 (with PDFium), openpyxl, defusedxml, holidays, platformdirs, typing_extensions.</p>
<p>The form itself is a publication of the United States government. The sample is a filing that the
SEC has made public; months marked illustrative are made up. focusdesk is not a product of the SEC,
the CFTC, FINRA or the NFA.</p>
"""


def keys_html() -> str:
    """Write the sheet of keys as a page."""
    parts = [
        _table("On the page", PAGE_KEYS),
        _table("In the explanation", EXPLAIN_KEYS),
        _table("In the list of months", MONTHS_KEYS),
        _table("In months side by side", COMPARE_KEYS),
    ]
    for menu in dict.fromkeys(row.menu for row in ACTIONS):
        rows = list(_keys_of(menu, ACTIONS))
        if rows:
            parts.append(_table(menu, rows))
    parts.append(_table("Schedules", (("Alt+1 to Alt+9", "The schedules of the form, in order"),)))
    preview = "Print preview"
    parts.append(_table(preview, [*PREVIEW_KEYS, *_keys_of(preview, PREVIEW_ACTIONS)]))
    return "".join(parts)


def _keys_of(menu: str, actions: Sequence[ActionRow]) -> Iterator[tuple[str, str]]:
    for row in actions:
        if row.menu == menu and row.keys:
            yield written_keys(row.keys), row.words.replace("&", "").removesuffix("\u2026")


def written_keys(keys: tuple[str, ...]) -> str:
    """Write keys as the user's system writes them, but as they are called on the keyboard."""
    native = QKeySequence.SequenceFormat.NativeText
    written = ", ".join(QKeySequence(each).toString(native) for each in keys)
    return written.replace("PgDown", "PgDn").replace("Return", "Enter")


def _table(title: str, rows: tuple[tuple[str, str], ...] | list[tuple[str, str]]) -> str:
    lines = "".join(
        f'<tr><td width="170"><b>{html.escape(keys)}</b></td><td>{html.escape(words)}</td></tr>'
        for keys, words in rows
    )
    return f'<h3>{html.escape(title)}</h3><table cellspacing="0" cellpadding="3">{lines}</table>'


class HelpPage(QDialog):
    """A page of words with a Close button."""

    def __init__(self, title: str, page: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        heading = QLabel(title)
        heading.setObjectName("dialog_title")
        self.words = QTextBrowser()
        self.words.setAccessibleName(title)
        self.words.setHtml(page)
        self.buttons = QDialogButtonBox()
        close = self.buttons.addButton("Close", QDialogButtonBox.ButtonRole.RejectRole)
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 18, 22, 18)
        layout.setSpacing(10)
        for widget in (heading, self.words, self.buttons):
            layout.addWidget(widget)
        close.setDefault(True)  # a dialog knows no button before it stands there
        fit_screen(self, QSize(620, 560))


def show_keys(parent: QWidget, print_asked: Callable[[QTextDocument], None]) -> HelpPage:
    """Show the sheet of keys.

    Args:
        parent: The window.
        print_asked: Called with the sheet when it is to be printed.
    """
    page = HelpPage("Keys", keys_html(), parent)
    button = page.buttons.addButton("&Print\u2026", QDialogButtonBox.ButtonRole.ActionRole)
    button.clicked.connect(lambda: print_asked(page.words.document()))
    page.open()
    return page


def show_about(parent: QWidget) -> HelpPage:
    """Show what the program is and what it is made of."""
    page = HelpPage("About focusdesk", _NOTICES.format(version=__version__), parent)
    page.open()
    return page
