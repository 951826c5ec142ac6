"""Words, names and numbers as PDF writes them; nothing but words can come out of words."""

import re
from functools import lru_cache

_DELIMITED = re.compile(rb"[^!-~]|[#/()<>\[\]{}%]")
_ESCAPED = re.compile(rb"[\\()\r]")
_REMEMBERED = 8192
_BYTE_ORDER_MARK = b"\xfe\xff"


def printable(words: str) -> str:
    """Leave out what has no place on paper: control characters, halves of letters, turned text.

    A space that must not be broken becomes one that may.
    """
    if words.isprintable():
        return words
    kept = (letter if letter.isprintable() else " " * letter.isspace() for letter in words)
    return "".join(kept)


def text_string(words: str) -> bytes:
    """Write words that a reader shows to people, such as a title."""
    words = printable(words)
    if words.isascii():
        return literal(words.encode("ascii"))
    return b"<%s>" % (_BYTE_ORDER_MARK + words.encode("utf-16-be")).hex().encode()


def literal(codes: bytes) -> bytes:
    """Write bytes as a string."""
    return b"(%s)" % _ESCAPED.sub(_escaped, codes)


def name(words: str) -> bytes:
    """Write a name, such as ``/application#2Fjson``."""
    return b"/" + _DELIMITED.sub(_numbered, words.encode())


@lru_cache(maxsize=_REMEMBERED)  # what stands in a column stands at the same place
def number(value: float) -> bytes:
    """Write a measure in points, to a thousandth."""
    return b"%g" % round(value, 3)


def _escaped(match: re.Match[bytes]) -> bytes:
    return b"\\r" if match[0] == b"\r" else b"\\" + match[0]


def _numbered(match: re.Match[bytes]) -> bytes:
    return b"#%02X" % match[0][0]
