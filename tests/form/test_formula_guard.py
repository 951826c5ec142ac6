import pytest
from hypothesis import given
from hypothesis import strategies as st

from focusdesk.form.formula_guard import guarded, unguarded


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "\uff1d1", "'=1"])
def test_text_that_a_spreadsheet_would_run_gets_an_apostrophe(text: str) -> None:
    assert guarded(text) == f"'{text}"


@pytest.mark.parametrize("text", ["HARRIS TRUST", "'tis", "''", "O'NEILL = CO", "8-41562"])
def test_harmless_text_is_left_alone(text: str) -> None:
    assert guarded(text) == text
    assert unguarded(text) == text


@given(st.text(st.sampled_from("'=+-@\tax1 ")))
def test_what_the_guard_puts_on_comes_off_exactly(text: str) -> None:
    assert unguarded(guarded(text)) == text
