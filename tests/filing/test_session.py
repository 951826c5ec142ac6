"""The one door: an edit is guarded, computed, on the disk and told, or nothing has happened."""

import datetime as dt
import hashlib
from collections.abc import Mapping
from pathlib import Path
from typing import NoReturn

import pytest

from focusdesk.filing.copies import PrintRefused
from focusdesk.filing.edit import Cause, Change, ChangeSet, Edit, EditRefused
from focusdesk.filing.filing import Status
from focusdesk.filing.fingerprint import month_digest
from focusdesk.filing.ports import StoreConflict, StoreFailed, StoreReadOnly
from focusdesk.filing.register import Register
from focusdesk.filing.session import FilingSession
from focusdesk.form.amount import LARGEST
from focusdesk.form.box import Value
from focusdesk.form.edition import Edition
from focusdesk.form.period import Period
from focusdesk.store.filing_store import SqliteFilingStore
from focusdesk.store.opening import open_store


@pytest.fixture
def session(register: Register) -> FilingSession:
    return register.start_month(Period(2014, 1))


def typed(values: Mapping[str, Value]) -> Edit:
    return Edit(values, Cause.TYPED)


def on_disk(session: FilingSession) -> dict[str, Value]:
    return session.store.entered(session.filing, session.edition)


def test_an_edit_changes_the_figures_the_disk_and_what_follows(session: FilingSession) -> None:
    done = session.apply(typed({"7010": 100, "7510": "HARRIS TRUST"}))

    assert done.changes == (Change("7010", None, 100), Change("7510", None, "HARRIS TRUST"))
    assert session.value("7060") == 100
    assert on_disk(session)["7010"] == 100
    assert on_disk(session)["7510"] == "HARRIS TRUST"


def test_a_change_set_names_every_box_that_differs_in_the_order_of_the_form(
    session: FilingSession,
) -> None:
    done = session.apply(typed({"7780": 5, "7100": 7, "7010": 4}))

    assert done.codes == (
        "7010",
        "7040",
        "7060",
        "7100",
        "7180",
        "7190",
        "7198",
        "7780",
        "7785",
    )


def test_blanking_the_cash_at_clearing_organizations_changes_three_totals(
    session: FilingSession,
) -> None:
    session.apply(typed({"7010": 90, "7100": 93_296_699, "7110": 5}))

    assert session.apply(typed({"7100": 0})).codes == ("7100", "7180", "7190", "7198")


def test_an_edit_that_changes_nothing_writes_nothing(session: FilingSession) -> None:
    session.apply(typed({"7010": 100}))
    before = len(session.store.journal(session.filing))

    done = session.apply(typed({"7010": 100, "7020": None}))

    assert done == ChangeSet((), (), Cause.TYPED)
    assert len(session.store.journal(session.filing)) == before


def test_an_edit_says_when_it_reached_the_disk(session: FilingSession) -> None:
    before = dt.datetime.now(dt.UTC).replace(microsecond=0)
    session.apply(typed({"7010": 100}))

    assert session.saved_at is not None
    assert session.saved_at >= before


def test_a_session_that_has_saved_nothing_says_so(
    session: FilingSession, register: Register
) -> None:
    assert register.open(session.filing).saved_at is None


@pytest.mark.parametrize("blank", ["", "  ", None])
def test_a_text_of_nothing_blanks_the_box(session: FilingSession, blank: Value) -> None:
    session.apply(typed({"7510": "HARRIS TRUST"}))

    session.apply(typed({"7510": blank}))

    assert session.value("7510") is None
    assert "7510" not in on_disk(session)


def test_spaces_around_a_text_change_nothing(session: FilingSession) -> None:
    session.apply(typed({"7510": "HARRIS TRUST"}))

    assert session.apply(typed({"7510": " HARRIS TRUST "})).changes == ()


def test_unticking_a_box_blanks_it_but_no_is_an_answer(session: FilingSession) -> None:
    session.apply(typed({"16": True, "firm.retail_forex": True}))
    done = session.apply(typed({"16": False, "firm.retail_forex": False}))

    assert done.changes == (
        Change("16", True, None),  # noqa: FBT003
        Change("firm.retail_forex", True, False),  # noqa: FBT003
    )
    assert on_disk(session)["firm.retail_forex"] is False


