"""What does not hold in the open filing: each finding with its boxes; activate it to go there."""

from collections.abc import Callable
from typing import TypeAlias

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QLabel,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from focusdesk.calc.checks import Finding
from focusdesk.filing.explanations_due import asks_why
from focusdesk.ui.look.severities import count_words, severity_colours
from focusdesk.ui.look.theme import theme_of
from focusdesk.ui.look.zoom import Zoom

Index: TypeAlias = QModelIndex | QPersistentModelIndex

FINDING_ROLE = Qt.ItemDataRole.UserRole + 1
NOTHING_FAILS = "None of the form's checks fails, as far as they can be judged."
_GAP = 6
_SIDE = 10
_BAR = 3
_WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
_AT_THE_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop


class FindingsModel(QAbstractListModel):
    """The findings, in the order of the form."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.findings: tuple[Finding, ...] = ()
        self._shown: dict[int, Callable[[Finding], object]] = {
            Qt.ItemDataRole.DisplayRole: lambda finding: finding.message,
            Qt.ItemDataRole.AccessibleTextRole: _spoken,
            Qt.ItemDataRole.ToolTipRole: lambda finding: finding.cite or None,
            FINDING_ROLE: lambda finding: finding,
        }

    def show(self, findings: tuple[Finding, ...]) -> None:
        """List other findings; the same ones again cost nothing."""
        if findings != self.findings:
            self.beginResetModel()
            self.findings = findings
            self.endResetModel()

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.findings)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        shown = self._shown.get(role)
        return shown(self.findings[index.row()]) if shown and index.isValid() else None


class _FindingPainter(QStyledItemDelegate):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.width = 260

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        finding: Finding = index.data(FINDING_ROLE)
        room = QRect(0, 0, self.width - 2 * _SIDE - _BAR, 4000)
        metrics = QFontMetrics(option.font)
        height = (
            metrics.lineSpacing() + metrics.boundingRect(room, _WRAPPED, finding.message).height()
        )
        return QSize(self.width, height + 2 * _GAP + _GAP + 2)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        finding: Finding = index.data(FINDING_ROLE)
        theme = theme_of(option.palette)
        ink, ground = severity_colours(theme, finding.severity)
        rect: QRect = option.rect.adjusted(0, 0, 0, -_GAP)
        painter.save()
        painter.fillRect(rect, ground)
        painter.fillRect(QRect(rect.left(), rect.top(), _BAR, rect.height()), ink)
        inner = rect.adjusted(_BAR + _SIDE, _GAP, -_SIDE, -_GAP)
        painter.setFont(_bold(option.font))
        painter.setPen(ink)
        word = finding.severity.value.capitalize()
        heading = f"{word} {finding.id}"
        painter.drawText(inner, _WRAPPED, heading)
        taken = painter.fontMetrics().horizontalAdvance(heading) + _SIDE
        painter.setFont(option.font)
        painter.setPen(theme.ink)
        room = inner.width() - taken
        codes = codes_within(finding.codes, room, painter.fontMetrics())
        painter.drawText(inner, _AT_THE_RIGHT, codes)
        top = QFontMetrics(option.font).lineSpacing() + 1
        painter.drawText(inner.adjusted(0, top, 0, _GAP), _WRAPPED, finding.message)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.accent, 2))
            painter.drawRect(rect.adjusted(1, 1, -1, -1))
        painter.restore()


def _bold(font: QFont) -> QFont:
    bold = QFont(font)
    bold.setBold(True)
    return bold


def codes_within(codes: tuple[str, ...], room: int, metrics: QFontMetrics) -> str:
    """Name as many codes as there is room for, in pixels, and count the others: ``16  17  +3``."""
    for named in range(len(codes), 0, -1):
        others = (f"+{len(codes) - named}",) if named < len(codes) else ()
        words = "  ".join((*codes[:named], *others))
        if metrics.horizontalAdvance(words) <= room:
            return words
    return ""


class FindingsPanel(QWidget):
    """The findings with their count as heading.

    Attributes:
        code_activated: The box of a finding that the user wants to go to.
        explain_asked: The finding that was gone to asks why its line moved.
    """

    code_activated = Signal(str)
    explain_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heading = QLabel("FINDINGS")
        self._heading.setObjectName("section_heading")
        self._heading.setWordWrap(True)  # many kinds of findings make the panel no wider
        self._all_hold = QLabel(NOTHING_FAILS)
        self._all_hold.setObjectName("all_hold")
        self._all_hold.setWordWrap(True)
        self._model = FindingsModel(self)
        self._painter = _FindingPainter(self)
        self.list = _FindingsList(self._painter)
        self.list.setModel(self._model)
        self.list.setItemDelegate(self._painter)
        self.list.activated.connect(self._on_activated)
        self.list.clicked.connect(self._on_activated)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 8, 14, 8)
        layout.setSpacing(6)
        layout.addWidget(self._heading, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._all_hold, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self.list, 1)
        layout.addStretch()  # for the room of a list that is not there

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What is listed."""
        return self._model.findings

    @property
    def words(self) -> str:
        """What stands in place of findings; empty when there are some."""
        return "" if self._all_hold.isHidden() else self._all_hold.text()

    def show_findings(self, findings: tuple[Finding, ...]) -> None:
        """List the findings and count them."""
        self._model.show(findings)
        counted = count_words(findings) or "none"
        self._heading.setText(f"FINDINGS \u00b7 {counted.upper()}")
        self._all_hold.setVisible(not findings)
        self.list.setVisible(bool(findings))  # the keyboard finds nothing in an empty list

    def show_zoom(self, zoom: Zoom) -> None:
        """Write the findings in another size."""
        self.list.setFont(zoom.font())
        self.list.scheduleDelayedItemsLayout()

    def _on_activated(self, index: QModelIndex) -> None:
        finding: Finding = index.data(FINDING_ROLE)
        if finding.codes:
            self.code_activated.emit(finding.codes[0])
        if asks_why(finding):
            self.explain_asked.emit()


class _FindingsList(QListView):
    def __init__(self, painter: _FindingPainter) -> None:
        super().__init__()
        self._painter = painter
        self.setObjectName("findings_list")
        self.setAccessibleName("Findings")
        self.setMinimumHeight(1)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    @override
    def resizeEvent(self, e: QResizeEvent) -> None:
        self._painter.width = self.viewport().width()
        self.scheduleDelayedItemsLayout()
        super().resizeEvent(e)


def _spoken(finding: Finding) -> str:
    return f"{finding.severity} {finding.id}: {finding.message} Boxes {', '.join(finding.codes)}."
