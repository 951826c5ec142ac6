"""Carried figures, as the rows of the journal say them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from focusdesk.filing.given_figure import FigureValue
from focusdesk.store.given_figures import figure_row, told_figure

VALUES = st.none() | st.booleans() | st.integers(-(2**63), 2**63 - 1)


@given(VALUES, st.text(st.characters(codec="utf-8")))
def test_the_journal_s_row_says_what_was_given(value: FigureValue, source: str) -> None:
    row = figure_row("anc", value, source)

    told = told_figure(row.new)

    assert told == (value, source)
    assert type(told.value) is type(value)
    assert (row.code, row.old) == ("figure:anc", None)


@pytest.mark.parametrize(
    "new",
    [None, "", "[]", "3", "{}", '{"value":5}', '{"source":"","value":"5"}',
     '{"source":5,"value":5}', '{"source":"","value":5.5}'],
)  # fmt: skip
def test_a_row_that_holds_no_figure_is_none(new: str | None) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 -- the caller has the sentence
        told_figure(new)
