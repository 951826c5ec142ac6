"""The reader sees what is printed, however a program has drawn it."""

from collections.abc import Callable
from importlib import import_module
from io import BytesIO
from typing import Any, cast

import pytest
from reportlab.pdfgen.canvas import Canvas

from focusdesk.export.draw import Drawing
from focusdesk.export.fonts import measure
from focusdesk.form.placed import (
    Lettering,
    PlacedFrame,
    PlacedLeader,
    PlacedPage,
    PlacedRule,
    PlacedText,
    Role,
)
from tests.export.page_lines import PageInPieces
from tests.export.printed_page import PrintedPage, read_page

pypdfium2 = cast("Any", import_module("pypdfium2"))

HEIGHT = 792.0
SIZE = 8.0


def seen(content: bytes) -> PrintedPage:
    with pypdfium2.PdfDocument(content) as document:
        return read_page(document[0])


def drawn(*steps: Callable[[Any], None]) -> bytes:
    """Draw as word processors do, with a canvas of its own."""
    file = BytesIO()
    canvas = Canvas(file, pagesize=(612.0, HEIGHT))
    canvas.setFont("Helvetica", SIZE)
    for step in steps:
        step(canvas)
    canvas.save()
    return file.getvalue()


def words(text: str, x: float, y: float) -> Callable[[Any], None]:
    return lambda canvas: canvas.drawString(x, HEIGHT - y, text)


def gray(shade: float) -> Callable[[Any], None]:
    return lambda canvas: canvas.setFillGray(shade)


def bar(x: float, y: float, to_x: float, to_y: float) -> Callable[[Any], None]:
    return lambda canvas: canvas.rect(x, HEIGHT - to_y, to_x - x, to_y - y, stroke=0, fill=1)


def placed(page: PlacedPage) -> PrintedPage:
    drawing = Drawing(title="", author="", subject="")
    drawing.page(page)
    return seen(drawing.finish())


def text(words: str, x: float, y: float) -> PlacedText:
    lettering = Lettering(SIZE)
    width = measure(words, SIZE, lettering.face)
    return PlacedText(words, x, y, width, lettering, Role.LABEL)


def test_words_are_parted_by_spaces_and_stand_where_their_first_letter_does() -> None:
    page = seen(drawn(words("Net ledger  balance", 40.0, 100.0)))

    assert [word.text for word in page.words] == ["Net", "ledger", "balance"]
    assert (page.words[0].x, page.words[0].y) == (pytest.approx(40.0), pytest.approx(100.0))


def test_a_word_written_in_several_runs_is_one_word() -> None:
    whole = seen(drawn(words("customers", 40.0, 100.0))).words[0]
    page = seen(drawn(words("cus", 40.0, 100.0), words("tomers", 52.45, 100.0)))

    assert [word.text for word in page.words] == ["customers"]
    assert page.words[0].right == pytest.approx(whole.right, abs=0.5)


def test_letters_far_apart_are_two_words_without_a_space_between_them() -> None:
    page = seen(drawn(words("1.", 40.0, 100.0), words("Net", 52.0, 100.0)))

    assert [word.text for word in page.words] == ["1.", "Net"]


def test_the_number_of_a_line_is_a_word_even_where_nothing_parts_it_from_the_next() -> None:
    page = seen(drawn(words("10.Management of 17.5 A.i", 40.0, 100.0)))

    assert [word.text for word in page.words] == ["10.", "Management", "of", "17.5", "A.i"]


def test_a_letter_drawn_twice_is_one_letter() -> None:
    page = seen(drawn(words("balance", 40.0, 100.0), words("balance", 40.2, 100.0)))

    assert [word.text for word in page.words] == ["balance"]


def test_double_letters_are_two_letters() -> None:
    page = seen(drawn(words("illustrated full 11", 40.0, 100.0)))

    assert [word.text for word in page.words] == ["illustrated", "full", "11"]


def test_ligatures_and_other_hyphens_are_the_letters_they_stand_for() -> None:
    page = placed(PlacedPage(612.0, HEIGHT, "", (text("de\ufb01cit broker\u2010dealer", 40, 99),)))

    assert [word.text for word in page.words] == ["deficit", "broker-dealer"]


def test_a_curly_apostrophe_is_not_a_straight_one() -> None:
    page = placed(PlacedPage(612.0, HEIGHT, "", (text("customers\u2019", 40, 99),)))

    assert [word.text for word in page.words] == ["customers\u2019"]


def test_dollar_signs_and_parentheses_around_a_rule_are_marks_and_those_of_words_are_not() -> None:
    page = seen(drawn(words("Deduct (sold) $(____)", 40.0, 100.0)))

    assert [word.text for word in page.words] == ["Deduct", "(sold)"]
    assert [mark.text for mark in page.marks] == ["$", "(", ")"]