@pytest.mark.parametrize(
    ("code", "value", "why"),
    [
        ("7190", 5, r"7190 is computed \(\[7180\] - \[7060\]\) and cannot be entered"),
        ("9999", 5, 'The form has no box "9999"'),
        ("7010", "abc", "7010 takes an amount in whole dollars"),
        ("7010", True, "7010 takes an amount in whole dollars"),
        ("25", "01/31/14", "25 takes a date"),
        ("7510", "HARRIS\nTRUST", "line break"),
        ("7510", "x" * 201, "201 characters"),
        ("7194", LARGEST + 1, "too large"),
    ],
)
def test_an_edit_that_a_box_cannot_take_is_refused_whole(
    session: FilingSession, code: str, value: Value, why: str
) -> None:
    before, disk = session.worksheet.values(), on_disk(session)

    with pytest.raises(EditRefused, match=why) as refused:
        session.apply(typed({"7020": 77, code: value}))

    assert refused.value.code == code
    assert session.worksheet.values() == before
    assert on_disk(session) == disk


def test_amounts_beyond_64_bits_are_refused_even_where_the_total_would_fit(
    session: FilingSession,
) -> None:
    with pytest.raises(EditRefused, match="too large"):
        session.apply(typed({"7032": LARGEST + 5, "7033": LARGEST + 5}))


def test_a_total_that_would_overflow_refuses_the_edit_and_changes_nothing(
    session: FilingSession,
) -> None:
    session.apply(typed({"7010": LARGEST}))
    before, disk = session.worksheet.values(), on_disk(session)

    with pytest.raises(EditRefused, match="A total would overflow: 9,223,372,036,854,775,808"):
        session.apply(typed({"7020": 1}))

    assert session.worksheet.values() == before
    assert on_disk(session) == disk


