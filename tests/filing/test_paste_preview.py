from collections.abc import Mapping, Sequence

import pytest

from focusdesk.calc.likely_causes import Figures, LikelyCause, Slip, causes_of_total
from focusdesk.calc.worksheet import Worksheet
from focusdesk.filing.edit import Cause, Change, EditRefused
from focusdesk.filing.ground import Ground
from focusdesk.filing.paste_preview import PastePreview, likely_words, preview_paste
from focusdesk.filing.paste_rows import PasteChoices, RowState
from focusdesk.filing.placed_block import BlockReading, PlacedCell, Way
from focusdesk.form.box import Value
from tests.exchange.filled_form import with_values


def _preview(
    *cells: tuple[str, str], before: dict[str, Value] | None = None, closed: str = ""
) -> PastePreview:
    placed = tuple(PlacedCell(row, code, text) for row, (code, text) in enumerate(cells, start=1))
    reading = BlockReading(Way.BY_CODE, "By code", placed)
    return preview_paste(reading, Ground(with_values(before or {})), closed=closed)


def test_it_tells_what_changes_what_follows_and_what_stays() -> None:
    preview = _preview(("7010", "6"), ("7020", "5"), before={"7020": 5})
    assert preview.changes == (Change("7010", None, 6),)
    assert preview.follows[0] == Change("7040", 5, 11)
    assert (preview.count(RowState.CHANGED), preview.count(RowState.SAME)) == (1, 1)
    assert preview.summary == "1 box will change, 1 already so."


def test_one_edit_pastes_all_of_it() -> None:
    preview = _preview(("7010", "6"), ("7020", ""), ("7040", "6"), before={"7020": 5})
    edit = preview.edit()
    assert preview.is_ready
    assert dict(edit.values) == {"7010": 6, "7020": None}
    assert (edit.cause, edit.words) == (Cause.PASTED, "Paste 2 boxes")
    assert _preview(("7010", "6")).edit().words == "Paste 7010"


def test_while_one_row_is_refused_nothing_can_be_applied() -> None:
    preview = _preview(("7010", "6"), ("7020", "abc"))
    assert not preview.is_ready
    assert [row.code for row in preview.in_the_way] == ["7020"]
    assert preview.summary == (
        "Nothing can be pasted yet: 1 row cannot be taken as it stands. "
        "Leave the refused one out, or type what is right."
    )
    with pytest.raises(EditRefused, match="Nothing can be pasted yet") as refused:
        preview.edit()
    assert refused.value.code == "7020"


def test_bad_rows_can_be_left_out_one_by_one_and_taken_in_again() -> None:
    preview = _preview(("7010", "6"), ("7020", "abc"), ("9999", "5"), ("7030", "x"))
    assert "3 rows cannot be taken as they stand. Leave the refused ones" in preview.summary
    settled = preview.without(1).without(2, 3)
    assert dict(settled.edit().values) == {"7010": 6}
    assert settled.summary == "1 box will change, 3 left out."
    assert not settled.with_again(3).is_ready
    assert settled.with_again(1, 2, 3) == preview


def test_all_bad_rows_can_be_left_out_at_once() -> None:
    preview = _preview(("7010", "6"), ("7020", "abc"), ("7033", "-5")).without_refused()
    assert [row.state for row in preview.rows] == [
        RowState.CHANGED,
        RowState.LEFT_OUT,
        RowState.ASKED,
    ]
    assert dict(preview.with_signs(as_printed=True).edit().values) == {"7010": 6, "7033": 5}
    assert dict(preview.with_signs(as_printed=False).edit().values) == {"7010": 6, "7033": -5}


def test_a_row_takes_what_is_typed_in_its_place_as_it_would_be_pasted() -> None:
    preview = _preview(("7010", "6"), ("7020", "abc"))
    (refused,) = preview.in_the_way
    mended = preview.mended(refused.key, "1,234.56")
    (row,) = (row for row in mended.rows if row.key == refused.key)
    assert (row.state, row.new, row.text) == (RowState.CHANGED, 1234, refused.text)
    assert row.sentence == "You typed 1,234.56 here."
    assert mended.is_ready
    assert not preview.mended(refused.key, "still wrong").is_ready


