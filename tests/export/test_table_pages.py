"""The pages of a printed table."""

from collections.abc import Iterator

import pytest

from focusdesk.export.table_pages import HEIGHT, LEFT, Standing, TablePager
from focusdesk.export.table_rows import LINE_PITCH, Cell, TableRow
from focusdesk.form.placed import PlacedPage, Role

SPAN = (LEFT, LEFT + 300.0)


class Lines(TablePager):
    """A table of single lines: each is given by its schedule, its caption and its words."""

    nothing = "No lines."

    def __init__(self, *lines: tuple[str, str, str]) -> None:
        super().__init__(("left", "right"))
        self.lines = lines

    def rows(self) -> Iterator[Standing]:
        for schedule, caption, words in self.lines:
            cell = Cell(tuple(words.splitlines()), SPAN, Role.LABEL)
            yield Standing(schedule, caption, TableRow([cell]), total=words == "total")

    def headings(self) -> float:
        return self.heading("Words", SPAN, align="left", mark="as they are")


def words(page: PlacedPage, *roles: Role) -> list[str]:
    return [text.text for text in page.texts if text.role in roles]


def test_a_heading_is_written_once_over_the_rows_that_stand_under_it() -> None:
    [page] = Lines(("A", "x", "1"), ("A", "x", "2"), ("A", "", "3"), ("B", "", "4")).pages()

    heads = words(page, Role.TITLE, Role.CAPTION, Role.LABEL)
    assert heads == ["left", "right", "A", "x", "1", "2", "3", "B", "4"]
    assert words(page, Role.HEADING) == ["Words", "as they are"]
    assert page.name == "A"


def test_a_row_that_is_higher_than_a_page_is_continued_and_loses_no_line() -> None:
    long = "\n".join(f"line {number}" for number in range(100))

    pages = list(Lines(("A", "x", "first"), ("A", "x", long), ("A", "x", "last")).pages())

    assert len(pages) > 2
    assert [word for page in pages for word in words(page, Role.LABEL)] == [
        *("first", *long.splitlines(), "last")
    ]
    assert all(text.y < HEIGHT - 30.0 for page in pages for text in page.texts)
    assert words(pages[1], Role.TITLE, Role.CAPTION)[2:] == ["A (continued)", "x (continued)"]


def test_the_headings_stand_line_by_line_above_a_rule_and_the_rows_below_it() -> None:
    [page] = Lines(("A", "x", "1")).pages()

    heads = [text for text in page.texts if text.role is Role.HEADING]
    below = [text for text in page.texts if text.text in {"A", "x", "1"}]
    lines = [heads[0].y, heads[1].y, page.rules[0].y, *(text.y for text in below)]
    assert lines == sorted(lines)
    assert heads[1].y - heads[0].y == pytest.approx(LINE_PITCH)
    assert 3.0 < page.rules[0].y - heads[1].y < 6.0
    assert [rule.weight for rule in page.rules] == [0.9, 0.5, 0.5, 0.5]


def test_a_total_is_ruled_black() -> None:
    [page] = Lines(("A", "", "1"), ("A", "", "total")).pages()

    assert [rule.gray for rule in page.rules[-2:]] == [0.72, 0.0]


def test_a_table_without_rows_says_so() -> None:
    [page] = Lines().pages()

    assert words(page, Role.NOTE) == ["No lines."]
    assert page.texts[-1].row > page.texts[-2].row
    assert not page.name
