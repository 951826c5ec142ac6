from collections.abc import Sequence
from pathlib import Path
from random import Random

import pytest
from PySide6.QtGui import QUndoStack
from pytestqt.qtbot import QtBot

from focusdesk.filing.edit import Cause, Change, Edit, EditRefused
from focusdesk.filing.ports import StoreFailed
from focusdesk.filing.register import Register
from focusdesk.filing.session import FilingSession
from focusdesk.form.box import BoxKind, Value
from focusdesk.form.edition import Edition
from focusdesk.store.opening import open_store
from focusdesk.ui.page.spoken import edit_words
from focusdesk.ui.page.undo import Failure, enter, rebuild
from tests.ui.words import JANUARY, Pages

WORDS = "7100: 93,296,699 to 0"
ENTRIES = {BoxKind.CHECK: "yes", BoxKind.YES_NO: "no", BoxKind.DATE: "01/31/14"}


@pytest.fixture
def stack(qtbot: QtBot) -> QUndoStack:
    del qtbot
    return QUndoStack()


def test_an_edit_is_made_once_and_named_in_the_menu(
    january: FilingSession, stack: QUndoStack
) -> None:
    made = enter(stack, january, Edit({"7100": 0}, Cause.TYPED, WORDS))
    assert [change.code for change in made.changes] == ["7100"]
    assert stack.undoText() == WORDS
    assert len(january.store.journal(january.filing, "7100")) == 2


def test_undo_and_redo_are_edits_of_their_own(january: FilingSession, stack: QUndoStack) -> None:
    enter(stack, january, Edit({"7100": 0, "7110": None}, Cause.TYPED, "two"))
    stack.undo()
    assert (january.value("7100"), january.value("7110")) == (93_296_699, 319_844_340)
    stack.redo()
    assert (january.value("7100"), january.value("7110")) == (0, None)
    causes = [entry.cause for entry in january.store.journal(january.filing, "7100")]
    assert causes == ["sample", "typed", "undo", "redo"]


def test_an_edit_that_changes_nothing_is_no_step(january: FilingSession, stack: QUndoStack) -> None:
    enter(stack, january, Edit({"7100": 93_296_699}, Cause.TYPED, "nothing"))
    assert not stack.canUndo()


def test_a_refused_edit_is_no_step(january: FilingSession, stack: QUndoStack) -> None:
    with pytest.raises(EditRefused):
        enter(stack, january, Edit({"7190": 0}, Cause.TYPED, "computed"))
    assert not stack.canUndo()


