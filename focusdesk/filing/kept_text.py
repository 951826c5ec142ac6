"""What a person writes beside a figure, made fit to be kept: a note, an expression, an explanation.

Blanks of any width become plain ones: what is pasted from Excel or Word is full of others.
"""

import unicodedata
from typing import Final

from focusdesk.filing.edit import EditRefused

LONGEST_NOTE: Final = 4000
LONGEST_TYPED: Final = 200
LONGEST_WORDS: Final = 200
LONGEST_SOURCE: Final = 400

_NO_TEXT = frozenset({"Cc", "Cs"})


def note_text(code: str, text: str) -> str:
    """Give the words of a note as they are kept: no blanks at the ends, plain line ends.

    Args:
        code: The box, for the refusal.
        text: As it was written; of nothing but blanks it withdraws the note.

    Raises:
        EditRefused: it is too long, or holds characters that are no text.
    """
    return _lines(code, text, "note", "a note")


def explanation_text(code: str, text: str) -> str:
    """Give the words of an explanation as they are kept, just as `note_text` does for a note.

    Raises:
        EditRefused: it is too long, or holds characters that are no text.
    """
    return _lines(code, text, "explanation", "an explanation")


def source_text(code: str, text: str) -> str:
    """Give the source of a carried figure as it is kept: one line, no blanks at the ends.

    Raises:
        EditRefused: it is too long, or holds characters that are no text.
    """
    words = " ".join(_plain(text).split())
    if len(words) > LONGEST_SOURCE:
        sentence = (
            f"That source has {len(words)} characters; at most {LONGEST_SOURCE} are kept. Name the "
            f"document and the place in it, and attach the rest as a file."
        )
        raise EditRefused(code, sentence)
    if not _is_text(words):
        sentence = "That source has characters that are no text. Write it again without them."
        raise EditRefused(code, sentence)
    return words


def typed_text(code: str, text: str) -> str:
    """Give what was typed for a value as it is kept, without blanks at the ends.

    Args:
        code: The box, for the refusal.
        text: As it was typed; empty where it was a plain figure.

    Raises:
        EditRefused: it is too long, or holds characters that are no text.
    """
    typed = _plain(text).strip()
    if len(typed) > LONGEST_TYPED:
        sentence = (
            f"What was typed for {code} has {len(typed)} characters; at most {LONGEST_TYPED} are "
            f"kept. Shorten it, or type the result."
        )
        raise EditRefused(code, sentence)
    if not _is_text(typed):
        sentence = f"What was typed for {code} has characters that are no text. Type it again."
        raise EditRefused(code, sentence)
    return typed


def step_name(words: str) -> str:
    """Give the words of an edit as the journal keeps them: one line, and not too long."""
    plain = "".join(letter if letter.isprintable() else " " for letter in words)
    return " ".join(plain.split())[:LONGEST_WORDS]


def _lines(code: str, text: str, what: str, one: str) -> str:
    words = "\n".join(_plain(line).rstrip() for line in text.splitlines()).strip()
    if len(words) > LONGEST_NOTE:
        sentence = (
            f"That {what} has {len(words):,} characters; {one} holds at most {LONGEST_NOTE:,}. "
            f"Shorten it, or attach the text as a file."
        )
        raise EditRefused(code, sentence)
    if not _is_text(words.replace("\n", "")):
        sentence = f"That {what} has characters that are no text. Write it again without them."
        raise EditRefused(code, sentence)
    return words


def _plain(line: str) -> str:
    return "".join(" " if letter == "\t" or _is_blank(letter) else letter for letter in line)


def _is_blank(letter: str) -> bool:
    return unicodedata.category(letter) == "Zs"


def _is_text(text: str) -> bool:
    return not any(unicodedata.category(letter) in _NO_TEXT for letter in text)
