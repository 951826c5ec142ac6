"""A new file that is there whole or not at all, and never in the place of another."""

import os
import tempfile
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from focusdesk.filing.ports import StoreFailed

_LEFTOVERS = ("-journal", "-wal", "-shm")


@contextmanager
def new_file(path: Path) -> Generator[Path, None, None]:
    """Give an empty file beside `path` to fill; when all went well it becomes `path`.

    Only its owner can read it (0600). It and its folder are synced before it counts.

    Raises:
        StoreFailed: there is a file of that name, or the folder is missing or cannot be written.
    """
    _refuse_existing(path)
    try:
        # mkstemp opens with O_EXCL and mode 0600, whatever the umask.
        handle, name = tempfile.mkstemp(prefix=".focusdesk-", suffix=".new", dir=path.parent)
    except OSError as error:
        raise _no_room(path, error) from error
    os.close(handle)
    beside = Path(name)
    try:
        yield beside
        try:
            _sync(beside)
            _take_place(beside, path)
            _sync_folder(path.parent)
        except FileExistsError as error:
            raise _exists(path) from error
        except OSError as error:
            raise _no_room(path, error) from error
    finally:
        beside.unlink(missing_ok=True)
        for leftover in _LEFTOVERS:
            beside.with_name(beside.name + leftover).unlink(missing_ok=True)


def _refuse_existing(path: Path) -> None:
    if os.path.lexists(path):
        raise _exists(path)
    for leftover in _LEFTOVERS:
        # SQLite would play the journal of a store that is gone into the new one.
        journal = path.with_name(path.name + leftover)
        if os.path.lexists(journal):
            message = (
                f'"{journal}" belongs to an earlier store of that name. '
                f"Choose another name, or move that file away."
            )
            raise StoreFailed(message)


def _exists(path: Path) -> StoreFailed:
    return StoreFailed(f'"{path}" is there already and is not overwritten. Choose another name.')


def _no_room(path: Path, error: OSError) -> StoreFailed:
    why = error.strerror or str(error)
    return StoreFailed(
        f'"{path}" cannot be made: {why}. Choose a folder that exists and that you can write to.'
    )


def _take_place(beside: Path, path: Path) -> None:
    """Give the file its name without overwriting another that has appeared meanwhile."""
    try:
        os.link(beside, path)
    except FileExistsError:
        raise
    except OSError:
        # A file system without hard links, such as a memory stick's: claim the name, then rename.
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        beside.replace(path)


def _sync(path: Path) -> None:
    # Windows flushes only what is open for writing.
    handle = os.open(path, os.O_RDWR | getattr(os, "O_BINARY", 0))
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _sync_folder(folder: Path) -> None:
    if os.name != "posix":  # Windows has no handle on a folder to sync
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
