"""The one view of any schedule: a page that is read like the paper and lived in by the keyboard."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHideEvent,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QPalette,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QStyleOptionViewItem, QTableView, QWidget
from typing_extensions import override

from focusdesk.filing.placed_block import PageRows
from focusdesk.form.entry import SignQuestion
from focusdesk.form.schedule import Schedule
from focusdesk.ui.look.theme import theme_of
from focusdesk.ui.look.widths_dialog import WidthRow
from focusdesk.ui.look.zoom import Zoom
from focusdesk.ui.page.box_delegate import BoxDelegate, Leave, leave_by
from focusdesk.ui.page.page_entry import TICKED, PageEntry
from focusdesk.ui.page.page_fit import PageFit
from focusdesk.ui.page.page_measures import PageMeasures, box_frame
from focusdesk.ui.page.page_moves import PageMoves
from focusdesk.ui.page.page_painter import PagePainter
from focusdesk.ui.page.page_selection import PageSelection
from focusdesk.ui.page.page_style import PageStyle
from focusdesk.ui.page.schedule_model import Index, ScheduleModel
from focusdesk.ui.page.typed_entry import TypedEntry


class ScheduleView(QTableView):
    """A page of the form: moves about in it, enters into its boxes, selects several of them.

    Attributes:
        box_selected: The code of the box that the keyboard is at.
        entry_refused: A code and the sentence that stands at its box.
        refusal_ended: That sentence is gone again.
        width_chosen: The key of a column and the width that the user has given it; see `PageFit`.
        measures: How wide its columns and how high its rows are.
        selection: Which of its boxes are selected.
        menu_point: Where on the screen the menu of its boxes is to stand that is asked for.
    """

    box_selected = Signal(str)
    entry_refused = Signal(str, str)
    refusal_ended = Signal()
    width_chosen = Signal(str, int)

    def __init__(self, model: ScheduleModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page = model
        self.measures = PageMeasures(model.grid)
        self._painter = PagePainter(model, self.measures)
        self._delegate = BoxDelegate(model, self._painter, self)
        self._typed = TypedEntry(self, model, self._delegate)
        self._moves = PageMoves(self, model)
        self.selection = PageSelection(self, model, self._moves)
        self._entry = PageEntry(self.selection, model, self._typed)
        self.menu_point = QPoint()
        self._fit = PageFit(self, model, self.measures)
        self._set_up()
        self.setModel(model)
        self.selection.follow()
        self.setItemDelegate(self._delegate)
        for row, column, wide in model.grid.spans():
            if wide > 1:
                self.setSpan(row, column, 1, wide)
        self._typed.finished.connect(self.selection.leave)
        self._typed.refused.connect(self.entry_refused)
        self._typed.refusal_ended.connect(self.refusal_ended)
        self._fit.fitted.connect(self._moves.show_from_left)
        self._fit.fitted.connect(self._typed.place)
        self._fit.width_chosen.connect(self.width_chosen)
        self._fit.begin()

    def _set_up(self) -> None:
        tab = self._page.grid.schedule.tab
        self.setAccessibleName(f"{tab}: line items, figures and codes")
        self.setObjectName(f"page.{self._page.grid.schedule.id}")
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrap(True)
        self.setCornerButtonEnabled(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)
        self.setAutoScroll(False)

    # Going about

    @property
    def schedule(self) -> Schedule:
        """The schedule that the page is of."""
        return self._page.grid.schedule

    @property
    def rows(self) -> PageRows:
        """The boxes of each of its rows, each with its column."""
        return [row.boxes for row in self._page.grid.rows]

    @property
    def current_code(self) -> str:
        """The code of the box that the keyboard is at; empty for none."""
        box = self._page.box_at(self.currentIndex())
        return box.code if box else ""

    def go_to(self, code: str) -> bool:
        """Go to a box and show it; `False` when it is not here or an entry must be mended first."""
        index = self._page.index_of(code)
        if not index.isValid() or not self.finish_entry():
            return False
        self._moves.choose(index)
        self._moves.show(index)
        return True

    def go_to_first(self) -> None:
        """Go to the first box, where none has been gone to yet."""
        self._moves.go_to_first()

    def let_enter_go_on(self, *, goes_on: bool) -> None:
        """Let Enter go to the next box, as Tab does, or down the page."""
        self._moves.enter_goes_on = goes_on

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self._typed.forget_refusal()
        self._delegate.current = self.currentIndex()
        for row in (current.row(), previous.row()):
            self._repaint_row(row)
        box = self._page.box_at(current)
        if box is not None:
            self._moves.show(current)
            self.box_selected.emit(box.code)

    def _repaint_row(self, row: int) -> None:
        """Repaint what shows in a row that the keyboard is at it."""
        for column in range(self._page.columnCount()):
            self.update(self._page.index(row, column))

    @override
    def moveCursor(
        self, cursorAction: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        return self._moves.browsed(cursorAction, modifiers)

    # Entering

    @property
    def is_entering(self) -> bool:
        """Whether something is being typed, or stands refused."""
        return self._delegate.editor is not None

    @property
    def stands_refused(self) -> bool:
        """Whether an entry stands refused or asked about, with its sentence."""
        return self._typed.stands

    def come_back(self) -> None:
        """Bring the keyboard back to an entry that stands in the way of a command."""
        self._typed.come_back()

    @property
    def waiting_entry(self) -> tuple[str, str] | None:
        """A code and what has been typed into its box, and not been taken yet."""
        return self._typed.waiting

    def give_up_entry(self) -> None:
        """Put the box back as it was before typing."""
        self._typed.give_up()

    def resume_entry(self, code: str, typed: str) -> None:
        """Go on with what was typed into a box before."""
        if self.go_to(code):
            self._entry.edit(self._page.box(code), typed)

    def finish_entry(self) -> bool:
        """Take what is being typed; `False` when it is refused, and then it stays in the editor."""
        return self._typed.finish()

    def edit_box(self) -> None:
        """Open the current box at the end of what it holds, or go on where something is typed."""
        box = self._page.box_at(self.currentIndex())
        if self.is_entering:
            self._typed.mend()
        elif box is not None:
            self._entry.edit(box)

    def blank(self) -> None:
        """Blank the selected boxes that can be entered, as one step."""
        self._entry.blank()

    def ask_sign(self, question: SignQuestion, answered: Callable[[bool], object]) -> None:
        """Ask in the current box what a minus means; it is opened for that if it is not yet.

        Args:
            question: The question.
            answered: Called with whether the figure within the form's parentheses was meant.
        """
        if not self.is_entering:
            self.edit_box()
        self._typed.ask(question, answered)

    def refuse(self, code: str, sentence: str) -> None:
        """Say at a box why something was not taken."""
        self._typed.refuse(code, sentence)

    # What Qt tells

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.selection.fills(event) or self._typed.goes_on(event):
            return
        self._typed.forget_refusal()
        leave = leave_by(event)
        box = self._page.box_at(self.currentIndex())
        if self._asks_menu(event) or self.selection.key(event):
            return
        if leave in (Leave.DOWN, Leave.UP, Leave.NEXT, Leave.PREVIOUS):
            self.selection.leave(leave)
        elif box is None or not self._entry.key(box, event):
            self._pass_on(event)

    def _pass_on(self, event: QKeyEvent) -> None:
        """Leave a key to Qt, but those that turn the page, and all with Alt, to what is around.

        Qt would go to the next box by Alt and an arrow where that is no way back.
        """
        turns = event.key() in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
        with_ctrl = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.modifiers() & Qt.KeyboardModifier.AltModifier or (turns and with_ctrl):
            event.ignore()
            return
        super().keyPressEvent(event)

    @override
    def selectionCommand(
        self, index: Index, event: QEvent | None = None
    ) -> QItemSelectionModel.SelectionFlag:
        """Let Ctrl+Home and Ctrl+End select where they lead; Qt leaves selected what was."""
        command = super().selectionCommand(index, event)
        stays = command == QItemSelectionModel.SelectionFlag.NoUpdate
        if stays and isinstance(event, QKeyEvent):
            return QItemSelectionModel.SelectionFlag.ClearAndSelect
        return command

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that the keyboard has come; Qt's own way would repaint the whole page."""
        self._repaint_row(self.currentIndex().row())

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that the keyboard has gone, likewise."""
        self._repaint_row(self.currentIndex().row())

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        """Take a sentence away with the page, unless what was typed waits there to be mended."""
        super().hideEvent(event)
        if not self.is_entering:
            self._typed.forget_refusal()

    def _asks_menu(self, event: QKeyEvent) -> bool:
        """Ask for the menu at the current box, by the Menu key or Shift+F10."""
        shifted = event.modifiers() == Qt.KeyboardModifier.ShiftModifier
        if event.key() != Qt.Key.Key_Menu and not (event.key() == Qt.Key.Key_F10 and shifted):
            return False
        at = self.visualRect(self.currentIndex()).bottomRight()
        self._ask_menu(self.viewport().mapToGlobal(at))
        return True

    def _ask_menu(self, at: QPoint) -> None:
        self.menu_point = at
        self.selection.asked.emit("page_menu")

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu where the mouse is; the keys for it have asked already."""
        event.accept()
        by_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        if by_mouse and not self.is_entering and self.currentIndex().isValid():
            self._ask_menu(event.globalPos())

    @override
    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Begin an entry that is composed, such as a letter with an accent typed as two keys."""
        box = self._page.box_at(self.currentIndex())
        if self.is_entering:
            self._typed.compose(event)
        elif box is not None and (event.preeditString() or event.commitString()):
            self._entry.compose(box, event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._typed.point(self._page.box_at(self.indexAt(event.position().toPoint()))):
            return
        if not self.finish_entry():
            self.come_back()
            return
        self._typed.forget_refusal()
        index = self.indexAt(event.position().toPoint())
        box = self._page.box_at(index)
        if box is None:
            self._select_in_row(index)
            return
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.selection.extend(index)
            return
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.selection.toggle(index)
            return
        super().mousePressEvent(event)
        if event.button() is Qt.MouseButton.LeftButton and box.kind in TICKED:
            shown, at = self.visualRect(index), event.position().toPoint()
            frame = box_frame(self.zoom.cell(shown), box)
            self._entry.click(box, frame, self.zoom.within(shown, at))

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Select what the mouse is drawn over; Qt's own way would take in what a label spans."""
        if event.buttons() & Qt.MouseButton.LeftButton and not self.is_entering:
            self.selection.extend(self.indexAt(event.position().toPoint()))

    def _select_in_row(self, index: Index) -> None:
        """Go to the box of the line that was clicked, the last one of several."""
        if index.isValid() and self._page.grid.rows[index.row()].boxes:
            column, _ = self._page.grid.rows[index.row()].boxes[-1]
            self._moves.choose(self._page.index(index.row(), column))

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        box = self._page.box_at(index)
        if self._typed.point(box):
            return
        if box is not None and box.kind not in TICKED and self.finish_entry():
            self._moves.choose(index)
            self._entry.edit(box)

    # How it is laid out

    def show_baseline(self, *, shown: bool) -> None:
        """Show or hide last month's figures and the change."""
        self._fit.show_baseline(shown=shown)

    def show_style(self, style: PageStyle) -> None:
        """Show the page in another size or with other widths; the current box stays in sight."""
        self._fit.show_style(style, self._delegate)
        if self.currentIndex().isValid():
            self.updateGeometries()  # else it scrolls as far as it could before
            self.scrollTo(self.currentIndex())
            self._moves.show_from_left()

    def widths(self) -> list[WidthRow]:
        """List the columns that can be made wider or narrower."""
        return self._fit.widths()

    @property
    def zoom(self) -> Zoom:
        """How large the page is shown."""
        return self._fit.style.zoom

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave a wheel that is turned with Ctrl to the window, which zooms."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
            return
        super().wheelEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        seen = self._moves.is_seen_in(event.oldSize())
        super().resizeEvent(event)
        self._fit.fit()
        self._moves.show_still(seen=seen)

    @override
    def initViewItemOption(self, option: QStyleOptionViewItem) -> None:
        """Draw in the theme of the moment, and let the page mark its selected boxes itself."""
        super().initViewItemOption(option)
        self._painter.theme = theme_of(self.palette())
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.Highlight, self._painter.theme.paper)
        option.palette = palette  # pyright: ignore[reportAttributeAccessIssue] -- the stubs lack the fields of style options
