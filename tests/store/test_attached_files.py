import hashlib
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from focusdesk.filing.attachment import LARGEST, Attachment
from focusdesk.filing.edit import Cause, Change
from focusdesk.filing.filing import OF_THE_MONTH, Filing
from focusdesk.filing.ports import (
    NoSuchAttachment,
    StoreConflict,
    StoreDamaged,
    StoreFailed,
)
from focusdesk.form.edition import Edition
from focusdesk.form.period import Period
from focusdesk.store.attached_files import AttachedFile
from focusdesk.store.database import Database
from focusdesk.store.filing_store import SqliteFilingStore
from focusdesk.store.opening import open_store
from focusdesk.store.verify import Fault, verify

LETTER = b"%PDF-1.7 \x00\xff" * 1000


@pytest.fixture
def january(store: SqliteFilingStore, edition: Edition) -> Filing:
    return store.start(Period(2014, 1), edition.id)


@pytest.fixture
def other(path: Path) -> Iterator[SqliteFilingStore]:
    """The same store as another program has it open."""
    with open_store(path) as opened:
        yield opened


def tamper(path: Path, *statements: str) -> None:
    """Change the files as someone would who knows SQL and minds no trigger."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        triggers = connection.execute(
            "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND name LIKE 'attach%'"
        )
        for name, _ in (rows := triggers.fetchall()):
            connection.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            connection.execute(statement)
        for _, sql in rows:
            connection.execute(sql)


def contents(path: Path) -> list[tuple[str, bytes]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute("SELECT digest, content FROM attachment").fetchall()


def test_an_attached_file_comes_back_byte_by_byte(
    store: SqliteFilingStore, january: Filing, other: SqliteFilingStore
) -> None:
    attached = store.attach(january, "7010", "letter.pdf", LETTER)
    assert other.attachments(january) == (attached,)
    assert other.read_attachment(attached) == LETTER
    assert attached == Attachment(
        number=2,
        code="7010",
        name="letter.pdf",
        size=len(LETTER),
        digest=hashlib.sha256(LETTER).hexdigest(),
        author="ada",
        attached=store.journal(january)[-1].written,
    )
    assert verify(store.path) == ()


def test_the_largest_file_can_be_attached(store: SqliteFilingStore, january: Filing) -> None:
    attached = store.attach(january, OF_THE_MONTH, "scan.tiff", bytes(LARGEST))
    assert len(store.read_attachment(attached)) == LARGEST


def test_files_are_listed_in_the_order_in_which_they_were_attached(
    store: SqliteFilingStore, january: Filing, edition: Edition
) -> None:
    february = store.start(Period(2014, 2), edition.id)
    places = ("7020", OF_THE_MONTH, "7010", "7020")
    attached = [store.attach(january, code, f"{code}.txt", code.encode() + b".") for code in places]
    store.attach(february, "7010", "other.txt", b"other")
    assert store.attachments(january) == tuple(attached)
    assert [each.code for each in attached] == list(places)


def test_the_same_content_is_kept_once(store: SqliteFilingStore, january: Filing) -> None:
    first = store.attach(january, "7010", "letter.pdf", LETTER)
    second = store.attach(january, "7020", "copy.pdf", LETTER)
    assert contents(store.path) == [(first.digest, LETTER)]
    store.withdraw_attachment(january, first)
    assert store.attachments(january) == (second,)
    assert store.read_attachment(second) == LETTER


def test_a_withdrawn_file_is_kept_for_the_audit_trail(
    store: SqliteFilingStore, january: Filing
) -> None:
    attached = store.attach(january, "7010", "letter.pdf", LETTER)
    store.withdraw_attachment(january, attached)
    assert store.attachments(january) == ()
    assert store.read_attachment(attached) == LETTER
    trail = [(entry.code, entry.new, entry.cause) for entry in store.journal(january)[1:]]
    told = f'{{"digest":"{attached.digest}","name":"letter.pdf","size":{len(LETTER)}}}'
    assert trail == [("attached:7010", told, "attached"), ("withdrawn:7010", "2", "attached")]
    assert verify(store.path) == ()


def test_a_file_is_withdrawn_once_and_from_its_own_month(
    store: SqliteFilingStore, january: Filing, edition: Edition
) -> None:
    february = store.start(Period(2014, 2), edition.id)
    attached = store.attach(january, "7010", "letter.pdf", LETTER)
    with pytest.raises(NoSuchAttachment, match=r'"letter.pdf" is not attached to February 2014'):
        store.withdraw_attachment(february, attached)
    store.withdraw_attachment(january, attached)
    with pytest.raises(NoSuchAttachment, match=r"not attached to January 2014 any more"):
        store.withdraw_attachment(january, attached)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE attachment SET content = x'00'",
        "DELETE FROM attachment",
        "INSERT OR REPLACE INTO attachment SELECT * FROM attachment",
    ],
)
def test_attached_files_are_only_added_to(
    store: SqliteFilingStore, january: Filing, statement: str
) -> None:
    store.attach(january, "7010", "letter.pdf", LETTER)
    with (
        closing(sqlite3.connect(store.path)) as connection,
        pytest.raises(sqlite3.IntegrityError, match="only added to"),
    ):
        connection.execute(statement)


def test_a_month_that_another_program_changed_takes_no_file(
    store: SqliteFilingStore, january: Filing, edition: Edition, other: SqliteFilingStore
) -> None:
    store.entered(january, edition)
    other.record(january, edition, [Change("7010", None, 5)], Cause.SET)
    with pytest.raises(StoreConflict):
        store.attach(january, "7010", "letter.pdf", LETTER)
    assert contents(store.path) == []


def test_a_file_for_which_there_is_no_room_leaves_the_store_as_it_was(
    path: Path, edition: Edition
) -> None:
    with closing(Database(path)) as database:
        store = SqliteFilingStore(database)
        january = store.start(Period(2014, 1), edition.id)
        pages = database.driver.execute("PRAGMA page_count").fetchone()[0]
        database.driver.execute(f"PRAGMA max_page_count = {pages + 1}")
        with pytest.raises(StoreFailed, match="no room left"):
            store.attach(january, "7010", "letter.pdf", LETTER)
        database.driver.execute(f"PRAGMA max_page_count = {pages + 100}")
        assert store.attachments(january) == ()
        attached = store.attach(january, "7010", "letter.pdf", LETTER)
        assert store.read_attachment(attached) == LETTER
    assert verify(path) == ()


def test_a_file_that_was_changed_is_not_given_out_and_names_its_month_and_box(
    store: SqliteFilingStore, january: Filing
) -> None:
    attached = store.attach(january, "7010", "letter.pdf", LETTER)
    tamper(store.path, "UPDATE attachment SET content = zeroblob(length(content))")
    with pytest.raises(StoreDamaged, match=r'"letter.pdf" is not as it was attached\. The store'):
        store.read_attachment(attached)
    assert verify(store.path) == (
        Fault(
            'January 2014, 7010: the file "letter.pdf" is not as it was attached.',
            "2014-01",
            "7010",
        ),
    )


def test_opening_a_store_reads_no_file(store: SqliteFilingStore, january: Filing) -> None:
    attached = store.attach(january, "7010", "letter.pdf", LETTER)
    tamper(store.path, "UPDATE attachment SET content = zeroblob(length(content))")
    with open_store(store.path) as opened:
        assert opened.attachments(january) == (attached,)


def test_opening_a_store_does_not_even_go_through_the_pages_of_a_file(
    store: SqliteFilingStore, january: Filing
) -> None:
    attached = store.attach(january, "7010", "scan.txt", b"A" * 20_000)
    whole = store.path.read_bytes()
    inside = whole.index(b"A" * 4000) // 4096 * 4096 + 4096
    # Each page of a long content begins with the number of the next.
    store.path.write_bytes(whole[:inside] + b"\xff\xff\xff\xff" + whole[inside + 4 :])
    assert verify(store.path)
    with open_store(store.path) as opened:
        assert opened.attachments(january) == (attached,)
        with pytest.raises(StoreDamaged, match="is damaged"):
            opened.read_attachment(attached)


@pytest.mark.parametrize(
    ("statement", "message"),
    [
        (
            "UPDATE attachment SET content = x'00'",
            'January 2014: the file "letter.pdf" is not as it was attached.',
        ),
        ("DELETE FROM attachment", 'January 2014: the file "letter.pdf" is missing.'),
        (
            "INSERT INTO attachment VALUES ('d', x'00')",
            "The store holds a file that is not one that the journal tells of.",
        ),
    ],
)
def test_opening_a_store_misses_no_file(
    store: SqliteFilingStore, january: Filing, statement: str, message: str
) -> None:
    store.attach(january, OF_THE_MONTH, "letter.pdf", LETTER)
    tamper(store.path, statement)
    with pytest.raises(StoreDamaged) as refused:
        open_store(store.path)
    assert message in str(refused.value)
    assert message in [fault.message for fault in verify(store.path)]


def test_a_file_that_is_missing_is_not_given_out(store: SqliteFilingStore, january: Filing) -> None:
    attached = store.attach(january, "7010", "letter.pdf", LETTER)
    tamper(store.path, "DELETE FROM attachment")
    with pytest.raises(StoreDamaged, match=r'"letter.pdf" is missing'):
        store.read_attachment(attached)


@pytest.mark.parametrize("told", [None, "", "{}", "[]", "7", "{", '{"name":"a","size":"b"}'])
def test_a_row_that_does_not_say_what_was_attached_is_damage(
    store: SqliteFilingStore, january: Filing, told: str | None
) -> None:
    with pytest.raises(ValueError, match=r"."):
        AttachedFile.told(told)
    store.attach(january, "7010", "letter.pdf", LETTER)
    with closing(sqlite3.connect(store.path)) as connection:
        connection.execute("DROP TRIGGER journal_is_not_changed")
        connection.execute("UPDATE journal SET new = ? WHERE code = 'attached:7010'", (told,))
        connection.commit()
    with pytest.raises(StoreDamaged, match=r"January 2014: row 2 .* what was attached"):
        store.attachments(january)
