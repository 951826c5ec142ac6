"""What the newest import put into boxes is told by the journal."""

from focusdesk.filing.edit import Cause, Edit
from focusdesk.filing.imported_figures import imported_figures
from focusdesk.filing.register import Register
from focusdesk.filing.session import FilingSession
from focusdesk.form.box import Value
from focusdesk.form.period import Period


def imported(session: FilingSession) -> dict[str, Value]:
    return imported_figures(session.store.journal(session.filing), session.edition)


def test_what_was_typed_over_it_leaves_what_was_imported(register: Register) -> None:
    session = register.start_month(Period(2014, 1))
    session.apply(Edit({"7010": 5, "7020": 6}, Cause.IMPORTED))
    session.apply(Edit({"7010": 9, "7030": 1}, Cause.TYPED))

    assert imported(session) == {"7010": 5, "7020": 6}


def test_a_newer_import_prevails(register: Register) -> None:
    session = register.start_month(Period(2014, 1))
    session.apply(Edit({"7010": 5, "7020": 6}, Cause.IMPORTED))
    session.apply(Edit({"7010": 7, "7020": None}, Cause.IMPORTED))

    assert imported(session) == {"7010": 7}


def test_an_import_that_was_undone_put_nothing_there_until_it_is_redone(
    register: Register,
) -> None:
    session = register.start_month(Period(2014, 1))
    made = session.apply(Edit({"7010": 5}, Cause.IMPORTED))
    undone = session.apply(made.inverse(Cause.UNDO))
    assert imported(session) == {}

    session.apply(undone.inverse(Cause.REDO))
    assert imported(session) == {"7010": 5}


def test_undoing_what_was_typed_over_it_leaves_the_import(register: Register) -> None:
    session = register.start_month(Period(2014, 1))
    session.apply(Edit({"7010": 5}, Cause.IMPORTED))
    typed = session.apply(Edit({"7010": 9}, Cause.TYPED))
    session.apply(typed.inverse(Cause.UNDO))

    assert imported(session) == {"7010": 5}
