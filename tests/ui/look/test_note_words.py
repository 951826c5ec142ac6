import pytest

from focusdesk.form.edition import Edition
from focusdesk.ui.look.note_words import count_of, keeping_words, place_words, size_words


@pytest.mark.parametrize(
    ("size", "words"),
    [
        (1, "1 byte"),
        (1023, "1023 bytes"),
        (1024, "1.0 KB"),
        (1025, "1.1 KB"),
        (2**20, "1.0 MB"),
        (20 * 2**20, "20.0 MB"),
    ],
)
def test_the_length_of_a_file_is_said_in_the_nearest_unit_and_rounded_up(
    size: int, words: str
) -> None:
    assert size_words(size) == words


def test_what_a_note_belongs_to_is_named(editions: dict[str, Edition]) -> None:
    edition = editions["2014-01"]
    assert place_words(edition, "7070") == "7070, Line 7.A, Cash"
    assert place_words(edition, "") == "The month itself"
    assert place_words(edition, "9999") == "9999"


def test_how_long_a_note_is_kept_is_said_in_words() -> None:
    assert keeping_words(permanent=True) == "Permanent: comes back next month"
    assert keeping_words(permanent=False) == "This month only"


def test_things_are_counted_as_people_do() -> None:
    assert (count_of(1, "note"), count_of(0, "note")) == ("1 note", "0 notes")
    assert count_of(2, "box", "boxes") == "2 boxes"
