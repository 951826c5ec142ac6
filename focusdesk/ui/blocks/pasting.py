"""Ctrl+V and File > Import figures: one cell goes straight in, anything more is looked at first."""

import re
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject
from PySide6.QtGui import QClipboard, QGuiApplication

from focusdesk.calc.likely_causes import LikelyCause
from focusdesk.calc.worksheet import Worksheet
from focusdesk.filing.block import Block, BlockRefused
from focusdesk.filing.block_placing import place_block
from focusdesk.filing.edit import EditRefused
from focusdesk.filing.ground import Ground
from focusdesk.filing.own_dates import keep_own_dates
from focusdesk.filing.paste_preview import PastePreview, preview_paste
from focusdesk.filing.paste_rows import RowState
from focusdesk.filing.placed_block import BlockReading, PlacedBlock, PlacedCell, Way
from focusdesk.filing.ports import StoreError
from focusdesk.filing.session import FilingSession
from focusdesk.form.box import Box, BoxKind, Value
from focusdesk.ui.blocks.paste_dialog import PasteDialog, PasteTarget
from focusdesk.ui.blocks.paste_words import done_words
from focusdesk.ui.desk.actions import Slot
from focusdesk.ui.desk.desk import Desk
from focusdesk.ui.desk.workplace import Workplace
from focusdesk.ui.edges import EdgeRefused
from focusdesk.ui.look.notices import tell
from focusdesk.ui.page.page_entry import TICKED
from focusdesk.ui.page.schedule_tabs import ScheduleTabs
from focusdesk.ui.page.schedule_view import ScheduleView

_APART = re.compile(r"[\t\r\n]")
_FILES = "Figures (*.csv *.xlsx *.json *.pdf);;All files (*)"