def test_a_step_that_cannot_be_undone_stays_on_the_stack_and_says_why(
    january: FilingSession, stack: QUndoStack, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[Failure] = []
    enter(stack, january, Edit({"7100": 0}, Cause.TYPED, WORDS), told.append)

    def full(*_: object) -> Sequence[Change]:
        message = "The disk is full. Nothing was saved."
        raise StoreFailed(message)

    with monkeypatch.context() as broken:
        broken.setattr(january.store, "record", full)
        stack.undo()
    assert [str(each) for each in told] == ["The disk is full. Nothing was saved."]
    assert january.value("7100") == 0
    qtbot.waitUntil(stack.canUndo)
    stack.undo()
    assert january.value("7100") == 93_296_699


def words(stack: QUndoStack) -> tuple[list[str], list[str]]:
    """What can be undone and what can be redone, as the Edit menu calls it."""
    texts = [stack.text(at) for at in range(stack.count())]
    return texts[: stack.index()], texts[stack.index() :]


def work(stack: QUndoStack, january: FilingSession) -> None:
    """Make three steps and take one back."""
    enter(stack, january, Edit({"7100": 0}, Cause.TYPED))
    enter(stack, january, Edit({"7110": 5}, Cause.TYPED, typed={"7110": "=2+3"}))
    enter(stack, january, Edit({"7110": 6, "7510": None}, Cause.IMPORTED, "Import\nmay.csv"))
    stack.undo()


def test_the_stack_survives_closing_the_program(
    january: FilingSession, stack: QUndoStack, store_path: Path, editions: dict[str, Edition]
) -> None:
    start = january.worksheet.values()
    work(stack, january)
    with open_store(store_path) as store:
        again = Register(store, editions).open(store.find(JANUARY))
        opened = QUndoStack()
        rebuild(opened, again)
        assert words(opened) == words(stack)
        assert words(opened) == ([WORDS, "7110: 319,844,340 to 5"], ["Import may.csv"])

        opened.redo()
        assert (again.value("7110"), again.value("7510"), again.typed("7110")) == (6, None, "")
        opened.undo()
        assert again.typed("7110") == "=2+3"
        opened.undo()
        opened.undo()
        assert again.worksheet.values() == start
        assert not opened.canUndo()


def test_rebuilding_makes_no_edit_and_leaves_nothing_of_what_stood_there(
    january: FilingSession, stack: QUndoStack
) -> None:
    work(stack, january)
    before, rows = words(stack), len(january.store.journal(january.filing))
    rebuild(stack, january)
    assert words(stack) == before
    assert len(january.store.journal(january.filing)) == rows


def test_a_new_edit_ends_what_could_be_redone_before_the_program_was_closed(
    january: FilingSession, stack: QUndoStack
) -> None:
    work(stack, january)
    rebuild(stack, january)
    enter(stack, january, Edit({"7120": 1}, Cause.TYPED, "new"))
    assert not stack.canRedo()
    rebuild(stack, january)
    assert words(stack) == ([WORDS, "7110: 319,844,340 to 5", "new"], [])


def test_what_the_command_line_has_set_can_be_undone_at_the_desk(
    january: FilingSession, stack: QUndoStack, store_path: Path, editions: dict[str, Edition]
) -> None:
    with open_store(store_path) as store:
        register = Register(store, editions)
        register.open(store.find(JANUARY)).apply(Edit({"7100": 7}, Cause.SET))
    again = Register(january.store, editions).open(january.filing)
    rebuild(stack, again)
    assert stack.undoText() == "7100: 93,296,699 to 7"
    stack.undo()
    assert again.value("7100") == 93_296_699


def test_a_step_from_before_that_cannot_be_undone_stays_and_says_why(
    january: FilingSession, stack: QUndoStack, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[Failure] = []
    work(stack, january)
    rebuild(stack, january, told.append)

    def full(*_: object) -> Sequence[Change]:
        message = "The disk is full. Nothing was saved."
        raise StoreFailed(message)

    with monkeypatch.context() as broken:
        broken.setattr(january.store, "record", full)
        stack.redo()
        stack.undo()
        qtbot.waitUntil(lambda: stack.index() == 2)
    assert {str(each) for each in told} == {"The disk is full. Nothing was saved."}
    assert (january.value("7110"), january.value("7510")) == (5, "HARRIS TRUST")
    stack.redo()
    assert (january.value("7110"), january.value("7510")) == (6, None)


def test_undoing_a_step_from_before_goes_to_its_box(pages: Pages) -> None:
    enter(pages.undo, pages.session, Edit({"7100": 0}, Cause.TYPED))
    rebuild(pages.undo, pages.session)
    assert pages.tabs.go_to("7520")
    pages.undo.undo()
    assert pages.tabs.current_code() == "7100"


def test_a_step_is_called_the_same_before_and_after(january: FilingSession) -> None:
    for code, box in january.edition.boxes.items():
        if box.is_computed:
            continue
        new = (
            None
            if (old := january.value(code)) is not None
            else box.parse(ENTRIES.get(box.kind, "1"))
        )
        made = january.apply(Edit({code: new}, Cause.TYPED))
        assert january.history().undoable[-1].words == edit_words(box, old, new)
        january.apply(made.inverse(Cause.UNDO))


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_after_any_sequence_the_journal_tells_the_stack_that_was_there(
    register: Register, stack: QUndoStack, seed: int
) -> None:
    random = Random(seed)  # noqa: S311 -- no secret, only variety
    session = register.open(register.store.find(JANUARY))
    start = session.worksheet.values()
    for _ in range(60):
        chance = random.random()
        if chance < 0.5:
            values: dict[str, Value] = {
                code: random.choice((None, 0, 5, 7))
                for code in random.sample(("7010", "7100", "7110", "7200"), random.randint(1, 3))
            }
            enter(stack, session, Edit(values, Cause.TYPED))
        else:
            (stack.undo if chance < 0.8 else stack.redo)()
        if chance > 0.9:
            before = words(stack)
            session = register.open(session.filing)
            rebuild(stack, session)
            assert words(stack) == before
    end = session.worksheet.values()
    index = stack.index()
    stack.setIndex(0)
    assert session.worksheet.values() == start
    stack.setIndex(index)
    assert session.worksheet.values() == end
