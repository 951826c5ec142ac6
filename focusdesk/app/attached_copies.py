"""Attached files on the disk: read to be attached, and copied out to be looked at."""

import tempfile
import weakref
from pathlib import Path

from focusdesk.filing.attachment import LARGEST, refuse_size
from focusdesk.filing.edit import EditRefused
from focusdesk.ui.edges import EdgeRefused

_ONLY_READ = 0o400


def read_attached(path: Path) -> bytes:
    """Read a file that is to be attached.

    Raises:
        EdgeRefused: it is no file, cannot be read, is empty or too large; the sentence says so. A
            file that is too large is not read.
    """
    try:
        # A pipe or a device could be read without end.
        if not path.is_file():
            message = f'"{path.name}" is not attached: it is no file. Attach a file, not a folder.'
            raise EdgeRefused(message)
        refuse_size("", path.name, path.stat().st_size)
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
        refuse_size("", path.name, len(content))
    except EditRefused as error:
        raise EdgeRefused(str(error)) from error
    except OSError as error:
        reason = error.strerror or str(error)
        message = f'"{path.name}" is not attached: {reason}. Attach a file that you may read.'
        raise EdgeRefused(message) from error
    return content


class AttachedCopies:
    """Copies that are looked at, in a folder of the user's own that goes with the program."""

    def __init__(self) -> None:
        self._folder: tempfile.TemporaryDirectory[str] | None = None

    def keep(self, name: str, content: bytes) -> Path:
        """Write a copy that can only be read, under the file's own name.

        Each has a folder to itself: two files of one name do not meet.

        Raises:
            EdgeRefused: the disk refused.
        """
        try:
            if self._folder is None:
                # A viewer may still hold a copy open when the program ends.
                self._folder = tempfile.TemporaryDirectory(
                    prefix="focusdesk-", ignore_cleanup_errors=True
                )
                weakref.finalize(self, self._folder.cleanup)
            copy = Path(tempfile.mkdtemp(dir=self._folder.name)) / name
            copy.write_bytes(content)
            copy.chmod(_ONLY_READ)
        except OSError as error:
            reason = error.strerror or str(error)
            message = f'"{name}" cannot be opened: {reason}. Save a copy to a folder of your own.'
            raise EdgeRefused(message) from error
        return copy
