"""The examination that ``focusdesk doctor`` prints."""

import json
import os
import platform
import shutil
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from focusdesk.doctor.complaint import LACKING, Complaint
from focusdesk.doctor.libraries import (
    library_complaint,
    missing_libraries,
    qt_folder,
    unloadable,
)
from focusdesk.doctor.obstacle import bad_pair, qt_version
from focusdesk.doctor.packages import package_tool, system_name
from focusdesk.doctor.screen import screen_complaint, screen_name

try:
    from sqlite3 import sqlite_version
except ImportError:  # a Python built without it must get a sentence
    sqlite_version = ""

_OLDEST_PYTHON = (3, 11)
_OLDEST_SQLITE = (3, 35, 0)
_OLDEST_GLIBC = (2, 34)
_OLDEST_GLIBC_ON_ARM = (2, 39)  # Qt's wheels differ by processor
_LEAST_FREE_BYTES = 100_000_000
_FONT_FACES = ("Regular", "Bold", "Italic", "BoldItalic")


@dataclass(frozen=True, slots=True)
class DoctorReport:
    """What was found, and what is to be mended.

    Attributes:
        facts: What each part of the machine is, in the order it is shown.
        complaints: What it lacks, worst first.
    """

    facts: Mapping[str, str]
    complaints: tuple[Complaint, ...]

    @property
    def status(self) -> int:
        """Give the exit status: 0, or 78 when something stops the desk."""
        return LACKING if any(complaint.stops for complaint in self.complaints) else 0


def doctor_report(
    data_folder: Path | None = None, fonts_folder: Path | None = None
) -> DoctorReport:
    """Examine the machine, in less than half a second; see `check_machine`."""
    facts = {
        "Python": f"{platform.python_version()}, {sys.executable}",
        "System": system_name() or platform.platform(),
        "C library": c_library(),
        "Qt": qt_version() or "not installed",
        "SQLite": sqlite_version or "not there",
        "Screen": screen_name(),
        "Package tool": package_tool() or "none known",
    }
    if data_folder is not None:
        free = shutil.disk_usage(_nearest(data_folder)).free // 1_000_000
        facts["Data folder"] = f"{data_folder}, {free:,} MB free"
    return DoctorReport(facts, check_machine(data_folder, fonts_folder))


def check_machine(
    data_folder: Path | None = None, fonts_folder: Path | None = None
) -> tuple[Complaint, ...]:
    """Give everything the machine lacks, what stops the desk first.

    Args:
        data_folder: Where stores are kept by default; it need not exist yet.
        fonts_folder: The program's own fonts; None leaves them unchecked.
    """
    found = [python_complaint(sys.version_info), glibc_complaint(c_library(), platform.machine())]
    found += [_qt_complaint(), sqlite_complaint(sqlite_version)]
    if qt_folder() is not None:
        found.append(library_complaint(missing_libraries() or unloadable()))
    found += [fonts_complaint(fonts_folder), folder_complaint(data_folder)]
    screen = screen_complaint()
    if screen:  # every verb but the desk itself works without one
        found.append(Complaint(screen.part, screen.sentence, stops=False))
    complaints = [complaint for complaint in found if complaint]
    return tuple(sorted(complaints, key=lambda complaint: not complaint.stops))


def render(report: DoctorReport, *, as_json: bool = False) -> str:
    """Give the report as text for a person, or as one JSON object for a script."""
    if as_json:
        complaints = [
            {"part": c.part, "message": c.sentence, "command": c.command, "stops": c.stops}
            for c in report.complaints
        ]
        return json.dumps({"facts": dict(report.facts), "complaints": complaints}, indent=2)
    width = max(map(len, report.facts))
    lines = [f"{name:<{width}}  {words}" for name, words in report.facts.items()]
    lines += [f"\n{complaint}" for complaint in report.complaints]
    if not report.complaints:
        lines.append("\nThis machine has all that the desk needs.")
    return "\n".join(lines)


def c_library() -> str:
    """Give the C library's name and version, for example ``glibc 2.36``, or ``""``."""
    try:
        return os.confstr("CS_GNU_LIBC_VERSION") or ""
    except (ValueError, AttributeError):  # not glibc; not a Unix
        return ""


def python_complaint(version: tuple[int | str, ...]) -> Complaint | None:
    """Say that this Python is too old, or None."""
    if version[:2] >= _OLDEST_PYTHON:
        return None
    shown = ".".join(map(str, version[:3]))
    return Complaint("Python", f"focusdesk needs Python 3.11 or newer; this is {shown}.")


def glibc_complaint(words: str, machine: str) -> Complaint | None:
    """Say that the C library is too old for Qt, or is not glibc, or None.

    Args:
        words: For example ``"glibc 2.36"``; ``""`` where it is another library.
        machine: The processor, for example ``"x86_64"``.
    """
    if sys.platform != "linux":
        return None
    least = _OLDEST_GLIBC_ON_ARM if machine in {"aarch64", "arm64"} else _OLDEST_GLIBC
    if words and _numbers(words.rsplit(maxsplit=1)[-1]) >= least:
        return None
    return Complaint(
        "C library",
        f"Qt needs glibc {'.'.join(map(str, least))} or newer; this system has "
        f"{words or 'another C library'}. Debian 12, Ubuntu 22.04 and RHEL 9 are new enough "
        "(on ARM: Debian 13 and Ubuntu 24.04).",
    )


def sqlite_complaint(version: str) -> Complaint | None:
    """Say that SQLite is too old or missing, or None.

    Args:
        version: For example ``"3.40.1"``; ``""`` where Python was built without SQLite.
    """
    if version and _numbers(version) >= _OLDEST_SQLITE:
        return None
    least = ".".join(map(str, _OLDEST_SQLITE))
    have = f"has {version}" if version else "was built without it"
    return Complaint("SQLite", f"focusdesk needs SQLite {least} or newer; this Python {have}.")


def fonts_complaint(folder: Path | None) -> Complaint | None:
    """Say which of the program's own fonts are missing, or None."""
    names = [f"LiberationSans-{face}.ttf" for face in _FONT_FACES]
    missing = [name for name in names if folder and not (folder / name).is_file()]
    if not missing:
        return None
    where = f"{', '.join(missing)} in {folder}"
    return Complaint("Fonts", f"The program's own fonts are missing: {where}. Install it anew.")


def folder_complaint(folder: Path | None) -> Complaint | None:
    """Say that the data folder cannot be written or is nearly full, or None."""
    if folder is None:
        return None
    place = _nearest(folder)
    if not place.is_dir() or not os.access(place, os.W_OK):
        sentence = f"The data folder {folder} cannot be written. Name a store elsewhere."
        return Complaint("Data folder", sentence, stops=False)
    if (free := shutil.disk_usage(place).free) < _LEAST_FREE_BYTES:
        sentence = f"Only {free // 1_000_000} MB are free at {place}. Make room before you work."
        return Complaint("Data folder", sentence, stops=False)
    return None


def _qt_complaint() -> Complaint | None:
    if version := qt_version():
        return bad_pair(version, sys.version_info)
    return Complaint(
        "Qt",
        "PySide6-Essentials, the window library, is not installed in this environment.",
        "python3 installer/bootstrap.py run",
    )


def _nearest(folder: Path) -> Path:
    """Give the folder, or the closest one above it that exists already."""
    return next(place for place in (folder, *folder.absolute().parents) if place.exists())


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split(".") if part.isdigit())
