"""The shipped pages as a form: aligned, evenly pitched, nothing touching, nothing cut."""

from collections.abc import Iterator
from itertools import combinations, pairwise

import pytest

from focusdesk.catalog.loader import load_editions
from focusdesk.export.fonts import measure
from focusdesk.form.box import BoxKind, Value
from focusdesk.form.edition import Edition
from focusdesk.form.placed import PlacedFrame, PlacedPage, PlacedRule, PlacedText, Role
from focusdesk.form.placing import place
from focusdesk.form.schedule import LineStyle, Schedule

Values = dict[str, Value]

EDITIONS = load_editions()
PAGES = [
    pytest.param(edition, schedule, id=f"{edition.id}-{schedule.id}")
    for edition in EDITIONS.values()
    for schedule in edition.schedules
]
MARGINS = (35.0, 575.9, 36.0, 768.0)
WIDER = {("2026-03", "cover"): (30.0, 585.1, 18.0, 777.0)}
"""The official cover stands nearer to the edges of the paper."""
DOLLAR_SIGNS = frozenset(
    [
        *("7010", "7060", "7100", "7190", "7194", "7198", "7200", "7210", "7240", "7305", "7315"),
        *("7345", "7351", "7355", "7360", "7380", "7500", "7530", "7540", "7580", "7640", "7700"),
        *("7770", "7780", "7785", "8500", "8550", "8560", "8590", "8600", "8720", "8730", "8760"),
        "8770",
    ]
)
LONG_NAME = "The Very Long Name of a Banking Corporation and Trust Company of New York, Limited"
PUNCTUATION_DEPTH = 0.22
WITH_DEPTH = frozenset("gjpqyQ,;()$|_")
NESTED = ("Report", "Part II")  # the p stands over small letters, as on the official page
CAPITAL_HEIGHT = 0.73


def filled(edition: Edition, **of_kind: Value) -> Values:
    return {box.code: of_kind.get(box.kind.value) for box in edition.boxes.values()}


def ways_to_fill(edition: Edition, every_box: Values) -> Iterator[Values | None]:
    yield None
    yield filled(edition)
    if set(edition.boxes) <= set(every_box):
        yield every_box
    date = next(value for value in every_box.values() if hasattr(value, "year"))
    rest: Values = {"date": date, "check": True, "yes_no": False}
    for amount, text in (
        (999_999_999_999_999, LONG_NAME[:80]),
        (2**63 - 1, "W" * 200),
        (0, "Several banks, trust companies and others; " * 4),
    ):
        yield filled(edition, amount=amount, text=text, **rest)


def placed_pages(edition: Edition, schedule: Schedule, every_box: Values) -> Iterator[PlacedPage]:
    for values in ways_to_fill(edition, every_box):
        read = None if values is None else values.__getitem__
        yield place(edition, schedule, read, measure)


def overlap(one: PlacedText, other: PlacedText) -> bool:
    across = one.x < other.right - 0.01 and other.x < one.right - 0.01
    above, below = sorted((one, other), key=lambda text: text.y)
    deep = PUNCTUATION_DEPTH if WITH_DEPTH & set(above.text) else 0.02
    top = below.y - CAPITAL_HEIGHT * below.lettering.size
    nested = (above.text, below.text) == NESTED
    return across and not nested and above.y + deep * above.lettering.size > top


def lines_of(page: PlacedPage) -> Iterator[PlacedRule]:
    """Give every straight line, those of frames too."""
    yield from page.rules
    for frame in page.frames:
        yield PlacedRule(frame.x, frame.y, frame.to_x, frame.y)
        yield PlacedRule(frame.x, frame.to_y, frame.to_x, frame.to_y)
        yield PlacedRule(frame.x, frame.y, frame.x, frame.to_y)
        yield PlacedRule(frame.to_x, frame.y, frame.to_x, frame.to_y)


