"""Words measured, fitted, wrapped and aligned; every letter is half as wide as it is high."""

import pytest

from focusdesk.form.placed import LEADER_DOT, Face, Lettering, Role, UnprintableText
from focusdesk.form.sheet import SMALLEST_ON_ONE_LINE, Sheet

EIGHT = Lettering(8.0)  # 4 points a letter
LEDGER = "Net unrealized profit (loss) in open futures contracts traded on a contract market"


def half_em(text: str, size: float, face: Face) -> float:
    if "\N{SNOWMAN}" in text:
        message = 'no letter for "\N{SNOWMAN}".'
        raise UnprintableText(message)
    return len(text) * size * (0.6 if face is Face.BOLD else 0.5)


@pytest.fixture
def sheet() -> Sheet:
    return Sheet(half_em)


@pytest.mark.parametrize(("align", "left"), [("left", 100.0), ("center", 92.0), ("right", 84.0)])
def test_words_are_aligned_to_their_point(sheet: Sheet, align: str, left: float) -> None:
    text = sheet.write("7010", (100.0, 50.0), EIGHT, Role.CODE, align=align)

    assert (text.x, text.right, text.y) == (left, left + 16.0, 50.0)


def test_a_horizontal_scale_narrows_words(sheet: Sheet) -> None:
    assert sheet.width_of("7010", Lettering(8.0, scale=0.5)) == 8.0


def test_words_that_fit_keep_their_size(sheet: Sheet) -> None:
    assert sheet.fitted("HARRIS TRUST", 48.0, EIGHT) == [("HARRIS TRUST", EIGHT)]


def test_words_that_are_too_wide_shrink_to_the_room(sheet: Sheet) -> None:
    [(words, fit)] = sheet.fitted("HARRIS TRUST", 36.0, EIGHT)

    assert words == "HARRIS TRUST"
    assert sheet.width_of(words, fit) == pytest.approx(36.0)


def test_words_that_would_be_too_small_take_two_lines(sheet: Sheet) -> None:
    lines = sheet.fitted("HARRIS TRUST AND SAVINGS BANK", 60.0, EIGHT)

    assert [words for words, _ in lines] == ["HARRIS TRUST", "AND SAVINGS BANK"]
    assert all(sheet.width_of(words, fit) <= 60.0 for words, fit in lines)
    assert lines[0][1].size > SMALLEST_ON_ONE_LINE


def test_a_word_without_spaces_is_halved_when_it_must(sheet: Sheet) -> None:
    assert [words for words, _ in sheet.fitted("W" * 200, 100.0, EIGHT)] == ["W" * 100] * 2


def test_the_last_of_two_lines_stands_on_the_baseline(sheet: Sheet) -> None:
    words = "HARRIS TRUST AND SAVINGS BANK"
    sheet.write_within(words, (0.0, 60.0), 50.0, EIGHT, Role.VALUE, code="7510")

    first, last = sheet.texts
    assert last.y == 50.0
    assert first.y == 50.0 - first.lettering.size
    assert {text.code for text in sheet.texts} == {"7510"}


@pytest.mark.parametrize("room", [30.0, 80.0, 161.0, 1000.0])
def test_wrapped_lines_stay_within_the_room_and_lose_no_word(sheet: Sheet, room: float) -> None:
    lines = sheet.wrapped(LEDGER, room, EIGHT)

    assert all(sheet.width_of(line, EIGHT) <= room for line in lines)
    assert "".join(lines).replace(" ", "") == LEDGER.replace(" ", "")


def test_the_first_line_may_have_less_room(sheet: Sheet) -> None:
    assert sheet.wrapped("one two three", 32.0, EIGHT, 16.0) == ["one", "two", "three"]
    assert sheet.wrapped("one two three", 32.0, EIGHT) == ["one two", "three"]


def test_justified_words_reach_from_edge_to_edge_with_equal_spaces(sheet: Sheet) -> None:
    sheet.write_across("one two three", (36.0, 100.0), 50.0, EIGHT, Role.FURNITURE)

    assert [text.text for text in sheet.texts] == ["one ", "two ", "three"]
    assert (sheet.texts[0].x, sheet.texts[-1].right) == (36.0, 100.0)
    first, second, third = sheet.texts
    assert second.x - first.right == third.x - second.right == 6.0


def test_one_word_alone_is_not_moved_to_justify_it(sheet: Sheet) -> None:
    sheet.write_across("alone", (36.0, 100.0), 50.0, EIGHT, Role.FURNITURE)

    assert [(text.text, text.x) for text in sheet.texts] == [("alone", 36.0)]


def test_leaders_of_all_rows_have_their_dots_in_line_and_touch_nothing(sheet: Sheet) -> None:
    for begin in (100.0, 101.3, 117.77):
        sheet.lead(begin, 458.0, 50.0, EIGHT)

    for begin, leader in zip((100.0, 101.3, 117.77), sheet.leaders, strict=True):
        assert leader.to_x == 458.0
        assert begin + 1.0 <= leader.x < begin + 1.0 + leader.pitch
        dots = (leader.to_x - LEADER_DOT - leader.x) / leader.pitch
        assert dots == pytest.approx(round(dots))


def test_the_dots_of_a_leader_are_set_as_close_as_full_stops(sheet: Sheet) -> None:
    sheet.lead(100.0, 458.0, 50.0, EIGHT)
    sheet.lead(100.0, 458.0, 60.0, EIGHT.of_size(16.0))

    pitches = [leader.pitch for leader in sheet.leaders]
    assert pitches == [sheet.width_of(".", EIGHT), 2 * sheet.width_of(".", EIGHT)]


def test_reading_order_is_line_by_line_from_left_to_right(sheet: Sheet) -> None:
    for words, x, y in (("of", 90.0, 50.0), ("20", 36.0, 61.0), ("Dated", 36.0, 50.4)):
        sheet.write(words, (x, y), EIGHT, Role.LABEL)

    sheet.put_in_reading_order()

    assert [text.text for text in sheet.texts] == ["Dated", "of", "20"]


def test_a_leader_without_room_is_left_out(sheet: Sheet) -> None:
    pitch = sheet.width_of(".", EIGHT)
    for dots in (2, 3):
        sheet.lead(458.0 - 1.1 - LEADER_DOT - (dots - 1) * pitch, 458.0, 50.0, EIGHT)

    [leader] = sheet.leaders
    assert leader.to_x - leader.x == pytest.approx(LEADER_DOT + 2 * pitch)


def test_a_letter_that_the_typeface_lacks_is_refused(sheet: Sheet) -> None:
    with pytest.raises(UnprintableText):
        sheet.write("\N{SNOWMAN}", (0.0, 0.0), EIGHT, Role.LABEL)
