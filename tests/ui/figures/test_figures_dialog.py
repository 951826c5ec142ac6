"""The list of carried figures: given with their source by keys, refused at the field."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from focusdesk.filing.filing import Status
from focusdesk.filing.register import Register
from focusdesk.filing.session import FilingSession
from focusdesk.ui.figures.figures_dialog import FiguresDialog
from tests.ui.words import press, write

SOURCE = "NC-2014-01, cell H44"


@pytest.fixture
def window(light: object, qtbot: QtBot) -> QWidget:
    """What the dialog stands over: it owns it, and outlives it."""
    del light
    window = QWidget()
    qtbot.addWidget(window)
    return window


def shown(session: FilingSession, code: str, window: QWidget, qtbot: QtBot) -> FiguresDialog:
    dialog = FiguresDialog(session, code, window)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    dialog.table.setFocus()
    return dialog


@pytest.fixture
def dialog(window: QWidget, qtbot: QtBot, january: FilingSession) -> FiguresDialog:
    return shown(january, "anc", window, qtbot)


def row(dialog: FiguresDialog, at: int) -> list[str]:
    model = dialog.table.model()
    return [str(model.index(at, column).data()) for column in range(model.columnCount())]


def test_every_figure_stands_with_what_waits_for_it(dialog: FiguresDialog) -> None:
    assert row(dialog, 0)[:2] == ["3760  The minimum net capital requirement (page 6)", "not known"]
    assert row(dialog, 1)[3] == "N05 waits, N07 waits"
    assert dialog.table.model().rowCount() == 13
    assert dialog.said.text().startswith("Adjusted net capital. Nobody has given it")


def test_a_figure_is_given_by_keys_alone(dialog: FiguresDialog, january: FilingSession) -> None:
    press(Qt.Key.Key_Return)
    write("650,000,000")
    press(Qt.Key.Key_Tab)
    write(SOURCE)
    press(Qt.Key.Key_Return)

    assert january.carried.standing()["anc"].value == 650_000_000
    assert row(dialog, 1)[1] == "650,000,000"
    assert row(dialog, 1)[2].startswith(f"{SOURCE} (")
    assert "N05 holds" in row(dialog, 1)[3]
    assert dialog.table.hasFocus()
    assert dialog.isVisible()


def test_what_is_refused_is_said_at_its_field(
    dialog: FiguresDialog, january: FilingSession
) -> None:
    press(Qt.Key.Key_Return)
    write("650m")
    dialog.keep.click()
    assert dialog.at_source.text().startswith("Where does 650,000,000 come from?")
    assert dialog.source.hasFocus()

    write(SOURCE)
    dialog.amount.setFocus()
    dialog.amount.selectAll()
    write("lots")
    dialog.keep.click()

    assert '"lots"' in dialog.at_amount.text()
    assert dialog.at_source.text() == ""
    assert dialog.amount.hasFocus()
    assert not january.carried.standing()


def test_what_was_typed_is_kept_when_another_figure_is_chosen(
    dialog: FiguresDialog, january: FilingSession
) -> None:
    press(Qt.Key.Key_Return)
    write("5")
    press(Qt.Key.Key_Tab)
    write(SOURCE)
    dialog.table.setFocus()
    press(Qt.Key.Key_Down)

    assert january.carried.standing()["anc"].value == 5
    assert dialog.table.current == 2
    assert dialog.amount.text() == ""


def test_a_refused_one_keeps_the_list_where_it_is(dialog: FiguresDialog) -> None:
    press(Qt.Key.Key_Return)
    write("5")
    dialog.table.setFocus()
    press(Qt.Key.Key_Down)

    assert dialog.table.current == 1
    assert dialog.amount.text() == "5"
    assert dialog.at_source.text()


def test_escape_puts_back_what_was_typed_before_it_closes(dialog: FiguresDialog) -> None:
    press(Qt.Key.Key_Return)
    write("5")
    press(Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert dialog.amount.text() == ""

    press(Qt.Key.Key_Escape)

    assert not dialog.isVisible()


def test_a_blank_withdraws(window: QWidget, qtbot: QtBot, january: FilingSession) -> None:
    january.give_figure("anc", "5", SOURCE)
    dialog = shown(january, "anc", window, qtbot)
    assert (dialog.amount.text(), dialog.source.text()) == ("5", SOURCE)

    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Delete)
    press(Qt.Key.Key_Return)

    assert not january.carried.standing()
    assert dialog.source.text() == ""


def past(dialog: FiguresDialog) -> list[list[str]]:
    model = dialog.history.model()
    columns = range(1, model.columnCount() - 1)
    return [
        [str(model.index(at, column).data()) for column in columns]
        for at in range(model.rowCount())
    ]


def test_all_that_was_ever_given_stands_below_the_newest_first(
    window: QWidget, qtbot: QtBot, january: FilingSession
) -> None:
    january.give_figure("anc", "5", SOURCE)
    january.give_figure("anc", "6", "the corrected workbook")
    january.give_figure("anc", "", "it was of December")
    dialog = shown(january, "anc", window, qtbot)

    assert past(dialog) == [
        ["blank", "withdrawn: it was of December"],
        ["6", "the corrected workbook"],
        ["5", SOURCE],
    ]
    author = january.carried.history("anc")[0].author
    assert dialog.history.model().index(0, 3).data() == author
    assert dialog.history.isVisible()

    press(Qt.Key.Key_Down)
    assert not dialog.history.isVisible(), "of net capital nothing was ever given"


def test_an_amount_is_withdrawn_with_the_reason(
    window: QWidget, qtbot: QtBot, january: FilingSession
) -> None:
    january.give_figure("anc", "5", SOURCE)
    dialog = shown(january, "anc", window, qtbot)
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Delete)
    press(Qt.Key.Key_Tab)
    write("it was of December")
    press(Qt.Key.Key_Return)

    assert past(dialog)[0] == ["blank", "withdrawn: it was of December"]
    assert (dialog.amount.text(), dialog.source.text()) == ("", "")


@pytest.fixture
def february(register: Register, january: FilingSession) -> FilingSession:
    """The month after one whose adjusted net capital was given."""
    january.give_figure("anc", "650m", SOURCE)
    return register.start_month(january.filing.period.plus(1), source=january.filing)


def test_last_month_s_figure_is_shown_and_not_carried_over(
    window: QWidget, qtbot: QtBot, february: FilingSession
) -> None:
    dialog = shown(february, "anc", window, qtbot)

    assert (dialog.amount.text(), dialog.source.text()) == ("", "")
    assert row(dialog, 1)[1] == "not known"
    assert dialog.said.text().endswith("January 2014 had 650,000,000: it is not carried over.")
    assert past(dialog) == [["650,000,000", SOURCE]]
    assert dialog.take_last.isEnabled()


@pytest.mark.parametrize("place", ["table", "amount", "source"])
def test_last_month_s_source_is_one_key_away(
    window: QWidget, qtbot: QtBot, february: FilingSession, place: str
) -> None:
    dialog = shown(february, "anc", window, qtbot)
    {"table": dialog.table, "amount": dialog.amount, "source": dialog.source}[place].setFocus()

    press(Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert (dialog.amount.text(), dialog.source.text()) == ("", SOURCE)
    assert dialog.amount.hasFocus(), "the figure itself is still to be given"
    write("660m")
    press(Qt.Key.Key_Return)

    standing = february.carried.standing()["anc"]
    assert (standing.value, standing.source) == (660_000_000, SOURCE)


def test_words_that_were_given_once_are_taken_from_the_list(
    window: QWidget, qtbot: QtBot, january: FilingSession
) -> None:
    january.give_figure("anc", "5", SOURCE)
    january.give_figure("anc", "6", "the corrected workbook")
    dialog = shown(january, "anc", window, qtbot)
    dialog.history.setFocus()
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)

    assert (dialog.amount.text(), dialog.source.text()) == ("6", SOURCE)
    assert dialog.source.hasFocus()


def test_a_sealed_month_is_only_shown(
    window: QWidget, qtbot: QtBot, january: FilingSession, register: Register
) -> None:
    january.give_figure("anc", "5", SOURCE)
    sealed = register.open(register.store.set_status(january.filing, Status.SEALED))

    dialog = shown(sealed, "anc", window, qtbot)

    assert dialog.amount.isReadOnly()
    assert dialog.source.isReadOnly()
    assert not dialog.keep.isEnabled()
    assert dialog.said.text().endswith("The month is sealed: nothing can be given.")
    assert dialog.amount.text() == "5"