def codes_of(page: PlacedPage) -> dict[str, PlacedText]:
    return {text.code: text for text in page.texts if text.role is Role.CODE}


def frames_of(page: PlacedPage) -> dict[str, PlacedFrame]:
    """Give the frame around each code: the last that bears it, after that of a tick."""
    return {frame.code: frame for frame in page.frames if frame.code}


def rule_of(page: PlacedPage, code: str) -> PlacedRule:
    return next(rule for rule in page.rules if rule.code == code)


@pytest.mark.parametrize(("edition", "schedule"), PAGES)
def test_no_two_texts_overlap_however_long_the_values(
    edition: Edition, schedule: Schedule, every_box: Values
) -> None:
    for page in placed_pages(edition, schedule, every_box):
        near = sorted((text for text in page.texts if text.text), key=lambda text: text.y)
        clashes = [
            (one.text, other.text)
            for one, other in combinations(near, 2)
            if abs(one.y - other.y) < 40 and overlap(one, other)
        ]
        assert not clashes


@pytest.mark.parametrize(("edition", "schedule"), PAGES)
def test_no_line_runs_through_words(
    edition: Edition, schedule: Schedule, every_box: Values
) -> None:
    for page in placed_pages(edition, schedule, every_box):
        lines = list(lines_of(page))
        struck = [
            (text.text, line)
            for text in page.texts
            for line in lines
            if line.x < text.right and text.x < line.to_x + 0.01
            if line.y < text.y + 0.3 and text.y - CAPITAL_HEIGHT * text.lettering.size < line.to_y
        ]
        assert not struck


@pytest.mark.parametrize(("edition", "schedule"), PAGES)
def test_everything_stands_within_the_margins(
    edition: Edition, schedule: Schedule, every_box: Values
) -> None:
    left, right, top, foot = WIDER.get((edition.id, schedule.id), MARGINS)
    for page in placed_pages(edition, schedule, every_box):
        for text in page.texts:
            assert left <= text.x <= text.right <= right, text
            assert top < text.y < foot, text
        for line in (*page.rules, *page.frames):
            assert left <= line.x <= line.to_x <= right, line
            assert top <= line.y <= line.to_y < foot, line
        assert page.leaders or not schedule.page.rows


@pytest.mark.parametrize(("edition", "schedule"), PAGES)
def test_the_digits_of_every_amount_end_at_the_end_of_its_rule(
    edition: Edition, schedule: Schedule, every_box: Values
) -> None:
    amounts = 0
    for page in placed_pages(edition, schedule, every_box):
        for text in page.texts:
            if text.role is not Role.VALUE or edition.boxes[text.code].kind is not BoxKind.AMOUNT:
                continue
            amounts += 1
            hanging = measure(")", text.lettering.size, text.lettering.face)
            beyond = hanging * text.lettering.scale if text.text.endswith(")") else 0.0
            rule = rule_of(page, text.code)
            assert text.right - beyond == pytest.approx(rule.to_x, abs=0.01)
            assert text.x >= rule.x - 0.01
            assert text.right < frames_of(page)[text.code].x
            assert 1.5 < rule.y - text.y < 4.0
    assert amounts or schedule.id == "cover"


@pytest.mark.parametrize(("edition", "schedule"), PAGES)
def test_every_printed_code_stands_inside_its_frame_on_the_line_of_its_value(
    edition: Edition, schedule: Schedule
) -> None:
    values = filled(edition, amount=1, text="N", check=True)
    page = place(edition, schedule, values.__getitem__, measure)
    codes, frames = codes_of(page), frames_of(page)

    numbered = {box.code for box in schedule.boxes if box.code.isdigit()}
    assert set(codes) == numbered
    for code, text in codes.items():
        frame = frames[code]
        assert frame.x < text.x < text.right < frame.to_x
        assert frame.y < text.y - CAPITAL_HEIGHT * text.lettering.size
        assert text.y < frame.to_y
    for text in page.texts:
        if text.role is Role.VALUE and text.code in codes:
            ticked = edition.boxes[text.code].kind is BoxKind.CHECK  # in the middle of its box
            code_y = codes[text.code].y - (0.0 if ticked else schedule.page.value_lift)
            assert text.y == pytest.approx(code_y, abs=0.1)


