from focusdesk.filing.compare import ComparedMonth, compare
from focusdesk.filing.filing import Filing
from focusdesk.form.edition import Edition
from focusdesk.form.schedule import LineStyle
from focusdesk.ui.compare.compare_rows import RowKind, ShownRow, shown_rows
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


def test_headings_stand_once_over_months_of_two_editions(editions: dict[str, Edition]) -> None:
    old, new = editions["2014-01"], editions["2026-03"]
    for first, last in ((old, new), (new, old)):
        months = [
            ComparedMonth(
                Filing(number, form.in_force_from, form.id), form, dict.fromkeys(form.boxes)
            )
            for number, form in enumerate((first, last), start=1)
        ]
        rows = shown_rows(compare(months))
        schedules = [row.words for row in rows if row.kind is RowKind.SCHEDULE]
        captions = [row.words for row in rows if row.kind is RowKind.CAPTION]
        printed = [
            line.text
            for schedule in last.schedules
            for line in schedule.line_items
            if line.style is LineStyle.CAPTION
        ]
        assert schedules == [schedule.tab for schedule in last.schedules]
        assert set(captions) <= {*printed, ""}
        assert len([words for words in captions if words]) == len(set(captions) - {""})
