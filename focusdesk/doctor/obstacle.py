"""What keeps the desk from opening: asked by the launcher before it imports Qt."""

import sys

from focusdesk.doctor.complaint import Complaint
from focusdesk.doctor.libraries import (
    library_complaint,
    missing_libraries,
    qt_folder,
    restart_with_own_libraries,
)
from focusdesk.doctor.screen import is_screenless, screen_complaint

_SOUND_PYTHON = (3, 12)


def desk_obstacle() -> Complaint | None:
    """Give what keeps the desk from opening on this machine, or None.

    Print it on standard error and leave with `LACKING`. Takes a few milliseconds; starts the
    process anew when libraries that set-up unpacked are not visible yet.
    """
    restart_with_own_libraries()
    pair = None if sys.version_info >= _SOUND_PYTHON else bad_pair(qt_version(), sys.version_info)
    return (
        pair
        or screen_complaint()
        or library_complaint(missing_libraries(screen=not is_screenless()))
    )


def bad_pair(qt: str, python: tuple[int | str, ...]) -> Complaint | None:
    """Refuse PySide6 6.12.0 on Python 3.10 and 3.11, or None.

    There every void Qt call loses one reference to None, and after some thousand calls the
    interpreter aborts: no store is harmed, but the desk would close in the user's face.
    """
    if not qt.startswith("6.12.0") or python[:2] >= _SOUND_PYTHON:
        return None
    return Complaint(
        "Qt",
        f"PySide6 {qt} aborts on Python {python[0]}.{python[1]} after some thousand calls. "
        "Install the version that the lock file names.",
        f'"{sys.executable}" -m pip install PySide6-Essentials==6.11.3',
    )


def qt_version() -> str:
    """Give the version of the installed PySide6-Essentials, or ``""``; imports no Qt.

    Read from the name of its metadata folder: importlib.metadata alone costs a start 30 ms.
    """
    if (folder := qt_folder()) is None:
        return ""
    found = folder.parent.glob("[Pp]y[Ss]ide6_[Ee]ssentials-*.dist-info")
    return next((path.stem.partition("-")[2] for path in found), "")
