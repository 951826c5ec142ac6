"""A whole page: title, furniture, ornaments, and that nothing is left out."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from focusdesk.form.box import Box, BoxKind, Value
from focusdesk.form.edition import Edition
from focusdesk.form.page import Column, Ornament, PageCell, PageLayout
from focusdesk.form.period import Period
from focusdesk.form.placed import Face, PlacedPage, PlacedText, Role, UnprintableText
from focusdesk.form.placing import place
from focusdesk.form.schedule import LineItem, Schedule
from focusdesk.form.written import PlacingError

PlaceLines = Callable[..., PlacedPage]

OUTER = Column("outer", rule=(470.0, 550.0), frame=(554.0, 575.0), title="Total")
PAGE = PageLayout(text_scale=1.0, columns=(OUTER,), top=150.0, row_pitch=16.0)
FIRM = LineItem("", "Name", (Box("13", BoxKind.TEXT, column="outer"),))
STRIP = (
    Ornament("frame", 36.0, 44.0, 400.0, 82.0),
    Ornament("text", 40.0, 54.0, text="BROKER OR DEALER"),
    Ornament("text", 40.0, 74.0, to_x=396.0, text="{13}", bold=True),
    Ornament("rule", 474.0, 77.0, 560.0, 77.0, weight=1.0),
)


def half_em(text: str, size: float, face: Face) -> float:
    return len(text) * size * (0.6 if face is Face.BOLD else 0.5)


def placed(
    page: PageLayout = PAGE,
    values: dict[str, Value] | None = None,
    lines: tuple[LineItem, ...] = (FIRM,),
) -> PlacedPage:
    title = ("STATEMENT OF CASH", "FOR CUSTOMERS")
    schedule = Schedule("cash", "Cash", title, 10, lines, page)
    form = Edition("2014-01", "Test", Period(2013, 1), (schedule,), furniture=STRIP)
    return place(form, schedule, None if values is None else values.__getitem__, half_em)


def texts(page: PlacedPage, role: Role) -> list[PlacedText]:
    return [text for text in page.texts if text.role is role]


def test_the_title_is_bold_and_stands_in_the_middle_line_by_line() -> None:
    page = placed()

    first, second = texts(page, Role.TITLE)
    assert (first.text, second.text) == ("STATEMENT OF CASH", "FOR CUSTOMERS")
    assert {(text.x + text.right) / 2 for text in (first, second)} == {306.0}
    assert (first.lettering.face, second.y - first.y) == (Face.BOLD, PAGE.title_pitch)
    assert page.name == "Cash"


def test_furniture_shows_the_firm_and_stands_on_every_page_but_those_that_refuse_it() -> None:
    page = placed(values={"13": "HSBC SECURITIES (USA) INC."})
    bare = placed(replace(PAGE, furniture=False), {"13": "HSBC"})

    words = [text.text for text in texts(page, Role.FURNITURE)]
    assert words == ["BROKER OR DEALER", "HSBC SECURITIES (USA) INC."]
    assert (page.frames[0].x, page.frames[0].to_y, page.rules[0].weight) == (36.0, 82.0, 1.0)
    assert not texts(bare, Role.FURNITURE)
    assert not texts(bare, Role.TITLE)


def test_furniture_of_the_blank_form_shows_no_firm() -> None:
    words = [text.text for text in texts(placed(), Role.FURNITURE) if text.text]

    assert words == ["BROKER OR DEALER"]


def test_a_long_name_in_the_furniture_shrinks_to_its_room() -> None:
    page = placed(values={"13": "N" * 80})

    assert texts(page, Role.FURNITURE)[1].right == pytest.approx(396.0)


def test_a_column_has_its_title_over_the_first_row() -> None:
    [title] = texts(placed(), Role.HEADING)

    assert (title.text, title.y) == ("Total", 150.0 - 16.0)
    assert (title.x + title.right) / 2 == (470.0 + 575.0) / 2


def test_a_paragraph_is_wrapped_after_its_bold_lead() -> None:
    note = Ornament(
        "text", 200.0, 700.0, to_x=290.0, text="misstatements are crimes", lead="NOTE", leading=9.0
    )
    page = placed(replace(PAGE, ornaments=(note,), furniture=False))

    lead, first, second = texts(page, Role.FURNITURE)
    assert (lead.text, lead.lettering.face, lead.x) == ("NOTE", Face.BOLD, 200.0)
    assert (first.text, first.y) == ("misstatements", 700.0)
    assert lead.right < first.x < first.right <= 290.0
    assert (second.text, second.x, second.y) == ("are crimes", 200.0, 709.0)


def test_no_line_of_a_paragraph_is_wider_than_its_room() -> None:
    words = " ".join(["misstatements", "of", "facts", "are", "crimes"] * 3)
    note = Ornament("text", 200.0, 700.0, to_x=290.0, text=words, lead="NOTE")
    page = placed(replace(PAGE, ornaments=(note,), furniture=False))

    lines = texts(page, Role.FURNITURE)
    assert len(lines) > 4
    assert all(200.0 <= line.x < line.right <= 290.0 for line in lines)


def test_a_justified_paragraph_fills_each_line_but_the_last() -> None:
    note = Ornament(
        "text", 200.0, 700.0, to_x=290.0, text="misstatements are crimes of fact", align="justify"
    )
    page = placed(replace(PAGE, furniture=False, ornaments=(note,)))

    lines = {text.y for text in texts(page, Role.FURNITURE)}
    ends = [
        max(text.right for text in texts(page, Role.FURNITURE) if text.y == y)
        for y in sorted(lines)
    ]
    assert len(ends) == 2
    assert ends[0] == 290.0
    assert ends[1] < 290.0


def test_a_leader_follows_the_words_of_an_ornament() -> None:
    note = Ornament("text", 72.0, 120.0, text="Rule 17a-5(b)", leader_to=450.0)
    page = placed(replace(PAGE, furniture=False, ornaments=(note,)))

    [words], [leader] = texts(page, Role.FURNITURE), page.leaders
    assert words.right < leader.x < leader.to_x <= 450.0
    assert leader.y == 120.0


def test_an_ornament_can_be_italic_and_have_a_scale_of_its_own() -> None:
    words = Ornament("text", 306.0, 170.0, text="(Please read)", italic=True, scale=0.5)
    page = placed(replace(PAGE, text_scale=0.82, ornaments=(words,), furniture=False))

    lettering = texts(page, Role.FURNITURE)[0].lettering
    assert (lettering.face, lettering.scale) == (Face.ITALIC, 0.5)


def test_a_page_without_rows_prints_its_cells_and_ornaments_alone() -> None:
    cell = PageCell("13", (36.0, 398.0), 282.0, (398.0, 418.0))
    page = placed(PageLayout(rows=False, furniture=False, cells=(cell,)), values={"13": "HSBC"})

    assert [text.text for text in page.texts] == ["HSBC", "13"]


def test_a_box_that_no_row_cell_or_label_prints_is_named() -> None:
    with pytest.raises(PlacingError, match="13 of cash"):
        placed(PageLayout(rows=False))


def test_a_double_rule_under_no_box_is_named() -> None:
    with pytest.raises(PlacingError, match="9999"):
        placed(replace(PAGE, double_ruled=("9999",)))


def test_an_ornament_that_shows_an_unknown_box_is_named() -> None:
    with pytest.raises(PlacingError, match="9999"):
        placed(replace(PAGE, ornaments=(Ornament("text", 36.0, 700.0, text="{9999}"),)))


def test_a_cell_of_an_unknown_box_is_named() -> None:
    cell = PageCell("9999", (36.0, 398.0), 282.0, (398.0, 418.0))

    with pytest.raises(PlacingError, match="9999"):
        placed(replace(PAGE, cells=(cell,)))


def test_a_firm_whose_name_cannot_be_printed_is_said_of_the_page() -> None:
    def lacking(text: str, size: float, face: Face) -> float:
        if "\N{SNOWMAN}" in text:
            message = "the typeface lacks it."
            raise UnprintableText(message)
        return half_em(text, size, face)

    schedule = Schedule("cash", "Cash", ("CASH",), 10, (FIRM,), PAGE)
    form = Edition("2014-01", "Test", Period(2013, 1), (schedule,), furniture=STRIP)

    with pytest.raises(PlacingError, match="Cash cannot be printed: the typeface lacks it"):
        place(form, schedule, {"13": "\N{SNOWMAN}"}.__getitem__, lacking)


def test_a_title_can_stand_beside_the_middle_narrow_and_light() -> None:
    page = placed(replace(PAGE, title_x=346.0, title_scale=0.5, title_bold=False))

    first, second = texts(page, Role.TITLE)
    assert {(text.x + text.right) / 2 for text in (first, second)} == {346.0}
    assert (first.lettering.face, first.lettering.scale) == (Face.REGULAR, 0.5)
    assert first.lettering.scale < texts(page, Role.LABEL)[0].lettering.scale


def test_texts_of_one_line_item_share_a_row_and_each_box_its_column() -> None:
    other = LineItem("1", "Cash", (Box("7010", BoxKind.AMOUNT, column="outer"),))

    page = placed(values={"13": "HSBC", "7010": 5}, lines=(FIRM, other))

    rows = {text.row for text in page.texts if text.code == "7010"}
    [row] = rows
    line = [(text.text, text.column) for text in page.texts if text.row == row]
    assert line == [("1.", 0), ("Cash", 0), ("5", 1), ("7010", 1)]
    assert len({text.row for text in texts(page, Role.TITLE)}) == 1
    assert [text.column for text in texts(page, Role.HEADING)] == [1]
    assert page.texts[-1].row > page.texts[0].row > 0


def test_a_box_in_no_column_is_named() -> None:
    cell = PageCell("14", (400.0, 500.0), 300.0, (500.0, 520.0))
    file_number = LineItem("", "SEC. FILE NO.", (Box("14", BoxKind.TEXT),))
    page = replace(PAGE, cells=(cell,))

    assert placed(page, lines=(FIRM, file_number)).names == {"14": "SEC. FILE NO."}