def test_when_the_disk_refuses_the_figures_are_put_back_and_nobody_is_told(
    session: FilingSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    session.apply(typed({"7010": 100, "7070": 20}))
    told: list[ChangeSet] = []
    session.subscribe(told.append)
    before, saved_at = session.worksheet.values(), session.saved_at

    def full(*_: object) -> NoReturn:
        message = "The disk is full. Nothing was saved."
        raise StoreFailed(message)

    monkeypatch.setattr(session.store, "record", full)
    with pytest.raises(StoreFailed, match="disk is full"):
        session.apply(typed({"7010": 5, "7047": 1}))

    assert session.worksheet.values() == before
    assert told == []
    assert session.saved_at == saved_at


def test_when_the_program_is_interrupted_at_the_disk_the_figures_are_put_back(
    session: FilingSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = session.worksheet.values()

    def interrupt(*_: object) -> NoReturn:
        raise KeyboardInterrupt

    monkeypatch.setattr(session.store, "record", interrupt)
    with pytest.raises(KeyboardInterrupt):
        session.apply(typed({"7010": 5}))

    assert session.worksheet.values() == before


def test_listeners_are_told_after_the_disk_until_they_unsubscribe(session: FilingSession) -> None:
    told: list[tuple[tuple[str, ...], Value]] = []
    end = session.subscribe(lambda change_set: told.append((change_set.codes, on_disk_cash())))

    def on_disk_cash() -> Value:
        return on_disk(session).get("7100")

    session.apply(typed({"7100": 7}))
    end()
    session.apply(typed({"7100": 8}))

    assert told == [(("7100", "7180", "7190", "7198"), 7)]


def test_a_listener_may_unsubscribe_while_it_is_told(session: FilingSession) -> None:
    told: list[str] = []

    def once(_: ChangeSet) -> None:
        told.append("once")
        end()

    end = session.subscribe(once)
    session.subscribe(lambda _: told.append("always"))
    session.apply(typed({"7100": 7}))
    session.apply(typed({"7100": 8}))

    assert told == ["once", "always", "always"]


def test_undo_and_redo_go_through_the_same_door(session: FilingSession) -> None:
    session.apply(typed({"7010": 100}))
    done = session.apply(typed({"7010": 5, "7047": 3}))
    after = session.worksheet.values()

    undone = session.apply(done.inverse(Cause.UNDO))
    assert (session.value("7010"), session.value("7047")) == (100, None)
    session.apply(done.again(Cause.REDO))

    assert session.worksheet.values() == after
    assert undone.cause is Cause.UNDO
    causes = [entry.cause for entry in session.store.journal(session.filing, "7010")]
    assert causes == ["typed", "typed", "undo", "redo"]


def test_what_was_saved_is_there_when_the_month_is_opened_again(
    session: FilingSession, store: SqliteFilingStore, editions: dict[str, Edition]
) -> None:
    session.apply(typed({"7010": 100, "7130": -5, "7150": 0}))
    path, before = store.path, session.worksheet.values()
    store.close()

    with open_store(path) as again:
        opened = Register(again, editions).open(again.find(Period(2014, 1)))

        assert opened.worksheet.values() == before


def test_an_edit_over_another_programs_edit_is_refused_and_put_back(
    session: FilingSession, store: SqliteFilingStore, editions: dict[str, Edition]
) -> None:
    with open_store(store.path) as other:
        Register(other, editions).open(session.filing).apply(typed({"7010": 100}))

    with pytest.raises(StoreConflict):
        session.apply(typed({"7010": 5}))

    assert session.value("7010") is None


def test_a_sealed_filing_takes_no_edit(
    session: FilingSession, store: SqliteFilingStore, register: Register
) -> None:
    sealed = register.open(store.set_status(session.filing, Status.SEALED))

    assert sealed.read_only
    with pytest.raises(EditRefused, match="January 2014 is sealed"):
        sealed.apply(typed({"7010": 5}))


def test_a_printed_filing_takes_edits(
    session: FilingSession, store: SqliteFilingStore, register: Register
) -> None:
    printed = register.open(store.set_status(session.filing, Status.PRINTED))

    assert not printed.read_only
    assert printed.apply(typed({"7010": 5})).codes[0] == "7010"


def test_a_store_for_viewing_only_makes_a_session_for_viewing_only(
    session: FilingSession,
    store: SqliteFilingStore,
    register: Register,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def never(_: Path) -> bool:
        return False

    monkeypatch.setattr("focusdesk.store.database._may_write", never)
    with open_store(store.path) as locked:
        viewed = Register(locked, register.editions).open(session.filing)

        assert viewed.read_only
        with pytest.raises(StoreReadOnly):
            viewed.apply(typed({"7010": 5}))
        assert viewed.value("7010") is None


def test_findings_follow_the_figures(session: FilingSession) -> None:
    session.apply(typed({"7045": 5, "7047": 6, "16": True, "40": True}))
    # What the blank cover and the missing target say is there as well.
    assert "S01" in {finding.id for finding in session.findings()}

    session.apply(typed({"7047": 5}))
    assert {finding.id for finding in session.findings()} == {"C04"}


def test_a_session_reads_the_notes_at_its_boxes(
    session: FilingSession, store: SqliteFilingStore
) -> None:
    store.write_note(session.filing, "7110", "the split is a reconstruction")

    assert session.notes()["7110"].text == "the split is a reconstruction"


def test_a_code_that_the_form_lacks_is_not_passed_over(session: FilingSession) -> None:
    with pytest.raises(KeyError):
        session.value("9999")


def test_findings_are_those_of_the_figures_as_they_are_now(register: Register) -> None:
    session = register.start_month(Period(2014, 1))
    before = session.findings()
    assert session.findings() is before  # asked for by several panels, worked out once

    session.apply(Edit({"7020": -1}, Cause.TYPED))
    assert "S04" in {finding.id for finding in session.findings()}

    session.apply(Edit({"7020": None}, Cause.UNDO))
    assert session.findings() == before


def test_a_signature_copy_marks_the_month_with_what_was_printed(session: FilingSession) -> None:
    session.apply(typed({"7010": 100}))
    assert session.print_record() is None

    session.mark_printed(b"%PDF")

    record = session.print_record()
    assert record is not None
    assert record.content_digest == month_digest(
        session.filing, session.edition, session.worksheet.values()
    )
    assert record.file_digest == hashlib.sha256(b"%PDF").hexdigest()
    assert session.filing.status is Status.PRINTED
    assert session.store.find(Period(2014, 1)) == session.filing


def test_a_print_changes_no_figure_and_is_told_after_the_disk(session: FilingSession) -> None:
    told: list[tuple[ChangeSet, Status]] = []
    session.subscribe(lambda each: told.append((each, session.store.filings()[0].status)))

    session.mark_printed(b"%PDF")

    assert told == [(ChangeSet((), (), Cause.PRINTED), Status.PRINTED)]


def test_what_changed_since_the_print_is_named_with_what_follows(session: FilingSession) -> None:
    session.apply(typed({"7010": 90, "7100": 93_296_699}))
    assert session.changed_since_print() == ()
    session.mark_printed(b"%PDF")
    assert session.changed_since_print() == ()

    session.apply(typed({"7100": 1}))

    assert session.changed_since_print() == ("7100", "7180", "7190", "7198")
    assert session.printed_value("7100") == 93_296_699
    assert session.printed_value("7010") == session.value("7010") == 90


def test_what_was_put_back_since_the_print_has_not_changed(session: FilingSession) -> None:
    session.apply(typed({"7010": 90, "7510": "HARRIS TRUST"}))
    session.mark_printed(b"%PDF")
    for value in (1, None, 90):
        session.apply(typed({"7010": value}))
        session.apply(typed({"7020": 5 if value else None}))
    session.apply(typed({"7510": None, "7020": None}))

    assert session.changed_since_print() == ("7510",)


def test_what_changed_since_the_print_is_known_when_the_month_is_opened_again(
    session: FilingSession, register: Register
) -> None:
    session.apply(typed({"7100": 5}))
    session.mark_printed(b"first")
    session.apply(typed({"7100": 6, "7047": 3}))
    session.apply(typed({"7100": 7}))

    again = register.open(register.store.find(Period(2014, 1)))

    assert again.changed_since_print() == session.changed_since_print()
    assert {"7100", "7047"} <= set(again.changed_since_print())
    assert again.print_record() == session.print_record()


def test_the_newest_signature_copy_counts(session: FilingSession) -> None:
    session.mark_printed(b"first")
    session.apply(typed({"7100": 6}))
    session.mark_printed(b"second")

    record = session.print_record()
    assert record is not None
    assert record.file_digest == hashlib.sha256(b"second").hexdigest()
    assert session.changed_since_print() == ()


def test_a_month_without_a_record_says_nothing_of_a_print(
    session: FilingSession, register: Register
) -> None:
    session.store.set_status(session.filing, Status.PRINTED)

    opened = register.open(register.store.find(Period(2014, 1)))

    assert opened.filing.status is Status.PRINTED
    assert (opened.print_record(), opened.changed_since_print()) == (None, ())
    assert opened.printed_value("24") is None


def test_a_sealed_month_takes_no_other_signature_copy(
    session: FilingSession, register: Register
) -> None:
    sealed = register.open(session.store.set_status(session.filing, Status.SEALED))

    with pytest.raises(PrintRefused, match=r"January 2014 is sealed: no other signature copy"):
        sealed.mark_printed(b"%PDF")

    assert sealed.print_record() is None
    assert register.store.find(Period(2014, 1)).status is Status.SEALED


def test_figures_that_another_program_changed_are_not_marked_as_printed(
    session: FilingSession, store: SqliteFilingStore, editions: dict[str, Edition]
) -> None:
    told: list[ChangeSet] = []
    session.subscribe(told.append)
    with open_store(store.path) as other:
        Register(other, editions).open(other.find(Period(2014, 1))).apply(typed({"7010": 5}))

    with pytest.raises(StoreConflict, match="open the month again"):
        session.mark_printed(b"%PDF")

    assert (session.filing.status, session.print_record(), told) == (Status.DRAFT, None, [])


def test_a_store_that_can_only_be_read_records_no_print(
    session: FilingSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> NoReturn:
        message = "The store can only be read."
        raise StoreReadOnly(message)

    monkeypatch.setattr(session.store, "mark_printed", refuse)
    with pytest.raises(StoreReadOnly):
        session.mark_printed(b"%PDF")
    assert session.filing.status is Status.DRAFT


def test_a_filing_can_be_looked_at_as_it_would_be_and_takes_no_edit(
    session: FilingSession, register: Register
) -> None:
    session.apply(typed({"7010": 100, "7510": "HARRIS TRUST"}))

    supposed = register.suppose(session.filing, {"7010": 7})

    assert (supposed.value("7010"), supposed.value("7060"), supposed.value("7510")) == (7, 7, None)
    assert supposed.read_only
    with pytest.raises(EditRefused, match="January 2014 is only supposed to be so and cannot"):
        supposed.apply(typed({"7010": 8}))
    with pytest.raises(PrintRefused, match="only supposed to be so"):
        supposed.mark_printed(b"%PDF")
    assert on_disk(session)["7010"] == 100
