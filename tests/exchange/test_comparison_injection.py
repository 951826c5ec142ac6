"""No words that somebody has typed are ever run by a spreadsheet that opens a comparison."""

import csv
import io
import re
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from focusdesk.exchange.comparison_files import comparison_csv, comparison_xlsx
from focusdesk.filing.compare import ComparedMonth, Comparison, compare
from focusdesk.filing.comparison_annex import ComparisonAnnex, annex_of
from focusdesk.filing.comparison_rows import RowFilter, filtered
from focusdesk.filing.explanation import Explanation, Explanations, line, pool
from focusdesk.filing.thresholds import Thresholds
from tests.exchange.annexed import MONTHS, WRITTEN
from tests.exchange.filled_form import FORM

# What is kept never begins with a space: it is taken off when it is entered.
RUN = st.sampled_from(
    ["=", "+", "-", "@", "\t=", "\n=", "'=", "=cmd|' /C calc'!A0", "@SUM(1)", "\uff1d"]
)
WORDS = st.builds(
    "".join,
    st.tuples(RUN, st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=12)),
)
NUMBER = re.compile(r"-?\d+(\.\d+)?")
FORMULA = re.compile(r'=(IF\(OR\(ISTEXT\(|N\()[A-Z]+\d+[A-Z0-9(),=*/"a-z-]*')


def _side_by_side(words: str) -> tuple[Comparison, ComparisonAnnex]:
    """Two months with the words wherever somebody can type some."""
    texts = {"13": words, "7510": words, "execution.officer1": words, "7150.describe": words}
    months = [ComparedMonth(it.filing, FORM, {**it.values, **texts}) for it in MONTHS]
    whole = compare([months[0], replace(months[1], version=words)])
    against = months[0].filing.period
    said = Explanations(
        tuple(
            Explanation(subject, words, against, words, WRITTEN)
            for subject in (line("7070"), pool("segregation"))
        )
    )
    annex = annex_of(whole, {months[1].filing.id: said}, Thresholds())
    shown = whole.showing(whole.rows, RowFilter(find=words).words(whole))
    return shown, annex


@settings(max_examples=12, deadline=None)
@given(WORDS)
def test_a_workbook_has_no_formulas_but_its_own(words: str) -> None:
    workbook = load_workbook(io.BytesIO(comparison_xlsx(*_side_by_side(words))))
    cells = [cell for sheet in workbook for row in sheet.iter_rows() for cell in row]
    formulas = [cell for cell in cells if cell.data_type == "f"]
    assert formulas
    for cell in formulas:
        assert FORMULA.fullmatch(str(cell.value)), cell.value
    texts = {str(cell.value) for cell in cells if cell.data_type == "s"}
    assert any(words.strip() in text for text in texts)


@settings(max_examples=25, deadline=None)
@given(WORDS)
def test_no_field_of_a_table_begins_like_a_formula(words: str) -> None:
    table = csv.reader(io.StringIO(comparison_csv(*_side_by_side(words)).decode(), newline=""))
    for field in (field for row in table for field in row):
        runs = field[:1] in ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d")
        assert not runs or NUMBER.fullmatch(field), field


def test_a_filter_s_words_are_stated_as_words() -> None:
    shown = filtered(compare(MONTHS), RowFilter(find="=1+1"))
    stated = load_workbook(io.BytesIO(comparison_xlsx(shown)))["What is shown"]
    told = {row[0].value: row[1] for row in stated.iter_rows(max_col=2)}
    assert (told["Lines"].value, told["Lines"].data_type) == ('lines with "=1+1"', "s")
