"""Months side by side as a finished file."""

import datetime as dt
from collections.abc import Callable
from io import BytesIO
from typing import Any

import pikepdf
import pytest

from focusdesk.export.comparison import draw_comparison
from focusdesk.filing.compare import ComparedMonth, Comparison, compare
from focusdesk.filing.comparison_annex import annex_of
from focusdesk.filing.comparison_rows import RowFilter, filtered
from focusdesk.filing.explanation import Explanation, Explanations, line
from focusdesk.filing.filing import Filing
from focusdesk.filing.thresholds import Thresholds, parse_threshold
from focusdesk.form.box import Value
from focusdesk.form.edition import Edition
from focusdesk.form.period import Period

Values = dict[str, Value]
ReadWords = Callable[[bytes], list[Any]]


@pytest.fixture(scope="module")
def comparison(form: Edition, every_box: Values) -> Comparison:
    earlier: Values = {**every_box, "7100": 90004120, "7130": 3118200, "7080": None}
    later: Values = {**every_box, "7100": 93296699, "7130": -14796490, "7080": 0}
    return compare(
        [
            ComparedMonth(Filing(1, Period(2013, 12), form.id, illustrative=True), form, earlier),
            ComparedMonth(Filing(2, Period(2014, 1), form.id), form, later),
        ]
    )


CHANGED = RowFilter(changed=True)


def drawn(comparison: Comparison) -> bytes:
    return draw_comparison(comparison, firm="HSBC SECURITIES (USA) INC.", program="focusdesk 1.2.3")


def line_of(words: list[Any], code: str) -> list[str]:
    [at] = [word for word in words if word.text == code]
    same = [word for word in words if word.page == at.page and abs(word.y - at.y) < 0.1]
    return [word.text for word in sorted(same, key=lambda word: word.x)]


def test_a_month_and_its_change_are_read_back_on_the_line_of_their_code(
    comparison: Comparison, words_of: ReadWords
) -> None:
    words = words_of(drawn(comparison))

    assert line_of(words, "7100")[2:] == [
        *("7100", "90,004,120", "93,296,699", "+3,292,579", "+3.7", "%"),
    ]
    assert line_of(words, "7130")[-5:] == [
        *("3,118,200", "(14,796,490)", "(17,914,690)", "(574.5)", "%"),
    ]
    assert line_of(words, "7080")[-3:] == ["0", "0", "new"]


def test_only_the_changed_lines_are_printed_when_asked(
    comparison: Comparison, words_of: ReadWords
) -> None:
    words = {word.text for word in words_of(drawn(filtered(comparison, CHANGED)))}

    assert {"7080", "7100", "7130"} <= words
    assert "7010" not in words
    assert {"Shown:", "changed", "lines", "only."} <= words


def test_every_page_is_landscape_and_counted(comparison: Comparison, words_of: ReadWords) -> None:
    content = drawn(comparison)
    with pikepdf.open(BytesIO(content)) as pdf:
        sizes = {tuple(float(edge) for edge in page.mediabox) for page in pdf.pages}
        count = len(pdf.pages)

    assert sizes == {(0.0, 0.0, 792.0, 612.0)}
    words = words_of(content)
    for page in range(count):
        foot = " ".join(word.text for word in words if word.page == page and word.y < 30)
        assert foot.endswith(f"focusdesk 1.2.3 · page {page + 1} of {count}")
        assert "n/a: not in that month's edition" in foot


def test_the_file_has_bookmarks_and_says_what_it_is(comparison: Comparison) -> None:
    with pikepdf.open(BytesIO(drawn(comparison))) as pdf, pdf.open_outline() as outline:
        names = [item.title for item in outline.root]
        assert names[0] == "Cover"
        assert str(pdf.docinfo["/Title"]) == "Months side by side: Dec 2013, Jan 2014"
        assert str(pdf.docinfo["/Author"]) == "HSBC SECURITIES (USA) INC."


def test_the_same_months_give_the_same_bytes(comparison: Comparison) -> None:
    assert drawn(comparison) == drawn(comparison)


def test_an_empty_comparison_has_no_bookmarks_and_still_a_page(comparison: Comparison) -> None:
    same = compare([comparison.months[1], comparison.months[1]])

    with pikepdf.open(BytesIO(drawn(filtered(same, CHANGED)))) as pdf:
        assert len(pdf.pages) == 1
        assert "/Outlines" not in pdf.Root


def test_explanations_are_an_annex_with_its_own_bookmark(
    comparison: Comparison, words_of: ReadWords
) -> None:
    earlier = comparison.months[0].filing.period
    written = dt.datetime(2014, 2, 3, 9, 30, tzinfo=dt.UTC)
    said = Explanations((Explanation(line("7100"), "a new bank", earlier, "ana", written),))
    annex = annex_of(comparison, {2: said}, Thresholds(parse_threshold("1m")))

    content = draw_comparison(comparison, firm="HSBC", program="focusdesk 1.2.3", annex=annex)

    with pikepdf.open(BytesIO(content)) as pdf, pdf.open_outline() as outline:
        assert outline.root[-1].title == "Explanations"
        last = len(pdf.pages) - 1
    words = [word.text for word in words_of(content) if word.page == last]
    told = " ".join(words)
    assert "a new bank (ana, 2014-02-03 09:30 UTC)" in told
    assert "Jan 2014 against Dec 2013 (illustrative)" in told
    assert "that moved by more than 1,000,000: warning P01 where nobody has said it." in told


def test_what_is_above_its_threshold_is_marked_and_the_threshold_stated(
    comparison: Comparison, words_of: ReadWords
) -> None:
    annex = annex_of(comparison, {}, Thresholds(parse_threshold("5m and 10 %")))
    words = words_of(draw_comparison(comparison, firm="F", program="focusdesk 1.2.3", annex=annex))

    assert "\u2666(17,914,690)" in line_of(words, "7130")
    assert "+3,292,579" in line_of(words, "7100")
    first = " ".join(word.text for word in words if word.page == words[0].page)
    assert "\u2666 and bold: above 5,000,000 and 10 %." in first
