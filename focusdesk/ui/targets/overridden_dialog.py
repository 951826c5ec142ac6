"""A target that differs from the firm's policy: why it does, or back to the policy."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from focusdesk.calc.figures import show_figure
from focusdesk.filing.edit import EditRefused
from focusdesk.filing.kept_text import LONGEST_NOTE
from focusdesk.filing.month_targets import Override
from focusdesk.filing.ports import StoreError
from focusdesk.filing.session import FilingSession
from focusdesk.filing.target_keeping import explain_override
from focusdesk.ui.look.small_screen import fit_screen

_SIZE = QSize(600, 260)


class OverriddenDialog(QDialog):
    """Lists the targets of a month that differ from their policies, one at a time.

    Attributes:
        follow_asked: Carries the code of a target that is to go back to its policy.
        target: Which target.
        reason: Why it differs.
        keep: Keeps the reason.
        follow: Puts the target back.
        problem: Why nothing was kept.
    """

    follow_asked = Signal(str)

    def __init__(self, session: FilingSession, code: str, parent: QWidget | None = None) -> None:
        """Show what differs.

        Args:
            session: The month; at least one of its targets differs.
            code: The target to begin with, if it is one of them.
            parent: The window.
        """
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Targets that differ from the policy")
        self._session = session
        self._overrides: tuple[Override, ...] = session.targets.overrides()
        self.target, self.reason, self.said = QComboBox(), QLineEdit(), QLabel()
        self.problem = QLabel()
        self.keep, self.follow = QPushButton("&Keep the reason"), QPushButton("&Back to policy")
        self.leave = QPushButton("Close")
        for override in self._overrides:
            words = f"{override.pool.target}  {override.pool.tab}: {show_figure(override.held)}"
            self.target.addItem(words, override.pool.target)
        self._lay_out()
        self.target.setCurrentIndex(max(self.target.findData(code), 0))
        self._show()
        self.target.currentIndexChanged.connect(self._show)
        self.keep.clicked.connect(self._on_keep)
        self.follow.clicked.connect(self._on_follow)
        self.leave.clicked.connect(self.reject)
        fit_screen(self, _SIZE)

    def _lay_out(self) -> None:
        title = QLabel("Targets that differ from the policy")
        title.setObjectName("dialog_title")
        self.said.setObjectName("hint")
        self.problem.setObjectName("said_at_field")
        for label in (self.said, self.problem):
            label.setWordWrap(True)
        self.reason.setMaxLength(LONGEST_NOTE)
        self.reason.setPlaceholderText("who agreed to another figure, and until when")
        fields = QFormLayout()
        fields.setVerticalSpacing(8)
        fields.addRow("&Target", self.target)
        fields.addRow("&Reason", self.reason)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 18, 22, 18)
        layout.setSpacing(9)
        layout.addWidget(title)
        layout.addLayout(fields)
        layout.addWidget(self.said)
        layout.addWidget(self.problem)
        layout.addStretch(1)
        layout.addLayout(self._buttons())

    def _buttons(self) -> QHBoxLayout:
        self.keep.setDefault(True)
        buttons = QHBoxLayout()
        buttons.addWidget(self.keep)
        buttons.addWidget(self.follow)
        buttons.addStretch(1)
        buttons.addWidget(self.leave)
        return buttons

    @property
    def _chosen(self) -> Override:
        return self._overrides[self.target.currentIndex()]

    def _show(self) -> None:
        override = self._chosen
        self.said.setText(override.sentence)
        self.reason.setText(override.reason.text if override.reason else "")
        self.problem.clear()

    def _on_keep(self) -> None:
        if not self.reason.text().strip() and self._chosen.reason is None:
            self.problem.setText("Say in a few words why the figure differs from the policy.")
            self.reason.setFocus()
            return
        try:
            explain_override(self._session, self._chosen.pool.target, self.reason.text())
        except (EditRefused, StoreError) as error:
            self.problem.setText(str(error))
            self.reason.setFocus()
            return
        self.accept()

    def _on_follow(self) -> None:
        code = self._chosen.pool.target
        self.accept()
        self.follow_asked.emit(code)
