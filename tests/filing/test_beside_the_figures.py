"""What a filing keeps beside its figures, by the same door: expressions, notes, files."""

from pathlib import Path

import pytest

from focusdesk.filing.attachment import LARGEST
from focusdesk.filing.edit import Cause, Change, ChangeSet, Edit, EditRefused
from focusdesk.filing.filing import OF_THE_MONTH, Status
from focusdesk.filing.ports import StoreReadOnly
from focusdesk.filing.register import Register
from focusdesk.filing.session import FilingSession
from focusdesk.form.edition import Edition
from focusdesk.form.period import Period
from focusdesk.store.filing_store import SqliteFilingStore
from focusdesk.store.opening import open_store


@pytest.fixture
def session(register: Register) -> FilingSession:
    return register.start_month(Period(2014, 1))


@pytest.fixture
def told(session: FilingSession) -> list[ChangeSet]:
    """What the listeners are told."""
    told: list[ChangeSet] = []
    session.subscribe(told.append)
    return told


def test_what_was_typed_is_kept_with_the_figure(session: FilingSession, register: Register) -> None:
    done = session.apply(
        Edit({"7010": 1250, "7020": 5}, Cause.TYPED, typed={"7010": " =1,000+250 "})
    )

    assert done.changes[0] == Change("7010", None, 1250, "", "=1,000+250")
    assert (session.typed("7010"), session.typed("7020"), session.typed("7190")) == (
        "=1,000+250",
        "",
        "",
    )
    again = register.open(session.filing)
    assert again.typed("7010") == "=1,000+250"


@pytest.mark.parametrize("cause", [Cause.TYPED, Cause.SET, Cause.IMPORTED])
def test_a_later_value_without_an_expression_withdraws_it_and_undo_brings_it_back(
    session: FilingSession, register: Register, cause: Cause
) -> None:
    session.apply(Edit({"7010": 1250}, Cause.TYPED, typed={"7010": "=1000+250"}))
    done = session.apply(Edit({"7010": 7}, cause))
    assert session.typed("7010") == ""

    session.apply(done.inverse(Cause.UNDO))
    assert (session.value("7010"), session.typed("7010")) == (1250, "=1000+250")
    assert register.open(session.filing).typed("7010") == "=1000+250"

    session.apply(done.again(Cause.REDO))
    assert (session.value("7010"), session.typed("7010")) == (7, "")


def test_the_same_value_typed_in_another_way_is_a_change_of_its_own(
    session: FilingSession,
) -> None:
    session.apply(Edit({"7010": 1250}, Cause.TYPED))
    done = session.apply(Edit({"7010": 1250}, Cause.TYPED, typed={"7010": "=1000+250"}))

    assert done.changes == (Change("7010", 1250, 1250, "", "=1000+250"),)
    assert done.codes == ("7010",)
    session.apply(done.inverse(Cause.UNDO))
    assert session.typed("7010") == ""


def test_the_same_value_again_keeps_the_expression_unless_it_is_taken_away(
    session: FilingSession,
) -> None:
    session.apply(Edit({"7010": 1250}, Cause.TYPED, typed={"7010": "=1000+250"}))

    assert session.apply(Edit({"7010": 1250}, Cause.IMPORTED)).changes == ()
    assert session.typed("7010") == "=1000+250"
    session.apply(Edit({"7010": 1250}, Cause.TYPED, typed={"7010": ""}))
    assert session.typed("7010") == ""


def test_a_blank_is_not_typed_as_anything(session: FilingSession) -> None:
    session.apply(Edit({"7010": 5}, Cause.TYPED, typed={"7010": "=2+3"}))
    session.apply(Edit({"7010": None}, Cause.TYPED, typed={"7010": "=2+3"}))

    assert session.typed("7010") == ""


def test_an_expression_that_cannot_be_kept_refuses_the_edit(session: FilingSession) -> None:
    with pytest.raises(EditRefused, match="at most 200 are kept") as refused:
        session.apply(Edit({"7010": 5}, Cause.TYPED, typed={"7010": "=" + "1+" * 150}))

    assert refused.value.code == "7010"
    assert session.value("7010") is None


def test_an_edit_is_called_in_the_journal_what_its_changes_do_not_say(
    session: FilingSession,
) -> None:
    session.apply(Edit({"7010": 5}, Cause.TYPED, "7010: blank to 5"))
    session.apply(Edit({"7010": 6}, Cause.TYPED))
    done = session.apply(Edit({"7010": 7}, Cause.TYPED, "Fill from\nDecember"))
    session.apply(done.inverse(Cause.UNDO))

    rows = session.store.journal(session.filing, "edit:words")
    assert [row.new for row in rows] == ["Fill from December"]
    assert [step.words for step in session.history().undoable] == [
        "7010: blank to 5",
        "7010: 5 to 6",
    ]
    assert [step.words for step in session.history().redoable] == ["Fill from December"]


