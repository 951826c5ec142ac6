"""Help, Marks and states: every sign that a box can carry, drawn as the page draws it."""

from dataclasses import dataclass, field
from typing import TypeAlias

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from focusdesk.calc.checks import Finding, Severity
from focusdesk.filing.listed_findings import ListedFinding, Standing
from focusdesk.form.box import Box, BoxKind
from focusdesk.ui.look.small_screen import fit_screen
from focusdesk.ui.look.theme import text_font, theme_now
from focusdesk.ui.page.box_painter import BoxPainter, Held, Look
from focusdesk.ui.page.marks import Mark
from focusdesk.ui.page.page_text import draw_text, text_height

Index: TypeAlias = QModelIndex | QPersistentModelIndex

SAMPLE_WIDTH = 176
_ROW = 36
_GAP = 12
_SAMPLE_ROLE = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class Sample:
    """A box as it stands on the page, and what it says so.

    Attributes:
        words: What it says.
        box: The box.
        held: What it holds, with its marks.
        look: How it stands out.
    """

    words: str
    box: Box
    held: Held
    look: Look = field(default_factory=Look)


_PLAIN = Look()
_REFUSED = Look(refused=True)


def _entered(words: str, mark: Mark, look: Look = _PLAIN) -> Sample:
    return Sample(words, Box("7010", BoxKind.AMOUNT), Held(1_250_000, mark), look)


def _finding(severity: Severity) -> Mark:
    return Mark(findings=(Finding("S01", severity, ("7010",), "", ""),))


_COMPUTED = Box("7100", BoxKind.AMOUNT, formula="[7010]")
_TOTAL = Box("7180", BoxKind.AMOUNT, formula="[7010]", total=True)
_DEDUCTION = Box("7033", BoxKind.AMOUNT, parentheses=True)

SAMPLES: tuple[Sample, ...] = (
    _entered("A frame: you enter this figure.", Mark()),
    Sample("An empty frame: blank, which is not zero.", Box("7010", BoxKind.AMOUNT), Held()),
    Sample("No frame, a rule below: the form computes it.", _COMPUTED, Held(1_250_000)),
    Sample("Ruled above and twice below: a total.", _TOTAL, Held(1_250_000)),
    Sample(
        "An arrow: computed, and its formula brings a figure from another schedule.",
        _COMPUTED,
        Held(1_250_000, Mark(brings="7360")),
    ),
    Sample(
        "Pale parentheses: the form prints them around a deduction; enter it without a minus.",
        _DEDUCTION,
        Held(1_250_000),
    ),
    _entered(
        "A double chevron: carried from last month, and not touched since.", Mark(carried=True)
    ),
    _entered("An equals sign: typed as arithmetic; F2 shows it again.", Mark(typed="=1000+250")),
    _entered(
        "An equals sign struck through: a box that it names has changed; it does not follow.",
        Mark(typed="=[7020]*2", outdated="it would give 3,000 now"),
    ),
    _entered(
        "Slanted, with an open triangle: a target that is not what the firm's policy gives.",
        Mark(overrides="The policy gives 1,300,000."),
    ),
    _entered("A dot: changed since the signature copy was printed.", Mark(printed="0")),
    _entered("A diamond: an error, which must be mended.", _finding(Severity.ERROR)),
    _entered("A triangle: a warning, which should be explained.", _finding(Severity.WARNING)),
    _entered("A disc: a notice.", _finding(Severity.NOTICE)),
    _entered(
        "A speech bubble: a warning that is explained, or an event of which notice was given.",
        Mark(answered=(ListedFinding(_finding(Severity.WARNING).findings[0], Standing.EXPLAINED),)),
    ),
    _entered("A folded corner: it has a note.", Mark(note="Note")),
    _entered("A paper clip: a file is attached to it.", Mark(files=("letter.pdf",))),
    _entered("A heavy outline: the keyboard is here.", Mark(), Look(current=True, focused=True)),
    _entered("A bar at the left: it is among several selected.", Mark(), Look(selected=True)),
    _entered(
        "A broken outline and a ground in red: what was typed was not taken.",
        Mark(),
        Look(refused=True),
    ),
    Sample(
        "A bar over it and a ground that lights up: it has just moved, or was found.",
        _COMPUTED,
        Held(1_250_000, lit=True),
    ),
)
"""Every state and every mark, each alone."""


class Legend(QDialog):
    """The marks with their meanings, gone through with the arrow keys.

    Attributes:
        list: The samples.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Marks and states")
        title = QLabel("Marks and states")
        title.setObjectName("dialog_title")
        self.list = QListWidget()
        self.list.setAccessibleName("Marks and states")
        self.list.setItemDelegate(_SamplePainter(self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        for sample in SAMPLES:
            item = QListWidgetItem(sample.words, self.list)
            item.setData(_SAMPLE_ROLE, sample)
        self.list.setCurrentRow(0)
        hint = QLabel(
            "A tab counts the findings of its schedule, and behind a dot its changed boxes."
        )
        hint.setObjectName("hint")
        hint.setWordWrap(True)
        buttons = QDialogButtonBox()
        buttons.addButton("Close", QDialogButtonBox.ButtonRole.RejectRole).setDefault(True)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 18, 22, 18)
        layout.setSpacing(10)
        for widget in (title, self.list, hint, buttons):
            layout.addWidget(widget)
        fit_screen(self, QSize(620, 720))


class _SamplePainter(QStyledItemDelegate):
    def __init__(self, parent: QListWidget) -> None:
        super().__init__(parent)
        self._list = parent
        self._boxes = BoxPainter()

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        wide = self._list.viewport().width()
        words = text_height(str(index.data()), text_font(), wide - SAMPLE_WIDTH - 2 * _GAP)
        return QSize(wide, max(_ROW, words + _GAP))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        sample: Sample = index.data(_SAMPLE_ROLE)
        self._boxes.theme = theme = theme_now()
        rect: QRect = option.rect
        painter.save()
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(theme.accent)
            painter.drawRect(rect.adjusted(0, 0, -1, -1))
        cell = QRect(rect.left() + _GAP, rect.top(), SAMPLE_WIDTH - _GAP, rect.height())
        self._boxes.paint(painter, cell, sample.box, sample.held, sample.look)
        painter.setFont(text_font())
        painter.setPen(theme.ink)
        words = rect.adjusted(SAMPLE_WIDTH + _GAP, 0, -_GAP, 0)
        draw_text(painter, words, sample.words)
        painter.restore()


def show_legend(parent: QWidget) -> Legend:
    """Show what the marks mean."""
    legend = Legend(parent)
    legend.open()
    return legend
