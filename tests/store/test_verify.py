import shutil
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from focusdesk.filing.edit import Cause, Change
from focusdesk.filing.explanation import Subject, line, pool
from focusdesk.filing.filing import Status
from focusdesk.filing.ports import NotAStore, StoreError
from focusdesk.form.box import Value
from focusdesk.form.edition import Edition
from focusdesk.form.period import Period
from focusdesk.store.journal import row_hash
from focusdesk.store.opening import new_store, open_store
from focusdesk.store.verify import Fault, verify

FLIPS_IN_A_PAGE = 60


@pytest.fixture(scope="session")
def sound(tmp_path_factory: pytest.TempPathFactory, edition: Edition) -> Path:
    """A store with three months, notes, a status and a fact."""
    path = tmp_path_factory.mktemp("sound") / "firm.focusdesk"
    with new_store(path) as store:
        store.set_fact("calendar", "federal")
        for period in (Period(2013, 12), Period(2014, 1), Period(2014, 2)):
            month = store.start(period, edition.id, remark="as filed")
            amounts = [code for code in edition.boxes if code.startswith("7")]
            changes = [Change(code, None, int(code) * 1000) for code in amounts]
            changes.append(Change("13", None, "Größe & Söhne"))
            store.record(month, edition, changes, Cause.IMPORTED)
            store.write_note(month, "7010", "lost in the scan")
            store.record(month, edition, [Change("7020", 7_020_000, None)], Cause.TYPED)
        store.set_status(month, Status.PRINTED)
    return path


@pytest.fixture
def damaged(sound: Path, tmp_path: Path) -> Path:
    """A copy to damage."""
    return Path(shutil.copy(sound, tmp_path))


@pytest.fixture
def furnished(damaged: Path, edition: Edition) -> Path:
    """The same with an expression, notes of every kind, and files, one of them withdrawn."""
    with open_store(damaged) as store:
        month = store.find(Period(2014, 2))
        store.record(month, edition, [Change("7020", None, 5, "", "=2+3")], Cause.TYPED, "Words")
        permanent = store.write_note(month, "7030", "agreed with the bank", permanent=True)
        store.write_note(month, "", "filed late")
        store.attach(month, "7010", "letter.pdf", b"%PDF letter " * 50)
        store.withdraw_attachment(month, store.attach(month, "", "scan.txt", b"scan " * 2000))
        store.write_explanation(month, line("7010"), Period(2014, 1), "two new clients")
        store.write_explanation(month, pool("page"), Period(2014, 1), "the year's end")
        store.carry_notes(store.start(Period(2014, 3), edition.id), [permanent])
    return damaged


