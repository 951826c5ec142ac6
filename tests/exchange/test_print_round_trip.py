"""A filing, printed and read back: every box as it was, whatever it held."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from focusdesk.exchange.file_lines import read_file
from focusdesk.exchange.import_preview import preview_import
from focusdesk.export.papers import filing_pdf
from focusdesk.filing.copies import Copy, PrintOrder
from focusdesk.filing.edit import Cause, Edit
from focusdesk.filing.ground import Ground
from focusdesk.filing.register import Register
from focusdesk.filing.session import FilingSession
from focusdesk.form.box import LONGEST_TEXT, Box, BoxKind, Value
from focusdesk.form.period import Period
from focusdesk.store.opening import new_store
from tests.exchange.filled_form import FORM, JANUARY, with_values

# What the typeface has; other signs are refused when the page is drawn.
_LETTERS = st.just(" ") | st.characters(codec="cp1252", exclude_categories=["C", "Z"])
_OF_KIND: dict[BoxKind, st.SearchStrategy[Value]] = {
    BoxKind.AMOUNT: st.integers(-(10**15), 10**15),
    BoxKind.TEXT: st.text(_LETTERS, min_size=1, max_size=LONGEST_TEXT),
    BoxKind.DATE: st.dates(),
    BoxKind.CHECK: st.just(value=True),
    BoxKind.YES_NO: st.booleans(),
}
_ENTERED = [box for box in FORM.boxes.values() if not box.is_computed]


def _a_box(box: Box) -> st.SearchStrategy[tuple[str, Value]]:
    return st.tuples(st.just(box.code), st.none() | _OF_KIND[box.kind])


filled = st.lists(st.sampled_from(_ENTERED).flatmap(_a_box), max_size=40).map(dict)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("prints")


@pytest.fixture(scope="module")
def session(folder: Path) -> Iterator[FilingSession]:
    with new_store(folder / "firm.focusdesk") as store:
        yield Register(store, {FORM.id: FORM}).start_month(Period(2014, 1))


@settings(max_examples=25, deadline=None)
@given(filled, st.sampled_from([Copy.FILING, Copy.SIGNATURE, Copy.REVIEW]))
def test_a_printed_filing_is_read_back_code_by_code(
    session: FilingSession, folder: Path, values: Mapping[str, Value], copy: Copy
) -> None:
    blank = dict.fromkeys((box.code for box in _ENTERED), None)
    session.apply(Edit({**blank, **values}, Cause.SET))
    path = folder / "january.pdf"
    path.write_bytes(filing_pdf(session, PrintOrder(copy)))

    other_figures = with_values({"7010": 1, "7510": "OTHER", "16": True, "firm.retail_forex": True})
    preview = preview_import(read_file(path), JANUARY, Ground(other_figures))

    assert preview.refused == preview.differing == preview.remarks == ()
    brought_in = with_values({**other_figures.entered(), **preview.edit().values})
    assert brought_in.values() == session.worksheet.values()


def test_a_public_set_brings_back_its_own_boxes_and_touches_no_others(
    session: FilingSession, folder: Path
) -> None:
    session.apply(Edit({"7010": 5, "7510": "HARRIS TRUST", "7305": 9}, Cause.SET))
    path = folder / "public.pdf"
    path.write_bytes(filing_pdf(session, PrintOrder(Copy.PUBLIC)))

    preview = preview_import(read_file(path), JANUARY, Ground(with_values({"7305": 1})))

    changed = {change.code for change in preview.changes}
    assert {"7010", "7510"} <= changed
    public = [it for it in FORM.schedules if it.public]
    assert changed <= {box.code for schedule in public for box in schedule.boxes}