class Pasting(QObject):
    """Brings blocks from the clipboard and figures from files onto the desk.

    Attributes:
        dialog: The preview that is open; `None` for none.
    """

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace.frame)
        self._workplace = workplace
        self.dialog: PasteDialog | None = None

    def slots(self) -> Mapping[str, Slot]:
        """Say what each of its actions does."""
        return {
            "paste": self._workplace.settled(self._paste),
            "import_figures": self._workplace.with_session(self._import),
        }

    def follow(self, desk: Desk) -> None:
        """Keep nothing of another store: what is worked with is asked for whenever it is needed."""

    def _paste(self) -> None:
        here = self._workplace
        page, tabs, session = here.page, here.tabs, here.session
        if page is None or tabs is None or session is None or not page.selection.codes:
            return
        codes = page.selection.codes
        first = codes[0]
        closed = tabs.entry.why_nothing()
        if closed:
            page.refuse(first, closed)
            return
        try:
            block = self._clipboard(session.edition.boxes[first])
        except BlockRefused as error:
            page.refuse(first, str(error))
            return
        text = _one_cell(block)
        if text is None:
            placed = place_block(block, session.worksheet, page.rows, first)
            placed = keep_own_dates(placed, session.edition, session.filing.period)
            self._look(session, placed, "Paste into")
        elif len(codes) > 1:
            self._look(session, _into_all(text, codes, session), "Paste into")
        else:
            self._put(text, session.edition.boxes[first], session)

    def _clipboard(self, box: Box) -> Block:
        """Read what is on the clipboard.

        Raises:
            BlockRefused: there is nothing that could be pasted.
        """
        board = QGuiApplication.clipboard()
        text, _ = board.text("plain", QClipboard.Mode.Clipboard)
        line = text.strip()
        if line and box.kind is not BoxKind.AMOUNT and not _APART.search(line):
            return Block(((line,),))  # a name may hold commas and figures
        html, _ = board.text("html", QClipboard.Mode.Clipboard)
        return self._workplace.edges.read_block(text, html)

    def _put(self, text: str, box: Box, session: FilingSession) -> None:
        """Put one cell straight into one box, as if it had been typed.

        What would not be kept as it stands is shown first: in the editor, or in the preview.
        """
        page, tabs = self._workplace.page, self._workplace.tabs
        if page is None or tabs is None:
            return
        placed = _placed(text, (box.code,))
        preview = preview_paste(placed.readings[0], Ground.of(session))
        row = next(iter(preview.rows), None)
        if box.is_computed or row is None:
            page.refuse(box.code, tabs.entry.why_closed(box.code))
        elif row.state is RowState.REFUSED or preview.hindrance:
            page.refuse(box.code, row.sentence or preview.hindrance)
        elif row.state is RowState.SAME:
            self._workplace.status.say(f"{box.code} holds that already.")
        elif row.state is RowState.CHANGED and not row.shown:
            self._take_cell(preview, row.sentence, page, tabs)
        elif box.kind not in TICKED and not tabs.entry.preview(box.code, text).refusal:
            page.resume_entry(box.code, text)  # which shows it, or asks, as when it is typed
        else:
            self._look(session, placed, "Paste into")

    def _take_cell(
        self, preview: PastePreview, hint: str, page: ScheduleView, tabs: ScheduleTabs
    ) -> None:
        (change,) = preview.changes
        done = " \u00b7 ".join(part for part in (done_words(preview), hint) if part)
        try:
            tabs.entry.take_all(preview.edit(), done)
        except EditRefused as error:
            page.refuse(change.code, str(error))
        except StoreError as error:
            tabs.entry.tell(error)

    def _import(self, session: FilingSession) -> None:
        here = self._workplace
        path = here.questions.file_to_read(
            here.frame, "Import figures", here.edges.documents_folder, _FILES
        )
        if path is None:
            return
        try:
            placed = here.edges.read_figures(session, path)
        except EdgeRefused as error:
            tell(here.frame, "The file was not imported", str(error))
            return
        self._look(session, placed, f"Import {path.name} into")

    def _look(self, session: FilingSession, placed: PlacedBlock, verb: str) -> None:
        """Show what a block would do, and let the user paste it all or nothing."""
        here = self._workplace
        target = PasteTarget(
            f"{verb} {session.filing.title}",
            ground=lambda: Ground.of(here.session or session),
            closed=lambda: here.tabs.entry.why_nothing() if here.tabs else "",
            take=self._take,
            read_again=here.with_desk(Desk.read_again),
            causes_of=self._causes,
        )
        self.dialog = PasteDialog(placed, target, here.frame)
        self.dialog.finished.connect(self._on_finished)
        self.dialog.open()

    def _causes(
        self, stated: Mapping[str, Value], after: Worksheet
    ) -> Mapping[str, Sequence[LikelyCause]]:
        """Give what would explain stated totals; none where last month cannot be read."""
        session = self._workplace.session
        try:
            return session.checks.causes_of_stated(stated, after) if session else {}
        except StoreError:
            return {}

    def _take(self, preview: PastePreview) -> None:
        tabs = self._workplace.tabs
        if tabs is not None:
            tabs.entry.take_all(preview.edit(), done_words(preview))

    def _on_finished(self) -> None:
        self.dialog = None
        if self._workplace.desk is not None:
            self._workplace.desk.focus_page()


def _one_cell(block: Block) -> str | None:
    """Give the text of a block of one cell; `None` for any other."""
    return block.column(0)[0] if len(block.rows) == 1 and block.width == 1 else None


def _into_all(text: str, codes: tuple[str, ...], session: FilingSession) -> PlacedBlock:
    """Lay one cell on every selected box that can be entered, as spreadsheets do."""
    boxes = session.edition.boxes
    entered = tuple(code for code in codes if not boxes[code].is_computed)
    return _placed(text, entered or codes[:1], "Into each of the selected boxes")


def _placed(text: str, codes: tuple[str, ...], words: str = "By position") -> PlacedBlock:
    cells = tuple(PlacedCell(1, code, text) for code in codes)
    return PlacedBlock((BlockReading(Way.BY_POSITION, words, cells),))
