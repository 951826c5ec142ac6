"""One box on the page: its line, its value, its code. Letters are half as wide as high."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

import pytest

from focusdesk.form.box import Box, BoxKind
from focusdesk.form.page import Column, DatePart, PageCell, PageLayout
from focusdesk.form.placed import Face, PlacedPage, PlacedText, Role
from focusdesk.form.schedule import LineItem
from focusdesk.form.written import PlacingError

PlaceLines = Callable[..., PlacedPage]

OUTER = Column("outer", rule=(470.0, 550.0), frame=(556.0, 577.0), dollar_x=460.0)
PAGE = PageLayout(text_scale=1.0, furniture=False, columns=(OUTER,))
CASH = Box("7010", BoxKind.AMOUNT, column="outer", dollar_sign=True)
SHORT = Box("7033", BoxKind.AMOUNT, column="outer", parentheses=True)
PARENTHESIS = 4.0


def only(page: PlacedPage, role: Role) -> PlacedText:
    [text] = [text for text in page.texts if text.role is role]
    return text


def test_an_amount_ends_where_its_rule_ends(place_lines: PlaceLines) -> None:
    page = place_lines(LineItem("1", "Cash", (CASH,)), values={"7010": 347295282})

    value, rule = only(page, Role.VALUE), page.rules[0]
    assert value.text == "347,295,282"
    assert value.right == rule.to_x == 550.0
    assert (value.code, rule.code) == ("7010", "7010")
    assert 0 < rule.y - value.y < 4


def test_the_digits_of_a_negative_amount_end_there_too(place_lines: PlaceLines) -> None:
    page = place_lines(LineItem("1", "Cash", (CASH,)), values={"7010": -14796490})

    assert only(page, Role.VALUE).text == "(14,796,490)"
    assert only(page, Role.VALUE).right == 550.0 + PARENTHESIS


@pytest.mark.parametrize("amount", [29234336, 0, None])
def test_parentheses_of_the_form_stand_around_the_rule(
    place_lines: PlaceLines, amount: int | None
) -> None:
    page = place_lines(LineItem("3", "Short options", (SHORT,)), values={"7033": amount})

    opening, closing = (text for text in page.texts if text.role is Role.PARENTHESIS)
    assert (opening.text, closing.text) == ("(", ")")
    assert opening.right < 470.0
    assert closing.x > 550.0
    assert closing.right < 556.0
    values = [text for text in page.texts if text.role is Role.VALUE]
    assert [text.right for text in values] == ([] if amount is None else [550.0])


def test_a_negative_amount_keeps_its_own_parentheses_within_those_of_the_form(
    place_lines: PlaceLines,
) -> None:
    page = place_lines(LineItem("3", "Short options", (SHORT,)), values={"7033": -5})

    assert only(page, Role.VALUE).text == "(5)"
    assert only(page, Role.VALUE).right == 550.0


def test_the_dollar_sign_is_printed_where_the_form_has_one(place_lines: PlaceLines) -> None:
    page = place_lines(LineItem("1", "", (CASH,)), LineItem("3", "", (SHORT,)))

    assert (only(page, Role.DOLLAR).x, only(page, Role.DOLLAR).code) == (460.0, "7010")


def test_a_column_that_does_not_say_where_has_its_dollar_sign_before_the_rule(
    place_lines: PlaceLines,
) -> None:
    bare = replace(PAGE, columns=(replace(OUTER, dollar_x=0.0),))
    page = place_lines(LineItem("1", "Cash", (CASH,)), page=bare)

    assert 450.0 < only(page, Role.DOLLAR).x < only(page, Role.DOLLAR).right < 468.0
    assert page.leaders[0].to_x < only(page, Role.DOLLAR).x


def test_a_leader_ends_before_the_parenthesis_of_the_form(place_lines: PlaceLines) -> None:
    narrow = replace(PAGE, label_to=560.0, columns=(replace(OUTER, dollar_x=0.0),))
    page = place_lines(LineItem("3", "Short options", (SHORT,)), page=narrow)

    opening = next(text for text in page.texts if text.text == "(")
    assert page.leaders[0].to_x < opening.x


def test_a_code_stands_in_the_middle_of_its_frame(place_lines: PlaceLines) -> None:
    page = place_lines(LineItem("1", "Cash", (CASH,)))

    code, frame = only(page, Role.CODE), page.frames[0]
    assert (frame.x, frame.to_x, frame.code) == (556.0, 577.0, "7010")
    assert code.x - frame.x == pytest.approx(frame.to_x - code.right)
    assert frame.y < code.y - 0.7 * code.lettering.size < code.y < frame.to_y


def test_a_code_of_many_digits_shrinks_into_its_frame(place_lines: PlaceLines) -> None:
    box = replace(CASH, code="1234567")

    code = only(place_lines(LineItem("1", "Cash", (box,))), Role.CODE)

    assert (code.x, code.right) == (pytest.approx(556.25), pytest.approx(576.75))


def test_the_largest_amount_shrinks_to_its_rule(place_lines: PlaceLines) -> None:
    page = place_lines(LineItem("1", "Cash", (CASH,)), values={"7010": 2**63 - 1})

    assert only(page, Role.VALUE).x == pytest.approx(470.0)
    assert only(page, Role.VALUE).right == pytest.approx(550.0)


def test_a_rule_goes_on_to_the_frame_and_a_second_one_under_it(place_lines: PlaceLines) -> None:
    total = LineItem("6", "", (replace(CASH, total=True),))
    page = place_lines(total, page=replace(PAGE, double_ruled=("7010",)))

    under, on, second = page.rules
    [frame] = page.frames
    assert (under.to_x, on.x, on.to_x, on.y) == (OUTER.rule[1], under.to_x, frame.x, under.y)
    assert (second.x, second.to_x) == (under.x, frame.to_x)
    assert second.y > frame.to_y == under.y
    assert {rule.weight for rule in page.rules} == {0.5}


def test_a_rule_can_end_where_its_amount_ends(place_lines: PlaceLines) -> None:
    layout = replace(PAGE, rule_to_frame=False, double_ruled=("7010",))
    page = place_lines(LineItem("6", "", (CASH,)), page=layout)

    assert [(rule.x, rule.to_x) for rule in page.rules] == [OUTER.rule] * 2


def test_a_cell_to_be_ticked_has_a_frame_with_the_x_in_its_middle(place_lines: PlaceLines) -> None:
    cell = PageCell("16", rule=(144.0, 161.0), y=215.0, frame=(161.0, 178.0))
    line = LineItem("1", "Rule 17a-5(a)", (Box("16", BoxKind.CHECK),))
    page = place_lines(line, values={"16": True}, page=replace(PAGE, cells=(cell,)))

    value = only(page, Role.VALUE)
    assert (value.text, value.lettering.face) == ("X", Face.BOLD)
    assert (value.x + value.right) / 2 == pytest.approx(152.5)
    assert [(frame.x, frame.to_y) for frame in page.frames] == [(144.0, 215.0), (161.0, 215.0)]
    assert not page.rules


def test_a_box_to_be_ticked_may_be_lower_than_the_frame_of_its_code(
    place_lines: PlaceLines,
) -> None:
    cell = PageCell("16", rule=(144.0, 161.0), y=215.0, frame=(165.0, 178.0))
    line = LineItem("1", "Rule 17a-5(a)", (Box("16", BoxKind.CHECK),))
    page = replace(PAGE, cells=(cell,), frame_height=11.0, tick_height=10.0, frame_drop=4.0)
    tick, code = place_lines(line, values={"16": True}, page=page).frames

    assert (tick.to_y - tick.y, code.to_y - code.y) == (10.0, 11.0)
    assert (tick.y + tick.to_y) / 2 == (code.y + code.to_y) / 2
    assert code.to_y == 215.0 + 4.0 - page.rule_drop


def test_the_last_digits_of_a_year_stand_right_behind_those_of_the_form(
    place_lines: PlaceLines,
) -> None:
    cells = (PageCell("25", (519.5, 541.0), 612.0, (541.0, 541.0), part=DatePart.YEAR),)
    line = LineItem("", "20", (Box("25", BoxKind.DATE),))
    page = replace(PAGE, cells=cells, value_lift=1.4)
    value = only(place_lines(line, values={"25": dt.date(2014, 2, 26)}, page=page), Role.VALUE)

    assert (value.text, value.x) == ("14", 519.5)
    assert value.y == 612.0 - PAGE.rule_drop


@pytest.mark.parametrize(("one_line", "lines"), [(False, 2), (True, 1)])
def test_a_long_value_takes_two_lines_only_where_there_is_room_above(
    place_lines: PlaceLines, *, one_line: bool, lines: int
) -> None:
    cell = PageCell("33", (415.8, 547.1), 495.1, (551.5, 560.2), one_line=one_line)
    line = LineItem("", "OFFICIAL USE", (Box("33", BoxKind.TEXT),))
    page = place_lines(line, values={"33": "A" * 80}, page=replace(PAGE, cells=(cell,)))

    values = [text for text in page.texts if text.role is Role.VALUE]
    assert len(values) == lines
    assert max(text.right for text in values) <= 547.1


def test_a_cell_may_have_no_line_under_its_value(place_lines: PlaceLines) -> None:
    cell = PageCell("title", (400.0, 500.0), 653.0, (500.0, 500.0), ruled=False)
    line = LineItem("", "Title", (Box("title", BoxKind.TEXT),))
    page = place_lines(line, values={"title": "Treasurer"}, page=replace(PAGE, cells=(cell,)))

    assert only(page, Role.VALUE).text == "Treasurer"
    assert not page.rules


def test_a_date_is_printed_in_as_many_parts_as_it_has_cells(place_lines: PlaceLines) -> None:
    cells = (
        PageCell("execution.date", (240.0, 370.0), 612.0, (370.0, 370.0), part=DatePart.DAY),
        PageCell("execution.date", (400.0, 507.0), 612.0, (507.0, 507.0), part=DatePart.MONTH),
    )
    line = LineItem("", "Dated the", (Box("execution.date", BoxKind.DATE),))
    page = place_lines(
        line,
        values={"execution.date": dt.date(2014, 2, 26)},
        page=replace(PAGE, cells=cells),
    )

    printed = [text for text in page.texts if text.role is Role.VALUE]
    assert [text.text for text in printed] == ["26th", "February"]
    assert [(text.x + text.right) / 2 for text in printed] == [305.0, 453.5]
    assert not page.frames  # equal edges print no frame
    assert len(page.rules) == 2


def test_a_name_stands_at_the_left_of_its_rule(place_lines: PlaceLines) -> None:
    box = Box("7510", BoxKind.TEXT, column="outer")
    page = place_lines(LineItem("", "Name(s):", (box,)), values={"7510": "HARRIS"})

    assert only(page, Role.VALUE).x == 472.0


def test_a_letter_that_cannot_be_printed_stops_with_the_code(place_lines: PlaceLines) -> None:
    box = Box("7510", BoxKind.TEXT, column="outer")

    with pytest.raises(PlacingError, match="7510"):
        place_lines(LineItem("", "Name(s):", (box,)), values={"7510": "\N{SNOWMAN}"})


STANDING = replace(OUTER, parentheses=(466.0, 546.0))


def test_parentheses_can_stand_at_their_own_places_and_shorten_the_rule(
    place_lines: PlaceLines,
) -> None:
    page = place_lines(
        LineItem("3", "Short options", (SHORT,)),
        LineItem("4", "Cash", (CASH,)),
        values={"7033": 29234336, "7010": 5},
        page=replace(PAGE, columns=(STANDING,), rule_to_frame=False),
    )

    opening, closing = (text for text in page.texts if text.role is Role.PARENTHESIS)
    assert (opening.x, closing.x) == (466.0, 546.0)
    short, cash = page.rules
    assert (short.x, short.to_x) == (470.0, 546.0)
    assert (cash.x, cash.to_x) == (470.0, 550.0)
    ends = [text.right for text in page.texts if text.role is Role.VALUE]
    assert ends == [pytest.approx(546.0), pytest.approx(550.0)]


def test_a_rule_begins_after_a_parenthesis_that_stands_on_it(place_lines: PlaceLines) -> None:
    column = replace(OUTER, parentheses=(470.0, 550.0))
    page = place_lines(LineItem("3", "", (SHORT,)), page=replace(PAGE, columns=(column,)))

    assert (page.rules[0].x, page.rules[0].to_x) == (470.0 + PARENTHESIS, 550.0)


def test_a_leader_ends_before_a_parenthesis_that_stands_by_itself(place_lines: PlaceLines) -> None:
    column = replace(STANDING, dollar_x=0.0)
    page = place_lines(
        LineItem("3", "Short options", (SHORT,)),
        page=replace(PAGE, label_to=560.0, columns=(column,)),
    )

    assert page.leaders[0].to_x <= 466.0


def test_a_frame_can_stand_lower_than_the_rule_and_its_value_higher(
    place_lines: PlaceLines,
) -> None:
    measured = replace(PAGE, rule_drop=0.7, frame_drop=2.0, value_lift=1.2, frame_height=10.0)
    page = place_lines(LineItem("1", "Cash", (CASH,)), values={"7010": 5}, page=measured)

    [label] = [text for text in page.texts if text.text == "Cash"]
    assert page.rules[0].y == pytest.approx(label.y + 0.7)
    assert page.frames[0].to_y == pytest.approx(label.y + 2.0)
    assert only(page, Role.VALUE).y == pytest.approx(label.y - 1.2)
    assert only(page, Role.DOLLAR).y == label.y


def test_codes_can_be_light(place_lines: PlaceLines) -> None:
    page = place_lines(LineItem("1", "", (CASH,)), page=replace(PAGE, code_bold=False))

    assert only(page, Role.CODE).lettering.face is Face.REGULAR


def test_a_cell_is_set_as_its_page_is_unless_it_says_otherwise(place_lines: PlaceLines) -> None:
    own = PageCell("7010", rule=(144.0, 244.0), y=215.0, frame=(250.0, 270.0))
    sizes: list[float] = []
    for cell in (own, replace(own, size=6.0)):
        layout = replace(PAGE, text_size=9.0, cells=(cell,))
        page = place_lines(LineItem("1", "Cash", (CASH,)), values={"7010": 5}, page=layout)
        sizes.append(only(page, Role.VALUE).lettering.size)

    assert sizes == [9.0, 6.0]


def test_a_box_within_words_has_its_rule_and_its_parentheses_there(
    place_lines: PlaceLines,
) -> None:
    within = replace(SHORT, column="")
    page = place_lines(LineItem("", "less {7033} in all", (within,)), values={"7033": 5})

    [rule] = page.rules
    value = only(page, Role.VALUE)
    opening, closing = (text for text in page.texts if text.role is Role.PARENTHESIS)
    assert opening.right < rule.x < value.x < value.right <= rule.to_x < closing.x
    assert {opening.y, closing.y, value.y} == {rule.y - PAGE.rule_drop}
