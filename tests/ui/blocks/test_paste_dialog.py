from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from focusdesk.calc.worksheet import Worksheet
from focusdesk.filing.ground import Ground
from focusdesk.filing.paste_preview import PastePreview
from focusdesk.filing.paste_rows import RowState
from focusdesk.filing.placed_block import PlacedBlock
from focusdesk.filing.ports import StoreConflict, StoreFailed
from focusdesk.form.box import Value
from focusdesk.ui.blocks.paste_dialog import PasteDialog, PasteTarget
from focusdesk.ui.look.desk_style import desk_style
from focusdesk.ui.look.theme import theme_named
from tests.ui.paste_previews import BAD, HELD, block, figures
from tests.ui.words import SHIFT, controls_of, focused, press, reached_by_tab

Key = Qt.Key


@dataclass
class Month:
    """A month that takes blocks, or does not."""

    held: dict[str, Value] = field(default_factory=lambda: dict(HELD))
    closed: str = ""
    fails: Exception | None = None
    taken: list[PastePreview] = field(default_factory=list[PastePreview])
    read: int = 0

    def worksheet(self) -> Worksheet:
        """Give the figures as they are now."""
        return figures(self.held)

    def take(self, preview: PastePreview) -> None:
        """Take a block."""
        if self.fails is not None:
            raise self.fails
        self.taken.append(preview)

    def read_again(self) -> None:
        """Read what another program has entered."""
        self.read += 1
        self.held["7010"] = 1


@pytest.fixture
def month() -> Month:
    return Month()


def _open(qtbot: QtBot, month: Month, placed: PlacedBlock) -> PasteDialog:
    target = PasteTarget(
        "Paste into January 2014",
        lambda: Ground(month.worksheet()),
        lambda: month.closed,
        month.take,
        month.read_again,
    )
    dialog = PasteDialog(placed, target)
    qtbot.addWidget(dialog)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    dialog.open()
    dialog.activateWindow()
    assert QTest.qWaitForWindowActive(dialog)
    return dialog


@pytest.fixture
def bad(light: QApplication, qtbot: QtBot, month: Month) -> PasteDialog:
    del light
    return _open(qtbot, month, block(*BAD))


def _here(dialog: PasteDialog) -> str:
    return dialog.preview.rows[dialog.table.currentIndex().row()].code


def test_it_opens_at_the_first_row_in_the_way_and_pastes_nothing(
    bad: PasteDialog, month: Month
) -> None:
    assert focused() is bad.table
    assert _here(bad) == "7020"
    assert not bad.paste.isEnabled()
    assert bad.sentence.startswith("Nothing can be pasted yet: 3 rows cannot be taken")
    press(Key.Key_Return)
    assert bad.isVisible()
    assert month.taken == []


def test_f8_goes_from_one_row_in_the_way_to_the_next(bad: PasteDialog) -> None:
    bad.paste.setFocus()
    press(Key.Key_F8)
    assert focused() is bad.table
    assert _here(bad) == "7033"
    press(Key.Key_F8, SHIFT)
    assert _here(bad) == "7020"


def test_rows_are_dealt_with_by_the_keyboard_and_then_all_is_pasted_at_once(
    bad: PasteDialog, month: Month
) -> None:
    press(Key.Key_Space)
    press(Key.Key_F8)
    press(Key.Key_F8)
    assert _here(bad) == "9999"
    press(Key.Key_Space)
    bad.choices.signs.setFocus()
    press(Key.Key_Down)
    assert bad.sentence == "3 boxes will change, 1 already so, 2 left out, 1 total differs."
    assert bad.paste.text() == "Paste 3 boxes"
    bad.table.setFocus()
    press(Key.Key_Return)
    assert not bad.isVisible()
    (taken,) = month.taken
    assert dict(taken.edit().values) == {"7010": 1234, "7033": 500, "7030": None}


def test_a_refused_row_is_mended_by_typing_its_value(qtbot: QtBot, bad: PasteDialog) -> None:
    for key in (Key.Key_5, Key.Key_0, Key.Key_Return):
        press(key)
    qtbot.waitUntil(lambda: bad.preview.rows[1].state is RowState.CHANGED)
    assert bad.preview.rows[1].new == 50
    assert bad.isVisible()
    assert focused() is bad.table
    assert _here(bad) == "7020"


def test_f2_mends_what_the_row_brings_and_esc_leaves_it(bad: PasteDialog) -> None:
    press(Key.Key_F2)
    editor = focused()
    assert isinstance(editor, QLineEdit)
    assert editor.text() == "abc"
    press(Key.Key_Escape)
    assert bad.isVisible()
    assert bad.preview.rows[1].state is RowState.REFUSED
    assert focused() is bad.table


def test_what_is_still_being_typed_goes_with_the_dialog(bad: PasteDialog, month: Month) -> None:
    press(Key.Key_5)
    bad.reject()
    assert not bad.isVisible()
    assert month.taken == []