@pytest.mark.parametrize(("edition", "schedule"), PAGES)
def test_codes_come_down_the_page_in_the_order_of_the_form_and_share_columns(
    edition: Edition, schedule: Schedule
) -> None:
    page = place(edition, schedule, None, measure)
    codes, frames = codes_of(page), frames_of(page)
    if not schedule.page.rows:
        return

    printed = [box.code for box in schedule.boxes if box.code in codes]
    assert all(codes[one].y <= codes[other].y for one, other in pairwise(printed))
    edges = {(frames[code].x, frames[code].to_x) for code in printed}
    assert edges <= {column.frame for column in schedule.page.columns}


@pytest.mark.parametrize(("edition", "schedule"), PAGES)
def test_rows_are_evenly_pitched(edition: Edition, schedule: Schedule) -> None:
    layout = schedule.page
    lines = [line for line in schedule.line_items if line.printed]
    if not layout.rows or all(line.y is not None for line in lines):
        return  # each line stands where it was measured on the official page

    page = place(edition, schedule, None, measure)
    firsts = sorted({text.y for text in page.texts if text.role in (Role.NUMBER, Role.CAPTION)})
    steps = {round(below - above, 2) for above, below in pairwise(firsts)}
    pitches = {
        round(rows * layout.row_pitch + more * layout.line_pitch + gap, 2)
        for rows in range(1, 8)
        for more in range(3)
        for gap in (0.0, layout.caption_gap)
    }
    assert steps <= pitches
    assert any(line.style is LineStyle.CAPTION for line in lines) or schedule.id != "segregation"


@pytest.mark.parametrize(("edition", "schedule"), PAGES)
def test_leaders_touch_neither_labels_nor_amounts(
    edition: Edition, schedule: Schedule, every_box: Values
) -> None:
    for page in placed_pages(edition, schedule, every_box):
        for leader in page.leaders:
            for text in page.texts:
                if abs(text.y - leader.y) < 1:
                    assert text.right < leader.x - 0.9 or text.x > leader.to_x + 0.9, text


@pytest.mark.parametrize(("edition", "schedule"), PAGES)
def test_every_printed_word_of_every_label_stands_on_the_page(
    edition: Edition, schedule: Schedule
) -> None:
    page = place(edition, schedule, None, measure)
    printed = " ".join(text.text for text in page.texts).replace("_", " ").split()
    for line in schedule.line_items:
        words = line.label.replace("_", " ") if line.printed else ""
        for box in line.boxes:
            words = words.replace("{" + box.code + "}", " ")
        assert [word for word in words.split() if word not in printed] == []


@pytest.mark.parametrize(("edition", "schedule"), PAGES)
def test_the_blank_form_has_no_value(edition: Edition, schedule: Schedule) -> None:
    page = place(edition, schedule, None, measure)

    assert not [text for text in page.texts if text.role is Role.VALUE]


def test_dollar_signs_and_parentheses_stand_where_the_form_has_them(form: Edition) -> None:
    pages = [place(form, schedule, None, measure) for schedule in form.schedules]
    dollars = {text.code for page in pages for text in page.texts if text.role is Role.DOLLAR}
    closed = [t.code for page in pages for t in page.texts if t.role is Role.PARENTHESIS]

    assert dollars == {box.code for box in form.boxes.values() if box.dollar_sign}
    assert dollars == DOLLAR_SIGNS
    assert sorted(set(closed)) == [
        "7033", "7047", "7133", "7352", "7615", "7675", "7735", "8540", "8570", "8680"
    ]  # fmt: skip
    assert len(closed) == 20
