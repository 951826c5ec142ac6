import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import QApplication

from focusdesk.form.box import BoxKind
from focusdesk.ui.look.theme import theme_named
from focusdesk.ui.page.box_delegate import Leave, leave_by
from focusdesk.ui.page.box_editor import BoxEditor
from tests.ui.words import SHIFT, Pages, editor, frame_of, press, write

Key = Qt.Key
PLAIN = Qt.KeyboardModifier.NoModifier


def key(code: Qt.Key, modifiers: Qt.KeyboardModifier = PLAIN) -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, code, modifiers)


@pytest.mark.parametrize(
    ("event", "leave"),
    [
        (key(Key.Key_Return), Leave.DOWN),
        (key(Key.Key_Enter), Leave.DOWN),
        (key(Key.Key_Return, SHIFT), Leave.UP),
        (key(Key.Key_Tab), Leave.NEXT),
        (key(Key.Key_Backtab, SHIFT), Leave.PREVIOUS),
        (key(Key.Key_Up), Leave.ARROW_UP),
        (key(Key.Key_Down), Leave.ARROW_DOWN),
        (key(Key.Key_Escape), Leave.GIVE_UP),
        (key(Key.Key_PageDown), Leave.PAGE_DOWN),
        (key(Key.Key_PageUp), Leave.PAGE_UP),
        (key(Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier), None),
        (key(Key.Key_Left), None),
        (key(Key.Key_A), None),
        (key(Key.Key_Return, Qt.KeyboardModifier.ControlModifier), None),
    ],
)
def test_some_keys_leave_the_editor_and_all_others_are_its_own(
    event: QKeyEvent, leave: Leave | None
) -> None:
    assert leave_by(event) is leave


def test_the_editor_lies_inside_the_frame_of_its_box(pages: Pages) -> None:
    for code in ("7100", "7033", "24", "13"):
        pages.tabs.go_to(code)
        press(Key.Key_F2)
        line = editor(pages)
        assert line is not None
        assert frame_of(pages, code).contains(line.geometry()), code
        press(Key.Key_Escape)


def test_words_get_room_to_be_typed_where_their_box_is_narrow(pages: Pages) -> None:
    pages.tabs.go_to("7510")
    press(Key.Key_F2)
    line = editor(pages)
    assert line is not None
    assert line.width() > frame_of(pages, "7510").width()


def test_the_editor_is_named_after_its_box_and_aligned_like_it(pages: Pages) -> None:
    pages.tabs.go_to("7070")
    press(Key.Key_F2)
    line = editor(pages)
    assert line is not None
    assert line.accessibleName() == (
        "Line 7.A, Deposited in segregated funds bank accounts, Cash, 7070"
    )
    assert line.alignment() & Qt.AlignmentFlag.AlignRight
    assert pages.model.box("7070").kind is BoxKind.AMOUNT


def test_what_is_being_typed_survives_a_change_of_its_box_from_elsewhere(pages: Pages) -> None:
    pages.tabs.go_to("7100")
    write("12")
    pages.model.entry.enter_value("7100", 5)
    line = editor(pages)
    assert line is not None
    assert line.text() == "12"


def test_a_refused_entry_stands_on_its_own_ground(pages: Pages) -> None:
    pages.tabs.go_to("7100")
    write("x")
    line = editor(pages)
    assert isinstance(line, BoxEditor)
    press(Key.Key_Return)
    light = theme_named("light")
    assert line.palette().color(QPalette.ColorRole.Base) == light.error_ground
    line.show_refused(refused=False)
    assert line.palette().color(QPalette.ColorRole.Base) == light.paper


def test_the_keys_that_leave_an_editor_are_no_shortcuts_of_the_window(pages: Pages) -> None:
    pages.tabs.go_to("7100")
    press(Key.Key_F2)
    line = editor(pages)
    assert line is not None
    for code, own in ((Key.Key_Escape, True), (Key.Key_F5, False)):
        event = QKeyEvent(QEvent.Type.ShortcutOverride, code, PLAIN)
        event.ignore()
        QApplication.sendEvent(line, event)
        assert event.isAccepted() is own


def test_an_entry_that_qt_takes_by_itself_passes_through_the_same_door(pages: Pages) -> None:
    pages.tabs.go_to("7100")
    write("12")
    line = editor(pages)
    assert line is not None
    pages.view.commitData(line)
    assert pages.session.value("7100") == 12
    assert pages.undo.undoText() == "7100: 93,296,699 to 12"
