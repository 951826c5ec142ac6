"""Files that reach the disk whole or not at all."""

import contextlib
import os
import tempfile
from pathlib import Path


class FileNotWritten(OSError):
    """A file could not be written; the message is a sentence, and what was there is unchanged."""


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that at every moment the old or the new content is there, never half of it.

    Raises:
        FileNotWritten: the folder is missing or refuses, the disk is full, a folder has the name.
    """
    refuse_unwritable(path)
    path = path.resolve()  # a link keeps pointing where it points
    try:
        if path.exists() and not path.is_file():
            path.write_bytes(content)  # a pipe or a device is written to, never replaced
        else:
            _replace(path, content)
    except OSError as error:
        raise _not_written(path, error) from error


def refuse_unwritable(path: Path) -> None:
    """Refuse a file that could not be written, before anything else is done for its sake.

    Raises:
        FileNotWritten: the folder is missing or refuses, or a folder has the name.
    """
    path = path.resolve()
    folder = path.parent
    if not folder.is_dir():
        message = f"{path} was not written: there is no folder {folder}. Make it, or name another."
        raise FileNotWritten(message)
    if path.is_dir():
        message = f"{path} was not written: it is a folder. Add the name of a file."
        raise FileNotWritten(message)
    if path.exists() and not path.is_file():
        return
    try:
        with tempfile.TemporaryFile(prefix=".focusdesk-", dir=folder):
            pass
    except OSError as error:
        raise _not_written(path, error) from error


def _not_written(path: Path, error: OSError) -> FileNotWritten:
    reason = error.strerror or str(error)
    message = f"{path} was not written: {reason}. Name a folder in which you may write."
    return FileNotWritten(message)


def _replace(path: Path, content: bytes) -> None:
    """Write beside the file, flush to the disk, and only then take the file's name."""
    handle, temporary = tempfile.mkstemp(prefix=".focusdesk-", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).chmod(_mode_for(path))
        Path(temporary).replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(temporary).unlink()
        raise


def _mode_for(path: Path) -> int:
    """Keep the mode of the file that is replaced; a new one gets what the user's umask allows."""
    with contextlib.suppress(OSError):
        return path.stat().st_mode & 0o777
    umask = os.umask(0)
    os.umask(umask)
    return 0o666 & ~umask
