"""A file that the preparer keeps at a box or at a month: a bank's letter, a workpaper, a mail."""

import datetime as dt
import unicodedata
from dataclasses import dataclass
from typing import Final

from focusdesk.filing.edit import EditRefused

LARGEST: Final = 20 * 2**20
"""Bytes of the largest file that can be attached: the store stays one file that can be copied."""

_LONGEST_NAME: Final = 120  # bytes, of the 255 that file systems take
_LONGEST_SUFFIX: Final = 20
_MEGABYTE: Final = 2**20
# Names that Windows keeps for devices, with any suffix, and letters that it takes in no name.
_DEVICES = frozenset({"con", "prn", "aux", "nul"}) | {
    f"{device}{number}" for device in ("com", "lpt") for number in range(1, 10)
}
_FORBIDDEN = str.maketrans(dict.fromkeys('<>:"|?*', "_"))
_NAMELESS = "file"
# What a system runs, or opens in a program that runs what is within, where another file is shown.
_PROGRAMS = """
    appimage appinstaller application appref-ms bat bin chm cmd com command cpl deb desktop diagcab
    dll dmg elf exe gadget hta inf iso jar jnlp library-ms lnk msc msi msix msp out pif pkg pyz pyzw
    reg rpm run scf scr search-ms settingcontent-ms sys terminal tool url vhd vhdx webloc website
    workflow xbap
"""
_SCRIPTS = """
    applescript bash csh fish js jse ksh lua mjs php pl ps1 ps1xml ps2 psm1 py pyw r rb scpt sct sh
    tcl vb vbe vbs ws wsc wsf wsh zsh
"""
_PAGES = "htm html mht mhtml shtml svg svgz xht xhtml"
_MACROS = """
    accda accdb accde ade adp doc docm dot dotm iqy mda mdb mde odb odp ods odt one otp ots ott pot
    potm ppam pps ppsm ppt pptm sldm slk xla xlam xll xlm xls xlsb xlsm xlt xltm
"""
_RUNS_AS = {
    **dict.fromkeys(_PROGRAMS.split(), "a program"),
    **dict.fromkeys(_SCRIPTS.split(), "a script"),
    **dict.fromkeys(_PAGES.split(), "a page that can hold scripts"),
    **dict.fromkeys(_MACROS.split(), "a document that can hold macros"),
}


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that was attached; its content is read by `FilingSession.read_attachment`.

    Attributes:
        number: Its number in the store, by which it is read and withdrawn.
        code: The box; `focusdesk.filing.filing.OF_THE_MONTH` for a file of the month itself.
        name: The name under which it can be opened: no folder, nothing that a system refuses.
        size: Its length in bytes.
        digest: SHA-256 of its content, in hexadecimal.
        author: Who attached it.
        attached: When, in UTC.
    """

    number: int
    code: str
    name: str
    size: int
    digest: str
    author: str
    attached: dt.datetime


def refuse_size(code: str, name: str, size: int) -> None:
    """Let no file be attached that is empty or too large; ask before reading it.

    Args:
        code: The box, for the refusal.
        name: The file's name, for the sentence.
        size: Its length in bytes.

    Raises:
        EditRefused: it cannot be attached; the sentence says why and what to do.
    """
    if size > LARGEST:
        sentence = (
            f'"{clean_name(name)}" has {_megabytes(size)} MB; a file of at most '
            f"{LARGEST // _MEGABYTE} MB can be attached. Attach a smaller one, or say in a note "
            f"where it is kept."
        )
        raise EditRefused(code, sentence)
    if size == 0:
        sentence = f'"{clean_name(name)}" is empty. Attach a file that holds something.'
        raise EditRefused(code, sentence)


def runs_as(name: str) -> str:
    """Say what a file may run as when the system opens it: ``a program``; empty for nothing.

    It goes by the suffix, as the systems do.
    """
    return _RUNS_AS.get(name.rpartition(".")[2].casefold(), "") if "." in name else ""


def clean_name(name: str) -> str:
    """Give the name under which a file can be opened again on any system.

    Folders, control characters and signs that turn the reading direction are left out; what no
    system takes in a name becomes an underscore; a name that is too long keeps its suffix.
    """
    last = unicodedata.normalize("NFC", name).replace("\\", "/").rstrip("/").rpartition("/")[2]
    plain = "".join(letter for letter in last if letter.isprintable()).translate(_FORBIDDEN)
    plain = plain.strip().rstrip(". ")
    stem, suffix = _parts(plain)
    if stem.partition(".")[0].strip().casefold() in _DEVICES:
        stem = f"_{stem}"
    room = _LONGEST_NAME - len(suffix.encode())
    return stem.encode()[:room].decode(errors="ignore").rstrip(". ") + suffix


def _parts(name: str) -> tuple[str, str]:
    """Take the suffix off a name, with its dot, where it has a stem and a suffix."""
    stem, dot, suffix = name.rpartition(".")
    stem = stem.strip(" .")
    if stem and len(suffix.encode()) <= _LONGEST_SUFFIX:
        return stem, dot + suffix
    return name.strip(" .") or _NAMELESS, ""


def _megabytes(size: int) -> str:
    """Round up: a file that is a byte too large must not read as one that is not."""
    return f"{-(-size * 10 // _MEGABYTE) / 10:.1f}"
