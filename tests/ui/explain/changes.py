"""The words in which the tests of changes speak: a line of January beside December."""

from focusdesk.filing.compare import ComparedMonth, Comparison, compare
from focusdesk.filing.edit import Cause, Edit
from focusdesk.filing.explanation import Subject
from focusdesk.filing.register import Register
from focusdesk.filing.session import FilingSession
from focusdesk.form.box import Value
from focusdesk.ui.explain.change_story import ChangeAsked
from focusdesk.ui.explain.explained_subject import ExplainedLine
from tests.ui.words import DECEMBER


def beside_december(register: Register, january: FilingSession) -> Comparison:
    """Lay January beside December."""
    (december,) = register.look_at([register.store.find(DECEMBER)])
    values = january.worksheet.values()
    return compare([december, ComparedMonth(january.filing, january.edition, values)])


def asked_of(register: Register, january: FilingSession, code: str) -> ChangeAsked:
    """Ask why a line of January moved since December."""
    comparison = beside_december(register, january)
    row = next(row for row in comparison.rows if row.code == code)
    return ChangeAsked(comparison, row, (0, 1))


def line_of(register: Register, january: FilingSession, code: str) -> ExplainedLine:
    """Give a line of January whose move since December can be explained."""
    return ExplainedLine(register, january, code, DECEMBER)


def say_in_december(register: Register, subject: Subject, text: str) -> None:
    """Explain a change of December's against November."""
    register.open(register.store.find(DECEMBER)).explain_change(subject, text)


def enter(session: FilingSession, values: dict[str, Value]) -> None:
    """Type figures."""
    session.apply(Edit(values, Cause.TYPED))
