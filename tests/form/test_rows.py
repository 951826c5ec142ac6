"""Line items as rows. Letters are half as wide as high, so 4 points each in 8 point type."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from focusdesk.form.box import Box, BoxKind
from focusdesk.form.page import Column, PageLayout
from focusdesk.form.placed import Face, PlacedPage, PlacedText, Role
from focusdesk.form.schedule import LineItem, LineStyle
from focusdesk.form.written import PlacingError

PlaceLines = Callable[..., PlacedPage]

COLUMNS = (
    Column("name", rule=(150.0, 250.0), frame=(254.0, 275.0)),
    Column("inner", rule=(300.0, 380.0), frame=(384.0, 405.0), dollar_x=290.0),
    Column("outer", rule=(470.0, 550.0), frame=(554.0, 575.0), dollar_x=460.0),
)
PAGE = PageLayout(
    text_scale=1.0,
    furniture=False,
    columns=COLUMNS,
    top=100.0,
    row_pitch=16.0,
    line_pitch=10.0,
    note_pitch=12.0,
    caption_gap=5.0,
    number_x=36.0,
    label_x=51.0,
    indent=15.0,
    right=575.0,
)
CASH = Box("7010", BoxKind.AMOUNT, column="outer")
GROSS = Box("7045", BoxKind.AMOUNT, column="inner")


@pytest.fixture
def rows(place_lines: PlaceLines) -> PlaceLines:
    def placed(*lines: LineItem, page: PageLayout = PAGE, **values: object) -> PlacedPage:
        return place_lines(*lines, page=page, values=values or None)

    return placed


def texts(page: PlacedPage, role: Role) -> list[PlacedText]:
    return [text for text in page.texts if text.role is role]


def test_rows_are_evenly_pitched_and_boxes_stand_on_the_last_line_of_a_label(
    rows: PlaceLines,
) -> None:
    page = rows(
        LineItem("1", "Net ledger balance"),
        LineItem("5", "Accounts liquidating to a deficit\n- gross amount", (CASH,)),
        LineItem("6", "Amount required"),
    )

    labels = {text.text: text.y for text in texts(page, Role.LABEL)}
    assert labels == {
        "Net ledger balance": 100.0,
        "Accounts liquidating to a deficit": 116.0,
        "- gross amount": 126.0,
        "Amount required": 142.0,
    }
    assert page.rules[0].y == 126.0 + PAGE.rule_drop


def test_a_numbered_line_is_indented_with_its_number(rows: PlaceLines) -> None:
    page = rows(LineItem("1", "Net ledger balance"), LineItem("1.A", "Cash", indent=1))

    assert [(text.text, text.x) for text in texts(page, Role.NUMBER)] == [("1.", 36), ("A.", 51)]
    assert [text.x for text in texts(page, Role.LABEL)] == [51.0, 66.0]


def test_a_line_without_number_begins_where_one_would_stand(rows: PlaceLines) -> None:
    page = rows(LineItem("", "Less: amount offset", indent=1), LineItem("", "Amount"))

    assert [text.x for text in texts(page, Role.LABEL)] == [51.0, 36.0]


def test_a_caption_is_bold_and_has_more_room_above(rows: PlaceLines) -> None:
    page = rows(
        LineItem("", "SEGREGATION REQUIREMENTS", style=LineStyle.CAPTION),
        LineItem("1", "Cash", (CASH,)),
        LineItem("", "FUNDS IN SEGREGATED ACCOUNTS", style=LineStyle.CAPTION),
    )

    first, second = texts(page, Role.CAPTION)
    assert first.lettering.face is Face.BOLD
    assert (first.y, second.y) == (100.0, 100.0 + 16.0 + 16.0 + 5.0)


def test_a_line_can_say_its_own_height(rows: PlaceLines) -> None:
    page = rows(LineItem("1", "Cash", y=210.0), LineItem("2", "Securities"))

    assert [text.y for text in texts(page, Role.LABEL)] == [210.0, 226.0]


def test_a_fact_of_the_firm_is_not_printed(rows: PlaceLines) -> None:
    fact = Box("firm.swap_dealer", BoxKind.YES_NO, printed=False)
    page = rows(LineItem("", "Swap dealer?", (fact,), printed=False), LineItem("1", "Cash"))

    assert [text.text for text in page.texts] == ["1.", "Cash"]


def test_notes_are_wrapped_to_the_form_and_hang_under_their_words(rows: PlaceLines) -> None:
    words = "(3) Minimum Dollar Requirement of $20,000,000 for FCMs offering or engaging in retail "
    note = LineItem("", words * 6, style=LineStyle.NOTE)
    page = rows(note, LineItem("", "(4) Other.", style=LineStyle.NOTE))

    lines = texts(page, Role.NOTE)
    assert len(lines) > 3
    assert all(line.right <= 575.0 for line in lines)
    assert lines[0].x == 36.0
    assert {line.x for line in lines[1:-1]} == {36.0 + 4 * len("(3) ")}
    assert lines[-1].y - lines[-2].y == PAGE.note_pitch


def test_a_label_that_is_too_long_is_wrapped_before_its_amount(rows: PlaceLines) -> None:
    page = rows(LineItem("1", "Amount of customer risk maintenance margin " * 3, (GROSS,)))

    labels = texts(page, Role.LABEL)
    assert len(labels) > 1
    assert all(label.right <= 290.0 for label in labels)


def test_a_leader_leads_from_the_label_to_the_amount(rows: PlaceLines) -> None:
    page = rows(LineItem("1", "Cash", (CASH,)), LineItem("2", "Gross", (GROSS,)))

    outer, inner = page.leaders
    cash, gross = texts(page, Role.LABEL)
    assert outer.to_x == PAGE.label_to
    assert inner.to_x == 288.0  # before the column
    assert 1.0 <= outer.x - cash.right < 1.0 + outer.pitch
    assert 1.0 <= inner.x - gross.right < 1.0 + inner.pitch
    assert outer.y == 100.0


def test_captions_and_names_have_no_leader(rows: PlaceLines) -> None:
    name = Box("7510", BoxKind.TEXT, column="name")
    page = rows(
        LineItem("", "CASH", (replace(CASH, code="1"),), style=LineStyle.CAPTION),
        LineItem("", "Name(s):", (name, CASH), indent=1),
    )

    assert not page.leaders


def test_boxes_of_a_row_share_its_baseline_and_come_left_to_right(rows: PlaceLines) -> None:
    page = rows(LineItem("", "Less", (CASH, GROSS)))

    assert [text.text for text in texts(page, Role.CODE)] == ["7045", "7010"]
    assert len({text.y for text in texts(page, Role.CODE)}) == 1


def test_a_box_within_the_words_is_a_ruled_blank_filled_in_place(rows: PlaceLines) -> None:
    describe = Box("7150.describe", BoxKind.TEXT)
    line = LineItem("12", "On hand (describe: {7150.describe})", (describe, CASH))
    values: dict[str, object] = {"7150.describe": "checks", "7010": 0}
    page = rows(line, **values)

    before, after = texts(page, Role.LABEL)
    [value] = [text for text in texts(page, Role.VALUE) if text.code == "7150.describe"]
    [rule] = [rule for rule in page.rules if rule.code == "7150.describe"]
    assert (before.text, after.text) == ("On hand (describe: ", ")")
    assert before.right < rule.x < value.x < value.right < rule.to_x < after.x
    assert after.right == pytest.approx(PAGE.label_to)
    assert value.y == before.y == after.y
    assert not page.leaders


def test_a_box_without_a_place_is_named(rows: PlaceLines) -> None:
    with pytest.raises(PlacingError, match="7010"):
        rows(LineItem("1", "Cash", (replace(CASH, column="nowhere"),)))


def test_words_that_leave_no_room_for_their_box_are_named(rows: PlaceLines) -> None:
    describe = Box("7150.describe", BoxKind.TEXT)

    with pytest.raises(PlacingError, match=r"7150\.describe"):
        rows(LineItem("12", "On hand " * 15 + "{7150.describe}", (describe, CASH)))


def test_a_line_below_the_foot_is_named(rows: PlaceLines) -> None:
    with pytest.raises(PlacingError, match="7010 of cash stands 2 points below the foot"):
        rows(LineItem("1", "Cash", (CASH,), y=PAGE.foot + 2))


def test_words_can_follow_their_number_directly(rows: PlaceLines) -> None:
    page = rows(
        LineItem("9", "Net settlement"),
        LineItem("10", "Options", gap=1.0),
        page=replace(PAGE, number_gap=3.0),
    )

    numbers, labels = texts(page, Role.NUMBER), texts(page, Role.LABEL)
    assert [label.x - number.right for number, label in zip(numbers, labels, strict=True)] == [3, 1]


def test_a_number_without_room_after_it_touches_its_words(rows: PlaceLines) -> None:
    page = rows(LineItem("10", "Management target", gap=0.0))

    assert texts(page, Role.LABEL)[0].x == texts(page, Role.NUMBER)[0].right


def test_a_line_can_begin_where_it_says_with_and_without_number(rows: PlaceLines) -> None:
    page = rows(LineItem("", "Less: amount offset", x=44.0), LineItem("1", "Cash", x=40.0))

    assert texts(page, Role.NUMBER)[0].x == 40.0
    assert [text.x for text in texts(page, Role.LABEL)] == [44.0, 55.0]


def test_further_lines_hang_where_the_line_says(rows: PlaceLines) -> None:
    page = rows(
        LineItem("A.i", "Amount of customer risk\nMaintenance margin", hang_x=53.0, leading=15.7),
        LineItem("B", "Minimum"),
    )

    first, second, after = texts(page, Role.LABEL)
    assert (first.x, second.x) == (51.0, 53.0)
    assert second.y - first.y == pytest.approx(15.7)
    assert after.y - second.y == pytest.approx(PAGE.row_pitch)


def test_wrapped_words_hang_there_too(rows: PlaceLines) -> None:
    page = rows(LineItem("1", "Net " * 60, hang_x=60.0))

    first, *further = texts(page, Role.LABEL)
    assert first.x == 51.0
    assert further
    assert {text.x for text in further} == {60.0}
    assert all(text.right <= PAGE.right for text in (first, *further))


def test_the_words_of_a_note_stand_apart_from_its_lead(rows: PlaceLines) -> None:
    note = LineItem("", "Note: " + "If amount " * 30, style=LineStyle.NOTE, hang_x=66.0)
    lead, *lines = texts(rows(note), Role.NOTE)

    assert (lead.text, lead.x) == ("Note:", 36.0)
    assert lines[0].text.startswith("If amount")
    assert lines[0].y == lead.y
    assert {text.x for text in lines} == {66.0}


def test_a_leader_goes_on_where_the_words_of_its_line_end_early(rows: PlaceLines) -> None:
    describe = Box("7150.describe", BoxKind.TEXT)
    line = LineItem("12", "On hand (describe: {7150.describe})", (describe, CASH), words_to=400.0)
    page = rows(line, page=replace(PAGE, label_to=440.0))

    closing = next(text for text in page.texts if text.text == ")")
    assert closing.right == pytest.approx(400.0)
    assert 400.0 < page.leaders[0].x < page.leaders[0].to_x <= 440.0


def test_labels_end_where_their_first_column_says(rows: PlaceLines) -> None:
    columns = (replace(COLUMNS[1], label_to=250.0), COLUMNS[2])
    page = rows(
        LineItem("1", "Gross", (GROSS,)),
        LineItem("2", "Cash", (CASH,)),
        page=replace(PAGE, columns=columns, label_to=440.0),
    )

    inner, outer = page.leaders
    assert 240.0 < inner.to_x <= 250.0
    assert 430.0 < outer.to_x <= 440.0


def test_captions_can_be_underlined_instead_of_bold_and_of_their_own_size(
    rows: PlaceLines,
) -> None:
    caption = LineItem("", "FUNDS DEPOSITED", style=LineStyle.CAPTION)
    page = rows(caption, page=replace(PAGE, caption_underlined=True, caption_size=9.0))

    [words] = texts(page, Role.CAPTION)
    assert (words.lettering.face, words.lettering.size) == (Face.REGULAR, 9.0)
    [rule] = page.rules
    assert (rule.x, rule.to_x) == (words.x, words.right)
    assert words.y < rule.y < words.y + 3


def test_only_captions_are_underlined(rows: PlaceLines) -> None:
    page = rows(LineItem("1", "Cash"), page=replace(PAGE, caption_underlined=True))

    assert not page.rules


def test_a_number_is_printed_as_the_form_prints_it(rows: PlaceLines) -> None:
    page = rows(LineItem("2.A", "Cash", printed_mark="A"))

    assert [text.text for text in texts(page, Role.NUMBER)] == ["A"]
