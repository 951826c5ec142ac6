"""What SQLite says, put as a sentence for the user."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

from focusdesk.filing.ports import (
    NotAStore,
    StoreDamaged,
    StoreError,
    StoreFailed,
    StoreReadOnly,
)

_UNSAVED = "Nothing was saved; "


def refusal(path: Path, error: BaseException | None, *, writing: bool = True) -> StoreError | None:
    """Say what an error of SQLite means for the store; `None` if it is a mistake of ours.

    Args:
        path: The store.
        error: What SQLite or its driver says.
        writing: Whether something was to be saved, so that the sentence says that it was not.
    """
    if isinstance(error, UnicodeEncodeError):
        return StoreFailed("That text has characters that cannot be kept. Type it again.")
    if isinstance(error, UnicodeDecodeError):
        # Not even SQLite's own complaint about the damage can be read.
        return damaged(path)
    if not isinstance(error, sqlite3.Error):
        return None
    # The extended codes (SQLITE_IOERR_FSYNC and so on) carry the primary one in their low byte.
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:
        # The driver's own complaint: text that is not UTF-8 can only be a damaged file.
        return damaged(path) if "decode" in str(error) else None
    sentence = _SENTENCES.get(code) or _SENTENCES.get(code & 0xFF)
    if sentence is None:
        return None
    refused = sentence(path)
    return refused if writing else type(refused)(_of_reading(str(refused)))


def _of_reading(sentence: str) -> str:
    """Leave out that nothing was saved where nothing was to be: what came before is on the disk."""
    what, unsaved, advice = sentence.partition(_UNSAVED)
    return what + advice[:1].upper() + advice[1:] if unsaved else sentence


def _not_a_store(path: Path) -> StoreError:
    return NotAStore(f'"{path}" is not a focusdesk store. Choose a file that focusdesk made.')


def damaged(path: Path) -> StoreError:
    """Say that the file does not hold what was written."""
    return StoreDamaged(
        f'"{path}" is damaged: the disk or another program has changed it. '
        f"Nothing was changed now; go back to a backup."
    )


def _busy(path: Path) -> StoreError:
    return StoreFailed(f'Another program is using "{path}". {_UNSAVED}try again in a moment.')


def _full(path: Path) -> StoreError:
    return StoreFailed(
        f'There is no room left on the disk that holds "{path}". '
        f"{_UNSAVED}free some space and try again."
    )


def _unwritable(path: Path) -> StoreError:
    return StoreReadOnly(
        f'"{path}" cannot be written, or its folder cannot. '
        f"{_UNSAVED}copy the store to a folder of your own."
    )


def _cut_short(path: Path) -> StoreError:
    return StoreReadOnly(
        f'The last write to "{path}" was cut short and must be undone first, but the file or its '
        f'folder cannot be written. Copy it and "{path.name}-journal" to a folder of your own.'
    )


def _failing(path: Path) -> StoreError:
    return StoreFailed(
        f'The disk that holds "{path}" does not answer as it should. '
        f"{_UNSAVED}check the disk or the network, then try again."
    )


_SENTENCES: dict[int, Callable[[Path], StoreError]] = {
    sqlite3.SQLITE_NOTADB: _not_a_store,
    sqlite3.SQLITE_CORRUPT: damaged,
    sqlite3.SQLITE_FORMAT: damaged,
    sqlite3.SQLITE_BUSY: _busy,
    sqlite3.SQLITE_LOCKED: _busy,
    sqlite3.SQLITE_FULL: _full,
    sqlite3.SQLITE_READONLY_ROLLBACK: _cut_short,
    sqlite3.SQLITE_READONLY: _unwritable,
    sqlite3.SQLITE_CANTOPEN: _unwritable,
    sqlite3.SQLITE_PERM: _unwritable,
    sqlite3.SQLITE_IOERR: _failing,
    sqlite3.SQLITE_NOLFS: _failing,
}
