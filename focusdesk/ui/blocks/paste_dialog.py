"""What a block or a file would change, row by row, before any of it is taken: all or nothing."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from focusdesk.filing.edit import EditRefused
from focusdesk.filing.ground import Ground
from focusdesk.filing.paste_preview import (
    CausesOfStated,
    PastePreview,
    no_causes,
    preview_paste,
)
from focusdesk.filing.paste_rows import PasteChoices as Settled
from focusdesk.filing.paste_rows import RowState
from focusdesk.filing.placed_block import BlockReading, PlacedBlock
from focusdesk.filing.ports import StoreConflict, StoreError
from focusdesk.ui.blocks.paste_choices import PasteChoices
from focusdesk.ui.blocks.paste_model import PasteModel
from focusdesk.ui.blocks.paste_table import PasteTable
from focusdesk.ui.blocks.paste_words import answer_words, follows_heading, follows_words
from focusdesk.ui.look.pills import give_look
from focusdesk.ui.look.small_screen import fit_screen, room_for

_SIZE = QSize(1040, 660)
_LIST = 92  # pixels: four totals
_SMALL = 480
_LEAST_LIST = 34  # one, where the screen is small
_LEAVE_OUT, _TAKE_IN = "&Leave row out  Space", "&Take row in  Space"
_NEXT_TO_SETTLE, _NEXT_CHANGE = "&Next refused  F8", "&Next change  F8"


@dataclass(frozen=True, slots=True)
class PasteTarget:
    """Where a block goes.

    Attributes:
        title: What the dialog is called: ``Paste into January 2014``.
        ground: Gives the figures as they are now.
        closed: Gives the sentence that says why the filing takes nothing; empty when it does.
        take: Pastes; raises `EditRefused` and `StoreError`, and then nothing has changed.
        read_again: Reads the filing again, because another program has changed it.
        causes_of: Gives the single slips that would explain each stated total that is wrong.
    """

    title: str
    ground: Callable[[], Ground]
    closed: Callable[[], str]
    take: Callable[[PastePreview], None]
    read_again: Callable[[], object]
    causes_of: CausesOfStated = no_causes


class PasteDialog(QDialog):
    """Shows what would become of each row, and lets the user deal with what cannot be taken.

    Attributes:
        table: The rows.
        choices: The questions that concern all of them.
        follows: The totals that would move.
        paste: Takes it all.
        refused: Leaves out every row that is refused.
        row: Leaves the selected rows out, or takes them in again.
        next: Goes to the next row that has to be dealt with, and then from change to change.
        changes_only: Hides the rows of which nothing comes.
        again: Reads the filing again; shown where another program has changed it.
    """

    announced = Signal(str)
    """A sentence that was read out."""

    def __init__(
        self, placed: PlacedBlock, target: PasteTarget, parent: QWidget | None = None
    ) -> None:
        """Show the likeliest reading of a block.

        Args:
            placed: The block and the ways to read it.
            target: Where it goes.
            parent: The window.
        """
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(target.title)
        self._target = target
        preview = self._previewed(placed.readings[0], None)
        self._model = PasteModel(preview, self)
        self.table = PasteTable(self._model)
        self.choices = PasteChoices(placed)
        self.follows, self._moving, self._said = QListWidget(), QLabel(), QLabel()
        self._buttons = QDialogButtonBox()
        self.row = QPushButton(_LEAVE_OUT)
        self.refused = QPushButton("Leave out all re&fused")
        self.next = QPushButton(_NEXT_CHANGE)
        self.changes_only = QCheckBox("Changes &only")
        self.again = QPushButton("Read the month &again")
        accepts = QDialogButtonBox.ButtonRole.AcceptRole
        self.paste = self._buttons.addButton("Paste", accepts)
        self._buttons.addButton("Cancel", QDialogButtonBox.ButtonRole.RejectRole)
        self._lay_out()
        self._tie()
        self._show(preview)
        self._begin()

    @property
    def preview(self) -> PastePreview:
        """What would happen now."""
        return self._model.preview

    @property
    def sentence(self) -> str:
        """What the dialog says of it."""
        return self._said.text()

    def look_again(self) -> None:
        """Show what the block would do to the figures as they are now."""
        self._show(self._previewed(self.preview.reading, self.preview.choices))

    def _name_parts(self) -> None:
        self.follows.setAccessibleName("Totals that move")
        self.follows.setMinimumHeight(_LEAST_LIST)
        self.follows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._moving.setObjectName("section_heading")
        self._said.setObjectName("paste_said")
        self._said.setWordWrap(True)
        self.paste.setDefault(True)
        self.again.hide()
        for button in (self.row, self.refused, self.next, self.again):
            button.setAutoDefault(False)

    def _lay_out(self) -> None:
        self._name_parts()
        steps = QHBoxLayout()
        steps.setSpacing(8)
        for button in (self.row, self.refused, self.next):
            steps.addWidget(button)
        steps.addWidget(self.changes_only)
        steps.addStretch(1)
        answers = QHBoxLayout()
        answers.addWidget(self._said, 1)
        answers.addWidget(self.again)
        answers.addWidget(self._buttons)
        layout = QVBoxLayout(self)
        small = room_for(self).height() < _SMALL
        layout.setContentsMargins(*((10, 8, 10, 8) if small else (18, 16, 18, 14)))
        layout.setSpacing(5 if small else 9)
        self.follows.setMaximumHeight(_LEAST_LIST if small else _LIST)
        layout.addWidget(self.choices)
        layout.addWidget(self.table, 1)
        layout.addLayout(steps)
        layout.addWidget(self._moving)
        layout.addWidget(self.follows)
        layout.addLayout(answers)
        fit_screen(self, _SIZE)

    def _tie(self) -> None:
        self.table.left_out.connect(lambda keys: self._show(self.preview.without(*keys)))  # pyright: ignore[reportUnknownLambdaType, reportUnknownArgumentType] -- a signal's arguments have no types
        self.table.taken_in.connect(lambda keys: self._show(self.preview.with_again(*keys)))  # pyright: ignore[reportUnknownLambdaType, reportUnknownArgumentType] -- likewise
        self.table.typed.connect(self._on_typed)
        self.table.selectionModel().selectionChanged.connect(self._name_row_step)
        self.changes_only.toggled.connect(self.table.show_changes_only)
        self.row.clicked.connect(self.table.leave_out_or_take_in)
        self.refused.clicked.connect(self._on_refused_clicked)
        self.next.clicked.connect(self._on_next_clicked)
        self.again.clicked.connect(self._on_again_clicked)
        self.choices.read_otherwise.connect(self._on_read_otherwise)
        self.choices.signs_answered.connect(self._on_signs_answered)
        self.choices.blanks_settled.connect(self._on_blanks_settled)
        self._buttons.accepted.connect(self._paste)
        self._buttons.rejected.connect(self.reject)

    def _begin(self) -> None:
        """Put the keyboard at the first row that has to be dealt with, or the first of all."""
        self.table.setFocus()
        if not self.table.go_to_next() and self.preview.rows:
            self.table.go_to(0)

    def _previewed(self, reading: BlockReading, settled: Settled | None) -> PastePreview:
        target = self._target
        return preview_paste(
            reading,
            target.ground(),
            settled,
            closed=target.closed(),
            causes_of=target.causes_of,
        )

    def _show(self, preview: PastePreview) -> None:
        self._model.show(preview)
        self.choices.ask(preview)
        edition = self._target.ground().worksheet.edition
        self._moving.setText(follows_heading(preview.follows))
        self.follows.clear()
        self.follows.addItems([follows_words(change, edition) for change in preview.follows])
        self.follows.setVisible(bool(preview.follows))
        self.paste.setText(answer_words(preview))
        self.paste.setEnabled(preview.is_ready)
        self.refused.setEnabled(preview.count(RowState.REFUSED) > 0)
        self.next.setText(_NEXT_TO_SETTLE if preview.in_the_way else _NEXT_CHANGE)
        new = any(row.state.says_something_new for row in preview.rows)
        self.next.setEnabled(new or bool(preview.in_the_way))
        self._name_row_step()
        self.again.hide()
        self._say(preview.summary, "plain" if preview.is_ready else "warning")

    def _name_row_step(self) -> None:
        self.row.setText(_TAKE_IN if self.table.takes_in else _LEAVE_OUT)

    def _say(self, sentence: str, look: str) -> None:
        self._said.setText(sentence)
        give_look(self._said, look)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))
        self.announced.emit(sentence)

    def _paste(self) -> None:
        if not self.preview.is_ready:
            return
        try:
            self._target.take(self.preview)
        except StoreConflict as error:
            self._say(str(error), "error")
            self.paste.setEnabled(False)
            self.again.show()
            self.again.setFocus()
        except (EditRefused, StoreError) as error:
            self._say(str(error), "error")
        else:
            self.accept()

    def _on_typed(self, key: int, text: str) -> None:
        self._show(self.preview.mended(key, text))

    def _on_refused_clicked(self) -> None:
        self.table.setFocus()  # the button has nothing left to do, and would lose it
        self._show(self.preview.without_refused())

    def _on_next_clicked(self) -> None:
        self.table.setFocus()
        self.table.go_to_next()

    def _on_again_clicked(self) -> None:
        self.table.setFocus()  # before the button goes, lest Cancel get it and with it Enter
        self._target.read_again()
        self.look_again()

    def _on_read_otherwise(self, reading: BlockReading) -> None:
        choices = Settled(skip_blanks=self.preview.choices.skip_blanks)
        self._show(self._previewed(reading, choices))
        if self.preview.rows and not self.table.go_to_next():
            self.table.go_to(0)

    def _on_signs_answered(self, answer: bool | None) -> None:  # noqa: FBT001 -- a slot
        self._show(self.preview.with_signs(as_printed=answer))

    def _on_blanks_settled(self, skip: bool) -> None:  # noqa: FBT001 -- a slot
        self._show(self.preview.skipping_blanks(skip=skip))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F8:
            self.table.setFocus()
            shifted = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.table.go_to_next(back=bool(shifted))
            return
        super().keyPressEvent(event)
