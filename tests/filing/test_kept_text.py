"""What a person writes beside a figure, made fit to be kept."""

import pytest

from focusdesk.filing.edit import EditRefused
from focusdesk.filing.kept_text import (
    LONGEST_NOTE,
    LONGEST_TYPED,
    LONGEST_WORDS,
    note_text,
    step_name,
    typed_text,
)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("  agreed with the bank \n", "agreed with the bank"),
        ("first\r\nsecond  \r\n\r\nlast", "first\nsecond\n\nlast"),
        ("a\u00a0b\tc\u2009d", "a b c d"),
        (" \u00a0\n\t", ""),
        ("Größe 株式会社 👩‍💼", "Größe 株式会社 👩‍💼"),
        ("x" * LONGEST_NOTE, "x" * LONGEST_NOTE),
    ],
)
def test_a_note_keeps_its_words_and_its_lines(text: str, kept: str) -> None:
    assert note_text("7010", text) == kept


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("x" * (LONGEST_NOTE + 1), r"has 4,001 characters; a note holds at most 4,000\. Shorten"),
        ("bell \a", "no text"),
        ("half \ud83d", "no text"),
        ("nul \0", "no text"),
    ],
)
def test_what_is_no_note_is_refused_with_its_box(text: str, why: str) -> None:
    with pytest.raises(EditRefused, match=why) as refused:
        note_text("7010", text)

    assert refused.value.code == "7010"


def test_what_was_typed_is_kept_on_one_line_with_plain_blanks() -> None:
    assert typed_text("7010", " =1\u00a0000 + 250 ") == "=1 000 + 250"
    assert typed_text("7010", "") == ""


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("=" + "1+" * LONGEST_TYPED, "for 7010 has 401 characters; at most 200 are kept"),
        ("=1\n+2", "no text. Type it again"),
        ("=1\ud83d", "no text. Type it again"),
    ],
)
def test_what_cannot_be_kept_is_refused_with_its_box(text: str, why: str) -> None:
    with pytest.raises(EditRefused, match=why) as refused:
        typed_text("7010", text)

    assert refused.value.code == "7010"


def test_the_name_of_a_step_is_one_line_and_not_too_long() -> None:
    assert step_name(" Import\n\ud83dmay\t.csv ") == "Import may .csv"
    assert step_name("x" * 500) == "x" * LONGEST_WORDS