def tamper(path: Path, *statements: str) -> None:
    """Change the store as someone would who knows SQL and minds no trigger."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        triggers = connection.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
        for name, _ in (rows := triggers.fetchall()):
            connection.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            connection.execute(statement)
        for _, sql in rows:
            connection.execute(sql)


def test_a_sound_store_has_no_fault(sound: Path) -> None:
    before = sound.read_bytes()
    assert verify(sound) == ()
    assert sound.read_bytes() == before


@pytest.mark.parametrize(
    ("statement", "fault"),
    [
        (
            "UPDATE entry SET value = '1' WHERE filing = 2 AND code = '7010'",
            Fault(
                'January 2014, 7010: the store holds "1", the journal says "7010000".',
                "2014-01",
                "7010",
            ),
        ),
        (
            "DELETE FROM entry WHERE filing = 1 AND code = '7030'",
            Fault(
                'December 2013, 7030: the store holds nothing, the journal says "7030000".',
                "2013-12",
                "7030",
            ),
        ),
        (
            "INSERT INTO entry VALUES (2, '7020', '0')",
            Fault(
                'January 2014, 7020: the store holds "0", the journal says nothing.',
                "2014-01",
                "7020",
            ),
        ),
        (
            "UPDATE filing SET status = 'draft'",
            Fault('February 2014: its status is "draft", the journal says "printed".', "2014-02"),
        ),
        (
            "UPDATE filing SET period = '2014-03' WHERE id = 3",
            Fault('March 2014: its period is "2014-03", the journal says "2014-02".', "2014-03"),
        ),
        (
            "UPDATE filing SET revision = 1 WHERE id = 2",
            Fault("January 2014: its last change is not the last one in the journal.", "2014-01"),
        ),
        (
            "UPDATE filing SET digest = '' WHERE id = 2",
            Fault("January 2014: what it holds does not agree with its digest.", "2014-01"),
        ),
        (
            "UPDATE note SET text = 'x' WHERE filing = 2",
            Fault("January 2014, 7010: a note is not the one in the journal.", "2014-01", "7010"),
        ),
        (
            "UPDATE firm SET text = 'exchange'",
            Fault('The firm\'s calendar: the store holds "exchange", the journal says "federal".'),
        ),
        (
            "UPDATE journal SET new = '1' WHERE filing = 2 AND code = '7030'",
            Fault(
                "January 2014, 7030: row 19 of the journal was altered.",
                "2014-01",
                "7030",
            ),
        ),
        (
            "UPDATE journal SET new = 'exchange' WHERE code = 'fact:calendar'",
            Fault(
                "The firm, fact:calendar: row 1 of the journal was altered.", "", "fact:calendar"
            ),
        ),
        (
            "UPDATE head SET sequence = 99",
            Fault("The journal's last 55 rows are missing."),
        ),
        (
            "UPDATE head SET hash = ''",
            Fault("The journal does not end where the store says that it ends."),
        ),
    ],
)
def test_a_fault_names_the_month_and_the_box(damaged: Path, statement: str, fault: Fault) -> None:
    tamper(damaged, statement)
    assert verify(damaged) == (fault,)


def test_rows_cut_off_the_end_of_the_journal_are_missed(damaged: Path) -> None:
    tamper(damaged, "DELETE FROM journal WHERE sequence > 40")
    messages = [fault.message for fault in verify(damaged)]
    assert "The journal's last 4 rows are missing." in messages


def test_a_row_taken_out_of_the_journal_is_missed(damaged: Path) -> None:
    tamper(damaged, "DELETE FROM journal WHERE filing = 2 AND code = '7030'")
    assert verify(damaged) == (
        Fault(
            "January 2014, 7040: row 20 of the journal does not follow from the row before it.",
            "2014-01",
            "7040",
        ),
    )


def forge(path: Path, statement: str) -> None:
    """Change the journal and chain it anew, as someone would who has this program."""
    tamper(path, statement)
    sql = ["UPDATE head SET sequence = (SELECT max(sequence) FROM journal)"]
    last = ""
    with closing(sqlite3.connect(path)) as connection:
        for sequence, *columns in connection.execute("SELECT * FROM journal ORDER BY sequence"):
            columns[-2:] = [last]
            last = row_hash((sequence, *columns))
            chained = f"previous = '{columns[-1]}', hash = '{last}'"
            sql.append(f"UPDATE journal SET {chained} WHERE sequence = {sequence}")  # noqa: S608
    tamper(path, *sql, f"UPDATE head SET hash = '{last}'")  # noqa: S608  # all of it is ours


@pytest.mark.parametrize(
    ("statement", "message"),
    [
        (
            "DELETE FROM journal WHERE sequence = 2",
            "December 2013, 7010: row 3 of the journal comes after rows that are missing.",
        ),
        (
            "UPDATE journal SET digest = '' WHERE filing = 2",
            "January 2014: its digest is not the one in the journal.",
        ),
        (
            "UPDATE journal SET digest = '' WHERE filing IS NULL",
            "The firm's facts do not agree with their digest in the journal.",
        ),
        (
            "UPDATE journal SET new = '1' WHERE filing = 2 AND code = '7030'",
            'January 2014, 7030: the store holds "7030000", the journal says "1".',
        ),
    ],
)
def test_a_journal_that_was_chained_anew_does_not_fit_the_store(
    damaged: Path, statement: str, message: str
) -> None:
    forge(damaged, statement)
    assert message in [fault.message for fault in verify(damaged)]


@pytest.mark.parametrize(
    ("statement", "fault"),
    [
        (
            "UPDATE note SET permanent = 0 WHERE filing = 3 AND code = '7030'",
            Fault("February 2014, 7030: a note is not the one in the journal.", "2014-02", "7030"),
        ),
        (
            "UPDATE note SET author = 'bob' WHERE filing = 4",
            Fault("March 2014, 7030: a note is not the one in the journal.", "2014-03", "7030"),
        ),
        (
            "UPDATE journal SET new = '=2+4' WHERE code = 'typed:7020'",
            Fault(
                "February 2014, typed:7020: row 46 of the journal was altered.",
                "2014-02",
                "typed:7020",
            ),
        ),
        (
            "UPDATE journal SET new = replace(new, 'letter', 'better') WHERE code LIKE 'attached%'",
            Fault(
                "February 2014, attached:7010: row 50 of the journal was altered.",
                "2014-02",
                "attached:7010",
            ),
        ),
        (
            "UPDATE journal SET new = replace(new, 'two', 'ten') WHERE code = 'explained:7010'",
            Fault(
                "February 2014, explained:7010: row 53 of the journal was altered.",
                "2014-02",
                "explained:7010",
            ),
        ),
        (
            "UPDATE journal SET user = 'bob' WHERE code = 'pool:page'",
            Fault(
                "February 2014, pool:page: row 54 of the journal was altered.",
                "2014-02",
                "pool:page",
            ),
        ),
        (
            "UPDATE attachment SET content = x'00' WHERE length(content) = 600",
            Fault(
                'February 2014, 7010: the file "letter.pdf" is not as it was attached.',
                "2014-02",
                "7010",
            ),
        ),
    ],
)
def test_what_is_kept_beside_the_figures_is_looked_through_too(
    furnished: Path, statement: str, fault: Fault
) -> None:
    assert verify(furnished) == ()
    tamper(furnished, statement)
    assert fault in verify(furnished)
    assert len(verify(furnished)) == 1


@pytest.mark.parametrize(
    ("code", "new"),
    [
        ("carried:7030", "[]"),
        ("carried:7030", "not JSON"),
        ("attached:7010", "{}"),
        ("explained:7010", "not JSON"),
        ("explained:7010", "[]"),
        ("pool:page", '{"against":"2013","text":"x"}'),
        ("filing:started", "[]"),
    ],
)
def test_a_row_that_was_chained_anew_and_makes_no_sense_is_a_fault(
    furnished: Path, code: str, new: str
) -> None:
    forge(furnished, f"UPDATE journal SET new = '{new}' WHERE code = '{code}'")  # noqa: S608
    messages = [fault.message for fault in verify(furnished)]
    assert any(
        message.endswith("of the journal does not say what it should.") for message in messages
    )


def test_a_journal_row_whose_month_is_gone_is_told(damaged: Path) -> None:
    tamper(damaged, "DELETE FROM note", "DELETE FROM entry", "DELETE FROM filing WHERE id = 2")
    messages = {fault.message for fault in verify(damaged)}
    assert "The file's structure is damaged: journal has a row that belongs to nothing." in messages


def test_a_month_that_no_journal_tells_of_is_a_fault(damaged: Path) -> None:
    tamper(
        damaged,
        "INSERT INTO filing SELECT 9, '2014-09', edition, 0, status, 0, remark, created, digest, 1"
        " FROM filing WHERE id = 1",
    )
    assert [fault.period for fault in verify(damaged)] == ["2014-09"]


def test_text_that_is_no_utf_8_any_more_names_the_month_and_the_box(damaged: Path) -> None:
    tamper(damaged, "UPDATE entry SET value = CAST(x'47ff' AS TEXT) WHERE code = '13'")
    assert [(fault.period, fault.code) for fault in verify(damaged)] == [
        ("2013-12", "13"),
        ("2014-01", "13"),
        ("2014-02", "13"),
    ]


def test_a_file_whose_structure_is_damaged_is_one_fault(damaged: Path) -> None:
    whole = damaged.read_bytes()
    damaged.write_bytes(whole[:4096] + b"\xff" * (len(whole) - 4096))
    assert verify(damaged)


def test_a_foreign_trigger_is_a_fault(damaged: Path) -> None:
    tamper(damaged, "CREATE TRIGGER sly AFTER INSERT ON entry BEGIN SELECT 1; END")
    assert "trigger sly that focusdesk did not make" in verify(damaged)[0].message


def test_what_is_no_store_is_refused(tmp_path: Path) -> None:
    (tmp_path / "letter").write_text("Dear Sir")
    with pytest.raises(NotAStore):
        verify(tmp_path / "letter")


def content_of(path: Path) -> object:
    """Read everything a program could read from a store, or say that it cannot be read."""
    try:
        with closing(sqlite3.connect(path)) as connection:
            connection.text_factory = bytes
            marks = [
                connection.execute(f"PRAGMA {mark}").fetchall()
                for mark in ("application_id", "user_version")
            ]
            schema = connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_schema")
            found = schema.fetchall()
            rows = [
                connection.execute(f"SELECT * FROM {name.decode()}").fetchall()  # noqa: S608
                for kind, name, *_ in found
                if kind == b"table"
            ]
    except (sqlite3.Error, UnicodeDecodeError) as error:
        return error
    return marks, found, rows


def is_noticed(path: Path) -> bool:
    try:
        open_store(path).close()
    except StoreError:
        return True
    return bool(verify(path))


def test_every_flipped_bit_that_changes_what_the_store_holds_is_noticed(furnished: Path) -> None:
    damaged = furnished
    whole, before = damaged.read_bytes(), content_of(damaged)
    random = Random(7)  # noqa: S311  # no secret
    size = 4096
    changed = 0
    for page in range(0, len(whole), size):
        used = [at for at in range(page, page + size) if whole[at]]
        for _ in range(FLIPS_IN_A_PAGE):
            at, bit = random.choice(used), random.randrange(8)
            damaged.write_bytes(whole[:at] + bytes([whole[at] ^ 1 << bit]) + whole[at + 1 :])
            if content_of(damaged) != before:
                changed += 1
                assert is_noticed(damaged), f"byte {at}, bit {bit}"
    assert changed > len(whole) / size * FLIPS_IN_A_PAGE / 2


edits = st.fixed_dictionaries(
    {},
    optional={
        "7010": st.none() | st.integers(-(2**63), 2**63 - 1),
        "7020": st.none() | st.integers(-9, 9),
        "13": st.none()
        | st.text(st.characters(codec="utf-8"), max_size=50).filter(str.isprintable),
        "16": st.sampled_from([None, True]),
        "firm.retail_forex": st.sampled_from([None, True, False]),
        "25": st.none() | st.dates(),
    },
)
words = st.text(st.characters(codec="utf-8"), max_size=50)


@dataclass(frozen=True)
class Work:
    """What someone does to a month, in this order."""

    edits: list[dict[str, Value]]
    notes: list[tuple[str, str, bool]]
    files: list[tuple[str, bytes]]
    facts: dict[str, str]
    explanations: list[tuple[Subject, str]]


work = st.builds(
    Work,
    edits=st.lists(edits, max_size=8),
    notes=st.lists(st.tuples(st.sampled_from(["", "7010"]), words, st.booleans()), max_size=4),
    files=st.lists(st.tuples(st.sampled_from(["", "7010"]), st.binary(max_size=9)), max_size=3),
    facts=st.dictionaries(words, words, max_size=2),
    explanations=st.lists(
        st.tuples(st.sampled_from([line("7010"), pool("page")]), words), max_size=3
    ),
)


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(work=work)
def test_the_journal_replayed_gives_what_the_store_holds(
    work: Work, empty_store: Path, tmp_path: Path, edition: Edition
) -> None:
    path = Path(shutil.copy(empty_store, tmp_path / "random.focusdesk"))
    held: dict[str, Value] = {}
    with open_store(path) as store:
        month = store.start(Period(2014, 1), edition.id)
        for edit in work.edits:
            changes = [
                Change(code, held.get(code), value, "", f"={value}" if code == "7020" else "")
                for code, value in edit.items()
            ]
            store.record(month, edition, changes, Cause.TYPED)
            held |= edit
        for code, text, permanent in work.notes:
            store.write_note(month, code, text, permanent=permanent)
        for code, content in work.files:
            store.attach(month, code, "file", content)
        for subject, text in work.explanations:
            store.write_explanation(month, subject, Period(2013, 12), text)
        for name, text in work.facts.items():
            store.set_fact(name, text)
    # Every digest, every link of the chain, and the replay against the tables.
    assert verify(path) == ()
    with open_store(path) as store:
        now = store.entered(store.find(Period(2014, 1)), edition)
        noted = {code: note.text for code, note in store.notes(month).items()}
        assert store.facts() == work.facts
        told = [(each.subject, each.text) for each in store.explanations(month)]
    assert told == work.explanations
    assert now == {code: as_kept(value) for code, value in held.items() if not is_blank(value)}
    newest = {code: text for code, text, _ in work.notes}
    assert noted == {code: text for code, text in newest.items() if text}


def is_blank(value: Value) -> bool:
    return value is None or (isinstance(value, str) and not value.strip())


def as_kept(value: Value) -> Value:
    return value.strip() if isinstance(value, str) else value
