"""How the desk speaks of notes and of attached files."""

from focusdesk.filing.filing import OF_THE_MONTH
from focusdesk.form.edition import Edition

PERMANENT = "Permanent: comes back next month"
THIS_MONTH = "This month only"
_KILOBYTE = 1024
_MEGABYTE = 1024 * _KILOBYTE


def keeping_words(*, permanent: bool) -> str:
    """Say how long a note is kept at its box."""
    return PERMANENT if permanent else THIS_MONTH


def place_words(edition: Edition, code: str) -> str:
    """Name what a note or a file belongs to: ``7070, Line 7.A, Cash`` or ``The month itself``.

    A box that the form does not have any more keeps its code.
    """
    if code == OF_THE_MONTH:
        return "The month itself"
    return f"{code}, {edition.name_of(code)}" if code in edition.boxes else code


def size_words(size: int) -> str:
    """Write the length of a file: ``812 bytes``, ``1.4 MB``; rounded up, never to nothing."""
    if size < _KILOBYTE:
        return "1 byte" if size == 1 else f"{size} bytes"
    unit, scale = ("MB", _MEGABYTE) if size > _MEGABYTE - _KILOBYTE // 10 else ("KB", _KILOBYTE)
    tenths = -(-size * 10 // scale)
    return f"{tenths // 10}.{tenths % 10} {unit}"


def count_of(number: int, thing: str, things: str = "") -> str:
    """Count things: ``1 note``, ``3 notes``; where no ``s`` makes the plural, name it."""
    return f"1 {thing}" if number == 1 else f"{number} {things or thing + 's'}"