def test_leaving_a_row_out_changes_what_totals_come_to() -> None:
    preview = _preview(("7010", "6"), ("7020", "5"), ("7040", "11"))
    assert [total.severity for total in preview.totals] == [None]
    assert preview.summary == "2 boxes will change, 1 total agrees."
    fewer = preview.without(1)
    assert [total.code for total in fewer.differing] == ["7040"]
    assert fewer.rows[2].state is RowState.DIFFERS
    assert fewer.is_ready


def test_a_total_may_be_off_by_the_cents_that_are_dropped_under_it() -> None:
    preview = _preview(("7010", "5.60"), ("7020", "5.60"), ("7040", "11.20"))
    assert preview.rows[2].sentence.endswith("no more than roundings may add up to.")


def test_blanks_can_be_skipped() -> None:
    preview = _preview(("7010", ""), ("7020", "6"), before={"7010": 5})
    assert len(preview.changes) == 2
    skipping = preview.skipping_blanks(skip=True)
    assert skipping.changes == (Change("7020", None, 6),)
    assert skipping.summary == "1 box will change, 1 blank and skipped."
    assert skipping.skipping_blanks(skip=False) == preview


def test_where_nothing_would_change_there_is_nothing_to_apply() -> None:
    preview = _preview(("7010", "5"), before={"7010": 5})
    assert not preview.is_ready
    assert preview.summary == "0 boxes will change, 1 already so."
    assert not preview.edit().values


def test_a_filing_that_takes_no_entry_says_why() -> None:
    why = "January 2014 is sealed and cannot be changed."
    preview = _preview(("7010", "5"), closed=why)
    assert (preview.is_ready, preview.summary) == (False, why)
    with pytest.raises(EditRefused, match="is sealed"):
        preview.edit()
    assert preview.without(0).hindrance == why


def test_totals_that_would_overflow_hinder_everything() -> None:
    most = str(2**63 - 1)
    preview = _preview(("7010", most), ("7020", most))
    assert preview.summary.startswith("A total would overflow: ")
    assert not preview.is_ready
    assert preview.without(1).is_ready


def test_what_was_settled_for_one_reading_holds_for_another() -> None:
    reading = BlockReading(Way.BY_POSITION, "By position", (PlacedCell(1, "7033", "-5"),))
    preview = preview_paste(reading, Ground(with_values({})), PasteChoices(as_printed=True))
    assert dict(preview.edit().values) == {"7033": 5}


def test_a_total_that_does_not_foot_is_told_with_its_likely_causes() -> None:
    asked: list[dict[str, Value]] = []

    def causes_of(
        stated: Mapping[str, Value], after: Worksheet
    ) -> Mapping[str, Sequence[LikelyCause]]:
        asked.append(dict(stated))
        figures = Figures(after.values(), stated)
        return {code: causes_of_total(after, code, figures) for code in stated}

    cells = [("7010", "6"), ("7020", "-500"), ("7040", "506")]
    placed = tuple(PlacedCell(row, code, text) for row, (code, text) in enumerate(cells, start=1))
    reading = BlockReading(Way.BY_CODE, "By code", placed)
    preview = preview_paste(reading, Ground(with_values({})), causes_of=causes_of)
    assert asked == [{"7040": 506}]
    told = preview.rows[2].sentence
    assert "Likely causes: 7020 with the other sign: 500 instead of (500); or 7030" in told

    fewer = preview.without(2)
    assert fewer.rows[0].state is RowState.CHANGED
    assert len(asked) == 1, "what agrees or is left out is not asked about"


def test_no_more_than_two_causes_are_told_at_a_row() -> None:
    causes = [LikelyCause("7010", Slip.SIGN, 1, -1, f"cause {number}") for number in range(4)]
    assert likely_words(causes) == "Likely causes: cause 0; or cause 1."
    assert likely_words(causes[:1]) == "Likely cause: cause 0."
    assert likely_words(()) == ""
