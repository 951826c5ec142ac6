"""The one door through which warnings are explained."""

import pytest

from focusdesk.calc.finding import Finding
from focusdesk.filing.edit import Cause, ChangeSet, Edit, EditRefused
from focusdesk.filing.filing import Status
from focusdesk.filing.register import Register
from focusdesk.filing.session import FilingSession
from focusdesk.filing.warning_book import WarningBook
from focusdesk.filing.warning_explanation import Warned
from focusdesk.form.period import Period


@pytest.fixture
def session(register: Register) -> FilingSession:
    session = register.start_month(Period(2014, 1))
    session.apply(Edit({"7700": 1_000, "7670": 5}, Cause.TYPED))
    return session


@pytest.fixture
def book(session: FilingSession) -> WarningBook:
    return WarningBook(session)


@pytest.fixture
def finding(book: WarningBook) -> Finding:
    return book.find("X13:7690")


def test_words_are_kept_with_author_figures_and_history(
    session: FilingSession, book: WarningBook, finding: Finding, register: Register
) -> None:
    told: list[ChangeSet] = []
    session.subscribe(told.append)

    written = book.explain(finding, "  a broker \n")
    book.explain(finding, "a broker that asks for it")

    assert written is not None
    assert (written.text, written.figures) == ("a broker", {"7690": None, "7740": 1_000})
    assert [each.text for each in book.history(finding)] == [
        "a broker",
        "a broker that asks for it",
    ]
    assert [(each.cause, each.changes) for each in told] == [(Cause.EXPLAINED, ())] * 2
    again = register.open(session.filing).checks.warnings
    assert again.explained(finding) == book.history(finding)[-1]


def test_the_same_words_again_write_nothing_but_of_other_figures_they_do(
    session: FilingSession, book: WarningBook, finding: Finding
) -> None:
    book.explain(finding, "a broker")
    book.explain(finding, "a broker")
    assert len(book.history(finding)) == 1

    session.apply(Edit({"7700": 2_000}, Cause.TYPED))
    book.explain(book.find("X13:7690"), "a broker")
    assert len(book.history(finding)) == 2
    assert session.checks.warnings.explained(book.find("X13:7690"))


def test_empty_words_withdraw_what_was_said(
    session: FilingSession, book: WarningBook, finding: Finding
) -> None:
    assert book.explain(finding, " ") is None
    assert book.history(finding) == ()

    book.explain(finding, "a broker")
    assert book.explain(finding, "") is None
    assert [each.text for each in book.history(finding)] == ["a broker", ""]
    assert finding in session.checks.unanswered()


def test_words_of_what_is_no_warning_any_more_are_withdrawn_too(
    session: FilingSession, book: WarningBook, finding: Finding
) -> None:
    book.explain(finding, "a broker")
    session.apply(Edit({"7690": "A BROKER"}, Cause.TYPED))

    book.withdraw(Warned.of(finding))
    book.withdraw(Warned("X99"))

    assert session.checks.warnings.standing() == {}
    assert len(book.history(finding)) == 2


def test_a_warning_is_named_by_its_check_and_one_of_its_boxes(book: WarningBook) -> None:
    assert book.find("X13:7740") == book.find("X13: 7690, 7740")
    with pytest.raises(EditRefused, match=r'"X13" names no single finding. Name its box: X13:7630'):
        book.find("X13")
    with pytest.raises(EditRefused, match='"X13:7010" names no single finding'):
        book.find("X13:7010")
    with pytest.raises(EditRefused, match='Nothing is found by "X99" in January 2014'):
        book.find("X99:7010")


@pytest.mark.parametrize(
    ("check", "sentence"),
    [
        ("C04:15", "C04 is an error: mend the figures. Only a warning may stand with words."),
        ("P01:7670", "P01 is told for information: nothing asks for words."),
    ],
)
def test_what_is_no_warning_takes_no_words(register: Register, check: str, sentence: str) -> None:
    december = register.start_month(Period(2013, 12))
    december.apply(Edit({"7670": 1}, Cause.TYPED))
    january = register.start_month(Period(2014, 1))
    january.apply(Edit({"7670": 9_999_999}, Cause.TYPED))
    book = WarningBook(january)
    with pytest.raises(EditRefused) as refused:
        book.explain(book.find(check), "it is so")
    assert str(refused.value) == sentence


def test_a_move_is_explained_as_one(register: Register) -> None:
    december = register.start_month(Period(2013, 12))
    december.apply(Edit({"7010": 900_000, "7070": 950_000}, Cause.TYPED))
    january = register.start_month(Period(2014, 1))
    january.apply(Edit({"7010": 900_000, "7070": 990_000}, Cause.TYPED))
    (move, *_) = january.checks.moves.findings()
    with pytest.raises(EditRefused, match="P01 asks why 7190 moved: explain that change"):
        WarningBook(january).explain(move, "new clients")


def test_nothing_is_said_of_a_sealed_month(
    session: FilingSession, register: Register, finding: Finding
) -> None:
    sealed = register.open(register.store.set_status(session.filing, Status.SEALED))
    book = WarningBook(sealed)
    with pytest.raises(EditRefused, match="sealed"):
        book.explain(finding, "a broker")
    with pytest.raises(EditRefused, match="sealed"):
        book.withdraw(Warned.of(finding))