def test_a_rule_is_the_same_as_a_line_a_bar_or_a_row_of_underscores() -> None:
    line = placed(PlacedPage(612.0, HEIGHT, "", (), rules=(PlacedRule(100, 200, 144.5, 200),)))
    thin = seen(drawn(bar(100.0, 199.75, 144.5, 200.25)))
    row = seen(drawn(words("_" * 10, 100.0, 199.0)))

    for page in (line, thin, row):
        [rule] = page.rules
        assert (rule.x, rule.to_x) == (pytest.approx(100, abs=0.2), pytest.approx(144.5, abs=0.2))
        assert rule.y == rule.to_y == pytest.approx(200.0, abs=0.3)
        assert not page.words


def test_a_leader_is_the_same_as_dots_or_as_a_dashed_line() -> None:
    dashed = placed(PlacedPage(612.0, HEIGHT, "", (), (PlacedLeader(100.0, 200.0, 144.8, 2.0),)))
    dots = seen(drawn(words("Cash" + "." * 20, 100.0, 200.0)))

    [leader] = dashed.leaders
    assert (leader.x, leader.to_x) == pytest.approx((100.4, 144.4), abs=0.15)
    assert (len(dots.leaders), dots.rules) == (1, ())
    assert [word.text for word in dots.words] == ["Cash"]


def test_full_stops_of_words_are_no_leader() -> None:
    page = seen(drawn(words("U.S. person, Line A.vii. or No.", 40.0, 100.0)))

    assert [word.text for word in page.words] == ["U.S.", "person,", "Line", "A.vii.", "or", "No."]
    assert not page.leaders


def test_a_code_is_the_number_in_a_frame_of_lines_or_of_bars() -> None:
    frame = PlacedFrame(200.0, 90.0, 222.0, 101.0)
    lines = placed(PlacedPage(612, HEIGHT, "", (text("7010", 202, 99),), frames=(frame,)))
    edges = ((199.75, 222.25, 89.75, 90.25), (199.75, 222.25, 100.75, 101.25))
    level = [bar(x, top, to_x, foot) for x, to_x, top, foot in edges]
    upright = [bar(x - 0.25, 90.25, x + 0.25, 100.75) for x in (200.0, 222.0)]
    bars = seen(drawn(*level, *upright, words("7010", 202.0, 99.0)))

    for page in (lines, bars):
        [box] = page.boxes
        assert box.code == "7010"
        corners = (box.frame.x, box.frame.y, box.frame.to_x, box.frame.to_y)
        assert corners == pytest.approx((200.0, 90.0, 222.0, 101.0), abs=0.01)
        assert (page.words, page.rules, page.blanks) == ((), (), ())


def test_a_number_without_a_frame_is_a_word() -> None:
    page = seen(drawn(words("7010", 202.0, 99.0)))

    assert ([word.text for word in page.words], page.boxes) == (["7010"], ())


def test_an_empty_frame_beside_a_code_is_a_box_to_be_ticked() -> None:
    frames = (PlacedFrame(170.0, 90.0, 190.0, 101.0), PlacedFrame(194.0, 90.0, 216.0, 101.0))
    page = placed(PlacedPage(612.0, HEIGHT, "", (text("12000", 195, 99),), frames=frames))

    assert [box.code for box in page.boxes] == ["12000"]
    assert [(blank.x, blank.to_x) for blank in page.blanks] == [(170.0, 190.0)]


def test_frames_that_share_a_side_are_still_two() -> None:
    frames = (PlacedFrame(170.0, 90.0, 190.0, 101.0), PlacedFrame(190.0, 90.0, 216.0, 101.0))
    page = placed(PlacedPage(612.0, HEIGHT, "", (text("12000", 191, 99),), frames=frames))

    assert [(box.frame.x, box.frame.to_x) for box in page.boxes] == [(190.0, 216.0)]
    assert [(blank.x, blank.to_x) for blank in page.blanks] == [(170.0, 190.0)]
    assert not page.rules


def test_bold_words_are_known_by_their_face() -> None:
    page = seen(
        drawn(words("Net", 40, 99), lambda c: c.setFont("Helvetica-Bold", 8), words("B", 80, 99))
    )

    assert [word.bold for word in page.words] == [False, True]


def test_what_cannot_be_seen_on_paper_is_not_there() -> None:
    hidden = (gray(1.0), words("hidden", 40, 99), bar(40, 120, 90, 120.5))
    unseen = seen(drawn(*hidden, gray(0.0), words("seen", 40, 140)))

    def below_a_picture(canvas: Any) -> None:
        pen = canvas.beginText(40, 600)
        pen.setTextRenderMode(3)
        pen.textOut("searchable")
        canvas.drawText(pen)

    assert ([word.text for word in unseen.words], unseen.rules) == (["seen"], ())
    assert seen(drawn(below_a_picture)).words == ()


def test_a_page_whose_lines_may_hide_in_a_form_is_refused() -> None:
    def form(canvas: Any) -> None:
        canvas.beginForm("strip")
        canvas.line(10, 10, 100, 10)
        canvas.endForm()
        canvas.doForm("strip")

    with pytest.raises(PageInPieces, match="cannot be measured"):
        seen(drawn(form))
