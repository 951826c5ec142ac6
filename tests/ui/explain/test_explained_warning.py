"""What is explained where words are written of a warning."""

from focusdesk.filing.earlier_wording import earlier_warning_wording
from focusdesk.filing.edit import Cause, Edit
from focusdesk.filing.filing import Status
from focusdesk.filing.register import Register
from focusdesk.filing.session import FilingSession
from focusdesk.filing.warning_book import WarningBook
from focusdesk.form.period import Period
from focusdesk.ui.explain.explained_warning import ExplainedWarning


def month(register: Register, number: int) -> FilingSession:
    session = register.start_month(Period(2015, number))
    session.apply(Edit({"7700": 1_000}, Cause.TYPED))
    return session


def warning(register: Register, session: FilingSession) -> ExplainedWarning:
    return ExplainedWarning(register, session, WarningBook(session).find("X13:7690"))


def test_words_are_kept_and_offered_the_month_after(register: Register) -> None:
    january, february = month(register, 1), month(register, 2)
    here, later = warning(register, january), warning(register, february)
    assert here.name == "X13 at 7690, 7740"
    assert (here.said, here.history(), later.last_month()) == (None, (), None)

    here.explain("A broker.")
    assert here.said is not None
    assert here.history() == (here.said,)
    offered = later.last_month()
    assert offered is not None
    assert offered.text == "A broker."
    assert offered == earlier_warning_wording(register, february.filing, offered.warned)
    assert later.said is None, "offered, and not taken over"


def test_other_figures_are_told(register: Register) -> None:
    january = month(register, 1)
    warning(register, january).explain("A broker.")
    assert warning(register, january).figures_since == ""
    january.apply(Edit({"7700": 2_000}, Cause.TYPED))
    assert warning(register, january).figures_since == "7740 was 1,000"


def test_the_same_warning_is_known_again_by_its_check_boxes_and_month(register: Register) -> None:
    january, february = month(register, 1), month(register, 2)
    here = warning(register, january)
    january.apply(Edit({"7700": 2_000}, Cause.TYPED))
    assert here.same_as(warning(register, january))
    assert not here.same_as(warning(register, february))
    assert not here.same_as(None)


def test_a_sealed_month_is_read_only(register: Register) -> None:
    january = month(register, 1)
    assert warning(register, january).is_open
    sealed = register.open(register.store.set_status(january.filing, Status.SEALED))
    closed = warning(register, sealed)
    assert not closed.is_open
    assert closed.why_closed.startswith("January 2015 is sealed")


def test_what_was_done_is_said(register: Register) -> None:
    here = warning(register, month(register, 1))
    assert here.kept_words(said=True) == (
        "The explanation of X13 at 7690, 7740 is kept with January 2015."
    )
    assert "is withdrawn" in here.kept_words(said=False)
