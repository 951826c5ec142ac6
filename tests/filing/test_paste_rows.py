from collections.abc import Mapping

import pytest

from focusdesk.calc.checks import Severity
from focusdesk.filing.outcome import StatedTotal
from focusdesk.filing.paste_rows import (
    PasteChoices,
    PasteRow,
    RowState,
    held_against,
    read_rows,
)
from focusdesk.filing.placed_block import PlacedCell
from focusdesk.form.box import Value
from tests.exchange.filled_form import with_values


def _rows(
    *cells: tuple[str, str],
    before: Mapping[str, Value] | None = None,
    choices: PasteChoices | None = None,
) -> tuple[PasteRow, ...]:
    placed = [PlacedCell(row, code, text) for row, (code, text) in enumerate(cells, start=1)]
    return read_rows(placed, with_values(before or {}), choices or PasteChoices())


def _row(code: str, text: str, *, as_printed: bool | None = None) -> PasteRow:
    return _rows((code, text), choices=PasteChoices(as_printed=as_printed))[0]


def test_a_row_tells_the_box_what_it_holds_and_what_it_would_hold() -> None:
    (row,) = _rows(("7010", "6"), before={"7010": 5})
    assert row == PasteRow(
        0, "row 1", "7010", "Line 1.A, Cash", "6", RowState.CHANGED, old=5, new=6
    )
    assert row.words == "row 1, 7010: 5 to 6"


def test_what_a_box_holds_already_is_the_same() -> None:
    (row,) = _rows(("7010", "5"), before={"7010": 5})
    assert (row.state, row.words) == (RowState.SAME, "row 1, 7010: same")


def test_a_blank_cell_blanks_its_box_unless_blanks_are_skipped() -> None:
    cells, before = (("7010", ""), ("7020", "")), {"7010": 5}
    assert [row.state for row in _rows(*cells, before=before)] == [RowState.CHANGED, RowState.SAME]
    skipping = PasteChoices(skip_blanks=True)
    rows = _rows(*cells, before=before, choices=skipping)
    assert [(row.state, row.new) for row in rows] == [
        (RowState.SKIPPED, 5),
        (RowState.SKIPPED, None),
    ]


def test_cents_are_dropped_in_sight() -> None:
    row = _row("7010", "1,234.56")
    assert (row.new, row.rounded, row.shown) == (1234, True, "1,234.56 -> 1,234")
    assert row.words == "row 1, 7010: 1,234.56 -> 1,234"


def test_a_value_that_its_box_cannot_take_is_refused_with_the_reason() -> None:
    row = _row("7010", "abc")
    assert (row.state, row.new) == (RowState.REFUSED, None)
    assert row.words.startswith('row 1, 7010: "abc" is not an amount.')
    assert row.state.stands_in_the_way


def test_a_cell_that_has_no_box_keeps_its_own_reason() -> None:
    cells = [PlacedCell(3, "9999", "5", "There is none."), PlacedCell(4, "", "6", "Nor here.")]
    rows = read_rows(cells, with_values({}), PasteChoices())
    assert [row.words for row in rows] == ["row 3, 9999: There is none.", "row 4: Nor here."]
    assert {row.state for row in rows} == {RowState.REFUSED}


def test_a_remark_on_a_cell_is_said_with_the_rest() -> None:
    cells = [PlacedCell(1, "23", "2110", remark="Look.")]
    (row,) = read_rows(cells, with_values({}), PasteChoices())
    assert row.sentence.startswith('"2110" has four digits')
    assert row.sentence.endswith(" Look.")


def test_a_box_that_is_named_twice_is_refused_in_every_place() -> None:
    rows = _rows(("7010", "5"), ("7020", "6"), ("7010", "5"))
    assert [row.state for row in rows] == [
        RowState.REFUSED,
        RowState.CHANGED,
        RowState.REFUSED,
    ]
    assert rows[0].sentence == "7010 stands in row 3 as well. Leave all but one of them out."
    settled = _rows(("7010", "5"), ("7010", "6"), choices=PasteChoices(frozenset({0})))
    assert [(row.state, row.new) for row in settled] == [
        (RowState.LEFT_OUT, None),
        (RowState.CHANGED, 6),
    ]


def test_a_minus_where_the_form_subtracts_waits_for_an_answer() -> None:
    asked = _row("7033", "-5")
    assert (asked.state, asked.state.stands_in_the_way) == (RowState.ASKED, True)
    assert "prints the parentheses at 7033" in asked.sentence
    assert _row("7033", "-5", as_printed=True).new == 5
    assert _row("7033", "-5", as_printed=False).new == -5
    assert _row("7033", "(5)").new == 5


def test_a_minus_that_the_box_holds_already_is_not_asked_about() -> None:
    (row,) = _rows(("7033", "-5"), before={"7033": -5})
    assert row.state is RowState.SAME


def test_a_computed_box_is_held_against_its_formula_and_a_blank_states_nothing() -> None:
    rows = _rows(("7040", "5"), ("7050", ""), ("7060", "abc"))
    assert [(row.code, row.state) for row in rows] == [
        ("7040", RowState.AGREES),
        ("7060", RowState.REFUSED),
    ]


@pytest.mark.parametrize(
    ("severity", "state", "end"),
    [
        (None, RowState.AGREES, ""),
        (Severity.ERROR, RowState.DIFFERS, "that is what the filing would hold."),
        (Severity.INFORMATION, RowState.DIFFERS, "no more than roundings may add up to."),
    ],
)
def test_a_total_tells_what_its_formula_gives(
    severity: Severity | None, state: RowState, end: str
) -> None:
    total = StatedTotal("row 1", "7040", "F01", 5, 6, severity, "the block")
    entered, row = held_against(_rows_of_one_line(), [total])
    assert entered.code == "7010"
    assert (row.state, row.new, row.severity) == (state, 6, severity)
    assert row.sentence.endswith(end)
    assert not row.sentence or row.sentence.startswith("The block states 5 for 7040 (row 1);")


def _rows_of_one_line() -> tuple[PasteRow, ...]:
    cells = [PlacedCell(1, "7010", "6"), PlacedCell(1, "7040", "5")]
    return read_rows(cells, with_values({}), PasteChoices())