def test_nothing_is_typed_for_a_total_or_a_code_that_the_form_has_not(bad: PasteDialog) -> None:
    for row in (3, 4):
        bad.table.go_to(row)
        press(Key.Key_5)
        assert focused() is bad.table


def test_the_button_says_what_space_does_to_the_row(bad: PasteDialog) -> None:
    assert bad.row.text() == "&Leave row out  Space"
    press(Key.Key_Space)
    assert bad.row.text() == "&Take row in  Space"
    press(Key.Key_Down)
    assert bad.row.text() == "&Leave row out  Space"


def test_f8_goes_through_the_changes_once_nothing_is_in_the_way(
    light: QApplication, qtbot: QtBot, month: Month
) -> None:
    del light
    dialog = _open(qtbot, month, block(("7070", "7"), ("7010", "5"), ("7020", "6")))
    assert _here(dialog) == "7010"
    assert dialog.next.isEnabled()
    press(Key.Key_F8)
    assert _here(dialog) == "7020"


def test_only_the_changes_are_shown_by_the_keyboard(
    light: QApplication, qtbot: QtBot, month: Month
) -> None:
    del light
    dialog = _open(qtbot, month, block(("7010", "5"), ("7070", "7"), ("7020", "6")))
    dialog.changes_only.setFocus()
    press(Key.Key_Space)
    assert dialog.table.isRowHidden(1)
    dialog.table.setFocus()
    press(Key.Key_Down)
    assert _here(dialog) == "7020"


def test_all_refused_rows_are_left_out_at_once(bad: PasteDialog) -> None:
    QTest.mouseClick(bad.refused, Qt.MouseButton.LeftButton)
    assert [row.code for row in bad.preview.in_the_way] == ["7033"]
    assert not bad.refused.isEnabled()
    assert focused() is bad.table


def test_what_follows_is_listed_with_its_old_and_new_figures(bad: PasteDialog) -> None:
    assert bad.follows.item(0).text().startswith("7040   9 \u2192 1,234   Line 4")


def test_blanks_can_be_skipped(bad: PasteDialog) -> None:
    bad.choices.skips_blanks.setFocus()
    press(Key.Key_Space)
    states = {row.code: row.state for row in bad.preview.rows}
    assert states["7030"] is RowState.SKIPPED


def test_esc_leaves_everything_as_it_was(bad: PasteDialog, month: Month) -> None:
    press(Key.Key_Escape)
    assert not bad.isVisible()
    assert month.taken == []


def test_tab_goes_through_all_of_it_both_ways(bad: PasteDialog) -> None:
    controls = controls_of(bad)
    assert bad.follows in controls
    assert reached_by_tab() == controls
    assert reached_by_tab(back=True) == controls


def test_a_filing_that_takes_nothing_says_so(
    light: QApplication, qtbot: QtBot, month: Month
) -> None:
    del light
    month.closed = "January 2014 is sealed and cannot be changed."
    dialog = _open(qtbot, month, block(("7010", "5")))
    assert dialog.sentence == month.closed
    assert not dialog.paste.isEnabled()


def test_when_another_program_has_changed_the_month_it_is_read_again_and_shown_anew(
    light: QApplication, qtbot: QtBot, month: Month
) -> None:
    del light
    dialog = _open(qtbot, month, block(("7010", "5"), ("7020", "6")))
    month.fails = StoreConflict("Another program changed January 2014. Read it again.")
    press(Key.Key_Return)
    assert dialog.isVisible()
    assert dialog.sentence == str(month.fails)
    assert not dialog.paste.isEnabled()
    assert focused() is dialog.again
    month.fails = None
    press(Key.Key_Space)
    assert month.read == 1
    assert [row.old for row in dialog.preview.rows] == [1, None]
    assert not dialog.again.isVisible()
    press(Key.Key_Return)
    assert len(month.taken) == 1


def test_a_disk_that_refuses_leaves_the_preview_open(
    light: QApplication, qtbot: QtBot, month: Month
) -> None:
    del light
    dialog = _open(qtbot, month, block(("7010", "5")))
    month.fails = StoreFailed("The disk is full. Nothing was saved.")
    press(Key.Key_Return)
    assert dialog.sentence == "The disk is full. Nothing was saved."
    assert dialog.paste.isEnabled()


def test_what_it_says_is_announced(bad: PasteDialog) -> None:
    said: list[str] = []
    bad.announced.connect(said.append)
    press(Key.Key_Space)
    assert said == [bad.sentence]


def test_buttons_are_large_enough_to_be_hit(bad: PasteDialog) -> None:
    bad.setStyleSheet(desk_style(theme_named("light")))
    buttons = (bad.paste, bad.row, bad.refused, bad.next)
    assert min(button.height() for button in buttons) >= 24
