"""What a box is shows by its shape: looked up pixel by pixel where it must differ."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QImage, QPainter

from focusdesk.calc.checks import Finding, Severity
from focusdesk.filing.edit import Cause, ChangeSet
from focusdesk.filing.listed_findings import ListedFinding, Standing
from focusdesk.ui.look.theme import Theme, theme_named
from focusdesk.ui.page.box_painter import Look, answers
from focusdesk.ui.page.marks import Mark
from focusdesk.ui.page.page_measures import PageMeasures, box_frame, code_frame
from focusdesk.ui.page.page_painter import PagePainter
from tests.ui.words import Pages

CELL = QRect(0, 0, 180, 44)
PLAIN = Look()
Draw = Callable[..., QImage]


@pytest.fixture(params=["light", "dark"])
def theme(request: pytest.FixtureRequest) -> Theme:
    return theme_named(str(request.param))


@pytest.fixture
def draw(pages: Pages, theme: Theme) -> Draw:
    """Draws the cell of a box on paper."""

    def draw(code: str, look: Look = PLAIN) -> QImage:
        assert pages.tabs.go_to(code)
        measures = PageMeasures(pages.model.grid)
        measures.fit(790, with_baseline=True)
        painter = PagePainter(pages.model, measures)
        painter.theme = theme
        image = QImage(CELL.size(), QImage.Format.Format_RGB32)
        image.fill(theme.paper)
        brush = QPainter(image)
        painter.paint(brush, CELL, pages.model.grid.cells[code], look)
        brush.end()
        return image

    return draw


def frame(pages: Pages, code: str) -> QRect:
    return box_frame(CELL, pages.model.box(code))


def at(image: QImage, point: QPoint) -> QColor:
    return image.pixelColor(point)


def test_a_box_that_can_be_entered_is_framed_on_white(
    pages: Pages, draw: Draw, theme: Theme
) -> None:
    image = draw("7010")
    box = frame(pages, "7010")
    assert at(image, QPoint(box.center().x(), box.top())) == theme.frame
    assert at(image, QPoint(box.left(), box.center().y())) == theme.frame
    assert at(image, box.topLeft() + QPoint(4, 4)) == theme.paper


def test_a_total_is_ruled_once_above_and_twice_below_on_grey_without_a_frame(
    pages: Pages, draw: Draw, theme: Theme
) -> None:
    image = draw("7190")
    box = frame(pages, "7190")
    middle = box.left() + 3
    column = [at(image, QPoint(middle, y)) for y in range(box.top(), box.bottom() + 1)]
    ruled = [y for y, colour in enumerate(column) if colour == theme.total_rule]
    assert ruled == [0, len(column) - 3, len(column) - 1]
    assert at(image, QPoint(box.left(), box.center().y())) == theme.calculated


def test_a_computed_box_that_is_no_total_is_ruled_once(
    pages: Pages, draw: Draw, theme: Theme
) -> None:
    image = draw("7425")
    box = frame(pages, "7425")
    column = [at(image, QPoint(box.left() + 3, y)) for y in range(box.top(), box.bottom() + 1)]
    assert [y for y, colour in enumerate(column) if colour == theme.total_rule] == [len(column) - 1]


def test_a_code_stands_in_its_frame_and_a_name_that_is_not_printed_in_none(
    pages: Pages, draw: Draw, theme: Theme
) -> None:
    image = draw("7010")
    code = code_frame(frame(pages, "7010"))
    assert at(image, QPoint(code.left(), code.center().y())) == theme.frame
    image = draw("7150.describe")
    assert frame(pages, "7150.describe").right() > CELL.width() - 10


def test_the_current_box_is_outlined_and_a_refused_one_in_red(
    pages: Pages, draw: Draw, theme: Theme
) -> None:
    box = frame(pages, "7010") if pages.tabs.go_to("7010") else QRect()
    edge = QPoint(box.center().x(), box.top())
    assert at(draw("7010", Look(current=True, focused=True)), edge) == theme.accent
    refused = draw("7010", Look(current=True, refused=True))
    along = {at(refused, QPoint(x, box.top())).name() for x in range(box.left(), box.right())}
    assert theme.error.name() in along  # a broken outline
    assert at(refused, box.topLeft() + QPoint(4, 4)) == theme.error_ground


def test_a_selected_and_a_moved_box_stand_on_their_own_grounds(
    pages: Pages, draw: Draw, theme: Theme
) -> None:
    inside = frame(pages, "7010") if pages.tabs.go_to("7010") else QRect()
    spot = inside.topLeft() + QPoint(4, 4)
    assert at(draw("7010", Look(selected=True)), spot) == theme.accent_ground
    pages.model.show_changes(ChangeSet((), ("7010",), Cause.UNDO))
    assert at(draw("7010"), spot) == theme.moved


def test_a_note_folds_the_corner_of_its_box(pages: Pages, draw: Draw, theme: Theme) -> None:
    pages.tabs.go_to("7010")
    corner = frame(pages, "7010").topRight() + QPoint(-1, 2)
    pages.model.set_marks({})
    assert at(draw("7010"), corner) != theme.accent
    pages.model.set_marks({"7010": Mark(note="Look here.")})
    assert at(draw("7010"), corner) == theme.accent


def test_findings_differ_by_shape_and_not_by_colour_alone(pages: Pages, draw: Draw) -> None:
    pages.tabs.go_to("7010")
    shapes: list[frozenset[tuple[int, int]]] = []
    pages.model.set_marks({})
    bare = draw("7010")
    marks = [
        Mark(findings=(Finding("S01", severity, ("7010",), "Look.", "segregation"),))
        for severity in (Severity.ERROR, Severity.WARNING, Severity.NOTICE)
    ]
    answered = ListedFinding(marks[1].findings[0], Standing.EXPLAINED)
    for mark in (*marks, Mark(answered=(answered,))):
        pages.model.set_marks({"7010": mark})
        marked = draw("7010")
        box = frame(pages, "7010")
        area = [(x, y) for x in range(box.left() + 4, box.left() + 18) for y in range(4, 40)]
        shapes.append(frozenset(p for p in area if marked.pixel(*p) != bare.pixel(*p)))
    assert all(shapes)
    assert len(set(shapes)) == 4


def test_a_dot_marks_what_changed_since_it_was_printed(
    pages: Pages, draw: Draw, theme: Theme
) -> None:
    pages.tabs.go_to("7010")
    pages.model.set_marks({})
    box = frame(pages, "7010")
    middle = QPoint(box.left() + 8, box.center().y())
    assert at(draw("7010"), middle) != theme.warning
    pages.model.set_marks({"7010": Mark(printed="0")})
    assert at(draw("7010"), middle) == theme.warning


def test_a_dot_stands_beside_a_findings_mark(pages: Pages, draw: Draw, theme: Theme) -> None:
    finding = Finding("S01", Severity.ERROR, ("7010",), "Look.", "segregation")
    pages.tabs.go_to("7010")
    pages.model.set_marks({"7010": Mark(findings=(finding,), printed="0")})
    drawn, box = draw("7010"), frame(pages, "7010")
    assert at(drawn, QPoint(box.left() + 8, box.center().y())) == theme.warning
    assert at(drawn, QPoint(box.left() + 17, box.center().y())) == theme.error


@pytest.mark.parametrize("code", ["17", "firm.retail_forex"])
def test_a_dot_covers_no_tick_and_no_answer(pages: Pages, draw: Draw, code: str) -> None:
    pages.tabs.go_to(code)
    pages.model.set_marks({})
    bare, box = draw(code), frame(pages, code)
    pages.model.set_marks({code: Mark(printed="ticked")})
    marked = draw(code)
    differing = [
        QPoint(x, y)
        for x in range(bare.width())
        for y in range(bare.height())
        if bare.pixel(x, y) != marked.pixel(x, y)
    ]
    assert differing
    ticked = [answer.adjusted(0, 0, -answer.width() // 2, 0) for _, answer in answers(box)]
    taken = ticked if "." in code else [box]
    assert not any(area.contains(point) for point in differing for area in taken)


def test_a_blank_is_empty_and_a_zero_is_written(pages: Pages, draw: Draw, theme: Theme) -> None:
    pages.tabs.go_to("7080")
    pages.model.set_marks({})
    blank = draw("7080")
    box = frame(pages, "7080").adjusted(3, 3, -3, -3)

    def inked(image: QImage) -> int:
        points = (
            QPoint(x, y)
            for x in range(box.left(), box.right())
            for y in range(box.top(), box.bottom())
        )
        return sum(at(image, point) != theme.paper for point in points)

    assert inked(blank) == 0
    pages.model.entry.enter_value("7080", 0)
    assert inked(draw("7080")) > 0


def test_a_tick_is_drawn_in_its_square(pages: Pages, draw: Draw) -> None:
    pages.tabs.go_to("16")
    pages.model.set_marks({})
    ticked = draw("16")
    pages.model.entry.enter_value("16", None)
    assert draw("16") != ticked


def test_deductions_keep_their_parentheses_even_while_blank(pages: Pages, draw: Draw) -> None:
    pages.tabs.go_to("7033")
    pages.model.entry.enter_value("7033", None)
    pages.model.entry.enter_value("7080", None)
    assert draw("7033") != draw("7080")


def test_a_question_shows_its_answer_and_says_when_it_has_none(pages: Pages, draw: Draw) -> None:
    code = "firm.swap_dealer"
    pictures = [draw(code)]
    for answer in (True, False):
        pages.model.entry.enter_value(code, answer)
        pictures.append(draw(code))
    assert pictures[0] != pictures[1] != pictures[2] != pictures[0]
    (yes, left), (no, right) = answers(frame(pages, code))
    assert (yes, no) == (True, False)
    assert not left.intersects(right)


@pytest.mark.parametrize(
    ("code", "mark"),
    [
        *((code, Mark(typed="=1+2")) for code in ("7010", "7033")),
        *((code, Mark(brings="7360 from X")) for code in ("7190", "7380")),
        *((code, Mark(carried=True)) for code in ("7010", "7510", "17", "firm.retail_forex", "24")),
        *((code, Mark(files=("a.pdf",))) for code in ("7033", "7510", "16", "firm.retail_forex")),
    ],
)
def test_a_sign_stands_in_its_box_or_beside_it_and_covers_nothing(
    pages: Pages, draw: Draw, code: str, mark: Mark
) -> None:
    pages.tabs.go_to(code)
    pages.model.set_marks({})
    bare, box = draw(code), frame(pages, code)
    pages.model.set_marks({code: mark})
    marked = draw(code)
    signed = [
        QPoint(x, y)
        for x in range(bare.width())
        for y in range(bare.height())
        if bare.pixel(x, y) != marked.pixel(x, y)
    ]
    assert signed
    # On paper or on a computed ground, never on ink that was there: what was drawn is still there.
    paper = {bare.pixelColor(box.topLeft() + QPoint(4, 4)).name(), bare.pixelColor(1, 1).name()}
    pale = [bare.pixelColor(point) for point in signed]
    assert sum(colour.name() in paper for colour in pale) > 0.9 * len(pale)


def test_words_do_not_break_otherwise_because_of_a_sign(pages: Pages, draw: Draw) -> None:
    pages.tabs.go_to("7510")
    pages.model.entry.enter_value("7510", "HARRIS TRUST AND SAVINGS")
    pages.model.set_marks({})
    bare, box = draw("7510"), frame(pages, "7510").adjusted(8, 0, -8, 0)
    pages.model.set_marks({"7510": Mark(carried=True, files=("letter.pdf",))})
    assert draw("7510").copy(box) == bare.copy(box)


def test_dot_finding_and_clip_stand_side_by_side(pages: Pages, draw: Draw, theme: Theme) -> None:
    finding = Finding("S01", Severity.ERROR, ("7010",), "Look.", "segregation")
    pages.tabs.go_to("7010")
    pages.model.set_marks(
        {"7010": Mark(findings=(finding,), printed="0", typed="=1+2", files=("a",))}
    )
    drawn, box = draw("7010"), frame(pages, "7010")
    middle = box.center().y()
    row = [at(drawn, QPoint(x, middle)) for x in range(box.left(), box.left() + 50)]
    assert row.index(theme.warning) < row.index(theme.error)
    assert at(drawn, QPoint(box.left() + 5, middle)) != theme.warning
