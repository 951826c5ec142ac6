"""Words stay words in a PDF, whatever they are."""

from typing import Any

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from focusdesk.export.pdf_text import literal, name, number, printable, text_string

ANYTHING = st.text(st.characters())  # halves of letters and control characters, too


def read(written: bytes) -> Any:
    return pikepdf.Object.parse(written)


@given(ANYTHING)
def test_words_are_read_back_as_they_would_be_printed(words: str) -> None:
    assert str(read(text_string(words))) == printable(words)


@given(ANYTHING)
def test_nothing_invisible_is_left_of_words(words: str) -> None:
    assert printable(words).isprintable()


def test_what_parts_words_parts_them_still() -> None:
    assert printable("one\ntwo\N{NO-BREAK SPACE}three\x00\x1b\N{RIGHT-TO-LEFT OVERRIDE}") == (
        "one two three"
    )


@given(st.binary())
def test_bytes_are_read_back(codes: bytes) -> None:
    assert bytes(read(literal(codes))) == codes


@given(st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1))
def test_a_name_is_read_back(words: str) -> None:
    assert str(read(name(words))) == f"/{words}"


@pytest.mark.parametrize(
    ("value", "written"),
    [(792.0, b"792"), (473.1234, b"473.123"), (-0.00001, b"-0"), (1e-9, b"0"), (0.5, b"0.5")],
)
def test_a_measure_is_exact_to_a_thousandth_of_a_point(value: float, written: bytes) -> None:
    assert number(value) == written
