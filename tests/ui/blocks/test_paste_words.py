import pytest

from focusdesk.filing.paste_rows import RowState
from focusdesk.ui.blocks.paste_words import (
    STATE_SIGNS,
    STATE_WORDS,
    answer_words,
    done_words,
    follows_heading,
    follows_words,
    held_words,
    look_of,
    reason_words,
    spoken_row,
    would_words,
)
from tests.exchange.filled_form import FORM
from tests.ui.paste_previews import BAD, preview_of


def test_every_state_has_its_words_and_its_sign() -> None:
    assert set(STATE_WORDS) == set(STATE_SIGNS) == set(RowState)


@pytest.mark.parametrize(
    ("code", "held", "would", "look"),
    [
        ("7010", "blank", "1,234", "plain"),
        ("7020", "blank", "", "error"),
        ("7033", "blank", "", "warning"),
        ("7040", "9", "1,234", "warning"),
        ("9999", "", "", "error"),
        ("7030", "9", "blank", "plain"),
        ("7070", "7", "", "soft"),
    ],
)
def test_a_row_says_what_its_box_holds_and_would_hold(
    code: str, held: str, would: str, look: str
) -> None:
    (row,) = (row for row in preview_of(*BAD).rows if row.code == code)
    assert (held_words(row), would_words(row), look_of(row)) == (held, would, look)


def test_a_row_is_spoken_whole() -> None:
    changed, refused, *_, unknown, _, _ = preview_of(*BAD).rows
    assert spoken_row(changed) == (
        "row 1, 7010, Line 1.A, Cash: blank to 1,234, will change. 1,234.56 -> 1,234."
    )
    assert spoken_row(refused).startswith(
        'row 2, 7020, Line 1.B, Securities (at market): abc, refused. "abc" is not an amount'
    )
    assert spoken_row(unknown).startswith("row 5, 9999: 12, refused. The form has no box")


def test_what_is_left_out_says_how_to_take_it_in_again() -> None:
    preview = preview_of(("7010", "5"))
    (row,) = preview.without(preview.rows[0].key).rows
    assert reason_words(row) == "Space takes it in."


def test_totals_that_move_are_counted_and_named() -> None:
    preview = preview_of(("7010", "5"), held={})
    assert follows_heading(preview.follows) == "4 totals move"
    assert follows_words(preview.follows[0], FORM).startswith("7040   blank \u2192 5   Line 4")
    assert follows_heading(()) == "No total moves."


def test_the_button_and_the_status_line_count_the_boxes() -> None:
    one, two = preview_of(("7010", "5")), preview_of(("7010", "5"), ("7020", "6"))
    assert (answer_words(one), done_words(one)) == ("Paste 1 box", "7010 pasted")
    assert (answer_words(two), done_words(two)) == ("Paste 2 boxes", "2 boxes pasted")
    assert answer_words(preview_of(*BAD)) == "Paste"
