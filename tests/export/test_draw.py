"""The drawer puts things where the page says, and nothing else."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from io import BytesIO
from typing import Any, cast

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from focusdesk.export.draw import Drawing
from focusdesk.export.fonts import measure
from focusdesk.form.placed import (
    Face,
    Lettering,
    PlacedFrame,
    PlacedLeader,
    PlacedMark,
    PlacedPage,
    PlacedRule,
    PlacedText,
    Role,
    UnprintableText,
)
from tests.export.tagged_pdf import words_by_run

ReadWords = Callable[[bytes], list[Any]]


def text(words: str, x: float, y: float, lettering: Lettering) -> PlacedText:
    width = measure(words, lettering.size, lettering.face) * lettering.scale
    return PlacedText(words, x, y, width, lettering, Role.LABEL)


def drawn(*pages: PlacedPage) -> bytes:
    drawing = Drawing(title="Title", author="Firm", subject="Subject")
    for page in pages:
        drawing.page(page)
    return drawing.finish()


def operations(content: bytes) -> list[tuple[list[Any], str]]:
    with pikepdf.open(BytesIO(content)) as pdf:
        stream = pikepdf.parse_content_stream(pdf.pages[0])
        return [
            (list(numbers(op.operands)), name)
            for op in stream
            if (name := str(op.operator)) in {"re", "l", "m", "w", "d"}
        ]


def numbers(operands: Iterable[Any]) -> Iterator[float]:
    for operand in operands:
        yield from numbers(operand) if isinstance(operand, pikepdf.Array) else [float(operand)]


@pytest.mark.parametrize("face", list(Face))
@pytest.mark.parametrize("scale", [1.0, 0.82])
def test_words_stand_where_they_were_placed_and_are_as_wide_as_measured(
    words_of: ReadWords, face: Face, scale: float
) -> None:
    placed = text("347,295,282", 473.0, 150.0, Lettering(8.0, face, scale))

    [word] = words_of(drawn(PlacedPage(612.0, 792.0, "", (placed,))))

    assert (word.text, word.x, word.y) == ("347,295,282", 473.0, 792.0 - 150.0)
    assert word.right == pytest.approx(placed.right, abs=0.1)


def test_lettering_does_not_leak_from_one_text_to_the_next(words_of: ReadWords) -> None:
    wide, narrow = Lettering(9.0, Face.BOLD), Lettering(8.0, Face.REGULAR, 0.82)
    placed = (
        text("ledger", 36.0, 100.0, narrow),
        text("LEDGER", 36.0, 120.0, wide),
        text("ledger", 36.0, 140.0, narrow),
    )

    words = words_of(drawn(PlacedPage(612.0, 792.0, "", placed)))

    assert [word.right for word in words] == [pytest.approx(t.right, abs=0.15) for t in placed]


def test_rules_frames_and_leaders_are_measured_from_the_top() -> None:
    page = PlacedPage(
        612.0,
        792.0,
        "",
        (),
        (PlacedLeader(100.0, 150.0, 456.8, 2.0),),
        (PlacedRule(473.0, 152.0, 550.0, 152.0, 0.9),),
        (PlacedFrame(554.0, 142.0, 575.0, 153.0),),
    )
    ops = operations(drawn(page))

    assert ([100.4, 642.4], "m") in ops  # the middle of the first dot, which stands on its line
    assert ([456.5, 642.4], "l") in ops  # a little beyond the middle of the last
    assert ([0.0, 2.0, 0.0], "d") in ops
    assert ([473.0, 640.0], "m") in ops
    assert ([550.0, 640.0], "l") in ops
    assert ([554.0, 639.0, 21.0, 11.0], "re") in ops
    assert [op[0] for op in ops if op[1] == "w"][-2:] == [[0.9], [0.5]]


def test_a_leader_is_no_text_that_a_reader_would_have_to_hear(words_of: ReadWords) -> None:
    page = PlacedPage(612.0, 792.0, "", (), (PlacedLeader(100.0, 150.0, 456.8, 2.0),))

    with pytest.raises(IndexError):
        words_of(drawn(page))[0]


def test_a_mark_is_turned_about_the_place_where_it_begins_and_stands_under_the_words(
    words_of: ReadWords,
) -> None:
    mark = PlacedMark("DRAFT", 100.0, 700.0, Lettering(90.0, Face.BOLD), angle=90.0, gray=0.9)
    words = text("ledger", 36.0, 100.0, Lettering(8.0))

    content = drawn(PlacedPage(612.0, 792.0, "", (words,), marks=(mark,)))

    *letters, last = words_of(content)
    assert "".join(letter.text for letter in letters) == "DRAFT"
    assert {round(letter.x, 3) for letter in letters} == {100.0}
    assert letters[0].y == pytest.approx(92.0)
    assert letters[-1].y > 92.0 + 2 * 90.0
    assert last.text == "ledger"
    with pikepdf.open(BytesIO(content)) as pdf:
        grays = [op for op in pikepdf.parse_content_stream(pdf.pages[0]) if str(op.operator) == "g"]
    assert [float(cast("Any", op.operands[0])) for op in grays] == [0.9]


def test_only_pages_with_a_name_have_a_bookmark() -> None:
    content = drawn(PlacedPage(612.0, 792.0, "Cover", ()), PlacedPage(792.0, 612.0, "", ()))

    with pikepdf.open(BytesIO(content)) as pdf, pdf.open_outline() as outline:
        assert [item.title for item in outline.root] == ["Cover"]
        assert [float(page.mediabox[2]) for page in pdf.pages] == [612.0, 792.0]
        assert str(pdf.Root["/PageMode"]) == "/UseOutlines"


def test_names_are_words_and_never_marks_of_a_language(words_of: ReadWords) -> None:
    name = r"A <b>&amp; (B\) %PDF /JS"
    lettering = Lettering(8.0)

    words = words_of(drawn(PlacedPage(612.0, 792.0, name, (text(name, 36.0, 90.0, lettering),))))

    assert " ".join(word.text for word in words) == name


LETTERS = st.text(
    st.characters(codec="cp1252", exclude_categories=["Cc"])
    | st.sampled_from("\N{CYRILLIC CAPITAL LETTER ZHE}\N{GREEK SMALL LETTER OMEGA}\N{MINUS SIGN}"),
    min_size=1,
)


@given(st.lists(LETTERS, min_size=1, max_size=40))
def test_every_letter_is_read_back_whatever_part_of_the_face_it_is_in(texts: list[str]) -> None:
    placed = [of(words) for words in texts]

    with pikepdf.open(BytesIO(drawn(PlacedPage(612.0, 792.0, "", tuple(placed))))) as pdf:
        found = words_by_run(pdf.pages[0])

    assert [words for run, words in sorted(found.items()) if run >= 0] == [
        words.replace("\N{NO-BREAK SPACE}", " ").replace("\N{SOFT HYPHEN}", "") for words in texts
    ]


def test_control_characters_never_reach_the_paper() -> None:
    placed = text("HSBC", 36.0, 90.0, Lettering(8.0))
    page = PlacedPage(612.0, 792.0, "", (replace(placed, text="HS\x00\x1b\rBC\N{WORD JOINER}"),))

    with pikepdf.open(BytesIO(drawn(page))) as pdf:
        assert "HS BC" in words_by_run(pdf.pages[0]).values()


def test_more_letters_than_one_part_of_a_face_holds_are_read_back() -> None:
    letters = "".join(
        filter(str.isprintable, map(chr, [*range(0x20, 0x250), *range(0x390, 0x460)]))
    )
    known = "".join(letter for letter in letters if is_known(letter))
    assert len(known) > 600

    with pikepdf.open(BytesIO(drawn(PlacedPage(612.0, 792.0, "", (of(known),))))) as pdf:
        found = words_by_run(pdf.pages[0])
        assert len(pdf.pages[0]["/Resources"]["/Font"]) > 2

    assert found[0] == known


def is_known(letter: str) -> bool:
    try:
        return measure(letter, 8.0, Face.REGULAR) > 0
    except UnprintableText:
        return False


def of(words: str) -> PlacedText:
    return PlacedText(words, 36.0, 90.0, 1.0, Lettering(8.0), Role.LABEL)