def test_a_note_is_on_the_disk_before_the_listeners_are_told(
    session: FilingSession, told: list[ChangeSet]
) -> None:
    note = session.write_note("7190", " agreed with the bank\r\n", permanent=True)

    assert (note.text, note.permanent) == ("agreed with the bank", True)
    assert session.notes() == {"7190": note}
    assert told == [ChangeSet((), (), Cause.NOTED)]
    session.write_note("7190", "")
    assert session.notes() == {}
    assert [each.text for each in session.note_history("7190")] == [note.text, ""]


def test_the_note_on_the_month_is_not_among_those_at_its_boxes(session: FilingSession) -> None:
    assert session.month_note() is None
    note = session.write_note(OF_THE_MONTH, "filed with leave")
    at_a_box = session.write_note("7010", "words")

    assert session.month_note() == note
    assert session.notes() == {"7010": at_a_box}


def test_an_attached_file_is_listed_once_the_listeners_are_told(
    session: FilingSession, told: list[ChangeSet]
) -> None:
    attached = session.attach("7010", "C:\\scans\\letter.pdf", b"%PDF")
    whole_month = session.attach(OF_THE_MONTH, "mail.eml", b"From")

    assert attached.name == "letter.pdf"
    assert session.attachments() == (attached, whole_month)
    assert session.read_attachment(attached) == b"%PDF"
    session.withdraw_attachment(attached)
    assert session.attachments() == (whole_month,)
    assert told == [ChangeSet((), (), Cause.ATTACHED)] * 3


@pytest.mark.parametrize(
    ("code", "content", "why"),
    [
        ("9999", b"%PDF", 'The form has no box "9999"'),
        ("7010", b"", "is empty"),
        ("7010", bytes(LARGEST + 1), "at most 20 MB"),
    ],
)
def test_what_cannot_be_attached_is_refused_with_its_box(
    session: FilingSession, told: list[ChangeSet], code: str, content: bytes, why: str
) -> None:
    with pytest.raises(EditRefused, match=why) as refused:
        session.attach(code, "letter.pdf", content)

    assert (refused.value.code, session.attachments(), told) == (code, (), [])


@pytest.mark.parametrize(
    ("code", "text", "why"),
    [("9999", "words", 'The form has no box "9999"'), ("7010", "\a", "no text")],
)
def test_what_cannot_be_noted_is_refused_with_its_box(
    session: FilingSession, told: list[ChangeSet], code: str, text: str, why: str
) -> None:
    with pytest.raises(EditRefused, match=why) as refused:
        session.write_note(code, text)

    assert (refused.value.code, session.notes(), told) == (code, {}, [])


def test_a_sealed_month_takes_neither_a_note_nor_a_file(
    session: FilingSession, register: Register
) -> None:
    attached = session.attach("7010", "letter.pdf", b"%PDF")
    sealed = register.open(session.store.set_status(session.filing, Status.SEALED))

    for attempt in (
        lambda: sealed.write_note("7010", "words"),
        lambda: sealed.attach("7010", "letter.pdf", b"%PDF"),
        lambda: sealed.withdraw_attachment(attached),
    ):
        with pytest.raises(EditRefused, match="January 2014 is sealed and cannot be changed"):
            attempt()
    assert (sealed.notes(), sealed.attachments()) == ({}, (attached,))


def test_a_month_that_is_only_supposed_takes_neither_a_note_nor_a_file(
    session: FilingSession, register: Register
) -> None:
    session.apply(Edit({"7010": 5}, Cause.TYPED, typed={"7010": "=2+3"}))
    supposed = register.suppose(session.filing, {"7010": 5})

    assert supposed.typed("7010") == ""
    for attempt in (
        lambda: supposed.write_note("7010", "words"),
        lambda: supposed.attach("7010", "letter.pdf", b"%PDF"),
    ):
        with pytest.raises(EditRefused, match="only supposed to be so and cannot be changed"):
            attempt()


def test_a_store_that_can_only_be_read_takes_neither_a_note_nor_a_file(
    register: Register,
    session: FilingSession,
    editions: dict[str, Edition],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    store = register.store
    assert isinstance(store, SqliteFilingStore)

    def never(_: Path) -> bool:
        return False

    monkeypatch.setattr("focusdesk.store.database._may_write", never)
    with open_store(store.path) as locked:
        viewed = Register(locked, editions).open(session.filing)
        for attempt in (
            lambda: viewed.write_note("7010", "words"),
            lambda: viewed.attach("7010", "letter.pdf", b"%PDF"),
        ):
            with pytest.raises(StoreReadOnly, match="open for viewing only"):
                attempt()
        assert (viewed.notes(), viewed.attachments()) == ({}, ())
