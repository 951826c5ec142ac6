"""The left side of the desk: the months, and below them whose they are."""

from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from focusdesk.filing.session import FilingSession
from focusdesk.form.box import show_value
from focusdesk.ui.months.months_list import MonthsList

WIDTH = 190


class SidePanel(QFrame):
    """Months over firm."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("side")
        self.months = MonthsList()
        self._firm, self._number = QLabel(), QLabel()
        self._number.setObjectName("firm_number")
        for label in (self._firm, self._number):
            label.setWordWrap(True)
            label.setContentsMargins(14, 0, 14, 0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 12)
        layout.setSpacing(4)
        layout.addWidget(section_heading("MONTHS"))
        layout.addWidget(self.months, 1)
        line = QFrame()
        line.setObjectName("divider")
        line.setFixedHeight(1)
        layout.addWidget(line)
        layout.addSpacing(4)
        layout.addWidget(section_heading("FIRM"))
        layout.addWidget(self._firm)
        layout.addWidget(self._number)
        self.setMinimumWidth(WIDTH - 40)

    @property
    def firm(self) -> str:
        """The firm's name, as the open filing's cover has it."""
        return self._firm.text()

    @property
    def number(self) -> str:
        """The firm's SEC file number, in words."""
        return self._number.text()

    def show_firm(self, session: FilingSession) -> None:
        """Say whose months these are."""
        edition = session.edition
        self._firm.setText(show_value(session.value(edition.firm_code)) or "Not named yet")
        code = edition.file_number_code
        number = show_value(session.value(code)) if code else ""
        self._number.setText(f"SEC file {number}" if number else "No SEC file number yet")


def section_heading(words: str) -> QLabel:
    """Make the small heading of a part of the desk."""
    heading = QLabel(words)
    heading.setObjectName("section_heading")
    heading.setContentsMargins(14, 0, 14, 2)
    return heading
