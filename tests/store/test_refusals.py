import sqlite3
from pathlib import Path

import pytest

from focusdesk.filing.ports import (
    NotAStore,
    StoreDamaged,
    StoreError,
    StoreFailed,
    StoreReadOnly,
)
from focusdesk.store.refusals import refusal

FIRM = Path("firm.focusdesk")


def error_of(code: int) -> sqlite3.Error:
    error = sqlite3.OperationalError("as SQLite says it")
    error.sqlite_errorcode = code
    return error


@pytest.mark.parametrize(
    ("code", "kind", "words"),
    [
        (sqlite3.SQLITE_FULL, StoreFailed, "no room left on the disk"),
        (sqlite3.SQLITE_IOERR_FSYNC, StoreFailed, "does not answer as it should"),
        (sqlite3.SQLITE_BUSY, StoreFailed, "Another program is using"),
        (sqlite3.SQLITE_LOCKED, StoreFailed, "Another program is using"),
        (sqlite3.SQLITE_READONLY_DBMOVED, StoreReadOnly, "cannot be written"),
        (sqlite3.SQLITE_READONLY_ROLLBACK, StoreReadOnly, "was cut short and must be undone"),
        (sqlite3.SQLITE_CANTOPEN, StoreReadOnly, "cannot be written"),
        (sqlite3.SQLITE_CORRUPT_INDEX, StoreDamaged, "is damaged"),
        (sqlite3.SQLITE_NOTADB, NotAStore, "is not a focusdesk store"),
    ],
)
def test_what_the_disk_refuses_is_a_sentence_that_names_the_file(
    code: int, kind: type[StoreError], words: str
) -> None:
    sentence = refusal(FIRM, error_of(code))
    assert type(sentence) is kind
    assert words in str(sentence)
    assert '"firm.focusdesk"' in str(sentence)


@pytest.mark.parametrize(
    ("code", "told"),
    [
        (sqlite3.SQLITE_BUSY, 'Another program is using "firm.focusdesk". Try again in a moment.'),
        (sqlite3.SQLITE_NOTADB, '"firm.focusdesk" is not a focusdesk store. Choose a file'),
    ],
)
def test_of_what_was_only_to_be_read_nobody_says_that_it_was_not_saved(
    code: int, told: str
) -> None:
    sentence = refusal(FIRM, error_of(code), writing=False)
    assert str(sentence).startswith(told)
    assert type(sentence) is type(refusal(FIRM, error_of(code)))
    assert "Nothing was saved" not in str(sentence)


def test_text_that_is_no_utf_8_is_damage() -> None:
    driver = sqlite3.connect(":memory:")
    with pytest.raises(sqlite3.OperationalError) as caught:
        driver.execute("SELECT CAST(x'ff' AS TEXT)").fetchall()
    driver.close()
    assert isinstance(refusal(FIRM, caught.value), StoreDamaged)


def test_a_complaint_that_cannot_be_read_is_damage() -> None:
    assert isinstance(refusal(FIRM, UnicodeDecodeError("utf-8", b"\xff", 0, 1, "")), StoreDamaged)


@pytest.mark.parametrize(
    "mistake",
    [error_of(sqlite3.SQLITE_CONSTRAINT), sqlite3.ProgrammingError("no"), KeyError("x"), None],
)
def test_a_mistake_of_ours_is_not_put_as_a_refusal(mistake: BaseException | None) -> None:
    assert refusal(FIRM, mistake) is None
