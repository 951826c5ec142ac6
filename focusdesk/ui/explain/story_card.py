"""The card that a box's story stands on: read and gone through with the keyboard alone."""

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QTextBrowser, QTextEdit, QWidget
from typing_extensions import override

from focusdesk.ui.explain.html_parts import SECTION
from focusdesk.ui.look.theme import text_font

_MARGIN = 10


class StoryCard(QTextBrowser):
    """Tab goes from link to link, Enter follows one, Ctrl+Down and Ctrl+Up go from part to part.

    Attributes:
        left: Esc: the keyboard is to go back to the page.
    """

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("explain_card")
        self.setAccessibleName("Explanation of the current box")
        self.setOpenLinks(False)
        self.setFont(text_font())
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document().setDocumentMargin(_MARGIN)

    def show_story(self, page: str, *, keep_place: bool) -> None:
        """Show a page; where it is the same box's, it stays scrolled to where it was."""
        bar = self.verticalScrollBar()
        place = bar.value() if keep_place else 0
        self.setHtml(page)
        bar.setValue(place)

    def height_in(self, width: int) -> int:
        """Give how high the page is in a width, in pixels, with its frame."""
        document, frame = self.document(), 2 * self.frameWidth()
        kept = document.textWidth()
        document.setTextWidth(width - frame)
        high = int(document.size().height()) + frame + 1
        document.setTextWidth(kept)
        return high

    def mark(self, words: str, ground: QColor) -> None:
        """Mark some words wherever they stand on the page shown now, and no others."""
        marks: list[QTextEdit.ExtraSelection] = []
        found = self.document().find(words) if words else QTextCursor()
        while not found.isNull():
            mark = QTextEdit.ExtraSelection()
            mark.cursor, mark.format = found, QTextCharFormat()  # pyright: ignore[reportAttributeAccessIssue] -- the stubs lack both
            mark.format.setBackground(ground)  # pyright: ignore[reportAttributeAccessIssue]
            marks.append(mark)
            found = self.document().find(words, found)
        self.setExtraSelections(marks)

    def go_to_part(self, *, back: bool = False) -> None:
        """Scroll to the next heading, or to the one before."""
        bar = self.verticalScrollBar()
        here = bar.value()
        tops = [top for top in self._headings() if (top < here if back else top > here)]
        if tops:
            bar.setValue(tops[-1] if back else tops[0])
        elif back:
            bar.setValue(0)

    @override
    def wheelEvent(self, e: QWheelEvent) -> None:
        """Leave a wheel that is turned with Ctrl to the window, which zooms all of the desk."""
        if e.modifiers() & Qt.KeyboardModifier.ControlModifier:
            e.ignore()
            return
        super().wheelEvent(e)

    @override
    def keyPressEvent(self, e: QKeyEvent) -> None:
        ctrl = e.modifiers() == Qt.KeyboardModifier.ControlModifier
        if e.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif ctrl and e.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.go_to_part(back=e.key() == Qt.Key.Key_Up)
        else:
            super().keyPressEvent(e)

    def _headings(self) -> Iterator[int]:
        """Give where the headings stand, in pixels from the top."""
        layout = self.document().documentLayout()
        block = self.document().begin()
        while block.isValid():
            if _is_heading(block):
                yield int(layout.blockBoundingRect(block).top())
            block = block.next()


def _is_heading(block: QTextBlock) -> bool:
    names = block.begin().fragment().charFormat().anchorNames() if not block.begin().atEnd() else []
    return any(name.startswith(SECTION) for name in names)
