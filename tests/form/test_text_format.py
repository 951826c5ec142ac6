"""How the cover's texts are tidied, and what is said of those that differ from their format."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from focusdesk.form.text_format import TextFormat, format_hint, tidy

ZIP, STATE, TELEPHONE = TextFormat.ZIP, TextFormat.STATE, TextFormat.TELEPHONE
EMAIL, FILE_NUMBER, FIRM_ID = TextFormat.EMAIL, TextFormat.SEC_FILE_NUMBER, TextFormat.FIRM_ID


@pytest.mark.parametrize(
    ("text_format", "text", "tidied"),
    [
        (ZIP, "10018", "10018"),
        (ZIP, "10018-2703", "10018-2703"),
        (ZIP, "100182703", "10018-2703"),
        (ZIP, "10018 2703", "10018-2703"),
        (STATE, "NY", "NY"),
        (STATE, "ny", "NY"),
        (STATE, "dc", "DC"),
        (TELEPHONE, "(212) 525-3400", "(212) 525-3400"),
        (TELEPHONE, "2125253400", "(212) 525-3400"),
        (TELEPHONE, "212.525.3400", "(212) 525-3400"),
        (TELEPHONE, "+1 212-525-3400", "(212) 525-3400"),
        (TELEPHONE, "1 (212) 525 3400", "(212) 525-3400"),
        (TELEPHONE, "212-525-3400 x12", "(212) 525-3400 ext. 12"),
        (TELEPHONE, "212-525-3400, Ext. 12", "(212) 525-3400 ext. 12"),
        (TELEPHONE, "+44 20 7946 0123", "+44 20 7946 0123"),
        (EMAIL, "A.Preparer@firm.example", "A.Preparer@firm.example"),
        (FILE_NUMBER, "8-41562", "8-41562"),
        (FILE_NUMBER, "008-41562", "8-41562"),
        (FILE_NUMBER, "8 - 41562", "8-41562"),
        (FILE_NUMBER, "026-00012", "026-00012"),
        (FIRM_ID, "12345", "12345"),
    ],
)
def test_spelling_is_tidied_and_then_nothing_is_unusual(
    text_format: TextFormat, text: str, tidied: str
) -> None:
    assert tidy(text_format, text) == tidied
    assert format_hint(text_format, text) == format_hint(text_format, tidied) == ""


@pytest.mark.parametrize(
    ("text_format", "text", "hint"),
    [
        (ZIP, "SW1A 1AA", "no ZIP code of the United States"),
        (ZIP, "1001", "is it 01001? Spreadsheets drop a zero in front."),
        (ZIP, "100182", "no ZIP code"),
        (ZIP, "\u0661\u0660\u0660\u0661\u0668", "no ZIP code"),
        (STATE, "New York", "two letters of a state: NY for New York."),
        (STATE, "ON", "none of the two-letter codes"),
        (TELEPHONE, "525-3400", "no telephone number of the United States"),
        (TELEPHONE, "(112) 525-3400", "no telephone number of the United States"),
        (TELEPHONE, "+1 525 3400", "no telephone number of the United States"),
        (TELEPHONE, "020 7946 0123", "with its country, like +44 20"),
        (EMAIL, "preparer at firm.example", "no e-mail address"),
        (EMAIL, "preparer@firm", "no e-mail address"),
        (FILE_NUMBER, "841562", "no file number of a broker-dealer"),
        (FILE_NUMBER, "41562", "like 8-41562"),
        (FIRM_ID, "CRD 12345", "of digits alone"),
    ],
)
def test_what_differs_is_hinted_at_and_left_as_it_is(
    text_format: TextFormat, text: str, hint: str
) -> None:
    assert tidy(text_format, text) == text
    assert hint in format_hint(text_format, text)


@pytest.mark.parametrize("text_format", TextFormat)
@pytest.mark.parametrize("text", ["None", "N/A", "n/a"])
def test_a_line_that_does_not_apply_may_say_so(text_format: TextFormat, text: str) -> None:
    assert format_hint(text_format, text) == ""


@given(st.sampled_from(TextFormat), st.text("0123456789-() .+xNYny@ab", max_size=20))
def test_what_is_tidy_stays_as_it_is(text_format: TextFormat, text: str) -> None:
    tidied = tidy(text_format, text)
    assert tidy(text_format, tidied) == tidied
    assert format_hint(text_format, tidied) == "" or tidied == text
