"""Furniture and ornaments: which blocks a page takes over, what hangs from its foot."""

from dataclasses import replace

import pytest

from focusdesk.form.box import Box, BoxKind, Value
from focusdesk.form.edition import Edition
from focusdesk.form.ornaments import furniture_of
from focusdesk.form.page import Column, Ornament, PageLayout
from focusdesk.form.period import Period
from focusdesk.form.placed import Face, PlacedPage, Role
from focusdesk.form.placing import place
from focusdesk.form.schedule import LineItem, Schedule

OUTER = Column("outer", rule=(470.0, 550.0), frame=(554.0, 575.0))
PAGE = PageLayout(text_scale=1.0, columns=(OUTER,), top=150.0, foot=720.0)
HEAD = Ornament("text", 78.0, 49.0, text="FOCUS", block="head")
HEAD_RULE = Ornament("rule", 40.0, 83.0, 576.0, 83.0, block="head")
FIRM = Ornament("text", 82.0, 12.0, 213.0, text="{13}", from_foot=True)
NUMBER = Ornament("text", 306.0, 37.0, text="{page_label}", from_foot=True, align="center")
FURNITURE = (HEAD, HEAD_RULE, FIRM, NUMBER)
LINE = LineItem("1", "Name", (Box("13", BoxKind.TEXT, column="outer"),))


def half_em(text: str, size: float, face: Face) -> float:
    return len(text) * size * (0.6 if face is Face.BOLD else 0.5)


def placed(page: PageLayout = PAGE, values: dict[str, Value] | None = None) -> PlacedPage:
    schedule = Schedule("cash", "Cash", ("CASH",), 10, (LINE,), page, page_label="28")
    form = Edition("2026-03", "Test", Period(2026, 3), (schedule,), furniture=FURNITURE)
    return place(form, schedule, None if values is None else values.__getitem__, half_em)


def words(page: PlacedPage) -> list[str]:
    return [text.text for text in page.texts if text.role is Role.FURNITURE]


def test_a_page_s_own_ornaments_of_a_block_replace_the_whole_block() -> None:
    own = Ornament("text", 78.0, 60.0, text="FOCUS", block="head")
    page = replace(PAGE, ornaments=(own, Ornament("text", 123.0, 75.0, text="Items")))

    assert furniture_of(page, FURNITURE) == (FIRM, NUMBER, own)


def test_a_page_without_such_ornaments_carries_all_the_furniture() -> None:
    assert furniture_of(PAGE, FURNITURE) == FURNITURE


def test_a_page_that_refuses_furniture_keeps_its_own() -> None:
    own = replace(HEAD, y=60.0)
    page = replace(PAGE, furniture=False, ornaments=(own,))

    assert furniture_of(page, FURNITURE) == (own,)


@pytest.mark.parametrize("foot", [720.0, 730.0])
def test_what_hangs_from_the_foot_stands_as_far_below_it_on_every_page(foot: float) -> None:
    page = placed(replace(PAGE, foot=foot), {"13": "HSBC"})

    assert [text.y for text in page.texts if text.text == "HSBC"] == [150.0, foot + 12.0]
    assert [text.y for text in page.texts if text.text == "28"] == [foot + 37.0]


def test_a_rule_from_the_foot_hangs_with_both_its_ends() -> None:
    rule = Ornament("rule", 80.0, 13.0, 215.0, 13.0, from_foot=True)
    page = placed(replace(PAGE, furniture=False, ornaments=(rule,)))

    assert [(line.y, line.to_y) for line in page.rules if line.x == 80.0] == [(733.0, 733.0)]


def test_the_foot_is_read_after_the_line_items_and_the_head_before() -> None:
    page = placed(values={"13": "HSBC"})

    texts = [text.text for text in page.texts]
    assert texts == ["FOCUS", "CASH", "1.", "Name", "HSBC", "13", "HSBC", "28"]


def test_the_page_s_own_name_is_printed_where_an_ornament_shows_it() -> None:
    assert words(placed()) == ["FOCUS", "", "28"]


def test_an_ornament_of_the_page_follows_its_title() -> None:
    items = Ornament("text", 123.0, 75.0, text="Items on this page")
    page = placed(replace(PAGE, ornaments=(items,)))

    assert [text.text for text in page.texts][:3] == ["FOCUS", "CASH", "Items on this page"]


def test_words_are_as_large_as_those_of_the_page_unless_they_say_otherwise() -> None:
    large = Ornament("text", 36.0, 700.0, text="PART II", size=20.0, scale=0.5)
    page = placed(replace(PAGE, text_size=9.0, text_scale=0.8, ornaments=(large,)))

    set_in = {text.text: text.lettering for text in page.texts if text.role is Role.FURNITURE}
    assert (set_in["FOCUS"].size, set_in["FOCUS"].scale) == (9.0, 0.8)
    assert (set_in["PART II"].size, set_in["PART II"].scale) == (20.0, 0.5)
