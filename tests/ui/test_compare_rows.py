from focusdesk.form.edition import Edition
from focusdesk.ui.compare_rows import RowKind, ShownRow, shown_rows
from tests.ui.window_words import side_by_side


def _rows(editions: dict[str, Edition]) -> tuple[ShownRow, ...]:
    return shown_rows(side_by_side(editions["2014-01"], {}, {}))


def test_every_box_of_the_form_has_its_row(editions: dict[str, Edition]) -> None:
    boxes = [row.row.code for row in _rows(editions) if row.row is not None]
    assert boxes == list(editions["2014-01"].boxes)


def test_each_schedule_has_its_heading_once(editions: dict[str, Edition]) -> None:
    headings = [row.words for row in _rows(editions) if row.kind is RowKind.SCHEDULE]
    assert headings == [schedule.tab for schedule in editions["2014-01"].schedules]


def test_a_caption_and_the_line_that_a_box_is_a_part_of_stand_over_it(
    editions: dict[str, Edition],
) -> None:
    rows = _rows(editions)
    at = next(at for at, row in enumerate(rows) if row.row and row.row.code == "7070")
    over = [(row.kind, row.text) for row in rows[at - 2 : at + 1]]
    assert over == [
        (RowKind.CAPTION, "FUNDS IN SEGREGATED ACCOUNTS"),
        (RowKind.PARENT, "7  Deposited in segregated funds bank accounts"),
        (RowKind.BOX, "7.A  Cash"),
    ]


def test_the_line_over_several_parts_stands_there_once(editions: dict[str, Edition]) -> None:
    parents = [row.text for row in _rows(editions) if row.kind is RowKind.PARENT]
    assert (
        parents.count(
            "8  Margins on deposit with derivatives clearing organizations of contract markets"
        )
        == 1
    )
