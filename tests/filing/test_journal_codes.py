"""What the journal calls things that are no boxes."""

import pytest

from focusdesk.filing import journal_codes
from focusdesk.filing.journal_codes import is_box
from focusdesk.form.edition import Edition

WORDS = [value for name, value in vars(journal_codes).items() if name.isupper()]


def test_there_are_words_to_look_at() -> None:
    assert len(WORDS) == len(set(WORDS)) >= 10


@pytest.mark.parametrize("word", WORDS)
def test_a_word_is_no_box_whatever_follows_it(word: str) -> None:
    assert not is_box(word)
    assert not is_box(f"{word}7010")


def test_no_word_is_the_beginning_of_another() -> None:
    assert not [
        (one, other) for one in WORDS for other in WORDS if one != other and other.startswith(one)
    ]


def test_every_code_of_the_form_is_a_box(editions: dict[str, Edition]) -> None:
    assert all(is_box(code) for form in editions.values() for code in form.boxes)
