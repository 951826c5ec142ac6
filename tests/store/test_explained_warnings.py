"""Why warnings stand, as the rows of the journal say it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from focusdesk.filing.warning_explanation import Warned
from focusdesk.store.explained_warnings import told_warning, warning_row

CODES = st.from_regex(r"[a-z0-9_]+(\.[a-z]+)?", fullmatch=True)
WARNED = st.builds(
    Warned, st.from_regex("[A-Z][0-9]{2}", fullmatch=True), st.lists(CODES, max_size=4).map(tuple)
)
WORDS = st.text(st.characters(codec="utf-8"))
FIGURES = st.dictionaries(CODES, st.none() | st.booleans() | st.integers() | WORDS)


@given(WARNED, WORDS, FIGURES)
def test_the_journal_s_row_says_what_was_written(
    warned: Warned, text: str, figures: dict[str, int | str | bool | None]
) -> None:
    row = warning_row(warned, text, figures)

    assert told_warning(row.code, row.new) == (warned, text, figures)


_NONE = [None, "", "[]", "3", "{}", '{"text":"a"}', '{"text":"","figures":3}']


@pytest.mark.parametrize("new", _NONE)
def test_a_row_that_holds_no_explanation_is_none(new: str | None) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 -- the caller has the sentence
        told_warning("warned:X13:7690", new)
